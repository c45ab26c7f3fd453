"""The rows of an order export as orders: one row an order, or several that belong together.

The rule: what a row does not tell is empty; a row that cannot be trusted is told with its column and costs only itself.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from app.core.imports.reading import Spot
from app.core.orders.incoming.drafts import Kinds, OrderDraft
from app.core.orders.incoming.reading import OrderProblem, ReadOrder
from app.core.orders.incoming.states import OUTCOMES, State, lost_reason_of, state_of
from app.core.orders.order import Flag
from app.core.orders.origins import FindOrigin
from app.core.values import dataclass
from app.formats.orders import cells
from app.formats.orders.columns import Field, Header
from app.formats.orders.encoding import LOST
from app.formats.sheets.cells import BadCell

AHEAD = timedelta(minutes=5)
"""So far a moment of the platform may lie ahead of the PC's clock."""
_TOTALS = frozenset({"合计", "总计", "小计", "汇总"})
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Row:
    """What one row tells, all of it readable."""

    line: int
    number: str = field(repr=False)
    buyer: str = field(repr=False)
    placed_at: datetime
    state: State
    ended_at: datetime | None = None
    was_paid: bool = False
    closes_at: datetime | None = None
    amount: Decimal | None = None
    items: tuple[str, ...] = ()
    note: str = field(default="", repr=False)
    flag: Flag | None = None
    agent: str = ""
    reason: str = ""
    kind_words: str = ""


