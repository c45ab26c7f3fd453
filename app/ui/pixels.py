"""From the system's own pixels to Qt's points, for places that another program's window is told in.

The rule: as Qt does it: a screen keeps its corner, and what lies on it is divided by its ratio.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication

from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Monitor:
    """A screen: its place in points, and how many pixels make a point."""

    place: QRect
    ratio: float

    @property
    def pixels(self) -> QRect:
        """Its place in pixels."""
        return QRect(self.place.topLeft(), _scaled(self.place.size(), self.ratio))

    def in_points(self, rect: QRect) -> QRect:
        """A place on it, in points."""
        corner = self.place.topLeft()
        away = rect.topLeft() - corner
        left_top = corner + QPoint(round(away.x() / self.ratio), round(away.y() / self.ratio))
        return QRect(left_top, _scaled(rect.size(), 1 / self.ratio))


def monitors() -> list[Monitor]:
    """The screens that are there."""
    return [Monitor(screen.geometry(), screen.devicePixelRatio()) for screen in QGuiApplication.screens()]


def in_points(rect: QRect, screens: Sequence[Monitor]) -> QRect:
    """A place in pixels as Qt names it: by the screen that holds most of it."""
    if not screens:
        return rect
    return max(screens, key=lambda screen: _shared(rect, screen.pixels)).in_points(rect)


def _shared(rect: QRect, other: QRect) -> int:
    both = rect.intersected(other)
    return max(both.width(), 0) * max(both.height(), 0)


def _scaled(size: QSize, factor: float) -> QSize:
    return QSize(round(size.width() * factor), round(size.height() * factor))
