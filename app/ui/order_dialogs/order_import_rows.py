"""The rows of an export as a table: what is wrong first, then what would change, what stays as it is last."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.order_intake import Fate, OrderPlan
from app.core.order_reading import OrderProblem, OrderReading
from app.ui.order_dialogs import order_import_words as words
from app.ui.order_dialogs.order_import_words import Row
from app.ui.palette import Tone
from app.ui.theme import Look

_Index = QModelIndex | QPersistentModelIndex
PLACE, FATE, TOLD = range(3)
PROBLEMS: Final = "problems"
_NOWHERE: Final = QModelIndex()
_ORDER: Final = (
    Fate.CONFLICTING, Fate.NEW, Fate.PAID, Fate.CLOSED, Fate.CHANGED, Fate.ENDED, Fate.OLD, Fate.SAME,
)  # fmt: skip
_TONES: Final = {
    Fate.NEW: Tone.ACCENT_TEXT,
    Fate.PAID: Tone.OK,
    Fate.CLOSED: Tone.SOON,
    Fate.CHANGED: Tone.INFO,
    Fate.CONFLICTING: Tone.LATE,
}
NOTHING_READ: Final = OrderPlan(OrderReading(""))


class OrderImportRows(QAbstractTableModel):
    """The rows of a plan that a filter lets through: `problems`, a fate, or None for all."""

    def __init__(
        self, look: Look, now: Callable[[], datetime], zone: Callable[[], ZoneInfo], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._now, self._zone = look, now, zone
        self._rows: list[Row] = []
        self._shown: list[Row] = []
        self._wanted: Fate | str | None = None

    def show_plan(self, plan: OrderPlan) -> None:
        """Show another plan; the filter stays."""
        problems = sorted(plan.problems, key=lambda problem: problem.is_hint)
        self._rows = [*problems, *sorted(plan.rows, key=lambda row: _ORDER.index(row.fate))]
        self.narrow(self._wanted)

    def narrow(self, wanted: Fate | str | None) -> None:
        """Show only some of the rows."""
        self._wanted = wanted
        self.beginResetModel()
        self._shown = [row for row in self._rows if wanted is None or wanted == _sort(row)]
        self.endResetModel()

    def rows(self) -> list[Row]:
        """All rows in their order, whatever the filter lets through."""
        return self._rows

    def told(self, index: _Index) -> str:
        """Everything about the row at a place."""
        return words.told(self._shown[index.row()], self._now(), self._zone()) if index.isValid() else ""

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """The rows that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Place, fate, what it is about."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the fate in its colour, all of it as a tip."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column == TOLD:
                return " ".join(self.told(index).split())
            return words.place(row.spot) if column == PLACE else words.of_row(row)
        if role == Qt.ItemDataRole.ForegroundRole and column == FATE:
            return self._look.colour(_tone(row).value)
        if role == Qt.ItemDataRole.ToolTipRole and column == TOLD:
            return self.told(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Where"), self.tr("What happens"), self.tr("What"))[section]

    def retranslate(self) -> None:
        """Say everything again in the language that is on now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TOLD)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, TOLD))


def _sort(row: Row) -> Fate | str:
    return PROBLEMS if isinstance(row, OrderProblem) else row.fate


def _tone(row: Row) -> Tone:
    if isinstance(row, OrderProblem):
        return Tone.SOON if row.is_hint else Tone.LATE
    return _TONES.get(row.fate, Tone.MUTED)
