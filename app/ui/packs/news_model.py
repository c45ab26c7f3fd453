"""The lines of the place of news: all of them are replaced at once, and only those in sight are laid out."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.packs.news_lines import Line, Part

LINE = Qt.ItemDataRole.UserRole
"""The role that gives the `Line` itself."""
PAGE = 40
_Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()


class NewsModel(QAbstractListModel):
    """The lines, of which only those are laid out that were scrolled to."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._count = 0

    @property
    def lines(self) -> Sequence[Line]:
        """All of them."""
        return self._lines

    def show(self, lines: Sequence[Line], least: int = PAGE) -> None:
        """Show others."""
        self.beginResetModel()
        self._lines, self._count = tuple(lines), min(len(lines), max(least, PAGE))
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where a line stands, or -1."""
        return next((at for at, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Those that were scrolled to."""
        return 0 if parent.isValid() else self._count

    def canFetchMore(self, parent: _Index = _TOP) -> bool:
        """Whether there are further ones."""
        return not parent.isValid() and self._count < len(self._lines)

    def fetchMore(self, parent: _Index = _TOP) -> None:
        """The next page."""
        further = min(self._count + PAGE, len(self._lines))
        if not parent.isValid() and further > self._count:
            self.beginInsertRows(QModelIndex(), self._count, further - 1)
            self._count = further
            self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line for painting; its words for screen readers."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        return line.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can be neither chosen nor stood on."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._lines[index.row()].part is Part.HEAD:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
