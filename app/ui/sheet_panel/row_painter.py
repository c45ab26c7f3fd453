"""How a row of the cheat-sheet is painted: digit, drawing, lines; the ground tells what is stood on.

The rule: a row is laid out once for a width and kept; painting it again only draws.
"""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.ui.painted_list import MARGIN, RowTinter
from app.ui.palette import Tone
from app.ui.sheet_panel.laying import ICON, PAD, Fonts, Laid, Line, label_width, lay_out
from app.ui.sheet_panel.row import Part, Row
from app.ui.sheet_panel.row_model import ROW, RowModel
from app.ui.theme import GRID, INSIDE, Look

DIGIT = 14
"""The width of the column for the digit of Alt+digit."""
_Index = QModelIndex | QPersistentModelIndex


class RowPainter(RowTinter):
    """Paints the rows of one list. `digits` maps rows to what they are pasted by."""

    def __init__(self, look: Look, view: QListView, model: RowModel) -> None:
        super().__init__(look, view)
        self._model = model
        self._fonts = Fonts(look)
        self._kept: dict[tuple[str, int], Laid] = {}
        self._label = (-1, 0.0)
        self.digits: Mapping[int, int] = {}
        look.changed.connect(self._forget_look)
        model.modelReset.connect(self.forget)

    def forget(self) -> None:
        """Drop the layouts: other rows are shown."""
        self._kept.clear()
        self._label = (-1, 0.0)

    def _forget_look(self) -> None:
        self._fonts = Fonts(self._look)
        self.forget()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its texts are in the width of the list."""
        row = index.data(ROW)
        return QSize(0, round(self._laid(row).height) if isinstance(row, Row) else 0)

    def is_cut(self, index: _Index) -> bool:
        """Whether something of a row does not fit, so that a tooltip helps."""
        row = index.data(ROW)
        return isinstance(row, Row) and self._laid(row).is_cut

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined] # the stubs lack the option's fields
        is_selected = self._view.selectionModel().isSelected(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.part is not Part.HEAD:
            self.paint_ground(painter, rect, index)
        self._paint_digit(painter, rect, self.digits.get(index.row(), 0), is_selected)
        self._paint_mark(painter, rect, row)
        laid = self._laid(row)
        origin = QPointF(rect.x() + self._left(row), rect.y())
        self._paint_drawing(painter, row, laid, origin)
        for line in laid.lines:
            self._paint_line(painter, line, origin, is_selected)
        painter.restore()

    def _paint_digit(self, painter: QPainter, rect: QRect, digit: int, is_selected: bool) -> None:
        if digit:
            painter.setFont(self._fonts.of["small"])
            painter.setPen(self._look.colour("accent_text" if is_selected else "muted"))
            place = QRectF(rect.x() + MARGIN + 1, rect.y(), DIGIT, min(rect.height(), self._fonts.target))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(digit))

    def _paint_mark(self, painter: QPainter, rect: QRect, row: Row) -> None:
        if row.is_marked:
            picture = self._look.pixmap("chosen", Tone.ACCENT, ICON, self._view.devicePixelRatioF())
            painter.drawPixmap(QPointF(rect.x() + MARGIN + 2, rect.y() + PAD + 2), picture)

    def _paint_drawing(self, painter: QPainter, row: Row, laid: Laid, origin: QPointF) -> None:
        if row.drawing and laid.lines:
            first = laid.lines[-1] if row.part is Part.PRODUCT else laid.lines[0]
            picture = self._look.pixmap(row.drawing, row.tone, ICON, self._view.devicePixelRatioF())
            painter.drawPixmap(QPointF(origin.x(), origin.y() + first.y + (first.height - ICON) / 2), picture)

    def _paint_line(self, painter: QPainter, line: Line, origin: QPointF, is_selected: bool) -> None:
        place = QRectF(origin.x() + line.x, origin.y() + line.y, line.width + 2, line.height)
        if line.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("mark_selected" if is_selected else line.ground))
            painter.drawRoundedRect(place.adjusted(-2, 0.5, 1, -0.5), 3, 3)
        font = self._fonts.of[line.font]
        if line.is_struck:
            font = QFont(font)
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(self._look.colour(line.colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line.text)

    def _left(self, row: Row) -> float:
        return MARGIN + INSIDE if row.part is Part.HEAD else MARGIN + DIGIT + GRID

    def _laid(self, row: Row) -> Laid:
        width = self._view.viewport().width()
        if self._label[0] != width:
            self._label = (width, label_width(tuple(self._model.rows), self._fonts, width - self._beside()))
        key = (row.key, width)
        if key not in self._kept:
            room = width - self._left(row) - MARGIN - INSIDE
            self._kept[key] = lay_out(row, room, self._label[1], self._fonts)
        return self._kept[key]

    def _beside(self) -> float:
        return 2 * MARGIN + DIGIT + GRID + INSIDE
