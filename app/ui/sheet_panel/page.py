"""A part of the place: a list in a card, or in its stead a sentence and what to do.

The rule: a part passes on what its list tells and decides nothing about entries.
"""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from app.ui.blank import Blank, Offer
from app.ui.sheet_panel.row import Row
from app.ui.sheet_panel.row_list import RowList
from app.ui.theme import INSIDE, Look, kind


class Page(QWidget):
    """A part with one list of rows. `menu_wanted` gives where on the screen; `left` is Esc or ←."""

    paste_wanted = Signal(str)
    copy_wanted = Signal(str)
    opened = Signal(object)
    left = Signal()
    delete_pressed = Signal()
    typed = Signal(QKeyEvent)
    menu_wanted = Signal(QPoint)

    def __init__(self, look: Look, *, is_uniform: bool = False) -> None:
        super().__init__()
        self.list = RowList(look, is_uniform=is_uniform)
        self.blank = Blank(look)
        self.card = QFrame()
        self.card.setProperty(*kind("rows"))
        self._stack = QStackedLayout(self.card)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.blank)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(INSIDE - 2)
        self.column.addWidget(self.card, 1)
        self.list.chosen.connect(self.choose)
        self.list.copied.connect(self._copy)
        self.list.opened.connect(self.opened)
        self.list.left.connect(self.left)
        self.list.delete_pressed.connect(self.delete_pressed)
        self.list.typed.connect(self.typed)
        self.list.menu_wanted.connect(lambda point: self.menu_wanted.emit(self.list.viewport().mapToGlobal(point)))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self.list, *self.blank.stops)

    @property
    def first(self) -> QWidget:
        """What gets the keyboard when the part is opened."""
        return self.list if self.has_rows else self.blank.stops[0]

    @property
    def has_rows(self) -> bool:
        """Whether the list is in sight, and not a sentence in its stead."""
        return self._stack.currentWidget() is self.list

    def retranslate(self) -> None:
        """Say everything in the language that is on."""

    def choose(self, row: Row) -> None:
        """What Enter and a click do: paste an answer, else open what the row is about."""
        if row.answer_id:
            self.paste_wanted.emit(row.answer_id)
        else:
            self.opened.emit(row)

    def say(self, drawing: str, sentence: str, *offers: Offer) -> None:
        """Say a sentence where the list would be."""
        self.blank.say(drawing, sentence, *offers)
        self._stack.setCurrentWidget(self.blank)

    def show_list(self) -> None:
        """Show the list again."""
        self._stack.setCurrentWidget(self.list)

    def _copy(self, row: Row) -> None:
        if row.answer_id:
            self.copy_wanted.emit(row.answer_id)
