"""When a buyer may be asked to pay (催付), and when that waits: quiet hours, too often, too soon, has paid elsewhere.

The rule: what is held back is told with its reason and can be overridden; it is never dropped.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from app.core.orders.order import Deed, Event, Order, Outcome
from app.core.values import dataclass

_DAY = timedelta(days=1)
AWAKE = timedelta(hours=1)
"""Who ordered less long ago does not sleep: on the night of a sale most orders are placed, and run out."""
_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the shop's day in which nobody is urged; an end before the beginning is on the next day."""

    from_at: time
    until_at: time


@dataclass(frozen=True, slots=True)
class UrgeRules:
    """How often and when: by default two urges per buyer and day, and none right after another.

    Whole days of `paid_since` are those of the shop: with one day a payment counts that was made since yesterday, at
    whatever hour. Any other length is as long as it says; with none no payment counts.
    """

    per_day: int = 2
    cooldown: timedelta = timedelta(minutes=5)
    quiet: tuple[Quiet, ...] = (Quiet(time(0, 30), time(8, 0)),)
    paid_since: timedelta = _DAY

    def rests_until(self, paid_at: datetime, zone: ZoneInfo) -> datetime:
        """Until when a buyer who paid is not urged."""
        days, rest = divmod(self.paid_since, _DAY)
        if rest or not days:
            return paid_at + self.paid_since
        day = paid_at.astimezone(zone).date() + (days + 1) * _DAY
        return datetime.combine(day, time(), zone).astimezone(UTC)

    @property
    def longest_rest(self) -> timedelta:
        """So long ago a payment may have been that counts now."""
        return self.paid_since + _DAY


class Held(Enum):
    """Why an urge waits."""

    QUIET_HOURS = "quiet_hours"
    TOO_OFTEN = "too_often"
    TOO_SOON = "too_soon"
    HAS_PAID = "has_paid"
    SNOOZED = "snoozed"


@dataclass(frozen=True, slots=True)
class Holding:
    """An urge that waits: why, and until when that holds (None: as long as the order lasts).

    `order_id` is the order that the buyer has paid.
    """

    why: Held
    until_at: datetime | None = None
    order_id: str = ""


def holding(
    order: Order,
    orders: Iterable[Order],
    events: Iterable[Event],
    rules: UrgeRules,
    now: datetime,
    zone: ZoneInfo,
    shift: timedelta = timedelta(),
) -> Holding | None:
    """Why the buyer of an order is not urged now; of several reasons the one that lasts longest.

    `orders` are those of this buyer, this one too or not; `events` are what happened to them lately; `shift` is that of
    the heartbeat.
    """
    if order.is_overridden:
        return None
    urged = [event.at for event in events if event.deed is Deed.URGED]
    reasons = (
        snoozed(order, now, shift),
        by_night(order, quiet(rules, now, zone), now, shift),
        paid(order, orders, rules, now, zone),
        too_often(urged, rules, now, zone),
        too_soon(urged, rules, now),
    )
    return longest(reason for reason in reasons if reason is not None)


def longest(reasons: Iterable[Holding]) -> Holding | None:
    """Of several reasons the one that lasts longest, the first of equal ones."""
    return max(reasons, key=lambda reason: (reason.until_at is None, reason.until_at or _EARLIEST), default=None)


def snoozed(order: Order, now: datetime, shift: timedelta) -> Holding | None:
    """Whether the agent has put it off."""
    until_at = order.snoozed_by(shift)
    return Holding(Held.SNOOZED, until_at) if until_at is not None and until_at > now else None


def quiet(rules: UrgeRules, now: datetime, zone: ZoneInfo) -> Holding | None:
    """Whether it is quiet now, and until when: hours that follow each other are one."""
    until_at = now
    for _ in range(len(rules.quiet) + 1):  # one more than there are: all day long is quiet, too
        end = max(_ends(rules.quiet, until_at, zone), default=until_at)
        if end <= until_at:
            break
        until_at = end
    return Holding(Held.QUIET_HOURS, until_at) if until_at > now else None


def by_night(order: Order, night: Holding | None, now: datetime, shift: timedelta) -> Holding | None:
    """Whether quiet hours hold an order: not one that was just placed and closes before they end."""
    if night is None or night.until_at is None:
        return night
    is_lost = order.closes_by(shift) <= night.until_at and now - order.placed_by(shift) < AWAKE
    return None if is_lost else night


def paid(order: Order, orders: Iterable[Order], rules: UrgeRules, now: datetime, zone: ZoneInfo) -> Holding | None:
    """Whether the buyer paid another order not long ago."""
    last: tuple[datetime, str] | None = None
    for other in orders:
        if other.outcome is Outcome.PAID and other.outcome_at is not None and other.id != order.id:
            found = (other.outcome_at, other.id)
            last = max(last, found) if last else found
    until_at = rules.rests_until(last[0], zone) if last else now
    return Holding(Held.HAS_PAID, until_at, last[1]) if last and until_at > now else None


def too_often(urged: Sequence[datetime], rules: UrgeRules, now: datetime, zone: ZoneInfo) -> Holding | None:
    """Whether as many urges as a buyer gets on one day of the shop went out today."""
    if len(urged) < rules.per_day:
        return None
    today = now.astimezone(zone).date()
    if sum(at.astimezone(zone).date() == today for at in urged) < rules.per_day:
        return None
    return Holding(Held.TOO_OFTEN, datetime.combine(today + _DAY, time(), zone).astimezone(UTC))


def too_soon(urged: Sequence[datetime], rules: UrgeRules, now: datetime) -> Holding | None:
    """Whether another urge went out just now; one that is ahead of the clock was, too, before that was set."""
    last = max((at for at in urged if abs(now - at) < rules.cooldown), default=None)
    return Holding(Held.TOO_SOON, last + rules.cooldown) if last is not None else None


def _ends(spans: Iterable[Quiet], now: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """When those of the quiet hours end that a moment lies in."""
    local = now.astimezone(zone)
    wall, today = local.time(), local.date()
    for span in spans:
        is_over_midnight = span.until_at < span.from_at
        is_begun, is_before_end = span.from_at <= wall, wall < span.until_at
        if (is_begun or is_before_end) if is_over_midnight else (is_begun and is_before_end):
            day = today + _DAY if is_over_midnight and is_begun else today
            yield datetime.combine(day, span.until_at, zone).astimezone(UTC)
