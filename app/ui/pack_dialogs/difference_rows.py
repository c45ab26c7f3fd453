"""What became of the things of a pack as a table, with a tick for each that everybody must read.

The rule: a tick belongs to the thing and not to its row, so it stays whatever the filter lets through.
"""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.core.packs.pack import Difference, Fate
from app.ui.dialogs.table import Index, TableRows
from app.ui.pack_dialogs import change_words as words
from app.ui.theme import Look

MUST_READ, FATE, NOUN, NAME, FIELDS = range(5)
_Role = Qt.ItemDataRole


class DifferenceRows(TableRows[Difference]):
    """The differences that a filter lets through. `marked` is emitted when the ticks were changed."""

    columns = 5
    marked = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._differences: Sequence[Difference] = ()
        self._fate: Fate | None = None
        self._can_mark = False
        self.must_read: set[str] = set()

    def show_differences(
        self, differences: Sequence[Difference], must_read: Collection[str] = (), *, can_mark: bool = False
    ) -> None:
        """Show others; `must_read` are the ids that are ticked, if ticks are shown at all."""
        self._differences, self._can_mark = differences, can_mark
        self.must_read = set(must_read)
        self._filter()

    def narrow(self, fate: Fate | None) -> None:
        """Show only those of a fate, or all."""
        self._fate = fate
        self._filter()

    def toggle(self, index: Index) -> None:
        """Tick it, or take the tick off."""
        one = self.row(index)
        if one is None or not self._can_mark or one.fate is Fate.WITHDRAWN:
            return
        self.must_read ^= {one.item_id}
        at = self.index(index.row(), MUST_READ)
        self.dataChanged.emit(at, at)
        self.marked.emit()

    def mark_all(self, is_on: bool) -> None:
        """Tick all that are shown, or take their ticks off."""
        shown = {one.item_id for one in self.shown if one.fate is not Fate.WITHDRAWN}
        self.must_read = self.must_read | shown if is_on else self.must_read - shown
        if self.shown:
            self.dataChanged.emit(self.index(0, MUST_READ), self.index(len(self.shown) - 1, MUST_READ))
        self.marked.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The tick can be changed where there is one."""
        one, found = self.row(index), super().flags(index)
        has_tick = one is not None and index.column() == MUST_READ and one.fate is not Fate.WITHDRAWN
        return found | Qt.ItemFlag.ItemIsUserCheckable if has_tick and self._can_mark else found

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """The words of a cell, the colour of the fate, the tick."""
        one, column = self.row(index), index.column()
        if one is None:
            return None
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._words(one, column)
        if role == _Role.ForegroundRole and column == FATE:
            return self._look.colour(words.tone(one.fate).value)
        if role == _Role.CheckStateRole and column == MUST_READ and self._can_mark and one.fate is not Fate.WITHDRAWN:
            return Qt.CheckState.Checked if one.item_id in self.must_read else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """A tick that was clicked."""
        if role != _Role.CheckStateRole:
            return False
        one = self.row(index)
        if one is not None and (one.item_id in self.must_read) != (Qt.CheckState(value) is Qt.CheckState.Checked):
            self.toggle(index)
        return True

    def headings(self) -> tuple[str, ...]:
        """Must read, fate, kind of thing, name, fields."""
        return self.tr("Must read"), self.tr("What happens"), self.tr("What"), self.tr("Name"), self.tr("Changed")

    def _words(self, one: Difference, column: int) -> str | None:
        if column == MUST_READ:
            return None
        if column == FATE:
            return words.fate(one.fate)
        if column == NOUN:
            return words.noun(one.noun)
        return " ".join(one.name.split()) if column == NAME else words.summed(one)

    def _filter(self) -> None:
        self.show_only([one for one in self._differences if self._fate in (None, one.fate)])
