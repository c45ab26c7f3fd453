"""Lists whose rows are painted by a painter of their own: dressed alike everywhere, the row under the pointer tinted.

The rule: a tooltip says what a row has no room for, and nothing where the row says it all.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QToolTip

from app.ui.theme import RADIUS, Look, kind

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


MARGIN = 4
"""What the ground of a row leaves free at both sides."""


class RowTinter(QStyledItemDelegate):
    """A painter of rows; `hovered` is the row under the pointer, -1 where there is none."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.hovered = -1

    def paint_ground(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """The ground of a row that is stood on or pointed at; framed where the keyboard is in the list."""
        is_selected = self._view.selectionModel().isSelected(index)
        if not is_selected and index.row() != self.hovered:
            return
        has_keyboard = is_selected and self._view.hasFocus()
        painter.setPen(self._look.colour("accent") if has_keyboard else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("selection" if is_selected else "hover"))
        painter.drawRoundedRect(QRectF(rect).adjusted(MARGIN, 1, -MARGIN, -1), RADIUS - 1, RADIUS - 1)


class TintedRows(_View):
    """A view with such rows. It stands before the class of Qt."""

    _tinter: RowTinter | None = None

    def dress_rows(self) -> None:
        """The look of every such view: one row is stood on, nothing is scrolled sideways, a menu is asked for."""
        self.setProperty(*kind("bare"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def paint_by(self, painter: RowTinter) -> None:
        """Have the rows painted."""
        self._tinter = painter
        self.setItemDelegate(painter)

    def tip(self, index: QModelIndex, point: QPoint) -> str:
        """What the tooltip says at a point of a row, or nothing; text from outside is escaped."""
        raise NotImplementedError

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Tint no row any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show or hide the tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = self.tip(index, event.pos())
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport(), self.visualRect(index))
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if self._tinter is not None and row != self._tinter.hovered:
            self._tinter.hovered = row
            self.viewport().update()


class PaintedList(TintedRows, QListView):
    """The list. `menu_wanted` asks for a menu at a point of it."""

    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.dress_rows()
        self.customContextMenuRequested.connect(self.menu_wanted)
