"""Lengths of time as a shop writes them: `30分钟`, `72小时`, `1天`, `1小时30分`, `90 min`.

The rule: what is shown is what can be typed; a number alone is refused, because it may be minutes or hours.
"""

import re
from datetime import timedelta

from app.core.clockwork.moments import half_width

_UNITS = {
    "天": timedelta(days=1),
    "日": timedelta(days=1),
    "d": timedelta(days=1),
    "小时": timedelta(hours=1),
    "时": timedelta(hours=1),
    "h": timedelta(hours=1),
    "分钟": timedelta(minutes=1),
    "分": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "m": timedelta(minutes=1),
    "秒": timedelta(seconds=1),
    "s": timedelta(seconds=1),
}
_NUMBER = r"\d{1,5}(?:\.\d{1,2})?"
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_PART = re.compile(rf"({_NUMBER})\s*(?:个)?({_UNIT})")
_WHOLE = re.compile(rf"(?:{_PART.pattern}\s*)+")
_ORDER = (("天", "d", timedelta(days=1)), ("小时", "h", timedelta(hours=1)), ("分", "min", timedelta(minutes=1)))
LONGEST = timedelta(days=60)
"""No order waits longer for its payment."""


class BadLength(ValueError):
    """It is no length. `rule` is `not_a_length`, `no_unit` or `length_too_long`."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def read_length(text: str) -> timedelta | None:
    """The length that is written; None where nothing stands. Raises `BadLength`."""
    typed = half_width(text).strip().casefold()
    if not typed:
        return None
    if re.fullmatch(_NUMBER, typed):
        raise BadLength("no_unit")
    if _WHOLE.fullmatch(typed) is None:
        raise BadLength("not_a_length")
    length = sum((_UNITS[unit] * float(number) for number, unit in _PART.findall(typed)), timedelta())
    if length > LONGEST:
        raise BadLength("length_too_long")
    return length


def written_length(length: timedelta | None, *, is_chinese: bool) -> str:
    """A length as `read_length` reads it back; hours up to three days, as the trade says 72小时."""
    if length is None:
        return ""
    seconds = int(length.total_seconds())
    parts = []
    for chinese, english, unit in _ORDER:
        size = int(unit.total_seconds())
        if size == 86_400 and (seconds <= 3 * size or seconds % size):
            continue
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count}{chinese}" if is_chinese else f"{count} {english}")
    if seconds or not parts:
        parts.append(f"{seconds}秒" if is_chinese else f"{seconds} s")
    if len(parts) == 1 and parts[0].endswith("分"):
        return f"{parts[0]}钟"
    return ("" if is_chinese else " ").join(parts)
