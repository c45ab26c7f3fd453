"""What all lists of this place share: which keys are typing, and texts for a tooltip.

The rule: a letter goes on to the searching, a chord never does; a text from outside is never taken for markup.
"""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key writes a letter; a space is not searched for by itself."""
    text = event.text()
    return bool(text.strip()) and text.isprintable() and not event.modifiers() & _HELD


def plain(text: str) -> str:
    """A text for a tooltip that shows it as it is, whatever it looks like."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"
