"""The questions of a phrase (`{{?…}}`), asked above the list while the chat stays in sight.

The rule: Enter goes on, Esc cancels, nothing is modal; an answer given before is there to be taken over, and the row
stays until every question that has no default has its answer.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.ui import trade_words
from app.ui.composing import ComposingEdit
from app.ui.theme import GRID, INSIDE, Look, kind
from app.ui.words import Speaking

if TYPE_CHECKING:
    from app.core.facts.templates import Variable

_LABEL_WIDTH = 112


class AnswerEdit(ComposingEdit):
    """The line for one answer."""

    entered = Signal()
    escaped = Signal()

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Enter and Escape are for the whole row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        return False


class QuestionRow(Speaking, QFrame):
    """Asks; `answered` gives name → answer, `cancelled` says that the paste is off."""

    answered = Signal(dict)
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._edits: dict[str, AnswerEdit] = {}
        self._needed: set[str] = set()
        self._has_gap = False
        self._labels: list[QLabel] = []
        self._title = QLabel()
        self._hint = QLabel()
        self._grid = QGridLayout()
        self._build()
        self.retranslate()
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether answers are awaited."""
        return not self.isHidden()

    @property
    def first(self) -> QWidget | None:
        """Where the keyboard goes: the first question without an answer, else the first."""
        empty = [edit for edit in self._edits.values() if not edit.text()]
        return next(iter(empty or self._edits.values()), None)

    def ask(self, title: str, questions: Sequence["Variable"], remembered: Mapping[str, str]) -> None:
        """Ask these questions, with the answers given before put in."""
        self._empty()
        self._title.setText(title)
        for at, question in enumerate(questions):
            label, edit = QLabel(), AnswerEdit()
            name = trade_words.of_fact(question.name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty(*kind("muted"))
            label.setText(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _LABEL_WIDTH))
            label.setToolTip(name)
            label.setBuddy(edit)
            edit.setText(remembered.get(question.name, question.default or ""))
            edit.setAccessibleName(name)
            edit.selectAll()
            edit.entered.connect(partial(self._go_on, at))
            edit.escaped.connect(self.cancel)
            edit.textChanged.connect(partial(self._mark, edit, is_wrong=False))
            if question.default is None:
                self._needed.add(question.name)
            self._grid.addWidget(label, at, 0)
            self._grid.addWidget(edit, at, 1)
            self._edits[question.name] = edit
            self._labels.append(label)
        self.show()

    def cancel(self) -> None:
        """Take the questions back."""
        if self.is_asking:
            self.close_row()
            self.cancelled.emit()

    def close_row(self) -> None:
        """Hide without a word."""
        self.hide()
        self._empty()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        gap = self.tr("Without an answer here the phrase cannot be pasted · Esc cancels")
        self._hint.setText(gap if self._has_gap else self.tr("Enter goes on · Esc cancels"))
        self.setAccessibleName(self.tr("Questions of the phrase"))

    def _build(self) -> None:
        self.setProperty(*kind("card"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty(*kind("title"))
        self._hint.setProperty(*kind("hint"))
        self._hint.setWordWrap(True)
        self._grid.setHorizontalSpacing(INSIDE)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(INSIDE + 2, INSIDE, INSIDE + 2, INSIDE)
        whole.setSpacing(GRID + 2)
        whole.addWidget(self._title)
        whole.addLayout(self._grid)
        whole.addWidget(self._hint)

    def _go_on(self, at: int) -> None:
        names = list(self._edits)
        is_last = at + 1 == len(names)
        gap = next((name for name in (names if is_last else names[at : at + 1]) if self._is_gap(name)), None)
        if gap:
            self._mark(self._edits[gap], is_wrong=True)
            self._edits[gap].setFocus()
        elif is_last:
            answers = {name: edit.text() for name, edit in self._edits.items()}
            self.close_row()
            self.answered.emit(answers)
        else:
            later = self._edits[names[at + 1]]
            later.setFocus()
            later.selectAll()

    def _is_gap(self, name: str) -> bool:
        return name in self._needed and not self._edits[name].text().strip()

    def _mark(self, edit: AnswerEdit, _text: str = "", *, is_wrong: bool) -> None:
        """Show that an answer is missing, or no longer."""
        self._has_gap = is_wrong
        self.retranslate()
        edit.setProperty(*kind("wrong" if is_wrong else ""))
        edit.style().unpolish(edit)
        edit.style().polish(edit)

    def _empty(self) -> None:
        for widget in (*self._labels, *self._edits.values()):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._labels, self._edits, self._needed, self._has_gap = [], {}, set(), False
        self.retranslate()
