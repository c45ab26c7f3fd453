"""What the program has to say, in a line at the foot of the list, with at most one thing to do about it.

The rule: it never takes the keyboard and never moves the rows above it; what was only for information goes by itself.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.ui.icons import NORMAL
from app.ui.palette import Tone
from app.ui.theme import GRID, INSIDE, Look, kind

SHOWN_MS = 8_000
_REFUSALS = (Tone.SOON, Tone.LATE)
_DRAWINGS = {Tone.OK: "check", Tone.INFO: "info", Tone.SOON: "warning", Tone.LATE: "refused"}


class Notice(QFrame):
    """The line. It is hidden while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = Tone.INFO
        self._act: Callable[[], object] | None = None
        self.setProperty(*kind("card"))
        self._drawing = QLabel()
        self._text = QLabel()
        self._action = QPushButton()
        self._close = QToolButton()
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        self._build()
        look.changed.connect(self._draw)
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return "" if self.isHidden() else self._text.text()

    @property
    def action(self) -> str:
        """What is offered, or nothing."""
        return "" if self.isHidden() or self._action.isHidden() else self._action.text()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self._action, self._close)

    def say(self, text: str, tone: Tone = Tone.INFO, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say a sentence in place of the one before. Refusals stay until the agent goes on, the rest for a while."""
        self._tone, self._act = tone, act
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._place_action()
        self._draw()
        self.show()
        self._timer.stop()
        self._let_go()

    def clear(self) -> None:
        """Say nothing any more."""
        self._act = None
        self._timer.stop()
        self.hide()

    def hand_to(self, other: "Notice") -> None:
        """Let another line say it from now on."""
        text, action, act = self.text, self.action, self._act
        self.clear()
        other.say(text, self._tone, action, act)

    def clear_refusal(self) -> None:
        """Say nothing any more of what went wrong: the agent is about something else. What is offered stays."""
        if self._tone in _REFUSALS:
            self.clear()

    def do(self) -> None:
        """Do what is offered."""
        act = self._act
        self.clear()
        if act:
            act()

    def retranslate(self) -> None:
        """Say everything in the language that is on; what was said before stays as it was said."""
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the notice"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What was said while the window was hidden stands there as long as anything else from now on."""
        super().showEvent(event)
        self._let_go()

    def _let_go(self) -> None:
        if self.isVisible() and self._tone not in _REFUSALS and not self._timer.isActive():
            self._timer.start()

    def _build(self) -> None:
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action.setProperty(*kind("link"))
        self._action.clicked.connect(self.do)
        self._close.clicked.connect(self.clear)
        self._look.dress(self._close, "close")
        for button in (self._action, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(INSIDE + 2, GRID, GRID, GRID)
        grid.setHorizontalSpacing(INSIDE)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._drawing, 0, 0)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._action, 0, 2)
        grid.addWidget(self._close, 0, 3)

    def _place_action(self) -> None:
        """Beside a short sentence, below a long one."""
        beside = self._action.sizeHint().width() + 3 * self._close.sizeHint().width()
        room = (self.parentWidget() or self).width() - beside
        is_long = self.fontMetrics().horizontalAdvance(self._text.text()) > room
        self._grid.removeWidget(self._action)
        if is_long:
            self._grid.addWidget(self._action, 1, 1, 1, 3, Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(self._action, 0, 2)

    def _draw(self) -> None:
        name = _DRAWINGS.get(self._tone, "info")
        self._drawing.setPixmap(self._look.pixmap(name, self._tone, NORMAL, self.devicePixelRatioF()))
