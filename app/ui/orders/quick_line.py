"""A line in which an order or a promise is written down, and under it what was understood.

The rule: what is only half typed is not called wrong, and what is worth a look is allowed.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.core.changes import Changed
from app.core.clockwork.moments import BadMoment
from app.core.orders.incoming.drafts import BadOrder
from app.core.orders.incoming.lines import MAX_LINE
from app.core.storage import NotStored
from app.core.values import dataclass
from app.ui import sentences
from app.ui.orders import terms
from app.ui.read_line import Entry, ReadLine
from app.ui.theme import Look

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


class _Entry(Entry):
    """The line itself. Several lines that are pasted are no line; Enter with another key is the window's."""

    many_pasted = Signal(str)
    wanted = Signal()

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Keys that are not typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & ~_KEYPAD:
            return False
        if event.matches(QKeySequence.StandardKey.Paste) and is_many(pasted()):
            self.many_pasted.emit(pasted())
            return True
        return super().key_pressed(event)

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


class QuickLine(ReadLine):
    """The line and its reading. `many_pasted`: a text of several lines, which is for the window of pasted orders."""

    many_pasted = Signal(str)
    keyboard_wanted = Signal(QWidget)

    def __init__(self, look: Look) -> None:
        self.entry = entry = _Entry()
        super().__init__(entry, look.scale.target + 4)
        self._read: Callable[[str], Understood] | None = None
        self._add: Callable[[str], Changed] | None = None
        self.setFocusProxy(entry)
        entry.textChanged.connect(self.again)
        entry.many_pasted.connect(self.many_pasted)
        entry.wanted.connect(lambda: self.keyboard_wanted.emit(entry))
        self.say("")

    def serve(self, read: Callable[[str], Understood], add: Callable[[str], Changed]) -> None:
        """Read and add by these from now on; both raise `BadOrder` or `BadMoment`, and `add` `NotStored`."""
        self._read, self._add = read, add
        self.again()

    def invite(self, example: str, name: str) -> None:
        """Say what can be typed, in the language that is on."""
        self.entry.setPlaceholderText(example)
        self.entry.setAccessibleName(name)
        self.again()

    def add(self) -> None:
        """Add what is typed, or say why not."""
        if self._read is None or self._add is None:
            return
        text = self.entry.text()
        try:
            understood = self._read(text)
            changed = self._add(text)
        except (BadOrder, BadMoment) as bad:
            self.say(terms.refusal(bad, text), "error", is_wrong=True)
        except NotStored as lack:
            self.failed.emit(sentences.of_trouble(lack.trouble))
        else:
            self.entry.setText("")  # unlike `clear` it leaves nothing to undo, so that Ctrl+Z is for the order
            self.added.emit(changed, understood.whole)

    def again(self) -> None:
        """Read what is typed once more: a letter came, or time went on."""
        text = self.entry.text()
        if self._read is None or not text.strip():
            self.say("")
            return
        try:
            understood = self._read(text)
        except (BadOrder, BadMoment) as bad:
            is_half_typed = bad.rule in _HALF_TYPED
            self.say(terms.refusal(bad, text), "muted" if is_half_typed else "error", is_wrong=not is_half_typed)
        else:
            self.say(understood.whole, "error" if understood.warning else "muted")
