"""What a file would change, as a table: where, what happens, and what it is about.

The rule: a problem stands before everything that goes well, because it is what somebody has to do something about.
"""

from collections.abc import Hashable, Sequence
from typing import Any, Final, TypeVar

from PySide6.QtCore import Qt

from app.ui.dialogs.table import Index, TableRows
from app.ui.palette import Tone
from app.ui.theme import Look

PLACE, FATE, TOLD = range(3)
PROBLEMS: Final = "problems"
_R = TypeVar("_R")


class PlanRows(TableRows[_R]):
    """The rows of a plan that a filter lets through: `problems`, a fate, or None for all."""

    columns = 3

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: Sequence[_R] = ()
        self._wanted: Hashable = None

    def show_rows(self, rows: Sequence[_R]) -> None:
        """Show other rows, in this order; the filter stays."""
        self._rows = rows
        self.narrow(self._wanted)

    def narrow(self, wanted: Hashable) -> None:
        """Show only some of the rows."""
        self._wanted = wanted
        self.show_only([row for row in self._rows if wanted is None or wanted == self.filtered_as(row)])

    def rows(self) -> Sequence[_R]:
        """All rows in their order, whatever the filter lets through."""
        return self._rows

    # What a row is and says.

    def filtered_as(self, row: _R) -> Hashable:
        """By what it is filtered: `PROBLEMS` or its fate."""
        raise NotImplementedError

    def tone(self, row: _R) -> Tone:
        """The colour of its fate."""
        raise NotImplementedError

    def words(self, row: _R) -> tuple[str, str, str]:
        """Where it stands, what happens, and everything about it, in lines."""
        raise NotImplementedError

    def told(self, index: Index) -> str:
        """Everything about the row at a place."""
        row = self.row(index)
        return self.words(row)[TOLD] if row is not None else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell in a line; the fate in its colour, all of the others as a tip."""
        row, column = self.row(index), index.column()
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self.words(row)[column].split())
        if role == Qt.ItemDataRole.ForegroundRole and column == FATE:
            return self._look.colour(self.tone(row).value)
        if role == Qt.ItemDataRole.ToolTipRole and column != FATE:
            return self.words(row)[column]
        return None

    def headings(self) -> tuple[str, ...]:
        """Place, fate, what it is about."""
        return self.tr("Where"), self.tr("What happens"), self.tr("What")
