"""The keyboard under X11: what is held, and keys sent by XTEST.

The rule: where the keyboard is, is looked at and the keys are sent while the server does nothing for others, so no key
can go to a window that came in between.
"""

from collections.abc import Callable

from Xlib import XK

from app.core.desktop import PasteKey, Window
from app.system.x11.connection import Connection
from app.system.x11.jobs import Job, Running
from app.system.x11.keyboard import Key, Keyboard, is_down
from app.system.x11.loan import Loan
from app.system.x11.typist import Typist, current_group, send

_ENTERS = (XK.XK_Return, XK.XK_KP_Enter)
_CHORDS = {
    PasteKey.CTRL_V: (("ctrl",), XK.XK_v),
    PasteKey.CTRL_SHIFT_V: (("ctrl", "shift"), XK.XK_v),
    PasteKey.SHIFT_INSERT: (("shift",), XK.XK_Insert),
}


class X11Keys:
    """The port `Keys`. `pressed` is called in the thread right before a paste key goes out."""

    def __init__(self, connection: Connection, last_code: Callable[[], int], pressed: Callable[[], None]) -> None:
        self._connection = connection
        self._last_code = last_code
        self._pressed = pressed

    def are_up(self) -> bool:
        """Whether no modifier, no Enter and no key of the last hotkey is held down."""
        return self._connection.ask(self._are_up, False)

    def press(self, key: PasteKey, target: Window) -> Running[bool]:
        """Press the paste key; False, and nothing is sent, where the target is not in front or a modifier is held."""
        return self._connection.do(lambda: self._press(key, target.handle), False)

    def enter(self, target: Window) -> Running[bool]:
        """Press Enter under the same condition."""
        return self._connection.do(lambda: self._enter(target.handle), False)

    def type_text(self, text: str, target: Window) -> Running[bool]:
        """Type a text; a line break is Shift+Enter, which breaks the line where Enter alone would send the message."""
        return self._connection.start(self._type(text, target.handle), False)

    def _are_up(self) -> bool:
        keyboard = Keyboard(self._connection.display)
        keymap = self._connection.display.query_keymap()
        watched = {*keyboard.modifiers(), *(keyboard.code(keysym) for keysym in _ENTERS), self._last_code()} - {0}
        return not any(is_down(keymap, code) for code in watched)

    def _press(self, paste_key: PasteKey, target: int) -> bool:
        names, keysym = _CHORDS[paste_key]
        keyboard = Keyboard(self._connection.display)
        modifiers = [keyboard.modifier(name) for name in names]
        loan = Loan(self._connection, keyboard)
        key = keyboard.key(keysym, current_group(self._connection))
        if key is None and loan.fits("v"):
            loan.lend("v")
            key = loan.key("v")
        if key is None or 0 in modifiers:
            return False
        self._pressed()
        is_sent = send(self._connection, target, keyboard, [Key(key.code)], modifiers)
        if not loan.is_empty:
            self._connection.spawn(loan.give_back(target))
        return is_sent

    def _enter(self, target: int) -> bool:
        keyboard = Keyboard(self._connection.display)
        return send(self._connection, target, keyboard, [Key(keyboard.code(XK.XK_Return))])

    def _type(self, text: str, target: int) -> Job[bool]:
        return (yield from Typist(self._connection, target).type_text(text))
