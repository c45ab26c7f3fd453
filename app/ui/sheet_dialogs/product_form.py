"""The form of a product (商品): what it is, what it costs when, and what to offer instead."""

from collections.abc import Sequence

from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry
from app.ui.dialogs.drafts import FormDrafts
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_form import EntryForm
from app.ui.sheet_dialogs.product_fields import ProductFields
from app.ui.theme import Look

PRICE, STOCK = "product.price", "product.stock"


class ProductForm(EntryForm):
    """A window with one product."""

    def __init__(
        self,
        look: Look,
        desk: SheetFormDesk,
        drafts: FormDrafts,
        product: Product,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(desk, drafts, product, is_new=is_new, size=(640, 740))
        self.open_entry(ProductFields(look, desk, self.column, self))
        self.spoken.again(self._name)
        self.fields.cells["name"].content.setFocus()

    def preview(self, entry: Entry) -> Sequence[tuple[str, str]]:
        """What it costs now and whether there is any, as a buyer is told."""
        return (
            (self.tr("“What does it cost?”"), self._answer(entry, PRICE)),
            (self.tr("“Is it in stock?”"), self._answer(entry, STOCK)),
        )

    def _answer(self, entry: Entry, name: str) -> str:
        return self.desk.say(entry, name) or self.tr("nothing to say yet")

    def _name(self) -> None:
        self.setWindowTitle(self.tr("New product") if self.is_new else self.tr("Edit product"))
