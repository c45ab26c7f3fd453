"""One list of the settings under a head that folds: it is kept as soon as everything in it can be.

The rule: a row that is still being written keeps the list back, never the rows of other lists.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.dialogs.form import Field, label
from app.ui.order_dialogs import refusal_words
from app.ui.order_dialogs.settings_rows import twice
from app.ui.sheet_dialogs.entry_cells import Fold, Reading
from app.ui.sheet_dialogs.entry_fields import ListField
from app.ui.sheet_dialogs.entry_rows import Rows
from app.ui.theme import Look

_KEEP_MS = 400


class ListSection(QWidget):
    """`changed` carries the values once all of them can be read."""

    changed = Signal(object)

    def __init__(
        self,
        look: Look,
        title: Callable[[], str],
        rows: Rows,
        hint: Callable[[], str],
        sum_up: Callable[[Sequence[Any]], str],
        *,
        has_names: bool = True,
    ) -> None:
        super().__init__()
        self.rows, self._sum_up, self._has_names = rows, sum_up, has_names
        self._values: tuple[Any, ...] | None = None
        self.field = ListField(rows)
        self.fold = Fold(look, title)
        self._hint = label("hint")
        self.fold.column.addWidget(self._hint)
        self.fold.column.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_MS)
        self._timer.timeout.connect(self.settle)
        rows.edited.connect(self._timer.start)
        self._say = hint
        self.retranslate()

    def put(self, values: Sequence[Any]) -> None:
        """Show what is stored, unless that is what stands there: who is typing is not disturbed."""
        if self._values != tuple(values):
            self._values = tuple(values)
            self.rows.put(values)
            self._mark(Reading())
        self.fold.sum_up(self._sum_up(self._values or ()))

    def settle(self) -> None:
        """Read the list, say what is wrong with it, and hand it on if nothing is."""
        self._timer.stop()
        reading = Reading()
        values = self.rows.read(reading)
        if self._has_names:
            twice(self.rows.rows, reading)
        self._mark(reading)
        if reading.refused or values == self._values:
            return
        self._values = values
        self.fold.sum_up(self._sum_up(values))
        self.changed.emit(values)

    def forget(self) -> None:
        """Show what is stored the next time it is put, because what stands here was not kept."""
        self._values = None

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self._hint.setText(self._say())
        self.setAccessibleName(self.fold.arrow.accessibleName())
        self.fold.sum_up(self._sum_up(self._values or ()))

    def _mark(self, reading: Reading) -> None:
        for field in self.findChildren(Field):
            if field.refusal:
                field.refuse("")
        for cell, fault in reading.refused:
            cell.refuse(refusal_words.of_rule(fault.rule, *fault.names))
