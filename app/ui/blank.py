"""What stands where there are no rows: one sentence and at most three things to do.

The rule: it says what is the case and offers the next step, nothing else.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import NORMAL
from app.ui.palette import Tone
from app.ui.theme import BETWEEN, EDGE, INSIDE, Look, kind

_DRAWING = 2 * NORMAL
Offer = tuple[str, Callable[[], None]]


class Blank(QWidget):
    """The sentence in the middle of an empty list."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = ""
        self._drawing = QLabel()
        self._sentence = QLabel()
        self._first = QPushButton()
        self._second = QPushButton()
        self._third = QPushButton()
        self._acts: tuple[Callable[[], None], ...] = ()
        self._build()
        look.changed.connect(self._draw)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self._first, self._second, self._third)

    def say(self, drawing: str, sentence: str, *offers: Offer) -> None:
        """Say a sentence; the first offer is the primary button."""
        self._name = drawing
        self._sentence.setText(sentence)
        self._acts = tuple(act for _, act in offers)
        for button, at in ((self._first, 0), (self._second, 1), (self._third, 2)):
            button.setVisible(at < len(offers))
            button.setText(offers[at][0] if at < len(offers) else "")
        self._draw()

    def _build(self) -> None:
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setProperty(*kind("muted"))
        self._first.setProperty(*kind("primary"))
        self._second.setProperty(*kind("link"))
        self._third.setProperty(*kind("link"))
        self._first.clicked.connect(lambda: self._do(0))
        self._second.clicked.connect(lambda: self._do(1))
        self._third.clicked.connect(lambda: self._do(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(INSIDE)
        column.addStretch(2)
        column.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addSpacing(BETWEEN - INSIDE)
        for button in (self._first, self._second, self._third):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _do(self, at: int) -> None:
        self._acts[at]()

    def _draw(self) -> None:
        if self._name:
            self._drawing.setPixmap(self._look.pixmap(self._name, Tone.MUTED, _DRAWING, self.devicePixelRatioF()))
