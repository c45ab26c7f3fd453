"""What scrolls in a window: a column that is too high for it.

The rule: its right edge is where the foot's is, with a bar or without.
"""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.theme import INSIDE


class _Scrolling(QScrollArea):
    """Its bar takes its width of the margin, so that a column ends where the foot's buttons do, with a bar or without.

    What stands in it is as wide as before, too: no line breaks anew because a bar has come.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._taken = 0
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar that comes or goes makes the view narrower or wider."""
        super().resizeEvent(event)
        column = self.widget().layout()
        if column is not None:
            margin = column.contentsMargins()
            whole = margin.right() + self._taken
            self._taken = min(self.width() - self.viewport().width(), whole)
            column.setContentsMargins(margin.left(), margin.top(), whole - self._taken, margin.bottom())


def scrolling(inside: QWidget) -> QScrollArea:
    """A part of a window that scrolls when it is too high."""
    area = _Scrolling(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def show_whole(part: QWidget) -> None:
    """Scroll until all of a part can be seen, or its top where it is higher than the window; after it is laid out."""

    def scroll() -> None:
        area = part.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            top = part.mapTo(area.widget(), QPoint(0, 0)).y()
            area.ensureVisible(0, top + part.height(), 0, INSIDE)
            area.ensureVisible(0, top, 0, INSIDE)

    QTimer.singleShot(0, part, scroll)
