"""The cell of the packs in the strip: how old they are, what is wrong, how many must-reads wait.

The rule: it is small while all is well; it counts nothing down, and so wakes nobody.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QEnterEvent

from app.core.source_states import Mood
from app.ui.packs import pack_words
from app.ui.packs.desk import NewsDesk
from app.ui.strip_cell import Cell
from app.ui.theme import Look


class PackCell(Cell):
    """The cell. `room_changed` says that it wants more or less room than before."""

    room_changed = Signal()

    def __init__(self, look: Look, desk: NewsDesk) -> None:
        super().__init__(look)
        self._desk = desk
        self.is_well = True
        self.hide()

    def refresh(self) -> None:
        """Say how the packs are now; nothing where no source is subscribed to."""
        summary = self._desk.summary()
        text, drawing, tone, tip = pack_words.cell(summary, self._desk.now(), self._desk.zone())
        self.is_well = not summary.must_reads and summary.mood not in (Mood.OFFLINE, Mood.REFUSED)
        self.setVisible(bool(text))
        self.say(text, drawing, tone, tip)
        self.room_changed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The tooltip says how old everything is by now."""
        self.refresh()
        super().enterEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
