"""The widgets of the place of the phrases and where they stand: filters, questions, the list, the notice.

The rule: only layout; folded up it shows what is asked and said, and no list. A row that is hidden at first is made
when it is first wanted.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from app.ui.chips import Chips
from app.ui.phrases.listing import PhraseList
from app.ui.phrases.model import PhraseModel
from app.ui.theme import INSIDE, Look, kind

if TYPE_CHECKING:
    from app.ui.blank import Blank
    from app.ui.notice import Notice
    from app.ui.phrases.meant_row import MeantRow
    from app.ui.phrases.question_row import QuestionRow


class PhrasesView(QWidget):
    """The widgets. `row_made` carries one that was not there before."""

    row_made = Signal(QWidget)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.model = PhraseModel(self)
        self.chips = Chips(look)
        self._meant: MeantRow | None = None
        self._questions: QuestionRow | None = None
        self.list = PhraseList(look, self.model)
        self._blank: Blank | None = None
        self._notice: Notice | None = None
        self.is_folded = False
        self._filters, self._card = QWidget(), QFrame()
        self._build()

    @property
    def meant(self) -> "MeantRow":
        """What phrases speak of because it was chosen."""
        if self._meant is None:
            from app.ui.phrases.meant_row import MeantRow  # noqa: PLC0415 - a start knows of nothing chosen

            self._meant = MeantRow(self._look)
            self._above.addWidget(self._meant)
            self.row_made.emit(self._meant)
        return self._meant

    @property
    def questions(self) -> "QuestionRow":
        """Where the questions of a phrase are asked."""
        if self._questions is None:
            from app.ui.phrases.question_row import QuestionRow  # noqa: PLC0415 - a start asks nothing

            self._questions = QuestionRow(self._look)
            self._column.insertWidget(1, self._questions)
            self.row_made.emit(self._questions)
        return self._questions

    @property
    def blank(self) -> "Blank":
        """What stands in the place of the list."""
        if self._blank is None:
            from app.ui.blank import Blank  # noqa: PLC0415 - a start has rows

            self._blank = Blank(self._look, has_enter=True)
            self.stand_in(self._blank)
            self.row_made.emit(self._blank)
        return self._blank

    @property
    def notice(self) -> "Notice":
        """Where is said what there is to say."""
        if self._notice is None:
            from app.ui.notice import Notice  # noqa: PLC0415 - a start has nothing to say

            self._notice = Notice(self._look)
            self._column.addWidget(self._notice)
            self.row_made.emit(self._notice)
        return self._notice

    @property
    def has_more_to_show(self) -> bool:
        """Whether anything is asked or said."""
        return any(row and not row.isHidden() for row in (self._questions, self._notice))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        meant, blank, notice = (row.stops if row else () for row in (self._meant, self._blank, self._notice))
        return (*self.chips.stops, *meant, self.list, *blank, *notice)

    @property
    def card_hint(self) -> int:
        """How high the list wants to be, whatever stands in it."""
        return self._card.sizeHint().height()

    def stand_in(self, other: QWidget) -> None:
        """Let something else be shown in the place of the list, which is no higher for it."""
        from PySide6.QtWidgets import QSizePolicy  # noqa: PLC0415 - a start shows the list

        other.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(other)

    def fold(self, is_folded: bool) -> None:
        """Show only what is asked and said; a key that means a row then wants the list first."""
        self.is_folded = is_folded
        for part in (self._filters, self._card):
            part.setVisible(not is_folded)

    def _build(self) -> None:
        self._card.setProperty(*kind("rows"))
        self._stack = QStackedLayout(self._card)
        self._stack.addWidget(self.list)
        self.list.setMinimumHeight(self._look.scale.row)  # else one row alone is higher than a row in a compact window
        self._above = filters = QVBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(INSIDE - 2)
        filters.addWidget(self.chips)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE - 2)
        column.addWidget(self._filters)
        column.addWidget(self._card, 1)
