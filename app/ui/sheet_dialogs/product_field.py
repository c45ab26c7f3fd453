"""Choosing products by typing a part of a name, a code or a keyword.

The rule: what is kept is an id; a text that means no product, or could mean several, is refused and never guessed.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from app.core.sheet.products import Product
from app.ui.composing import ComposingEdit
from app.ui.dialogs.tokens import WORDS
from app.ui.dialogs.variables import target
from app.ui.sheet_dialogs.entry_inputs import State, Words
from app.ui.sheet_dialogs.entry_reading import Unread
from app.ui.theme import Look
from app.ui.words import translate

_MOST = 10
_ID = Qt.ItemDataRole.UserRole
Find = Callable[[str], Sequence[Product]]
Get = Callable[[str], Product | None]


class ProductFinder:
    """The list that opens under a line while a product is being typed. `take` gets the id of the chosen one."""

    def __init__(self, line: QLineEdit, find: Find, take: Callable[[str], object]) -> None:
        self._line, self._find = line, find
        self._list = QStandardItemModel(line)
        self.completer = QCompleter(self._list, line)
        self.completer.setWidget(line)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(_MOST)
        self.completer.activated[QModelIndex].connect(  # type: ignore[index] # an overloaded signal
            lambda index: take(index.data(_ID))
        )
        line.textEdited.connect(self._offer)

    def meant(self, text: str) -> str:
        """The id of the one product whose name or code a text is, or nothing."""
        wanted = text.strip().casefold()
        found = [each for each in self._find(text) if wanted in _names(each)] if wanted else []
        return found[0].id if len(found) == 1 else ""

    def _offer(self, text: str) -> None:
        self._list.clear()
        for product in self._find(text)[:_MOST] if text.strip() else ():
            item = QStandardItem(said(product))
            item.setData(product.id, _ID)
            item.setSizeHint(target(self._line, item.text()))
            self._list.appendRow(item)
        if self._list.rowCount():
            self.completer.complete()
            self.completer.popup().setCurrentIndex(self.completer.completionModel().index(0, 0))
        else:
            self.completer.popup().hide()


class ProductLine(ComposingEdit):
    """One product, or none."""

    edited = Signal()

    def __init__(self, find: Find, get: Get) -> None:
        super().__init__()
        self._get = get
        self._id = ""
        self._shown = ""
        self.finder = ProductFinder(self, find, self.put)
        self.textChanged.connect(lambda _text: self.edited.emit())
        self.editingFinished.connect(self._settle)

    def put(self, value: str) -> None:
        """Show a product by its id."""
        product = self._get(value) if value else None
        self._id = value
        self._shown = product.name if product else gone() if value else ""
        self.setText(self._shown)
        self.setCursorPosition(0)

    def read(self) -> str:
        """The id; empty where nothing stands. Raises `Unread`."""
        text = self.text().strip()
        if not text or self.text() == self._shown:
            return self._id if text else ""
        found = self.finder.meant(text)
        if not found:
            raise Unread("unknown_product")
        return found

    def state(self) -> State:
        """The text and the product it stands for."""
        return (self.text(), self._id, self._shown)

    def restore(self, state: State) -> None:
        """Show it again."""
        text, self._id, self._shown = state
        self.setText(text)

    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.text().strip()

    def _settle(self) -> None:
        try:
            found = self.read()
        except Unread:
            return
        if self.text() != self._shown or found != self._id:
            self.put(found)


class ProductWords(Words):
    """Several products as chips."""

    def __init__(self, look: Look, find: Find, get: Get) -> None:
        self._get = get
        super().__init__(look, WORDS)
        self.finder = ProductFinder(self.entry, find, self._take)

    def read(self) -> tuple[str, ...]:
        """The ids. Raises `Unread` for a text in the entry that means none."""
        left = self.entry.text().strip()
        if left and not self.finder.meant(left):
            raise Unread("unknown_product")
        return self.texts()

    def state(self) -> State:
        """The ids, and what is being typed."""
        return (tuple(self._texts), self.entry.text())

    def restore(self, state: State) -> None:
        """Show them again."""
        self.set_texts(state[0])
        self.entry.setText(state[1])

    def is_blank(self) -> bool:
        """Whether none is chosen and nothing is typed."""
        return not self._texts and not self.entry.text().strip()

    def settle(self) -> None:
        """Make a chip of what is typed if it means a product; else leave it, to be seen."""
        found = self.finder.meant(self.entry.text())
        if found:
            self._take(found)

    def word(self, text: str) -> str:
        """A product by its name."""
        product = self._get(text)
        return product.name if product else gone()

    def _typed(self, _text: str) -> None:
        self.changed.emit()

    def _split(self, text: str) -> list[str]:
        found = self.finder.meant(text)
        return [found] if found else []

    def _take(self, product_id: Any) -> None:
        self.set_texts(tuple(dict.fromkeys((*self._texts, str(product_id)))))
        self.changed.emit()


def said(product: Product) -> str:
    """A product in a list: its name, and that it is out where it is."""
    out = translate("product_field", "out of stock") if product.is_out else ""
    return " · ".join(each for each in (product.name, *product.codes[:1], out) if each)


def gone() -> str:
    """What stands for a product that was deleted."""
    return translate("product_field", "(a product that is gone)")


def _names(product: Product) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in (product.name, *product.codes))
