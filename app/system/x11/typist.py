"""Sends keys, and types any text: letters that no key of the layout gives get one of the free keys on loan.

The rule: nothing is sent before the server was asked, in the same breath, where the keyboard is.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from Xlib import XK, X
from Xlib.ext import xtest

from app.system.x11 import windows
from app.system.x11.connection import Connection
from app.system.x11.jobs import Job
from app.system.x11.keyboard import Key, Keyboard, group_of, has_case, is_down, keysym_of
from app.system.x11.loan import Loan

_BATCH = 40


def current_group(connection: Connection) -> int:
    """The layout in use, counted from 0."""
    return group_of(connection.root.query_pointer().mask)


def send(
    connection: Connection, target: int, keyboard: Keyboard, keys: Iterable[Key], modifiers: Sequence[int] = ()
) -> bool:
    """Press keys in a target, with modifiers around all of them.

    False, and nothing is sent, where it has not the keyboard or somebody holds a modifier at this very moment.
    """
    shift = keyboard.modifier("shift")
    with connection.alone():
        keymap = connection.display.query_keymap()
        if not windows.has_focus(connection, target) or any(is_down(keymap, code) for code in keyboard.modifiers()):
            return False
        for code in modifiers:
            xtest.fake_input(connection.display, X.KeyPress, code)
        for key in keys:
            _stroke(connection.display, key, shift)
        for code in reversed(modifiers):
            xtest.fake_input(connection.display, X.KeyRelease, code)
    return True


class Typist:
    """Types one text into one target."""

    def __init__(self, connection: Connection, target: int) -> None:
        self._connection = connection
        self._target = target
        self._keyboard = Keyboard(connection.display)
        self._loan = Loan(connection, self._keyboard)

    def type_text(self, text: str) -> Job[bool]:
        """Type batch by batch; False as soon as the target is not in front. What was typed before stays there."""
        is_typed = True
        for line in batches(text):
            rest = line
            while rest and is_typed:
                state = self._connection.root.query_pointer().mask
                size = self._fitting(rest, state)
                if size == 0 and self._loan.is_empty:
                    return False
                is_typed = self._type_batch(rest[:size], state)
                rest = rest[size:]
                if rest:
                    yield from self._loan.clear(self._target)
        yield from self._loan.give_back(self._target)
        return is_typed

    def _fitting(self, text: str, state: int) -> int:
        """How many of the letters, from the first on, can have a key at the same time."""
        strange = [letter if self._own_key(letter, state) is None else "" for letter in text]
        return max(size for size in range(len(text) + 1) if self._loan.fits(filter(None, strange[:size])))

    def _type_batch(self, batch: str, state: int) -> bool:
        self._loan.lend(letter for letter in batch if self._own_key(letter, state) is None)
        keys = [self._own_key(letter, state) or self._loan.key(letter) for letter in batch]
        turned = [
            Key(key.code, key.is_shifted != (bool(state & X.LockMask) and has_case(letter)))
            for key, letter in zip(keys, batch, strict=True)
            if key is not None
        ]
        return send(self._connection, self._target, self._keyboard, turned)

    def _own_key(self, letter: str, state: int) -> Key | None:
        """The key of the layout in use that gives a letter."""
        if letter == "\n":
            return Key(self._keyboard.code(XK.XK_Return), is_shifted=True)
        if letter == "\t":
            return Key(self._keyboard.code(XK.XK_Tab))
        return self._keyboard.key(keysym_of(letter), group_of(state))


def batches(text: str) -> Iterator[str]:
    """A text in pieces that end at a line break or at 40 letters; other ways to break a line become the one."""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True):
        for start in range(0, len(line), _BATCH):
            yield line[start : start + _BATCH]


def _stroke(display: Any, key: Key, shift: int) -> None:
    if key.is_shifted:
        xtest.fake_input(display, X.KeyPress, shift)
    xtest.fake_input(display, X.KeyPress, key.code)
    xtest.fake_input(display, X.KeyRelease, key.code)
    if key.is_shifted:
        xtest.fake_input(display, X.KeyRelease, shift)
