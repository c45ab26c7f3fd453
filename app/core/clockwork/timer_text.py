"""An ad hoc countdown as an agent types it: `15m 回电`, `半小时`, `21:30 开抢`, `明天 9:00 发货`.

The rule: the time stands anywhere in the line, and what is left of the line is the label, unchanged.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.clockwork.countdowns import Timer
from app.core.clockwork.moments import NUMBER, BadMoment, Found, find_moments, half_width, number
from app.core.values import dataclass

LONGEST = timedelta(days=366)
_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_COUNT = rf"(?:\d+(?:\.\d+)?|{NUMBER})"
_LENGTH = rf"""(?<![\d.:])(?:\b(?:in|after)\s+)?(?=[\d零一二两三四五六七八九十半])
    (?:(?P<days>{_COUNT})\s*(?:天|d(?![a-z])|days?(?![a-z])))?\s*
    (?:(?P<hours>{_COUNT})\s*(?:(?P<hour_and>个半)(?:小时|钟头?)
        |个?(?:小时|钟头)(?P<and_half>半)?|h(?![a-z])|hrs?(?![a-z])|hours?(?![a-z]))|(?P<half_hour>半)个?(?:小时|钟头?))?\s*
    (?:(?P<quarters>[一两三])刻钟|(?P<minutes>{_COUNT})\s*(?:分(?P<minute_half>半)|分钟?|m(?![a-z])|mins?(?![a-z])|minutes?(?![a-z])))?\s*
    (?:(?P<seconds>{_COUNT})\s*(?:秒钟?|s(?![a-z])|secs?(?![a-z])|seconds?(?![a-z])))?
    \s*(?:(?:之|以)?后)?"""
_FLAGS = re.IGNORECASE | re.VERBOSE  # compiled at the first use, and kept by `re`
_EDGES = " \u3000\t,，。;；:：、-—~"
"""What is taken off the ends of a label."""


class BadTimer(BadMoment):
    """It cannot be counted down to. `rule` is a word of `BadMoment` or one of these:

    `past`, `too_short` (no time at all), `too_long` (more than a year).
    """


@dataclass(frozen=True, slots=True)
class _Length:
    """A length inside a text."""

    length: timedelta
    start: int
    end: int


def read_timer(text: str, now: datetime, zone: ZoneInfo) -> Timer:
    """The timer that was typed, set at `now` and without an id. Raises `BadTimer`.

    Of several times in a line the one at its beginning counts, else the one at its end, else the first. A time of day
    that has passed is tomorrow's.
    """
    if not text.strip():
        raise BadTimer("empty")
    try:
        meant = _meant(text, now, zone)
    except BadMoment as bad:
        raise BadTimer(bad.rule) from bad
    due_at = now + meant.length if isinstance(meant, _Length) else _ahead(text, meant, now, zone)
    if due_at - now > LONGEST:
        raise BadTimer("too_long")
    label = _label(text, meant)
    return Timer(id="", label=label, due_at=due_at, set_at=now, is_length=isinstance(meant, _Length))


def _meant(text: str, now: datetime, zone: ZoneInfo) -> Found | _Length:
    lengths = list(_lengths(text))
    if lengths and _rank(lengths[0], text)[0] == 0:
        return lengths[0]  # whatever looks like a moment after it, a size of 40:90, is part of the label
    times: list[Found | _Length] = [*find_moments(text, now, zone), *lengths]
    if not times:
        raise BadTimer("not_understood")
    return min(times, key=lambda time: _rank(time, text))


def _rank(time: Found | _Length, text: str) -> tuple[int, int, int]:
    is_first = not text[: time.start].strip(_EDGES)
    is_last = not text[time.end :].strip(_EDGES)
    return 0 if is_first else 1 if is_last else 2, time.start, -time.end


def _ahead(text: str, found: Found, now: datetime, zone: ZoneInfo) -> datetime:
    """Its moment; a time of day without a day that has passed comes again tomorrow. Raises `BadTimer`."""
    if found.at > now:
        return found.at
    if found.has_day:
        raise BadTimer("past")
    try:
        tomorrow = next(find_moments(text[found.start : found.end], now + _DAY, zone))
    except BadMoment as bad:
        raise BadTimer(bad.rule) from bad
    return tomorrow.at


def _lengths(text: str) -> Iterator[_Length]:
    for match in re.finditer(_LENGTH, half_width(text), _FLAGS):
        if not any(match[part] for part in ("days", "hours", "half_hour", "quarters", "minutes", "seconds")):
            continue
        length = _length(match)
        if not length:
            raise BadTimer("too_short")
        end = match.start() + len(match[0].rstrip())
        yield _Length(length, match.start(), end)


def _length(match: re.Match[str]) -> timedelta:
    halves = timedelta(minutes=30) if match["hour_and"] or match["and_half"] or match["half_hour"] else timedelta()
    if match["minute_half"]:
        halves += timedelta(seconds=30)
    quarters = _count(match["quarters"]) * _QUARTER
    try:
        return halves + quarters + timedelta(**{u: _count(match[u]) for u in ("days", "hours", "minutes", "seconds")})
    except OverflowError as error:
        raise BadTimer("too_long") from error


def _count(text: str | None) -> float:
    """A count in digits, with decimals too, or in Chinese. Raises `BadMoment`."""
    if not text:
        return 0
    return number(text) if not text[0].isdigit() else float(text)


def _label(text: str, meant: Found | _Length) -> str:
    """The line without its time; where that stood apart in the middle, its ends stay apart."""
    head, tail = text[: meant.start], text[meant.end :]
    before, after = head.strip(_EDGES), tail.strip(_EDGES)
    is_apart = (head[-1:].isspace() and tail[:1].isspace()) or (before.isascii() and after.isascii())
    return f"{before} {after}" if before and after and is_apart else before + after
