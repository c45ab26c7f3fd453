"""How the texts of the entry forms become values: money, rates, counts and moments, and what is said if they do not.

The rule: what cannot be read is told in one word and never guessed; what was read is shown back in its full form.
"""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.clockwork.moments import BadMoment, half_width, read_moment
from app.core.prices import yuan

_MONEY = re.compile(r"[¥￥]?\s*(-?\d{1,9}(?:,\d{3})*(?:\.\d{1,6})?)\s*(?:元|块|yuan)?", re.IGNORECASE)
_OFF = re.compile(r"(\d{1,2}(?:\.\d{1,3})?)\s*折")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)\s*%")
_SHARE = re.compile(r"\d?\.\d{1,4}|[01]")
_COUNT = re.compile(r"-?\d{1,9}")
_HALF = "半价"


class Unread(ValueError):
    """A text that is not what its field holds; `rule` and `names` are as in `Fault`."""

    def __init__(self, rule: str, *names: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.names = names


def money(text: str) -> Decimal | None:
    """An amount in yuan: `128`, `0.5`, `¥1,280.00`, `128元`; None where nothing stands. Raises `Unread`."""
    typed = half_width(text).strip()
    if not typed:
        return None
    match = _MONEY.fullmatch(typed)
    if match is None:
        raise Unread("not_money")
    return Decimal(match[1].replace(",", ""))


def money_text(amount: Decimal | None) -> str:
    """An amount as `money` reads it back."""
    return "" if amount is None else yuan.digits(amount)


def rate(text: str) -> Decimal | None:
    """The share of a price that is paid: `5折`, `75折` (as shops write 7.5折), `50%`, `0.5`. Raises `Unread`."""
    written = half_width(text).strip()
    if not written:
        return None
    if written == _HALF:
        return Decimal("0.5")
    if off := _OFF.fullmatch(written):
        number = Decimal(off[1])
        return (number / 100 if number >= 10 else number / 10).normalize()
    if percent := _PERCENT.fullmatch(written):
        return (Decimal(percent[1]) / 100).normalize()
    if _SHARE.fullmatch(written) is None:
        raise Unread("not_a_rate")
    return Decimal(written).normalize()


def rate_text(share: Decimal | None, *, is_chinese: bool) -> str:
    """A share as people write it, `5折` or `50%`, and as `rate` reads it back."""
    if share is None:
        return ""
    if is_chinese and 0 < share < 1:
        return f"{plain(share * 10)}折"
    return f"{plain(share * 100)}%"


def plain(number: Decimal) -> str:
    """A number without needless zeros and without an exponent."""
    return format(number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize(), "f")


def count(text: str) -> int | None:
    """A whole number; None where nothing stands. Raises `Unread`."""
    typed = half_width(text).strip()
    if not typed:
        return None
    if _COUNT.fullmatch(typed) is None:
        raise Unread("not_a_count")
    return int(typed)


def count_text(number: int | None) -> str:
    """A whole number as `count` reads it back."""
    return "" if number is None else str(number)


def moment(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """A moment in the shop's zone; None where nothing stands. Raises `Unread` with the rule of `BadMoment`."""
    if not text.strip():
        return None
    try:
        return read_moment(text, now, zone)
    except BadMoment as bad:
        raise Unread(f"moment_{bad.rule}") from bad


def moment_text(zone: Callable[[], ZoneInfo]) -> Callable[[datetime | None], str]:
    """How a moment is written in the shop's zone, as `moment` reads it back."""
    return lambda at: moments.written(at, zone()) if at else ""
