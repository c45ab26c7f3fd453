"""A line that is typed into with a Chinese input method.

The rule: while the input method is composing (its preedit text is not empty), every key is the input method's; a letter
with Alt is never typing, it does something in the place around the line.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit


class ComposingEdit(QLineEdit):
    """A line edit whose own keys rest during a composition. Subclasses take keys in `key_pressed`."""

    _preedit = ""

    @property
    def is_composing(self) -> bool:
        """Whether the input method holds letters that are not yet text."""
        return bool(self._preedit)

    def key_pressed(self, _event: QKeyEvent) -> bool:
        """Take a key, True if it was taken; never called during a composition."""
        return False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a composition is going on."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Losing the keyboard ends a composition, and not every input method says so."""
        super().focusOutEvent(event)
        self._preedit = ""

    def event(self, event: QEvent) -> bool:
        """Keep the window's chords out of a composition."""
        if event.type() == QEvent.Type.ShortcutOverride and self.is_composing:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ours if it may be and is; else typing."""
        if self.is_composing:
            super().keyPressEvent(event)
        elif is_deed(event):
            event.ignore()
        elif not self.key_pressed(event):
            super().keyPressEvent(event)


def is_deed(event: QKeyEvent) -> bool:
    """Whether a key is a letter or a digit with Alt held; with Ctrl too it is AltGr, which writes signs."""
    held = event.modifiers()
    if not held & Qt.KeyboardModifier.AltModifier or held & Qt.KeyboardModifier.ControlModifier:
        return False
    return Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 or Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
