"""The fields of one order.

The rule: the closing is worked out from the kind until somebody writes another one; then it stays what was written.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.clockwork import moments
from app.core.orders.incoming.drafts import Kinds
from app.core.orders.order import Flag, Manner, Order
from app.ui import order_names
from app.ui.dialogs.form import button
from app.ui.dialogs.spoken import Spoken
from app.ui.order_dialogs import order_words
from app.ui.order_dialogs.lengths import written_length
from app.ui.order_dialogs.note_input import NoteInput
from app.ui.order_dialogs.order_desk import OrderFormDesk
from app.ui.order_dialogs.order_faults import LONGEST_LINE
from app.ui.order_dialogs.order_inputs import Chips
from app.ui.sheet_dialogs import entry_reading as reading_of
from app.ui.sheet_dialogs.entry_box import Box
from app.ui.sheet_dialogs.entry_cells import Reading
from app.ui.sheet_dialogs.entry_fields import EntryFields
from app.ui.sheet_dialogs.entry_inputs import Line, OneALine, State, text_line
from app.ui.sheet_dialogs.entry_reading import Unread
from app.ui.sheet_dialogs.entry_row import beside
from app.ui.theme import Look
from app.ui.words import is_chinese

_FLAGS: tuple[Flag | None, ...] = (None, Flag.RED, Flag.YELLOW, Flag.GREEN, Flag.BLUE, Flag.PURPLE, Flag.GREY)
_MANNERS: tuple[Manner | None, ...] = (None, Manner.ASKED, Manner.SILENT)


class OrderFields(EntryFields):
    """All of an order that an agent may write; what happened to it is not among them."""

    def __init__(self, look: Look, window: QWidget, desk: OrderFormDesk, order: Order) -> None:
        super().__init__(look, window)
        self._desk, self._order = desk, order
        self._all_kinds = desk.kinds()
        self._kinds = Kinds(self._all_kinds)
        self._is_own, self._is_following = False, False
        self.follow_button = button("link")
        self.note = NoteInput(look)
        self._make_lines()
        self._make_choices(order)
        self._connect()

    def lay_out(self, column: QVBoxLayout) -> None:
        """Put the fields below one another, short ones side by side."""
        cell = self.cells
        column.addLayout(beside((cell["buyer"], 3), (cell["amount"], 2)))
        column.addWidget(cell["number"])
        column.addWidget(cell["kind"])
        column.addLayout(beside((cell["placed_at"], 1), (cell["closes_at"], 1)))
        for name in ("items", "problem", "flag", "manner", "note"):
            column.addWidget(cell[name])
        column.addLayout(beside((cell["agent"], 1), (cell["activity"], 1)))

    def put(self, entry: Any) -> None:
        """Show an order."""
        order: Order = entry
        self._order = order
        values = {
            "buyer": order.buyer, "number": order.number, "amount": order.amount, "items": order.items,
            "kind": order.kind_id, "placed_at": order.placed_at, "closes_at": order.closes_at, "flag": order.flag,
            "manner": order.manner, "problem": order.problem, "note": order.note, "agent": order.agent,
            "activity": order.activity_id,
        }  # fmt: skip
        self._is_following = True
        for name, value in values.items():
            self.cells[name].input.put(value)
        self._is_following = False
        self._compare()

    def restore(self, state: State) -> None:
        """Show what `state` gave."""
        self._is_following = True
        super().restore(state)
        self._is_following = False
        self._compare()

    def read_order(self, reading: Reading) -> Order | None:
        """The order as the fields stand; None where its moments cannot be read. `reading` knows why."""
        cell = self.cells
        texts = {name: reading.take(cell[name], "") for name in ("buyer", "number", "note", "agent")}
        choices = {name: reading.take(cell[name], None) for name in ("flag", "manner", "problem")}
        amount = reading.take(cell["amount"], self._order.amount)
        items = reading.take(cell["items"], ())
        placed_at, closes_at = reading.need(cell["placed_at"]), self._closing(reading)
        for rule, name in self.note.faults():
            if rule == "note_too_long":  # the other one is shown under the note and may stay
                reading.refuse(cell["note"], rule, name)
        if placed_at is None or closes_at is None:
            return None
        return replace(
            self._order, kind_id=cell["kind"].input.read(), placed_at=placed_at, closes_at=closes_at, amount=amount,
            items=items, activity_id=cell["activity"].input.read(), **texts, **choices,
        )  # fmt: skip

    def sum_up(self) -> None:
        """Say under the closing where it comes from."""
        length = next((kind.closes_after for kind in self._all_kinds if kind.id == self._kind_id()), None)
        worked_out = self._worked_out()
        self.follow_button.setVisible(self._is_own and worked_out is not None)
        if length is None:
            self.cells["closes_at"].remark(self.tr("This kind has no closing of its own; write it as it was told."))
            return
        said = written_length(length, is_chinese=is_chinese())
        own = self.tr("Written by hand; the kind's own is {length} after the order.")
        by_kind = self.tr("Worked out: {length} after the order.")
        self.cells["closes_at"].remark((own if self._is_own else by_kind).replace("{length}", said))

    def _closing(self, reading: Reading) -> datetime | None:
        value: datetime | None = reading.take(self.cells["closes_at"], self._order.closes_at)
        if value is None:
            reading.refuse(self.cells["closes_at"], "no_closing")
        return value

    def _make_lines(self) -> None:
        self.cell("buyer", _short(), lambda: self.tr("Buyer"))
        self.cell("amount", Line(reading_of.money, reading_of.money_text), lambda: self.tr("Amount (yuan)"))
        self.cell("number", _short(), lambda: self.tr("Order number"))
        self.cell("placed_at", self._moment(), lambda: self.tr("Placed at"))
        self.cell("closes_at", self._moment(), lambda: self.tr("Closes at"), self.follow_button)
        self.cell("items", OneALine(1, 5), lambda: self.tr("Items, one a line"))
        self.cell("note", self.note, lambda: self.tr("Note"), self.note.meter)
        self.cell("agent", _short(), lambda: self.tr("Served by"))
        self.cells["number"].example(lambda: self.tr("18 or 19 digits; may stay empty"))
        self.cells["placed_at"].example(lambda: self.tr("14:05 or 11-11 14:05"))
        self.cells["closes_at"].example(lambda: self.tr("14:35 or 11-11 14:35"))

    def _moment(self) -> Line[datetime | None]:
        zone, now = self._desk.zone, self._desk.now
        return Line(lambda text: reading_of.moment(text, now(), zone()), reading_of.moment_text(zone))

    def _make_choices(self, order: Order) -> None:
        kinds = {kind.id: order_names.shown(kind.name) for kind in self._all_kinds}
        kinds.setdefault(order.kind_id, order.kind_id or order_words.nameless())
        problems = {"": "", **{each.id: order_names.shown(each.name) for each in self._desk.problems()}}
        problems.setdefault(order.problem, order.problem)
        self.cell("kind", Chips(list(kinds), kinds.__getitem__), lambda: self.tr("Kind"))
        self.cell("flag", Chips(_FLAGS, order_words.flag), lambda: self.tr("Flag"))
        self.cell("manner", Chips(_MANNERS, order_words.manner), lambda: self.tr("How it was ordered"))
        self.cell(
            "problem",
            Chips(list(problems), lambda each: problems[each] or self.tr("None")),
            lambda: self.tr("Problem with the payment"),
        )
        activities = {each.id: each.name for each in self._desk.activities()}
        box = Box(lambda: ["", *activities], lambda each: activities.get(each, each) or self.tr("None"))
        self.cell("activity", box, lambda: self.tr("Activity"))

    def _connect(self) -> None:
        for name in ("kind", "placed_at"):
            self.cells[name].edited.connect(self._follow)
        self.cells["closes_at"].edited.connect(self._compare)
        self.follow_button.clicked.connect(lambda _is_on: self._follow_again())
        Spoken(self.cells["closes_at"]).say(self.follow_button.setText, lambda: self.tr("Take the kind's own"))

    def _kind_id(self) -> str:
        return str(self.cells["kind"].input.read())

    def _worked_out(self) -> datetime | None:
        try:
            placed_at = self.cells["placed_at"].input.read()
        except Unread:
            return None
        return self._kinds.closes_at(self._kind_id(), placed_at) if placed_at else None

    def _follow(self) -> None:
        """Work the closing out again, unless it was written by hand."""
        worked_out = self._worked_out()
        if self._is_following or self._is_own or worked_out is None:
            return
        self._is_following = True
        self.cells["closes_at"].input.put(worked_out)
        self._is_following = False
        self.sum_up()

    def _follow_again(self) -> None:
        self._is_own = False
        self._follow()
        self.cells["closes_at"].content.setFocus()

    def _compare(self) -> None:
        """Note whether the closing is another one than the kind's."""
        if self._is_following:
            return
        try:
            closes_at = self.cells["closes_at"].input.read()
        except Unread:
            closes_at = None
        self._is_own = closes_at is not None and closes_at != self._worked_out()
        self.sum_up()

    def time_left(self) -> str:
        """How long it still waits, in words; empty where the closing cannot be read."""
        try:
            closes_at = self.cells["closes_at"].input.read()
        except Unread:
            return ""
        if closes_at is None:
            return ""
        is_stored = closes_at == self._order.closes_at  # then no clock that was set since changes it
        left = self._desk.left(self._order) if is_stored else closes_at - self._desk.now()
        return moments.left_in_words(left, is_chinese=is_chinese())


def _short() -> Line[str]:
    made = text_line()
    made.setMaxLength(LONGEST_LINE)
    return made
