"""A cell of the strip in which a time runs: as wide as it says, pressed as any button is.

The rule: the strip gives the room, and no layout may press the cell; who wants another width says so.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.theme import RADIUS, Look, Type

EDGE = 6


class RunningCell(QAbstractButton):
    """The cell without what it shows. `room_changed` says that it would like another width.

    A subclass reads again what it shows in `refresh`, and fits that into `room` in `_arrange`.
    """

    room_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.room = 0.0
        self._font = QFont()
        self._measure = QFontMetricsF(self._font)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self._dress)
        self.hide()

    def refresh(self) -> None:
        """Read again what runs."""

    def set_room(self, room: float) -> None:
        """Take at most so much of the strip."""
        if room != self.room:
            self.room = room
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The strip gives the room; no layout may press it."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by the keyboard may hear what it says: the time that is left now."""
        super().focusInEvent(event)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _say(self) -> None:
        """Name it as it is now."""

    def _arrange(self) -> None:
        """Fit what is shown into the room."""

    def _paint_ground(self, painter: QPainter, *, is_tinted: bool) -> None:
        """The ground of a button, tinted where the time is nearly over."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "selection" if is_tinted else "hover" if self.underMouse() else ""
        painter.setPen(self._look.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _dress(self) -> None:
        self._font = self._look.font(Type.MUTED)
        self._font.setFeature(QFont.Tag("tnum"), 1)
        self._measure = QFontMetricsF(self._font)
        self._arrange()
