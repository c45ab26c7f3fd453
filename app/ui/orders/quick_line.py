"""A line in which an order or a promise is written down, and under it what was understood.

The rule: what Enter would do stands there before Enter is pressed; a refusal is a sentence and keeps what was typed.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.core.changes import Changed
from app.core.clockwork.moments import BadMoment
from app.core.orders.drafts import BadOrder
from app.core.orders.lines import MAX_LINE
from app.core.storage import NotStored
from app.core.values import dataclass
from app.ui import sentences
from app.ui.composing import ComposingEdit
from app.ui.dialogs.form import dress
from app.ui.orders import terms
from app.ui.theme import GRID, Look

_HALF_TYPED = frozenset(("empty", "no_buyer", "no_moment"))
"""What a line often is before it is finished: said only when Enter is pressed."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line means, in words; with `warning` it is allowed and worth a look."""

    text: str
    warning: str = ""

    @property
    def whole(self) -> str:
        """Both in a line."""
        return f"{self.text} · {self.warning}" if self.warning else self.text


class _Entry(ComposingEdit):
    """The line itself: Enter adds, Down goes on to the list, Escape clears and then leaves."""

    entered = Signal()
    left_down = Signal()
    escaped = Signal()
    undo_pressed = Signal()
    many_pasted = Signal(str)
    wanted = Signal()

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Keys that are not typing. Several lines that are pasted are no line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and is_many(pasted()):
            self.many_pasted.emit(pasted())
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click into the line means typing, so the window is asked for the keyboard."""
        self.wanted.emit()
        super().mousePressEvent(event)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def pasted() -> str:
    """The text on the clipboard."""
    return QGuiApplication.clipboard().text()


def is_many(text: str) -> bool:
    """Whether a text is more than the line of one order."""
    return len(text) > MAX_LINE or len(text.strip().splitlines()) > 1


class QuickLine(QWidget):
    """The line and its reading. `added` carries what changed and the sentence to say; `failed` a sentence.

    `many_pasted`: a text of several lines, which is for the window of pasted orders.
    """

    added = Signal(object, str)
    failed = Signal(str)
    left_down = Signal()
    escaped = Signal()
    undo_pressed = Signal()
    many_pasted = Signal(str)
    keyboard_wanted = Signal(QWidget)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: Callable[[str], Understood] | None = None
        self._add: Callable[[str], Changed] | None = None
        self.entry = _Entry()
        self.entry.setMinimumHeight(look.scale.target + 4)
        self.reading = QLabel()
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.reading.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.entry)
        column.addWidget(self.reading)
        self.setFocusProxy(self.entry)
        entry = self.entry
        entry.textChanged.connect(self.again)
        entry.entered.connect(self.add)
        entry.left_down.connect(self.left_down)
        entry.escaped.connect(self._escape)
        entry.undo_pressed.connect(self.undo_pressed)
        entry.many_pasted.connect(self.many_pasted)
        entry.wanted.connect(lambda: self.keyboard_wanted.emit(entry))
        self._say("")

    def serve(self, read: Callable[[str], Understood], add: Callable[[str], Changed]) -> None:
        """Read and add by these from now on; both raise `BadOrder` or `BadMoment`, and `add` `NotStored`."""
        self._read, self._add = read, add
        self.again()

    def invite(self, example: str, name: str) -> None:
        """Say what can be typed, in the language that is on."""
        self.entry.setPlaceholderText(example)
        self.entry.setAccessibleName(name)
        self.again()

    def put(self, text: str) -> None:
        """Type for the agent, who goes on from there."""
        self.entry.setText(text)
        self.entry.setFocus()

    def add(self) -> None:
        """Add what is typed, or say why not."""
        if self._read is None or self._add is None:
            return
        text = self.entry.text()
        try:
            understood = self._read(text)
            changed = self._add(text)
        except (BadOrder, BadMoment) as bad:
            self._say(terms.refusal(bad, text), "error")
        except NotStored as lack:
            self.failed.emit(sentences.of_trouble(lack.trouble))
        else:
            self.entry.setText("")  # unlike `clear` it leaves nothing to undo, so that Ctrl+Z is for the order
            self.added.emit(changed, understood.whole)

    def again(self) -> None:
        """Read what is typed once more: a letter came, or time went on."""
        text = self.entry.text()
        if self._read is None or not text.strip():
            self._say("")
            return
        try:
            understood = self._read(text)
        except (BadOrder, BadMoment) as bad:
            is_half_typed = bad.rule in _HALF_TYPED
            self._say(terms.refusal(bad, text), "muted" if is_half_typed else "error")
        else:
            self._say(understood.whole, "error" if understood.warning else "muted", is_wrong=False)

    def _say(self, text: str, look: str = "muted", *, is_wrong: bool = True) -> None:
        dress(self.reading, look)
        dress(self.entry, "wrong" if look == "error" and is_wrong else "")
        self.reading.setText(text)
        self.reading.setVisible(bool(text))
        self.entry.setAccessibleDescription(text)

    def _escape(self) -> None:
        if self.entry.text():
            self.entry.clear()
        else:
            self.escaped.emit()
