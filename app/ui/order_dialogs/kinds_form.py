"""The shop's kinds of orders as a form: when each closes, and when and with which phrase it is reminded of.

The rule: an order that is open keeps its closing; what is changed here is for the reminders that are still to come.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.orders.kinds import DEFAULTS, OrderKind
from app.ui import order_names
from app.ui.dialogs.draft_form import DraftForm, Refused
from app.ui.dialogs.drafts import FormDrafts
from app.ui.dialogs.form import label
from app.ui.order_dialogs import refusal_words
from app.ui.order_dialogs.kind_faults import faults
from app.ui.order_dialogs.kind_rows import KindRow
from app.ui.order_dialogs.lengths import written_length
from app.ui.order_dialogs.order_desk import KindsDesk
from app.ui.sheet_dialogs.entry_cells import Reading
from app.ui.sheet_dialogs.entry_fields import EntryFields
from app.ui.sheet_dialogs.entry_inputs import State
from app.ui.sheet_dialogs.entry_rows import Rows
from app.ui.theme import Look
from app.ui.words import is_chinese

"""The place of the draft."""


class KindsFields(EntryFields):
    """The list of kinds."""

    def __init__(self, look: Look, window: QWidget, desk: KindsDesk) -> None:
        super().__init__(look, window)
        rows = Rows(look, lambda: KindRow(look, desk), lambda: self.tr("Add a kind"), has_order=True)
        self.rows = rows
        self.list_of("kinds", rows)

    def put(self, entry: Any) -> None:
        """Show kinds."""
        kinds: Sequence[OrderKind] = entry
        self.rows.put(kinds)

    def read_kinds(self, reading: Reading) -> tuple[OrderKind, ...]:
        """The kinds as they stand, in their order."""
        read = self.rows.read(reading)
        return tuple(replace(kind, position=at) for at, kind in enumerate(read, start=1))


class KindsForm(DraftForm):
    """`changed` emits what kinds of data changed."""

    changed = Signal(object)

    def __init__(self, look: Look, desk: KindsDesk, drafts: FormDrafts, key: str) -> None:
        super().__init__(drafts, key, (680, 760))
        self.desk = desk
        self._before: State = None
        self.hint, self.orphans = label("muted"), label("error")
        self.kinds_fields = KindsFields(look, self, desk)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.kinds_fields.lists["kinds"])
        self.column.addWidget(self.orphans)
        self.column.addStretch(1)
        self.defaults_button: QPushButton = self.add_button(lambda: "", self.turn_defaults)
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Kinds of orders"))
        self.spoken.again(self._name)
        self.open_fields(self.kinds_fields, tuple(desk.kinds()))

    def refused(self) -> Refused:
        """Everything that is wrong, each at its field."""
        reading = Reading()
        kinds = self.kinds_fields.read_kinds(reading)
        refused: Refused = [(cell, refusal_words.of_rule(fault.rule, *fault.names)) for cell, fault in reading.refused]
        taken = {id(field) for field, _reason in refused}
        for path, rule, what in faults(kinds):
            field = self.fields.place(path)
            if field is not None and id(field) not in taken:
                taken.add(id(field))
                name = written_length(what, is_chinese=is_chinese()) if isinstance(what, timedelta) else what
                refused.append((field, refusal_words.of_rule(rule, name)))
        return refused

    def keep(self) -> None:
        """Store the kinds."""
        self.changed.emit(self.desk.save(self.kinds_fields.read_kinds(Reading())))

    def turn_defaults(self) -> None:
        """Put the defaults there, or what stood there before back; nothing is saved by it."""
        if self._before is None:
            self._before = self.fields.state()
            self.fields.put(DEFAULTS)
            self.tell(self.tr("These are the defaults. Nothing is saved yet."))
        else:
            before, self._before = self._before, None
            self.fields.restore(before)
            self.tell("")
        self._name()
        self.recheck()

    def show_more(self) -> None:
        """Say what becomes of open orders whose kind is gone."""
        left = {row.value for row in self.kinds_fields.rows.rows}
        missing = [kind for kind in self.desk.kinds() if kind.id not in left]
        gone = [(order_names.shown(kind.name), self.desk.open_count(kind.id)) for kind in missing]
        told = self.tr("{count} open orders are of the kind “{name}”: they keep their closing and get no reminders.")
        lines = [told.replace("{count}", f"{count:,}").replace("{name}", name) for name, count in gone if count]
        self.orphans.setText("\n".join(lines))
        self.orphans.setVisible(bool(lines))

    def _name(self) -> None:
        self.hint.setText(
            self.tr("When the platform closes an order, and when you are reminded of it. Changes hold from now on.")
        )
        is_default = self._before is not None
        self.defaults_button.setText(
            self.tr("Bring back what stood there") if is_default else self.tr("Put the defaults there")
        )
