"""The rows of one list of the cheat-sheet.

The rule: another question replaces all rows at once; of ten thousand only those are made that were scrolled to.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.sheet_panel.row import Part, Row

ROW = Qt.ItemDataRole.UserRole
"""The role that gives the `Row` itself."""
PAGE = 50
Ask = Callable[[int, int], Sequence[Row]]
"""Gives so many rows of many, from one on."""
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class RowModel(QAbstractListModel):
    """Rows in order; headings can be neither chosen nor stood on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._ask: Ask | None = None
        self._has_more = False

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._ask, self._has_more = tuple(rows), None, False
        self.endResetModel()

    def show_pages(self, ask: Ask, least: int = PAGE) -> None:
        """Show the first rows of many; at least so many of them, if there are."""
        self.beginResetModel()
        self._ask = ask
        self._rows = tuple(ask(0, least))
        self._has_more = len(self._rows) >= least
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where a row stands, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def first(self) -> int:
        """The first row that can be stood on, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.part is not Part.HEAD), -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """The number of rows, headings too."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for painting; its words for screen readers."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label or row.value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def canFetchMore(self, parent: _Index = _TOP) -> bool:
        """Whether there may be further rows."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: _Index = _TOP) -> None:
        """Make the next page."""
        if parent.isValid() or self._ask is None:
            return
        further = tuple(self._ask(len(self._rows), PAGE))
        self._has_more = len(further) == PAGE
        if further:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(further) - 1)
            self._rows = (*self._rows, *further)
            self.endInsertRows()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What can be done with a row."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].part is Part.HEAD:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
