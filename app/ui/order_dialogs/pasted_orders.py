"""Orders out of a text that was copied from the client: recognised, looked at, put right, taken over, and back.

The rule: nothing is kept before the primary button; phone numbers and addresses are not kept at all.
"""

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.core.orders.incoming.drafts import BadOrder
from app.ui.dialogs.form import Field, Form, label
from app.ui.dialogs.table import table_of
from app.ui.order_dialogs import refusal_words
from app.ui.order_dialogs.marked_text import MarkedText
from app.ui.order_dialogs.order_desk import PastedDesk
from app.ui.order_dialogs.order_faults import faults
from app.ui.order_dialogs.order_fields import OrderFields
from app.ui.order_dialogs.pasted_cards import AMOUNT, BUYER, CLOSES, FATE, KIND, Pasted, PastedRows
from app.ui.paragraph import paragraph
from app.ui.sheet_dialogs.entry_cells import Reading
from app.ui.sheet_dialogs.entry_row import beside
from app.ui.theme import GRID, INSIDE, TARGET, Look, kind

_READ_MS = 300
_FEWEST, _MOST = 2, 6
"""Rows of the table that are in sight without scrolling."""
_SHOWN = ("buyer", "amount", "number", "kind", "placed_at", "closes_at", "items")


class PastedOrders(Form):
    """A window for one text after the other. `changed` emits what kinds of data changed."""

    changed = Signal(object)

    def __init__(self, look: Look, desk: PastedDesk, text: str = "") -> None:
        super().__init__((620, 780))
        self._desk, self._look = desk, look
        self._at, self._is_putting, self._is_done = -1, False, False
        self.text, self.sum = MarkedText(look), label("muted")
        self.model = PastedRows(look, desk.form, self)
        self.table = table_of(self.model, {AMOUNT: 86, CLOSES: 136, KIND: 92, FATE: 132}, BUYER)
        self.card = QFrame()
        self.hint = label("hint")
        self.fields: OrderFields | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_READ_MS)
        self._lay_out()
        self._connect()
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Orders from a pasted text"))
        self.spoken.again(self._name)
        self.text.setPlainText(text)
        self.read()
        (self.take_button if self.take_button.isEnabled() else self.text).setFocus()

    def read(self) -> None:
        """Recognise the orders of the text; what was put right of one that is still the same stays."""
        self._timer.stop()
        text = self.text.text()
        try:
            cards = self._desk.read(text) if text.strip() else ()
        except BadOrder as bad:
            self._show([])
            self.tell(refusal_words.of_rule(bad.rule), "error")
            return
        self.tell("")
        before = {pasted.card: pasted for pasted in self.model.shown}
        now = self._desk.form.now()
        self._show([before.get(card) or Pasted(card, card.draft.order("", now)) for card in cards])

    def take(self) -> None:
        """Take over what is ticked, as one step."""
        taken = [pasted.draft() for pasted in self.model.shown if pasted.is_taken]
        if not taken:
            return
        changed = self.tried(self._desk.take, taken)
        if changed is None:
            return
        self._is_done = True
        one, many = self.tr("Taken over: 1 order."), self.tr("Taken over: {count} orders.")
        self.tell(one if len(taken) == 1 else many.replace("{count}", f"{len(taken):,}"), "ok")
        self._show_stage()
        self.close_button.setFocus()
        self.changed.emit(changed)

    def undo(self) -> None:
        """Take it back."""
        changed = self.tried(self._desk.undo)
        if changed is None:
            return
        self._is_done = False
        if not changed:
            self.tell(self.tr("Something was done since. Undo step by step in the window with Ctrl+Z."), "error")
        else:
            self.tell(self.tr("Taken back: everything is as it was before."))
            self.changed.emit(changed)
        self._judge_all()
        self._show_stage()

    # One order that is put right.

    def _show(self, cards: list[Pasted]) -> None:
        self._at, self._is_done = -1, False
        self.model.show_only(cards)
        self._judge_all()
        if cards:
            self.table.setCurrentIndex(self.model.index(0, BUYER))
        self._mark()
        self._show_stage()

    def _look_at(self, index: QModelIndex) -> None:
        """Show an order in the fields; what stands there of the one before stays with it."""
        row = index.row()
        if row == self._at or not 0 <= row < len(self.model.shown):
            return
        self._at = row
        pasted = self.model.shown[row]
        fields = self._fields(pasted)
        self._is_putting = True
        if pasted.state is None:
            fields.put(pasted.order)
            for name, _why in pasted.refusals():
                if name == "closes_at":
                    fields.cells[name].input.put(None)
        else:
            fields.restore(pasted.state)
        self._is_putting = False
        self._mark()
        self._refuse(pasted)

    def _edit(self, name: str) -> None:
        """Take what is typed into the order at once."""
        if self._is_putting or self.fields is None or not 0 <= self._at < len(self.model.shown):
            return
        pasted = self.model.shown[self._at]
        pasted.touched.add(name)
        pasted.state = self.fields.state()
        reading = Reading()
        order = self.fields.read_order(reading)
        pasted.order = order or pasted.order
        unread = {id(cell): refusal_words.of_rule(fault.rule, *fault.names) for cell, fault in reading.refused}
        found = [(name, unread[id(cell)]) for name, cell in self.fields.cells.items() if id(cell) in unread]
        self._judge(pasted, found)
        self._refuse(pasted)
        self.model.redraw(self._at)
        self._show_stage()

    def _judge(self, pasted: Pasted, unread: list[tuple[str, str]]) -> None:
        """Find what is wrong with an order and whether it is known."""
        wrong = [*pasted.refusals(), *unread]
        named = {name for name, _why in wrong}
        for name, rule, names in faults(pasted.order, self._desk.form.now(), lambda _number: None):
            if name not in named:
                wrong.append((name, refusal_words.of_rule(rule, *names)))
        pasted.wrong = wrong
        pasted.known = None if wrong else self._desk.known(pasted.draft())

    def _judge_all(self) -> None:
        for row, pasted in enumerate(self.model.shown):
            if not pasted.touched:
                self._judge(pasted, [])
            elif not pasted.wrong:
                pasted.known = self._desk.known(pasted.draft())
            self.model.redraw(row)

    def _refuse(self, pasted: Pasted) -> None:
        assert self.fields is not None
        said = dict(reversed(pasted.wrong))
        for name in _SHOWN:
            self.fields.cells[name].refuse(said.get(name, ""))
        hints = paragraph(*pasted.hints())
        self.hint.setText(hints)
        self.hint.setVisible(bool(hints))

    def _fields(self, pasted: Pasted) -> OrderFields:
        """The fields, made when the first order is looked at."""
        if self.fields is None:
            made = OrderFields(self._look, self, self._desk.form, pasted.order)
            for name in _SHOWN:
                made.cells[name].edited.connect(lambda name=name: self._edit(name))
            inside = self.card.layout()
            assert isinstance(inside, QVBoxLayout)
            cell = made.cells
            inside.addLayout(beside((cell["buyer"], 3), (cell["amount"], 2), (cell["number"], 4)))
            inside.addWidget(cell["kind"])
            inside.addLayout(beside((cell["placed_at"], 1), (cell["closes_at"], 1)))
            inside.addWidget(cell["items"])
            self.fields = made
        return self.fields

    # What is in sight.

    def _mark(self) -> None:
        cards = self.model.shown
        pieces = [piece for pasted in cards for piece in pasted.card.pieces]
        here = cards[self._at].card.pieces if 0 <= self._at < len(cards) else ()
        self.text.show_pieces(pieces, here)

    def _show_stage(self) -> None:
        cards = self.model.shown
        for widget in (self.table, self.card):
            widget.setVisible(bool(cards))
        rows = min(max(len(cards), _FEWEST), _MOST)
        self.table.setFixedHeight((rows + 1) * (TARGET + GRID) + GRID)
        count = sum(pasted.is_taken for pasted in cards)
        one, many = self.tr("Take over 1 order"), self.tr("Take over {count} orders")
        self.take_button.setText(one if count == 1 else many.replace("{count}", f"{count:,}"))
        self.take_button.setEnabled(count > 0)
        self.take_button.setVisible(not self._is_done)
        self.undo_button.setVisible(self._is_done)
        self.sum.setText(self._sum())

    def _sum(self) -> str:
        cards = self.model.shown
        if not self.text.text().strip():
            return self.tr("Copy one or more orders in the client and paste them here.")
        if not cards:
            return self.tr(
                "No order was recognised. It takes an order number, a buyer with a label (买家：…), "
                "or lines like 小熊猫 128 14:05."
            )
        new = sum(pasted.known is None and not pasted.wrong for pasted in cards)
        wrong = sum(bool(pasted.wrong) for pasted in cards)
        said = self.tr("{count} recognised: {new} new, {known} known already, {wrong} to be completed.")
        said = said.replace("{count}", str(len(cards))).replace("{new}", str(new))
        return said.replace("{known}", str(len(cards) - new - wrong)).replace("{wrong}", str(wrong))

    def _lay_out(self) -> None:
        self.card.setProperty(*kind("card"))
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(INSIDE + GRID, INSIDE, INSIDE + GRID, INSIDE)
        inside.setSpacing(INSIDE)
        inside.addWidget(self.hint)
        self.text_row = Field(self.text)
        for widget in (self.text_row, self.sum, self.table, self.card):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.undo_button = self.add_button(lambda: self.tr("Undo"), self.undo)
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject)
        self.take_button = self.add_button(lambda: "", self.take, "primary")
        self.add_keys(self.take, "Ctrl+Return", "Ctrl+Enter")

    def _connect(self) -> None:
        self._timer.timeout.connect(self.read)
        self.text.textChanged.connect(self._timer.start)
        self.model.ticked.connect(self._show_stage)
        self.table.selectionModel().currentRowChanged.connect(self._look_at)

    def _name(self) -> None:
        self.text_row.name(self.tr("The text"))
        self.text_row.remark(self.tr("Marked is what was recognised; what is struck through is not kept."))
        self.table.setAccessibleName(self.tr("Orders that were recognised"))
        self.model.retranslate()
        self._show_stage()
