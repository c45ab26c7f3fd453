"""The widgets of the place of the phrases and where they stand: filters, questions, the list, the notice.

The rule: only layout; folded up it shows what is asked and said, and no list.
"""

from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from app.ui.blank import Blank
from app.ui.chips import Chips
from app.ui.notice import Notice
from app.ui.phrases.listing import PhraseList
from app.ui.phrases.meant_row import MeantRow
from app.ui.phrases.model import PhraseModel
from app.ui.phrases.question_row import QuestionRow
from app.ui.theme import INSIDE, Look, kind


class PhrasesView(QWidget):
    """The widgets."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PhraseModel(self)
        self.chips = Chips(look)
        self.meant = MeantRow(look)
        self.questions = QuestionRow(look)
        self.list = PhraseList(look, self.model)
        self.blank = Blank(look, has_enter=True)
        self.notice = Notice(look)
        self.is_folded = False
        self._filters, self._card = QWidget(), QFrame()
        self._build()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (*self.chips.stops, *self.meant.stops, self.list, *self.blank.stops, *self.notice.stops)

    @property
    def card_hint(self) -> int:
        """How high the list wants to be, whatever stands in it."""
        return self._card.sizeHint().height()

    def fold(self, is_folded: bool) -> None:
        """Show only what is asked and said; a key that means a row then wants the list first."""
        self.is_folded = is_folded
        for part in (self._filters, self._card):
            part.setVisible(not is_folded)

    def _build(self) -> None:
        self._card.setProperty(*kind("rows"))
        self._stack = QStackedLayout(self._card)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.blank)
        filters = QVBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(INSIDE - 2)
        filters.addWidget(self.chips)
        filters.addWidget(self.meant)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE - 2)
        column.addWidget(self._filters)
        column.addWidget(self.questions)
        column.addWidget(self._card, 1)
        column.addWidget(self.notice)
