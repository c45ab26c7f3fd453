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

_COLUMNS = 4
"""Two layouts with Shift and without: a key on loan gives the same in all of them."""
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
    """Free keys of the keyboard that give other keysyms for a while."""

    def __init__(self, connection: Connection, keyboard: Keyboard) -> None:
        self._connection = connection
        self._spares = keyboard.spares()[:_LENT_AT_MOST]
        self._lent: dict[int, int] = {}

    @property
    def room(self) -> int:
        """How many keysyms can be lent at once."""
        return len(self._spares)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on loan."""
        return not self._lent

    def code(self, keysym: int) -> int:
        """The key that gives a keysym now; 0 where none was lent."""
        return self._lent.get(keysym, 0)

    def fits(self, keysyms: Iterable[int]) -> bool:
        """Whether there are free keys for all that are not yet lent."""
        return len(self._lent.keys() | set(keysyms)) <= self.room

    def lend(self, keysyms: Iterable[int]) -> None:
        """Lend keys for what has none yet; there must be room."""
        free = [code for code in self._spares if code not in self._lent.values()]
        new = dict(zip([keysym for keysym in dict.fromkeys(keysyms) if keysym not in self._lent], free, strict=False))
        self._lent |= new
        self._map({code: keysym for keysym, code in new.items()})

    def give_back(self, target: int) -> Job[None]:
        """Take all keys back once the target has read what was typed with them."""
        yield from has_read(self._connection, target)
        self._map(dict.fromkeys(self._lent.values(), X.NoSymbol))
        self._lent.clear()

    def _map(self, keysyms: dict[int, int]) -> None:
        """One request for each run of neighbours: every request makes every program read the keyboard again."""
        for run in _runs(sorted(keysyms)):
            rows = [[keysyms[code]] * _COLUMNS for code in run]
            self._connection.display.change_keyboard_mapping(run[0], rows)
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
        for batch in batches(text):
            is_typed = yield from self._type_batch(batch)
            if not is_typed:
                break
        if not self._loan.is_empty:
            yield from self._loan.give_back(self._target)
        return is_typed

    def _type_batch(self, batch: str) -> Job[bool]:
        state = self._connection.root.query_pointer().mask
        strange = [keysym_of(letter) for letter in batch if self._own_key(letter, state) is None]
        if not self._loan.fits(strange):
            yield from self._loan.give_back(self._target)
            if not self._loan.fits(strange):
                return False
        self._loan.lend(strange)
        keys = [self._own_key(letter, state) or Key(self._loan.code(keysym_of(letter))) for letter in batch]
        return send(self._connection, self._target, self._keyboard, keys)

    def _own_key(self, letter: str, state: int) -> Key | None:
        """The key of the layout that gives a letter; none for letters while CapsLock turns them round."""
        if letter == "\n":
            return Key(self._keyboard.code(XK.XK_Return), is_shifted=True)
        if letter == "\t":
            return Key(self._keyboard.code(XK.XK_Tab))
        if state & X.LockMask and letter.isalpha():
            return None
        return self._keyboard.key(keysym_of(letter), group_of(state))


def has_read(connection: Connection, target: int) -> Job[None]:
    """Wait until the target has read all keys: a ping is read after them (EWMH, _NET_WM_PING)."""
    if not windows.understands(connection, target, "_NET_WM_PING"):
        yield Awaited(_never, time.monotonic() + _READ_WITHIN)
        return
    ping, now = connection.atom("_NET_WM_PING"), connection.server_time()
    window = connection.display.create_resource_object("window", target)
    connection.root.change_attributes(event_mask=X.PropertyChangeMask | X.SubstructureNotifyMask)
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


def _never(event: Any) -> bool:
    return False


def _runs(codes: Sequence[int]) -> Iterator[Sequence[int]]:
    start = 0
    for end in range(1, len(codes) + 1):
        if end == len(codes) or codes[end] != codes[end - 1] + 1:
            yield codes[start:end]
            start = end
