"""Free keys of the keyboard that give other letters for a while.

The rule: a key on loan gets another letter only after the target has read what was typed with it, for a program looks
up what a key means when it reads the press, not when the press was made. And a key that has a meaning keeps it.
"""

from collections.abc import Iterable

from Xlib import X

from app.system.x11.connection import Connection
from app.system.x11.jobs import Job
from app.system.x11.keyboard import Key, Keyboard, has_case, keysym_of
from app.system.x11.ping import has_read

_BLOCKS = 2
"""Each block is one request, and after each request every program reads the keyboard again (openbox: 100 ms)."""


class Loan:
    """Keys on loan: two letters each, the second with Shift; a letter that has a capital takes both places."""

    def __init__(self, connection: Connection, keyboard: Keyboard) -> None:
        self._connection = connection
        self._keyboard = keyboard
        self._blocks = keyboard.blocks()[:_BLOCKS]
        self._codes = [code for block in self._blocks for code in block if keyboard.is_spare(code)]
        self._lent: list[str] = []
        self._is_written = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on loan."""
        return not self._lent

    def key(self, letter: str) -> Key | None:
        """The key that gives a letter now; None where none was lent."""
        for code, letters in zip(self._codes, self._lent, strict=False):
            if letter in letters:
                return Key(code, letters.index(letter) == 1)
        return None

    def fits(self, letters: Iterable[str]) -> bool:
        """Whether there are free keys for all that have none yet."""
        return len(_added(self._lent, letters)) <= len(self._codes)

    def lend(self, letters: Iterable[str]) -> None:
        """Lend keys for what has none yet; it must fit."""
        lent = _added(self._lent, letters)
        if lent != self._lent:
            self._lent = lent
            self._write()

    def clear(self, target: int) -> Job[None]:
        """Make room for other letters, once the target has read what was typed."""
        if self._lent:
            yield from has_read(self._connection, target)
            self._lent = []

    def give_back(self, target: int) -> Job[None]:
        """Take all keys back, once the target has read what was typed."""
        yield from self.clear(target)
        if self._is_written:
            self._write()
            self._is_written = False

    def _write(self) -> None:
        width = self._keyboard.width
        rows = {code: _row(letters, width) for code, letters in zip(self._codes, self._lent, strict=False)}
        for block in self._blocks:
            content = [rows.get(code, self._keyboard.row(code)) for code in block]
            self._connection.display.change_keyboard_mapping(block[0], content)
        self._connection.display.sync()
        self._is_written = True


def _added(lent: list[str], letters: Iterable[str]) -> list[str]:
    """The letters of each key when those that have none yet are added."""
    keys = list(lent)
    for letter in letters:
        if any(letter in key for key in keys):
            continue
        half = next((place for place, key in enumerate(keys) if len(key) == 1), None)
        if has_case(letter):
            keys.append(letter.lower() + letter.upper())
        elif half is None:
            keys.append(letter)
        else:
            keys[half] += letter
    return keys


def _row(letters: str, width: int) -> tuple[int, ...]:
    """What a key gives in both layouts that the core protocol knows; a single letter with Shift, too."""
    pair = (keysym_of(letters[0]), keysym_of(letters[-1]))
    return (*pair, *pair, *[X.NoSymbol] * width)[:width]
