"""The entries and problems of a workbook as a table: what is wrong first, then what would change.

The rule: a problem stands before everything that goes well, because it is what somebody has to do something about.
"""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.sheet_book import Fate, PlannedEntry, SheetPlan, SheetProblem
from app.ui.dialogs import sheet_book_words as words
from app.ui.palette import Tone
from app.ui.theme import Look

_Index = QModelIndex | QPersistentModelIndex
Row = PlannedEntry | SheetProblem
PLACE, FATE, TOLD = range(3)
_NOWHERE: Final = QModelIndex()
_TONES: Final = {Fate.NEW: Tone.OK, Fate.CHANGED: Tone.INFO, Fate.SAME: Tone.MUTED}


class SheetBookRows(QAbstractTableModel):
    """The rows of a plan that a filter lets through: `problems`, a fate, or None for all."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[Row] = []
        self._shown: list[Row] = []
        self._wanted: Fate | str | None = None

    def show_plan(self, plan: SheetPlan) -> None:
        """Show another plan; the filter stays."""
        problems = sorted(plan.problems, key=lambda problem: problem.is_hint)
        order = (Fate.CHANGED, Fate.NEW, Fate.SAME)
        self._rows = [*problems, *sorted(plan.rows, key=lambda row: order.index(row.fate))]
        self.narrow(self._wanted)

    def narrow(self, wanted: Fate | str | None) -> None:
        """Show only some of the rows."""
        self._wanted = wanted
        self.beginResetModel()
        self._shown = [row for row in self._rows if wanted is None or wanted == _sort(row)]
        self.endResetModel()

    def row(self, index: _Index) -> Row | None:
        """The row at a place."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """The rows that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Place, fate, what it is about."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the fate in its colour, all of it as a tip."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == FATE:
            return self._look.colour(_tone(row).value)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() != FATE:
            return self._words(row, index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Where"), self.tr("What happens"), self.tr("What"))[section]

    def retranslate(self) -> None:
        """Say everything again in the language that is on now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, self.columnCount() - 1))

    def _words(self, row: Row, column: int) -> str:
        if column == PLACE:
            return words.place(row.spot)
        return words.fate(row) if column == FATE else " ".join(told(row).split())


def told(row: Row) -> str:
    """Everything about a row: what it is and, a line each, what would change; or what is wrong."""
    if isinstance(row, SheetProblem):
        return words.problem(row)
    return "\n".join((words.what(row), *(words.difference(each) for each in row.differences)))


PROBLEMS = "problems"


def _sort(row: Row) -> Fate | str:
    return PROBLEMS if isinstance(row, SheetProblem) else row.fate


def _tone(row: Row) -> Tone:
    if isinstance(row, SheetProblem):
        return Tone.SOON if row.is_hint else Tone.LATE
    return _TONES[row.fate]
