"""Keys as if pressed, by `SendInput`, and what is really held.

The rule: held modifiers and the window in front are looked at right before each batch, which goes in whole or not at
all. Only keys that we pressed are released: releasing Alt or Win alone would open a menu.
"""

import ctypes
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.core.desktop import PasteKey, Window
from app.system.windows import win32
from app.system.windows.pending import Known

if TYPE_CHECKING:
    from app.ports import Pending

_RETURN, _BACKSPACE, _SHIFT, _CTRL, _V, _INSERT = 0x0D, 0x08, 0x10, 0x11, 0x56, 0x2D
MODIFIERS = (0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0x5B, 0x5C)
"""Shift, Ctrl, Alt and Win, left and right of each."""

_EXTENDED_KEYS = frozenset({_INSERT})  # without the flag it is the 0 of the number pad
_PASTE = {
    PasteKey.CTRL_V: (_CTRL, _V),
    PasteKey.CTRL_SHIFT_V: (_CTRL, _SHIFT, _V),
    PasteKey.SHIFT_INSERT: (_SHIFT, _INSERT),
}
_INPUT_KEYBOARD = 1
_KEY_EXTENDED, _KEY_UP, _KEY_UNICODE = 0x1, 0x2, 0x4
_BATCH = 32
"""Letters a batch; between two of them the window in front is looked at again."""

OURS = 0x51444B31
"""Stands in `dwExtraInfo` of every key we send, so that our own keyboard hook passes over it."""


class Keys:
    """The port `Keys`. `last_key` gives the virtual key of the hotkey pressed last, or 0."""

    def __init__(self, last_key: Callable[[], int]) -> None:
        self._last_key = last_key
        self.pressed_at = 0.0
        """When the last paste key went out, on the monotonic clock, in seconds."""

    def are_up(self) -> bool:
        """Whether no modifier, no Enter and no key of the last hotkey is held down."""
        return not any(is_down(key) for key in (*MODIFIERS, _RETURN, self._last_key()) if key)

    def press(self, key: PasteKey, target: Window) -> "Pending[bool]":
        """Press the paste key if the target is in front at that very moment."""
        self.pressed_at = time.monotonic()
        return Known(_send(chord(*_PASTE[key]), target))

    def enter(self, target: Window) -> "Pending[bool]":
        """Press Enter under the same condition."""
        return Known(_send(chord(_RETURN), target))

    def erase(self, count: int, target: Window) -> "Pending[bool]":
        """Press Backspace so many times under the same condition."""
        return Known(_send(chord(_BACKSPACE) * count, target))

    def type_text(self, text: str, target: Window) -> "Pending[bool]":
        """Type a text under the same condition, checked again at every batch. A line break is Shift+Enter."""
        return Typing(batches(text), target)


class Typing:
    """A text on its way, a batch each turn of the event loop."""

    def __init__(self, rest: Iterator[list[win32.INPUT]], target: Window) -> None:
        self._rest = rest
        self._target = target
        self._result: bool | None = None
        self._timer = QTimer()
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def is_done(self) -> bool:
        """Whether all went out or the target left the front."""
        return self._result is not None

    def value(self) -> bool:
        """Whether all went out."""
        return bool(self._result)

    def _go_on(self) -> None:
        batch = next(self._rest, None)
        if batch is None:
            self._result = True
        elif not _send(batch, self._target):
            self._result = False
        if self._result is not None:
            self._timer.stop()


def batches(text: str) -> Iterator[list[win32.INPUT]]:
    """The keys that type a text, a few letters or one line break at a time."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if number:
            yield chord(_SHIFT, _RETURN)
        for start in range(0, len(line), _BATCH):
            yield letters(line[start : start + _BATCH])


def letters(text: str) -> list[win32.INPUT]:
    """A press and a release for each UTF-16 unit: a letter outside the basic plane is two."""
    units = memoryview(text.encode("utf-16-le", "replace")).cast("H")
    return [_key(0, unit, _KEY_UNICODE | up) for unit in units for up in (0, _KEY_UP)]


def chord(*keys: int) -> list[win32.INPUT]:
    """Keys pressed in order and released in reverse."""
    return [_virtual(key, 0) for key in keys] + [_virtual(key, _KEY_UP) for key in reversed(keys)]


def _virtual(key: int, up: int) -> win32.INPUT:
    return _key(key, 0, up | (_KEY_EXTENDED if key in _EXTENDED_KEYS else 0))


def _key(virtual: int, scan: int, flags: int) -> win32.INPUT:
    key = win32.KEYBDINPUT(wVk=virtual, wScan=scan, dwFlags=flags, dwExtraInfo=OURS)
    return win32.INPUT(type=_INPUT_KEYBOARD, ki=key)


def is_down(key: int) -> bool:
    """Whether a key is held at this moment, whichever program has the keyboard."""
    return bool(win32.GetAsyncKeyState(key) & 0x8000)


def _send(batch: Sequence[win32.INPUT], target: Window) -> bool:
    """Check and send back to back. Scan codes are added here: some remote desktops and games look at nothing else."""
    for event in batch:
        if event.ki.wVk:
            event.ki.wScan = win32.MapVirtualKeyW(event.ki.wVk, 0)
    inputs = (win32.INPUT * len(batch))(*batch)
    size = ctypes.sizeof(win32.INPUT)
    if any(is_down(key) for key in MODIFIERS) or win32.GetForegroundWindow() != target.handle:
        return False
    return int(win32.SendInput(len(batch), inputs, size)) == len(batch)
