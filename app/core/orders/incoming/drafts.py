"""What was read of an order before it is one: from a line by hand, a pasted card, or a row of the platform's export.

The rule: what was not said is empty and never guessed; every sign that meant something is shown with what it meant.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum

from app.core.clockwork.moments import half_width
from app.core.orders.kinds import ORDINARY, OrderKind
from app.core.orders.order import Flag, Manner, Order, Outcome
from app.core.values import dataclass

EXPORT = "export"
"""The source of an order that the platform's export brought."""
AHEAD = timedelta(minutes=2)
"""So far a moment may lie ahead: two clocks, and a time that was written down to the minute."""

ORDER_NUMBER = r"(?<![\d.])\d{18,19}(?![\d.])"
BLURRED = r"(?<![\w.])\d(?:\.\d+)?[Ee]\+?\d{2}(?![\w.])"
"""An order number that a spreadsheet rounded (`1.23E+18`): its last digits are gone."""
PHONE = r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?[\d*]{4}[- ]?\d{4}(?:-\d{1,6})?(?![\d.])|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)"


_OTHERS = {"Zs", "Co"}
"""Categories of letters that are no plain print and still belong to a text."""


class Part(Enum):
    """What a piece of a text was taken for."""

    NUMBER = "number"
    BUYER = "buyer"
    AMOUNT = "amount"
    KIND = "kind"
    PLACED_AT = "placed_at"
    CLOSES_AT = "closes_at"
    ITEM = "item"
    FLAG = "flag"
    MANNER = "manner"
    NOTE = "note"
    STATUS = "status"
    PAID_AT = "paid_at"
    CLOSED_AT = "closed_at"
    LEFT_OUT = "left_out"
    """A phone number or an address: recognised so that it is not kept."""


@dataclass(frozen=True, slots=True)
class Piece:
    """From `start` to before `end` of the text stands this part."""

    part: Part
    start: int
    end: int


class BadOrder(ValueError):
    """No order can be made of it. `start` and `end` are where it is wrong; both 0: the whole.

    `rule` is one of these, or one of `BadMoment`: `empty`, `too_long`, `no_buyer`, `negative`, `decimals` (of the
    amount, more than two), `too_large`, `two_amounts`, `two_numbers`, `two_kinds`, `two_times`, `digits_lost`
    (`1.23E+18`), `bad_number` (neither an amount nor 18 or 19 digits), `future`, `no_time` (a day without its time),
    `no_closing` (the kind has no deadline of its own and none was said), `closes_first` (before it was placed),
    `not_understood`.
    """

    def __init__(self, rule: str, start: int = 0, end: int = 0) -> None:
        super().__init__(rule)
        self.rule = rule
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """An order as it was read. In a draft of an export an empty field is one that the file does not tell."""

    buyer: str = field(repr=False)  # a representation gets into logs
    kind_id: str
    placed_at: datetime
    closes_at: datetime
    number: str = field(default="", repr=False)
    amount: Decimal | None = None
    items: tuple[str, ...] = ()
    note: str = field(default="", repr=False)
    flag: Flag | None = None
    agent: str = ""
    manner: Manner | None = None
    activity_id: str = ""
    outcome: Outcome | None = None
    outcome_at: datetime | None = None
    lost_reason: str = ""

    def order(self, order_id: str, added_at: datetime, source: str = "", shift: timedelta = timedelta()) -> Order:
        """The order that this is a draft of."""
        return Order(
            order_id,
            self.buyer,
            self.kind_id,
            self.placed_at,
            self.closes_at,
            number=self.number,
            amount=self.amount,
            items=self.items,
            note=self.note,
            flag=self.flag,
            agent=self.agent,
            manner=self.manner,
            activity_id=self.activity_id,
            outcome=self.outcome,
            outcome_at=self.outcome_at,
            lost_reason=self.lost_reason,
            source=source,
            added_at=added_at,
            shift=shift,
        )


class Kinds:
    """The shop's kinds of orders, found by what people write for them."""

    def __init__(self, kinds: Sequence[OrderKind]) -> None:
        self._kinds = {kind.id: kind for kind in sorted(kinds, key=lambda kind: (kind.position, kind.id))}
        self._words = {word.casefold(): kind.id for kind in self._kinds.values() for word in (kind.name, *kind.words)}
        told = sorted((word for word in self._words if len(word) > 1), key=len, reverse=True)
        self._told = re.compile("|".join(map(re.escape, told))) if told else None

    @property
    def usual(self) -> str:
        """The kind that is meant where none is said: the ordinary one, else the shop's first."""
        return ORDINARY if ORDINARY in self._kinds or not self._kinds else next(iter(self._kinds))

    def has(self, kind_id: str) -> bool:
        """Whether the shop has a kind of this id."""
        return kind_id in self._kinds

    def called(self, word: str) -> str:
        """The id of the kind that a word stands for; empty where it stands for none."""
        return self._words.get(word.casefold(), "")

    def told_in(self, text: str) -> list[tuple[str, int, int]]:
        """The kinds that a text names by words of two letters and more, each with its place."""
        found = self._told.finditer(text.casefold()) if self._told and len(text.casefold()) == len(text) else ()
        return [(self._words[match[0]], match.start(), match.end()) for match in found]

    def closes_at(self, kind_id: str, placed_at: datetime) -> datetime | None:
        """When an order of a kind closes by itself; None where only its own date tells."""
        kind = self._kinds.get(kind_id)
        return placed_at + kind.closes_after if kind and kind.closes_after is not None else None


def plain(text: str) -> str:
    """The text sign for sign: half width, and every sign that no text needs a space, so that places stay."""
    return half_width("".join(letter if _is_plain(letter) else " " for letter in text))


def tidied(text: str) -> str:
    """A text without signs that no text needs, and with single spaces."""
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(letter if _is_plain(letter) else " " for letter in text).split())


def told(draft: OrderDraft, now: datetime) -> tuple[str, ...]:
    """What is worth a word though it is allowed: `closed_already`."""
    return ("closed_already",) if draft.outcome is None and draft.closes_at <= now else ()


def not_ahead(at: datetime, now: datetime) -> datetime:
    """A moment that is not in the future; a little ahead counts as now. Raises `BadOrder` (`future`)."""
    if at - now > AHEAD:
        raise BadOrder("future")
    return min(at, now)


def _is_plain(letter: str) -> bool:
    return letter.isprintable() or unicodedata.category(letter) in _OTHERS
