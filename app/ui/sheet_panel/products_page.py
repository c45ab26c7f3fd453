"""The part of the products: a list that is narrowed by typing, and the card of the one that was opened.

The rule: opening a product chooses it, so that phrases speak of it; ← and Esc lead back to the same place of the list.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.prices import yuan
from app.core.prices.item_prices import Held, held_at
from app.core.sheet.products import Product
from app.core.sheet.sheet import Sheet
from app.ui.blank import Offer
from app.ui.palette import Tone
from app.ui.sheet_panel import facts, product_facts, terms
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.sheet_panel.filter_box import FilterBox
from app.ui.sheet_panel.page import Page
from app.ui.sheet_panel.product_head import ProductHead
from app.ui.sheet_panel.row import Part, Row
from app.ui.theme import Look
from app.ui.words import translate


class ProductsPage(Page):
    """The list. `opened` gives the row of a product."""

    keyboard_wanted = Signal(QWidget)

    def __init__(self, look: Look) -> None:
        super().__init__(look, is_uniform=True)
        self._desk: SheetDesk | None = None
        self._offers: tuple[Offer, ...] = ()
        self._all: tuple[Sheet | None, list[str]] = (None, [])
        self.filter = FilterBox(look)
        self.column.insertWidget(0, self.filter)
        self.filter.textChanged.connect(lambda _text: self._fill(is_fresh=True))
        self.filter.list_key.connect(self.list.take_key)
        self.filter.enter_pressed.connect(self.list.enter)
        self.filter.left.connect(self.left)
        self.filter.wanted.connect(lambda: self.keyboard_wanted.emit(self.filter))
        self.list.typed.disconnect(self.typed)
        self.list.typed.connect(self._type)
        self.list.went_up.connect(self.filter.setFocus)
        self.retranslate()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self.filter, *super().stops)

    @property
    def first(self) -> QWidget:
        """The line to type in, or what stands where there is nothing to find."""
        return super().first if self.filter.isHidden() else self.filter

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.list.setAccessibleName(self.tr("Products"))

    def refresh(self, desk: SheetDesk, *offers: Offer) -> None:
        """Read everything again; where there is nothing, offer the next step."""
        self._desk, self._offers = desk, offers
        self._fill(is_fresh=False)

    def current(self) -> str:
        """The product that it stands on, or nothing."""
        row = self.list.current()
        return row.entry_id if row else ""

    def _fill(self, *, is_fresh: bool) -> None:
        if self._desk is None:
            return
        held = held_at(self._desk.sheet(), self._desk.now())
        self.list.show_pages(lambda start, count: self._rows(start, count, held), is_fresh=is_fresh)
        has_rows, text = self.list.rows.rowCount() > 0, self.filter.text().strip()
        self.filter.setVisible(has_rows or bool(text))
        if has_rows:
            self.show_list()
        elif text:
            said = self.tr("No product found for “{text}”.").replace("{text}", text)
            self.say("search", said, (self.tr("Show all"), self.filter.clear))
        else:
            self.say("box", self.tr("No products yet. A workbook brings them all at once."), *self._offers)

    def _ids(self, start: int, count: int) -> Sequence[str]:
        if self._desk is None:
            return ()
        text, sheet = self.filter.text().strip(), self._desk.sheet()
        if text:
            return self._desk.find_products(text, start + count)[start:]
        if self._all[0] is not sheet:
            self._all = (sheet, [product.id for product in sheet.products_in_use()])
        return self._all[1][start : start + count]

    def _rows(self, start: int, count: int, held: Sequence[Held]) -> Sequence[Row]:
        if self._desk is None:
            return ()
        sheet, chosen = self._desk.sheet(), self._desk.subjects.chosen.product_id
        products = (sheet.products.get(product_id) for product_id in self._ids(start, count))
        return [row_of(product, sheet, held, is_chosen=product.id == chosen) for product in products if product]

    def _type(self, event: QKeyEvent) -> None:
        self.filter.setFocus()
        self.filter.insert(event.text())


def row_of(product: Product, sheet: Sheet, held: Sequence[Held], *, is_chosen: bool) -> Row:
    """A product in the list: name, code, what it costs now and how much there is of it."""
    price, _ = product_facts.price_now(product, sheet, held)
    stock = product_facts.stock_words(product)
    word = translate("sheet_panel", "sold out")
    return Row(
        Part.PRODUCT,
        product.id,
        product.name,
        yuan.shown(price),
        terms.listed((word, stock)) if product.is_out else stock,
        entry_id=product.id,
        old=product.codes[0] if product.codes else "",
        drawing="sold_out" if product.is_out else "box" if stock else "",
        tone=Tone.LATE if product.is_out else Tone.MUTED,
        is_marked=is_chosen,
    )


class CardPage(Page):
    """The card of one product. `sold_out` and `unchosen` are what its head is asked for."""

    sold_out = Signal()
    unchosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.head = ProductHead(look)
        self.column.insertWidget(0, self.head)
        self.head.back_wanted.connect(self.left)
        self.head.sold_out_wanted.connect(self.sold_out)
        self.head.unchosen.connect(self.unchosen)
        self.product_id = ""
        self.retranslate()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (*self.head.stops, *super().stops)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.list.setAccessibleName(self.tr("Facts of the product"))

    def refresh(self, desk: SheetDesk) -> bool:
        """Read the product again; False where it is not there any more."""
        sheet = desk.sheet()
        product = sheet.products.get(self.product_id)
        if product is None or product.deleted_at is not None:
            return False
        self.head.show_product(product, desk.read_image, is_chosen=desk.subjects.chosen.product_id == product.id)
        view = facts.view_of(sheet, desk.answers(product.id), desk.now(), desk.zone())
        self.list.show_rows(product_facts.rows(product, view, held_at(sheet, desk.now())))
        return True


class Products(QStackedWidget):
    """List and card, one of them in sight."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.page = ProductsPage(look)
        self.card = CardPage(look)
        self.addWidget(self.page)
        self.addWidget(self.card)

    @property
    def is_open(self) -> bool:
        """Whether a card is in sight."""
        return self.currentWidget() is self.card

    def open_card(self, product_id: str, desk: SheetDesk) -> None:
        """Show the card of a product; of one that is not there any more the list stays."""
        is_other = product_id != self.card.product_id
        self.card.product_id = product_id
        if self.card.refresh(desk):
            self.setCurrentWidget(self.card)
            if is_other:
                self.card.list.start()

    def close_card(self) -> None:
        """Show the list, standing on the product of the card."""
        self.page.list.choose_entry(self.card.product_id)
        self.setCurrentWidget(self.page)
