"""What an agent is reminded of (提醒): the steps of each open order, the end of a snooze, and that an order has closed.

The rule: of what has come for one order only the latest is told, because it alone is still true, and nothing that
comes before what was told is told any more. So one moment an order tells what is still to come.

Moments of steps are those of the platform, as in the order itself: a clock that is set changes none of them and tells
nothing again. They have come by the clock that nobody sets (`app/core/deadlines.py`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import heapify, heappop, heappush
from operator import attrgetter

from app.core.order_kinds import OrderKind, Step
from app.core.orders import Deed, Event, Order
from app.core.urging import Holding

CLOSED = "closed"
"""Stands for the step where the order itself has closed."""
_MANY = 1000
_BY_MOMENT = attrgetter("at")


@dataclass(frozen=True, slots=True)
class Reminder:
    """One order of which something is to be told, once. Without a `step` it has closed, and nobody said why.

    `at` is the platform's moment. With a `holding` it is shown but neither sounds nor calls.
    """

    order: Order
    at: datetime
    step: Step | None = None
    holding: Holding | None = None

    @property
    def id(self) -> str:
        """The order's, the step and the moment, so that an order whose moments change is told of again."""
        return _id(self.order.id, self.step_id, _written(self.at))

    @property
    def step_id(self) -> str:
        """The id of the step."""
        return self.step.id if self.step else CLOSED

    @property
    def is_closed(self) -> bool:
        """Whether the order has closed."""
        return self.step is None

    def due_by(self, shift: timedelta) -> datetime:
        """When it was due, by a wall clock that is so far ahead of the one that nobody sets."""
        return self.at + (shift - self.order.shift)


Moment = tuple[datetime, Step | None]


def moments(order: Order, kind: OrderKind | None) -> list[Moment]:
    """The moments of an order, the last one that it closes; what falls on that moment is not told beside it."""
    placed_at, closes_at = order.placed_at, order.closes_at
    found: list[Moment] = []
    for step in kind.steps if kind else ():
        at = step.due_at(placed_at, closes_at)
        if at < closes_at:
            found.append((at, step))
    found.sort(key=_at)
    found.append((closes_at, None))
    return found


def to_come(order: Order, kind: OrderKind | None, told_until: datetime | None) -> list[Moment]:
    """The moments of which nothing was told yet. Instead of those that a snooze covers there is its end."""
    found = moments(order, kind)
    left = found if told_until is None else [one for one in found if one[0] > told_until]
    if order.snoozed_until is None or not left:
        return left
    until = min(order.snoozed_until, order.closes_at)
    if until <= order.placed_at or (told_until is not None and until <= told_until):
        return left
    if until == order.closes_at:
        return found[-1:]
    return [(until, step_of(found, until)), *(one for one in left if one[0] > until)]


def step_of(all_moments: Sequence[Moment], now: datetime) -> Step | None:
    """The step that an order is in at a moment; before the first that is the first. None: its kind has none."""
    steps = [one for one in all_moments if one[1] is not None]
    come = [step for at, step in steps if at <= now]
    return come[-1] if come else steps[0][1] if steps else None


def step_on(order: Order, kind: OrderKind | None, now: datetime) -> Step | None:
    """The step by which an order is urged at a moment."""
    return step_of(moments(order, kind), now)


def told_until(events: Iterable[Event]) -> dict[str, datetime]:
    """Until which moment each order was told of, from the marks in its history."""
    latest: dict[str, datetime] = {}
    for event in events:
        if event.deed is Deed.REMINDED:
            at = _moment(event)
            former = latest.get(event.order_id)
            latest[event.order_id] = at if former is None or at > former else former
    return latest


def mark(reminder: Reminder, at: datetime, agent: str) -> Event:
    """The mark of a reminder that was shown. Its id is the reminder's: two PCs that both told it keep one."""
    order_id, step_id, moment = reminder.order.id, reminder.step_id, _written(reminder.at)
    return Event(_id(order_id, step_id, moment), order_id, Deed.REMINDED, at, agent, step_id, text=moment)


class Agenda:
    """What is to come for all open orders, the nearest first. A change of one order costs a step in a heap.

    `now` and `next_at` are of the clock that nobody sets.
    """

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
        self._drop(order_id)

    def told(self, reminders: Iterable[Reminder]) -> None:
        """These were told, and with each all that came before it."""
        for reminder in reminders:
            order_id = reminder.order.id
            self._note(order_id, reminder.at)
            order = self._orders.get(order_id)
            come = self._come.get(order_id)
            self._drop(order_id)
            if order is not None and (come is None or come.at != reminder.at):  # else what follows is awaited already
                self._await(order, self._left(order))

    def next_at(self) -> datetime | None:
        """The nearest moment that `come` has not met yet."""
        heap = self._heap
        while heap and self._next.get(heap[0][1]) != heap[0][0]:
            heappop(heap)  # the order was changed meanwhile
        return heap[0][0] if heap else None

    def come(self, now: datetime) -> Sequence[Reminder]:
        """All that has come and was not told, one of each order, in the order of their moments."""
        if self._looked_at is not None and now < self._looked_at:
            self._go_back(now)
        self._looked_at = now
        for order_id in self._reached(now):
            self._meet(self._orders[order_id], now)
        if self._in_order is None:
            self._in_order = tuple(sorted(self._come.values(), key=_BY_MOMENT))
        return self._in_order

    def _note(self, order_id: str, told: datetime | None) -> None:
        former = self._told.get(order_id)
        if told is not None and (former is None or told > former):
            self._told[order_id] = told

    def _reached(self, now: datetime) -> list[str]:
        """The orders whose next moment has come; it is not awaited any more."""
        reached: list[str] = []
        at = self.next_at()
        while at is not None and at <= now:
            order_id = heappop(self._heap)[1]
            del self._next[order_id]
            reached.append(order_id)
            if len(reached) == _MANY:
                return reached + self._all_reached(now)
            at = self.next_at()
        return reached

    def _all_reached(self, now: datetime) -> list[str]:
        """The same, of so many that one by one takes longer than looking at all."""
        reached = [order_id for order_id, at in self._next.items() if at <= now]
        for order_id in reached:
            del self._next[order_id]
        self._tidy()
        return reached

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

    def _go_back(self, now: datetime) -> None:
        """The clock was set back: what had come may be ahead again."""
        for order_id in list(self._come):
            self._drop(order_id)
            self._await(self._orders[order_id], self._left(self._orders[order_id]))

    def _left(self, order: Order) -> list[Moment]:
        return to_come(order, self._kinds.get(order.kind_id), self._told.get(order.id))

    def _await(self, order: Order, left: Sequence[Moment]) -> None:
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


def _written(at: datetime) -> str:
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat()


def _id(order_id: str, step_id: str, moment: str) -> str:
    return f"{order_id}/{step_id}@{moment}"


def _at(moment: Moment) -> datetime:
    return moment[0]


def _moment(event: Event) -> datetime:
    """The moment that was told; a history from elsewhere may hold none."""
    try:
        at = datetime.fromisoformat(event.text)
    except ValueError:
        return event.at
    return at if at.tzinfo is not None else event.at
