"""What became of the unpaid orders: outcomes and lost reasons by day and activity, and which urges brought payments.

The rule: an order counts once, on the shop's day on which it ended. A payment is put down to the last urge before it;
an order that is still open says nothing yet.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from app.core.orders.book import Total
from app.core.orders.order import Deed, Event, Order, Outcome
from app.core.values import dataclass

HOURS = 24
_DAY = timedelta(days=1)
_NOTHING = Total()
Hours = tuple[Total, ...]
"""A total for each hour of the shop's day."""


@dataclass(frozen=True, slots=True)
class Ended:
    """Orders of one activity that ended on one day in one way."""

    day: date
    activity_id: str
    outcome: Outcome
    total: Total


@dataclass(frozen=True, slots=True)
class Lost:
    """Orders of one activity that were lost on one day for one reason; the empty reason is none that anybody gave."""

    day: date
    activity_id: str
    reason: str
    total: Total


@dataclass(frozen=True, slots=True)
class Recovery:
    """The orders whose last urge was that of a step or phrase (or that were not urged at all), and those paid of them.

    For steps `kind_id` and `step_id` are set, for phrases `phrase_id`; all are empty for those without an urge.
    """

    kind_id: str
    step_id: str
    phrase_id: str
    urged: Total
    paid: Total

    @property
    def rate(self) -> float:
        """The share of the orders that was paid."""
        return self.paid.count / self.urged.count if self.urged.count else 0.0


@dataclass(frozen=True, slots=True)
class OrderReport:
    """The days from `first` to `last`, both of them too. `urges_by_hour` are counts for the hours of the shop's day."""

    first: date
    last: date
    ended: tuple[Ended, ...] = ()
    lost: tuple[Lost, ...] = ()
    steps: tuple[Recovery, ...] = ()
    phrases: tuple[Recovery, ...] = ()
    unurged: Recovery = Recovery("", "", "", _NOTHING, _NOTHING)
    urges_by_hour: tuple[int, ...] = (0,) * HOURS
    recovered: Total = _NOTHING
    """Paid after they had been in the queue."""
    asked_by_hour: Hours = (_NOTHING,) * HOURS
    """The orders by the hour of the last urge before they ended."""
    answered_by_hour: Hours = (_NOTHING,) * HOURS
    """Those of them that were paid, by the hour of that urge: which hours are worth it."""
    paid_by_hour: Hours = (_NOTHING,) * HOURS
    """All that was paid, by the hour of the payment."""

    @property
    def days(self) -> tuple[date, ...]:
        """Every day, also one on which nothing ended."""
        return tuple(self.first + _DAY * number for number in range((self.last - self.first).days + 1))

    def by_day(self, outcome: Outcome) -> tuple[Total, ...]:
        """What ended in one way on each of the days, for a chart."""
        return _along(self.days, ((row.day, row.total) for row in self.ended if row.outcome is outcome))

    def by_outcome(self) -> Mapping[Outcome, Total]:
        """What ended in each way."""
        return _grouped(((row.outcome, row.total) for row in self.ended), Outcome)

    def by_reason(self) -> Mapping[str, Total]:
        """What was lost for each reason, the most frequent first."""
        found = _grouped(((row.reason, row.total) for row in self.lost), ())
        return dict(sorted(found.items(), key=lambda pair: (-pair[1].count, -pair[1].money, pair[0])))


def span(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From which moment until before which one the days last by the shop's clock."""
    edges = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (first, last + _DAY))
    return next(edges), next(edges)


def report(orders: Iterable[Order], events: Iterable[Event], first: date, last: date, zone: ZoneInfo) -> OrderReport:
    """The report of some days. `events` reach back to the placing of the orders that ended in them; others are none."""
    since, until = span(first, last, zone)
    there = [order for order in orders if _has_ended(order, since, until)]
    urges = [event for event in events if event.deed is Deed.URGED]
    last_urges = _last_urges(there, urges)
    asked = [(order, last_urges.get(order.id)) for order in there]
    return OrderReport(
        first,
        last,
        tuple(_ended(there, zone)),
        tuple(_lost(there, zone)),
        tuple(_recovery((order, (order.kind_id, urge.step_id, "")) for order, urge in asked if urge)),
        tuple(_recovery((order, ("", "", urge.phrase_id)) for order, urge in asked if urge)),
        next(
            _recovery((order, ("", "", "")) for order, urge in asked if not urge and was_awaited(order)),
            Recovery("", "", "", _NOTHING, _NOTHING),
        ),
        _by_hour((event.at for event in urges if since <= event.at < until), zone),
        _sum(order for order in there if order.is_recovered),
        _along_hours(((urge.at, order) for order, urge in asked if urge), zone),
        _along_hours(((urge.at, order) for order, urge in asked if urge and order.outcome is Outcome.PAID), zone),
        _along_hours(((o.outcome_at, o) for o in there if o.outcome_at and o.outcome is Outcome.PAID), zone),
    )


def was_awaited(order: Order) -> bool:
    """Whether an order ended after it had come into the queue; one that came in ended says nothing of the agents."""
    return order.added_at is not None and order.outcome_at is not None and order.outcome_at > order.added_at


