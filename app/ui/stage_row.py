"""A row of chips of which only whole ones are shown; an arrow, the wheel and the keyboard bring the others.

The rule: no chip is ever cut off; the arrow is there only while there are more chips than room.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolButton, QWidget

from app.ui.theme import Look, kind

_ARROW = 28


class StageRow(QWidget):
    """Shows as many chips of a widget as there is room for, from one of them on."""

    def __init__(self, inside: QWidget, look: Look) -> None:
        super().__init__()
        self._look = look
        self._start = 0
        self._view = QWidget(self)
        self._inside = inside
        inside.setParent(self._view)
        inside.installEventFilter(self)
        self.arrow = QToolButton(self)
        self.arrow.setProperty(*kind("chip"))
        self.arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes from chip to chip
        self.arrow.clicked.connect(self.turn)
        self.arrow.hide()

    @property
    def shown(self) -> list[QToolButton]:
        """The chips that can be seen."""
        left, right = -self._inside.x(), -self._inside.x() + self._view.width()
        return [chip for chip in self._chips if left <= chip.x() and chip.geometry().right() < right]

    def sizeHint(self) -> QSize:
        """As wide as all chips."""
        return self._inside.sizeHint()

    def show_chip(self, chip: QWidget) -> None:
        """Bring a chip into sight."""
        chips = self._chips
        if chip not in chips or chip in self.shown:
            return
        at = next(at for at, one in enumerate(chips) if one is chip)
        if at < self._start:
            self._start = at
        else:
            while self._start < at and chips[at].geometry().right() - chips[self._start].x() >= self._room:
                self._start += 1
        self._arrange()

    def turn(self) -> None:
        """Show the chips behind those that are shown; after the last come the first again."""
        shown, chips = self.shown, self._chips
        following = (chips.index(shown[-1]) if shown else self._start) + 1  # one that is wider than all the room, too
        self._start = following if following < len(chips) else 0
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down are left and right here, a chip at a time."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if self.arrow.isHidden() or not turned:
            event.ignore()
            return
        is_end = bool(self.shown) and self.shown[-1] is self._chips[-1]
        if turned > 0 or not is_end:
            self._start = max(0, self._start + (-1 if turned > 0 else 1))
        self._arrange()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits now."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Chips came, went or are called otherwise; or the keyboard came to one."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.show_chip(watched)
        return False

    @property
    def _chips(self) -> list[QToolButton]:
        found = self._inside.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return sorted((chip for chip in found if not chip.isHidden()), key=lambda chip: chip.x())

    @property
    def _room(self) -> int:
        return self.width() - _ARROW

    def _arrange(self) -> None:
        self._inside.resize(max(self._inside.sizeHint().width(), self.width()), self.height())
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
        chips = self._chips
        for chip in chips:
            chip.installEventFilter(self)
        if not chips or chips[-1].geometry().right() < self.width():
            self._start = 0
            self._put(0, self.width())
            self.arrow.hide()
            return
        self._start = min(self._start, len(chips) - 1)
        left = chips[self._start].x()
        whole = [chip for chip in chips[self._start :] if chip.geometry().right() - left < self._room]
        right = (whole[-1] if whole else chips[self._start]).geometry().right() + 1
        self._put(left, min(right - left, self._room))
        is_end = bool(whole) and whole[-1] is chips[-1]
        self._look.dress(self.arrow, "back" if is_end else "chevron_right")
        self.arrow.setAccessibleName(self.tr("More"))
        self.arrow.setGeometry(self.width() - _ARROW, 0, _ARROW, self.height())
        self.arrow.show()

    def _put(self, left: int, width: int) -> None:
        self._view.setGeometry(0, 0, width, self.height())
        self._inside.move(-left, 0)
