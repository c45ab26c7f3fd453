"""The rows of one list of the place: orders, promises or events.

The rule: rows are asked for when they are looked at. Of a hundred thousand only the pages in sight are held; another
question replaces all rows at once, which costs the same for ten and for all of them.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ITEM = Qt.ItemDataRole.UserRole
"""The role that gives the order, promise or event itself."""
PAGE = 64
KEPT = 16
"""So many pages are held."""
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class Item(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """What tells it from the others."""
        ...


class Rows(Protocol):
    """What a list shows."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def at(self, row: int) -> Item | None:
        """The one in a row; None where it is not there any more."""
        ...

    def first(self, count: int) -> Sequence[Item]:
        """The first ones, as many as there are of them."""
        ...

    def row_of(self, item_id: str) -> int:
        """Where it stands, or -1."""
        ...


class Listed:
    """Few rows, all at hand."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = tuple(items)

    def __len__(self) -> int:
        return len(self.items)

    def at(self, row: int) -> Item | None:
        """The one in a row."""
        return self.items[row] if row < len(self.items) else None

    def first(self, count: int) -> Sequence[Item]:
        """The first ones."""
        return self.items[:count]

    def row_of(self, item_id: str) -> int:
        """Where it stands, or -1."""
        return next((at for at, item in enumerate(self.items) if item.id == item_id), -1)


class Paged:
    """Many rows, asked for page by page: `page` gives so many from a row on, `row` where an id stands."""

    def __init__(
        self, count: int, page: Callable[[int, int], Sequence[Item]], row: Callable[[str], int | None]
    ) -> None:
        self._count = count
        self._page = page
        self._row = row
        self._pages: dict[int, Sequence[Item]] = {}

    def __len__(self) -> int:
        return self._count

    def at(self, row: int) -> Item | None:
        """The one in a row; None where the book has lost it since."""
        number, place = divmod(row, PAGE)
        if number not in self._pages:
            if len(self._pages) >= KEPT:
                self._pages.clear()
            self._pages[number] = self._page(number * PAGE, PAGE)
        page = self._pages[number]
        return page[place] if place < len(page) else None

    def first(self, count: int) -> Sequence[Item]:
        """The first ones, asked for at once."""
        return self._page(0, count)

    def row_of(self, item_id: str) -> int:
        """Where it stands, or -1."""
        found = self._row(item_id)
        return -1 if found is None or found >= self._count else found


NONE = Listed(())


class CardModel(QAbstractTableModel):
    """Rows of one column. `spoken` gives the words of a row for a screen reader."""

    def __init__(self, spoken: Callable[[Item], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._rows: Rows = NONE

    def show(self, rows: Rows) -> bool:
        """Put these in place of the former ones; False where they are the same."""
        if isinstance(rows, Listed) and isinstance(self._rows, Listed) and rows.items == self._rows.items:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def at(self, row: int) -> Item | None:
        """The item of a row."""
        return self._rows.at(row) if 0 <= row < len(self._rows) else None

    def row_of(self, item_id: str) -> int:
        """Where an item stands, or -1."""
        return self._rows.row_of(item_id)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """One: a row is a card."""
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The item for painting; its words for screen readers."""
        item = self.at(index.row()) if index.isValid() else None
        if item is None or role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(item)
        return None
