"""Buttons of deeds that stand under a list: each its drawing, its word, and the key that does the same as a keycap.

The rule: what Enter does has the colour of the accent; all the others are as quiet as the line they stand in.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from app.ui.icons import SMALL
from app.ui.palette import Tone
from app.ui.theme import GRID, Look, Type, kind

ENTER = "⏎"
_AROUND = 4
"""What stands left and right of all, inside the frame of the focus."""
_IN_CAP = 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class KeyButton(QToolButton):
    """The button; `say` gives it its words and its key, which may be none. Without a drawing it shows its icon."""

    def __init__(self, look: Look, drawing: str = "") -> None:
        super().__init__()
        self._look = look
        self._drawing = drawing
        self.key = self._said = ""
        self._is_short = self._is_bare = False
        self.setProperty(*kind("chip"))
        self.setMinimumHeight(look.scale.target)

    @property
    def is_first(self) -> bool:
        """Whether Enter does it."""
        return self.key == ENTER

    def say(self, words: str, key: str = "") -> None:
        """Say what it does and which key does it too."""
        self.key, self._said = key.replace("Return", ENTER), words
        self.setText(words.replace("&", "&&"))  # whatever stands there is no key of its own
        self.updateGeometry()
        self.update()

    def shorten(self, is_short: bool) -> None:
        """Leave the keycap out where there is no room for all buttons, or show it again; the tooltip says the key."""
        self._is_short = is_short
        self.updateGeometry()
        self.update()

    def bare(self, is_bare: bool) -> None:
        """Leave the drawing out where there is no room for all buttons, or show it again."""
        self._is_bare = is_bare
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as drawing, word and keycap are."""
        width = 2 * _AROUND + self._of_drawing() + self._words_m().horizontalAdvance(self._said) + self._of_cap()
        return QSize(round(width + 0.5), self._look.scale.target)

    def minimumSizeHint(self) -> QSize:
        """Nothing of it gives way."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the style, then the three parts."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()  # type: ignore[attr-defined] # the stubs lack the option's fields
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        tone = self._tone()
        middle, left = self.height() / 2, float(_AROUND)
        if self._of_drawing():
            ratio = self.devicePixelRatioF()
            own = self.icon().pixmap(QSize(SMALL, SMALL), ratio)
            picture = self._look.pixmap(self._drawing, tone, SMALL, ratio) if self._drawing else own
            painter.drawPixmap(QPointF(left, middle - SMALL / 2), picture)
        left += self._of_drawing()
        painter.setFont(self._words())
        painter.setPen(self._look.colour(tone.value))
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), _LEFT, self._said)
        self._paint_cap(painter)

    def _paint_cap(self, painter: QPainter) -> None:
        if not self._of_cap():
            return
        width = self._of_cap() - GRID
        height = self._cap_m().height() + 1
        place = QRectF(self.width() - _AROUND - width, (self.height() - height) / 2, width, height)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), GRID, GRID)
        painter.setFont(self._cap())
        painter.setPen(self._look.colour("muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.key)

    def _tone(self) -> Tone:
        if self.is_first:
            return Tone.ACCENT_TEXT
        return Tone.TEXT if self.underMouse() else Tone.MUTED

    def _of_drawing(self) -> int:
        has_one = bool(self._drawing) or not self.icon().isNull()
        return SMALL + GRID - 1 if has_one and not self._is_bare else 0

    def _of_cap(self) -> float:
        """What the keycap takes, with what is before it."""
        if not self.key or self._is_short:
            return 0.0
        least = self._cap_m().height()
        return GRID + max(least, self._cap_m().horizontalAdvance(self.key) + 2 * _IN_CAP)

    def _words(self) -> QFont:
        return self._look.font(Type.MUTED, is_bold=self.is_first)

    def _words_m(self) -> QFontMetricsF:
        return QFontMetricsF(self._words())

    def _cap(self) -> QFont:
        return self._look.font(Type.SMALL)

    def _cap_m(self) -> QFontMetricsF:
        return QFontMetricsF(self._cap())


class KeyLine(QWidget):
    """Such buttons side by side; where there is no room for all, their keycaps give way."""

    def __init__(self, *buttons: KeyButton) -> None:
        super().__init__()
        self._buttons = buttons
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for button in buttons:
            line.addWidget(button)
        line.addStretch()

    def minimumSizeHint(self) -> QSize:
        """No list is made wider for the buttons under it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more or for less."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Other buttons are shown: see what they have room for."""
        shown = [button for button in self._buttons if not button.isHidden()]
        for button in shown:
            button.shorten(is_short=False)
        is_tight = sum(button.sizeHint().width() for button in shown) > self.width()
        for button in shown:
            button.shorten(is_short=is_tight)
