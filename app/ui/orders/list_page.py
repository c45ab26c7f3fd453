"""A part of the place with one list: paid orders, promises, the history of an order.

The rule: it shows what it is given; where there is nothing it says so in a sentence.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QStackedLayout, QVBoxLayout, QWidget

from app.ui.blank import Blank
from app.ui.orders.card_list import CardList, Faces
from app.ui.orders.card_model import Item, Listed
from app.ui.theme import GRID, INSIDE, Look, kind


class ListPage(QWidget):
    """A heading that may be empty, and the list or a sentence in its stead."""

    def __init__(
        self,
        look: Look,
        face: Faces,
        keys: Mapping[str, str],
        tips: Callable[[Item], Sequence[str]] = lambda _: (),
    ) -> None:
        super().__init__()
        self.head = QLabel()
        self.list = CardList(look, face, keys, tips)
        self.blank = Blank(look)
        card = QFrame()
        card.setProperty(*kind("card"))
        body = QWidget()
        self._stack = QStackedLayout(body)  # it takes no margins of its own
        self._stack.addWidget(self.blank)
        self._stack.addWidget(self.list)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, GRID, 1, GRID)
        inside.addWidget(body)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.head.setProperty(*kind("muted"))
        self.head.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(INSIDE - 2)
        self.column.addWidget(self.head)
        self.column.addWidget(card, 1)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self.list, *self.blank.stops)

    @property
    def has_rows(self) -> bool:
        """Whether there is a list to stand in."""
        return self._stack.currentWidget() is self.list

    def show_items(self, items: Sequence[Item], drawing: str, sentence: str) -> None:
        """Show these, or a sentence where there are none."""
        self.list.show_rows(Listed(items))
        if not items:
            self.blank.say(drawing, sentence)
        self._stack.setCurrentWidget(self.list if items else self.blank)

    def say_head(self, text: str) -> None:
        """Say something above the list."""
        self.head.setText(text)
        self.head.setVisible(bool(text))

    def tick(self, now: datetime) -> None:
        """A second has begun."""
        if self.list.isVisible():
            self.list.tick(now)
