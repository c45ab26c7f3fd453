"""What is different between two states of an entry, field by field and in words.

The rule: one thing that was altered is one difference; rows are told apart by what they say, never by their place.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import written
from app.core.sheet.activities import Coupon, ExpressFee, Gift, PerMultiple, Phase, Transit
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Related
from app.core.sheet.sheet import Entry, Sheet, name_of
from app.core.sheet.words import number
from app.core.values import dataclass

YES, NO = "✓", "✗"
FIELDS: tuple[str, ...] = (
    "entry",
    *("name", "kind", "platform", "link", "how_to_buy", "if_page_fails", "refund_rules", "also_running", "note"),
    *("phases", "phases.name", "phases.kind", "phases.starts_at", "phases.ends_at", "phases.rate"),
    *("phases.product_ids", "phases.note"),
    *("limit.count", "limit.answer_above"),
    *("coupons", "gifts", "per_multiple"),
    *("stacking.has_coupon_with_platform", "stacking.base", "stacking.is_highest_gift_only", "stacking.note"),
    *("shipping.promise", "shipping.couriers", "shipping.can_choose_courier", "shipping.origin", "shipping.fees"),
    *("shipping.transits", "shipping.peak_note"),
    *("facts", "facts.question", "facts.answer", "facts.lifetime", "question", "answer", "lifetime"),
    *("selling_points", "size", "size_reference", "capacity", "material", "colour_remark"),
    *("page_stock", "real_stock", "is_sold_out", "price", "prices", "substitutes", "complements", "related"),
)
"""Every field that may be told of. A row's own name follows after a dot: `coupons.238`, `phases.ends_at.开售`."""
_UNTOLD = frozenset({"id", "source", "position", "deleted_at", "codes", "keywords", "stage", "picture"})
"""What only finds or orders an entry; nobody promised it to a buyer."""

Row = Phase | Fact | Coupon | Gift | ExpressFee | Transit | ActivityPrice | Related


@dataclass(frozen=True, slots=True)
class Difference:
    """One field. `old` and `new` are in words, empty where there was or is nothing; yes and no are `YES` and `NO`, and
    a choice (`kind`, `stacking.base`) is the value of its enumeration.
    """

    field: str
    old: str
    new: str


def split_field(field: str) -> tuple[str, str]:
    """A field of a difference as one of `FIELDS` and the name of the row that is meant, which may be empty."""
    known = max((one for one in FIELDS if field == one or field.startswith(f"{one}.")), key=len, default="")
    return (known, field[len(known) + 1 :]) if known else (field, "")


