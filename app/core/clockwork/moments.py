"""Moments as people write and say them: read from a field, written back into it, and told to a buyer.

The rule: what is kept is exact, aware and UTC; what is said of a time left never promises more than there is.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from app.core.values import dataclass

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""In English whatever the computer speaks: `strftime` names them in the language of the system, which Qt turns on."""
_MONTHS = tuple(name[:3] for name in MONTHS)
_WORDS_OF_DAYS = {
    -2: ("前天",),
    -1: ("昨天", "昨日", "昨", "yesterday"),
    0: ("今天", "今日", "今", "today", "tonight"),
    1: ("明天", "明日", "明", "tomorrow"),
    2: ("后天",),
    3: ("大后天",),
}
_DAY_WORDS = {word: days for days, words in _WORDS_OF_DAYS.items() for word in words}
_EVENING = ("晚", "夜", "tonight")
_AFTERNOON = ("下午", "傍晚", "pm", "p.m.")
_SMALL_HOURS = 5
"""今晚1点 is the night that follows: an hour below this one, said of an evening, belongs to the next day."""

_HALF_WIDTH = {0x3000: " ", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
NUMBER = r"(?:\d{1,2}|[零一二两三四五六七八九十]{1,3})"
"""A number below 100 in digits or Chinese; `number` reads it."""

_DAY_FORM = rf"""(?:
    (?:(?P<year>\d{{4}})\s*[-/.年]\s*)?(?P<month>{NUMBER})\s*[-/.月]\s*(?P<day>{NUMBER})\s*[日号]?
  | (?P<only_day>{NUMBER})\s*[日号]
  | (?P<name>{"|".join(_MONTHS)})[a-z]*\.?\s+(?P<named_day>\d{{1,2}})(?:,?\s+(?P<named_year>\d{{4}}))?
  | (?P<word>{"|".join(sorted(_DAY_WORDS, key=len, reverse=True))})
)"""
_CLOCK_FORM = rf"""(?P<part>凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里)?\s*(?P<hour>{NUMBER})\s*(?:
    :\s*(?P<minute>\d{{1,2}})(?:\s*:\s*(?P<second>\d{{1,2}}))?
  | [点时](?:\s*(?P<half>半)|\s*(?P<quarter>[一三])刻|整|钟
      |\s*(?P<minute_word>{NUMBER})(?:\s*分(?!钟))?(?:(?P<second_word>{NUMBER})\s*秒)?)?
  | (?=\s*[ap]\.?m)
)(?:\s*(?P<half_day>[ap]\.?m\.?)(?![a-z]))?(?:\s*(?P<offset>z|[+-]\d\d:?\d\d))?"""
# A day alone may be read but not found: 5-6 in the middle of a label is no day.
_FORM = rf"(?<![\d.:])(?P<said_day>{_DAY_FORM})?(?:\s*t(?=\d)|[\s,]*)(?!(?<=\d)\d)(?P<clock>{_CLOCK_FORM})?(?![\d:])"
# Compiled at the first use, and kept by `re`: it takes longer than all other imports of the core.
_FLAGS = re.IGNORECASE | re.VERBOSE


class BadMoment(ValueError):
    """It cannot be read. `rule` is one word of these, which the interface turns into a sentence:

    `empty`, `not_understood`, `no_such_day` (February 30), `no_such_time` (25:00), `skipped_time` (clocks are put
    forward over it), `no_such_zone`.
    """

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Found:
    """A moment inside a text, from `start` to before `end` of it; `has_day` tells whether its day was said."""

    at: datetime
    start: int
    end: int
    has_day: bool


def zone_of(name: str) -> "ZoneInfo":
    """The time zone of a name of the tz database (`Asia/Shanghai`). Raises `BadMoment`."""
    try:
        from zoneinfo import ZoneInfo  # noqa: PLC0415 - it costs more than all of this, and a start asks for no zone

        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # OSError: the name of a folder of zones, such as Asia
        raise BadMoment("no_such_zone") from error


def in_utc(at: datetime) -> datetime:
    """A moment that somebody else wrote down; without an offset it is meant in UTC. Raises `BadMoment`.

    In the first and the last year that a calendar knows, other zones have days that it does not know.
    """
    if not MINYEAR < at.year < MAXYEAR:
        raise BadMoment("out_of_reach")
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def read_moment(text: str, now: datetime, zone: "ZoneInfo") -> datetime:
    """The moment that was typed, in UTC. Raises `BadMoment`.

    Without a year the nearest such day is meant, without a day today, without a time the day's beginning; a wall time
    that comes twice is its first one.
    """
    plain = half_width(text).strip()
    if not plain:
        raise BadMoment("empty")
    match = re.fullmatch(_FORM, plain, _FLAGS)
    if match is None:
        raise BadMoment("not_understood")
    return _at(match, now.astimezone(zone).date(), zone)


def find_moments(text: str, now: datetime, zone: "ZoneInfo") -> Iterator[Found]:
    """The moments inside a text that say a time of day, in their order. One that does not exist raises `BadMoment`."""
    today = now.astimezone(zone).date()
    for match in re.finditer(_FORM, half_width(text), _FLAGS):
        if match["clock"]:
            start, end = match.span("said_day")[0] if match["said_day"] else match.start("clock"), match.end("clock")
            yield Found(_at(match, today, zone), start, end, match["said_day"] is not None)


def half_width(text: str) -> str:
    """The text with half-width digits, letters and marks, sign for sign."""
    return text.translate(_HALF_WIDTH)


def number(text: str) -> int:
    """What a `NUMBER` stands for. Raises `BadMoment` for Chinese digits that make none."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if any(len(part) > 1 or (part and part not in _DIGITS) for part in (tens, ones)):
        raise BadMoment("not_understood")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def written(at: datetime, zone: "ZoneInfo") -> str:
    """To the second as `read_moment` reads it back: `2026-11-11 20:00`, seconds where they are not 0.

    The second of two equal wall times, when clocks are put back, carries its distance from UTC.
    """
    local = at.astimezone(zone)
    seconds = f":{local.second:02}" if local.second else ""
    offset = f"{local:%z}" if local.fold else ""
    return f"{local.year:04}-{local:%m-%d %H:%M}{seconds}{offset}"


def said(at: datetime, now: datetime, zone: "ZoneInfo", is_chinese: bool, *, is_end: bool = False) -> str:
    """A moment as a buyer is told it: `今天 20:00`, `11月13日 0:00`; with `is_end` a midnight is `11月12日 24:00`."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    day, hour = local.date(), local.hour
    if is_end and (local.hour, local.minute, local.second) == (0, 0, 0):
        day, hour = day - _DAY, 24
    seconds = f":{local.second:02}" if local.second else ""
    return f"{_said_day(day, today, is_chinese)} {hour}:{local.minute:02}{seconds}"


def left_in_words(left: timedelta, *, is_chinese: bool) -> str:
    """What is left: `还有3小时12分`, `还有8分20秒`, `最后40秒`. What does not fill a unit is dropped."""
    if left < _SECOND:
        if left > timedelta():
            return "马上到点" if is_chinese else "any moment now"
        return "时间到了" if is_chinese else "time is up"
    if left < _MINUTE:
        return f"最后{left // _SECOND}秒" if is_chinese else f"last {left // _SECOND} s"
    words = _in_words(left, is_chinese, has_seconds=left < 10 * _MINUTE)
    return f"还有{words}" if is_chinese else f"{words} left"


def length_in_words(length: timedelta, is_chinese: bool) -> str:
    """A length in its two largest units, cut off rather than rounded: `12分钟`, `3小时12分`, `2天5小时`, `2 d 5 h`."""
    return _in_words(abs(length), is_chinese, has_seconds=abs(length) < _MINUTE)


def clock_face(left: timedelta, *, is_chinese: bool = True) -> str:
    """What is left as a clock shows it, `03:12:44`; from one day on `3天 02:12:44`. It stands still at `00:00:00`."""
    seconds = max(left // _SECOND, 0)
    days, rest = divmod(seconds, 86_400)
    face = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    if not days:
        return face
    return f"{days}天 {face}" if is_chinese else f"{days} d {face}"


def _at(match: re.Match[str], today: date, zone: "ZoneInfo") -> datetime:
    if not (match["said_day"] or match["clock"]):
        raise BadMoment("not_understood")
    day, clock = _day(match, today), _clock(match)
    offset = (match["offset"] or "").upper()
    try:
        wall = datetime(day.year, day.month, day.day) + clock  # noqa: DTZ001 - its zone comes next
        if offset:
            return datetime.fromisoformat(f"{wall.isoformat()}{offset}").astimezone(UTC)
        at = wall.replace(tzinfo=zone).astimezone(UTC)
        is_skipped = at.astimezone(zone).replace(tzinfo=None) != wall
    except (OverflowError, ValueError) as error:  # the year 10000; +99:00
        raise BadMoment("no_such_time" if offset else "no_such_day") from error
    if is_skipped:
        raise BadMoment("skipped_time")
    return at


def _day(match: re.Match[str], today: date) -> date:
    if match["word"]:
        return today + _DAY * _DAY_WORDS[match["word"].lower()]
    if match["only_day"]:
        months = (today.year * 12 + today.month - 1 + step for step in (-1, 0, 1))
        return _nearest(today, ((month // 12, month % 12 + 1, number(match["only_day"])) for month in months))
    if match["name"]:
        month, day = _MONTHS.index(match["name"].title()) + 1, int(match["named_day"])
    elif match["month"]:
        month, day = number(match["month"]), number(match["day"])
    else:
        return today
    year = match["year"] or match["named_year"]
    years = (int(year),) if year else (today.year - 1, today.year, today.year + 1)
    return _nearest(today, ((year, month, day) for year in years))


def _nearest(today: date, days: Iterable[tuple[int, int, int]]) -> date:
    """The nearest of the days that exist, the later one of two."""
    existing = []
    for day in days:
        try:
            existing.append(date(*day))
        except ValueError:
            continue
    if not existing:
        raise BadMoment("no_such_day")
    return min(existing, key=lambda day: (abs(day - today), today - day))


def _clock(match: re.Match[str]) -> timedelta:
    """The time of day that was said, as a length from midnight; a late evening may reach into the next day."""
    if not match["clock"]:
        return timedelta()
    minute = number(match["minute"] or match["minute_word"] or "零")
    minute = 30 if match["half"] else 15 * number(match["quarter"]) if match["quarter"] else minute
    second = number(match["second"] or match["second_word"] or "零")
    hour = number(match["hour"])
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second)):
        raise BadMoment("no_such_time")
    return timedelta(hours=_full_hour(hour, match), minutes=minute, seconds=second)


def _full_hour(hour: int, match: re.Match[str]) -> int:
    part, half_day = match["part"] or "", (match["half_day"] or "").lower()
    if half_day and not 1 <= hour <= 12:
        raise BadMoment("no_such_time")
    if half_day:
        return hour % 12 + (12 if half_day.startswith("p") else 0)
    if part.startswith(_EVENING) or (match["word"] or "").lower() == "tonight":
        return hour + 24 if hour < _SMALL_HOURS else hour + 12 if hour <= 12 else hour
    if part in _AFTERNOON or part == "中午":
        return hour + 12 if 1 <= hour < (12 if part in _AFTERNOON else _SMALL_HOURS) else hour
    return 0 if part == "凌晨" and hour == 12 else hour


def _said_day(day: date, today: date, is_chinese: bool) -> str:
    words = ("昨天", "今天", "明天") if is_chinese else ("yesterday", "today", "tomorrow")
    if abs(day - today) <= _DAY:
        return words[(day - today) // _DAY + 1]
    is_this_year = day.year == today.year
    if is_chinese:
        return f"{'' if is_this_year else f'{day.year}年'}{day.month}月{day.day}日"
    return f"{_MONTHS[day.month - 1]} {day.day}{'' if is_this_year else f', {day.year}'}"


def _in_words(length: timedelta, is_chinese: bool, *, has_seconds: bool) -> str:
    """The two largest units of a length that are there; minutes alone have their full name in Chinese."""
    days, hours = length // _DAY, length % _DAY // _HOUR
    minutes, seconds = length % _HOUR // _MINUTE, length % _MINUTE // _SECOND
    if days:
        parts = ((days, "天", "d"), (hours, "小时", "h"))
    elif hours:
        parts = ((hours, "小时", "h"), (minutes, "分", "min"))
    else:
        parts = ((minutes, "分", "min"), (seconds if has_seconds else 0, "秒", "s"))
    said = [f"{count}{chinese}" if is_chinese else f"{count} {english}" for count, chinese, english in parts if count]
    if is_chinese and said == [f"{minutes}分"]:
        return f"{minutes}分钟"
    return ("" if is_chinese else " ").join(said) or ("0秒" if is_chinese else "0 s")
