"""A layout that puts widgets side by side and goes on in the next line, as words do."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.ui.theme import GRID


class Flow(QLayout):
    """Widgets in lines; its height follows from its width. Where it fills, the last one has the rest of its line."""

    def __init__(self, parent: QWidget, space: int = GRID, *, is_filling: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._space = space
        self._is_filling = is_filling
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def put(self, place: int, widget: QWidget) -> None:
        """Put a widget before the item of a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item of a place, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] # Qt asks past the end
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: it takes what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which all lines fit."""
        return self._place(QRect(0, 0, width, 0), is_moving=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget in its line."""
        super().setGeometry(rect)
        self._place(rect, is_moving=True)

    def sizeHint(self) -> QSize:
        """The least size: the widest item decides."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size.grownBy(margins)

    def _place(self, rect: QRect, *, is_moving: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        at, line_height = inside.topLeft(), 0
        shown = self._shown()
        for item in shown:
            size = item.sizeHint()
            if at.x() + size.width() > inside.right() + 1 and line_height:
                at, line_height = QPoint(inside.left(), at.y() + line_height + self._space), 0
            if is_moving:
                rest = inside.right() + 1 - at.x()
                width = rest if self._is_filling and item is shown[-1] else min(size.width(), inside.width())
                item.setGeometry(QRect(at, QSize(width, size.height())))
            at = QPoint(at.x() + size.width() + self._space, at.y())
            line_height = max(line_height, size.height())
        return at.y() + line_height - rect.top() + self.contentsMargins().bottom()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]
