"""The questions of a phrase (`{{?…}}`), asked above the list while the chat stays in sight.

The rule: Enter goes on, Esc cancels, nothing is modal; an answer given before is there to be taken over.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.core.templates import Variable
from app.ui import sentences
from app.ui.composing import ComposingEdit
from app.ui.theme import GRID, INSIDE, Look, kind

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


class QuestionRow(QFrame):
    """Asks; `answered` gives name → answer, `cancelled` says that the paste is off."""

    answered = Signal(dict)
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._edits: dict[str, AnswerEdit] = {}
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

    def ask(self, title: str, questions: Sequence[Variable], remembered: Mapping[str, str]) -> None:
        """Ask these questions, with the answers given before put in."""
        self._empty()
        self._title.setText(title)
        for at, question in enumerate(questions):
            label, edit = QLabel(), AnswerEdit()
            name = sentences.of_fact(question.name)
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
        self._hint.setText(self.tr("Enter goes on · Esc cancels"))
        self.setAccessibleName(self.tr("Questions of the phrase"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setProperty(*kind("card"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty(*kind("title"))
        self._hint.setProperty(*kind("hint"))
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
        later = list(self._edits.values())[at + 1 :]
        if later:
            later[0].setFocus()
            later[0].selectAll()
            return
        answers = {name: edit.text() for name, edit in self._edits.items()}
        self.close_row()
        self.answered.emit(answers)

    def _empty(self) -> None:
        for widget in (*self._labels, *self._edits.values()):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._labels, self._edits = [], {}
