"""How a lane of the timeline is painted: name, phase and time left, and below them its phases with the mark of now.

The rule: the time left is the biggest thing and the only one that changes by the second; `time_rect` is all of that.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.ui.painted_list import MARGIN, RowTinter
from app.ui.palette import Tone
from app.ui.sheet_panel import terms
from app.ui.sheet_panel.bar import BAR, paint_bar, paint_names
from app.ui.sheet_panel.lanes import Lane, Standing
from app.ui.sheet_panel.laying import ICON
from app.ui.sheet_panel.timeline_model import LANE, Fold, TimelineModel, folded
from app.ui.theme import GRID, INSIDE, Look, Type

MARK = 28
"""The width of the column of marks; a click into it chooses or unchooses."""
SMALL_ICON = 12
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class TimelinePainter(RowTinter):
    """Paints the lanes of one timeline."""

    def __init__(self, look: Look, view: QListView, model: TimelineModel) -> None:
        super().__init__(look, view)
        self._model = model
        self._forget()
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        look = self._look
        self._title, self._muted = look.font(Type.TITLE, is_bold=True), look.font(Type.MUTED)
        self._small, self._body = look.font(Type.SMALL), look.font(Type.BODY)
        self._time = tabular(look.font(Type.BIG, is_bold=True))
        self._time_short = tabular(look.font(Type.TITLE, is_bold=True))

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as what is said of it."""
        row = index.data(LANE)
        if not isinstance(row, Lane) or row.standing in (Standing.ENDED, Standing.UNDATED):
            return QSize(0, self._look.scale.target + 2)
        if not row.is_live:
            return QSize(0, round(44 * self._look.scale.text))
        text = 66 + (16 if self._model.is_single else 0)
        return QSize(0, round(text * self._look.scale.text))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        row = index.data(LANE)
        rect: QRect = option.rect  # type: ignore[attr-defined] # the stubs lack the option's fields
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, rect, index)
        if isinstance(row, Fold):
            self._paint_fold(painter, rect, row)
        elif isinstance(row, Lane):
            self._paint_mark(painter, rect, row)
            self._paint_lane(painter, self._inside(rect), row)
        painter.restore()

    def time_rect(self, rect: QRect, lane: Lane) -> QRect:
        """Where the time left stands in a row."""
        inside = self._inside(rect)
        return QRectF(inside.x(), inside.y(), inside.width(), self._head_height(lane)).toAlignedRect()

    def _inside(self, rect: QRect) -> QRectF:
        return QRectF(rect).adjusted(MARGIN + MARK, GRID, -MARGIN - INSIDE, -GRID)

    def _head_height(self, lane: Lane) -> float:
        return (44 if lane.is_live else 36) * self._look.scale.text

    def _paint_mark(self, painter: QPainter, rect: QRect, lane: Lane) -> None:
        is_chosen = lane.activity.id == self._model.chosen
        name, tone = ("chosen", Tone.ACCENT) if is_chosen else ("unchosen", Tone.MUTED)
        line = self._line_height(lane)
        self._draw(painter, name, tone, rect.x() + MARGIN + (MARK - ICON) / 2, rect.y() + GRID + (line - ICON) / 2)

    def _line_height(self, lane: Lane) -> float:
        if lane.standing in (Standing.ENDED, Standing.UNDATED):
            return self._look.scale.target + 2 - 2 * GRID
        return 24 * self._look.scale.text if lane.is_live else 18 * self._look.scale.text

    def _paint_fold(self, painter: QPainter, rect: QRect, fold: Fold) -> None:
        name = "chevron_down" if fold.is_open else "chevron_right"
        middle = rect.y() + (rect.height() - ICON) / 2
        self._draw(painter, name, Tone.MUTED, rect.x() + MARGIN + (MARK - ICON) / 2, middle)
        inside = self._inside(rect)
        self._text(painter, folded(fold), self._muted, Tone.MUTED, inside)

    def _paint_lane(self, painter: QPainter, inside: QRectF, lane: Lane) -> None:
        first = QRectF(inside.x(), inside.y(), inside.width(), self._line_height(lane))
        if lane.standing in (Standing.ENDED, Standing.UNDATED):
            self._paint_short(painter, first, lane)
            return
        second = QRectF(inside.x(), first.bottom(), inside.width(), self._head_height(lane) - first.height())
        self._paint_time(painter, first, second, lane)
        if not lane.is_live:
            return
        bar = QRectF(inside.x(), second.bottom() + 2, inside.width(), BAR)
        paint_bar(painter, bar, lane, self._model.now, self._look)
        if self._model.is_single:
            below = QRectF(bar.x(), bar.bottom() + 2, bar.width(), 15 * self._look.scale.text)
            paint_names(painter, below, lane, self._small, self._look)

    def _paint_short(self, painter: QPainter, line: QRectF, lane: Lane) -> None:
        word = terms.standing(lane)
        taken = self._text(painter, word, self._small, Tone.MUTED, line, _RIGHT)
        self._text(painter, lane.activity.name, self._body, Tone.MUTED, line.adjusted(0, 0, -taken - INSIDE, 0))

    def _paint_time(self, painter: QPainter, first: QRectF, second: QRectF, lane: Lane) -> None:
        digits, words = self._model.face(lane)
        tone = terms.tone_of_step(self._model.step(lane))
        font = self._time if lane.is_live else self._time_short
        taken = self._text(painter, digits, font, tone if lane.is_live else Tone.MUTED, first, _RIGHT)
        below = self._text(painter, words, self._small, Tone.MUTED if tone is Tone.TEXT else tone, second, _RIGHT)
        if tone is not Tone.TEXT:
            below += SMALL_ICON + 2
            middle = second.center().y() - SMALL_ICON / 2
            self._draw(painter, "warning", tone, second.right() - below, middle, SMALL_ICON)
        self._text(painter, lane.activity.name, self._title, Tone.TEXT, first.adjusted(0, 0, -taken - INSIDE, 0))
        self._paint_phase(painter, second.adjusted(0, 0, -below - INSIDE, 0), lane)

    def _paint_phase(self, painter: QPainter, line: QRectF, lane: Lane) -> None:
        phase = lane.current
        if phase is None:
            words = terms.kind_or_pause(lane)
            self._text(painter, words, self._muted, Tone.MUTED, line)
            return
        tone = terms.tone_of(phase.kind)
        self._draw(painter, terms.drawing_of(phase.kind), tone, line.x(), line.center().y() - ICON / 2)
        self._text(painter, phase.name, self._muted, tone, line.adjusted(ICON + GRID, 0, 0, 0))

    def _text(
        self,
        painter: QPainter,
        text: str,
        font: QFont,
        tone: Tone,
        place: QRectF,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> float:
        """Write a text in a line, cut where it does not fit; its width."""
        measure = QFontMetricsF(font)
        shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, max(place.width(), 0))
        painter.setFont(font)
        painter.setPen(self._look.colour(tone.value))
        painter.drawText(place, align | _MIDDLE | Qt.TextFlag.TextSingleLine, shown)
        return measure.horizontalAdvance(shown)

    def _draw(self, painter: QPainter, name: str, tone: Tone, x: float, y: float, size: int = ICON) -> None:
        painter.drawPixmap(QPointF(x, y), self._look.pixmap(name, tone, size, self._view.devicePixelRatioF()))


def tabular(font: QFont) -> QFont:
    """The font with all digits of one width, so that a running time does not shiver."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
