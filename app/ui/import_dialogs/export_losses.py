"""What a file would not carry, a line each with the number of phrases, the worst first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.core.imports.exports import LossCount, Preview
from app.ui.dialogs.form import label
from app.ui.dialogs.spoken import Spoken
from app.ui.import_dialogs import export_words as words
from app.ui.theme import BETWEEN, EDGE, GRID, kind

_TOP_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class ExportLosses(QFrame):
    """A card that is filled from a preview; empty it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(*kind("card"))
        self._preview: Preview | None = None
        self.head = label()
        self.lines: list[tuple[str, str]] = []
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        self._column.addWidget(self.head)
        self._column.addWidget(self._rows)
        self._spoken = Spoken(self)
        self._spoken.again(self._say)

    def show_preview(self, preview: Preview | None) -> None:
        """Tell what would be lost; None says nothing."""
        self._preview = preview
        self._say()

    def _say(self) -> None:
        preview = self._preview
        self.setVisible(preview is not None and bool(preview.count))
        self.lines = [(f"{each.count:,}", words.loss(each.loss)) for each in preview.losses] if preview else []
        if preview is None:
            return
        self.head.setText(self._sum(preview))
        self._fill(preview.losses)

    def _sum(self, preview: Preview) -> str:
        left_out = preview.count - preview.kept
        if not preview.losses:
            return self.tr("Everything goes into the file.")
        if not left_out:
            return self.tr("Every phrase goes into the file, but not all of it:")
        said = self.tr("Into the file: {kept}. Left out: {left}.")
        return said.replace("{kept}", words.count(preview.kept)).replace("{left}", f"{left_out:,}")

    def _fill(self, losses: tuple[LossCount, ...]) -> None:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(BETWEEN)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for at, each in enumerate(losses):
            number, said = label(wraps=False), QWidget()
            number.setText(f"{each.count:,}")
            said.setLayout(_said(each))
            grid.addWidget(number, at, 0, _TOP_RIGHT)
            grid.addWidget(said, at, 1)
        self._column.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows
        rows.setVisible(bool(losses))


def _said(each: LossCount) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    sentence: QLabel = label("error" if each.loss.is_left_out else "")
    sentence.setText(words.loss(each.loss))
    titles = label("muted")
    titles.setText(words.titles(each))
    column.addWidget(sentence)
    column.addWidget(titles)
    return column
