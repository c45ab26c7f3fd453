"""Chords that reach us whatever window is in front: passive grabs.

The rule: a chord is had with every state of CapsLock, NumLock and ScrollLock, or not at all; and whatever happens, a
keyboard that a grab has frozen is thawed within 300 ms.
"""

import time
from collections.abc import Callable, Collection
from typing import Any

from Xlib import X
from Xlib.error import BadAccess, CatchError

from app.core.hotkeys import Chord
from app.core.values import dataclass
from app.system.x11 import windows
from app.system.x11.connection import Connection
from app.system.x11.keyboard import KEYSYMS, MODIFIER_BITS, Keyboard, is_down

FROZEN_AT_MOST = 0.3
_LOOK_EVERY = 0.002
_SETTLED_AFTER = 0.05
"""A new layout comes as a burst of notices."""
_CHORD_BITS = X.ShiftMask | X.ControlMask | X.Mod1Mask | X.Mod4Mask


@dataclass(frozen=True, slots=True)
class Grab:
    """What is grabbed for a chord: its keycode and modifiers, on the keyboard as it was then."""

    code: int
    modifiers: int


class X11Hotkeys:
    """The port `Hotkeys`. Presses are handed over by `home`, which calls on the main thread.

    The chords of the actions in `opening` open a window of ours: until it has the keyboard the keys that are typed wait
    in the server, so that none of them is lost and none goes to the target.
    """

    def __init__(
        self, connection: Connection, home: Callable[[Callable[[], None]], None], opening: Collection[str]
    ) -> None:
        self._connection = connection
        self._home = home
        self._opening = opening
        self._keyboard = Keyboard(connection.display)
        self._chords: dict[str, Chord] = {}
        self._grabs: dict[str, Grab] = {}
        self._down: set[int] = set()
        self._released = (0, 0)
        self._last_code = 0
        self._thaw_by = 0.0
        self._is_settling = False
        self._pressed: Callable[[str], None] = _nobody
        self._lost: Callable[[], None] = lambda: None
        connection.on(X.KeyPress, self._key_pressed)
        connection.on(X.KeyRelease, self._key_released)
        connection.on(X.MappingNotify, self._mapping_changed)

    def bind(self, name: str, chord: Chord) -> bool:
        """Grab a chord for an action, in place of its former one, which stays where the new one cannot be had."""
        return self._connection.ask(lambda: self._bind(name, chord), False)

    def unbind(self, name: str) -> None:
        """Let a chord go; unknown names are no error."""
        self._connection.ask(lambda: self._unbind(name), None)

    def listen(self, pressed: Callable[[str], None], lost: Callable[[], None]) -> None:
        """Who is called, on the main thread."""
        self._pressed, self._lost = pressed, lost

    @property
    def last_code(self) -> int:
        """The keycode of the chord pressed last; 0 before the first."""
        return self._last_code

    def _bind(self, name: str, chord: Chord) -> bool:
        grab = self._grab_of(chord)
        if grab is None or any(held == grab for other, held in self._grabs.items() if other != name):
            return False
        if self._grabs.get(name) != grab and not self._grab(grab, is_opening=name in self._opening):
            return False
        before = self._grabs.get(name)
        self._chords[name], self._grabs[name] = chord, grab
        if before is not None and before != grab:
            self._ungrab(before)
        return True

    def _unbind(self, name: str) -> None:
        self._chords.pop(name, None)
        grab = self._grabs.pop(name, None)
        if grab is not None:
            self._ungrab(grab)

    def _grab_of(self, chord: Chord) -> Grab | None:
        code = self._keyboard.code(KEYSYMS.get(chord.key, 0))
        return Grab(code, sum(MODIFIER_BITS[name] for name in chord.modifiers)) if code else None

    def _grab(self, grab: Grab, *, is_opening: bool) -> bool:
        refused = CatchError(BadAccess)
        mode = X.GrabModeSync if is_opening else X.GrabModeAsync
        for locks in self._keyboard.lock_masks():
            self._connection.root.grab_key(
                grab.code, grab.modifiers | locks, False, X.GrabModeAsync, mode, onerror=refused
            )
        self._connection.display.sync()
        if refused.get_error():
            self._ungrab(grab)
            return False
        return True

    def _ungrab(self, grab: Grab) -> None:
        for locks in self._keyboard.lock_masks():
            self._connection.root.ungrab_key(grab.code, grab.modifiers | locks)

    def _key_pressed(self, event: Any) -> None:
        grab = Grab(event.detail, event.state & _CHORD_BITS)
        name = next((name for name, held in self._grabs.items() if held == grab), "")
        if name in self._opening:
            self._thaw_by = time.monotonic() + FROZEN_AT_MOST
            self._thaw()
        if not name or self._is_repeat(event):
            return
        self._down.add(event.detail)
        self._last_code = event.detail
        self._connection.later(_LOOK_EVERY, self._watch_down)
        self._home(lambda: self._pressed(name))

    def _is_repeat(self, event: Any) -> bool:
        """A key that is held repeats as release and press of the same moment, or without a release while frozen."""
        code, released_at = self._released
        return event.detail in self._down or (code == event.detail and released_at == event.time)

    def _key_released(self, event: Any) -> None:
        self._released = (event.detail, event.time)
        self._forget_released()

    def _watch_down(self) -> None:
        """The release of a chord whose grab was ended early goes to another window: so the keyboard is looked at."""
        self._forget_released()
        if self._down:
            self._connection.later(5 * _LOOK_EVERY, self._watch_down)

    def _forget_released(self) -> None:
        keymap = self._connection.display.query_keymap()
        self._down = {code for code in self._down if is_down(keymap, code)}

    def _thaw(self) -> None:
        """Let the typed keys go on as soon as our window has the keyboard, or the time is over."""
        if not self._thaw_by:
            return
        focused = windows.focus_and_above(self._connection)
        if time.monotonic() < self._thaw_by and not any(windows.is_ours(self._connection, it.id) for it in focused):
            self._connection.later(_LOOK_EVERY, self._thaw)
            return
        self._thaw_by = 0.0
        self._connection.display.ungrab_keyboard(X.CurrentTime)

    def _mapping_changed(self, event: Any) -> None:
        if event.request != X.MappingPointer and not self._is_settling:
            self._is_settling = True
            self._connection.later(_SETTLED_AFTER, self._settled)

    def _settled(self) -> None:
        """Grab again where keys have moved (typing through a spare key moves none of ours)."""
        self._is_settling = False
        former, self._keyboard = self._keyboard, Keyboard(self._connection.display)
        moved = {name: self._grab_of(chord) for name, chord in self._chords.items()}
        if former.lock_masks() == self._keyboard.lock_masks() and moved == self._grabs:
            return
        self._connection.root.ungrab_key(X.AnyKey, X.AnyModifier)
        self._grabs.clear()
        for name, grab in moved.items():
            if grab is not None and self._grab(grab, is_opening=name in self._opening):
                self._grabs[name] = grab
        self._home(self._lost)


def _nobody(name: str) -> None:
    """Who is told before anybody listens."""
