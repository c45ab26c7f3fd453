"""The head of the import: which file, how far its reading is, and which folder is watched by itself."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar, QVBoxLayout, QWidget

from app.ui.dialogs.form import button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import BETWEEN, EDGE, INSIDE, kind

SHOW_PROGRESS_MS = 400
_FILES = "(*.csv *.txt *.xlsx *.xlsm *.xls *.et)"


class OrderImportHead(QWidget):
    """`chosen` emits the file to read, `stopped` asks to end the reading, `settings_wanted` to open the settings."""

    chosen = Signal(str)
    stopped = Signal()
    settings_wanted = Signal()

    def __init__(self, watched: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watched = watched
        self._file = ""
        self.drop = QFrame()
        self.told, self.watch_told = label(), label("muted")
        self.file_button, self.watch_button = button(), button("link")
        self.bar, self.stop_button = QProgressBar(), button()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SHOW_PROGRESS_MS)
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)
        self.settle()

    def begin(self, file: str) -> None:
        """Show that a file is read: soon with how far it is and a way to stop it."""
        self._file = file
        self.file_button.setEnabled(False)
        self.bar.setRange(0, 0)
        self._late.start()
        self._say()

    def settle(self, file: str = "") -> None:
        """Show the file that was read, or that none has been chosen yet."""
        self._file = file
        self._late.stop()
        self.bar.hide()
        self.stop_button.hide()
        self.file_button.setEnabled(True)
        self._say()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the reading is."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def say_watched(self) -> None:
        """Say which folder is watched."""
        folder = self._watched()
        on = self.tr("New exports in {folder} are read by themselves.").replace("{folder}", folder)
        off = self.tr("No folder is watched. If one is, new exports in it are read by themselves.")
        self.watch_told.setText(on if folder else off)
        self.watch_button.setText(self.tr("Change…") if folder else self.tr("Choose a folder…"))

    def _say(self) -> None:
        invitation = self.tr(
            "Drop the platform's order export here, CSV or Excel, again and again: "
            "new orders come in, paid and closed ones leave the queue, nothing doubles."
        )
        self.told.setText(PurePath(self._file).name or invitation)

    def _show_progress(self) -> None:
        self.bar.show()
        self.stop_button.show()

    def _choose(self) -> None:
        pattern = self.tr("Order exports {files}").replace("{files}", _FILES)
        file, _pattern = QFileDialog.getOpenFileName(self, self.tr("Choose an order export"), self._watched(), pattern)
        if file:
            self.chosen.emit(file)

    def _lay_out(self) -> None:
        self.drop.setProperty(*kind("card"))
        inside = QVBoxLayout(self.drop)
        inside.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        inside.setSpacing(INSIDE)
        inside.addWidget(self.told)
        inside.addLayout(row(self.file_button))
        inside.addLayout(row(self.watch_told, self.watch_button, stretch=0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.drop)
        column.addLayout(row(self.bar, self.stop_button, stretch=0))

    def _connect(self) -> None:
        self._late.timeout.connect(self._show_progress)
        self.stop_button.clicked.connect(self.stopped)
        self.file_button.clicked.connect(self._choose)
        self.watch_button.clicked.connect(self.settings_wanted)

    def _name(self) -> None:
        self.file_button.setText(self.tr("Choose an export…"))
        self.stop_button.setText(self.tr("Stop"))
        self.say_watched()
        self._say()
