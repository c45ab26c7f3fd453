"""The client's order flags (旗子) as they are drawn: a pole and a filled pennant in the client's own colour.

The rule: these are the client's colours, which no theme has; each stands out from its ground by at least 3 : 1
(WCAG 2.2, 1.4.11), and its name is told where the pointer rests and to screen readers.
"""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from app.core.orders.order import Flag
from app.ui.icons import SMALL, ratios

LIGHT: Mapping[Flag, str] = {
    Flag.GREY: "#7A7A76",
    Flag.RED: "#D0281C",
    Flag.YELLOW: "#A87600",
    Flag.GREEN: "#2B7A3B",
    Flag.BLUE: "#1B64A8",
    Flag.PURPLE: "#7B3FA8",
}
DARK: Mapping[Flag, str] = {
    Flag.GREY: "#A3A19A",
    Flag.RED: "#FF7060",
    Flag.YELLOW: "#F2C230",
    Flag.GREEN: "#7BC98B",
    Flag.BLUE: "#7FB6EC",
    Flag.PURPLE: "#C79BF0",
}


def colour(flag: Flag, *, is_dark: bool) -> QColor:
    """The colour of a flag."""
    return QColor((DARK if is_dark else LIGHT)[flag])


def paint(painter: QPainter, at: QPointF, flag: Flag, *, is_dark: bool) -> None:
    """Draw a flag into a square of `SMALL` points."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    ink = colour(flag, is_dark=is_dark)
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawLine(QPointF(3, 1.6), QPointF(3, SMALL - 1.6))
    painter.setBrush(ink)
    corners = [QPointF(3, 2.2), QPointF(11.6, 2.2), QPointF(9.4, 5), QPointF(11.6, 7.8), QPointF(3, 7.8)]
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def icon(flag: Flag, *, is_dark: bool) -> QIcon:
    """A flag for a button or a menu."""
    made = QIcon()
    for ratio in ratios():
        picture = QPixmap(round(SMALL * ratio), round(SMALL * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint(painter, QPointF(0, 0), flag, is_dark=is_dark)
        painter.end()
        made.addPixmap(picture)
    return made
