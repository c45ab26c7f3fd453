"""Lines in a pasted text that an agent typed (`小熊猫 128 聚 14:05`), noted elsewhere while the queue was not at hand.

The rule: beside the cards of the client only what no card would hold counts as typed: a bare amount with the word of a
kind or a time of day, and between the lines of a card with both.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.orders.incoming.card_fields import blocks, by_lines, fields
from app.core.orders.incoming.drafts import ORDER_NUMBER, BadOrder, Kinds, Part
from app.core.orders.incoming.lines import LineReading, read_line
from app.core.values import dataclass

_NUMBER = re.compile(ORDER_NUMBER)
_LINE = re.compile(r"[^\r\n]+")
_BARE = re.compile(r"\d[\d,]*(?:\.\d*)?")
_CLOCK = re.compile(r"[^-/.年月日号]*")


@dataclass(frozen=True, slots=True)
class TypedLine:
    """An order of a line, and where that stands in the text; the places of its pieces are those of the line."""

    start: int
    end: int
    reading: LineReading


def typed_lines(text: str, kinds: Kinds, now: datetime, zone: ZoneInfo) -> tuple[TypedLine, ...]:
    """The lines without a number that are orders, in the order of the text."""
    plain = by_lines(text)
    has_cards = any(_is_of_card(plain[match.start() : match.end()]) for match in _LINE.finditer(plain))
    found: list[TypedLine] = []
    for start, end in blocks(plain):
        lines = [match.span() for match in _LINE.finditer(plain, start, end)]
        is_card = any(_is_of_card(plain[slice(*line)]) for line in lines)
        found += _typed(text, lines, (kinds, now, zone), needed=2 if is_card else 1 if has_cards else 0)
    return tuple(found)


def read_typed(line: str, kinds: Kinds, now: datetime, zone: ZoneInfo) -> LineReading | None:
    """The order of a line, or None where it is none."""
    try:
        return read_line(line, kinds, now, zone)
    except BadOrder:
        return None


def _typed(
    text: str, lines: Sequence[tuple[int, int]], by: tuple[Kinds, datetime, ZoneInfo], *, needed: int
) -> Iterator[TypedLine]:
    for start, end in lines:
        line = text[start:end]
        reading = None if _is_of_card(by_lines(line)) else read_typed(line, *by)
        if reading and _is_typed(line, reading, needed):
            yield TypedLine(start, end, reading)


def _is_typed(line: str, reading: LineReading, needed: int) -> bool:
    said = {piece.part: line[piece.start : piece.end] for piece in reading.pieces}
    if Part.AMOUNT not in said:
        return False
    if not needed:
        return Part.KIND in said or Part.PLACED_AT in said
    has_clock = Part.PLACED_AT in said and _CLOCK.fullmatch(said[Part.PLACED_AT]) is not None
    return _BARE.fullmatch(said[Part.AMOUNT]) is not None and (Part.KIND in said) + has_clock >= needed


def _is_of_card(line: str) -> bool:
    """Whether a line holds what a card of the client does: a label or an order number."""
    return bool(_NUMBER.search(line) or fields(line))
