"""Orders, their history, kinds and follow-ups as rows, and back; for SQLAlchemy and plain sqlite3.

The rule: what this version cannot read stays where it lies, is told in the log by its id alone, and stops nothing.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import islice, repeat
from typing import Any

import msgspec

from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.orders.order import Deed, Event, Flag, FollowUp, Manner, Order, Outcome
from db.phrase_fields import microseconds
from db.rows.columns import Known, moments, quick_moment
from db.rows.phrases import UNREADABLE, no_collection, readable

ORDER_COLUMNS = tuple(field.name for field in fields(Order))
"""The columns of a row, in the order of the fields of `Order`."""
EVENT_COLUMNS = tuple(field.name for field in fields(Event))
FOLLOW_UP_COLUMNS = tuple(field.name for field in fields(FollowUp))

_Fill = Callable[[Order, Any], None]
_Convert = Callable[[Sequence[Any]], Iterable[Any]]
Ask = Callable[[str, Sequence[Any]], Iterable[Sequence[Any]]]
"""Gives the rows of a SELECT with question marks for the values, one after the other."""

_SELECT = f"SELECT {', '.join(ORDER_COLUMNS)} FROM orders"  # noqa: S608 - our own names
_BY_ID = f"{_SELECT} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own names
_BY_NUMBER = f"{_SELECT} WHERE number != '' AND number IN (SELECT value FROM json_each(?))"  # noqa: S608
_EVENTS = f"SELECT {', '.join(EVENT_COLUMNS)} FROM order_events"  # noqa: S608 - our own names
_EMPTY = "[]"
_MICROSECOND = timedelta(microseconds=1)
_NO_SHIFT = timedelta()
_AT_ONCE = 300
"""So many rows stay in the processor's cache while orders are made of them; of more it takes half as long again."""
_MANNERS: dict[str | None, Manner | None] = {None: None, **{manner.value: manner for manner in Manner}}
_OUTCOMES: dict[str | None, Outcome | None] = {None: None, **{outcome.value: outcome for outcome in Outcome}}
_FLAGS: dict[int | None, Flag | None] = {None: None, **{flag.value: flag for flag in Flag}}
_DEEDS = {deed.value: deed for deed in Deed}
_read_texts = msgspec.json.Decoder(tuple[str, ...]).decode
_read_kind = msgspec.json.Decoder(OrderKind).decode
_encode = msgspec.json.Encoder().encode


def order_row(order: Order) -> tuple[Any, ...]:
    """The values of `ORDER_COLUMNS`."""
    return (
        order.id,
        order.buyer,
        order.kind_id,
        microseconds(order.placed_at),
        microseconds(order.closes_at),
        order.number,
        None if order.amount is None else str(order.amount),
        _texts(order.items),
        order.note,
        None if order.flag is None else order.flag.value,
        order.agent,
        None if order.manner is None else order.manner.value,
        order.problem,
        order.activity_id,
        None if order.outcome is None else order.outcome.value,
        _maybe_microseconds(order.outcome_at),
        order.lost_reason,
        _maybe_microseconds(order.snoozed_until),
        order.is_overridden,
        _texts(order.checks),
        order.source,
        _maybe_microseconds(order.added_at),
        order.shift // _MICROSECOND,
    )


def read_orders(ask: Ask) -> list[Order]:
    """Every order that can be read, the nearest to close first."""
    with no_collection():
        return sorted(_orders(ask(_SELECT, ())), key=lambda order: (order.closes_by(_NO_SHIFT), order.id))


def read_recent(ask: Ask, since: datetime) -> list[Order]:
    """The open orders and those that ended since a moment, in no order."""
    ((open_ones, all_of_them),) = ask("SELECT count(*) FILTER (WHERE outcome IS NULL), count(*) FROM orders", ())
    column = "+outcome" if open_ones * 2 > all_of_them else "outcome"  # with the plus: passing over the index
    with no_collection():
        orders = _orders(ask(f"{_SELECT} WHERE {column} IS NULL", ()))
        ended = ask(f"{_SELECT} WHERE outcome IS NOT NULL AND outcome_at >= ?", (microseconds(since),))
        return orders + _orders(ended)


def read_found(ask: Ask, ids: Iterable[str], numbers: Iterable[str]) -> list[Order]:
    """The orders of these ids or numbers, each once, in no order."""
    named = (_encode(list(ids)).decode(), _encode([number for number in numbers if number]).decode())
    by_id = ask(_BY_ID, named[:1])
    by_number = ask(_BY_NUMBER, named[1:])
    with no_collection():
        return _orders(list({row[0]: row for row in (*by_id, *by_number)}.values()))


def _orders(rows: Iterable[Sequence[Any]]) -> list[Order]:
    orders: list[Order] = []
    remaining = iter(rows)
    filled = _filled()
    while some := list(islice(remaining, _AT_ONCE)):
        try:
            orders += _by_columns(some, filled)
        except UNREADABLE:
            orders += readable(some, _by_row, "order")
    return orders


def _by_columns(rows: Sequence[Sequence[Any]], filled: Sequence[tuple[_Fill, _Convert | None]]) -> list[Order]:
    """Orders of rows, column by column: the slots are filled without a step of Python in between.

    Row by row through the `__init__` of a frozen dataclass takes thrice the time, at 100,000 half a second of a start.
    """
    orders = list(map(object.__new__, repeat(Order, len(rows))))
    for (fill, convert), column in zip(filled, zip(*rows, strict=True), strict=True):
        deque(map(fill, orders, column if convert is None else convert(column)), maxlen=0)
    return orders


