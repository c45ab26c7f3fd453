"""How a row of the place is painted.

The rule: a row keeps the texts it laid out; a second costs only the digits that changed.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from app.ui.icons import NORMAL, SMALL
from app.ui.orders import flags
from app.ui.orders.card import Card
from app.ui.orders.card_laying import LEFT, MARGIN, Fonts, Laid, Laying
from app.ui.orders.card_model import ITEM, Item
from app.ui.painted_list import RowTinter
from app.ui.palette import Tone
from app.ui.theme import GRID, INSIDE, RADIUS, Look

DIGITS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
KEPT = 400
"""So many laid out rows are kept: more than a screen has."""
_Index = QModelIndex | QPersistentModelIndex


class CardPainter(RowTinter):
    """Paints the rows of one list; `card` gives what a row shows now."""

    def __init__(self, look: Look, view: QTableView, card: Callable[[Item], Card]) -> None:
        super().__init__(look, view)
        self._card = card
        self._kept: dict[str, tuple[Card, int, Laid]] = {}
        self._fonts = Fonts(look)
        look.changed.connect(self._forget_look)

    @property
    def height(self) -> int:
        """The height of every row."""
        return self._fonts.height

    def forget(self) -> None:
        """Drop the layouts: the language is another, or the look."""
        self._kept.clear()

    def time_rect(self, item: Item, card: Card, rect: QRect) -> QRect:
        """Where the digits of a row stand."""
        laid = self._laid(item, card, rect.width())
        height = round(self._fonts.lines[1]) + GRID
        return QRect(rect.x() + int(laid.time_x), rect.y(), rect.width() - int(laid.time_x), height)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are of one height."""
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The ground, the drawing, the texts, and the time."""
        item = index.data(ITEM)
        if item is None:
            return
        rect: QRect = option.rect  # type: ignore[attr-defined] # the stubs lack the option's fields
        card = self._card(item)
        laid = self._laid(item, card, rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index)
        painter.translate(rect.topLeft())
        self._paint_drawings(painter, card, laid)
        for text in laid.texts:
            painter.setFont(text.font)
            painter.setPen(self._look.colour(text.colour))
            painter.drawStaticText(text.at, text.text)
        self._paint_time(painter, card, laid, rect.width())
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        is_selected = self._view.selectionModel().isSelected(index)
        if is_selected:
            painter.fillRect(rect, self._look.colour("card"))  # the view paints the whole row, without round corners
        elif index.row() != self.hovered:
            if index.row() < index.model().rowCount() - 1:
                painter.fillRect(self._hairline(rect), self._look.colour("line"))
            return
        has_keyboard = is_selected and self._view.hasFocus()
        painter.setPen(self._look.colour("accent") if has_keyboard else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("selection" if is_selected else "hover"))
        painter.drawRoundedRect(QRectF(rect).adjusted(MARGIN + 0.5, 1, -MARGIN - 0.5, -1), RADIUS - 1, RADIUS - 1)

    def _hairline(self, rect: QRect) -> QRect:
        """What parts a row of three lines from the next one."""
        return QRect(rect.x() + LEFT, rect.bottom(), rect.width() - LEFT - MARGIN - INSIDE, 1)

    def _paint_drawings(self, painter: QPainter, card: Card, laid: Laid) -> None:
        ratio = self._view.devicePixelRatioF()
        first = self._look.pixmap(card.drawing, card.tone, NORMAL, ratio)
        painter.drawPixmap(QPointF(MARGIN + INSIDE, self._fonts.lines[0] + 1), first)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("keycap"))
        for x, y, width in laid.chips:
            painter.setPen(self._look.colour("line"))
            painter.drawRoundedRect(QRectF(x + 0.5, y + 0.5, width - 1, self._fonts.small_m.height()), GRID, GRID)
        for name, tone, at in laid.drawings:
            painter.drawPixmap(at, self._look.pixmap(name, Tone(tone), SMALL, ratio))
        if laid.flag:
            flags.paint(painter, laid.flag[1], laid.flag[0], is_dark=self._look.is_dark)

    def _paint_time(self, painter: QPainter, card: Card, laid: Laid, width: int) -> None:
        if not card.time:
            return
        painter.setFont(self._fonts.big if card.is_big else self._fonts.body)
        painter.setPen(self._look.colour(card.tone.value))
        place = QRectF(laid.time_x, MARGIN, width - laid.time_x, self._fonts.lines[1] - MARGIN)
        painter.drawText(place, DIGITS, card.time)

    def _laid(self, item: Item, card: Card, width: int) -> Laid:
        still = card.still
        kept = self._kept.get(item.id)
        if kept is None or kept[:2] != (still, width):
            if len(self._kept) > KEPT:
                self._kept.clear()
            kept = self._kept[item.id] = (still, width, Laying(card, width, self._fonts).laid())
        return kept[2]

    def _forget_look(self) -> None:
        self._fonts = Fonts(self._look)
        self.forget()
