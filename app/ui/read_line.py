"""A line in which something is written down, and under it what was understood of it.

The rule: what Enter would do stands there before Enter is pressed; a refusal is a sentence and keeps what was typed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.composing import ComposingEdit
from app.ui.dialogs.form import dress
from app.ui.theme import GRID


class Entry(ComposingEdit):
    """The line itself: Enter adds, Down goes on to the list, Escape clears and then leaves."""

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


class ReadLine(QWidget):
    """The line and its reading. `added` carries what changed and the sentence to say; `failed` a sentence."""

    added = Signal(object, str)
    failed = Signal(str)
    left_down = Signal()
    escaped = Signal()
    undo_pressed = Signal()

    def __init__(self, entry: Entry, height: int) -> None:
        super().__init__()
        entry.setMinimumHeight(height)
        self.reading = QLabel()
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.reading.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(entry)
        column.addWidget(self.reading)
        entry.entered.connect(self.add)
        entry.left_down.connect(self.left_down)
        entry.escaped.connect(self._escape)
        entry.undo_pressed.connect(self.undo_pressed)
        self._entry = entry

    def add(self) -> None:
        """Do what is typed, or say why not."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Type for the agent, who goes on from there."""
        self._entry.setText(text)
        self._entry.setFocus()

    def say(self, text: str, look: str = "muted", *, is_wrong: bool = False) -> None:
        """Say something under the line; with `is_wrong` the line is marked."""
        dress(self.reading, look)
        dress(self._entry, "wrong" if is_wrong else "")
        self.reading.setText(text)
        self.reading.setVisible(bool(text))
        self._entry.setAccessibleDescription(text)

    def _escape(self) -> None:
        if self._entry.text():
            self._entry.clear()
        else:
            self.escaped.emit()