def to_plain(of: OrderReport) -> dict[str, Any]:
    """The report for JSON: days as `2026-11-11`, money as text with its cents, rates as shares of 1."""
    return {
        "first": of.first.isoformat(),
        "last": of.last.isoformat(),
        "recovered": _plain(of.recovered),
        "outcomes": [
            {"day": row.day.isoformat(), "activity": row.activity_id, "outcome": row.outcome.value, **_plain(row.total)}
            for row in of.ended
        ],
        "lost_reasons": [
            {"day": row.day.isoformat(), "activity": row.activity_id, "reason": row.reason, **_plain(row.total)}
            for row in of.lost
        ],
        "steps": [{"kind": row.kind_id, "step": row.step_id, **_plain_rate(row)} for row in of.steps],
        "phrases": [{"phrase": row.phrase_id, **_plain_rate(row)} for row in of.phrases],
        "without_urge": _plain_rate(of.unurged),
        "urges_by_hour": list(of.urges_by_hour),
        "recovery_by_hour": [
            {"urged": _plain(asked), "paid": _plain(paid)}
            for asked, paid in zip(of.asked_by_hour, of.answered_by_hour, strict=True)
        ],
        "paid_by_hour": [_plain(total) for total in of.paid_by_hour],
    }


def _has_ended(order: Order, since: datetime, until: datetime) -> bool:
    return order.outcome is not None and order.outcome_at is not None and since <= order.outcome_at < until


def _last_urges(orders: Iterable[Order], urges: Iterable[Event]) -> dict[str, Event]:
    """Of each order that was urged the last urge while it lasted."""
    ends = {order.id: order.outcome_at for order in orders}
    found: dict[str, Event] = {}
    for urge in urges:
        end, former = ends.get(urge.order_id), found.get(urge.order_id)
        if end is not None and urge.at <= end and (former is None or urge.at >= former.at):
            found[urge.order_id] = urge
    return found


def _ended(orders: Iterable[Order], zone: ZoneInfo) -> Iterator[Ended]:
    found: dict[tuple[date, str, str], list[Order]] = {}
    for order, day in _dated(orders, zone):
        if order.outcome is not None:
            found.setdefault((day, order.activity_id, order.outcome.value), []).append(order)
    for (day, activity_id, outcome), some in sorted(found.items()):
        yield Ended(day, activity_id, Outcome(outcome), _sum(some))


def _lost(orders: Iterable[Order], zone: ZoneInfo) -> Iterator[Lost]:
    found: dict[tuple[date, str, str], list[Order]] = {}
    for order, day in _dated(orders, zone):
        if order.outcome is not Outcome.PAID:
            found.setdefault((day, order.activity_id, order.lost_reason), []).append(order)
    for (day, activity_id, reason), some in sorted(found.items()):
        yield Lost(day, activity_id, reason, _sum(some))


def _recovery(asked: Iterable[tuple[Order, tuple[str, str, str]]]) -> Iterator[Recovery]:
    found: dict[tuple[str, str, str], list[Order]] = {}
    for order, key in asked:
        found.setdefault(key, []).append(order)
    for key, orders in sorted(found.items()):
        yield Recovery(*key, _sum(orders), _sum(order for order in orders if order.outcome is Outcome.PAID))


def _dated(orders: Iterable[Order], zone: ZoneInfo) -> Iterator[tuple[Order, date]]:
    for order in orders:
        if order.outcome_at is not None:
            yield order, order.outcome_at.astimezone(zone).date()


def _by_hour(moments: Iterable[datetime], zone: ZoneInfo) -> tuple[int, ...]:
    counts = [0] * HOURS
    for at in moments:
        counts[at.astimezone(zone).hour] += 1
    return tuple(counts)


def _along_hours(dated: Iterable[tuple[datetime, Order]], zone: ZoneInfo) -> Hours:
    found: list[list[Order]] = [[] for _hour in range(HOURS)]
    for at, order in dated:
        found[at.astimezone(zone).hour].append(order)
    return tuple(_sum(orders) for orders in found)


def _sum(orders: Iterable[Order]) -> Total:
    amounts = [order.amount or Decimal(0) for order in orders]
    return Total(len(amounts), sum(amounts, Decimal(0)))


def _plus(one: Total, other: Total) -> Total:
    return Total(one.count + other.count, one.money + other.money)


def _grouped(pairs: "Iterable[tuple[Any, Total]]", known: Iterable[Any]) -> dict[Any, Total]:
    found = dict.fromkeys(known, _NOTHING)
    for key, total in pairs:
        found[key] = _plus(found.get(key, _NOTHING), total)
    return found


def _along(days: Sequence[date], pairs: Iterable[tuple[date, Total]]) -> tuple[Total, ...]:
    found = _grouped(pairs, days)
    return tuple(found[day] for day in days)


def _plain(total: Total) -> dict[str, Any]:
    return {"count": total.count, "money": f"{total.money:.2f}"}


def _plain_rate(row: Recovery) -> dict[str, Any]:
    return {"urged": _plain(row.urged), "paid": _plain(row.paid), "rate": round(row.rate, 4)}
