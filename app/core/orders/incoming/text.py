"""Order cards as they are copied from the client: free text that holds a number, a buyer, an amount and a time.

The rule: what is recognised is shown for confirmation with its place; phone numbers and addresses are recognised only
so that they are left out.
"""

import re
from collections.abc import Sequence
from dataclasses import field, replace
from datetime import datetime
from decimal import Decimal
from operator import itemgetter
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import BadMoment, read_moment
from app.core.orders.incoming.card_fields import TO_PAY, WHOLE, by_lines, cards, fields
from app.core.orders.incoming.drafts import (
    BLURRED,
    ORDER_NUMBER,
    PHONE,
    BadOrder,
    Kinds,
    OrderDraft,
    Part,
    Piece,
    not_ahead,
    tidied,
    told,
)
from app.core.orders.incoming.lines import LineReading
from app.core.orders.incoming.states import OUTCOMES, State, state_of
from app.core.orders.incoming.typed_lines import read_typed, typed_lines
from app.core.prices.amounts import BadAmount, read_amounts
from app.core.values import dataclass

MAX_TEXT = 50_000
MAX_CARDS = 200
_NUMBER = re.compile(ORDER_NUMBER)
_BLURRED = re.compile(BLURRED)
_PHONE = re.compile(PHONE)
_ADDRESS = re.compile(
    r"[^\s,，;；:：]{0,12}(?:省|自治区|市)[^\n]{0,40}?(?:区|县|镇|乡|街道|路|街|巷|弄|村|号|室|栋|幢|单元)[^\n]*"
)
_MONEY = r"\d[\d,]*(?:\.\d+)?"
_TO_AMOUNT = r" {0,4}(?:\(元\))?:? {0,4}[¥￥]? {0,4}"
_SIGNED = re.compile(rf"[¥￥]\s*(?P<a>{_MONEY})|(?<![\w.])(?P<b>{_MONEY})\s?元")
_TO_PAY_AMOUNT = re.compile(rf"(?:{TO_PAY}){_TO_AMOUNT}(?P<a>{_MONEY})")
_WHOLE_AMOUNT = re.compile(rf"(?:{WHOLE}){_TO_AMOUNT}(?P<a>{_MONEY})")
_MOMENT = re.compile(
    r"(?<![\d.])(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}-\d{1,2}|\d{1,2}月\d{1,2}[日号]|今天|昨天|前天)"
    r"[T\s]*\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
)
_STATE = re.compile(
    "等待买家付款|买家已付款[,，]?(?:等待卖家发货)?|等待卖家发货|卖家已发货|交易成功|交易(?:已)?关闭|订单已?取消|"
    "待付款|未付款|待发货|已发货|已付款|已关闭|已取消"
)
_PIECES = re.compile(r"^(?P<item>.*\S)\s*[x×*]\s*\d{1,4}\s*(?:[¥￥].*)?$", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:[x×*]\s*\d{1,4}|[¥￥]\s*[\d.,]+|\d+\s*件|数量\s*[:：]?\s*\d+)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Card:
    """One order of a pasted text. Without `refusals` the draft can be kept as it is.

    `refusals` are rules of `BadOrder`; `hints` are words for what is worth a look: those of `told`, `time_missing` (it
    was taken for placed just now), `amount_missing`, `two_amounts`, `two_kinds` (the usual one was taken).
    """

    draft: OrderDraft
    pieces: tuple[Piece, ...]
    refusals: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


def read_text(text: str, kinds: Kinds, now: datetime, zone: ZoneInfo) -> tuple[Card, ...]:
    """The cards in a text, in its order; none where no order is recognised. Raises `BadOrder` (`too_long`)."""
    if len(text) > MAX_TEXT:
        raise BadOrder("too_long")
    typed = typed_lines(text, kinds, now, zone)
    found = [(line.start, _of_line(line.start, line.reading)) for line in typed]
    for line in typed:  # what was typed belongs to no card beside it
        text = text[: line.start] + " " * (line.end - line.start) + text[line.end :]
    for start, end in cards(by_lines(text))[:MAX_CARDS]:
        reading = _Card(text, start, end, kinds, now, zone)
        card = (None if reading.fields else _numbered(text, start, end, reading)) or reading.read()
        found += [(start, card)] if card else []
    return tuple(card for _start, card in sorted(found, key=itemgetter(0)))[:MAX_CARDS]


