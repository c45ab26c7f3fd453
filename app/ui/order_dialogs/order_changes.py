"""Changes of an order that is paid: size, colour, address, or the buyer does not want it any more.

The rule: one key says the phrase and leaves the note on the clipboard; a note that the client would cut or spoil is
never put there.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from app.core.orders.changes import ORDER_CHANGES, OrderChange, Wish, noted
from app.core.orders.memo import without_refused
from app.core.orders.order import Order
from app.core.prices import yuan
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field, Form, button, label
from app.ui.order_dialogs import refusal_words
from app.ui.order_dialogs.note_input import NoteInput
from app.ui.order_dialogs.order_desk import ChangesDesk
from app.ui.paragraph import paragraph
from app.ui.sheet_dialogs.entry_cells import Cell
from app.ui.sheet_dialogs.entry_inputs import Lines
from app.ui.theme import GRID, INSIDE, Look, kind

_CHANGES = {change.wish: change for change in ORDER_CHANGES}


class OrderChanges(Form):
    """A window for one order. `changed` emits what kinds of data changed, `said` that the phrase went out."""

    changed = Signal(object)
    said = Signal()

    def __init__(self, look: Look, desk: ChangesDesk, order: Order) -> None:
        super().__init__((500, 620))
        self._desk, self._order = desk, order
        self.head, self.rule = label("title"), label("hint")
        self.wish: Choice[Wish] = Choice(list(_CHANGES), self._wish_word)
        self.value = Cell(Lines(1, 4))
        self.note = NoteInput(look)
        self.leave_out = button("link")
        note_name = lambda: self.tr("The note, as the warehouse reads it")  # noqa: E731 - said again with the language
        self.note_row = Cell(self.note, note_name, self.note.meter, self.leave_out)
        self.phrase = QPlainTextEdit()
        self.phrase_row = Field(self.phrase)
        self._lay_out()
        self._connect()
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Change an order"))
        self.spoken.again(self._name)
        self.choose(Wish.SIZE)

    @property
    def change(self) -> OrderChange:
        """The change that is on."""
        return _CHANGES[self.wish.value]

    def choose(self, wish: Wish) -> None:
        """Turn a change on; what was typed for another one stays."""
        self.wish.pick(wish)
        self._show_change()
        (self.value.content if self.change.has_value else self.say_button).setFocus()

    def copy_note(self) -> bool:
        """Put the note onto the clipboard and keep it with the order; False where it cannot be."""
        if not self._is_fine():
            return False
        text = self.note.read()
        QGuiApplication.clipboard().setText(text)
        self.tell(self.tr("The note lies on the clipboard: paste it into the order's note in the client."), "ok")
        changed = self.tried(self._desk.keep, self._order.id, text)
        if changed is None:
            return True
        self.changed.emit(changed)
        return True

    def say(self) -> None:
        """Say the phrase in the chat; the note lies on the clipboard then."""
        if self.copy_note():
            self._desk.say(self.change.code, self._order)
            self.said.emit()

    def _is_fine(self) -> bool:
        """Whether everything is there and the client takes the note; else it is said at the fields."""
        is_missing = self.change.has_value and not self.value.input.read().strip()
        self.value.refuse(refusal_words.of_rule("no_value") if is_missing else "")
        faults = self.note.faults()
        self.note_row.refuse(paragraph(*(refusal_words.of_rule(rule, name) for rule, name in faults)))
        if is_missing or faults:
            self.show_field(self.value if is_missing else self.note_row)
        return not is_missing and not faults

    def _show_change(self) -> None:
        change = self.change
        self.value.setVisible(change.has_value)
        rule = self._desk.refund_rule(self._order) if change.wish is Wish.REFUND else ""
        self.rule.setText(rule)
        self.rule.setVisible(bool(rule))
        title, text = self._desk.phrase(change.code, self._order)
        none = self.tr("No phrase has the short code {code}. Write one, and it is said with this key.")
        self.phrase.setPlainText(text or none.replace("{code}", change.code))
        name = self.tr("The phrase")
        self.phrase_row.name(f"{name}  {title}".rstrip())
        self.say_button.setEnabled(bool(text))
        self._name_value()
        self._write()

    def _write(self) -> None:
        """Write the note anew; what the agent wrote into it by hand gives way only to another value."""
        self.value.refuse("")
        value = self.value.input.read().strip()
        is_ready = bool(value) or not self.change.has_value
        self.note.put(noted(self.change, value, self._order.note) if is_ready else self._order.note)

    def _tidy(self) -> None:
        self.note.replace_body(without_refused(self.note.read()))

    def _look_at_note(self) -> None:
        self.leave_out.setVisible(any(rule == "not_in_gbk" for rule, _name in self.note.faults()))
        if self.note_row.refusal and not self.note.faults():
            self.note_row.refuse("")

    def _lay_out(self) -> None:
        self.phrase.setReadOnly(True)
        self.phrase.setProperty(*kind("preview"))
        self.phrase.setFixedHeight(4 * self.phrase.fontMetrics().lineSpacing() + 2 * INSIDE + GRID)
        for widget in (self.head, self.wish, self.rule, self.value, self.note_row, self.phrase_row):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject)
        self.copy_button = self.add_button(lambda: self.tr("Only copy the note"), self.copy_note)
        self.say_button = self.add_button(lambda: self.tr("Say it and copy the note"), self.say, "primary")
        self.say_button.setToolTip("Ctrl+Enter")
        self.add_keys(self.say, "Ctrl+Return", "Ctrl+Enter")
        for number, wish in enumerate(_CHANGES, start=1):
            self.add_keys(partial(self.choose, wish), f"Alt+{number}")

    def _connect(self) -> None:
        self.wish.chosen.connect(lambda: self.choose(self.wish.value))
        self.value.edited.connect(self._write)
        self.note.textChanged.connect(self._look_at_note)
        self.leave_out.clicked.connect(self._tidy)

    def _name(self) -> None:
        order = self._order
        parts = (order.buyer, yuan.shown(order.amount), *order.items[:1])
        self.head.setText(" · ".join(part for part in parts if part))
        self.leave_out.setText(self.tr("Leave out what the client cannot hold"))
        self.wish.rename()
        self._show_change()

    def _name_value(self) -> None:
        named = {
            Wish.SIZE: self.tr("The new size"),
            Wish.COLOUR: self.tr("The new colour"),
            Wish.ADDRESS: self.tr("The new address, with name and phone"),
            Wish.REFUND: "",
        }
        self.value.name(named[self.change.wish])

    def _wish_word(self, wish: Wish) -> str:
        named = {
            Wish.SIZE: self.tr("Size"),
            Wish.COLOUR: self.tr("Colour"),
            Wish.ADDRESS: self.tr("Address"),
            Wish.REFUND: self.tr("Does not want it"),
        }
        return f"{list(_CHANGES).index(wish) + 1} {named[wish]}"