@dataclass
class RowReader:
    """Reads the rows below one header; what is wrong gathers in `problems`."""

    spot: Spot
    header: Header
    now: datetime
    problems: list[OrderProblem] = field(default_factory=list)
    _known: dict[Callable[[str], Any], dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    """What cells were read as: the same titles, amounts and states come again and again."""

    def tell(self, line: int, rule: str, *names: str, column: Field | None = None, is_hint: bool = False) -> None:
        """Note what is wrong in a row."""
        where = self.header.names.get(column, "") if column else ""
        self.problems.append(OrderProblem(replace(self.spot, line=line, column=where), rule, names, is_hint=is_hint))

    def row(self, line: int, row: Sequence[str]) -> Row | None:
        """The row, or None where it cannot be taken, which is told."""
        try:
            return self._row(line, row)
        except _BadRow as bad:
            self.tell(line, bad.rule, *bad.names, column=bad.field)
        return None

    def item_of(self, row: Sequence[str]) -> str:
        """The item of a row that has nothing of its own but that: it belongs to the order above."""
        try:
            for own in (Field.NUMBER, Field.BUYER, Field.PLACED_AT):
                if self._text(row, own).strip():
                    return ""
            return self._again(row, Field.ITEM, cells.item)
        except _BadRow:
            return ""  # told when it is read as a row of its own

    def is_total(self, row: Sequence[str]) -> bool:
        """Whether it only adds up the rows above."""
        return not _TOTALS.isdisjoint([cell.strip(" ：:") for cell in row[:2]])

    def _row(self, line: int, row: Sequence[str]) -> Row:
        number = self._read(row, Field.NUMBER, cells.number)
        buyer = cells.name(self._text(row, Field.BUYER))
        if not buyer:
            raise _BadRow("no_buyer", Field.BUYER)
        placed_at = self._past(row, Field.PLACED_AT)
        if placed_at is None:
            raise _BadRow("no_placed_at", Field.PLACED_AT)
        paid_at, closed_at = self._past(row, Field.PAID_AT), self._past(row, Field.CLOSED_AT)
        state = self._state(row, paid_at, closed_at)
        item = self._again(row, Field.ITEM, cells.item)
        return Row(
            line, number, buyer, placed_at, state,
            ended_at={State.PAID: paid_at, State.CLOSED: closed_at}.get(state),
            was_paid=paid_at is not None,
            closes_at=self._read(row, Field.CLOSES_AT, lambda text: cells.moment(text, self.now)),
            amount=self._amount(line, row),
            items=(item,) if item else (),
            note=self._again(row, Field.NOTE, cells.note),
            flag=self._again(row, Field.FLAG, cells.flag) if Field.FLAG in self.header.places else None,
            agent=self._again(row, Field.AGENT, cells.name),
            reason=self._text(row, Field.REASON),
            kind_words=f"{self._text(row, Field.KIND)} {_tag(item)}",
        )  # fmt: skip

    def _text(self, row: Sequence[str], field: Field) -> str:
        at = self.header.places.get(field)
        if at is None or at >= len(row):
            return ""
        text = row[at]
        if LOST in text:
            raise _BadRow("bad_encoding", field)
        return text

    def _again(self, row: Sequence[str], field: Field, read: Callable[[str], _T]) -> _T:
        """A cell of which few different ones come."""
        text, known = self._text(row, field), self._known[read]
        if text not in known:
            known[text] = read(text)
        value: _T = known[text]
        return value

    def _read(self, row: Sequence[str], field: Field, read: Callable[[str], _T]) -> _T:
        try:
            return read(self._text(row, field))
        except BadCell as bad:
            raise _BadRow(bad.rule, field, *bad.names) from None

    def _past(self, row: Sequence[str], field: Field) -> datetime | None:
        at = self._read(row, field, lambda text: cells.moment(text, self.now))
        if at is not None and at - self.now > AHEAD:
            raise _BadRow("future", field, self._text(row, field).strip()[:40])
        return at

    def _state(self, row: Sequence[str], paid_at: datetime | None, closed_at: datetime | None) -> State:
        words = self._text(row, Field.STATE).strip()
        if words:
            state = self._again(row, Field.STATE, _state_of)
            if state is None:
                raise _BadRow("unknown_state", Field.STATE, words[:40])
            return state
        return State.CLOSED if closed_at else State.PAID if paid_at else State.OPEN

    def _amount(self, line: int, row: Sequence[str]) -> Decimal | None:
        """What is to be paid in all: the whole, or the goods and the postage."""
        column = Field.TOTAL
        try:
            total = self._again(row, Field.TOTAL, cells.money)
            column = Field.GOODS
            goods = self._again(row, Field.GOODS, cells.money) if total is None else None
            column = Field.POSTAGE
            postage = self._again(row, Field.POSTAGE, cells.money) if goods is not None else None
        except BadCell as bad:  # an order without its amount is worth more than a reminder that never comes
            self.tell(line, bad.rule, *bad.names, column=column, is_hint=True)
            return None
        return goods + (postage or 0) if goods is not None else total


def _state_of(text: str) -> State | None:
    return state_of(text.strip())


class _BadRow(Exception):
    """A row that cannot be taken; the rule, the column, and what stands there."""

    def __init__(self, rule: str, column: Field, *names: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.field = column
        self.names = names


@dataclass
class Gathered:
    """The rows of one order, in the order of the file; the last one tells what all of them share."""

    row: Row
    first_line: int
    amounts: list[Decimal | None] = field(default_factory=list)

    @classmethod
    def of(cls, row: Row) -> "Gathered":
        """One row."""
        return cls(row, row.line, [row.amount])

    def belongs(self, row: Row) -> bool:
        """Whether a further row tells of another item of the same order, and not of the order once more."""
        is_same = (row.buyer, row.placed_at) == (self.row.buyer, self.row.placed_at)
        return is_same and bool(set(row.items) - set(self.row.items))

    def is_repeated_by(self, row: Row) -> bool:
        """Whether a further row says nothing new."""
        return replace(row, line=self.row.line, items=self.row.items, amount=self.row.amount) == self.row and (
            set(row.items) <= set(self.row.items) and row.amount in self.amounts
        )

    def take(self, row: Row) -> None:
        """Take an item's row in. Where a part was closed and the rest was not, the rest is what counts."""
        leading = min(self.row, row, key=lambda one: _RANKS[one.state])
        self.amounts.append(row.amount)
        self.row = replace(
            leading,
            line=self.row.line,
            items=(*self.row.items, *row.items),
            note=self.row.note or row.note,
            flag=self.row.flag if self.row.flag is not None else row.flag,
            kind_words=f"{self.row.kind_words} {row.kind_words}",
        )

    def take_item(self, item: str) -> None:
        """Take an item in that stands alone in its row."""
        self.row = replace(self.row, items=(*self.row.items, item))

    @property
    def amount(self) -> Decimal | None:
        """What all is to be paid: the same in each row is the whole of it, different ones are those of the items."""
        told = [amount for amount in self.amounts if amount is not None]
        return sum(told, Decimal(0)) if len(set(told)) > 1 else told[0] if told else None


_RANKS = {State.PAID: 0, State.BALANCE: 1, State.OPEN: 2, State.CLOSED: 3}


def order(gathered: Gathered, spot: Spot, kinds: Kinds, origin: FindOrigin) -> ReadOrder:
    """The order that was gathered. Raises `BadCell` (`no_closing`)."""
    row = gathered.row
    told = _kind_told(row, kinds)
    found = origin(row.items, row.placed_at)
    kind_id = told or (found.kind_id if kinds.has(found.kind_id) else "") or kinds.usual
    closes_at = row.closes_at or kinds.closes_at(kind_id, row.placed_at)
    outcome = OUTCOMES.get(row.state)
    if closes_at is None and outcome is None:
        raise BadCell("no_closing")
    closes_at = closes_at or row.ended_at or row.placed_at
    draft = OrderDraft(
        row.buyer, kind_id, row.placed_at, closes_at, row.number, gathered.amount, row.items, row.note, row.flag,
        row.agent,
        activity_id=found.activity_id,
        outcome=outcome,
        outcome_at=row.ended_at if outcome else None,
        lost_reason=lost_reason_of(row.reason) if row.state is State.CLOSED else "",
    )  # fmt: skip
    return ReadOrder(draft, spot, bool(told), row.closes_at is not None, row.was_paid)


def _kind_told(row: Row, kinds: Kinds) -> str:
    """The kind by the state, else by the words of a column or of a tag in a title."""
    if row.state.kind_id and kinds.has(row.state.kind_id):
        return row.state.kind_id
    found = {kind_id for kind_id, _, _ in kinds.told_in(row.kind_words)} if row.kind_words.strip() else set()
    return found.pop() if len(found) == 1 else ""


def _tag(item: str) -> str:
    """What a title says in brackets at its beginning: 【聚划算】."""
    if not item.startswith(("【", "[")):
        return ""
    end = max(item.find("】"), item.find("]"))
    return item[1:end] if 0 < end < 12 else ""
