"""The publications of a pack as a table."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt

from app.core.packs.pack import Difference
from app.services.packs.publications import Publication, State
from app.ui.dialogs.table import Index, TableRows
from app.ui.pack_dialogs import change_words, publish_words
from app.ui.palette import Tone
from app.ui.theme import Look

NUMBER, STATE, MOMENT, PUBLISHER, CHANGED, NOTE = range(6)
_TONES = {State.CURRENT: Tone.OK, State.OUTRUN: Tone.SOON, State.UNFINISHED: Tone.MUTED, State.PAST: Tone.TEXT}


class HistoryRows(TableRows[Publication]):
    """What was ever published, the newest first."""

    columns = 6

    def __init__(self, look: Look, zone: Callable[[], ZoneInfo], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._zone = zone
        self._changed: Mapping[str, tuple[Difference, ...]] = {}

    def show_publications(self, rows: Sequence[Publication], changed: Mapping[str, tuple[Difference, ...]]) -> None:
        """Show others; `changed` is what became of things in each, by its file, where it is known."""
        self._changed = changed
        self.show_only(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the state in its colour."""
        one, column = self.row(index), index.column()
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.ToolTipRole and column in (NOTE, CHANGED)):
            return self._words(one, column)
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
            return self._look.colour(_TONES[one.state].value)
        return None

    def headings(self) -> tuple[str, ...]:
        """Number, state, moment, publisher, what changed, note."""
        first = (self.tr("Number"), self.tr("State"), self.tr("When"), self.tr("Published by"), self.tr("What changed"))
        return (*first, self.tr("Note"))

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
