"""The fields of a product, in parts that fold away: only its name is needed for a first save."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.prices import yuan
from app.core.sheet.products import Product
from app.core.sheet.sheet import Sheet
from app.ui.dialogs.picture_field import PictureField
from app.ui.dialogs.tokens import CODES, WORDS
from app.ui.sheet_dialogs.activity_rows import count_line, money_line
from app.ui.sheet_dialogs.entry_cells import Reading
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_fields import EntryFields, ListField
from app.ui.sheet_dialogs.entry_inputs import Lines, OneALine, Tick, Words, text_line
from app.ui.sheet_dialogs.entry_row import beside
from app.ui.sheet_dialogs.entry_rows import Column, Rows
from app.ui.sheet_dialogs.fact_cells import FactRow
from app.ui.sheet_dialogs.product_rows import PriceRow, RelatedRow
from app.ui.sheet_panel.terms import listed
from app.ui.theme import Look

_LISTS = ("prices", "substitutes", "complements", "related", "facts")


class ProductFields(EntryFields):
    """All fields of a product. `column` is where they are laid out."""

    def __init__(self, look: Look, desk: SheetFormDesk, column: QVBoxLayout, window: QWidget) -> None:
        super().__init__(look, window)
        self._desk = desk
        self.last = Product("", "")
        self._make_basics(column)
        self._make_details(column)
        self._make_others(column)
        self._make_prices(column)
        self._make_rest(column)
        for opened in self.sections[:2]:
            opened.unfold()

    def put(self, entry: Product) -> None:
        """Show a product."""
        self.last = entry
        for name, cell in self.cells.items():
            cell.input.put(getattr(entry, name))
        for name in _LISTS:
            self.lists[name].rows.put(getattr(entry, name))
        self.sum_up()

    def read(self, reading: Reading) -> Product:
        """The product as the fields stand."""
        unread = {field.name: field.default for field in fields(Product)}
        read: dict[str, Any] = {name: reading.take(cell, unread[name]) for name, cell in self.cells.items()}
        read |= {name: self.lists[name].rows.read(reading) for name in _LISTS}
        self.last = replace(self.last, **read)
        return self.last

    def sum_up(self) -> None:
        """Say in the head of every part what is in it."""
        product = self.last
        sold_out = self.tr("out of stock") if product.is_out else ""
        parts = (
            (
                product.name,
                *product.codes,
                yuan.shown(product.price),
                sold_out,
            ),
            (*product.selling_points, product.size, product.capacity, product.material),
            [self._name_of(each.product_id) for each in (*product.substitutes, *product.complements, *product.related)],
            [yuan.shown(price.price) for price in product.prices],
            [fact.question for fact in product.facts],
            (product.note,),
        )
        for section, words in zip(self.sections, parts, strict=True):
            section.sum_up(listed(words))
        for each in self.lists["facts"].rows.rows:
            if isinstance(each, FactRow):
                each.sum_up()

    def _name_of(self, product_id: str) -> str:
        product = self._desk.product(product_id)
        return product.name if product else ""

    def _sheet(self) -> Sheet:
        return self._desk.sheet()

    def _make_basics(self, column: QVBoxLayout) -> None:
        name = self.cell("name", text_line(), lambda: self.tr("Name"))
        codes = self.cell("codes", Words(self.look, CODES), lambda: self.tr("Codes, typed to find it"))
        keywords = self.cell("keywords", Words(self.look, WORDS), lambda: self.tr("Keywords"))
        link = self.cell("link", text_line(), lambda: self.tr("Link"))
        price = self.cell("price", money_line(), lambda: self.tr("Price, yuan"))
        page = self.cell("page_stock", count_line(), lambda: self.tr("Stock on the page"))
        real = self.cell("real_stock", count_line(), lambda: self.tr("Real stock"))
        sold_out = self.cell("is_sold_out", Tick())
        sold_out.say(lambda: self.tr("Out of stock: offer the substitute instead"))
        for cell in (page, real):
            cell.example(lambda: self.tr("not counted"))
        section = self.section(column, lambda: self.tr("Basics"), name, codes, keywords, link)
        section.column.addLayout(beside((price, 1), (page, 1), (real, 1)))
        section.column.addWidget(sold_out)

    def _make_details(self, column: QVBoxLayout) -> None:
        points = self.cell("selling_points", OneALine(), lambda: self.tr("Selling points, one a line"))
        size = self.cell("size", text_line(), lambda: self.tr("Size"))
        reference = self.cell("size_reference", text_line(), lambda: self.tr("As big as"))
        capacity = self.cell("capacity", text_line(), lambda: self.tr("Capacity"))
        material = self.cell("material", text_line(), lambda: self.tr("Material"))
        colour = self.cell("colour_remark", text_line(), lambda: self.tr("How the colour differs from the picture"))
        picture_field = PictureField(self.look, self._desk.put_image, self._desk.read_image)
        picture = self.cell("picture", picture_field, lambda: self.tr("Picture"))
        picture_field.refused.connect(picture.refuse)
        reference.example(lambda: self.tr("a bottle of water"))
        section = self.section(column, lambda: self.tr("What it is"), points)
        section.column.addLayout(beside((size, 1), (reference, 1)))
        section.column.addLayout(beside((capacity, 1), (material, 1)))
        section.column.addWidget(colour)
        section.column.addWidget(picture)

    def _make_others(self, column: QVBoxLayout) -> None:
        self.section(
            column,
            lambda: self.tr("What to offer instead or with it"),
            self._related("substitutes", lambda: self.tr("Instead, when it runs out; the first one is offered first")),
            self._related("complements", lambda: self.tr("Together with it")),
            self._related("related", lambda: self.tr("Also related")),
        )

    def _related(self, path: str, words: Callable[[], str]) -> ListField:
        rows = Rows(
            self.look,
            lambda: RelatedRow(self.look, self._desk),
            lambda: self.tr("Add a product"),
            columns=(Column(lambda: self.tr("Product"), 2), Column(lambda: self.tr("Reason, for the buyer"), 3)),
            has_order=True,
        )
        return self.list_of(path, rows, words)

    def _make_prices(self, column: QVBoxLayout) -> None:
        rows = Rows(
            self.look,
            lambda: PriceRow(self.look, self._desk),
            lambda: self.tr("Add a price"),
            columns=(
                Column(lambda: self.tr("Activity"), 4),
                Column(lambda: self.tr("Phase"), 4),
                Column(lambda: self.tr("Price, yuan"), 2),
            ),
        )
        self.section(column, lambda: self.tr("Prices in activities"), self.list_of("prices", rows))

    def _make_rest(self, column: QVBoxLayout) -> None:
        facts = Rows(
            self.look,
            lambda: FactRow(self.look, self._desk, self._sheet),
            lambda: self.tr("Add a question and its answer"),
            has_order=True,
        )
        self.section(column, lambda: self.tr("More questions"), self.list_of("facts", facts))
        note = self.cell("note", Lines(), lambda: self.tr("Note for agents; buyers never see it"))
        self.section(column, lambda: self.tr("Note"), note)
