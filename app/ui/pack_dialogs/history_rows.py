"""The publications of a pack as a table."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.packs.pack import Difference
from app.services.packs.publications import Publication, State
from app.ui.pack_dialogs import change_words, publish_words
from app.ui.palette import Tone
from app.ui.theme import Look

_Index = QModelIndex | QPersistentModelIndex
NUMBER, STATE, MOMENT, PUBLISHER, CHANGED, NOTE = range(6)
_NOWHERE: Final = QModelIndex()
_TONES = {State.CURRENT: Tone.OK, State.OUTRUN: Tone.SOON, State.UNFINISHED: Tone.MUTED, State.PAST: Tone.TEXT}


class HistoryRows(QAbstractTableModel):
    """What was ever published, the newest first."""

    def __init__(self, look: Look, zone: Callable[[], ZoneInfo], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._zone = zone
        self._rows: Sequence[Publication] = ()
        self._changed: Mapping[str, tuple[Difference, ...]] = {}

    def show_publications(self, rows: Sequence[Publication], changed: Mapping[str, tuple[Difference, ...]]) -> None:
        """Show others; `changed` is what became of things in each, by its file, where it is known."""
        self.beginResetModel()
        self._rows, self._changed = rows, changed
        self.endResetModel()

    def publication(self, index: _Index) -> Publication | None:
        """The one at a place."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """The publications."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Number, state, moment, publisher, what changed, note."""
        return 0 if parent.isValid() else 6

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the state in its colour."""
        one, column = self.publication(index), index.column()
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.ToolTipRole and column in (NOTE, CHANGED)):
            return self._words(one, column)
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
            return self._look.colour(_TONES[one.state].value)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Number"), self.tr("State"), self.tr("When"), self.tr("Published by"), self.tr("What changed"))
        return (*names, self.tr("Note"))[section]

    def retranslate(self) -> None:
        """Say everything again in the language that is on now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def _words(self, one: Publication, column: int) -> str:
        entry = one.entry
        if column == NUMBER:
            return str(one.number)
        if column == STATE:
            return self._state(one.state)
        if entry is None:
            return one.file if column == NOTE else ""
        if column == MOMENT:
            return publish_words.moment(entry.published_at, self._zone())
        if column == CHANGED:
            return change_words.sums(self._changed[entry.file]) if entry.file in self._changed else "…"
        return entry.publisher if column == PUBLISHER else " ".join(entry.note.split())

    def _state(self, state: State) -> str:
        return {
            State.CURRENT: self.tr("In use"),
            State.PAST: self.tr("Past"),
            State.OUTRUN: self.tr("Outrun"),
            State.UNFINISHED: self.tr("Unfinished"),
        }[state]
