"""What stands where there are no rows: one sentence and at most three things to do.

The rule: it says what is the case and offers the next step, nothing else.
"""

from collections.abc import Callable
from functools import partial
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.palette import Tone
from app.ui.theme import BETWEEN, EDGE, INSIDE, Look, kind

_DRAWING = 28
_DISC = 64
_TROUBLE = "warning"
"""The drawing of what went wrong."""
_ALL = 1000
_WIDEST = 360
"""Longer lines are hard to read in the middle of nothing."""
_AROUND = 28
"""What stands left and right of a button's text."""
_A_WORD = "一二三"
"""About so much longer than its share a line may be, because words are not torn in two."""
_ENTER = "  ⏎"
Offer = tuple[str, Callable[[], None]]


class Sign(QLabel):
    """A drawing in a disc, in the colours of the look that is on."""

    def __init__(self, look: Look, name: str = "") -> None:
        super().__init__()
        self._look, self._name, self._tone = look, name, Tone.ACCENT_TEXT
        self.setProperty(*kind("halo"))
        self.setFixedSize(_DISC, _DISC)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look.changed.connect(self._draw)
        self._draw()

    def draw(self, name: str, tone: Tone = Tone.ACCENT_TEXT) -> None:
        """Show another drawing; what went wrong has a colour of its own."""
        self._name, self._tone = name, Tone.LATE if name == _TROUBLE else tone
        self._draw()

    def _draw(self) -> None:
        if self._name:
            self.setPixmap(self._look.pixmap(self._name, self._tone, _DRAWING, self.devicePixelRatioF()))


class Blank(QWidget):
    """The sentence in the middle of an empty list. `has_enter`: Enter in the line above does what is offered first."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, has_enter: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._sign = _ENTER if has_enter else ""
        self._drawing = Sign(look)
        self._sentence = QLabel()
        self._first, self._second, self._third = QPushButton(), QPushButton(), QPushButton()
        self._buttons = (self._first, self._second, self._third)
        self._words: tuple[str, ...] = ()
        self._acts: tuple[Callable[[], None], ...] = ()
        self._build()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    @property
    def offered(self) -> tuple[str, ...]:
        """What can be done about it."""
        return self._words

    @property
    def stops(self) -> tuple[QPushButton, ...]:
        """What the Tab key comes to, in order."""
        return self._buttons

    def say(self, drawing: str, sentence: str, *offers: Offer) -> None:
        """Say a sentence; the first offer is the primary button."""
        self._drawing.draw(drawing)
        self._weigh(is_trouble=drawing == _TROUBLE)
        self._sentence.setText(sentence)
        self._acts = tuple(act for _, act in offers)
        self._words = tuple(words for words, _ in offers)
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(offers))
        self._fit()

    def enter(self) -> bool:
        """Do what the primary button does, whoever has the keyboard; False where there is none."""
        if self._acts:
            self._do(0)
        return bool(self._acts)

    def minimumSizeHint(self) -> QSize:
        """The drawing gives way first: in a low window there is room for what else is asked."""
        least = super().minimumSizeHint()
        return least - QSize(0, 0 if self._drawing.isHidden() else _DISC + INSIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break what does not fit on one line, and leave out the drawing where it is low."""
        super().resizeEvent(event)
        self._fit()
        self._drawing.setVisible(self.height() >= self.minimumSizeHint().height() + _DISC + INSIDE)

    def _build(self) -> None:
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setProperty(*kind("calm"))
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, EDGE, INSIDE, EDGE)
        column.setSpacing(INSIDE)
        column.addStretch(2)
        column.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(BETWEEN - INSIDE)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence, _ALL)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(BETWEEN - INSIDE)
        for at, button in enumerate(self._buttons):
            button.setProperty(*kind("link" if at else "primary"))
            button.clicked.connect(partial(self._do, at))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            button.hide()  # before anything is said it takes no room
        column.addStretch(3)

    def _weigh(self, *, is_trouble: bool) -> None:
        """What went wrong is as plain to read as any text, what is only empty is quieter."""
        wanted = "" if is_trouble else "calm"
        if self._sentence.property("kind") != wanted:
            self._sentence.setProperty(*kind(wanted))
            self._sentence.style().unpolish(self._sentence)
            self._sentence.style().polish(self._sentence)

    def _do(self, at: int) -> None:
        self._acts[at]()

    def _fit(self) -> None:
        self._balance()
        room = self.width() - 2 * INSIDE - _AROUND
        for button, words in zip(self._buttons, (*self._words, *("",) * len(self._buttons)), strict=False):
            sign = self._sign if button is self._first and words else ""
            is_wide = button.fontMetrics().horizontalAdvance(words + sign) > room
            button.setText((broken(words) if is_wide and self.isVisible() else words) + sign)
            button.setAccessibleName(words)

    def _balance(self) -> None:
        """Lines of about one length: no last one of a single word."""
        measure = self._sentence.fontMetrics()
        room = max(min(self.width() - 2 * EDGE, round(_WIDEST * self._look.scale.text)), 1)
        whole = measure.horizontalAdvance(self.sentence)
        width = min(room, whole // ceil(whole / room) + measure.horizontalAdvance(_A_WORD)) if whole > room else room
        self._sentence.setMaximumWidth(width)


def broken(words: str) -> str:
    """A text on two lines of about one length, broken at a space, or behind a mark where there is none."""
    places = [at for at, letter in enumerate(words) if letter == " "] or [
        at + 1 for at, letter in enumerate(words[:-1]) if letter in "，。？！：；、"
    ]
    if not places:
        return words
    middle = min(places, key=lambda at: abs(at - len(words) / 2))
    return f"{words[:middle].rstrip()}\n{words[middle:].lstrip()}"
