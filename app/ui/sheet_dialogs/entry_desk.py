"""What the forms of the cheat-sheet ask of the program."""

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.sheet.activities import Activity
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, Sheet
from app.core.values import dataclass
from app.ui.dialogs.sample import Render
from app.ui.sheet_dialogs.fact_lines import Values, nothing_known


@dataclass(frozen=True, slots=True)
class SheetFormDesk:
    """Callables of the program, each on the main thread.

    `save` raises `BadEntry` or `NotStored`; `now` and `zone` are the shop's; `new_id` names new entries, phases and
    facts; `find_products` gives the products that a typed text finds, the best first; `put_image` and `read_image` are
    the store of pictures; `say` is the sentence that answers a fact (`activity.left`) of an entry as it stands in the
    form, empty where there is none to say; `render` is `Facts.preview`;
    `duplicate` and `save_duplicate` are those of `CheatSheet`; `values` and `meant` are as in the list of facts.
    """

    save: Callable[[Entry], object]
    sheet: Callable[[], Sheet]
    zone: Callable[[], ZoneInfo]
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    find_products: Callable[[str], Sequence[Product]]
    put_image: Callable[[bytes], str]
    read_image: Callable[[str], bytes]
    say: Callable[[Entry, str], str]
    render: Render
    duplicate: Callable[[str, datetime], Activity | None]
    save_duplicate: Callable[[Activity], object]
    values: Values = nothing_known
    meant: Callable[[], str] = str

    def products(self, text: str) -> Sequence[Product]:
        """The products that a typed text finds, and then those whose name or code holds it: some are only a name."""
        wanted = text.strip().casefold()
        found = {product.id: product for product in self.find_products(text) if product.deleted_at is None}
        for product in self.sheet().products_in_use() if wanted else ():
            if any(wanted in name.casefold() for name in (product.name, *product.codes)):
                found.setdefault(product.id, product)
        return list(found.values())

    def product(self, product_id: str) -> Product | None:
        """The product of an id, in the bin or not."""
        return self.sheet().products.get(product_id)
