"""The rows that the list shows: the best ones first, more of them as the agent scrolls.

The rule: it holds only what was asked for; a new question replaces all rows at once, which is cheap for a page of them.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.search.hits import Hit

if TYPE_CHECKING:
    from app.core.phrases.phrase import Phrase

PAGE = 50
_EVERY = 10_000_000
HIT = Qt.ItemDataRole.UserRole
"""The role that gives the `Hit` itself."""
MIME = "application/x-qindesk-phrases"

Index = QModelIndex | QPersistentModelIndex
Ask = Callable[[int], Sequence[Hit]]
"""Gives the first so many rows of the question that is on."""

_TOP = QModelIndex()


def _no_note(_phrase: "Phrase") -> str:
    return ""


class PhraseModel(QAbstractListModel):
    """The rows of one question."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask: Ask | None = None
        self._rows: list[Hit] = []
        self._has_more = False
        self.is_movable = False
        self.note_of: Callable[[Phrase], str] = _no_note
        """What is to be said of the lifetime of a phrase and of whose version it is, where there is something."""

    @property
    def rows(self) -> Sequence[Hit]:
        """The rows that were fetched."""
        return self._rows

    def show(self, ask: Ask, least: int = PAGE) -> None:
        """Put another question; at least so many rows are fetched, if there are."""
        self.beginResetModel()
        self._ask = ask
        self._rows = list(ask(least))
        self._has_more = len(self._rows) >= least
        self.endResetModel()

    def row_of(self, phrase_id: str) -> int:
        """Where a phrase stands, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.phrase.id == phrase_id), -1)

    def ids(self, indexes: Iterable[QModelIndex]) -> list[str]:
        """The phrases of indexes, top to bottom."""
        return [self._rows[at].phrase.id for at in sorted(index.row() for index in indexes)]

    def every_id(self) -> list[str]:
        """All that the question finds, fetched or not."""
        return [row.phrase.id for row in self._ask(_EVERY)] if self._ask else []

    def rowCount(self, parent: Index = _TOP) -> int:
        """The number of rows fetched so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for painting; the title and body for screen readers."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == HIT:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.phrase.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._spoken(row.phrase, is_whole=role == Qt.ItemDataRole.AccessibleDescriptionRole)
        return None

    def _spoken(self, phrase: "Phrase", *, is_whole: bool) -> str:
        from app.ui.phrases import spoken_row  # noqa: PLC0415 - for those who hear the list, and nobody else

        return spoken_row.body(phrase) if is_whole else spoken_row.head(phrase, self.note_of(phrase))

    def canFetchMore(self, parent: Index = _TOP) -> bool:
        """Whether there may be further rows."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index = _TOP) -> None:
        """Fetch the next page."""
        if parent.isValid() or self._ask is None:
            return
        wanted = len(self._rows) + PAGE
        further = list(self._ask(wanted))[len(self._rows) :]
        self._has_more = len(further) == PAGE
        if further:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(further) - 1)
            self._rows += further
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged only where their order is the agent's own."""
        flags = super().flags(index)
        if self.is_movable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """What a dragged row is."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of dragged rows; their texts stay inside the program."""
        data = QMimeData()
        data.setData(MIME, "\n".join(self.ids(indexes)).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction
