"""Where the window stands beside the chat client's: at a side of it, and never over the box that is written into.

The rule: pure geometry, in points. The box is taken to lie in the lowest third of the chat; where there is no room at
either side, the window stands inside, as far out as the screen lets it, and ends above that third.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize

from app.core.glimpse import Edge
from app.core.values import dataclass
from app.ui.window.docking import Sizes, nearest

GAP = 2
"""Between the chat and our window."""
HEAD = 36
"""The chat's own title bar, which stays free where there is room."""
NEAR = 96
"""A window that is let go so near to a side of the chat is meant to stand there."""
_APART = 64
"""A panel between two screens is no wider."""


@dataclass(frozen=True, slots=True)
class Berthed:
    """A place beside the chat, or inside it, and the side."""

    rect: QRect
    side: Edge
    is_inside: bool = False


def beside_chat(chat: QRect, size: QSize, sizes: Sizes, areas: Sequence[QRect], wished: Edge) -> Berthed:
    """Where to stand: at the wished side if there is room, at the other one, narrower, and else inside the chat."""
    sides = (Edge.LEFT, Edge.RIGHT) if wished is Edge.LEFT else (Edge.RIGHT, Edge.LEFT)
    wanted = QSize(_between(size.width(), sizes.least.width(), sizes.most.width()), size.height())
    rooms = [room for side in sides for room in _rooms(chat, areas, side)]
    for width in (wanted.width(), sizes.least.width()):
        for side, room in rooms:
            if room.width() >= width:
                return Berthed(_at_side(chat, QSize(width, wanted.height()), sizes, room, side), side)
    return _inside(chat, QSize(min(wanted.width(), sizes.usual.width()), wanted.height()), sizes, areas, sides[0])


def side_of(rect: QRect, chat: QRect) -> Edge:
    """The side of the chat that a window was let go at; none where it was taken away."""
    apart = {Edge.LEFT: abs(chat.left() - rect.right()), Edge.RIGHT: abs(rect.left() - chat.right())}
    side = min(apart, key=lambda edge: apart[edge])
    is_level = rect.bottom() >= chat.top() and rect.top() <= chat.bottom()
    return side if is_level and apart[side] <= NEAR else Edge.NONE


def _rooms(chat: QRect, areas: Sequence[QRect], side: Edge) -> Iterator[tuple[Edge, QRect]]:
    """What is free at a side, on the chat's screen or on the one that follows."""
    for area in areas:
        free = QRect(area)
        if side is Edge.RIGHT:
            free.setLeft(max(area.left(), chat.right() + 1 + GAP))
            is_next = free.left() - chat.right() - 1 <= _APART
        else:
            free.setRight(min(area.right(), chat.left() - 1 - GAP))
            is_next = chat.left() - 1 - free.right() <= _APART
        if is_next and free.width() > 0 and free.bottom() >= chat.top() and free.top() <= chat.bottom():
            yield side, free


def _at_side(chat: QRect, size: QSize, sizes: Sizes, room: QRect, side: Edge) -> QRect:
    """As high as the chat, at its side."""
    height = _between(chat.height(), sizes.least.height(), min(sizes.most.height(), room.height()))
    top = _between(chat.top(), room.top(), room.bottom() + 1 - height)
    left = room.left() if side is Edge.RIGHT else room.right() + 1 - size.width()
    return QRect(QPoint(left, top), QSize(size.width(), height))


def _inside(chat: QRect, size: QSize, sizes: Sizes, areas: Sequence[QRect], wished: Edge) -> Berthed:
    """Above the chat's lowest third or, where that is too low, below the chat."""
    area = nearest(chat, areas)
    limit = chat.top() + 2 * chat.height() // 3
    upper = QRect(QPoint(area.left(), area.top()), QPoint(area.right(), min(limit, area.bottom() + 1) - 1))
    below = QRect(QPoint(area.left(), max(chat.bottom() + 1, area.top())), area.bottomRight())
    least = min(sizes.least.height(), size.height())
    is_upper = upper.height() >= least or upper.height() >= below.height()
    room = upper if is_upper else below
    side = _freer(chat, area, wished)
    width = min(size.width(), area.width())
    height = min(_between(size.height(), least, sizes.most.height()), room.height())
    head = _between(max(chat.top(), area.top()) + HEAD, room.top(), room.bottom() + 1)
    if room.bottom() + 1 - head >= least:
        height = min(height, room.bottom() + 1 - head)
    top = _between(head, room.top(), room.bottom() + 1 - height)
    left = chat.right() + 1 + GAP if side is Edge.RIGHT else chat.left() - GAP - width
    left = _between(left, area.left(), area.right() + 1 - width)
    return Berthed(QRect(QPoint(left, top), QSize(width, height)), side, is_inside=True)


def _freer(chat: QRect, area: QRect, wished: Edge) -> Edge:
    """The side at which less of the chat is covered."""
    left, right = max(chat.left() - area.left(), 0), max(area.right() - chat.right(), 0)
    if left == right:
        return wished
    return Edge.LEFT if left > right else Edge.RIGHT


def _between(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))
