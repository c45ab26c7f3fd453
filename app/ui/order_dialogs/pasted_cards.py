"""Orders that were recognised in a pasted text, each with what the agent made of it, as a table.

The rule: what cannot be kept is never ticked; a tick that the agent set or took stays.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal

from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.incoming.text import Card
from app.core.orders.order import Order
from app.core.prices import yuan
from app.ui import order_names
from app.ui.dialogs.table import Index, TableRows
from app.ui.order_dialogs import order_words, refusal_words
from app.ui.order_dialogs.order_desk import OrderFormDesk
from app.ui.palette import Tone
from app.ui.sheet_dialogs.entry_inputs import State
from app.ui.theme import Look

BUYER, AMOUNT, CLOSES, KIND, FATE = range(5)
FIELDS: Final = {
    "no_buyer": "buyer",
    "digits_lost": "number",
    "bad_number": "number",
    "no_closing": "closes_at",
    "closes_first": "closes_at",
}
"""The field that a refusal of a card is about; the others are about the moment it was placed."""


@dataclass
class Pasted:
    """One card. `wrong` are fields and what is wrong with each; `touched` are fields that were edited here."""

    card: Card
    order: Order
    known: Order | None = None
    is_wanted: bool = True
    wrong: list[tuple[str, str]] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    state: State = None

    @property
    def is_taken(self) -> bool:
        """Whether it is taken over."""
        return self.is_wanted and not self.wrong

    def refusals(self) -> list[tuple[str, str]]:
        """What the text itself did not tell, as long as the agent has not told it either."""
        placed = [(FIELDS.get(rule, "placed_at"), rule) for rule in self.card.refusals]
        return [(name, refusal_words.of_rule(rule)) for name, rule in placed if name not in self.touched]

    def hints(self) -> list[str]:
        """What is worth a look, in words; what the agent has told since is no hint any more."""
        about = {
            "time_missing": "placed_at", "amount_missing": "amount", "two_amounts": "amount", "two_kinds": "kind",
            "closed_already": "closes_at",
        }  # fmt: skip
        settled = self.touched | ({"closes_at"} if "no_closing" in self.card.refusals else set())
        hints = [hint for hint in self.card.hints if about.get(hint) not in settled]
        return [refusal_words.of_rule(hint) for hint in hints]

    def draft(self) -> OrderDraft:
        """What is taken over."""
        order = self.order
        return replace(
            self.card.draft,
            buyer=order.buyer,
            kind_id=order.kind_id,
            placed_at=order.placed_at,
            closes_at=order.closes_at,
            number=order.number,
            amount=order.amount,
            items=order.items,
        )


class PastedRows(TableRows[Pasted]):
    """The table of cards. `ticked` tells that a tick was set or taken."""

    columns = 5
    ticked = Signal()

    def __init__(self, look: Look, desk: OrderFormDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._desk = look, desk

    def redraw(self, row: int) -> None:
        """Show a card again that has changed."""
        self.dataChanged.emit(self.index(row, 0), self.index(row, FATE))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked, unless something is wrong with the card."""
        pasted, flags = self.row(index), super().flags(index)
        can_tick = pasted is not None and index.column() == BUYER and not pasted.wrong
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_tick else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, its tick, its colour."""
        pasted, column = self.row(index), index.column()
        if pasted is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(pasted, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == BUYER:
            return Qt.CheckState.Checked if pasted.is_taken else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and column == FATE:
            return self._look.colour(_tone(pasted).value)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set a tick or take it."""
        pasted = self.row(index)
        if role != Qt.ItemDataRole.CheckStateRole or pasted is None or index.column() != BUYER:
            return False
        pasted.is_wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        self.redraw(index.row())
        self.ticked.emit()
        return True

    def headings(self) -> tuple[str, ...]:
        """Buyer with the tick, amount, closing, kind, what becomes of it."""
        return self.tr("Buyer"), self.tr("Amount"), self.tr("Closes"), self.tr("Kind"), self.tr("What happens")

    def fate(self, pasted: Pasted) -> str:
        """What becomes of a card."""
        if pasted.wrong:
            return self.tr("To be completed")
        if pasted.card.draft.outcome is not None:
            return order_words.outcome(pasted.card.draft.outcome)
        return self.tr("Known already") if pasted.known else self.tr("New")

    def _words(self, pasted: Pasted, column: int) -> str:
        order = pasted.order
        if column == BUYER:
            return order.buyer or order_words.nameless()
        if column == CLOSES:
            return _closing(order, self._desk.now(), self._desk.zone())
        if column == KIND:
            named = (kind.name for kind in self._desk.kinds() if kind.id == order.kind_id)
            return order_names.shown(next(named, order.kind_id))
        return yuan.shown(order.amount) if column == AMOUNT else self.fate(pasted)


def _closing(order: Order, now: datetime, zone: ZoneInfo) -> str:
    return order_words.moment(order.closes_at, now, zone) if order.closes_at > order.placed_at else ""


def _tone(pasted: Pasted) -> Tone:
    if pasted.wrong:
        return Tone.LATE
    if pasted.card.draft.outcome is not None or pasted.known:
        return Tone.INFO
    return Tone.OK
