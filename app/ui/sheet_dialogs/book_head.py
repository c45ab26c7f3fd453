"""The head of the workbook's dialog: which file, how far its reading is, and the ways out into a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.ui.dialogs.form import button
from app.ui.dialogs.reading_head import ReadingHead
from app.ui.dialogs.start_folder import in_documents

_PATTERN = "Excel (*.xlsx *.xls *.et)"


class SheetBookHead(ReadingHead):
    """`template_wanted` and `export_wanted` emit where to write."""

    template_wanted = Signal(str)
    export_wanted = Signal(str)

    def __init__(self) -> None:
        self.template_button, self.export_button = button(), button()
        super().__init__((self.template_button, self.export_button))
        self.template_button.clicked.connect(self._ask_template)
        self.export_button.clicked.connect(self._ask_export)
        self._spoken.again(self.name)

    def invitation(self) -> str:
        """What stands there before a file was chosen."""
        return self.tr(
            "Drop a workbook of activities and products here. The template shows how to fill one in; "
            "the export holds all that you have."
        )

    def choose(self) -> None:
        """Ask for a workbook."""
        file, _pattern = QFileDialog.getOpenFileName(self, self.tr("Choose a workbook"), in_documents(), _PATTERN)
        if file:
            self.chosen.emit(file)

    def name(self) -> None:
        """Say everything in the language that is on."""
        super().name()
        self.file_button.setText(self.tr("Choose a workbook…"))
        self.template_button.setText(self.tr("Write a template…"))
        self.export_button.setText(self.tr("Export…"))

    def _where(self, title: str, name: str) -> str:
        file, _pattern = QFileDialog.getSaveFileName(self, title, in_documents(name), "Excel (*.xlsx)")
        return file if not file or file.lower().endswith(".xlsx") else f"{file}.xlsx"

    def _ask_template(self) -> None:
        file = self._where(self.tr("Where shall the template go?"), self.tr("Activities template.xlsx"))
        if file:
            self.template_wanted.emit(file)

    def _ask_export(self) -> None:
        file = self._where(self.tr("Where shall the workbook go?"), self.tr("Activities and products.xlsx"))
        if file:
            self.export_wanted.emit(file)
