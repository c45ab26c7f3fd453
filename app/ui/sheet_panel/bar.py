"""The bar of a lane: its phases side by side, extra windows as a stripe in them, and the mark of now.

The rule: what has passed is grey and faint; a phase is told by its place and its name, its colour only helps.
"""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from app.core.sheet.activities import PhaseKind
from app.ui.sheet_panel import terms
from app.ui.sheet_panel.lanes import Lane, Segment
from app.ui.theme import GRID, Look

BAR = 10
_GAP = 1.5
_INSET = 2
_STRIPE = 3
_FAINT, _CLOSING = 0.35, 0.6
_LEAST_NAME = 14


def paint_bar(painter: QPainter, place: QRectF, lane: Lane, now: datetime, look: Look) -> None:
    """Paint the phases of an activity into a place, and where in them a moment lies."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    track = place.adjusted(0, 3, 0, -3)
    painter.setBrush(look.colour("line"))
    painter.drawRoundedRect(track, 2, 2)
    at = place.x() + lane.at(now) * place.width()
    for segment in _by_layer(lane.segments):
        _paint_segment(painter, _place_of(segment, place), segment, at, look)
    _paint_now(painter, place, at, look)
    painter.restore()


def paint_names(painter: QPainter, place: QRectF, lane: Lane, font: QFont, look: Look) -> None:
    """Name the phases below their segments; an extra window is named in the row above."""
    painter.save()
    painter.setFont(font)
    measure = QFontMetricsF(font)
    for segment in lane.segments:
        if segment.phase.kind is PhaseKind.EXTRA:
            continue
        spot = _place_of(segment, place)
        text = measure.elidedText(segment.phase.name, Qt.TextElideMode.ElideRight, spot.width())
        if spot.width() >= _LEAST_NAME and text != "…":
            is_on = lane.current is segment.phase
            painter.setPen(look.colour(terms.tone_of(segment.phase.kind).value if is_on else "muted"))
            painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


def _by_layer(segments: Iterable[Segment]) -> list[Segment]:
    return sorted(segments, key=lambda segment: segment.phase.kind is PhaseKind.EXTRA)


def _place_of(segment: Segment, place: QRectF) -> QRectF:
    left = place.x() + segment.left * place.width()
    right = place.x() + segment.right * place.width()
    return QRectF(left, place.y(), max(right - left - _GAP, 2), place.height())


def _paint_segment(painter: QPainter, spot: QRectF, segment: Segment, at: float, look: Look) -> None:
    is_extra = segment.phase.kind is PhaseKind.EXTRA
    inner = spot.adjusted(0, _INSET, 0, -_INSET)
    if is_extra:
        middle = spot.center().y()
        inner = QRectF(spot.x(), middle - _STRIPE / 2, spot.width(), _STRIPE)
        painter.setBrush(look.colour("card"))
        painter.drawRoundedRect(inner.adjusted(-1, -1, 1, 1), 2, 2)
    colour = look.colour(terms.tone_of(segment.phase.kind).value)
    ahead = _CLOSING if segment.phase.kind is PhaseKind.END else 1.0
    passed, coming = (look.colour("muted"), _before(inner, at), _FAINT), (colour, _behind(inner, at), ahead)
    for tint, part, alpha in (passed, coming):
        if part.width() > 0:
            tint.setAlphaF(alpha)
            painter.setBrush(tint)
            painter.drawRoundedRect(part, 2, 2)


def _before(spot: QRectF, at: float) -> QRectF:
    return QRectF(spot.x(), spot.y(), min(max(at - spot.x(), 0), spot.width()), spot.height())


def _behind(spot: QRectF, at: float) -> QRectF:
    left = min(max(at, spot.x()), spot.right())
    return QRectF(left, spot.y(), spot.right() - left, spot.height())


def _paint_now(painter: QPainter, place: QRectF, at: float, look: Look) -> None:
    painter.setPen(QPen(look.colour("card"), 4))
    painter.drawLine(QPointF(at, place.y() - 1), QPointF(at, place.bottom() + 1))
    painter.setPen(QPen(look.colour("text"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(at, place.y() - GRID / 2), QPointF(at, place.bottom() + GRID / 2))