class Differences:
    """Compares entries in the words of a shop: its time zone, and the names that its sheet gives to ids."""

    def __init__(self, zone: ZoneInfo, sheet: Sheet) -> None:
        self._zone = zone
        self._sheet = sheet

    def between(self, old: Entry, new: Entry) -> tuple[Difference, ...]:
        """Everything that is different, in the order of the fields; an entry that went into the bin is one."""
        if (old.deleted_at is None) is not (new.deleted_at is None):
            names = (name_of(old), "") if new.deleted_at else ("", name_of(new))
            return (Difference("entry", *names),)
        return tuple(self._fields("", old, new, ""))

    def _fields(self, prefix: str, old: Any, new: Any, label: str) -> Iterator[Difference]:
        for part in fields(new if old is None else old):
            if part.name not in _UNTOLD:
                before, after = getattr(old, part.name, None), getattr(new, part.name, None)
                if before != after:
                    yield from self._field(f"{prefix}{part.name}", before, after, label)

    def _field(self, field: str, old: Any, new: Any, label: str) -> Iterator[Difference]:
        one = old or new
        if isinstance(one, tuple) and not isinstance(one[0], str):
            yield from self._rows(field, old, new)
        elif is_dataclass(one) and not isinstance(one, (PerMultiple, Lifetime)):
            yield from self._fields(f"{field}.", old, new, "")
        else:
            words = self._words(field, old), self._words(field, new)
            if words[0] != words[1]:
                yield Difference(f"{field}.{label}" if label else field, *words)

    def _rows(self, field: str, old: tuple[Row, ...], new: tuple[Row, ...]) -> Iterator[Difference]:
        before, after = ({_key(row): row for row in rows} for rows in (old, new))
        for key in {**before, **after}:
            was, now = before.get(key), after.get(key)
            row = now or was
            if was == now or row is None:
                continue
            label = self._label(row)
            if was and now and isinstance(row, (Phase, Fact)):
                yield from self._fields(f"{field}.", was, now, label)
                continue
            words = self._row(was) if was else "", self._row(now) if now else ""
            if words[0] != words[1]:
                yield Difference(f"{field}.{label}", *words)

    def _words(self, field: str, value: Any) -> str:
        name = field.rpartition(".")[2]
        if name == "product_ids":
            return _listed(self._name_of(product_id) for product_id in value or ())
        if isinstance(value, Lifetime):
            return self._lifetime(value)
        if isinstance(value, PerMultiple):
            cap = f"≤ {number(value.cap)}" if value.cap is not None else ""
            return _listed([f"{number(value.every)} − {number(value.off)}", cap, value.name])
        return _plain(value, self._zone)

    def _label(self, row: Row) -> str:
        match row:
            case Coupon() | Gift():
                return number(row.threshold)
            case ExpressFee():
                return f"{row.courier} {row.region}"
            case Transit():
                return row.region
            case ActivityPrice():
                return self._bound(row.activity_id, row.phase_id)
            case Related():
                return self._name_of(row.product_id)
            case Phase():
                return row.name
            case Fact():
                return row.question

    def _row(self, row: Row) -> str:
        match row:
            case Coupon():
                return _listed([f"{number(row.threshold)} − {number(row.off)}", row.name, row.link])
            case Gift():
                return _listed([row.name, row.note])
            case ExpressFee():
                return number(row.fee)
            case Transit():
                return _listed([f"{row.days_from}–{row.days_to}", row.note])
            case ActivityPrice():
                return number(row.price)
            case Related():
                return _listed([self._name_of(row.product_id), row.reason])
            case Phase():
                return self._span(row.starts_at, row.ends_at)
            case Fact():
                return row.answer

    def _lifetime(self, lifetime: Lifetime) -> str:
        span = self._span(lifetime.from_at, lifetime.until_at) if lifetime.from_at or lifetime.until_at else ""
        return _listed([span, self._bound(lifetime.activity_id, lifetime.phase_id) if lifetime.activity_id else ""])

    def _span(self, from_at: datetime | None, until_at: datetime | None) -> str:
        return " – ".join(written(at, self._zone) if at else "" for at in (from_at, until_at)).strip()

    def _bound(self, activity_id: str, phase_id: str) -> str:
        activity = self._sheet.activities.get(activity_id)
        phase = activity.phase(phase_id) if activity and phase_id else None
        return _listed([activity.name if activity else "", phase.name if phase else ""]) or activity_id

    def _name_of(self, product_id: str) -> str:
        product = self._sheet.products.get(product_id)
        return product.name if product else product_id


_KEYS: Mapping[type[Any], Callable[[Any], Hashable]] = {
    Phase: lambda row: row.id,
    Fact: lambda row: row.id,
    Coupon: lambda row: row.threshold,
    Gift: lambda row: row.threshold,
    ExpressFee: lambda row: (row.courier, row.region),
    Transit: lambda row: row.region,
    ActivityPrice: lambda row: (row.activity_id, row.phase_id),
    Related: lambda row: row.product_id,
}


def _key(row: Row) -> Hashable:
    return _KEYS[type(row)](row)


def _plain(value: Any, zone: ZoneInfo) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, datetime):
        return written(value, zone)
    if isinstance(value, Enum):
        return str(value.value)
    return _listed(value) if isinstance(value, tuple) else str(value)


def _listed(texts: Any) -> str:
    return " · ".join(text for text in texts if text)
