"""A line that is typed into with a Chinese input method.

The rule: while the input method is composing (its preedit text is not empty), every key is the input method's.
"""

from PySide6.QtCore import QEvent
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
        if self.is_composing or not self.key_pressed(event):
            super().keyPressEvent(event)
