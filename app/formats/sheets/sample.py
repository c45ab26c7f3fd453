"""The cheat-sheet that comes with the program for trying it out: a small shop on Double Eleven.

The rule: its file tells days by their distance from the sale's first day (`"+0 20:00"`, in texts `<+1>`), so it is
about this year whenever it is read. From October to the end of the sale that day is November 11 itself; in the rest of
the year it is today, so that whoever tries the program sees something run.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from app.core.phrases.places import STEP
from app.core.sheet.activities import Activity
from app.core.sheet.entries import SAMPLE, Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry

_MOMENTS = frozenset({"starts_at", "ends_at", "from_at", "until_at"})
_MOMENT = re.compile(r"([+-]\d+) (\d\d):(\d\d)")
_DAY = re.compile(r"<([+-]\d+)>")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FIRST, _SALE, _LAST = (10, 1), (11, 11), (11, 13)


class _Sample(msgspec.Struct, frozen=True):
    """The file, its days already told."""

    language: str
    activities: tuple[Activity, ...]
    products: tuple[Product, ...]
    facts: tuple[Fact, ...]


def read_sample(path: str | Path, now: datetime, zone: ZoneInfo) -> Sequence[Entry]:
    """The entries of a file of ours as of a moment. Their ids stay, so reading it again gives the same entries."""
    plain = msgspec.json.decode(Path(path).read_bytes())
    first = sale_day(now, zone)
    is_chinese = plain["language"].startswith("zh")
    sample = msgspec.convert(_dated(plain, first, zone, is_chinese=is_chinese), _Sample)
    return [*_ours(sample.activities), *_ours(sample.products), *_ours(sample.facts)]


def sale_day(now: datetime, zone: ZoneInfo) -> date:
    """The first day of the sale: November 11 from October on until it is over, else today."""
    today = now.astimezone(zone).date()
    if _FIRST <= (today.month, today.day) <= _LAST:
        return date(today.year, *_SALE)
    return today


def _ours(entries: Sequence[Entry]) -> list[Entry]:
    """Entries with their place and source; the questions that belong to them are of the same source."""
    ours: list[Entry] = []
    for number, entry in enumerate(entries, start=1):
        own = replace(entry, source=SAMPLE, position=STEP * number)
        facts = () if isinstance(own, Fact) else tuple(replace(fact, source=SAMPLE) for fact in own.facts)
        ours.append(own if isinstance(own, Fact) else replace(own, facts=facts))
    return ours


def _dated(value: Any, first: date, zone: ZoneInfo, *, is_chinese: bool, key: str = "") -> Any:
    """A value of the file with moments in place of their distances."""
    if isinstance(value, dict):
        return {name: _dated(each, first, zone, is_chinese=is_chinese, key=name) for name, each in value.items()}
    if isinstance(value, list):
        return [_dated(each, first, zone, is_chinese=is_chinese, key=key) for each in value]
    if not isinstance(value, str):
        return value
    if key in _MOMENTS:
        return _moment(value, first, zone)
    return _DAY.sub(lambda match: _said(first + timedelta(days=int(match[1])), is_chinese), value)


def _moment(text: str, first: date, zone: ZoneInfo) -> datetime:
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    hours, minutes = int(match[2]), int(match[3])
    day = first + timedelta(days=int(match[1]) + hours // 24)
    return datetime(day.year, day.month, day.day, hours % 24, minutes, tzinfo=zone).astimezone(UTC)


def _said(day: date, is_chinese: bool) -> str:
    return f"{day.month}月{day.day}日" if is_chinese else f"{_MONTHS[day.month - 1]} {day.day}"
