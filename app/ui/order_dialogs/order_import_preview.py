"""What an export would change: chips with the counts, the rows, and the whole of the row that is looked at."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPlainTextEdit, QTableView, QVBoxLayout, QWidget

from app.core.order_intake import Fate, OrderPlan
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import dress_table
from app.ui.dialogs.spoken import Spoken
from app.ui.order_dialogs import order_import_words as words
from app.ui.order_dialogs.order_import_rows import FATE, NOTHING_READ, PLACE, PROBLEMS, TOLD, OrderImportRows
from app.ui.theme import INSIDE, TARGET, Look, kind

_FILTERS: tuple[Fate | str | None, ...] = (None, PROBLEMS, *words.SUMMED)


class OrderImportPreview(QWidget):
    """The table and what is above and below it."""

    def __init__(
        self, look: Look, now: Callable[[], datetime], zone: Callable[[], ZoneInfo], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plan = NOTHING_READ
        self._counts = self._plan.counts
        self.model = OrderImportRows(look, now, zone, self)
        self.filters: Choice[Fate | str | None] = Choice(list(_FILTERS), self._filter_word)
        self.table = _table(self.model)
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

    def show_plan(self, plan: OrderPlan) -> None:
        """Show what an export would change."""
        self._plan, self._counts = plan, plan.counts
        there = [wanted for wanted in _FILTERS if wanted is None or self._count(wanted)]
        self.filters.show_only(there)
        if self.filters.value not in there:
            self.filters.pick(None)
        self.filters.rename()
        self.model.show_plan(plan)
        self._narrow()

    def _narrow(self) -> None:
        self.model.narrow(self.filters.value)
        self.text.clear()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, PLACE))

    def _look_at(self) -> None:
        self.text.setPlainText(self.model.told(self.table.currentIndex()))

    def _count(self, wanted: Fate | str | None) -> int:
        if isinstance(wanted, Fate):
            return self._counts[wanted]
        problems = len(self._plan.problems)
        return problems if wanted == PROBLEMS else problems + len(self._plan.rows)

    def _filter_word(self, wanted: Fate | str | None) -> str:
        if isinstance(wanted, Fate):
            said = words.fate(wanted)
        else:
            said = self.tr("To look at") if wanted == PROBLEMS else self.tr("All")
        return f"{said} {self._count(wanted):,}"

    def _name(self) -> None:
        self.table.setAccessibleName(self.tr("Rows of the export"))
        self.text.setAccessibleName(self.tr("Everything about the row"))
        self.filters.rename()
        self.model.retranslate()
        self._look_at()


def _table(model: OrderImportRows) -> QTableView:
    table = QTableView()
    table.setModel(model)
    dress_table(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setMinimumHeight(5 * TARGET)
    header = table.horizontalHeader()
    for column, width in ((PLACE, 150), (FATE, 124)):
        header.resizeSection(column, width)
    header.setSectionResizeMode(TOLD, QHeaderView.ResizeMode.Stretch)
    return table
