"""Global hotkeys by `RegisterHotKey`: the program that asks first has the chord, and nobody's typing is watched.

The rule: a chord is ours only while Windows says so; after unlock, resume or a restart of Explorer all are registered
anew, and `lost` is called so that chords which others held can be asked for again.
"""

from collections.abc import Callable, Iterator
from itertools import count

from app.core.hotkeys import DIGITS, FUNCTION_KEYS, LETTERS, Chord
from app.system.windows import win32
from app.system.windows.messages import WM_HOTKEY, MessageWindow

_MODIFIERS = {"alt": 0x1, "ctrl": 0x2, "shift": 0x4, "meta": 0x8}
_MOD_NOREPEAT = 0x4000

# https://learn.microsoft.com/windows/win32/inputdev/virtual-key-codes
VIRTUAL_KEYS = (
    {letter: ord(letter.upper()) for letter in LETTERS}
    | {digit: ord(digit) for digit in DIGITS}
    | {name: 0x70 + number for number, name in enumerate(FUNCTION_KEYS)}
    | {"backspace": 0x08, "tab": 0x09, "enter": 0x0D, "escape": 0x1B, "space": 0x20, "pageup": 0x21, "pagedown": 0x22}
    | {"end": 0x23, "home": 0x24, "left": 0x25, "up": 0x26, "right": 0x27, "down": 0x28, "insert": 0x2D, "delete": 0x2E}
    | {";": 0xBA, "=": 0xBB, ",": 0xBC, "-": 0xBD, ".": 0xBE, "/": 0xBF, "`": 0xC0}
    | {"[": 0xDB, "\\": 0xDC, "]": 0xDD, "'": 0xDE}
)
"""The key codes, the marks as on the US layout, which is that of Chinese PCs."""


class Hotkeys:
    """The port `Hotkeys`. `last_key` is the virtual key of the hotkey pressed last, or 0."""

    def __init__(self, messages: MessageWindow) -> None:
        self._window = messages
        self._bound: dict[str, tuple[int, Chord]] = {}
        self._numbers: Iterator[int] = count(1)
        self._pressed: Callable[[str], None] = lambda name: None
        self._lost: Callable[[], None] = lambda: None
        self.last_key = 0
        messages.on(WM_HOTKEY, self._receive)
        messages.on_return(self._renew)

    def bind(self, name: str, chord: Chord) -> bool:
        """Register a chord for an action; where another holds it the action keeps its former one."""
        former = self._bound.get(name)
        self.unbind(name)
        if self._register(name, chord):
            return True
        if former:
            self._register(name, former[1])
        return False

    def unbind(self, name: str) -> None:
        """Let a chord go."""
        if name in self._bound:
            number, _ = self._bound.pop(name)
            win32.UnregisterHotKey(self._window.handle, number)

    def listen(self, pressed: Callable[[str], None], lost: Callable[[], None]) -> None:
        """Who is called at a press, and who when chords may have been lost."""
        self._pressed, self._lost = pressed, lost

    def close(self) -> None:
        """Let every chord go."""
        for name in list(self._bound):
            self.unbind(name)

    def _register(self, name: str, chord: Chord) -> bool:
        number = next(self._numbers)
        key = virtual_key(chord.key)
        # Fails with ERROR_HOTKEY_ALREADY_REGISTERED (1409) where a program, ours too, holds the chord.
        if not win32.RegisterHotKey(self._window.handle, number, modifiers(chord) | _MOD_NOREPEAT, key):
            return False
        self._bound[name] = (number, chord)
        return True

    def _renew(self) -> None:
        for name, (_, chord) in list(self._bound.items()):
            self.unbind(name)
            self._register(name, chord)
        self._lost()

    def _receive(self, number: int, chord: int) -> None:
        self.last_key = chord >> 16 & 0xFFFF
        for name, (bound, _) in list(self._bound.items()):
            if bound == number:
                self._pressed(name)


def modifiers(chord: Chord) -> int:
    """The modifiers as `RegisterHotKey` wants them."""
    return sum(_MODIFIERS[name] for name in chord.modifiers)


def virtual_key(key: str) -> int:
    """The code of a key of `app.core.hotkeys.KEYS`."""
    return VIRTUAL_KEYS[key]
