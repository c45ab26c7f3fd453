"""The line above the queue that narrows it, and in which the keyboard stands while the queue is worked through.

The rule: what is typed filters and does nothing else; the keys of the list work from here, as in the search.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.ui.filter_line import FilterLine
from app.ui.orders.quick_line import is_many, pasted

_WHOLE_LIST = (Qt.Key.Key_Home, Qt.Key.Key_End)


class SieveLine(FilterLine):
    """The line. `pressed` carries the name of a deed to the order that is stood on."""

    pressed = Signal(str)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """What a chord or Delete means to the list, where it means nothing to what is typed."""
        if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.pressed.emit("copy")
        elif event.matches(QKeySequence.StandardKey.Paste) and is_many(pasted()):
            self.pressed.emit("paste_text")
        elif event.key() == Qt.Key.Key_Delete and self._has_nothing_to_delete():
            if not event.isAutoRepeat():
                self.pressed.emit("delete")
        elif event.key() in _WHOLE_LIST and not self.text():
            self.list_key.emit(event)
        else:
            return super().key_pressed(event)
        return True

    def _has_nothing_to_delete(self) -> bool:
        return not self.hasSelectedText() and self.cursorPosition() == len(self.text())
