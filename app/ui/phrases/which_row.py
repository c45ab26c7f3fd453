"""Asks which activity, product or order a phrase speaks of, above the list, by one key.

The rule: a digit answers, Esc cancels, nothing is modal. Among more than nine a name is typed, and then the digits need
Alt, so that no digit of a name pastes something wrong.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.core.facts.table import Subject
from app.core.values import dataclass
from app.ui.composing import ComposingEdit
from app.ui.theme import GRID, INSIDE, RADIUS, Look, Type, kind
from app.ui.words import Speaking

AT_ONCE = 9
"""As many as there are digits."""
LEAST = 3
_OTHER_ROWS = 14
"""What else stands in the window while it is asked, in rows of a candidate."""
_DIGIT = 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be meant: an entry of the cheat-sheet, its name, and what tells it from the others (its phase, price).

    `words` are further names by which it is found.
    """

    id: str
    name: str
    remark: str = ""
    words: tuple[str, ...] = ()

    def has(self, text: str) -> bool:
        """Whether a text is part of one of its names."""
        return any(text in word.casefold() for word in (self.name, *self.words))


Search = Callable[[str], Sequence[str]]
"""Gives the ids of the entries that a text finds, the best first."""


class Answer(QAbstractButton):
    """One candidate as a line: its digit, its name, and at the right its remark."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._remark = ""
        self.entry_id = ""
        self.is_first_choice = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def put(self, candidate: Candidate) -> None:
        """Offer this one."""
        self.entry_id, self._remark = candidate.id, candidate.remark
        self.setText(candidate.name.replace("&", "&&"))
        self.setAccessibleName(f"{self._number} {candidate.name}")
        self.setAccessibleDescription(candidate.remark)
        self.setToolTip(f"{candidate.name}\n{candidate.remark}" if candidate.remark else candidate.name)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as what can be clicked."""
        return QSize(0, self._look.scale.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, then digit, name and remark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.hasFocus() or self.is_first_choice
        ground = "selection" if is_on else "hover" if self.underMouse() else ""
        painter.setPen(self._look.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 1, RADIUS - 1)
        self._paint_texts(painter, is_on)

    def _paint_texts(self, painter: QPainter, is_on: bool) -> None:
        body, small = self._look.font(Type.BODY), self._look.font(Type.MUTED)
        body_m, small_m = QFontMetricsF(body), QFontMetricsF(small)
        left, right = GRID + _DIGIT + GRID, self.width() - INSIDE
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(self._look.colour("accent_text" if is_on else "muted"))
        place = QRectF(GRID, 0, _DIGIT, self.height())
        painter.drawText(place, vertical | Qt.AlignmentFlag.AlignHCenter, str(self._number))
        name = self.text().replace("&&", "&")
        needed = min(body_m.horizontalAdvance(name), (right - left) * 0.6)
        remark = small_m.elidedText(self._remark, Qt.TextElideMode.ElideRight, right - left - needed - INSIDE)
        painter.setPen(self._look.colour("muted"))
        painter.drawText(QRectF(left, 0, right - left, self.height()), vertical | Qt.AlignmentFlag.AlignRight, remark)
        room = right - left - small_m.horizontalAdvance(remark) - INSIDE
        painter.setFont(body)
        painter.setPen(self._look.colour("text"))
        shown = body_m.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, self.height()), vertical | Qt.AlignmentFlag.AlignLeft, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers; every other key is the row's, also the arrows that a button would keep."""
        if event.key() in (*_ENTER, Qt.Key.Key_Space):
            self.click()
        else:
            event.ignore()


