"""The phrases in the bin as a table: title, group, and how long each is still kept."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.phrases import Phrase
from app.services.library import KEPT_IN_BIN
from app.ui.dialogs.group_field import path_text

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_DAY = timedelta(days=1)
TITLE, GROUP, LEFT = range(3)


def days_left(phrase: Phrase, now: datetime) -> int:
    """Whole days until a phrase is deleted by itself, counting the one that has begun; 0 from then on."""
    if phrase.deleted_at is None:
        return KEPT_IN_BIN // _DAY
    return max(0, -((now - phrase.deleted_at - KEPT_IN_BIN) // _DAY))


class BinRows(QAbstractTableModel):
    """The phrases that hold a text, without those that are about to be deleted."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._all: Sequence[Phrase] = ()
        self._text = ""
        self._hidden: frozenset[str] = frozenset()
        self._shown: list[Phrase] = []

    def show_phrases(self, phrases: Sequence[Phrase], hidden: Collection[str] = ()) -> None:
        """Show what lies in the bin, but some."""
        self._all, self._hidden = phrases, frozenset(hidden)
        self._filter()

    def narrow(self, text: str) -> None:
        """Show only phrases that hold a text in title, body or group."""
        self._text = text.strip().casefold()
        self._filter()

    def phrase(self, index: _Index) -> Phrase | None:
        """The phrase of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """The phrases that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Title, group, time left."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the body as a tip of the title."""
        phrase = self.phrase(index)
        if phrase is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            days = str(days_left(phrase, self._now()))
            return (phrase.title, path_text(phrase.group), self.tr("{days} days").replace("{days}", days))[
                index.column()
            ]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Title"), self.tr("Group"), self.tr("Kept for"))[section]

    def retranslate(self) -> None:
        """Say everything again in the language that is on now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, self.columnCount() - 1))

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [phrase for phrase in self._all if phrase.id not in self._hidden and self._lets(phrase)]
        self.endResetModel()

    def _lets(self, phrase: Phrase) -> bool:
        texts = (phrase.title, phrase.body, path_text(phrase.group))
        return not self._text or any(self._text in text.casefold() for text in texts)
