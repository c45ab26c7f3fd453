"""How a notice stands there: a sign, a sentence of two lines at most, one thing to do, and how much more there is.

The rule: only layout; what is said, and what waits, is the notice's.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.ui.icons import NORMAL
from app.ui.palette import Tone
from app.ui.saying import Saying, kept_together, tip_of
from app.ui.theme import GRID, INSIDE, Look, kind

_BAR = 3
_DRAWINGS = {Tone.OK: "check", Tone.INFO: "info", Tone.SOON: "warning", Tone.LATE: "refused"}


class NoticeCard(QFrame):
    """The card."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._said: Saying | None = None
        self._has_more = False
        self._is_below = False
        self.setProperty(*kind("card"))
        self._drawing = QLabel()
        self._text, self._more = QLabel(), QLabel()
        self._action = QPushButton()
        self._close = QToolButton()
        self._build()
        look.changed.connect(self._draw)

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return self._said.text if self._said else ""

    @property
    def action(self) -> str:
        """What is offered, or nothing."""
        return self._said.action if self._said else ""

    @property
    def tone(self) -> Tone:
        """How grave it is."""
        return self._said.tone if self._said else Tone.INFO

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self._action, self._close)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a wider window what is offered may stand beside the sentence."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place_action()
            self._keep_to_lines()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and at its edge how grave it is: seen from the corner of the eye."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self.tone.value))
        painter.drawRoundedRect(QRectF(GRID, INSIDE, _BAR, self.height() - 2 * INSIDE), _BAR / 2, _BAR / 2)

    def _show_said(self, more: str) -> None:
        """Show what is said now; `more` tells how much waits below it, or nothing."""
        self._has_more = bool(more)
        self._keep_to_lines()
        self._action.setText(self.action)
        self._action.setVisible(bool(self.action))
        self._more.setText(more)
        self._more.setVisible(self._has_more)
        self._place_action()
        self._keep_to_lines()
        self._draw()

    def _keep_to_lines(self) -> None:
        """What stands on a line of its own, as names do, gives way at its end instead of beginning a third one."""
        said = kept_together(self.text)
        first, mark, second = said.partition("\n")
        room = self.contentsRect().width() - NORMAL - 2 * INSIDE - 2 * GRID
        if mark and self._is_below:
            second = self.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, room)
        self._text.setText(first + mark + second)
        self._text.setToolTip("" if second in said[len(first) :] else tip_of(said))

    def _build(self) -> None:
        self._text.setObjectName("said")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action.setProperty(*kind("link"))
        self._more.setProperty(*kind("muted"))
        self._look.dress(self._close, "close")
        for button in (self._action, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(INSIDE + GRID, GRID, GRID, GRID)
        grid.setHorizontalSpacing(INSIDE)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._drawing, 0, 0)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._action, 0, 2)
        grid.addWidget(self._close, 0, 3)
        grid.addWidget(self._more, 1, 1, Qt.AlignmentFlag.AlignLeft)

    def _place_action(self) -> None:
        """Beside a short sentence, below a long one, or where it is said how much more there is.

        How grave it is stands before the sentence, wherever that is.
        """
        beside = self._action.sizeHint().width() + 3 * self._close.sizeHint().width()
        room = (self.parentWidget() or self).width() - beside
        is_long = self._has_more or self.fontMetrics().horizontalAdvance(self._text.text()) > room
        is_below = is_long and bool(self._has_more or self.action)
        if is_below is self._is_below:
            return
        self._is_below, foot = is_below, int(is_below)
        for widget in (self._drawing, self._text, self._action, self._close):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self._drawing, 0, 0, Qt.AlignmentFlag.AlignTop if is_below else Qt.AlignmentFlag(0))
        self._grid.addWidget(self._text, 0, 1, 1, 1 + 2 * foot)
        at_end = Qt.AlignmentFlag.AlignRight if is_below else Qt.AlignmentFlag(0)
        self._grid.addWidget(self._action, foot, 2 - foot, 1, 1 + foot, at_end)
        self._grid.addWidget(self._close, foot, 3)

    def _draw(self) -> None:
        name = _DRAWINGS.get(self.tone, "info")
        self._drawing.setPixmap(self._look.pixmap(name, self.tone, NORMAL, self.devicePixelRatioF()))
        self.update()  # a sentence of the same size would leave the edge in the colour of the one before