class Filter(ComposingEdit):
    """The line for a part of the name; its other keys are the row's."""

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Leave to the row what is not typing."""
        is_ours = event.key() in (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if is_ours or event.modifiers() & _ALT:
            event.ignore()
            return True
        return False


class WhichRow(Speaking, QFrame):
    """Asks; `chosen` carries the id of the entry that is meant, `cancelled` says that the paste is off."""

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._subject = Subject.ACTIVITY
        self._candidates: Sequence[Candidate] = ()
        self._search: Search | None = None
        self._shown: list[Candidate] = []
        self._at = 0
        self._more = 0
        self._title, self._question, self._hint = QLabel(), QLabel(), QLabel()
        self.filter = Filter()
        self.filter.setMinimumHeight(look.scale.target)
        self.answers = [Answer(look, number) for number in range(1, AT_ONCE + 1)]
        self._build()
        self.filter.textChanged.connect(self._show)
        self.retranslate()
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether an answer is awaited."""
        return not self.isHidden()

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes."""
        return self.filter if self._is_filtering else self.answers[0]

    def ask(self, title: str, subject: Subject, candidates: Sequence[Candidate], search: Search | None = None) -> None:
        """Ask which of these is meant by the phrase of a title; without a `search` names are looked through."""
        self._subject, self._candidates, self._search = subject, candidates, search
        self._title.setText(title)
        self.filter.clear()
        self.filter.setVisible(self._is_filtering)
        self._show()
        self.retranslate()
        self.show()

    def cancel(self) -> None:
        """Take the question back."""
        if self.is_asking:
            self.hide()
            self.cancelled.emit()

    def close_row(self) -> None:
        """Hide without a word."""
        self.hide()

    def choose(self, number: int) -> None:
        """Answer with the candidate of a digit, counted from 1; nothing for one that is not there."""
        if self.is_asking and 1 <= number <= len(self._shown):
            self.hide()
            self.chosen.emit(self._shown[number - 1].id)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        questions = {
            Subject.PRODUCT: self.tr("Which product is meant?"),
            Subject.ORDER: self.tr("Which buyer's order is meant?"),
        }
        question = questions.get(self._subject, self.tr("Which activity is meant?"))
        self._question.setText(question)
        self.setAccessibleName(question)
        self.filter.setAccessibleName(question)
        self.filter.setPlaceholderText(self.tr("Part of its name"))
        self._say_hint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows, Enter and Escape, whoever of the row has the keyboard."""
        key, has_alt = event.key(), bool(event.modifiers() & _ALT)
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and (has_alt or not self._is_filtering):
            self.choose(key - Qt.Key.Key_0)
        elif key in _ENTER:
            self.choose(self._at + 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    @property
    def _is_filtering(self) -> bool:
        return len(self._candidates) > AT_ONCE

    def _build(self) -> None:
        self.setProperty(*kind("card"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty(*kind("muted"))
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._question.setProperty(*kind("title"))
        self._hint.setProperty(*kind("hint"))
        self._hint.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(INSIDE + 2, INSIDE, INSIDE + 2, INSIDE)
        whole.setSpacing(GRID)
        whole.addWidget(self._question)
        whole.addWidget(self._title)
        whole.addWidget(self.filter)
        for at, answer in enumerate(self.answers):
            whole.addWidget(answer)
            answer.clicked.connect(lambda _=False, number=at + 1: self.choose(number))
        whole.addWidget(self._hint)

    def _show(self) -> None:
        found = self._found(self.filter.text().strip())
        self._shown = found[: self._room()]
        for at, answer in enumerate(self.answers):
            answer.setVisible(at < len(self._shown))
            if at < len(self._shown):
                answer.put(self._shown[at])
        self._more = len(found) - len(self._shown)
        self._stand_on(0)
        self._say_hint()

    def _room(self) -> int:
        """As many as there are digits, fewer in a low window, where the rest is found by its name."""
        if not self._is_filtering or self.isWindow():
            return AT_ONCE
        rows = self.window().height() // (self._look.scale.target + GRID)
        return max(LEAST, min(AT_ONCE, rows - _OTHER_ROWS))

    def _found(self, text: str) -> list[Candidate]:
        if not text:
            return list(self._candidates)
        if self._search:
            by_id = {candidate.id: candidate for candidate in self._candidates}
            return [by_id[entry_id] for entry_id in self._search(text) if entry_id in by_id]
        return [candidate for candidate in self._candidates if candidate.has(text.casefold())]

    def _step(self, by: int) -> None:
        if self._shown:
            self._stand_on((self._at + by) % len(self._shown))
            if not self._is_filtering:
                self.answers[self._at].setFocus(Qt.FocusReason.TabFocusReason)

    def _stand_on(self, at: int) -> None:
        """Tint what Enter takes while a name is typed; else the answer with the keyboard shows itself."""
        self._at = at
        for number, answer in enumerate(self.answers):
            answer.is_first_choice = self._is_filtering and number == at
            answer.update()

    def _say_hint(self) -> None:
        if self.filter.text() and not self._shown:
            said = self.tr("Nothing has this in its name · Esc cancels")
        elif self._is_filtering:
            said = self.tr("Enter takes the marked one, Alt+digit another · Esc cancels")
        else:
            said = self.tr("Press its digit · Esc cancels")
        if self._more:
            said = self.tr("{count} more").replace("{count}", str(self._more)) + " · " + said
        self._hint.setText(said)
