"""What each column of a table means: as it was understood, and another meaning if the agent chooses one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.core.imports.reading import Column, Table
from app.ui.dialogs.form import label
from app.ui.dialogs.spoken import Spoken
from app.ui.import_dialogs import import_words
from app.ui.theme import GRID, INSIDE

MOST_COLUMNS = 40
"""Columns that are shown; a table of phrases has a handful."""
_SAMPLE = 30


class ColumnMapping(QWidget):
    """One table at a time. `chosen` emits its key and a mapping from every header to the value of a `Column`."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._tables: list[Table] = []
        self._hint = label("hint")
        self.sheet = QComboBox()
        self.sheet.activated.connect(lambda _number: self._draw())
        self.boxes: dict[str, QComboBox] = {}
        self._holder: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(INSIDE)
        self._column.addWidget(self._hint)
        self._column.addWidget(self.sheet)
        self._column.addStretch(1)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Show the tables of the files, the one that was shown before first."""
        before = self.sheet.currentIndex()
        self._tables = list(tables)
        self.sheet.clear()
        self.sheet.addItems(
            [
                table.sheet or self.tr("Table {number}").replace("{number}", str(number))
                for number, table in enumerate(tables, start=1)
            ]
        )
        self.sheet.setCurrentIndex(max(0, min(before, len(tables) - 1)))
        self.sheet.setVisible(len(tables) > 1)
        self._draw()

    def _draw(self) -> None:
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self.boxes = {}
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(INSIDE)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        if self._tables:
            table = self._tables[self.sheet.currentIndex()]
            for at, header in enumerate(table.headers[:MOST_COLUMNS]):
                self._add(grid, at, header, table)
        self._column.insertWidget(2, self._holder)

    def _add(self, grid: QGridLayout, at: int, header: str, table: Table) -> None:
        name, sample = label(wraps=False), label("muted", wraps=False)
        name.setText(_short(header))
        cells = (row[at] for row in table.samples if at < len(row) and row[at].strip())
        sample.setText(_short(" ".join(next(cells, "").split())))
        box = QComboBox()
        for value in Column:
            box.addItem(import_words.column(value), value.value)
        box.setCurrentIndex(max(0, box.findData(table.columns.get(header, ""))))
        box.setAccessibleName(header)
        box.activated.connect(lambda _number: self._choose(table))
        self.boxes[header] = box
        for place, widget in enumerate((name, sample, box)):
            grid.addWidget(widget, at, place)

    def _choose(self, table: Table) -> None:
        meanings = {header: str(box.currentData()) for header, box in self.boxes.items()}
        self.chosen.emit(table.key, {**table.columns, **meanings})

    def _name(self) -> None:
        self._hint.setText(self.tr("What each column means; remembered for files with the same header."))
        for box in self.boxes.values():
            for number, value in enumerate(Column):
                box.setItemText(number, import_words.column(value))


def _short(text: str) -> str:
    return text if len(text) <= _SAMPLE else text[: _SAMPLE - 1] + "…"
