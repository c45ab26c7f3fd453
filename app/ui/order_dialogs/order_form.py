"""The window of one order: everything that is known of it, and below what happened to it.

The rule: what the form does not show of an order (its outcome, its checks, its history) it never changes.
"""

from PySide6.QtCore import Signal

from app.core.orders.order import Order
from app.ui import order_names
from app.ui.dialogs.draft_form import DraftForm, Refused
from app.ui.dialogs.drafts import FormDrafts
from app.ui.dialogs.form import label
from app.ui.order_dialogs import order_words, refusal_words
from app.ui.order_dialogs.order_desk import OrderFormDesk
from app.ui.order_dialogs.order_faults import faults
from app.ui.order_dialogs.order_fields import OrderFields
from app.ui.order_dialogs.order_history import OrderHistory
from app.ui.order_dialogs.order_words import Names
from app.ui.sheet_dialogs.entry_cells import Fold, Reading
from app.ui.theme import Look

NEW = "order"
"""The place of the draft of an order that was never saved."""


class OrderForm(DraftForm):
    """`saved` emits the id of the order, `changed` what kinds of data changed."""

    saved = Signal(str)
    changed = Signal(object)

    def __init__(
        self,
        look: Look,
        desk: OrderFormDesk,
        drafts: FormDrafts,
        order: Order,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(drafts, NEW if is_new else order.id, (560, 720))
        self.desk, self.order, self.is_new = desk, order, is_new
        self.state_line = label("muted")
        self.column.addWidget(self.state_line)
        made = OrderFields(look, self, desk, order)
        made.lay_out(self.column)
        self._names = Names(self._step_name, desk.phrase_title, desk.choice_name)
        self.history = OrderHistory(self._names, desk.now, desk.zone)
        self._history_part = Fold(look, lambda: self.tr("History"))
        self._history_part.column.addWidget(self.history)
        self.column.addWidget(self._history_part)
        self._history_part.setVisible(not is_new)
        self.column.addStretch(1)
        self.spoken.say(
            self.setWindowTitle, lambda: self.tr("New order") if is_new else order.buyer or self.tr("Order")
        )
        self.order_fields = made
        self.open_fields(made, order, is_new=is_new)
        self._show_history()
        made.cells["buyer"].content.setFocus()

    def refused(self) -> Refused:
        """Everything that is wrong, each at its field."""
        reading = Reading()
        order = self.order_fields.read_order(reading)
        refused: Refused = [(cell, refusal_words.of_rule(fault.rule, *fault.names)) for cell, fault in reading.refused]
        taken = {id(field) for field, _reason in refused}
        for name, rule, names in faults(order, self.desk.now(), self.desk.of_number) if order else ():
            field = self.fields.cells[name]
            if id(field) not in taken:
                taken.add(id(field))
                refused.append((field, refusal_words.of_rule(rule, *names)))
        return refused

    def keep(self) -> None:
        """Store the order."""
        order = self.order_fields.read_order(Reading())
        assert order is not None  # nothing was refused
        changed = self.desk.save(order)
        self.saved.emit(order.id)
        self.changed.emit(changed)

    def show_more(self) -> None:
        """Say at the head what the order waits for."""
        said = order_words.outcome(self.order.outcome)
        left = self.order_fields.time_left() if self.order.is_open else ""
        if self.order.outcome_at:
            left = order_words.moment(self.order.outcome_at, self.desk.now(), self.desk.zone())
        self.state_line.setText(f"{said} · {left}" if left else said)

    def _show_history(self) -> None:
        if self.is_new:
            return
        events = self.tried(self.desk.history, self.order.id)
        if events is None:
            return
        self.history.put(events)
        last = order_words.event(events[-1], self._names) if events else ""
        self._history_part.sum_up(f"{len(events)} · {last}" if events else self.tr("Nothing yet"))
        self._history_part.unfold(bool(events))

    def _step_name(self, step_id: str) -> str:
        """The name of a step of this order's kind; one that is gone keeps its id."""
        kinds = [kind for kind in self.desk.kinds() if kind.id == self.order.kind_id]
        named = (step.name for kind in kinds for step in kind.steps if step.id == step_id)
        return order_names.shown(next(named, step_id))
