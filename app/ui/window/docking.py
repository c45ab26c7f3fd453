"""Where the window stands: beside the chat, at an edge of the screen, in every monitor layout where it stood last.

The rule: pure geometry, in points; whatever was saved, the place given is wholly on a screen that is there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize

from app.core.glimpse import Edge
from app.core.values import dataclass
from app.core.window_choices import Mode

MIN_WIDTH = 320
MAX_WIDTH = 420
WIDTH = 360
MIN_HEIGHT = 320
HEIGHT = 720
RAIL = 48
"""The width of the places at the left edge, unless larger letters or a long word need more."""
GAP = 8
"""Between the window and a dialog beside it."""
SNAP = 24
"""How near to an edge a window that is let go clings to it."""


UNBOUNDED = 16_777_215
"""Qt's own greatest length of a widget."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How small and how large the window may be, and how large it is at first."""

    least: QSize
    most: QSize
    usual: QSize

    def scaled(self, factor: float) -> "Sizes":
        """For larger letters; nothing gets smaller than it was made for."""
        grown = max(1.0, factor)
        return Sizes(*(_grown(size, grown) for size in (self.least, self.most, self.usual)))

    def of_height(self, height: int) -> "Sizes":
        """Exactly so high."""
        return Sizes(*(QSize(size.width(), height) for size in (self.least, self.most, self.usual)))

    def down_to(self, size: QSize) -> "Sizes":
        """As small as that, where there is no room for more."""
        return replace(self, least=self.least.boundedTo(size))


COLUMN = Sizes(QSize(MIN_WIDTH, MIN_HEIGHT), QSize(MAX_WIDTH, UNBOUNDED), QSize(WIDTH, HEIGHT))
SIZES: Mapping[Mode, Sizes] = {
    Mode.COLUMN: COLUMN,
    Mode.COMPACT: Sizes(QSize(300, 64), QSize(MAX_WIDTH, UNBOUNDED), QSize(300, 80)),
    Mode.POPUP: Sizes(QSize(MIN_WIDTH, MIN_HEIGHT), QSize(560, 720), QSize(480, 520)),
    Mode.WIDE: Sizes(QSize(560, 360), QSize(1100, UNBOUNDED), QSize(760, HEIGHT)),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A place of the window and the edge that it keeps to."""

    rect: QRect
    edge: Edge = Edge.NONE

    def __str__(self) -> str:
        """The form that is stored, e.g. `right 1560 40 360 720`."""
        rect = self.rect
        return f"{self.edge.value} {rect.x()} {rect.y()} {rect.width()} {rect.height()}"

    @classmethod
    def parse(cls, text: str) -> "Standing | None":
        """Read the stored form; None for anything else."""
        edge, *numbers = text.split() or [""]
        try:
            x, y, width, height = (int(number) for number in numbers)
            return cls(QRect(x, y, width, height), Edge(edge))
        except ValueError:
            return None


def layout(screens: Sequence[QRect]) -> str:
    """The name of a monitor layout: its screens, whatever their order."""
    return " ".join(sorted(f"{area.x()},{area.y()},{area.width()}x{area.height()}" for area in screens))


def start(saved: str, areas: Sequence[QRect], edge: Edge, sizes: Sizes = COLUMN) -> Standing:
    """Where to stand in a layout: as saved there, else at the edge of the first screen. `areas` leave out task bars."""
    kept = Standing.parse(saved)
    if kept is None:
        first, width = areas[0], sizes.usual.width()
        height = min(sizes.usual.height(), first.height())
        top = first.y() + max(first.height() - HEIGHT, 0) // 3  # search boxes of all modes stand at one height
        kept = Standing(QRect(first.right() - width + 1, top, width, height), edge)
    return docked(kept, areas, sizes)


def docked(standing: Standing, areas: Sequence[QRect], sizes: Sizes = COLUMN) -> Standing:
    """The same place, of a fit size, on a screen, and at its edge if it keeps to one."""
    area = nearest(standing.rect, areas)
    rect = fit(standing.rect, area, sizes)
    if standing.edge is Edge.LEFT:
        rect.moveLeft(area.left())
    elif standing.edge is Edge.RIGHT:
        rect.moveRight(area.right())
    return Standing(rect, standing.edge)


def let_go(rect: QRect, areas: Sequence[QRect], sizes: Sizes = COLUMN) -> Standing:
    """Where a window that was dragged comes to stand: at the edge that it was brought near to, else where it is."""
    area = nearest(rect, areas)
    edge = Edge.NONE
    if rect.left() <= area.left() + SNAP:
        edge = Edge.LEFT
    elif rect.right() >= area.right() - SNAP:
        edge = Edge.RIGHT
    return docked(Standing(rect, edge), areas, sizes)


def popped_up(size: QSize, at: QPoint, areas: Sequence[QRect], sizes: Sizes, *, is_centred: bool) -> QRect:
    """Where a popup comes up: in the middle of the screen of a point, a little above it, or at the point itself."""
    area = nearest(QRect(at, QSize(1, 1)), areas)
    rect = QRect(QPoint(0, 0), size)
    if is_centred:
        rect.moveCenter(area.center())
        rect.moveTop(area.top() + (area.height() - size.height()) // 3)
    else:
        rect.moveTopLeft(at + QPoint(GAP, GAP))
    return fit(rect, area, sizes)


_TITLE_BAR = 32
"""What the system puts over a dialog; it must not stand above the screen."""
_LEAST = 0.8
"""So much of its width a dialog may be narrowed to."""


def beside(size: QSize, rect: QRect, areas: Sequence[QRect]) -> QRect:
    """Where a dialog of a size stands: beside the window, on its roomier side, as high as it, wholly on the screen.

    One that is a little too wide for that side is narrowed, because the window would lie over it.
    """
    area = nearest(rect, areas).adjusted(0, _TITLE_BAR, 0, 0)
    fit = size.boundedTo(area.size())
    room_left, room_right = rect.left() - area.left(), area.right() - rect.right()
    room = max(room_left, room_right) - GAP
    if _LEAST * fit.width() <= room < fit.width():
        fit.setWidth(room)
    left = rect.left() - GAP - fit.width() if room_left >= room_right else rect.right() + 1 + GAP
    left = min(max(left, area.left()), area.right() + 1 - fit.width())
    top = min(max(rect.top(), area.top()), area.bottom() + 1 - fit.height())
    return QRect(QPoint(left, top), fit)


def nearest(rect: QRect, areas: Sequence[QRect]) -> QRect:
    """The screen that holds most of a place or, where none holds any of it, the one nearest to its middle."""
    return max(areas, key=lambda area: (_shared(rect, area), -_distance(rect.center(), area)))


def fit(rect: QRect, area: QRect, sizes: Sizes) -> QRect:
    """A place of a fit size that is wholly on a screen."""
    width = min(max(rect.width(), sizes.least.width()), sizes.most.width(), area.width())
    height = min(max(rect.height(), sizes.least.height()), sizes.most.height(), area.height())
    left = min(max(rect.x(), area.x()), area.x() + area.width() - width)
    top = min(max(rect.y(), area.y()), area.y() + area.height() - height)
    return QRect(left, top, width, height)


def _grown(size: QSize, factor: float) -> QSize:
    return QSize(*(min(round(length * factor), UNBOUNDED) for length in (size.width(), size.height())))


def _shared(rect: QRect, area: QRect) -> int:
    both = rect.intersected(area)
    return max(both.width(), 0) * max(both.height(), 0)


def _distance(point: QPoint, area: QRect) -> int:
    return (area.center() - point).manhattanLength()
