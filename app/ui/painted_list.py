"""Lists whose rows are painted by a painter of their own: dressed alike everywhere, the row under the pointer tinted.

The rule: a tooltip says what a row has no room for, and nothing where the row says it all.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QToolTip, QWidget

from app.ui.theme import kind

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class RowTinter(QStyledItemDelegate):
    """A painter of rows; `hovered` is the row under the pointer, -1 where there is none."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.hovered = -1


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
