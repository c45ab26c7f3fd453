"""Where to: a group is found by typing any part of its path, or a new one is written."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.core.phrases.phrase import MAX_GROUP_DEPTH, BadPhrase
from app.core.phrases.shelf import Group
from app.ui.composing import ComposingEdit
from app.ui.dialogs import terms
from app.ui.dialogs.clear_button import add_cross
from app.ui.dialogs.form import Field, Form
from app.ui.dialogs.group_field import group_of, path_text
from app.ui.theme import TARGET

_GROUP = Qt.ItemDataRole.UserRole


class MoveDialog(Form):
    """A small window. `chosen` emits the group; the empty one is outside all groups."""

    chosen = Signal(tuple)

    def __init__(self, groups: Sequence[Group], count: int) -> None:
        super().__init__((360, 420))
        self._groups = list(groups)
        self._count = count
        self.entry, self.list = ComposingEdit(), QListWidget()
        add_cross(self.entry)
        self.entry.installEventFilter(self)
        self._row = Field(self.entry)
        self.column.addWidget(self._row)
        self.column.addWidget(self.list, 1)
        self.add_button(lambda: self.tr("Cancel"), self.reject)
        self.move_button = self.add_button(lambda: self.tr("Move"), self.take, "primary")
        self.entry.textChanged.connect(lambda _text: self._fill())
        self.list.itemActivated.connect(lambda _item: self.take())
        self.spoken.again(self._name)

    def take(self) -> None:
        """Give the group in hand."""
        item = self.list.currentItem()
        group: Group = tuple(item.data(_GROUP)) if item else ()
        if len(group) > MAX_GROUP_DEPTH:
            self._row.refuse(terms.rule(BadPhrase("group", "too_deep", MAX_GROUP_DEPTH)))
            return
        self.chosen.emit(group)
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list and Enter takes, while typing goes on."""
        if watched is not self.entry or self.entry.is_composing or event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
        if event.key() in steps:
            self.list.setCurrentRow((self.list.currentRow() + steps[event.key()]) % max(1, self.list.count()))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            return True
        return False

    def _fill(self) -> None:
        typed = self.entry.text().strip()
        self._row.refuse("")
        self.list.clear()
        found = [group for group in self._groups if typed.casefold() in path_text(group).casefold()]
        for group in found:
            self._add(path_text(group), group)
        new = group_of(typed, self._groups)
        if new and new not in self._groups:
            self._add(self.tr("New group: {path}").replace("{path}", path_text(new)), new)
        if not typed:
            self._add(self.tr("Outside all groups"), ())
        self.list.setCurrentRow(0)

    def _add(self, text: str, group: Group) -> None:
        item = QListWidgetItem(text)
        item.setData(_GROUP, list(group))
        item.setSizeHint(QSize(0, TARGET))
        self.list.addItem(item)

    def _name(self) -> None:
        title = self.tr("Move {count} phrases") if self._count != 1 else self.tr("Move phrase")
        self.setWindowTitle(title.replace("{count}", str(self._count)))
        self._row.name(self.tr("Into the group"))
        self.list.setAccessibleName(self.tr("Groups"))
        self.entry.setPlaceholderText(self.tr("Type to find, A / B for a group in a group"))
        self._fill()
