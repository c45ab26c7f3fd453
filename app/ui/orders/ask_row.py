"""One question with answers on digits: why an order was lost, for how long, which flag, which problem, which note.

The rule: one key answers and Escape leaves everything as it was; where own words are welcome they are typed at once.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.core.orders.memo import MAX_BYTES, measured
from app.core.values import dataclass
from app.ui.composing import ComposingEdit
from app.ui.dialogs.flow import Flow
from app.ui.dialogs.form import dress
from app.ui.key_button import KeyButton
from app.ui.theme import GRID, INSIDE, Look, kind

MAX_TEXT = 1200


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its digit, its words, what it stands for, and a picture."""

    digit: int
    text: str
    value: object
    icon: QIcon | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `hint` welcomes own words, which begin as `text`; `has_limit`: they are an order's note."""

    text: str
    answers: Sequence[Answer] = ()
    hint: str = ""
    begin: str = ""
    has_limit: bool = False


class _Line(ComposingEdit):
    """Own words; while there are none a digit answers."""

    digit = Signal(int)
    entered = Signal()
    escaped = Signal()
    takes_digits = True

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Keys that are not typing."""
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif self.takes_digits and not self.text() and len(text) == 1 and text.isdecimal():
            self.digit.emit(int(text))
        else:
            return False
        return True


class AskRow(QFrame):
    """The question; hidden while nothing is asked. `closed`: it was answered or left."""

    asked = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._question = Question("")
        self._done: Callable[[object], object] = lambda _: None
        self._buttons: list[KeyButton] = []
        self.said, self.count, self.line = QLabel(), QLabel(), _Line()
        self._answers = QWidget()
        self._flow = Flow(self._answers)
        self._build()
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether something is asked."""
        return not self.isHidden()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self.line, *self._buttons)

    @property
    def first(self) -> QWidget:
        """What gets the keyboard."""
        return self.line if self._question.hint else self

    def ask(self, question: Question, done: Callable[[object], object]) -> None:
        """Ask; `done` gets the value of an answer, or the agent's own words."""
        self._question, self._done = question, done
        self.said.setText(question.text)
        self.said.setToolTip(question.text)
        self.line.setVisible(bool(question.hint))
        self.line.setPlaceholderText(question.hint)
        self.line.setAccessibleName(question.text)
        self.line.takes_digits = bool(question.answers)
        self.line.setText(question.begin)
        self.setAccessibleName(
            f"{question.text} " + ", ".join(f"{each.digit} {each.text}" for each in question.answers)
        )
        self._offer(question.answers)
        self._measure()
        self.show()
        for widget in (self._answers, self):  # their heights for a width are kept from the question before
            widget.updateGeometry()
        self.asked.emit()
        self.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def cancel(self) -> None:
        """Leave everything as it was."""
        if self.is_asking:
            self.hide()
            self.closed.emit()

    def answer(self, digit: int) -> None:
        """Give the answer of a digit; another digit answers nothing."""
        found = next((each for each in self._question.answers if each.digit == digit), None)
        if found is not None:
            self._give(found.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, Escape leaves."""
        text = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif len(text) == 1 and text.isdecimal():
            self.answer(int(text))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A question of another language is not asked any more."""
        if event.type() == QEvent.Type.LanguageChange:
            self.cancel()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setProperty(*kind("card"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.count.setProperty(*kind("muted"))
        self.line.setMaxLength(MAX_TEXT)
        self.line.digit.connect(self.answer)
        self.line.entered.connect(self._enter)
        self.line.escaped.connect(self.cancel)
        self.line.textChanged.connect(self._measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE + 2, INSIDE, INSIDE + 2, INSIDE)
        column.setSpacing(GRID)
        for widget in (self.said, self._answers, self.line, self.count):
            column.addWidget(widget)

    def _offer(self, answers: Sequence[Answer]) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(answer) for answer in answers]
        self._answers.setVisible(bool(answers))

    def _button(self, answer: Answer) -> KeyButton:
        button = KeyButton(self._look)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.say(answer.text, str(answer.digit))
        button.setAccessibleName(f"{answer.text} ({answer.digit})")
        if answer.icon:
            button.setIcon(answer.icon)
        button.clicked.connect(lambda: self._give(answer.value))
        button.ensurePolished()  # its size is asked for before it is shown
        self._flow.addWidget(button)
        return button

    def _enter(self) -> None:
        text = self.line.text().strip()
        if self._question.has_limit:
            if measured(text).left >= 0:
                self._give(text)
        elif text:
            self._give(text)

    def _give(self, value: object) -> None:
        done = self._done
        self.hide()
        self.closed.emit()
        done(value)

    def _measure(self) -> None:
        if not self._question.has_limit:
            self.count.hide()
            return
        memo = measured(self.line.text().strip())
        is_long = memo.left < 0
        said = self.tr("{used} of {limit} bytes · Enter saves, Esc leaves it")
        if is_long:
            said = self.tr("{used} of {limit} bytes: too long for the client's note")
        elif memo.refused:
            said = self.tr("{used} of {limit} bytes. The client's note cannot hold {signs}")
        said = said.replace("{used}", str(memo.bytes)).replace("{limit}", str(MAX_BYTES))
        self.count.setText(said.replace("{signs}", " ".join(memo.refused[:5])))
        dress(self.count, "muted" if memo.fits else "error")
        dress(self.line, "wrong" if is_long else "")
        self.count.show()
