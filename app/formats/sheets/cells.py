"""The cells of the workbook: text in, value out, and text that a spreadsheet program does not take for a formula.

The rule: what cannot be read is refused in a word and never guessed; what was written by us reads back exactly.
"""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import BadMoment, find_moments, half_width, read_moment
from app.formats.columns import normal
from app.formats.sheets.columns import Choices

EXAMPLE = ("（示例）", "(example)")
"""What the first cell of a row begins with that only shows how to fill the sheet in; such a row is not read."""
_RISKY = ("=", "+", "-", "@", "\t", "\r", "'", *EXAMPLE)
_ESCAPED = re.compile(r"'(?=[=+\-@\t\r']|（示例）|\(example\))", re.I)
_BETWEEN = re.compile(r"[、,，;；]")
_MONEY = re.compile(
    r"[¥￥$]?\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.\d{1,20})?|[+-]?\.\d{1,20})\s*(?:元|块|yuan)?", re.I
)
_COUNT = re.compile(r"([+-]?\d{1,15})(?:\.0+)?\s*(?:件|个|只|天|日|pcs?|days?)?", re.I)
_OFF = re.compile(r"(\d{1,2}(?:\.\d{1,3})?)\s*折")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)\s*%")
_SHARE = re.compile(r"[01]?\.\d{1,40}|[01]")
_HALF = frozenset({"半价", "对折", "五折", "half", "half price"})
_SERIAL = re.compile(r"\d{5}(?:\.\d{1,17})?")
_SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of a spreadsheet's own count, which knows no zone
_SERIALS = (20_000, 80_000)
"""1954 to 2119: a number outside is no day that an activity could mean."""
_NO_DAY = re.compile(r"[今明昨]|大?后天|前天|today|tonight|tomorrow|yesterday", re.I)


class BadCell(ValueError):
    """A cell does not hold what its column asks for; `rule` and `names` as in `SheetProblem`."""

    def __init__(self, rule: str, *names: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.names = names


def escaped(text: str) -> str:
    """A text that no spreadsheet program takes for a formula, in whichever format it is saved again."""
    return f"'{text}" if text.lower().startswith(_RISKY) else text


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return text[1:] if _ESCAPED.match(text) else text


def is_example(text: str) -> bool:
    """Whether a row that begins with this text is only an example."""
    return text.lstrip().lower().startswith(EXAMPLE)


def words(text: str) -> tuple[str, ...]:
    """Several short texts: one a line where there are lines, else with 、 or commas between them."""
    parts = text.split("\n") if "\n" in text else _BETWEEN.split(text)
    return tuple(part.strip() for part in parts if part.strip())


def lines(text: str) -> tuple[str, ...]:
    """Several texts, one a line."""
    return tuple(part.strip() for part in text.split("\n") if part.strip())


def words_text(parts: tuple[str, ...]) -> str:
    """Short texts as `words` reads them back."""
    if any(_BETWEEN.search(part) for part in parts):
        return "\n".join(parts) + ("\n" if len(parts) == 1 else "")
    return "、".join(parts)


def money(text: str) -> Decimal:
    """An amount in yuan: `128`, `¥1,280.00`, `128元`; a negative one is for the entry's own rules to refuse."""
    match = _MONEY.fullmatch(half_width(text).strip())
    if match is None:
        raise BadCell("not_a_number", text)
    return Decimal(match[1].replace(",", ""))


def count(text: str) -> int:
    """A whole number: `2`, `2件`."""
    match = _COUNT.fullmatch(half_width(text).strip())
    if match is None:
        raise BadCell("not_whole", text)
    return int(match[1])


def rate(text: str) -> Decimal:
    """The share of a price that is paid: `50%` (the cell then holds 0.5), `5折`, `75折`, `半价`."""
    plain = half_width(text).strip().lower()
    if plain in _HALF:
        return Decimal("0.5")
    if off := _OFF.fullmatch(plain):
        number = Decimal(off[1])
        return number / (100 if number >= 10 else 10)
    if percent := _PERCENT.fullmatch(plain):
        return Decimal(percent[1]) / 100
    if not _SHARE.fullmatch(plain):
        raise BadCell("not_a_rate", text)
    return Decimal(plain)


def choice(text: str, offered: Choices) -> str:
    """The value of a word that may be chosen, in either language."""
    wanted = normal(text) or text.strip()  # a tick alone is no letter
    for value, known in offered.items():
        names = (value, known.chinese, known.english, *known.others)
        if wanted in {*map(normal, names), *known.others}:
            return value
    raise BadCell("not_a_choice", text, *(f"{known.chinese} / {known.english}" for known in offered.values()))


def yes_no(text: str, offered: Choices) -> bool:
    """Yes or no in either language, also as a spreadsheet's own TRUE."""
    try:
        return choice(text, offered) == "yes"
    except BadCell:
        raise BadCell("not_yes_no", text) from None


def moment(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """A moment by the shop's clock: a spreadsheet's own date, its bare number, or any writing that says the day."""
    plain = text.strip()
    if _SERIAL.fullmatch(plain):
        plain = _of_serial(plain)
    if _NO_DAY.search(plain):
        raise BadCell("no_day", text)
    try:
        at = read_moment(plain, now, zone)
        if not all(found.has_day for found in find_moments(plain, now, zone)):
            raise BadCell("no_day", text)
    except BadMoment as bad:
        raise BadCell(bad.rule, text) from None
    return at


def _of_serial(text: str) -> str:
    days = Decimal(text)
    if not _SERIALS[0] <= days < _SERIALS[1]:
        raise BadCell("not_understood", text)
    return (_SERIAL_ZERO + timedelta(seconds=round(days * 86_400))).isoformat(" ")
