"""What is asked of the agent before a phrase goes out: its questions, and what it speaks of.

The rule: one question at a time, answered by a key, and Esc takes it back.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.core.phrases.phrase import Phrase
from app.ui.window.column import Column

if TYPE_CHECKING:
    from app.core.facts.templates import Variable
    from app.services.sheet.subjects import Which
    from app.ui.main_window import MainWindow
    from app.ui.orders.desk import OrdersDesk
    from app.ui.phrases.question_row import QuestionRow
    from app.ui.phrases.which_row import WhichRow
    from app.ui.sheet_panel.desk import SheetDesk

MANY = 50
"""Products that are offered at most for what was typed when one of them is meant."""


class Asking:
    """Asks in the column. `sheet` and `orders` are known once their places are filled."""

    def __init__(self, column: Column, window: "MainWindow") -> None:
        self._column = column
        self._window = window
        self.sheet: SheetDesk | None = None
        self.orders: OrdersDesk | None = None
        self._which: WhichRow | None = None
        self._questions: QuestionRow | None = None

    def ask(self, phrase: Phrase, questions: Sequence["Variable"], remembered: Mapping[str, str]) -> None:
        """Ask, with the keyboard in the first question without an answer."""
        self._column.rail.open(self._column.panel.objectName())
        if self._questions is None:
            self._questions = self._column.panel.questions
            self._questions.answered.connect(self._answered)
            self._questions.cancelled.connect(self._cancelled)
        self._questions.ask(phrase.title, questions, remembered)
        first = self._questions.first
        if first:
            self._window.focus.take(first)

    def ask_which(self, phrase: Phrase, which: "Which") -> None:
        """Ask what is meant, with the keyboard in the first candidate."""
        sheet = self.sheet
        if sheet is None:
            return
        from app.core.facts.table import Subject  # noqa: PLC0415 - a start asks for nothing
        from app.ui.phrases import which_words  # noqa: PLC0415

        shift = self.orders.shift() if self.orders else timedelta()
        offered = which_words.candidates(which, sheet.now(), sheet.zone(), shift)
        is_product = which.subject is Subject.PRODUCT
        search = (lambda text: sheet.find_products(text, MANY)) if is_product else None
        if self._which is None:
            self._which = self._column.which
            self._which.chosen.connect(self._chosen)
            self._which.cancelled.connect(self._cancelled)
        self._which.ask(phrase.title, which.subject, offered, search)
        self._window.focus.take(self._which.first)

    def drop(self) -> bool:
        """Ask no more; whether something was asked."""
        row = self._open_row
        if row:
            row.cancel()
        return row is not None

    @property
    def awaited(self) -> QWidget | None:
        """Where an answer is awaited."""
        row = self._open_row
        return row.first if row else None

    @property
    def _open_row(self) -> "WhichRow | QuestionRow | None":
        return next((row for row in (self._which, self._questions) if row and row.is_asking), None)

    def _answered(self, answers: dict[str, str]) -> None:
        self._column.search.setFocus()
        self._window.answered.emit(answers)

    def _chosen(self, entry_id: str) -> None:
        self._column.search.setFocus()
        self._window.which_answered.emit(entry_id)

    def _cancelled(self) -> None:
        self._column.search.setFocus()
        self._window.answers_cancelled.emit()
