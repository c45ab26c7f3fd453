"""Entries of the cheat-sheet, their changes and what counts down as rows, and back; for SQLAlchemy and plain sqlite3.

The rule: what this version cannot read stays where it lies, is told in the log, and stops nothing.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from app.core.clockwork.countdowns import Heartbeat, Timer
from app.core.sheet.activities import Activity
from app.core.sheet.changes import Change
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, Sheet
from db.phrase_fields import microseconds, moment
from db.rows.phrases import no_collection

_log = logging.getLogger(__name__)

ENTRY_COLUMNS = ("id", "position", "source", "deleted_at", "document")
NOUNS: Mapping[str, type[Entry]] = {"activities": Activity, "products": Product, "facts": Fact}
"""The table of each kind of entry."""

Ask = Callable[[str], Iterable[Sequence[Any]]]
"""Gives the rows of a SELECT."""
_encode = msgspec.json.Encoder().encode


def noun_of(entry: Entry) -> str:
    """The table that an entry belongs to."""
    return next(noun for noun, kind in NOUNS.items() if isinstance(entry, kind))


def entry_row(entry: Entry) -> tuple[Any, ...]:
    """The values of `ENTRY_COLUMNS`."""
    deleted_at = microseconds(entry.deleted_at) if entry.deleted_at else None
    return entry.id, entry.position, entry.source, deleted_at, _encode(entry).decode()


def read_sheet(ask: Ask) -> Sheet:
    """Every entry that can be read."""
    with no_collection():
        return Sheet(**{noun: dict(_entries(ask, noun, kind)) for noun, kind in NOUNS.items()})


def _entries(ask: Ask, noun: str, kind: type[Any]) -> Iterator[tuple[str, Any]]:
    read = msgspec.json.Decoder(kind).decode
    for entry_id, document in ask(f"SELECT id, document FROM {noun}"):  # noqa: S608 - our own names
        try:
            entry = read(document)
        except (msgspec.DecodeError, TypeError) as error:  # TypeError: a BLOB or a number in place of the text
            _log.warning("Not read, and left as it is: %s of %s: %s", entry_id, noun, error)
            continue
        yield entry.id, entry


def change_row(change: Change) -> dict[str, Any]:
    """The values of a row by its column."""
    return {
        "id": change.id,
        "entry_id": change.entry_id,
        "entry_name": change.entry_name,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "changed_at": microseconds(change.changed_at),
        "source": change.source,
        "confirmed_at": microseconds(change.confirmed_at) if change.confirmed_at else None,
    }


def read_changes(ask: Ask) -> list[Change]:
    """The changes of running activities, the latest first; those of one edit in the order of its fields."""
    columns = "id, entry_id, entry_name, field, old, new, changed_at, source, confirmed_at"
    rows = ask(f"SELECT {columns} FROM sheet_changes ORDER BY changed_at DESC, rowid")  # noqa: S608 - our own names
    return [Change(r[0], r[1], r[2], r[3], r[4], r[5], moment(r[6]), r[7], _maybe(r[8])) for r in rows]


def read_uses(ask: Ask) -> dict[str, tuple[int, datetime]]:
    """How often each answer was used and when last."""
    rows = ask("SELECT answer_id, use_count, last_used_at FROM answer_uses")
    return {answer_id: (count, moment(at)) for answer_id, count, at in rows}


def timer_row(timer: Timer) -> dict[str, Any]:
    """The values of a row by its column."""
    return {
        "id": timer.id,
        "label": timer.label,
        "due_at": microseconds(timer.due_at),
        "set_at": microseconds(timer.set_at),
        "is_length": timer.is_length,
        "is_done": timer.is_done,
    }


def read_timers(ask: Ask) -> list[Timer]:
    """All timers, the nearest first."""
    rows = ask("SELECT id, label, due_at, set_at, is_length, is_done FROM timers ORDER BY due_at, id")
    return [Timer(row[0], row[1], moment(row[2]), moment(row[3]), bool(row[4]), bool(row[5])) for row in rows]


def read_told(ask: Ask) -> dict[str, datetime]:
    """The notices that were shown, and when."""
    return {notice_id: moment(at) for notice_id, at in ask("SELECT notice_id, told_at FROM told")}


def read_heartbeat(ask: Ask) -> Heartbeat | None:
    """What the clocks said last."""
    for wall_at, ticks, boot, shift in ask("SELECT wall_at, ticks, boot, shift FROM heartbeat WHERE id = 1"):
        return Heartbeat(moment(wall_at), float(ticks), boot, timedelta(microseconds=shift))
    return None


def _maybe(value: int | None) -> datetime | None:
    return None if value is None else moment(value)
