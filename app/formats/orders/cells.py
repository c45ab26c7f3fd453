"""The cells of an order export: text in, value out.

The rule: a number that a spreadsheet rounded is refused, never repaired; what cannot be read is told in a word.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import half_width
from app.core.orders.incoming.drafts import tidied
from app.core.orders.incoming.lines import FLAG_WORDS
from app.core.orders.order import Flag
from app.core.prices.amounts import MAX_AMOUNT
from app.formats.sheets import cells as sheet_cells
from app.formats.sheets.cells import BadCell

PLATFORM = timezone(timedelta(hours=8))
"""The platform writes all its times so, wherever the shop is."""
_ZONE = "Asia/Shanghai"
_AS_TEXT = re.compile(r'=\s*"+([^"]*)"+')
_ROUNDED = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d{1,3}|\d{16,}\.\d+")
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{3,63}")
_EDGES = " \t'`‘’＇\"“”"
_FULL = 19
"""As long as `2026-11-11 14:05:33`."""
_MAX_ITEM, _MAX_NOTE, _MAX_NAME = 200, 1_000, 64


def number(text: str) -> str:
    """An order number, freed of what keeps spreadsheets from rounding it: `="123…"`, a quotation mark, a TAB."""
    plain = _bare(text)
    if not plain.isascii():
        plain = _bare(half_width(plain))
    if plain.isdecimal() and 4 <= len(plain) <= 64:
        return plain
    if _ROUNDED.fullmatch(plain):
        raise BadCell("digits_lost", plain[:40])
    if not plain:
        raise BadCell("no_number")
    if not _NUMBER.fullmatch(plain) or not any(letter.isdecimal() for letter in plain):
        raise BadCell("bad_number", plain[:40])
    return plain


def is_suspicious(number: str) -> bool:
    """Whether it looks like one that a spreadsheet cut to 15 digits and filled up with zeros."""
    return len(number) in (18, 19) and number.endswith("0000"[: len(number) - 15])


def money(text: str) -> Decimal | None:
    """An amount in yuan, with or without commas; None where nothing stands there."""
    plain = _bare(text)
    if not plain:
        return None
    try:
        amount = sheet_cells.money(plain)
    except BadCell:
        raise BadCell("bad_amount", plain[:40]) from None
    if amount < 0:
        raise BadCell("negative", plain[:40])
    if amount > MAX_AMOUNT:
        raise BadCell("bad_amount", plain[:40])
    return amount.quantize(Decimal("0.01")) if amount.as_tuple().exponent < -2 else amount  # type: ignore[operator]


def moment(text: str, now: datetime) -> datetime | None:
    """A moment by the platform's clock; None where nothing stands there."""
    plain = _bare(text)
    if not plain or plain.startswith("0000"):
        return None
    if len(plain) == _FULL and plain[4] == "-" and plain[7] == "-":
        try:
            return datetime.fromisoformat(plain).replace(tzinfo=PLATFORM).astimezone(UTC)
        except ValueError:
            raise BadCell("bad_moment", plain) from None
    try:
        return sheet_cells.moment(plain, now, ZoneInfo(_ZONE))
    except BadCell:
        raise BadCell("bad_moment", plain[:40]) from None


def item(text: str) -> str:
    """The title of a product."""
    return tidied(_bare(text))[:_MAX_ITEM]


def name(text: str) -> str:
    """A name of the client: the buyer's, or an agent's."""
    return tidied(_bare(text))[:_MAX_NAME]


def note(text: str) -> str:
    """A remark in full."""
    return tidied(_bare(text))[:_MAX_NOTE]


def flag(text: str) -> Flag | None:
    """The flag by its colour or by the client's number."""
    plain = _bare(text).casefold()
    if plain in FLAG_WORDS:
        return FLAG_WORDS[plain]
    if plain.isdecimal() and len(plain) == 1 and int(plain) <= max(Flag):
        return Flag(int(plain))
    return next((flag for word, flag in FLAG_WORDS.items() if not word.isascii() and word in plain), None)


def _bare(text: str) -> str:
    """The text without the tricks that keep a spreadsheet from changing it."""
    plain = text.strip(_EDGES)
    if plain.startswith("="):
        as_text = _AS_TEXT.fullmatch(plain if plain.endswith('"') else f'{plain}"')
        plain = as_text[1].strip(_EDGES) if as_text else plain
    return "" if plain in ("null", "NULL", "None", "--", "-") else plain