def _filled() -> list[tuple[_Fill, _Convert | None]]:
    """How each slot is filled from its column. What comes often is made once a reading."""
    return [(getattr(Order, name).__set__, _of_column(name)) for name in ORDER_COLUMNS]


def _of_column(name: str) -> _Convert | None:
    if name in ("placed_at", "closes_at"):
        return moments
    convert = _CONVERTED.get(name)
    return None if convert is None else partial(map, Known(convert).__getitem__)


def _by_row(row: Sequence[Any]) -> Order:
    return Order(
        **{name: _CONVERTED.get(name, _as_it_is)(value) for name, value in zip(ORDER_COLUMNS, row, strict=True)}
    )


def event_row(event: Event) -> tuple[Any, ...]:
    """The values of `EVENT_COLUMNS`."""
    return (
        event.id,
        event.order_id,
        event.deed.value,
        microseconds(event.at),
        event.agent,
        event.step_id,
        event.phrase_id,
        event.text,
    )


def read_events(ask: Ask, since: datetime | None) -> list[Event]:
    """The history from a moment on, the oldest first; those of one moment in the order they were stored."""
    if since is None:
        return _events(ask(f"{_EVENTS} ORDER BY at, rowid", ()))
    return _events(ask(f"{_EVENTS} WHERE at >= ? ORDER BY at, rowid", (microseconds(since),)))


def read_marks(ask: Ask) -> list[Event]:
    """The reminders and urges of open orders, the oldest first."""
    open_ones = "SELECT id FROM orders WHERE outcome IS NULL"
    deeds = (Deed.REMINDED.value, Deed.URGED.value)
    return _events(ask(f"{_EVENTS} WHERE deed IN (?, ?) AND order_id IN ({open_ones}) ORDER BY at, rowid", deeds))


def read_history(ask: Ask, order_id: str) -> list[Event]:
    """What happened to one order, the oldest first."""
    return _events(ask(f"{_EVENTS} WHERE order_id = ? ORDER BY at, rowid", (order_id,)))


def _events(rows: Iterable[Sequence[Any]]) -> list[Event]:
    with no_collection():
        return list(readable(rows, _event, "event"))


def _event(row: Sequence[Any]) -> Event:
    return Event(row[0], row[1], _DEEDS[row[2]], quick_moment(row[3]), *row[4:])


def kind_row(kind: OrderKind) -> tuple[Any, ...]:
    """The values of the row of a kind."""
    return kind.id, kind.position, _encode(kind).decode()


def read_kinds(ask: Ask) -> tuple[OrderKind, ...]:
    """The shop's kinds; the defaults where none can be read."""
    rows = ask("SELECT id, document FROM order_kinds ORDER BY position, id", ())
    return tuple(readable(rows, lambda row: _read_kind(row[1]), "kind of orders")) or DEFAULTS


def follow_up_row(follow_up: FollowUp) -> tuple[Any, ...]:
    """The values of `FOLLOW_UP_COLUMNS`."""
    return (
        follow_up.id,
        follow_up.buyer,
        follow_up.text,
        microseconds(follow_up.due_at),
        follow_up.order_id,
        follow_up.phrase_id,
        follow_up.agent,
        _maybe_microseconds(follow_up.made_at),
        _maybe_microseconds(follow_up.done_at),
    )


def read_follow_ups(ask: Ask) -> list[FollowUp]:
    """All of them, the nearest first."""
    columns = ", ".join(FOLLOW_UP_COLUMNS)
    rows = ask(f"SELECT {columns} FROM follow_ups ORDER BY due_at, id", ())  # noqa: S608 - our own names
    return list(readable(rows, _follow_up, "follow-up"))


def _follow_up(row: Sequence[Any]) -> FollowUp:
    made_at, done_at = _maybe_moment(row[7]), _maybe_moment(row[8])
    return FollowUp(row[0], row[1], row[2], quick_moment(row[3]), row[4], row[5], row[6], made_at, done_at)


def _maybe_moment(value: int | None) -> datetime | None:
    return None if value is None else quick_moment(value)


def _maybe_amount(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _shift(value: int) -> timedelta:
    return timedelta(microseconds=value) if value else _NO_SHIFT


def _as_it_is(value: Any) -> Any:
    return value


_CONVERTED: Mapping[str, Callable[[Any], Any]] = {
    "placed_at": quick_moment,
    "closes_at": quick_moment,
    "amount": _maybe_amount,
    "items": _read_texts,
    "flag": _FLAGS.__getitem__,
    "manner": _MANNERS.__getitem__,
    "outcome": _OUTCOMES.__getitem__,
    "outcome_at": _maybe_moment,
    "snoozed_until": _maybe_moment,
    "is_overridden": bool,
    "checks": _read_texts,
    "added_at": _maybe_moment,
    "shift": _shift,
}
"""How a value of a column becomes one of the field; the others are kept as they are."""


def _texts(texts: tuple[str, ...]) -> str:
    return _encode(texts).decode() if texts else _EMPTY


def _maybe_microseconds(at: datetime | None) -> int | None:
    return None if at is None else microseconds(at)
