"""The rows of a dry run as a table: what becomes of each and why.

The rule: of a hundred thousand rows no words are made but of those in sight.
"""

from typing import Any, Final

from PySide6.QtCore import QObject, Qt

from app.core.imports.plan import Fate, Plan, Row
from app.core.imports.reading import Severity
from app.ui.dialogs.group_field import path_text
from app.ui.dialogs.table import Index, TableRows
from app.ui.import_dialogs import import_words
from app.ui.palette import Tone
from app.ui.theme import Look

LINE, FATE, TITLE, GROUP, REASON = range(5)
_TONES: Final = {
    Fate.NEW: Tone.OK,
    Fate.CHANGED: Tone.INFO,
    Fate.SAME: Tone.MUTED,
    Fate.CONFLICTING: Tone.SOON,
    Fate.UNSUPPORTED: Tone.LATE,
    Fate.LEFT_OUT: Tone.MUTED,
}


class ImportRows(TableRows[Row]):
    """The rows of a plan that a filter lets through."""

    columns = 5

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._plan = Plan()
        self._fate: Fate | None = None
        self._text = ""
        self._has_many_files = False
        self._has_places = False

    def show_plan(self, plan: Plan) -> None:
        """Show another plan; the filter stays."""
        self._plan = plan
        self._has_many_files = len({row.spot.file for row in plan.rows}) > 1
        self._has_places = self._has_many_files or any(row.spot.sheet for row in plan.rows)
        self._filter()

    @property
    def has_places(self) -> bool:
        """Whether a row is told by its file or sheet besides its line, and needs the room for that."""
        return self._has_places

    def narrow(self, fate: Fate | None, text: str) -> None:
        """Show only rows of a fate, or all, that hold a text in title, body, group or place."""
        self._fate, self._text = fate, text.strip().casefold()
        self._filter()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the fate in its colour, a place or reason in full as a tip."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == FATE:
            return self._look.colour(_TONES[row.fate].value)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == LINE and self._has_places:
            return import_words.place(row.spot, with_file=True)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == REASON:
            return "\n".join(import_words.problem(problem) for problem in row.problems)
        return None

    def headings(self) -> tuple[str, ...]:
        """Line, fate, title, group, reason."""
        return self.tr("Line"), self.tr("What happens"), self.tr("Title"), self.tr("Group"), self.tr("Reason")

    def _words(self, row: Row, column: int) -> str:
        phrase = row.phrase or row.before
        if column == LINE:
            return import_words.place(row.spot, with_file=self._has_many_files)
        if column == FATE:
            return import_words.fate(row.fate)
        if column == TITLE:
            return row.title or (phrase.title if phrase else "")
        if column == GROUP:
            return path_text(phrase.group) if phrase else ""
        return import_words.problem(_worst(row)) if row.problems else ""

    def _filter(self) -> None:
        self.show_only([row for row in self._plan.rows if self._lets(row)])

    def _lets(self, row: Row) -> bool:
        if self._fate is not None and row.fate is not self._fate:
            return False
        if not self._text:
            return True
        phrase = row.phrase or row.before
        place = import_words.place(row.spot, with_file=self._has_many_files)
        texts = (row.title, place, *((phrase.body, path_text(phrase.group)) if phrase else ()))
        return any(self._text in text.casefold() for text in texts)


def _worst(row: Row) -> Any:
    order = (Severity.SKIPPED, Severity.UNSUPPORTED, Severity.HINT)
    return min(row.problems, key=lambda problem: order.index(problem.severity))
