"""The arithmetic of a quote, line by line as on a till receipt, and what is to be known beside it.

The rule: it shows one value, and everything in it is drawn again when that value or the language changes.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from app.core.prices import yuan
from app.core.prices.quotes import Quote, Step, What
from app.ui.dialogs.form import label, row
from app.ui.palette import Tone
from app.ui.sheet_dialogs import calculator_words as words
from app.ui.theme import BETWEEN, EDGE, GRID, INSIDE, Look, kind

_DRAWING = 16
_FIGURES = 2
"""How many parts of the width long figures get for one of the words."""
_SHORT = 36
"""Letters of a calculation that always stand in one line."""
_OFFERS = (What.COUPON, What.PLATFORM, What.RATE, What.ITEM_PRICE)


class Total(QWidget):
    """What is paid, in large figures, and how much less that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.saved, self.amount = label("title", wraps=False), label("ok", wraps=False), label("big")
        self.amount.setWordWrap(False)
        self.amount.setFont(tabular(self.amount.font()))
        self.amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = row(self.title, self.saved, self.amount, stretch=0)
        inside.setContentsMargins(EDGE, INSIDE, EDGE, INSIDE)
        self.setLayout(inside)

    def show_quote(self, quote: Quote | None) -> None:
        """Show what a quote comes to; without one it is gone."""
        self.setVisible(quote is not None)
        if quote is not None:
            self.title.setText(words.to_pay())
            self.saved.setText(words.saved(quote))
            self.amount.setText(yuan.shown(quote.total))


class SumCard(QWidget):
    """A card with the arithmetic; under it warnings, gifts, and what is missing to the next offers."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._quote: Quote | None = None
        self.card = QFrame()
        self.card.setProperty(*kind("card"))
        self._inside = QVBoxLayout(self.card)
        self._inside.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
        self._inside.setSpacing(GRID)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addWidget(self.card)
        column.addLayout(self._notes)
        look.changed.connect(self.redraw)

    def show_quote(self, quote: Quote | None) -> None:
        """Show a quote; without one the card is gone."""
        self._quote = quote
        self.redraw()

    def redraw(self) -> None:
        """Draw it again, in the look and language that are on."""
        _empty(self._inside)
        _empty(self._notes)
        self.setVisible(self._quote is not None)
        if self._quote is None:
            return
        for step in self._quote.steps:
            self._inside.addLayout(_step(step))
        for drawing, tone, text in _notes(self._quote):
            self._notes.addLayout(self._note(drawing, tone, text))

    def texts(self) -> list[str]:
        """Everything that is shown, in order."""
        return [each.text() for each in self.findChildren(QLabel) if each.text()]

    def _note(self, drawing: str, tone: Tone, text: str) -> QLayout:
        picture, said = QLabel(), label()
        picture.setPixmap(self._look.pixmap(drawing, tone, _DRAWING, self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        said.setText(text)
        return row(picture, said, stretch=1)


def _step(step: Step) -> QLayout:
    name, figures = label("ok" if step.what in _OFFERS else "muted"), label(wraps=len(step.calculation) > _SHORT)
    name.setText(words.what(step))
    figures.setText(step.calculation)
    figures.setFont(tabular(figures.font()))
    figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    made = QHBoxLayout()
    made.setSpacing(BETWEEN)
    made.addWidget(name, 1, Qt.AlignmentFlag.AlignTop)
    made.addWidget(figures, _FIGURES if figures.wordWrap() else 0)
    return made


def _notes(quote: Quote) -> list[tuple[str, Tone, str]]:
    gifts = [("box", Tone.OK, words.gift(gift)) for gift in quote.gifts]
    missing = [("plus", Tone.INFO, words.missing(each, quote.total)) for each in quote.missing]
    warned = [("warning", Tone.SOON, words.warned(each)) for each in quote.warnings]
    nothing = [] if quote.activities else [("info", Tone.MUTED, words.nothing_on())]
    return [*warned, *gifts, *missing, *nothing]


def tabular(font: QFont) -> QFont:
    """A font whose figures are all as wide as each other."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            _empty(inner)
            inner.deleteLater()
