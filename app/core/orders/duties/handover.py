"""A handover (交接): everything that is open when a shift ends, as a card to read and as a file for the next PC.

The rule: a file of another PC is not trusted: it is taken whole or not at all, and no text of it is more than text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from app.core.orders.kinds import OrderKind
from app.core.orders.order import Event, FollowUp, Order
from app.core.sheet.changes import Change
from app.core.values import dataclass

FORMAT = "qindesk-handover"
VERSION = 1
MAX_BYTES = 64 * 1024 * 1024
_MAX_TEXT = 20_000
_MAX_AMOUNT = Decimal(10) ** 9
_Row = TypeVar("_Row", Order, Event, OrderKind, FollowUp, Change)
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Handover:
    """What one shift leaves to the next.

    `orders` are the open ones and those that ended lately, so that the next PC hears of both; `events` their history.
    Moments are those of the platform. `changes` are the changes of activities that nobody has confirmed.
    """

    made_at: datetime
    agent: str = ""
    shop: str = ""
    shift: str = ""
    orders: tuple[Order, ...] = ()
    events: tuple[Event, ...] = ()
    kinds: tuple[OrderKind, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    changes: tuple[Change, ...] = ()

    def open(self) -> Sequence[Order]:
        """The orders that wait for their payment, the nearest to close first."""
        return sorted((order for order in self.orders if order.is_open), key=lambda order: (order.closes_at, order.id))


class BadHandover(ValueError):
    """The file cannot be taken over. `rule` is one of `too_large`, `not_ours`, `newer`, `broken`."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


@dataclass(frozen=True, slots=True)
class _File:
    format: str
    version: int
    handover: Handover


@dataclass(frozen=True, slots=True)
class _Head:
    format: str = ""
    version: int = 0


def to_bytes(handover: Handover) -> bytes:
    """The file of a handover: JSON, UTF-8. How far this PC's clock was set says nothing on another one."""
    plain = replace(handover, orders=tuple(replace(order, shift=timedelta()) for order in handover.orders))
    return msgspec.json.format(msgspec.json.encode(_File(FORMAT, VERSION, plain)), indent=1)


def of_bytes(content: bytes) -> Handover:
    """What a file holds. Raises `BadHandover`."""
    if len(content) > MAX_BYTES:
        raise BadHandover("too_large")
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        head = msgspec.json.decode(content, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadHandover("broken" if FORMAT.encode() in content[:200] else "not_ours") from error
    if head.format != FORMAT:
        raise BadHandover("not_ours")
    if head.version != VERSION:
        raise BadHandover("newer" if head.version > VERSION else "broken")
    try:
        handover = msgspec.json.decode(content, type=_File).handover
        return _tidied(handover)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError) as error:
        raise BadHandover("broken") from error


def file_name(made_at: datetime, zone: ZoneInfo) -> str:
    """A name for the file that names nobody."""
    return f"qindesk-handover-{made_at.astimezone(zone):%Y%m%d-%H%M}.json"


def _tidied(handover: Handover) -> Handover:
    """A handover with all moments in UTC. Raises `BadHandover` where a value cannot be."""
    orders = tuple(_order(order) for order in handover.orders)
    ids = {order.id for order in orders}
    if len(ids) != len(orders) or any(event.order_id not in ids for event in handover.events):
        raise BadHandover("broken")
    return Handover(
        _checked(handover.made_at),
        _checked(handover.agent),
        _checked(handover.shop),
        _checked(handover.shift),
        orders,
        tuple(_all_checked(handover.events)),
        tuple(_kind(kind) for kind in handover.kinds),
        tuple(_all_checked(handover.follow_ups)),
        tuple(_all_checked(handover.changes)),
    )


def _order(order: Order) -> Order:
    (tidy,) = _all_checked([order])
    has_end = (tidy.outcome is None) is (tidy.outcome_at is None)
    if not has_end or not tidy.kind_id or tidy.closes_at < tidy.placed_at:
        raise BadHandover("broken")
    return replace(tidy, shift=timedelta())


def _kind(kind: OrderKind) -> OrderKind:
    (tidy,) = _all_checked([kind])
    lengths = [length for step in tidy.steps for length in (step.after, step.before) if length is not None]
    if tidy.closes_after is not None:
        lengths.append(tidy.closes_after)
    if len(tidy.steps) > 50 or any(not timedelta() <= length <= timedelta(days=365) for length in lengths):
        raise BadHandover("broken")
    if any((step.after is None) is (step.before is None) for step in tidy.steps):
        raise BadHandover("broken")
    return tidy


def _all_checked(values: Iterable[_Row]) -> Iterator[_Row]:
    for value in values:
        if not value.id:
            raise BadHandover("broken")
        yield replace(value, **{field.name: _checked(getattr(value, field.name)) for field in fields(value)})


def _checked(value: Any) -> Any:
    """A value as it may be kept. Raises `BadHandover`."""
    if isinstance(value, datetime):
        if value.tzinfo is None or not _FIRST <= value < _LAST:
            raise BadHandover("broken")
        return value.astimezone(UTC)
    if isinstance(value, str) and len(value) > _MAX_TEXT:
        raise BadHandover("broken")
    if isinstance(value, Decimal) and not (value.is_finite() and 0 <= value < _MAX_AMOUNT):
        raise BadHandover("broken")
    if isinstance(value, tuple):
        if len(value) > 1000:
            raise BadHandover("broken")
        return tuple(_checked(one) if isinstance(one, str) else one for one in value)
    return value
