"""How a countdown is painted: what it is at the left, at the right the time left in large digits.

The rule: a row keeps the texts it laid out; a second costs only the digits that changed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.icons import NORMAL
from app.ui.theme import INSIDE, RADIUS, Look, Type
from app.ui.timers import faces
from app.ui.timers.desk import TimersDesk
from app.ui.timers.faces import Face, Step
from app.ui.timers.timer_model import ROW, Row

MARGIN = 4
HEIGHT = 52
_Index = QModelIndex | QPersistentModelIndex


class Fonts:
    """The fonts of a row and their measures."""

    def __init__(self, look: Look) -> None:
        self.title = look.font(Type.TITLE, is_bold=True)
        self.small = look.font(Type.MUTED)
        self.big = look.font(Type.BIG, is_bold=True)
        self.big.setFeature(QFont.Tag("tnum"), 1)
        self.middle = look.font(Type.BODY, is_bold=True)
        self.title_m, self.small_m = QFontMetricsF(self.title), QFontMetricsF(self.small)
        self.big_m, self.middle_m = QFontMetricsF(self.big), QFontMetricsF(self.middle)


class Shown(NamedTuple):
    """What decides how a row is laid out; while it stays, the texts are kept."""

    row: Row
    over: str
    digits: int
    step: Step
    width: int


@dataclass(frozen=True, slots=True)
class Laid:
    """The texts of a row that do not run, and where its digits begin."""

    title: QStaticText
    about: QStaticText
    near: QStaticText
    near_x: float
    digits_x: float
    is_cut: bool


class TimerRow(QStyledItemDelegate):
    """Paints the rows of one list as they are at `now`."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._desk: TimersDesk | None = None
        self._now: datetime | None = None
        self._kept: dict[str, tuple[Shown, Laid]] = {}
        self._fonts = Fonts(look)
        self.hovered = -1
        look.changed.connect(self._forget_look)

    def serve(self, desk: TimersDesk) -> None:
        """Ask this desk for steps."""
        self._desk = desk

    def go_to(self, now: datetime) -> None:
        """Paint this second from now on."""
        self._now = now

    def forget(self) -> None:
        """Drop the layouts: the language is another, or the rows."""
        self._kept.clear()

    def _forget_look(self) -> None:
        self._fonts = Fonts(self._look)
        self.forget()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Every row is as high as every other."""
        return QSize(0, round(HEIGHT * self._look.scale.text))

    def digits_rect(self, rect: QRect) -> QRect:
        """The part of a row that runs: from where the longest clock begins."""
        width = round(self._fonts.big_m.horizontalAdvance("00天 00:00:00")) + INSIDE + MARGIN
        return rect.adjusted(max(rect.width() - width, 0), 0, 0, 0)

    def seen(self, row: Row) -> tuple[Face, str]:
        """How a row looks now: its face, and how long it has been over."""
        if self._desk is None or self._now is None:
            return Face("", Step.CALM, is_last=False), ""
        face = faces.face(row.countdown, self._now, self._desk.steps())
        return face, faces.over(row.countdown, self._now) if face.step is Step.OVER else ""

    def is_cut(self, index: _Index) -> bool:
        """Whether something of a row does not fit, so that a tooltip helps."""
        row = index.data(ROW)
        return isinstance(row, Row) and self._laid(row, *self.seen(row), self._view.viewport().width()).is_cut

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined] # the stubs lack the option's fields
        face, over = self.seen(row)
        laid = self._laid(row, face, over, rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index)
        painter.translate(rect.topLeft())
        self._paint_drawing(painter, row, face, rect.height())
        self._paint_left(painter, laid, rect.height())
        self._paint_right(painter, laid, face, rect)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        is_selected = self._view.selectionModel().isSelected(index)
        if not is_selected and index.row() != self.hovered:
            return
        has_keyboard = is_selected and self._view.hasFocus()
        painter.setPen(self._look.colour("accent") if has_keyboard else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("selection" if is_selected else "hover"))
        painter.drawRoundedRect(QRectF(rect).adjusted(MARGIN, 1, -MARGIN, -1), RADIUS - 1, RADIUS - 1)

    def _paint_drawing(self, painter: QPainter, row: Row, face: Face, height: int) -> None:
        name = "bell_rung" if face.step is Step.OVER else faces.drawing(row.countdown.awaited)
        picture = self._look.pixmap(name, face.tone, NORMAL, self._view.devicePixelRatioF())
        painter.drawPixmap(QPointF(MARGIN + INSIDE, height / 2 - NORMAL - 1), picture)

    def _paint_left(self, painter: QPainter, laid: Laid, height: int) -> None:
        middle = height / 2
        painter.setFont(self._fonts.title)
        painter.setPen(self._look.colour("text"))
        x = MARGIN + 2 * INSIDE + NORMAL
        painter.drawStaticText(QPointF(x, middle - laid.title.size().height()), laid.title)
        painter.setFont(self._fonts.small)
        painter.setPen(self._look.colour("muted"))
        painter.drawStaticText(QPointF(x, middle + 1), laid.about)

    def _paint_right(self, painter: QPainter, laid: Laid, face: Face, rect: QRect) -> None:
        height = rect.height()
        painter.setPen(self._look.colour(face.tone.value))
        if face.digits:
            painter.setFont(self._fonts.big)
            place = QRectF(laid.digits_x, MARGIN, rect.width() - laid.digits_x, height / 2 - MARGIN + 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, face.digits)
        painter.setFont(self._fonts.small if face.digits else self._fonts.middle)
        y = height / 2 + 1 if face.digits else (height / 2 - laid.near.size().height())
        painter.drawStaticText(QPointF(laid.near_x, y), laid.near)

    def _laid(self, row: Row, face: Face, over: str, width: int) -> Laid:
        shown = Shown(row, over, len(face.digits), face.step, width)
        kept = self._kept.get(row.countdown.id)
        if kept is None or kept[0] != shown:
            kept = self._kept[row.countdown.id] = shown, self._lay_out(row, face, over, width)
        return kept[1]

    def _lay_out(self, row: Row, face: Face, over: str, width: int) -> Laid:
        fonts, right = self._fonts, float(width - MARGIN - INSIDE)
        near = over or faces.how_near(face.step)
        near_width = (fonts.middle_m if over else fonts.small_m).horizontalAdvance(near)
        digits = "".join("0" if sign.isdigit() else sign for sign in face.digits)
        digits_width = fonts.big_m.horizontalAdvance(digits)
        left = MARGIN + 2 * INSIDE + NORMAL
        title_room = right - left - INSIDE - (near_width if over else digits_width)
        about_room = right - left - (near_width + INSIDE if near and not over else 0)
        title = fonts.title_m.elidedText(faces.name(row.countdown), Qt.TextElideMode.ElideRight, title_room)
        about = fonts.small_m.elidedText(row.about, Qt.TextElideMode.ElideRight, about_room)
        return Laid(
            _static(title, fonts.title),
            _static(about, fonts.small),
            _static(near, fonts.middle if over else fonts.small),
            right - near_width,
            right - digits_width,
            is_cut=(title, about) != (faces.name(row.countdown), row.about),
        )


def _static(text: str, font: QFont) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(font=font)
    return made
