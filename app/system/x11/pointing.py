"""The agent points at a window: a cross for a pointer until one is clicked.

The rule: pointer and keyboard are let go whatever happens, at the latest after half a minute.
"""

from collections.abc import Callable
from typing import Any

from Xlib import XK, X

from app.system.x11 import windows
from app.system.x11.connection import Connection
from app.system.x11.keyboard import Keyboard

AT_MOST = 30.0
_CROSS = 34
"""`XC_crosshair` of the font of cursors; its mask is the next one."""
_BLACK, _WHITE = (0, 0, 0), (65535, 65535, 65535)
_WITHIN, _AGAIN = 10, 0.05
"""How often a grab is tried, and how long after the last time: a menu that has just closed still holds the pointer."""


class Pointing:
    """Lives in the connection's thread. `pointed` hears the window that was clicked, 0 where none was."""

    def __init__(self, connection: Connection, pointed: Callable[[int], None]) -> None:
        self._connection = connection
        self._pointed = pointed
        self._round = 0
        self._is_on = False
        connection.on(X.ButtonPress, self._clicked)
        connection.on(X.KeyPress, self._key)

    def begin(self) -> bool:
        """Take pointer and keyboard; a moment later if another program has them now."""
        if self._is_on:
            return False
        self._is_on = True
        self._round += 1
        this = self._round
        self._connection.later(AT_MOST, lambda: self._end(0) if this == self._round else None)
        self._take(_WITHIN)
        return True

    def cancel(self) -> None:
        """No window."""
        self._end(0)

    def _take(self, tries: int) -> None:
        if not self._is_on:
            return
        root, ears = self._connection.root, X.ButtonPressMask | X.ButtonReleaseMask
        how = (X.GrabModeAsync, X.GrabModeAsync)
        pointer = root.grab_pointer(False, ears, *how, X.NONE, self._cross(), X.CurrentTime)
        keyboard = root.grab_keyboard(False, *how, X.CurrentTime)
        if pointer == keyboard == X.GrabSuccess:
            return
        self._let_go()
        if tries:
            self._connection.later(_AGAIN, lambda: self._take(tries - 1))
        else:
            self._end(0)

    def _cross(self) -> Any:
        font = self._connection.display.open_font("cursor")
        return font.create_glyph_cursor(font, _CROSS, _CROSS + 1, _BLACK, _WHITE)

    def _clicked(self, event: Any) -> None:
        if self._is_on:
            self._end(self._under_pointer() if event.detail == 1 else 0)

    def _key(self, event: Any) -> None:
        if self._is_on and Keyboard(self._connection.display).row(event.detail)[0] == XK.XK_Escape:
            self._end(0)

    def _under_pointer(self) -> int:
        """The uppermost window there, by its frame, a click into its title bar counts too."""
        at = self._connection.root.query_pointer()
        for handle in reversed(windows.listed(self._connection)):
            seen = windows.sight(self._connection, handle)
            if seen and seen.is_shown and seen.holds(at.root_x, at.root_y):
                return handle
        return 0

    def _end(self, handle: int) -> None:
        if not self._is_on:
            return
        self._is_on = False
        self._let_go()
        self._pointed(handle)

    def _let_go(self) -> None:
        self._connection.display.ungrab_pointer(X.CurrentTime)
        self._connection.display.ungrab_keyboard(X.CurrentTime)
        self._connection.display.flush()
