"""How a countdown is painted: what it is at the left, at the right the time left in large digits.

The rule: a row keeps the texts it laid out; a second costs only the digits that changed.
"""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.core.clockwork import moments
from app.core.values import dataclass
from app.ui.icons import NORMAL
from app.ui.painted_list import MARGIN, RowTinter
from app.ui.theme import INSIDE, Look, Type
from app.ui.timers import faces
from app.ui.timers.desk import TimersDesk
from app.ui.timers.faces import Face, Step
from app.ui.timers.timer_model import ROW, Row
from app.ui.words import is_chinese

HEIGHT = 52
DIGITS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
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


class Seen(NamedTuple):
    """How a row looks at a moment: its face and, where it is over, for how long."""

    face: Face
    over: str = ""

    def is_like(self, other: "Seen") -> bool:
        """Whether nothing but the digits is another."""
        same = (self.over, self.face.step, len(self.face.digits))
        return same == (other.over, other.face.step, len(other.face.digits))


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


class TimerRow(RowTinter):
    """Paints the rows of one list as they are at `now`."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(look, view)
        self._desk: TimersDesk | None = None
        self._now: datetime | None = None
        self._kept: dict[str, tuple[Shown, Laid]] = {}
        self._fonts = Fonts(look)
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

    def seen(self, row: Row) -> Seen:
        """How a row looks now."""
        if self._desk is None or self._now is None:
            return Seen(Face("", Step.CALM, is_last=False))
        face = faces.face(row.countdown, self._now, self._desk.steps())
        return Seen(face, faces.over(row.countdown, self._now) if face.step is Step.OVER else "")

    def in_words(self, row: Row) -> str:
        """How near a row is, for those who hear it: `soon, 4 min 12 s left`."""
        seen = self.seen(row)
        if self._now is None or seen.over:
            return seen.over
        left = moments.left_in_words(row.countdown.left(self._now), is_chinese=is_chinese())
        return ", ".join(part for part in (faces.how_near(seen.face.step), left) if part)

    def is_cut(self, index: _Index) -> bool:
        """Whether something of a row does not fit, so that a tooltip helps."""
        row = index.data(ROW)
        return isinstance(row, Row) and self._laid(row, self.seen(row), self._view.viewport().width()).is_cut

    def digits_rect(self, row: Row, seen: Seen, rect: QRect) -> QRect:
        """The part of a row that runs."""
        laid = self._laid(row, seen, rect.width())
        left = int(laid.digits_x) - 1
        return QRect(rect.x() + left, rect.y() + MARGIN, rect.width() - left - MARGIN - 1, rect.height() // 2 - MARGIN)

    def paint_digits(self, painter: QPainter, rect: QRect, index: _Index, seen: Seen) -> None:
        """Paint the part that runs, and the ground under it."""
        row = index.data(ROW)
        laid = self._laid(row, seen, rect.width())
        self.paint_ground(painter, rect, index)
        painter.setFont(self._fonts.big)
        painter.setPen(self._look.colour(seen.face.tone.value))
        painter.drawText(self._digits_at(laid, rect), DIGITS, seen.face.digits)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined] # the stubs lack the option's fields
        seen = self.seen(row)
        laid = self._laid(row, seen, rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, rect, index)
        self._paint_drawing(painter, row, seen.face, rect)
        self._paint_left(painter, laid, rect)
        self._paint_right(painter, laid, seen.face, rect)
        painter.restore()

    def _paint_drawing(self, painter: QPainter, row: Row, face: Face, rect: QRect) -> None:
        name = "bell_rung" if face.step is Step.OVER else faces.drawing(row.countdown.awaited)
        picture = self._look.pixmap(name, face.tone, NORMAL, self._view.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.x() + MARGIN + INSIDE, self._middle(rect) - NORMAL - 1), picture)

    def _paint_left(self, painter: QPainter, laid: Laid, rect: QRect) -> None:
        x, middle = rect.x() + MARGIN + 2 * INSIDE + NORMAL, self._middle(rect)
        painter.setFont(self._fonts.title)
        painter.setPen(self._look.colour("text"))
        painter.drawStaticText(QPointF(x, middle - laid.title.size().height()), laid.title)
        painter.setFont(self._fonts.small)
        painter.setPen(self._look.colour("muted"))
        painter.drawStaticText(QPointF(x, middle + 1), laid.about)

    def _paint_right(self, painter: QPainter, laid: Laid, face: Face, rect: QRect) -> None:
        middle = self._middle(rect)
        painter.setPen(self._look.colour(face.tone.value))
        if face.digits:
            painter.setFont(self._fonts.big)
            painter.drawText(self._digits_at(laid, rect), DIGITS, face.digits)
        painter.setFont(self._fonts.small if face.digits else self._fonts.middle)
        y = middle + 1 if face.digits else middle - laid.near.size().height()
        painter.drawStaticText(QPointF(rect.x() + laid.near_x, y), laid.near)

    @staticmethod
    def _middle(rect: QRect) -> float:
        return rect.y() + rect.height() / 2

    @staticmethod
    def _digits_at(laid: Laid, rect: QRect) -> QRectF:
        width, height = rect.width() - laid.digits_x, rect.height() / 2 - MARGIN + 2
        return QRectF(rect.x() + laid.digits_x, rect.y() + MARGIN, width, height)

    def _laid(self, row: Row, seen: Seen, width: int) -> Laid:
        shown = Shown(row, seen.over, len(seen.face.digits), seen.face.step, width)
        kept = self._kept.get(row.countdown.id)
        if kept is None or kept[0] != shown:
            kept = self._kept[row.countdown.id] = shown, self._lay_out(row, seen, width)
        return kept[1]

    def _lay_out(self, row: Row, seen: Seen, width: int) -> Laid:
        fonts, right = self._fonts, float(width - MARGIN - INSIDE)
        face, over = seen
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
