"""What is to come for all open orders: the nearest first, and what has come and was not told.

The rule: a change of one order costs a step in a heap, and however much comes at once can be taken in piece by piece;
in between, each order is either awaited, reached or has come, and never two of these for one moment.

`now` and `next_at` are of the clock that nobody sets (`app/core/clockwork/deadlines.py`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from heapq import heapify, heappop, heappush
from itertools import islice
from operator import attrgetter, itemgetter

from app.core.orders.kinds import OrderKind
from app.core.orders.order import Order
from app.core.orders.reminders import Moment, Reminder, to_come

_MANY = 1000
_BY_MOMENT = attrgetter("at")
_at = itemgetter(0)


class Agenda:
    """Awaits the next moment of each open order; those whose moment was reached are met, which tells what has come."""

    def __init__(
        self,
        orders: Iterable[Order] = (),
        kinds: Mapping[str, OrderKind] | None = None,
        told: Mapping[str, datetime] | None = None,
    ) -> None:
        self._kinds = kinds or {}
        self._told = dict(told or {})
        self._orders = {order.id: order for order in orders if order.is_open}
        self._next: dict[str, datetime] = {}
        self._heap: list[tuple[datetime, str]] = []
        self._reached: dict[str, None] = {}
        self._come: dict[str, Reminder] = {}
        self._in_order: Sequence[Reminder] | None = ()
        self._looked_at: datetime | None = None
        for order in self._orders.values():
            left = self._left(order)
            if left:
                self._next[order.id] = left[0][0] - order.shift
        self._tidy()

    def __len__(self) -> int:
        return len(self._orders)

    def __contains__(self, order_id: object) -> bool:
        return order_id in self._orders

    @property
    def told_until(self) -> Mapping[str, datetime]:
        """Until which moment each order was told of."""
        return self._told

    def for_kinds(self, kinds: Mapping[str, OrderKind]) -> "Agenda":
        """The agenda of the same orders, with other steps."""
        return Agenda(self._orders.values(), kinds, self._told)

    def put(self, order: Order, told: datetime | None = None) -> None:
        """Take an order, new or changed; one that is not open any more goes.

        `told` is until when its history says that it was told of.
        """
        self.remove(order.id)
        self._note(order.id, told)
        if order.is_open:
            self._orders[order.id] = order
            self._await(order, self._left(order))

    def remove(self, order_id: str) -> None:
        """Forget an order, but not what was told of it: it may be opened again."""
        self._orders.pop(order_id, None)
        self._next.pop(order_id, None)
        self._reached.pop(order_id, None)
        self._drop(order_id)

    def told(self, reminders: Iterable[Reminder]) -> None:
        """These were told, and with each all that came before it."""
        for reminder in reminders:
            order_id = reminder.order.id
            come = self._come.pop(order_id, None)
            if come is reminder:  # as nearly always, and then what follows is awaited already
                self._told[order_id] = reminder.at
                continue
            self._note(order_id, reminder.at)
            order = self._orders.get(order_id)
            if order is not None and (come is None or come.at != reminder.at):
                self._await(order, self._left(order))
        self._in_order = None

    def next_at(self) -> datetime | None:
        """The nearest moment that `come` has not met yet."""
        heap = self._heap
        while heap and self._next.get(heap[0][1]) != heap[0][0]:
            heappop(heap)  # the order was changed meanwhile
        return heap[0][0] if heap else None

    @property
    def is_gathering(self) -> bool:
        """Whether `gather` has more to do for what has come."""
        return bool(self._reached)

    def gather(self, now: datetime, at_most: int) -> bool:
        """A part of the work of `come`, so many orders of it; whether nothing of it is left."""
        if self._looked_at is not None and now < self._looked_at:
            self._go_back()
        self._looked_at = now
        self._reach(now)
        for order_id in list(islice(self._reached, at_most)):
            del self._reached[order_id]
            self._meet(self._orders[order_id], now)
        return not self._reached

    def come(self, now: datetime) -> Sequence[Reminder]:
        """All that has come and was not told, one of each order, in the order of their moments."""
        while not self.gather(now, _MANY):
            pass
        if self._in_order is None:
            self._in_order = tuple(sorted(self._come.values(), key=_BY_MOMENT))
        return self._in_order

    def _note(self, order_id: str, told: datetime | None) -> None:
        former = self._told.get(order_id)
        if told is not None and (former is None or told > former):
            self._told[order_id] = told

    def _reach(self, now: datetime) -> None:
        """The orders whose next moment has come are awaited no more, and met later."""
        count = 0
        at = self.next_at()
        while at is not None and at <= now:
            order_id = heappop(self._heap)[1]
            del self._next[order_id]
            self._reached[order_id] = None
            count += 1
            if count == _MANY:  # of so many one by one takes longer than looking at all
                self._reach_all(now)
            at = self.next_at()

    def _reach_all(self, now: datetime) -> None:
        reached = [order_id for order_id, at in self._next.items() if at <= now]
        for order_id in reached:
            del self._next[order_id]
        self._reached.update(dict.fromkeys(reached))
        self._tidy()

    def _meet(self, order: Order, now: datetime) -> None:
        """Of what has come for an order the latest is kept; what comes after it is awaited."""
        seen_at = now + order.shift
        if order.closes_at <= seen_at:
            self._come[order.id] = Reminder(order, order.closes_at)
        else:
            left = self._left(order)
            count = bisect_right(left, seen_at, key=_at)
            self._come[order.id] = Reminder(order, *left[count - 1])
            self._await(order, left[count:])
        self._in_order = None

    def _go_back(self) -> None:
        """The clock was set back: what had come may be ahead again."""
        for order_id in (*self._come, *self._reached):
            self._drop(order_id)
            self._await(self._orders[order_id], self._left(self._orders[order_id]))

    def _left(self, order: Order) -> list[Moment]:
        return to_come(order, self._kinds.get(order.kind_id), self._told.get(order.id))

    def _await(self, order: Order, left: Sequence[Moment]) -> None:
        self._reached.pop(order.id, None)
        if not left:
            self._next.pop(order.id, None)
            return
        at = self._next[order.id] = left[0][0] - order.shift
        heappush(self._heap, (at, order.id))
        if len(self._heap) > 2 * len(self._next) + _MANY:
            self._tidy()

    def _drop(self, order_id: str) -> None:
        if self._come.pop(order_id, None) is not None:
            self._in_order = None

    def _tidy(self) -> None:
        """The heap without what was changed meanwhile."""
        self._heap = [(at, order_id) for order_id, at in self._next.items()]
        heapify(self._heap)
