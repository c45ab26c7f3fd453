"""A cell of the strip: a drawing and what is said, of which a click leads to more.

The rule: a text that has no room gives way at its end, and its tooltip says the whole of it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton

from app.ui.icons import SMALL
from app.ui.palette import Tone
from app.ui.theme import GRID, Look, kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionToolButton

_EDGE = 6
AROUND = 27
"""What stands left and right of a cell's text, and between it and the drawing."""


class Cell(QToolButton):
    """One thing that is said; a long text gives way at its end."""

    def __init__(self, look: Look, is_stretching: bool = False) -> None:
        super().__init__()
        self._look = look
        self._whole = ""
        self._tip = ""
        self._is_stretching = is_stretching
        self._is_short = False
        self._is_ground_only = False
        self.is_well = True
        self.is_hint = False
        self.setProperty(*kind("cell"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(look.scale.target)
        if is_stretching:
            from PySide6.QtWidgets import QSizePolicy  # noqa: PLC0415 - a start has nothing that stretches

            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def said(self) -> str:
        """The whole text."""
        return self._whole

    @property
    def whole_width(self) -> int:
        """The width that shows the whole text."""
        return self.fontMetrics().horizontalAdvance(self._whole) + SMALL + AROUND

    def shorten(self, is_short: bool) -> None:
        """Show the drawing alone, or the text again; the tooltip says the text then."""
        self._is_short = is_short
        self._fit()

    def say(self, text: str, drawing: str = "", tone: Tone = Tone.MUTED, tooltip: str = "") -> None:
        """Say a text, after a drawing."""
        self._whole = text
        self._tip = tooltip
        self.setAccessibleName(text)
        self.setAccessibleDescription(tooltip)
        if drawing:
            self.setIconSize(self.iconSize().scaled(SMALL, SMALL, Qt.AspectRatioMode.IgnoreAspectRatio))
            self._look.dress(self, drawing, tone)
        self._fit()

    def initStyleOption(self, option: "QStyleOptionToolButton") -> None:
        """What the style is told of: while the ground is painted nothing that stands on it."""
        super().initStyleOption(option)
        if self._is_ground_only:
            from PySide6.QtGui import QIcon  # noqa: PLC0415 - its table costs as much as ten modules

            option.text, option.icon = "", QIcon()  # type: ignore[attr-defined] # the stubs lack the option's fields

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the style; drawing and text on one line with those of the cells that count.

        The style paints by itself: whoever asks Qt for a style by name waits for all of them, as long as for a list.
        """
        self._is_ground_only = True
        super().paintEvent(event)
        self._is_ground_only = False
        painter = QPainter(self)
        tone, text = Tone(self.property("tone") or Tone.MUTED.value), self.text()
        left = (self.width() - SMALL) / 2 if not text else float(_EDGE)
        if self.property("drawing"):
            picture = self._look.pixmap(self.property("drawing"), tone, SMALL, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, (self.height() - SMALL) / 2), picture)
        warns = tone in (Tone.SOON, Tone.LATE)
        painter.setPen(self._look.colour(tone.value if warns else "text" if self.underMouse() else "muted"))
        place = QRectF(left + SMALL + GRID, 0, self.width() - left - SMALL - GRID, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setToolTip(f"{self._whole}: {self._tip}" if self._is_short else self._tip)
        if not self._is_stretching:
            self.setText("" if self._is_short else self._whole)
            return
        room = max(self.width() - SMALL - 5 * GRID, 0)
        if self.is_hint and self.fontMetrics().horizontalAdvance(self._whole) > room:
            self.setToolTip(f"{self._whole}: {self._tip}")
            self.setText("")  # half a hint is none, and the drawing still leads to the keys
            return
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
