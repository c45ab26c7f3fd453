"""What a file would change: chips with the counts, the rows, and the whole of the row that is looked at."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import grown
from app.ui.dialogs.plan_rows import FATE, PLACE, TOLD, PlanRows
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.table import table_of
from app.ui.theme import INSIDE, kind


class PlanPreview(QWidget):
    """The table and what is above and below it. `widths` are those of the first two columns."""

    def __init__(self, model: PlanRows[Any], filters: Sequence[Hashable], widths: tuple[int, int]) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self._sorts = filters
        self.filters: Choice[Hashable] = Choice(list(filters), self._filter_word, is_filter=True)
        room = {column: grown(self, width) for column, width in zip((PLACE, FATE), widths, strict=True)}
        self.table = table_of(model, room, TOLD, least=5)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty(*kind("preview"))
        self.text.setFixedHeight(5 * self.text.fontMetrics().lineSpacing() + 24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        for widget in (self.filters, self.table, self.text):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self.filters.pick(None)
        self.filters.chosen.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(self._look_at)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    # What the rows are about.

    def show_plan(self, plan: Any) -> None:
        """Show what a file would change."""
        raise NotImplementedError

    def count(self, wanted: Hashable) -> int:
        """How many rows a filter lets through."""
        raise NotImplementedError

    def say(self, wanted: Hashable) -> str:
        """What a filter is called."""
        raise NotImplementedError

    def name(self) -> str:
        """What the table is called."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the filter stays as long as there is any row for it."""
        there = [wanted for wanted in self._sorts if wanted is None or self.count(wanted)]
        self.filters.show_only(there)
        if self.filters.value not in there:
            self.filters.pick(None)
        self.filters.rename()
        self.model.show_rows(rows)
        self._narrow()

    def _narrow(self) -> None:
        self.model.narrow(self.filters.value)
        self.text.clear()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, PLACE))

    def _look_at(self) -> None:
        self.text.setPlainText(self.model.told(self.table.currentIndex()))

    def _filter_word(self, wanted: Hashable) -> str:
        return f"{self.say(wanted)} {self.count(wanted):,}"

    def _name(self) -> None:
        self.table.setAccessibleName(self.name())
        self.text.setAccessibleName(self.tr("Everything about the row"))
        self.filters.rename()
        self.model.retranslate()
        self._look_at()
