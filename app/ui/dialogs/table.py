"""Tables of dialogs: their look, and what Qt asks of rows that are only shown.

The rule: other rows replace the former ones at once, and filtering is nothing but showing fewer of them.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui.theme import GRID, TARGET

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_R = TypeVar("_R")


class TableRows(QAbstractTableModel, Generic[_R]):
    """The rows that are shown. A subclass says how many `columns` there are, their `headings`, and gives the `data`."""

    columns: ClassVar[int]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Sequence[_R] = ()

    def headings(self) -> tuple[str, ...]:
        """The names of the columns, in the language that is on."""
        raise NotImplementedError

    def show_only(self, rows: Sequence[_R]) -> None:
        """Show these and nothing else."""
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def row(self, index: Index) -> _R | None:
        """The row at a place."""
        return self.shown[index.row()] if index.isValid() else None

    def retranslate(self) -> None:
        """Say everything again in the language that is on now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columns - 1)
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, self.columns - 1))

    # What Qt asks.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The rows that are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The columns of a row."""
        return 0 if parent.isValid() else self.columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        is_name = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return self.headings()[section] if is_name else None


class _Toned(QStyledItemDelegate):
    """Lets what has a colour keep it where its row is chosen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The colour of the row that is chosen gives way to the cell's own."""
        super().initStyleOption(option, index)
        own = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(own, QColor):
            option.palette.setColor(QPalette.ColorRole.HighlightedText, own)  # type: ignore[attr-defined] # the stubs lack it


def table_of(model: QAbstractTableModel, widths: Mapping[int, int], stretched: int, *, least: int = 0) -> QTableView:
    """A table in which one row is stood on; a column without a width has what is left. `least`: its height in lines."""
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(_Toned(table))
    dress_table(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setMinimumHeight(least * TARGET)
    header = table.horizontalHeader()
    for column, width in widths.items():
        header.resizeSection(column, width)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    return table


def dress_table(table: QTableView) -> None:
    """The look of every table of a dialog: whole rows, fixed and of one line, no grid; Tab leaves it."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(TARGET + GRID)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
