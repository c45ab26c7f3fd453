"""The keyboard as the X server maps it at one moment: which keycode gives what, and which ones are free.

The rule: a snapshot; whoever keeps one takes a new one after MappingNotify.
"""

from collections.abc import Mapping
from itertools import combinations, groupby
from typing import Any

from Xlib import XK, X

from app.core.hotkeys import DIGITS, FUNCTION_KEYS, LETTERS, MARKS, NAMED_KEYS
from app.core.values import dataclass

GROUP_SHIFT, GROUP_BITS = 13, 3
FIRST_MULTIMEDIA = 140
"""From this keycode on evdev has no key that people write with."""
LOCKS = (XK.XK_Num_Lock, XK.XK_Scroll_Lock)
MODIFIER_BITS: Mapping[str, int] = {"shift": X.ShiftMask, "ctrl": X.ControlMask, "alt": X.Mod1Mask, "meta": X.Mod4Mask}
_NAMED_KEYSYMS = (
    *(XK.XK_space, XK.XK_Return, XK.XK_Tab, XK.XK_Escape, XK.XK_BackSpace, XK.XK_Insert, XK.XK_Delete, XK.XK_Home),
    *(XK.XK_End, XK.XK_Page_Up, XK.XK_Page_Down, XK.XK_Left, XK.XK_Right, XK.XK_Up, XK.XK_Down),
)
KEYSYMS: Mapping[str, int] = {
    **{name: XK.string_to_keysym(name) for name in (*LETTERS, *DIGITS)},
    **{name: XK.string_to_keysym(name.upper()) for name in FUNCTION_KEYS},
    **dict(zip(NAMED_KEYS, _NAMED_KEYSYMS, strict=True)),
    **{mark: ord(mark) for mark in MARKS},
}
"""The keysym of each key of a chord; for Latin-1 it is the character's own number (X protocol, appendix A)."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key to press, with Shift or without."""

    code: int
    is_shifted: bool = False


class Keyboard:
    """One snapshot."""

    def __init__(self, display: Any) -> None:
        first = display.display.info.min_keycode
        count = display.display.info.max_keycode - first + 1
        self._columns: dict[int, tuple[int, ...]] = {
            first + i: tuple(row) for i, row in enumerate(display.get_keyboard_mapping(first, count))
        }
        self._modifiers: list[tuple[int, ...]] = [
            tuple(code for code in row if code) for row in display.get_modifier_mapping()
        ]
        self._all_modifiers = {code for row in self._modifiers for code in row}

    def code(self, keysym: int) -> int:
        """The keycode that gives a keysym unshifted, in the first layout that has it; 0 where none does."""
        for column in (0, 2, 4, 6):
            for code, row in self._columns.items():
                if column < len(row) and row[column] == keysym:
                    return code
        return 0

    def key(self, keysym: int, group: int) -> Key | None:
        """The key that gives a keysym in a layout (0 or 1: what the core protocol tells), with Shift or without."""
        if group > 1:
            return None
        for level in (0, 1):
            for code, row in self._columns.items():
                if _in_group(row, group)[level] == keysym:
                    return Key(code, level == 1)
        return None

    @property
    def width(self) -> int:
        """How many keysyms each key has."""
        return max(len(row) for row in self._columns.values())

    def row(self, code: int) -> tuple[int, ...]:
        """All keysyms of a key."""
        return self._columns[code]

    def is_spare(self, code: int) -> bool:
        """Whether a keycode gives nothing, with no modifier."""
        return not any(self._columns[code]) and code not in self._all_modifiers

    def blocks(self) -> list[range]:
        """Runs of keycodes from one spare to another, those with most spares first.

        The keys in between, multimedia keys all of them, are simple enough to be written again as they are.
        """
        simple = [code for code in self._columns if code >= FIRST_MULTIMEDIA and self._is_simple(code)]
        runs = [[simple[place] for place, _ in run] for _, run in groupby(enumerate(simple), lambda it: it[1] - it[0])]
        spares = [[code for code in run if self.is_spare(code)] for run in runs]
        return [range(run[0], run[-1] + 1) for run in sorted(spares, key=len, reverse=True) if run]

    def lock_masks(self) -> list[int]:
        """Every state that CapsLock, NumLock and ScrollLock can be in, as modifier bits."""
        bits = {X.LockMask, *self._lock_bits()}
        return sorted({sum(some) for size in range(len(bits) + 1) for some in combinations(sorted(bits), size)})

    def modifiers(self) -> frozenset[int]:
        """The keycodes of all modifiers that change what a key does, i.e. not those of the locks."""
        locks = {X.LockMask, *self._lock_bits()}
        return frozenset(code for bit, row in enumerate(self._modifiers) if 1 << bit not in locks for code in row)

    def modifier(self, name: str) -> int:
        """A keycode of `ctrl` or `shift`, the left one."""
        return self.code(XK.XK_Control_L if name == "ctrl" else XK.XK_Shift_L)

    def _is_simple(self, code: int) -> bool:
        """Whether a key has no modifier and at most two keysyms: more make its XKB type a special one."""
        return code not in self._all_modifiers and not any(self._columns[code][4:])

    def _lock_bits(self) -> set[int]:
        codes = {self.code(keysym) for keysym in LOCKS} - {0}
        return {1 << bit for bit, row in enumerate(self._modifiers) if codes.intersection(row)}


def keysym_of(character: str) -> int:
    """The keysym of a character: Latin-1 its own number, else the Unicode range (X protocol, appendix A)."""
    number = ord(character)
    return number if 0x20 <= number <= 0x7E or 0xA0 <= number <= 0xFF else 0x01000000 | number


def has_case(letter: str) -> bool:
    """Whether Shift and CapsLock turn a letter into another one."""
    return letter.lower() != letter.upper() and len(letter.lower()) == len(letter.upper()) == 1


def group_of(state: int) -> int:
    """The layout in use, told by the state of an event or of the pointer (XKB protocol, 17.1.1)."""
    return state >> GROUP_SHIFT & GROUP_BITS


def is_down(keymap: Any, code: int) -> bool:
    """Whether a key is down in the answer of QueryKeymap."""
    return bool(keymap[code >> 3] >> (code & 7) & 1)


def _in_group(row: tuple[int, ...], group: int) -> tuple[int, int]:
    """The keysyms of a key in a layout, unshifted and shifted; a key with one layout only has it in all."""
    padded = (*row, 0, 0, 0, 0)
    plain, shifted = padded[2 * group : 2 * group + 2]
    if not plain and not shifted:
        plain, shifted = padded[:2]
    return plain, shifted
