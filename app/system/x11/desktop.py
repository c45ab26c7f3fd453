"""The windows of other programs under X11.

The rule: the window that was in front before one of ours is remembered as it goes, not guessed afterwards.
"""

import os

from Xlib import X

from app.core.desktop import Window
from app.system.x11 import windows
from app.system.x11.connection import Connection


class X11Desktop:
    """The port `Desktop`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last = 0
        connection.on(X.PropertyNotify, self._changed)

    def begin(self) -> None:
        """In the thread: from now on every change of the window in front is seen."""
        self._connection.root.change_attributes(event_mask=X.PropertyChangeMask)
        self._look()

    def target(self) -> Window | None:
        """The window in front or, while one of ours is, the last one before it; None where there is none."""
        return self._connection.ask(self._target, None)

    def is_front(self, window: Window) -> bool:
        """Whether the keyboard itself is in it."""
        return self._connection.ask(lambda: windows.has_focus(self._connection, window.handle), False)

    def is_there(self, window: Window) -> bool:
        """Whether it exists, minimised or not."""
        return self._connection.ask(lambda: windows.is_managed(self._connection, window.handle), False)

    def focus(self, window: Window) -> None:
        """Ask the window manager for it; works for our own windows too, whose Qt has not seen the hotkey's moment."""
        self._connection.ask(lambda: windows.activate(self._connection, window.handle), None)

    def can_paste(self) -> bool:
        """Under Wayland (`XDG_SESSION_TYPE=wayland`) keys reach only XWayland's windows: False unless one is in front.

        The hotkeys come through only while such a window has the keyboard, too.
        """
        return os.environ.get("XDG_SESSION_TYPE") != "wayland" or self.target() is not None

    def _changed(self, event: object) -> None:
        if getattr(event, "atom", 0) == self._connection.atom("_NET_ACTIVE_WINDOW"):
            self._look()

    def _look(self) -> int:
        """The window in front; a foreign one that takes text is remembered.

        A dialog of ours that has just closed may still be said to be active, but nobody can tell whose it was.
        """
        handle = windows.front(self._connection)
        if not windows.is_managed(self._connection, handle) or windows.is_ours(self._connection, handle):
            return handle
        if windows.is_for_text(self._connection, handle):
            self._last = handle
        return handle

    def _target(self) -> Window | None:
        front = self._look()
        is_elsewhere = windows.is_managed(self._connection, front) and not windows.is_ours(self._connection, front)
        if not front or (is_elsewhere and front != self._last):
            return None
        if not windows.is_managed(self._connection, self._last):
            return None
        return windows.described(self._connection, self._last)
