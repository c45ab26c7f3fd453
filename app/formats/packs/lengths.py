"""Lengths of time in the cells of a pack: `30分钟`, `72小时`, `3天`, `1h30m`.

The rule: what was written by us reads back exactly, and a number without its unit is refused, never guessed.
"""

import re
from collections.abc import Mapping
from datetime import timedelta

from app.core.clockwork.moments import half_width
from app.formats.sheets.cells import BadCell

_UNITS: Mapping[str, timedelta] = {
    "天": timedelta(days=1),
    "小时": timedelta(hours=1),
    "分钟": timedelta(minutes=1),
    "秒": timedelta(seconds=1),
}
_ENGLISH = {"天": "d", "小时": "h", "分钟": "min", "秒": "s"}
_MEANT: Mapping[str, str] = {
    **dict.fromkeys(("天", "日", "d", "day", "days"), "天"),
    **dict.fromkeys(("小时", "个小时", "时", "h", "hour", "hours"), "小时"),
    **dict.fromkeys(("分钟", "分", "m", "min", "mins", "minute", "minutes"), "分钟"),
    **dict.fromkeys(("秒", "秒钟", "s", "sec", "second", "seconds"), "秒"),
}
_PART = re.compile(r"(\d{1,7}(?:\.\d{1,6})?)\s*([^\d\s.]{1,8})\s*")


def length(text: str) -> timedelta:
    """A length of time. Raises `BadCell`."""
    plain = half_width(text).strip().lower().removesuffix("后").removesuffix("前").replace("半小时", "30分钟")
    total = timedelta()
    at = 0
    for part in _PART.finditer(plain):
        if part.start() != at or part[2] not in _MEANT:
            raise BadCell("not_a_duration", text)
        total += float(part[1]) * _UNITS[_MEANT[part[2]]]
        at = part.end()
    if not at or at < len(plain):
        raise BadCell("not_a_duration", text)
    return total


def length_text(span: timedelta | None, *, is_chinese: bool) -> str:
    """A length as `length` reads it back; nothing for none."""
    if span is None:
        return ""
    for name, unit in _UNITS.items():
        is_days = name == "天" and span <= 3 * unit  # the trade says 72 hours
        if span >= unit and not span % unit and not is_days:
            return f"{span // unit}{name}" if is_chinese else f"{span // unit} {_ENGLISH[name]}"
    seconds = f"{span / _UNITS['秒']:.6f}".rstrip("0").rstrip(".")
    return f"{seconds}秒" if is_chinese else f"{seconds} s"
