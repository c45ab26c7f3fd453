"""An entry of the cheat-sheet brought into shape: trimmed texts, lists without doubles, no empty rows.

The rule: tidying changes no meaning, and what is tidy stays as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeVar, cast

from app.core.sheet.activities import Activity, Coupon, ExpressFee, Gift, PerMultiple, Shipping, Transit
from app.core.sheet.entries import Fact
from app.core.sheet.products import ActivityPrice, Product, Related

_E = TypeVar("_E", bound=Activity | Product | Fact)
_T = TypeVar("_T")
_DIGITS = 30
Row = Coupon | Gift | PerMultiple | ExpressFee | Transit | Fact | ActivityPrice | Related


def trimmed(value: _T) -> _T:
    """A value of the cheat-sheet with trimmed texts, plain decimals and moments in UTC; every row stays in its place.

    What is trim comes back as it is, the same object; so does a number that is none, which the rules refuse.
    """
    done: Any = value
    if isinstance(value, str):
        done = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    elif isinstance(value, Decimal):
        done = _plain(value)
    elif isinstance(value, datetime):
        is_far = not 1 < value.year < 9999  # at the calendar's edges no zone can be told
        done = value if is_far or value.tzinfo is UTC else value.astimezone(UTC)
    elif isinstance(value, tuple):
        parts = tuple(trimmed(one) for one in value)
        done = value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    elif is_dataclass(value) and not isinstance(value, type):
        done = _with_trimmed(value)
    return cast("_T", done)


def tidied(entry: _E) -> _E:
    """A trimmed entry without empty rows and doubles, its phases in the order of their beginning."""
    return compact(trimmed(entry))


def compact(entry: _E) -> _E:
    """The second half of tidying, for an entry that is trimmed."""
    done = cast("_E", _compact(entry))
    if not isinstance(done, Activity):
        return done
    return replace(done, phases=tuple(sorted(done.phases, key=lambda phase: phase.starts_at)))


def texts(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an entry with its dotted field, those of its rows and shorter lists too."""
    if isinstance(value, str):
        if value:
            yield field, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from texts(one, f"{field}.{number}")
    elif is_dataclass(value):
        for name in _names(value):
            part = getattr(value, name)
            if part:
                yield from texts(part, f"{field}.{name}" if field else name)


def is_empty(row: Row) -> bool:
    """Whether nothing of a row of a form was filled in."""
    match row:
        case Fact():
            return not (row.question or row.answer)
        case Coupon():
            return not (row.threshold or row.off or row.name or row.link)
        case Gift():
            return not (row.threshold or row.name or row.note)
        case PerMultiple():
            return not (row.every or row.off or row.cap or row.name)
        case ExpressFee():
            return not (row.courier or row.region or row.fee)
        case Transit():
            return not (row.region or row.days_from or row.days_to or row.note)
        case ActivityPrice():
            return not (row.activity_id or row.price)
        case Related():
            return not (row.product_id or row.reason)


def _with_trimmed(value: Any) -> Any:
    new = {}
    for name in _names(value):
        old = getattr(value, name)
        if old is not None:
            done = trimmed(old)
            if done is not old:
                new[name] = done
    return replace(value, **new) if new else value


def _names(value: Any) -> Iterable[str]:
    """The fields of a dataclass; `dataclasses.fields` takes longer than all that is done with them."""
    names: Iterable[str] = value.__dataclass_fields__
    return names


def _plain(number: Decimal) -> Decimal:
    """Written out (100, not 1E+2); what would take a million digits is left as it is, and so is what is no number."""
    if not number.is_finite() or abs(number.adjusted()) > _DIGITS:
        return number
    return Decimal(f"{number.copy_abs() if number.is_zero() else number:f}")


def _compact(value: Any) -> Any:
    new = {}
    for name in _names(value):
        old = done = getattr(value, name)
        if isinstance(old, tuple) and old:
            done = _unique(old) if all(isinstance(one, str) for one in old) else _rows(old)
        elif isinstance(old, Shipping):
            done = _compact(old)
        elif isinstance(old, PerMultiple) and is_empty(old):
            done = None
        if done != old:
            new[name] = done
    return replace(value, **new) if new else value


def _rows(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(_compact(row) for row in rows if not (isinstance(row, Row) and is_empty(row)))


def _unique(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
