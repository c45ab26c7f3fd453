"""The orders in memory and at rest, kept in step, with the steps that lead back.

The rule: the memory changes only after the store has kept the change, so that a `NotStored` leaves both as they were.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime

from app.core.changes import NOTHING, Changed, Kind
from app.core.orders.book import OrderBook
from app.core.orders.edits import taken_back
from app.core.orders.order import Deed, Event, Order
from app.core.values import dataclass
from app.ports import OrderStore
from app.services.phrases.undoing import LIMIT

ORDERS: Changed = frozenset({Kind.ORDERS})
AT_ONCE = 1_000
"""So many orders are changed by themselves in one go; it takes a few frames, and the window lives in between."""

Stored = Callable[[Collection[Order], Collection[str], Collection[Event]], None]
"""Told after a commit: the orders that are new or changed, the ids of those that are gone, and what was recorded."""


@dataclass(frozen=True, slots=True)
class OrderStep:
    """One thing that was done to orders. None in `before` or `after` stands for an order that did not exist.

    `events` are the ids of what was recorded of it, `history` what was deleted with orders that were removed.
    """

    did: Deed
    before: Mapping[str, Order | None]
    after: Mapping[str, Order | None]
    events: tuple[str, ...] = ()
    history: tuple[Event, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The orders it was done to."""
        return tuple(self.before)

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.before)


class OrderLedger:
    """The open orders and those that ended lately. It is empty until `load`."""

    def __init__(self, store: OrderStore, stored: Stored) -> None:
        self._store = store
        self._stored = stored
        self._steps: deque[OrderStep] = deque(maxlen=LIMIT)
        self._since: datetime | None = None
        self.book = OrderBook()

    def load(self, orders: Iterable[Order]) -> None:
        """Take what was read from the store. `stored` is not told."""
        self.book = OrderBook(orders)
        self._steps.clear()
        self._since = None

    def look_back(self, since: datetime) -> None:
        """Take in those that ended since a moment, as far as they are not known. Raises `NotStored`.

        `stored` is not told: nothing happened to them.
        """
        if self._since is None or since < self._since:
            read = self._store.recent(since)
            self.book.put([order for order in read if self.book.get(order.id) is None and not order.is_open])
            self._since = since

    @property
    def last(self) -> OrderStep | None:
        """What an undo would undo."""
        return self._steps[-1] if self._steps else None

    def some(self, ids: Iterable[str]) -> list[Order]:
        """The orders of ids, each once, also those that ended long ago. Raises `NotStored`."""
        wanted = list(dict.fromkeys(ids))
        missing = [order_id for order_id in wanted if self.book.get(order_id) is None]
        stored = {order.id: order for order in self._store.find(ids=missing)} if missing else {}
        found = (self.book.get(order_id) or stored.get(order_id) for order_id in wanted)
        return [order for order in found if order is not None]

    def do(
        self,
        did: Deed,
        edits: Sequence[tuple[Order | None, Order]],
        events: Sequence[Event],
        *,
        is_undoable: bool = True,
    ) -> Changed:
        """Keep orders, each with what it was before, and what is recorded of them, with a way back."""
        edits = [(before, after) for before, after in edits if before != after]
        if not edits:
            return NOTHING
        orders = [after for _, after in edits]
        self._store.put(orders, events)
        self.book.put(orders)
        if is_undoable:
            before: dict[str, Order | None] = {after.id: former for former, after in edits}
            self._steps.append(OrderStep(did, before, {one.id: one for one in orders}, _ids(events)))
        self._stored(orders, (), events)
        return ORDERS

    def remove(self, orders: Sequence[Order]) -> Changed:
        """Delete orders with their history, with a way back as long as the program runs."""
        if not orders:
            return NOTHING
        ids = [order.id for order in orders]
        history = tuple(event for order_id in ids for event in self._store.history(order_id))
        self._store.put((), gone=ids)
        self.book.put((), ids)
        step = OrderStep(Deed.REMOVED, {order.id: order for order in orders}, dict.fromkeys(ids), (), history)
        self._steps.append(step)
        self._stored((), ids, ())
        return ORDERS

    def undo(self) -> Changed:
        """Take the last step back, save what was changed after it."""
        step = self.last
        if step is None:
            return NOTHING
        known = {order.id: order for order in self.some(step.before)}
        gone = [order_id for order_id, before in step.before.items() if before is None and order_id in known]
        back = [
            order for order_id in step.before if (order := _former(step, order_id, known.get(order_id))) is not None
        ]
        self._store.put(back, step.history, gone=gone, undone=step.events)
        self.book.put(back, gone)
        self._steps.pop()
        self._stored(back, gone, step.history)
        return ORDERS

    def record(self, events: Collection[Event]) -> Changed:
        """Add to the history alone."""
        if not events:
            return NOTHING
        self._store.record(events)
        self._stored((), (), events)
        return ORDERS

    def forget_steps(self) -> None:
        """No step leads back any more: they hold what was deleted for good."""
        self._steps.clear()


def _former(step: OrderStep, order_id: str, now: Order | None) -> Order | None:
    """How an order is after a step was taken back; None where there is nothing to store."""
    before, after = step.before[order_id], step.after[order_id]
    if before is None or after is None:
        return before if now is None else None
    return None if now is None else taken_back(now, before, after)


def _ids(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(event.id for event in events)
