"""The table beside a chart: its exact figures.

The rule: a figure is written as its column says, in digits of one width.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from app.core.orders.tables import Cell, Column, ReportTable, Shape
from app.core.prices import yuan
from app.ui.dialogs.table import dress_table
from app.ui.order_dialogs.charts import Unit, written

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NARROWEST = 340


class ReportFigures(QTableWidget):
    """Shows one `ReportTable`, to read."""

    def __init__(self) -> None:
        super().__init__()
        dress_table(self)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(_NARROWEST)

    def show_table(self, table: ReportTable) -> None:
        """Show another table."""
        self.clear()
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        for place, column in enumerate(table.columns):
            head = QTableWidgetItem(column.name)
            head.setToolTip(column.name)
            head.setTextAlignment(_side(column))
            self.setHorizontalHeaderItem(place, head)
        for row, cells in enumerate(table.rows):
            for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                self.setItem(row, place, _item(column, cell))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _item(column: Column, cell: Cell) -> QTableWidgetItem:
    made = QTableWidgetItem(_said(cell, column.shape))
    made.setTextAlignment(_side(column))
    made.setToolTip(made.text() if column.shape is Shape.TEXT else "")
    return made


def _side(column: Column) -> Qt.AlignmentFlag:
    return _LEFT if column.shape is Shape.TEXT else _RIGHT


def _said(cell: Cell, shape: Shape) -> str:
    if cell is None:
        return "–"
    if shape is Shape.RATE:
        return written(float(cell), Unit.RATE)  # type: ignore[arg-type] # a rate is a figure
    if shape is Shape.MONEY:
        return yuan.aligned(cell)  # type: ignore[arg-type] # money is told in Decimal
    if shape is Shape.DIFFERENCE and cell:
        return f"{cell:+,}".replace("-", "−")
    return f"{cell:,}" if isinstance(cell, int) else str(cell)
