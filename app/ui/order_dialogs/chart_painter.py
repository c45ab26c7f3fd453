"""Paints a chart in the colours of the theme that is on.

The rule: a colour never stands alone; a legend names it, parts differ in their hatching too, and the figures stand at
the bars or in the table beside.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.ui.order_dialogs.charts import Chart, Series, Unit, shown_names, ticks, written
from app.ui.palette import Tone
from app.ui.theme import BETWEEN, EDGE, GRID, INSIDE, Look, Type

_WIDEST_BAR = 34.0
_THICKEST = 14.0
_ROUND = 3.0
_MANY = 14
"""From so many bars on their figures would run into each other."""
_HATCHINGS = (Qt.BrushStyle.NoBrush, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense6Pattern)
_HATCH_ALPHA = 0.55
_QUIET_ALPHA = 0.7
"""So much of the muted colour has what nothing is to be done about: 3 : 1 against the card, and behind all else."""
_OUTLINED_ALPHA = 0.12
"""So much has the inside of an outline."""
_INNER = 0.56
"""The width of a bar in the outline of the one it is compared with."""
_LEAST_HATCHED = 9.0
"""On a thinner bar the hatching would look like stripes of its own."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class ChartPainter:
    """Paints one chart into a part of a device."""

    def __init__(self, painter: QPainter, look: Look, chart: Chart) -> None:
        self._painter, self._look, self._chart = painter, look, chart
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, area: QRectF, heading: str, empty: str) -> None:
        """Title, legend and bars; a sentence where there is nothing to draw."""
        inside = area.adjusted(EDGE, BETWEEN, -EDGE, -BETWEEN)
        top = self._title(inside, heading)
        if self._chart.is_empty:
            self._write(inside, empty, Type.BODY, "muted", Qt.AlignmentFlag.AlignCenter)
            return
        if len(self._chart.series) > 1:
            top = self._legend(QRectF(inside.left(), top, inside.width(), 0)) + GRID
        rest = QRectF(inside.left(), top + INSIDE, inside.width(), inside.bottom() - top - INSIDE)
        if self._chart.is_across:
            self._lying(rest)
        else:
            self._standing(rest)

    def _title(self, area: QRectF, heading: str) -> float:
        line = self._line(Type.TITLE)
        self._write(QRectF(area.left(), area.top(), area.width(), line), self._chart.title, Type.TITLE, "text", _LEFT)
        small = self._line(Type.MUTED)
        self._write(QRectF(area.left(), area.top() + line, area.width(), small), heading, Type.MUTED, "muted", _LEFT)
        return area.top() + line + small + GRID

    def _legend(self, area: QRectF) -> float:
        line, left = self._line(Type.MUTED), area.left()
        for series in self._chart.series:
            is_outlined = self._chart.is_compared and series is self._chart.series[-1]
            sign = QRectF(left, area.top() + (line - 12) / 2, 12, 12)
            self._outline(sign, series) if is_outlined else self._fill(sign, series)
            width = self._width(series.name, Type.MUTED)
            self._write(QRectF(left + 18, area.top(), width + 2, line), series.name, Type.MUTED, "text", _LEFT)
            left += 18 + width + EDGE
        return area.top() + line

    # Bars that stand, one a day or hour.

    def _standing(self, area: QRectF) -> None:
        chart, line = self._chart, self._line(Type.MUTED)
        marks = ticks(chart.highest, chart.unit)
        margin = max(self._width(written(mark, chart.unit), Type.MUTED) for mark in marks) + INSIDE
        plot = QRectF(area.left() + margin, area.top() + line, area.width() - margin, area.height() - 2 * line - GRID)
        for mark in marks:
            height = plot.bottom() - plot.height() * mark / marks[-1]
            self._painter.setPen(QPen(self._look.colour("line"), 1))
            self._painter.drawLine(int(plot.left()), round(height), int(plot.right()), round(height))
            label = QRectF(area.left(), height - line / 2, margin - INSIDE, line)
            self._write(label, written(mark, chart.unit), Type.MUTED, "muted", _RIGHT)
        slot = plot.width() / len(chart.categories)
        widest = max(self._width(name, Type.MUTED) for name in chart.categories) + INSIDE
        every = shown_names(len(chart.categories), int(plot.width() // widest))
        for at, name in enumerate(chart.categories):
            self._bar(plot, at, slot, marks[-1])
            if at % every == 0:
                place = QRectF(plot.left() + slot * (at + 0.5) - widest / 2, plot.bottom() + GRID, widest, line)
                self._write(place, name, Type.MUTED, "muted", _MIDDLE)

    def _bar(self, plot: QRectF, at: int, slot: float, most: float) -> None:
        """One bar, its series one on the other, its figure on top where there is room."""
        if self._chart.is_compared:
            self._pair(plot, at, slot, most)
            return
        width = min(slot * 0.7, _WIDEST_BAR)
        left, bottom = plot.left() + slot * (at + 0.5) - width / 2, plot.bottom()
        for series in self._chart.series:
            height = plot.height() * series.values[at] / most
            if height <= 0:
                continue
            self._fill(QRectF(left, bottom - height, width, height), series)
            bottom -= height
        whole = self._chart.total(at)
        if whole and len(self._chart.categories) <= _MANY:
            self._top(QRectF(left, bottom, width, 0), slot, whole)

    def _pair(self, plot: QRectF, at: int, slot: float, most: float) -> None:
        """A bar before the outline of the one it is compared with: two at one place are read as one."""
        outer, middle = min(slot * 0.76, _WIDEST_BAR), plot.left() + slot * (at + 0.5)
        inner, behind = self._chart.series
        for series, width in ((behind, outer), (inner, outer * _INNER)):
            height = plot.height() * series.values[at] / most
            if height > 0:
                bar = QRectF(middle - width / 2, plot.bottom() - height, width, height)
                self._fill(bar, series) if series is inner else self._outline(bar, series)
        highest = max(series.values[at] for series in self._chart.series)
        if inner.values[at] and len(self._chart.categories) <= _MANY:
            top = plot.bottom() - plot.height() * highest / most
            self._top(QRectF(middle - outer / 2, top, outer, 0), slot, inner.values[at])

    def _top(self, bar: QRectF, slot: float, value: float) -> None:
        """The figure above a bar."""
        line, middle = self._line(Type.MUTED), bar.center().x()
        figure = QRectF(middle - slot / 2 - INSIDE, bar.top() - line, slot + 2 * INSIDE, line)
        self._write(figure, written(value, self._chart.unit), Type.MUTED, "text", _MIDDLE)

    # Bars that lie, for long names.

    def _lying(self, area: QRectF) -> None:
        chart = self._chart
        row = min(area.height() / len(chart.categories), _THICKEST * 2.4)
        margin = min(max(self._width(name, Type.BODY) for name in chart.categories) + INSIDE, area.width() * 0.4)
        tail = max(self._tail(at) for at in range(len(chart.categories))) + INSIDE + 1
        room = area.width() - margin - tail
        most = 1.0 if chart.unit is Unit.RATE else chart.highest
        for at, name in enumerate(chart.categories):
            top, thick = area.top() + row * at, min(row * 0.55, _THICKEST)
            self._write(QRectF(area.left(), top, margin - INSIDE, row), name, Type.BODY, "text", _RIGHT)
            left = area.left() + margin
            track = QRectF(left, top + (row - thick) / 2, room, thick)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._look.colour("hover"))
            self._painter.drawRoundedRect(track, _ROUND, _ROUND)
            for series in chart.series:
                width = room * series.values[at] / most
                if width > 0:
                    self._fill(QRectF(left, track.top(), width, thick), series)
                left += width
            self._figure(QRectF(track.right() + INSIDE, top, tail, row), at)

    def _figure(self, place: QRectF, at: int) -> None:
        """The figure of a bar and, more quietly, what it is of."""
        figure = written(self._chart.total(at), self._chart.unit)
        self._write(place, figure, Type.MUTED, "text", _LEFT)
        if self._chart.notes:
            rest = place.adjusted(self._width(figure, Type.MUTED) + INSIDE, 0, 0, 0)
            self._write(rest, self._chart.notes[at], Type.MUTED, "muted", _LEFT)

    def _tail(self, at: int) -> float:
        """The width of a figure and its note."""
        figure = self._width(written(self._chart.total(at), self._chart.unit), Type.MUTED)
        note = self._chart.notes[at] if self._chart.notes else ""
        return figure + (self._width(note, Type.MUTED) + INSIDE if note else 0)

    # Strokes and letters.

    def _fill(self, place: QRectF, series: Series) -> None:
        """A part of a bar; a hair of ground parts it from its neighbours, and its hatching tells it on grey paper."""
        hair = self._look.colour("card")
        self._painter.setPen(QPen(hair, 1) if len(self._chart.series) > 1 else Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(series))
        rounding = min(_ROUND, place.width() / 4)
        self._painter.drawRoundedRect(place, rounding, rounding)
        hatching = _HATCHINGS[self._chart.series.index(series) % len(_HATCHINGS)]
        if hatching is not Qt.BrushStyle.NoBrush and min(place.width(), place.height()) >= _LEAST_HATCHED:
            hair.setAlphaF(_HATCH_ALPHA)
            self._painter.setBrush(QBrush(hair, hatching))
            self._painter.drawRoundedRect(place, rounding, rounding)

    def _outline(self, place: QRectF, series: Series) -> None:
        """What something is compared with: told from it by its form, too."""
        inside = self._look.colour(series.tone.value)
        inside.setAlphaF(_OUTLINED_ALPHA)
        self._painter.setPen(QPen(self._colour(series), 1))
        self._painter.setBrush(inside)
        self._painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, 0), _ROUND - 1, _ROUND - 1)

    def _colour(self, series: Series) -> QColor:
        colour = self._look.colour(series.tone.value)
        if series.tone is Tone.MUTED:
            colour.setAlphaF(_QUIET_ALPHA)
        return colour

    def _write(self, place: QRectF, text: str, size: Type, colour: str, align: Qt.AlignmentFlag) -> None:
        self._painter.setFont(self._look.font(size, size is Type.TITLE))
        self._painter.setPen(self._look.colour(colour))
        shown = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
        self._painter.drawText(place, int(align), shown)

    def _width(self, text: str, size: Type) -> float:
        self._painter.setFont(self._look.font(size, size is Type.TITLE))
        return float(self._painter.fontMetrics().horizontalAdvance(text))

    def _line(self, size: Type) -> float:
        self._painter.setFont(self._look.font(size, size is Type.TITLE))
        return float(self._painter.fontMetrics().lineSpacing() + 2)
