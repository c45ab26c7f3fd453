"""A chart in a window, and as a picture for a message."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.order_dialogs.chart_painter import ChartPainter
from app.ui.order_dialogs.charts import Chart
from app.ui.theme import RADIUS, Look

_PICTURE = QSize(900, 520)
_SHARP = 2.0
"""A picture has so many dots a point: it is looked at on other screens."""


class ChartView(QWidget):
    """The chart that is on. `heading` says of which days and activity it is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chart = Chart("", (), ())
        self._heading, self._empty = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 260)
        look.changed.connect(self.update)

    def show_chart(self, chart: Chart, heading: str, empty: str) -> None:
        """Show another chart; `empty` is said where it has nothing to draw."""
        self._chart, self._heading, self._empty = chart, heading, empty
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(empty if chart.is_empty else heading)
        self.update()

    def picture(self) -> QPixmap:
        """The chart as a picture, sharp enough for a message."""
        made = QPixmap(_PICTURE * _SHARP)
        made.setDevicePixelRatio(_SHARP)
        made.fill(self._look.colour("card"))
        painter = QPainter(made)
        ChartPainter(painter, self._look, self._chart).paint(
            QRectF(0, 0, _PICTURE.width(), _PICTURE.height()), self._heading, self._empty
        )
        painter.end()
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it on a card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        ChartPainter(painter, self._look, self._chart).paint(area, self._heading, self._empty)
        painter.end()
