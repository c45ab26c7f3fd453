"""Products of an order: found by typing, each with a count.

The rule: the keyboard never leaves the line that is typed into, unless the agent moves it; picking one again is one
piece more.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSpinBox, QToolButton, QVBoxLayout, QWidget

from app.core.prices.amounts import MAX_COUNT, Line
from app.core.sheet.products import Product
from app.ui.composing import ComposingEdit
from app.ui.dialogs.clear_button import add_cross
from app.ui.dialogs.form import label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.sheet_dialogs import calculator_words as words
from app.ui.theme import GRID, INSIDE, TARGET, Look, kind

_SHOWN = 5
_PRODUCT = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Find = Callable[[str], Sequence[Product]]


class ProductEntry(ComposingEdit):
    """A line with a list of what it finds. `picked` emits the product that Enter or a click takes."""

    picked = Signal(object)

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.hide()
        add_cross(self)
        self.textChanged.connect(lambda _text: self.refresh())
        self.list.itemClicked.connect(self._take)

    def refresh(self) -> None:
        """Find again what is typed."""
        found = list(self._find(self.text().strip())) if self.text().strip() else []
        self.list.clear()
        for product in found:
            item = QListWidgetItem(words.product(product))
            item.setData(_PRODUCT, product)
            item.setSizeHint(QSize(0, TARGET))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(TARGET * min(len(found), _SHOWN) + 2 * GRID)
        self.list.setVisible(bool(found))

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Arrows walk the list, Enter takes, Esc forgets what is typed; with nothing typed all are the window's."""
        if not self.text().strip() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
        if event.key() in steps and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + steps[event.key()]) % self.list.count())
        elif event.key() in _ENTER:
            self._take(self.list.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            return False
        return True

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            product = item.data(_PRODUCT)
            self.clear()
            self.picked.emit(product)


class _Row(QWidget):
    changed, removed = Signal(), Signal()

    def __init__(self, look: Look, product: Product) -> None:
        super().__init__()
        self.product = product
        self.name, self.count = label(), QSpinBox()
        self.fewer, self.more, self.remove = QToolButton(), QToolButton(), QToolButton()
        self.name.setText(product.name)
        self.count.setRange(1, MAX_COUNT)
        self.count.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setFixedWidth(2 * TARGET)
        for button, drawing in ((self.fewer, "minus"), (self.more, "plus"), (self.remove, "close")):
            look.dress(button, drawing)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus if button is not self.remove else Qt.FocusPolicy.StrongFocus)
        inside = row(self.name, self.fewer, self.count, self.more, self.remove, stretch=0)
        inside.setContentsMargins(INSIDE, 0, 0, 0)
        inside.setSpacing(GRID)
        self.setLayout(inside)
        self.count.valueChanged.connect(lambda _count: self._settle())
        self.fewer.clicked.connect(lambda: self.step(-1))
        self.more.clicked.connect(lambda: self.step(1))
        self.remove.clicked.connect(self.removed)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)
        self._settle()

    def step(self, pieces: int) -> None:
        """So many pieces more."""
        self.count.setValue(self.count.value() + pieces)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the row while its keyboard is not in the count."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _settle(self) -> None:
        self.fewer.setEnabled(self.count.value() > 1)
        self.changed.emit()

    def _name(self) -> None:
        name = self.product.name
        self.count.setAccessibleName(self.tr("Pieces of {product}").replace("{product}", name))
        for button, said in (
            (self.fewer, self.tr("One piece less")),
            (self.more, self.tr("One piece more")),
            (self.remove, self.tr("Remove {product}").replace("{product}", name)),
        ):
            button.setToolTip(said)
            button.setAccessibleName(said)


class Picked(QFrame):
    """The products that were picked. `changed` is emitted whenever what is wanted changes."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, _Row] = {}
        self.setProperty(*kind("card"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, GRID)
        self._column.setSpacing(GRID)
        self.hide()

    def lines(self) -> tuple[Line, ...]:
        """What is wanted, each at the price of its card."""
        return tuple(
            Line(None, each.count.value(), product_id=each.product.id, name=each.product.name)
            for each in self._rows.values()
        )

    def add(self, product: Product) -> None:
        """One piece of a product more."""
        if product.id in self._rows:
            self._rows[product.id].step(1)
            return
        made = _Row(self._look, product)
        made.changed.connect(self.changed)
        made.removed.connect(lambda: self.remove(product.id))
        self._rows[product.id] = made
        self._column.addWidget(made)
        self._settle()

    def remove(self, product_id: str) -> None:
        """Take a product out again."""
        gone = self._rows.pop(product_id)
        self._column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._settle()

    def clear(self) -> None:
        """Take all out."""
        for product_id in list(self._rows):
            self.remove(product_id)

    def row_of(self, product_id: str) -> _Row:
        """The row of a product."""
        return self._rows[product_id]

    def _settle(self) -> None:
        self.setVisible(bool(self._rows))
        self.changed.emit()
