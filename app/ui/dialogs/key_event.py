"""From a key press to a chord, and what is held while one is being pressed.

The rule: only what a chord can be written with is read; a key of the input method or the number pad gives nothing.
"""

import functools
import operator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.core.hotkeys import DIGITS, FUNCTION_KEYS, LETTERS, MARKS, Chord

_MODIFIERS: Final = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "meta": Qt.KeyboardModifier.MetaModifier,
}
ANY_MODIFIER: Final = functools.reduce(operator.or_, _MODIFIERS.values())
_MODIFIER_KEYS: Final[dict[int, str]] = {
    Qt.Key.Key_Control: "ctrl",
    Qt.Key.Key_Alt: "alt",
    Qt.Key.Key_AltGr: "alt",
    Qt.Key.Key_Shift: "shift",
    Qt.Key.Key_Meta: "meta",
    Qt.Key.Key_Super_L: "meta",
    Qt.Key.Key_Super_R: "meta",
}
_NAMED: Final[dict[int, str]] = {
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Tab: "tab",
    Qt.Key.Key_Backtab: "tab",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Insert: "insert",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_PageUp: "pageup",
    Qt.Key.Key_PageDown: "pagedown",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_SHIFTED: Final = dict(zip('!@#$%^&*()~_+{}:"<>?|', "1234567890`-=[];',./\\", strict=True))
"""What Shift makes of a key on the US layout, which Chinese keyboards have: Qt names the result, a chord the key."""


def held(event: QKeyEvent) -> frozenset[str]:
    """The modifiers that are down after the event, its own key counted in or out."""
    names = {name for name, flag in _MODIFIERS.items() if event.modifiers() & flag}
    own = _MODIFIER_KEYS.get(event.key())
    if own is not None:
        names = names | {own} if event.type() == QKeyEvent.Type.KeyPress else names - {own}
    return frozenset(names)


def is_modifier(event: QKeyEvent) -> bool:
    """Whether the key of an event is one that chords hold down."""
    return event.key() in _MODIFIER_KEYS


def chord_of(event: QKeyEvent) -> Chord | None:
    """The chord that a press completes; None for a modifier alone and for keys that no chord has."""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return None
    name = _name(event.key())
    return Chord(name, held(event)) if name else None


def _name(key: int) -> str:
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F24:
        return FUNCTION_KEYS[key - Qt.Key.Key_F1]
    if key <= 0x7F:
        letter = chr(key)
        letter = _SHIFTED.get(letter, letter).lower()
        if letter in (*LETTERS, *DIGITS, *MARKS):
            return letter
    return _NAMED.get(key, "")
