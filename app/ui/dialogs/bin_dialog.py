"""The bin: phrases that were deleted in the last 30 days, to be brought back or deleted for good.

The rule: deleting for good has no way back in the library, so it waits until the window closes; until then one click
undoes it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QPlainTextEdit, QTableView, QWidget

from app.core.changes import Changed
from app.core.storage import NotStored
from app.services.library import KEPT_IN_BIN, Library
from app.ui import sentences
from app.ui.dialogs.bin_rows import LEFT, TITLE, BinRows
from app.ui.dialogs.form import Form, button, dress, dress_table, label, row
from app.ui.theme import kind


class BinDialog(Form):
    """A window with what lies in the bin. `changed` emits what kinds of data changed (`Changed`)."""

    changed = Signal(object)

    def __init__(self, library: Library, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent, (480, 560))
        self._library = library
        self._doomed: set[str] = set()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.empty = label("muted")
        self.model = BinRows(now, self)
        self.table = _table(self.model)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty(*kind("preview"))
        self.text.setFixedHeight(4 * self.text.fontMetrics().lineSpacing() + 24)
        self.doomed_text, self.undo_button = label("error"), button("link")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(self.search)
        for widget in (self.empty, self.table):
            self.column.addWidget(widget, 1)
        self.column.addWidget(self.text)
        self.column.addLayout(row(self.doomed_text, self.undo_button, stretch=0))
        self.column.addStretch(0)
        self.delete_button = self.add_button(lambda: self.tr("Delete for good"), self.delete)
        self.restore_button = self.add_button(lambda: self.tr("Restore"), self.restore)
        self._connect()
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what lies in the bin now."""
        self.model.show_phrases(self._library.in_bin(), self._doomed)
        if self.model.rowCount():
            self.table.selectRow(0)
        self._choose()

    def chosen(self) -> list[str]:
        """The ids of the selected phrases."""
        rows = self.table.selectionModel().selectedRows()
        return [phrase.id for index in rows if (phrase := self.model.phrase(index))]

    def restore(self) -> None:
        """Bring the selected phrases back to where they were."""
        self._do(lambda: self._library.restore(self.chosen()))

    def delete(self) -> None:
        """Have the selected phrases deleted for good when the window closes."""
        self._doomed.update(self.chosen())
        self.refresh()

    def undo(self) -> None:
        """Keep everything that was to be deleted."""
        self._doomed.clear()
        self.refresh()

    def reject(self) -> None:
        """Close, and delete for good what was to be."""
        doomed = set(self._doomed)
        self._doomed.clear()
        if doomed and not self._do(lambda: self._library.purge(doomed)):
            self._doomed = doomed
            return
        super().reject()

    def _do(self, verb: Callable[[], Changed]) -> bool:
        try:
            changed = verb()
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return False
        self.tell("")
        self.refresh()
        self.changed.emit(changed)
        return True

    def _choose(self) -> None:
        chosen = self.chosen()
        for each, look in ((self.restore_button, "primary"), (self.delete_button, "link")):
            each.setEnabled(bool(chosen))
            dress(each, look if chosen else "")
        phrase = self._library.get(chosen[0]) if len(chosen) == 1 else None
        self.text.setPlainText(phrase.body if phrase else "")
        self._say_rest()

    def _say_rest(self) -> None:
        is_empty = not self.model.rowCount()
        is_narrowed = bool(self.search.text())
        empty = self.tr("The bin is empty: a phrase that you delete is kept here for {days} days.")
        said = self.tr("No phrase in the bin holds this text.") if is_narrowed else empty
        self.empty.setText(said.replace("{days}", str(KEPT_IN_BIN // timedelta(days=1))))
        self.empty.setVisible(is_empty)
        self.table.setVisible(not is_empty)
        self.text.setVisible(not is_empty)
        for each in (self.search, self.restore_button, self.delete_button):
            each.setVisible(is_narrowed or not is_empty)
        one = self.tr("1 phrase is deleted for good when you close this window.")
        many = self.tr("{count} phrases are deleted for good when you close this window.")
        told = one if len(self._doomed) == 1 else many
        self.doomed_text.setText(told.replace("{count}", str(len(self._doomed))))
        self.doomed_text.setVisible(bool(self._doomed))
        self.undo_button.setVisible(bool(self._doomed))

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        if self.model.rowCount():
            self.table.selectRow(0)
        self._choose()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.undo_button.clicked.connect(self.undo)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._choose())
        self.table.doubleClicked.connect(lambda _index: self.restore())
        self.add_keys(self.delete, "Del")

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Bin"))
        self.search.setPlaceholderText(self.tr("Find in the bin"))
        self.undo_button.setText(self.tr("Undo"))
        self.table.setAccessibleName(self.tr("Phrases in the bin"))
        self.model.retranslate()
        self._say_rest()


def _table(model: BinRows) -> QTableView:
    table = QTableView()
    table.setModel(model)
    dress_table(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    header = table.horizontalHeader()
    header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
    header.resizeSection(LEFT, 80)
    return table
