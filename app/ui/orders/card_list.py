"""A list of cards: keys and clicks, and each second the repaint of what changed in the rows that are in sight.

The rule: the list decides nothing; it tells what the agent wants with which row. Letters and digits go on typing, and
the input method rests as long as the list has the keyboard.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QRegion
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.composing import is_deed
from app.ui.orders.card import Card
from app.ui.orders.card_model import ITEM, CardModel, Item, Rows
from app.ui.orders.card_painter import CardPainter
from app.ui.painted_list import TintedRows
from app.ui.theme import Look

Faces = Callable[[Item], Card]
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_Index = QModelIndex | QPersistentModelIndex
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ROWS = QAbstractItemView.SelectionBehavior.SelectRows


class CardList(TintedRows, QTableView):
    """The list. `pressed` carries the name of a deed, `typed` a letter or digit; `left_up`: Up from the first row;
    `current_changed`: another row is stood on.

    `tips` gives the lines of the tooltip of a row.
    """

    pressed = Signal(str)
    left_up = Signal()
    escape_pressed = Signal()
    current_changed = Signal()
    menu_wanted = Signal(QPoint)
    typed = Signal(QKeyEvent)

    def __init__(
        self,
        look: Look,
        face: Faces,
        keys: Mapping[str, str],
        tips: Callable[[Item], Sequence[str]] = lambda _: (),
    ) -> None:
        super().__init__()
        self._face = face
        self._tips = tips
        self._keys = {QKeySequence(chord): name for name, chord in keys.items()}
        self._cards: dict[str, Card] = {}
        self.cards = CardModel(lambda item: self.card(item).spoken, self)
        self.painter_of_rows = CardPainter(look, self, self.card)
        self._dress()
        look.changed.connect(self._fit)
        self._fit()

    def show_rows(self, rows: Rows) -> None:
        """Show these; what is stood on stays so, else the row that took its place."""
        current, at = self.current(), self.currentIndex().row()
        offset = self.verticalScrollBar().value()
        self._cards.clear()
        if self.cards.show(rows) and len(rows):
            self.verticalScrollBar().setValue(offset)
            self.choose(current.id if current else "", at)
        elif current and not len(rows):
            self.current_changed.emit()  # a reset to nothing does not tell that nothing is stood on any more
        self.viewport().update()

    def tick(self, _now: datetime) -> None:
        """Show a second: repaint the digits that changed, and a whole row only where more than its digits did."""
        before, self._cards = self._cards, {}
        region = QRegion()
        for at in range(*self._in_sight()):
            item = self.cards.at(at)
            if item is None:
                continue
            card, former = self.card(item), before.get(item.id)
            if card == former:
                continue
            rect = self.visualRect(self.cards.index(at, 0))
            is_digits = former is not None and card.still == former.still
            region += self.painter_of_rows.time_rect(item, card, rect) if is_digits else rect
        if not region.isEmpty():
            self.viewport().update(region)

    def card(self, item: Item) -> Card:
        """What a row shows in this second."""
        found = self._cards.get(item.id)
        if found is None:
            found = self._cards[item.id] = self._face(item)
        return found

    def current(self) -> Item | None:
        """What is stood on."""
        item: Item | None = self.currentIndex().data(ITEM)
        return item

    def choose(self, item_id: str, else_row: int = 0) -> None:
        """Stand on a row or, where it is not there, on the one in its place."""
        at = self.cards.row_of(item_id) if item_id else -1
        at = at if at >= 0 else min(max(else_row, 0), self.cards.rowCount() - 1)
        self.setCurrentIndex(self.cards.index(at, 0) if at >= 0 else QModelIndex())

    def stand_on(self, item_id: str) -> None:
        """Stand on a row if it is there."""
        if self.cards.row_of(item_id) >= 0:
            self.choose(item_id)

    def retranslate(self, name: str) -> None:
        """Say everything in the language that is on."""
        self.setAccessibleName(name)
        self._cards.clear()
        self.painter_of_rows.forget()
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell that another row is stood on."""
        super().currentChanged(current, previous)
        self._rest_input_method()
        self.current_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Nothing is composed here: the line that a letter goes to does that."""
        super().focusInEvent(event)
        self._rest_input_method()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Deeds on their keys; letters and digits go on typing; Up from the first row leaves."""
        text, key = event.text(), event.key()
        pressed = QKeySequence(event.keyCombination())
        plain = QKeySequence(key) if not event.modifiers() & _HELD else pressed  # with the keypad, with caps lock
        name = self._keys.get(pressed) or self._keys.get(plain)
        if name:
            self.pressed.emit(name)
        elif is_deed(event) or (key in _PAGES and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            event.ignore()  # the place goes to its next part
        elif key == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_up.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose("", 0 if key == Qt.Key.Key_Home else self.cards.rowCount())
        elif text and text.isprintable() and not event.modifiers() & _HELD:
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def tip(self, index: QModelIndex, _point: QPoint) -> str:
        """All there is of a row; what came from outside is escaped."""
        item = index.data(ITEM)
        lines = [escape(line) for line in self._tips(item) if line] if item else []
        return f"<qt>{'<br>'.join((f'<b>{lines[0]}</b>', *lines[1:]))}</qt>" if lines else ""

    def _dress(self) -> None:
        self.dress_rows()
        self.setModel(self.cards)
        self.paint_by(self.painter_of_rows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(_ROWS)
        self.customContextMenuRequested.connect(self.menu_wanted)
        self.doubleClicked.connect(lambda _: self.pressed.emit(next(iter(self._keys.values()), "")))
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.painter_of_rows.height)
        self.viewport().update()

    def _rest_input_method(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def _in_sight(self) -> tuple[int, int]:
        """The first row that can be seen, and the one after the last."""
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return max(top, 0), bottom + 1 if bottom >= 0 else self.cards.rowCount()
