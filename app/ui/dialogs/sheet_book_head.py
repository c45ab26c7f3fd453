"""The head of the workbook's dialog: which file, how far its reading is, and the ways out into a file."""

from pathlib import PurePath

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar, QVBoxLayout, QWidget

from app.ui.dialogs.form import button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import BETWEEN, EDGE, INSIDE, kind

SHOW_PROGRESS_MS = 1000
_PATTERN = "Excel (*.xlsx *.xls *.et)"


class SheetBookHead(QWidget):
    """`chosen` emits the file to read, `stopped` asks to end the reading; the others where to write."""

    chosen = Signal(str)
    stopped = Signal()
    template_wanted = Signal(str)
    export_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = ""
        self.drop = QFrame()
        self.told = label()
        self.file_button, self.template_button, self.export_button = button(), button(), button()
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
        """Show that a file is read: after a second with how far it is and a way to stop it."""
        self._file = file
        for each in (self.file_button, self.template_button, self.export_button):
            each.setEnabled(False)
        self.bar.setRange(0, 0)
        self._late.start()
        self._say()

    def settle(self, file: str = "") -> None:
        """Show the file that was read, or that none has been chosen yet."""
        self._file = file
        self._late.stop()
        self.bar.hide()
        self.stop_button.hide()
        for each in (self.file_button, self.template_button, self.export_button):
            each.setEnabled(True)
        self._say()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the reading is."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def _say(self) -> None:
        invitation = self.tr(
            "Drop a workbook of activities and products here. The template shows how to fill one in; "
            "the export holds all that you have."
        )
        self.told.setText(PurePath(self._file).name or invitation)

    def _show_progress(self) -> None:
        self.bar.show()
        self.stop_button.show()

    def _choose(self) -> None:
        file, _pattern = QFileDialog.getOpenFileName(self, self.tr("Choose a workbook"), "", _PATTERN)
        if file:
            self.chosen.emit(file)

    def _where(self, title: str, name: str) -> str:
        file, _pattern = QFileDialog.getSaveFileName(self, title, name, "Excel (*.xlsx)")
        return file if not file or file.lower().endswith(".xlsx") else f"{file}.xlsx"

    def _ask_template(self) -> None:
        file = self._where(self.tr("Where shall the template go?"), self.tr("Activities template.xlsx"))
        if file:
            self.template_wanted.emit(file)

    def _ask_export(self) -> None:
        file = self._where(self.tr("Where shall the workbook go?"), self.tr("Activities and products.xlsx"))
        if file:
            self.export_wanted.emit(file)

    def _lay_out(self) -> None:
        self.drop.setProperty(*kind("card"))
        inside = QVBoxLayout(self.drop)
        inside.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        inside.setSpacing(BETWEEN)
        inside.addWidget(self.told)
        inside.addLayout(row(self.file_button, self.template_button, self.export_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.drop)
        column.addLayout(row(self.bar, self.stop_button, stretch=0))

    def _connect(self) -> None:
        self._late.timeout.connect(self._show_progress)
        self.stop_button.clicked.connect(self.stopped)
        self.file_button.clicked.connect(self._choose)
        self.template_button.clicked.connect(self._ask_template)
        self.export_button.clicked.connect(self._ask_export)

    def _name(self) -> None:
        self.file_button.setText(self.tr("Choose a workbook…"))
        self.template_button.setText(self.tr("Write a template…"))
        self.export_button.setText(self.tr("Export…"))
        self.stop_button.setText(self.tr("Stop"))
        self._say()
