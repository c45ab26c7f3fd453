"""Which group of the files goes into which of ours, and which is left out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core.phrases.shelf import Group
from app.ui.dialogs.form import label
from app.ui.dialogs.group_field import group_of, path_text
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import GRID, TARGET

_GROUP = Qt.ItemDataRole.UserRole


class _Typing(QStyledItemDelegate):
    """A line with the existing groups offered while typing."""

    def __init__(self, parent: "GroupMapping") -> None:
        super().__init__(parent)
        self._mapping = parent

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """The line."""
        edit = QLineEdit(parent)
        finder = QCompleter([path_text(group) for group in self._mapping.known], edit)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        edit.setCompleter(finder)
        return edit


class GroupMapping(QWidget):
    """A table: a group of the files with a check mark and its number of phrases, and the group it goes into."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.known: list[Group] = []
        self._counts: Mapping[Group, int] = {}
        self.table = QTableWidget(0, 2)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(TARGET + GRID)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(1, _Typing(self))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.table.itemChanged.connect(lambda _item: self.changed.emit())
        self._hint = label("hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._hint)
        column.addWidget(self.table, 1)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def show_groups(self, counts: Mapping[Group, int], chosen: Mapping[Group, Group], known: Sequence[Group]) -> None:
        """Show the groups of the files with what is suggested for each."""
        self.known = list(known)
        self._counts = counts
        self.table.blockSignals(True)
        self.table.setRowCount(len(counts))
        for number, (group, count) in enumerate(counts.items()):
            theirs = QTableWidgetItem(f"{path_text(group) or '—'}   {count:,}")
            theirs.setData(_GROUP, group)
            theirs.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            theirs.setCheckState(Qt.CheckState.Checked)
            self.table.setItem(number, 0, theirs)
            self.table.setItem(number, 1, QTableWidgetItem(path_text(chosen.get(group, group))))
        self.table.blockSignals(False)

    def choices(self) -> dict[Group, Group | None]:
        """Where each group goes; None where it is left out."""
        chosen: dict[Group, Group | None] = {}
        for number, group in enumerate(self._counts):
            theirs, ours = self.table.item(number, 0), self.table.item(number, 1)
            is_taken = theirs is not None and theirs.checkState() is Qt.CheckState.Checked
            chosen[group] = group_of(ours.text() if ours else "", (*self.known, group)) if is_taken else None
        return chosen

    def _name(self) -> None:
        self._hint.setText(self.tr("Take off a check mark to leave a group out; click a group of yours to change it."))
        self.table.setHorizontalHeaderLabels([self.tr("Group in the file"), self.tr("Goes into")])
