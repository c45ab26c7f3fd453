"""The words of open orders: buyers and items as they stand and by pinyin, numbers and notes as they stand.

The rule: what was put in or removed is answered for from the next question on. Orders that are not indexed yet wait and
are taken in block by block, so that nobody waits for all of them at once.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import timedelta
from itertools import chain, count, islice
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from app.core.orders.filters import OrderFilter
from app.core.orders.order import Order
from app.core.pinyin import Readings
from app.core.search.alphabet import Alphabet
from app.core.search.automaton import Automaton
from app.core.search.folding import squeezed
from app.core.search.query import Query
from app.core.search.sought import Sought

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]

BLOCK = 4_096
"""Orders that are taken in at once: it takes a frame or two."""
_FRESH = 512
"""Orders of the block that is made anew at every change."""
_NO_SHIFT = timedelta()
_HEAD = 8
_NONE = np.empty(0, np.int64)
_FIELDS: tuple[Callable[[Order], object], ...] = tuple(
    attrgetter(name) for name in ("kind_id", "flag", "agent", "manner")
)


class OrderIndex:
    """Finds open orders by words. Not thread-safe, but may be built in one thread and handed over to another."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self.load(())

    @property
    def is_ready(self) -> bool:
        """Whether no more orders wait than a question takes in by the way."""
        return len(self._waiting) <= _FRESH

    def load(self, orders: Iterable[Order]) -> None:
        """Put these orders in place of all the former ones; they wait."""
        self._alphabet = Alphabet(self._readings)
        self._values: dict[object, int] = {}
        self._blocks: list[_Block] = []
        self._where: dict[str, int] = {}
        self._rows = 0
        self._waiting = {order.id: order for order in orders if order.is_open}
        self._fresh: _Block | None = None

    def put(self, orders: Iterable[Order]) -> None:
        """Take in orders that are new or changed; those that are not open are forgotten."""
        for order in orders:
            self._forget(order.id)
            if order.is_open:
                self._waiting[order.id] = order
                self._fresh = None

    def remove(self, ids: Iterable[str]) -> None:
        """Forget orders."""
        for order_id in ids:
            self._forget(order_id)

    def prepare(self) -> bool:
        """Take in one block of the orders that wait; whether the rest is few."""
        self._dissolve()
        if not self.is_ready:
            some = list(islice(self._waiting.values(), BLOCK))
            for order in some:
                del self._waiting[order.id]
            self._fresh = None
            self._settle(some)
        return self.is_ready

    def find(self, only: OrderFilter) -> Sequence[Order]:
        """The orders that a filter lets through, the nearest to close first; each word may be found by pinyin."""
        while not self.prepare():
            pass
        if self._fresh is None and self._waiting:
            self._fresh = self._block(list(self._waiting.values()))
        blocks = [*self._blocks, self._fresh] if self._fresh else self._blocks
        words = [Sought(word, self._readings, self._alphabet) for word in Query.parse(only.text).words]
        chosen = [self._chosen(values) for values in (only.kinds, only.flags, only.agent, only.manner)]
        return _in_order([(block, block.find(words, chosen)) for block in blocks])

    def _chosen(self, wanted: object) -> Numbers | None:
        """The numbers of the values that a field of a filter lets through; None: all."""
        if not wanted:
            return None
        values = wanted if isinstance(wanted, frozenset) else (wanted,)
        return np.array([self._values.get(value, -1) for value in values], np.int64)

    def _forget(self, order_id: str) -> None:
        if self._waiting.pop(order_id, None) is not None:
            self._fresh = None
        row = self._where.pop(order_id, None)
        if row is not None:
            block = self._blocks[bisect_right(self._blocks, row, key=attrgetter("first")) - 1]
            block.living[row - block.first] = False

    def _settle(self, orders: Collection[Order]) -> None:
        """Make a block, of the last ones too as long as these are about as small."""
        own = list(orders)
        while self._blocks and self._blocks[-1].count <= 2 * len(own) and self._blocks[-1].count + len(own) <= BLOCK:
            own += self._blocks.pop().alive()
        block = self._block(own)
        self._blocks.append(block)
        self._where.update(zip((order.id for order in own), count(block.first), strict=False))
        self._rows += len(own)

    def _dissolve(self) -> None:
        """What is left of a block most of which is gone waits to be taken in again."""
        poor = [block for block in self._blocks if block.count * 2 < len(block.orders)]
        for block in poor:
            self._blocks.remove(block)
            for order in block.alive():
                del self._where[order.id]
                self._waiting[order.id] = order
        self._fresh = None if poor else self._fresh

    def _block(self, orders: Sequence[Order]) -> "_Block":
        return _Block(orders, self._rows, self._values, self._alphabet)


