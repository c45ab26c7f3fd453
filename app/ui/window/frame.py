"""A window without the system's frame: a line around it, moved by its free places, resized at its edges.

The rule: moving and resizing are the system's own, so snapping and several screens work as everywhere.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.ui.theme import GRID, INSIDE, RADIUS, Look
from app.ui.window.docking import COLUMN, RAIL, Sizes

if TYPE_CHECKING:  # the classes of events take their time to import, and only their names are needed
    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QMouseEvent,
        QMoveEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
    )

GRIP = 6
"""How near to the edge the pointer resizes."""
SETTLED_MS = 300
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)
_CURSORS = {
    Qt.Edge.LeftEdge: Qt.CursorShape.SizeHorCursor,
    Qt.Edge.RightEdge: Qt.CursorShape.SizeHorCursor,
    Qt.Edge.TopEdge: Qt.CursorShape.SizeVerCursor,
    Qt.Edge.BottomEdge: Qt.CursorShape.SizeVerCursor,
    Qt.Edge.LeftEdge | Qt.Edge.TopEdge: Qt.CursorShape.SizeFDiagCursor,
    Qt.Edge.RightEdge | Qt.Edge.BottomEdge: Qt.CursorShape.SizeFDiagCursor,
    Qt.Edge.RightEdge | Qt.Edge.TopEdge: Qt.CursorShape.SizeBDiagCursor,
    Qt.Edge.LeftEdge | Qt.Edge.BottomEdge: Qt.CursorShape.SizeBDiagCursor,
}


class Frame(QWidget):
    """The window's frame. `settled`: it was moved or resized and let go. `files_dropped` gives paths.

    `about_to_show`: it was hidden and comes up.
    """

    settled = Signal()
    about_to_show = Signal()
    files_dropped = Signal(list)

    def __init__(self, look: Look) -> None:
        super().__init__(None, _FLAGS)
        self._look = look
        self._is_dropping = False
        self.is_filled = False
        self.is_fresh = True
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self.settled)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.limit(COLUMN)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        look.changed.connect(self.update)

    def limit(self, sizes: Sizes) -> None:
        """Let nobody resize it beyond these bounds."""
        if self.minimumSize() != sizes.least or self.maximumSize() != sizes.most:
            self.setMinimumSize(sizes.least)
            self.setMaximumSize(sizes.most)

    def setVisible(self, is_visible: bool) -> None:
        """Say that it comes up before it does, so that it can stand elsewhere."""
        if is_visible and not self.isVisible():
            self.about_to_show.emit()
        super().setVisible(is_visible)

    def paintEvent(self, _event: "QPaintEvent") -> None:
        """The ground and the line around it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("ground"))
        painter.setPen(self._look.colour("accent" if self._is_dropping else "line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if not self.is_filled:
            self._paint_outline(painter)

    def _paint_outline(self, painter: QPainter) -> None:
        """Where the search and the list are about to be, so that nothing jumps when they come."""
        line, side = self._look.scale.target + GRID + 2, self.width() - 2 * INSIDE
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(INSIDE, INSIDE, side - line, line, RADIUS, RADIUS)
        top, foot = 2 * line + 2 * INSIDE, line + GRID
        if self.height() < top + foot + line:
            return  # it has but a search box
        rail = max(RAIL, round(RAIL * self._look.scale.text)) + GRID
        painter.drawRoundedRect(INSIDE + rail, top, side - rail, self.height() - top - foot, RADIUS, RADIUS)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Start to resize at an edge, to move anywhere else that is free."""
        handle = self.windowHandle()
        if event.button() is not Qt.MouseButton.LeftButton or handle is None:
            return
        self.is_fresh = False
        edges = self._edges(event.position().toPoint())
        if edges:
            handle.startSystemResize(edges)
        else:
            handle.startSystemMove()

    def mouseMoveEvent(self, event: "QMouseEvent") -> None:
        """Show what a press would do."""
        edges = self._edges(event.position().toPoint())
        if edges:
            self.setCursor(_CURSORS[edges])
        else:
            self.unsetCursor()

    def leaveEvent(self, event: "QEvent") -> None:
        """Take the resizing pointer back."""
        self.unsetCursor()
        super().leaveEvent(event)

    def showEvent(self, event: "QShowEvent") -> None:
        """From here on the system may have put it elsewhere, or say so wrongly."""
        super().showEvent(event)
        self.is_fresh = True
        self._settling.start()

    def moveEvent(self, event: "QMoveEvent") -> None:
        """Wait until it was let go."""
        super().moveEvent(event)
        self._settling.start()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Wait until it was let go."""
        super().resizeEvent(event)
        self._settling.start()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Files can be dropped to be imported."""
        if _files(event):
            self._show_dropping(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: "QDragLeaveEvent") -> None:
        """They were taken away again."""
        self._show_dropping(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: "QDropEvent") -> None:
        """Tell which."""
        self._show_dropping(False)
        event.acceptProposedAction()
        self.files_dropped.emit(_files(event))

    def _show_dropping(self, is_dropping: bool) -> None:
        self._is_dropping = is_dropping
        self.update()

    def _edges(self, point: "QPoint") -> Qt.Edge:
        edges = Qt.Edge(0)
        if point.x() < GRIP:
            edges |= Qt.Edge.LeftEdge
        elif point.x() >= self.width() - GRIP:
            edges |= Qt.Edge.RightEdge
        if self.minimumHeight() == self.maximumHeight():
            return edges
        if point.y() < GRIP:
            edges |= Qt.Edge.TopEdge
        elif point.y() >= self.height() - GRIP:
            edges |= Qt.Edge.BottomEdge
        return edges


def _files(event: "QDropEvent") -> list[Path]:
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
