"""What an agent is reminded of (提醒): the steps of each open order, the end of a snooze, and that an order has closed.

The rule: of what has come for one order only the latest is told, because it alone is still true, and nothing that
comes before what was told is told any more. So one moment an order tells what is still to come.

Moments of steps are those of the platform, as in the order itself: a clock that is set changes none of them and tells
nothing again. They have come by the clock that nobody sets (`app/core/clockwork/deadlines.py`). What is to come for
all orders is kept by `app/core/orders/agenda.py`.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from operator import itemgetter

from app.core.orders.kinds import OrderKind, Step
from app.core.orders.order import Deed, Event, Order
from app.core.orders.urging import Holding
from app.core.values import dataclass

CLOSED = "closed"
"""Stands for the step where the order itself has closed."""
_at = itemgetter(0)


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


def _written(at: datetime) -> str:
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat()


def _id(order_id: str, step_id: str, moment: str) -> str:
    return f"{order_id}/{step_id}@{moment}"


def _moment(event: Event) -> datetime:
    """The moment that was told; a history from elsewhere may hold none."""
    try:
        at = datetime.fromisoformat(event.text)
    except ValueError:
        return event.at
    return at if at.tzinfo is not None else event.at
