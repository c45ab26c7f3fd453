"""Sends keys, and types any text: letters that no key of the layout gives get one of the free keys on loan.

The rule: a key on loan gets another letter only after the target has read what was typed with it, for a program looks
up what a key means when it reads the press, not when the press was made.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from Xlib import XK, X
from Xlib.ext import xtest
from Xlib.protocol import event as events

from app.system.x11 import windows
from app.system.x11.connection import Awaited, Connection, Job
from app.system.x11.keyboard import Key, Keyboard, group_of, is_down, keysym_of

_EARS = X.PropertyChangeMask | X.SubstructureNotifyMask | X.StructureNotifyMask
"""Where the answer to a ping is heard; the standard names the second mask, Qt sends it for the third."""
_LAYOUTS = 2
"""A key on loan gives the same in both layouts that the core protocol knows."""
_LENT_AT_MOST = 40
_BATCH = 40
_ANSWER_WITHIN = 2.0
_READ_WITHIN = 0.2
"""For programs that answer no ping: what an ordinary terminal needs, and much more."""


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


class Loan:
    """Free keys of the keyboard that give other letters for a while, capitals with Shift as letters do."""

    def __init__(self, connection: Connection, keyboard: Keyboard) -> None:
        self._connection = connection
        self._spares = keyboard.spares()[:_LENT_AT_MOST]
        self._lent: dict[str, int] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on loan."""
        return not self._lent

    def key(self, letter: str) -> Key | None:
        """The key that gives a letter now; None where none was lent."""
        code = self._lent.get(_small(letter))
        return Key(code, letter != _small(letter)) if code else None

    def fits(self, letters: Iterable[str]) -> bool:
        """Whether there are free keys for all that have none yet."""
        return len(self._lent.keys() | {_small(letter) for letter in letters}) <= len(self._spares)

    def lend(self, letters: Iterable[str]) -> None:
        """Lend keys for what has none yet; it must fit."""
        free = [code for code in self._spares if code not in self._lent.values()]
        new = dict.fromkeys(_small(letter) for letter in letters if _small(letter) not in self._lent)
        lent = dict(zip(new, free, strict=False))
        self._lent |= lent
        self._map({code: (keysym_of(letter), keysym_of(_capital(letter))) for letter, code in lent.items()})

    def give_back(self, target: int) -> Job[None]:
        """Take all keys back once the target has read what was typed with them."""
        if self._lent:
            yield from has_read(self._connection, target)
            self._map(dict.fromkeys(self._lent.values(), (X.NoSymbol, X.NoSymbol)))
            self._lent.clear()

    def _map(self, keysyms: dict[int, tuple[int, int]]) -> None:
        """One request for each run of neighbours: every request makes every program read the keyboard again."""
        for run in _runs(sorted(keysyms)):
            self._connection.display.change_keyboard_mapping(run[0], [keysyms[code] * _LAYOUTS for code in run])
        self._connection.display.sync()


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
                    yield from self._loan.give_back(self._target)
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
            Key(key.code, key.is_shifted != (bool(state & X.LockMask) and _has_case(letter)))
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


def has_read(connection: Connection, target: int) -> Job[None]:
    """Wait until the target has read all keys: a ping is read after them (EWMH, _NET_WM_PING)."""
    if not windows.understands(connection, target, "_NET_WM_PING"):
        yield Awaited(_never, time.monotonic() + _READ_WITHIN)
        return
    ping, now = connection.atom("_NET_WM_PING"), connection.server_time()
    window = connection.display.create_resource_object("window", target)
    connection.root.change_attributes(event_mask=_EARS)
    window.send_event(
        events.ClientMessage(
            window=window, client_type=connection.atom("WM_PROTOCOLS"), data=(32, [ping, now, target, 0, 0])
        )
    )
    yield Awaited(_answer_to(ping, now, target), time.monotonic() + _ANSWER_WITHIN)
    connection.root.change_attributes(event_mask=X.PropertyChangeMask)


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


def _answer_to(ping: int, sent_at: int, target: int) -> Callable[[Any], bool]:
    def is_it(event: Any) -> bool:
        if event.type != X.ClientMessage or event.data[0] != 32:
            return False
        return list(event.data[1][:3]) == [ping, sent_at, target]

    return is_it


def _has_case(letter: str) -> bool:
    """Whether CapsLock and Shift turn a letter into another one."""
    return letter.lower() != letter.upper() and len(letter.lower()) == len(letter.upper()) == 1


def _small(letter: str) -> str:
    return letter.lower() if _has_case(letter) else letter


def _capital(letter: str) -> str:
    return letter.upper() if _has_case(letter) else letter


def _never(event: Any) -> bool:
    return False


def _runs(codes: Sequence[int]) -> Iterator[Sequence[int]]:
    start = 0
    for end in range(1, len(codes) + 1):
        if end == len(codes) or codes[end] != codes[end - 1] + 1:
            yield codes[start:end]
            start = end