class _Block:
    """Some orders; those that were forgotten since are not `living`. Its rows are numbered from `first` on."""

    def __init__(self, orders: Sequence[Order], first: int, values: dict[object, int], alphabet: Alphabet) -> None:
        self.first = first
        self.orders = np.array([*orders, None], object)[:-1]  # the None keeps numpy from looking into them
        self.living = np.ones(len(orders), np.bool_)
        self.closes = np.array([order.closes_by(_NO_SHIFT).timestamp() for order in orders])
        self.heads = np.array([order.id[:_HEAD] for order in orders], f"U{_HEAD}")
        self._fields = [
            np.array([values.setdefault(field(order), len(values)) for order in orders], np.int64) for field in _FIELDS
        ]
        rows = np.arange(len(orders))
        self._buyers = _Texts([order.buyer for order in orders], rows, alphabet)
        items = list(chain.from_iterable(order.items for order in orders))
        self._items = _Texts(items, rows.repeat([len(order.items) for order in orders]), alphabet)
        plain = [*(order.number for order in orders), *(order.note for order in orders)]
        self._plain = _Texts(plain, np.tile(rows, 2), alphabet, is_said=False)

    @property
    def count(self) -> int:
        """How many are left."""
        return int(np.count_nonzero(self.living))

    def alive(self) -> list[Order]:
        """Those that are left."""
        alive: list[Order] = self.orders[self.living].tolist()
        return alive

    def find(self, words: Sequence[Sought], chosen: Sequence[Numbers | None]) -> Numbers:
        """The rows that have one of the chosen values in each field, and in which all words are found."""
        found = self.living.copy()
        for field, wanted in zip(self._fields, chosen, strict=True):
            if wanted is not None:
                found &= np.isin(field, wanted)
        for word in words:
            if not found.any():
                break
            found &= self._with(word)
        return found.nonzero()[0]

    def _with(self, sought: Sought) -> Flags:
        rows = np.zeros(len(self.orders), np.bool_)
        ids, mixed = sought.ids, sought.mixed
        for texts in (self._buyers, self._items, self._plain):
            if ids:
                texts.mark(texts.standing(ids), rows)
        if mixed is not None:
            self._buyers.mark(self._buyers.walked(mixed), rows)
            if len(sought.word.spoken) > 1:  # one letter begins a character of nearly every title
                self._items.mark(self._items.walked(mixed), rows)
        return rows


class _Texts:
    """Texts of rows, each different one once, in one stream with a break after each."""

    def __init__(self, texts: Sequence[str], rows: Numbers, alphabet: Alphabet, *, is_said: bool = True) -> None:
        """`rows` has the row of each text. What is said may be found without the signs and spaces between it, too."""
        numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
        stream, owners = list(numbers), list(range(len(numbers)))
        for text in [text for text in stream if not text.isalnum()] if is_said else ():
            tight = squeezed(text)
            if tight:
                stream.append(tight)
                owners.append(numbers[text])
        joined = "\0".join([*stream, "\0"])
        alphabet.learn([joined])
        self._stream = alphabet.encode(joined)
        self._text_at = np.repeat(np.array(owners, np.int32), np.array([len(text) + 1 for text in stream], np.int64))
        self._count = len(numbers)
        self._texts = np.array([numbers[text] for text in texts], np.int32)
        self._rows = rows.astype(np.int32)

    def standing(self, ids: Sequence[int]) -> Numbers:
        """The texts in which a word stands, some perhaps more than once."""
        at = (self._stream == ids[0]).nonzero()[0]
        for number, char in enumerate(ids[1:], 1):
            at = at[self._stream[at + number] == char]
        texts: Numbers = self._text_at[at]
        return texts

    def walked(self, automaton: Automaton) -> Numbers:
        """The texts in which a walk leads from the beginning of a word to its end."""
        at = (automaton.starts != 0)[self._stream].nonzero()[0]
        texts, states = self._text_at[at], automaton.starts[self._stream[at]]
        found = [_NONE]
        while len(at):
            found.append(texts[(states & automaton.goal) != 0])
            going = ((states & ~automaton.goal) != 0).nonzero()[0]
            at, texts, states = at[going] + 1, texts[going], states[going]
            states, _ = automaton.step(self._stream[at], states, None)
        return np.concatenate(found)

    def mark(self, texts: Numbers, rows: Flags) -> None:
        """Set the rows that have some of the texts."""
        if len(texts):
            found = np.zeros(self._count, np.bool_)
            found[texts] = True
            rows[self._rows[found[self._texts]]] = True


def _in_order(found: Sequence[tuple[_Block, Numbers]]) -> list[Order]:
    """The rows of all blocks as orders, the nearest to close first, as the queue has them."""
    some = [(block, rows) for block, rows in found if len(rows)]
    if not some:
        return []
    closes = np.concatenate([block.closes[rows] for block, rows in some])
    heads = np.concatenate([block.heads[rows] for block, rows in some])
    orders: list[Order] = np.concatenate([block.orders[rows] for block, rows in some])[
        np.lexsort((heads, closes))
    ].tolist()
    return orders
