"""The line in which a countdown is set (`15m call back`, `21:30 开抢`), and under it what was understood.

The rule: what Enter would do stands there before Enter is pressed; a refusal is a sentence and keeps what was typed.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.core.changes import Changed
from app.core.clockwork import moments
from app.core.clockwork.moments import BadMoment
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.composing import ComposingEdit
from app.ui.dialogs.form import dress
from app.ui.theme import GRID, Look
from app.ui.timers import faces
from app.ui.timers.desk import TimersDesk
from app.ui.words import QT_TRANSLATE_NOOP, Speaking, is_chinese, translate

RULES: Mapping[str, str] = {
    "empty": QT_TRANSLATE_NOOP("timers", "Type a time and what it is for, such as 15m call back."),
    "not_understood": QT_TRANSLATE_NOOP(
        "timers", "No time was found in this. Write 15m, 21:30 or 11-12 9:00, then what it is for."
    ),
    "no_such_day": QT_TRANSLATE_NOOP("timers", "That day does not exist."),
    "no_such_time": QT_TRANSLATE_NOOP("timers", "That time of day does not exist; a day ends at 24:00."),
    "skipped_time": QT_TRANSLATE_NOOP("timers", "Clocks are put forward over that time; choose one before or after."),
    "past": QT_TRANSLATE_NOOP("timers", "That moment has already passed."),
    "too_short": QT_TRANSLATE_NOOP("timers", "That is no time at all."),
    "too_long": QT_TRANSLATE_NOOP("timers", "That is more than a year away."),
}
_HALF_TYPED = frozenset(("empty", "not_understood", "too_short"))
"""What a text often is before it is finished: said only when Enter is pressed."""
_ANY = QT_TRANSLATE_NOOP("timers", "This cannot be counted down to: {rule}.")


def refusal(rule: str) -> str:
    """Why a text makes no countdown."""
    return translate("timers", RULES.get(rule, _ANY)).replace("{rule}", rule)


class _Entry(ComposingEdit):
    """The line itself: Enter sets, Down goes on to the list, Escape clears and then leaves."""

    entered = Signal()
    left_down = Signal()
    escaped = Signal()
    undo_pressed = Signal()

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Keys that are not typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_pressed.emit()
        else:
            return False
        return True


class QuickAdd(Speaking, QWidget):
    """The line and its reading. `added` carries what changed and the sentence to say; `failed` a sentence."""

    added = Signal(object, str)
    failed = Signal(str)
    left_down = Signal()
    escaped = Signal()
    undo_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: TimersDesk | None = None
        self._is_refused = False
        self.entry = _Entry()
        self.entry.setMinimumHeight(look.scale.target + 6)
        self.entry.setMaxLength(200)
        self.reading = QLabel()
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.reading.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.entry)
        column.addWidget(self.reading)
        self.entry.textChanged.connect(self._read)
        self.entry.entered.connect(self.add)
        self.entry.left_down.connect(self.left_down)
        self.entry.escaped.connect(self._escape)
        self.entry.undo_pressed.connect(self.undo_pressed)
        self.retranslate()

    def serve(self, desk: TimersDesk) -> None:
        """Read and set by this desk from now on."""
        self._desk = desk

    def put(self, text: str) -> None:
        """Type for the agent, who goes on from there."""
        self.entry.setText(text)
        self.entry.setFocus()

    def add(self) -> None:
        """Set what is typed, or say why not."""
        if self._desk is None:
            return
        text = self.entry.text()
        try:
            understood = self._understood(self._desk, text)
            changed: Changed = self._desk.add(text)
        except BadMoment as bad:
            self._say(refusal(bad.rule), is_wrong=True)
            self._is_refused = True
        except NotStored as lack:
            self.failed.emit(sentences.of_trouble(lack.trouble))
        else:
            self.entry.setText("")  # unlike `clear` it leaves nothing to undo, so that Ctrl+Z is for the countdown
            self.added.emit(changed, understood)

    def again(self) -> None:
        """Read what is typed once more: time went on. What Enter was told stays until something else is typed."""
        if self.entry.text() and not self._is_refused:
            self._read()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.entry.setPlaceholderText(self.tr("15m call back · tomorrow 9:00"))
        self.entry.setAccessibleName(self.tr("New countdown: a time and what it is for"))
        self._read()

    def _read(self) -> None:
        self._is_refused = False
        text = self.entry.text()
        if self._desk is None or not text.strip():
            self._say("")
            return
        try:
            self._say(self._understood(self._desk, text))
        except BadMoment as bad:
            is_half_typed = bad.rule in _HALF_TYPED
            self._say(refusal("empty" if is_half_typed else bad.rule), is_wrong=not is_half_typed)

    @staticmethod
    def _understood(desk: TimersDesk, text: str) -> str:
        timer = desk.read(text)
        when = moments.said(timer.due_at, timer.set_at, desk.zone(), is_chinese())
        left = moments.length_in_words(timer.due_at - timer.set_at, is_chinese=is_chinese())
        whole = translate("timers", "{name} · {moment}, in {length}")
        whole = whole.replace("{moment}", when).replace("{length}", left)
        return whole.replace("{name}", timer.label or faces.nameless())

    def _say(self, text: str, *, is_wrong: bool = False) -> None:
        dress(self.reading, "error" if is_wrong else "muted")
        dress(self.entry, "wrong" if is_wrong else "")
        self.reading.setText(text)
        self.reading.setVisible(bool(text))
        self.entry.setAccessibleDescription(text)

    def _escape(self) -> None:
        if self.entry.text():
            self.entry.clear()
        else:
            self.escaped.emit()
