"""The backups, each of which can be brought back, and that taken back.

The rule: what a backup holds is seen before it is brought back, and one that cannot be read is told before that.
"""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.core.storage import Backup, NotStored, Trouble
from app.ui import sentences
from app.ui.dialogs import terms
from app.ui.dialogs.form import Field, button, dress, label, row
from app.ui.dialogs.table import dress_table
from app.ui.settings_dialog.backup_preview import BackupPreview
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.theme import TARGET

_NAME = Qt.ItemDataRole.UserRole
_BEFORE_RESTORE = "restore"
"""Why a backup was made that a restore is taken back with."""

_UNREADABLE = (Trouble.DAMAGED, Trouble.GONE, Trouble.FOREIGN, Trouble.NEWER)


def moment(at: datetime) -> str:
    """A moment in the PC's own zone, written as everywhere else."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


class BackupsPage(Page):
    """The backups. `restored` says that everything was put back to a backup."""

    restored = Signal()

    def __init__(self, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self.backup_button, self.restore_button, self.undo_button = button(), button(), button("link")
        self.table = _table()
        self.preview = BackupPreview()
        self.told = label("hint")
        self.way_back = ""
        self._is_undone = False
        self._backup_row = Field(self.table)
        self.column.addWidget(self._backup_row, 1)
        self.column.addLayout(row(self.restore_button, self.undo_button, self.backup_button))
        self.column.addWidget(self.told)
        self.told.hide()
        self.column.addWidget(self.preview)
        self._connect()
        self.spoken.again(self._name)

    def refresh(self) -> None:
        """Show the backups that there are."""
        try:
            backups = self.desk.backups()
        except NotStored as lack:
            self._fail(lack)
            return
        self.table.setRowCount(len(backups))
        for at, backup in enumerate(backups):
            self._show(at, backup)
        self._choose()
        if backups and backups[0].why == _BEFORE_RESTORE and not self._is_undone:
            self.way_back = backups[0].name  # of a restore before this window was opened, too
        self.undo_button.setVisible(bool(self.way_back))

    def findable(self) -> Mapping[str, QWidget]:
        """The list and its buttons."""
        return {"list": self._backup_row, "make": self.backup_button, "restore": self.restore_button}

    def back_up(self) -> None:
        """Make a backup now."""
        try:
            name = self.desk.make_backup("hand")
        except NotStored as lack:
            self._fail(lack)
            return
        self._show_newest()
        self._tell(self.tr("Kept and read back: {name}").replace("{name}", name))

    def restore(self) -> None:
        """Put everything back as the chosen backup has it."""
        item = self.table.item(self.table.currentRow(), 0)
        if item is None:
            return
        self._is_undone = False
        self._restore(
            item.data(_NAME), self.tr("Everything is as it was at {moment}.").replace("{moment}", item.text())
        )
        if self.way_back:
            self.undo_button.setFocus()  # the button that was pressed is off now

    def undo(self) -> None:
        """Take the restore back."""
        self._is_undone = True
        self._restore(self.way_back, self.tr("Everything is as it was before the restore."))
        self.way_back = ""
        self.undo_button.hide()

    def _restore(self, name: str, sentence: str) -> None:
        try:
            self.way_back = self.desk.restore(name)
        except NotStored as lack:
            self._fail(lack)
            return
        self._show_newest()
        self._tell(sentence)
        self.restored.emit()

    def _show_newest(self) -> None:
        """The list has grown at its head; what was chosen is no longer where it was."""
        self.table.clearSelection()
        self.refresh()

    def _show(self, at: int, backup: Backup) -> None:
        size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        for place, text in enumerate((moment(backup.made_at), size, terms.why(backup.why))):
            item = QTableWidgetItem(text)
            item.setData(_NAME, backup.name)
            self.table.setItem(at, place, item)

    def _choose(self) -> None:
        """Look into the chosen backup; what cannot be read cannot be brought back."""
        chosen = self.table.selectedItems()
        self.restore_button.setEnabled(bool(chosen))
        self.preview.hide()
        if not chosen:
            return
        try:
            self.preview.show_contents(self.desk.contents(chosen[0].data(_NAME)), self.desk.contents(""))
        except NotStored as lack:
            self.restore_button.setEnabled(lack.trouble not in _UNREADABLE)
            self._fail(lack)
        else:
            self._tell("")

    def _tell(self, text: str) -> None:
        dress(self.told, "ok")
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _fail(self, lack: NotStored) -> None:
        dress(self.told, "error")
        self.told.setText(sentences.of_trouble(lack.trouble))
        self.told.show()

    def _connect(self) -> None:
        self.backup_button.clicked.connect(self.back_up)
        self.restore_button.clicked.connect(self.restore)
        self.undo_button.clicked.connect(self.undo)
        self.table.itemSelectionChanged.connect(self._choose)

    def _name(self) -> None:
        self._backup_row.name(self.tr("Copies of all your data"))
        self._backup_row.remark(
            self.tr("One is made every day, and one before every import. Choose one to see what is in it.")
        )
        self.backup_button.setText(self.tr("Back up now"))
        self.restore_button.setText(self.tr("Restore"))
        self.undo_button.setText(self.tr("Undo the restore"))
        self.table.setHorizontalHeaderLabels([self.tr("Made"), self.tr("Size"), self.tr("Why")])
        self.refresh()


class _Backups(QTableWidget):
    """The table: with the keyboard it stands on a row that is not chosen yet, which the first arrow chooses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose where it stands before going on from there."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.selectedItems():
            self.selectRow(max(self.currentRow(), 0))
        else:
            super().keyPressEvent(event)


def _table() -> QTableWidget:
    table = _Backups(0, 3)
    dress_table(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setMinimumHeight(4 * TARGET)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table