def _numbered(text: str, start: int, end: int, card: "_Card") -> Card | None:
    """A line with a number and without labels may be one as agents type them."""
    line = text[start:end].strip()
    if "\n" in line or not _NUMBER.search(card.left):
        return None
    reading = read_typed(line, card.kinds, card.now, card.zone)
    return _of_line(start + text[start:end].index(line), reading) if reading else None


def _of_line(start: int, reading: LineReading) -> Card:
    pieces = tuple(replace(piece, start=piece.start + start, end=piece.end + start) for piece in reading.pieces)
    return Card(reading.draft, pieces, hints=reading.hints)


@dataclass
class _Card:
    """Reads one card; what was taken is blank from then on, so that places stay."""

    text: str = field(repr=False)
    start: int
    end: int
    kinds: Kinds
    now: datetime
    zone: ZoneInfo
    pieces: list[Piece] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.left = by_lines(self.text[self.start : self.end])
        self.fields = fields(self.left)

    def read(self) -> Card | None:
        self._leave_out()
        if _BLURRED.search(self.left):
            self.refusals.append("digits_lost")
        number, buyer = self._number(), self._buyer()
        if not number and not (buyer and self.fields):
            return None
        if not buyer:
            self.refusals.append("no_buyer")
        amount, note = self._amount(), "".join(self._labelled(Part.NOTE)[:1])
        state, outcome_at = self._state()
        outcome = OUTCOMES.get(state) if state else None
        placed_at = self._placed_at()
        items, kind_id = self._items(), self._kind(state)
        draft = OrderDraft(
            buyer, kind_id, placed_at, self._closing(kind_id, placed_at), number, amount, items, note,
            outcome=outcome, outcome_at=(outcome_at or self.now) if outcome else None,
        )  # fmt: skip
        pieces = tuple(sorted(self.pieces, key=lambda piece: piece.start))
        return Card(draft, pieces, tuple(dict.fromkeys(self.refusals)), (*self.hints, *told(draft, self.now)))

    def _placed_at(self) -> datetime:
        found = self._moment(Part.PLACED_AT)
        loose = _MOMENT.search(self.left) if found is None else None
        found = self._at(loose, Part.PLACED_AT) if loose else found
        if found is None:
            self.hints.append("time_missing")
        return found or self.now

    def _closing(self, kind_id: str, placed_at: datetime) -> datetime:
        closes_at = self._moment(Part.CLOSES_AT, is_past=False) or self.kinds.closes_at(kind_id, placed_at)
        if closes_at is None:
            self.refusals.append("no_closing")
        elif closes_at <= placed_at:
            self.refusals.append("closes_first")
        return closes_at or placed_at

    def _take(self, part: Part, start: int, end: int) -> None:
        self.pieces.append(Piece(part, self.start + start, self.start + end))
        self.left = self.left[:start] + "\0" * (end - start) + self.left[end:]

    def _said(self, start: int, end: int) -> str:
        """What stands somewhere and was not taken yet, as it was written."""
        letters = self.text[self.start + start : self.start + end]
        kept = (letter for letter, left in zip(letters, self.left[start:end], strict=True) if left != "\0")
        return tidied("".join(kept)).strip(" ,，;；|()（）")

    def _leave_out(self) -> None:
        """Names and addresses by their labels, then phone numbers, then what looks like an address."""
        for one in self.fields:
            if one.part == Part.LEFT_OUT.name:
                self._take(Part.LEFT_OUT, one.at, one.end)
        for pattern in (_PHONE, _ADDRESS):
            for match in list(pattern.finditer(self.left)):
                if not any(one.part == Part.ITEM.name and one.start <= match.start() < one.end for one in self.fields):
                    self._take(Part.LEFT_OUT, *match.span())
        for match in list(_PHONE.finditer(self.left)):
            self._take(Part.LEFT_OUT, *match.span())

    def _labelled(self, part: Part) -> list[str]:
        """The texts that carry a label, which are taken."""
        found = []
        for one in self.fields:
            if one.part == part.name and (said := self._said(one.start, one.end)):
                found.append(said)
                self._take(part, one.start, one.end)
        return found

    def _number(self) -> str:
        matches = list(_NUMBER.finditer(self.left))
        wanted = next((one for one in self.fields if one.part == Part.NUMBER.name), None)
        labelled = [match for match in matches if wanted and wanted.start <= match.start() < wanted.end]
        number = next(iter(labelled or matches), None)
        for match in matches:
            if number and match[0] == number[0]:
                self._take(Part.NUMBER, *match.span())
        return number[0] if number else ""

    def _buyer(self) -> str:
        """By its label; one name, for what follows it may be a remark."""
        for one in self.fields:
            match = re.search(r"[^\s\0,，;；|]+", self.left[one.start : one.end]) if one.part == "BUYER" else None
            if match:
                start, end = one.start + match.start(), one.start + match.end()
                said = self._said(start, end)
                self._take(Part.BUYER, start, end)
                return said
        return ""

    def _amount(self) -> Decimal | None:
        """What is to be paid before the whole; without a label only if there is one amount."""
        for pattern in (_TO_PAY_AMOUNT, _WHOLE_AMOUNT, _SIGNED):
            found = list(pattern.finditer(self.left))
            values = {match["a"] or match.groupdict().get("b") for match in found}
            if len(values) > 1 and pattern is _SIGNED:
                self.hints.append("two_amounts")
                return None
            if found and (amount := self._money(found[-1])) is not None:
                return amount
        self.hints.append("amount_missing")
        return None

    def _money(self, match: re.Match[str]) -> Decimal | None:
        name = "a" if match["a"] else "b"
        try:
            (line,) = read_amounts(match[name])
        except BadAmount:
            return None
        self._take(Part.AMOUNT, *match.span(name))
        return line.unit

    def _moment(self, part: Part, *, is_past: bool = True) -> datetime | None:
        for one in self.fields:
            if one.part == part.name:
                match = _MOMENT.search(self.left, one.start, one.end)
                if match:
                    return self._at(match, part, is_past=is_past)
        return None

    def _at(self, match: re.Match[str], part: Part, *, is_past: bool = True) -> datetime | None:
        try:
            at = read_moment(match[0], self.now, self.zone)
            at = not_ahead(at, self.now) if is_past else at
        except (BadMoment, BadOrder) as bad:
            self.refusals.append(bad.rule)
            return None
        self._take(part, *match.span())
        return at

    def _state(self) -> tuple[State | None, datetime | None]:
        """What the platform says of it, and when that happened."""
        paid_at, closed_at = self._moment(Part.PAID_AT), self._moment(Part.CLOSED_AT)
        match = _STATE.search(self.left)
        state = state_of(match[0]) if match else None
        if match:
            self._take(Part.STATUS, *match.span())
        if state is None and (closed_at or paid_at):
            state = State.CLOSED if closed_at else State.PAID
        return state, closed_at if state is State.CLOSED else paid_at

    def _items(self) -> tuple[str, ...]:
        """Those with a label, else the lines that end in a number of pieces."""
        items = [_TAIL.sub("", item) for item in self._labelled(Part.ITEM)]
        for match in re.finditer(r"[^\n]+", self.left) if not items else ():
            pieces = _PIECES.match(match[0])
            if pieces:
                start, end = match.start(), match.start() + pieces.end("item")
                items.append(_TAIL.sub("", self._said(start, end)))
                self._take(Part.ITEM, start, end)
        return tuple(dict.fromkeys(item for item in items if item))

    def _kind(self, state: State | None) -> str:
        found: Sequence[tuple[str, int, int]] = self.kinds.told_in(self.left)
        if state and state.kind_id and self.kinds.has(state.kind_id):
            return state.kind_id
        if len({kind_id for kind_id, _, _ in found}) > 1:
            self.hints.append("two_kinds")
            return self.kinds.usual
        for _, start, end in found:
            self._take(Part.KIND, start, end)
        return found[0][0] if found else self.kinds.usual
