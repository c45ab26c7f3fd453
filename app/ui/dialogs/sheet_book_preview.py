"""What a workbook would change: chips with the counts, the rows, and the whole of the row that is looked at."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPlainTextEdit, QTableView, QVBoxLayout, QWidget

from app.core.sheet_book import Fate, SheetPlan
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import dress_table, grown
from app.ui.dialogs.sheet_book_rows import FATE, PLACE, PROBLEMS, TOLD, SheetBookRows, told
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import INSIDE, TARGET, Look, kind

_FILTERS: tuple[Fate | str | None, ...] = (None, PROBLEMS, Fate.CHANGED, Fate.NEW, Fate.SAME)


class SheetBookPreview(QWidget):
    """The table and what is above and below it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = SheetPlan()
        self.model = SheetBookRows(look, self)
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

    def show_plan(self, plan: SheetPlan) -> None:
        """Show what a workbook would change."""
        self._plan = plan
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

    def _look_at(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        self.text.setPlainText(told(row) if row else "")

    def _count(self, wanted: Fate | str | None) -> int:
        if isinstance(wanted, Fate):
            return self._plan.count(wanted)
        problems = len(self._plan.problems)
        return problems if wanted == PROBLEMS else problems + len(self._plan.rows)

    def _filter_word(self, wanted: Fate | str | None) -> str:
        said = {
            None: self.tr("All"),
            PROBLEMS: self.tr("To look at"),
            Fate.CHANGED: self.tr("Changed"),
            Fate.NEW: self.tr("New"),
            Fate.SAME: self.tr("Already here"),
        }
        return f"{said[wanted]} {self._count(wanted):,}"

    def _name(self) -> None:
        self.table.setAccessibleName(self.tr("Entries of the workbook"))
        self.text.setAccessibleName(self.tr("Everything about the row"))
        self.filters.rename()
        self.model.retranslate()
        self._look_at(self.table.currentIndex())


def _table(model: SheetBookRows) -> QTableView:
    table = QTableView()
    table.setModel(model)
    dress_table(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setMinimumHeight(5 * TARGET)
    header = table.horizontalHeader()
    for column, width in ((PLACE, 210), (FATE, 116)):
        header.resizeSection(column, grown(table, width))
    header.setSectionResizeMode(TOLD, QHeaderView.ResizeMode.Stretch)
    return table
