"""The line above a list that narrows it as one types.

The rule: it takes the keyboard only when it is clicked or typed to, gives the list its keys, and leaves the window its.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from app.ui.composing import ComposingEdit
from app.ui.palette import Tone
from app.ui.theme import Look, kind

_TO_LIST = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_EDITING = frozenset((Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X))
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class FilterLine(ComposingEdit):
    """The line. `list_key` is a key that the list should get; `left` is Esc in the empty line; `wanted` a click."""

    list_key = Signal(QKeyEvent)
    enter_pressed = Signal()
    left = Signal()
    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty(*kind("search"))
        self.setMinimumHeight(look.scale.target)
        self.setMaxLength(100)
        self._lens = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        look.changed.connect(self._draw)
        self._draw()

    def call(self, name: str) -> None:
        """Say what it finds to a screen reader, which hears of the lens too."""
        self.setAccessibleName(name)
        self._lens.setText(name)

    def event(self, event: QEvent) -> bool:
        """Leave chords to the window, but for those that edit a text."""
        is_chord = event.type() == QEvent.Type.ShortcutOverride and not self.is_composing
        if is_chord and isinstance(event, QKeyEvent) and event.modifiers() == _CTRL and event.key() not in _EDITING:
            event.ignore()
            return False
        return super().event(event)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Give the list its keys; everything else is typing."""
        if event.key() in _TO_LIST and event.modifiers() & _CTRL:
            return False  # to the next part of the place
        if event.key() in _TO_LIST:
            self.list_key.emit(event)
        elif event.key() in _ENTER and not event.modifiers() & _ALT:
            self.enter_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click into the line means typing, so the window is asked for the keyboard."""
        self.wanted.emit()
        super().mousePressEvent(event)

    def _draw(self) -> None:
        self._lens.setIcon(self._look.icon("search", Tone.MUTED))
