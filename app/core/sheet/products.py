"""A product (商品): what an agent is asked about it, what it costs in which activity, and what to offer instead.

The rule: a fact that the shop did not write down is empty and is never answered by guess.
"""

from datetime import datetime
from decimal import Decimal

from app.core.phrases.phrase import PERSONAL, Image
from app.core.sheet.entries import Fact
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Related:
    """Another product and the reason to buy it instead or together, in words for the buyer."""

    product_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ActivityPrice:
    """What it costs in an activity or, with a `phase_id`, in one phase of it."""

    activity_id: str
    price: Decimal
    phase_id: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """One product. Stock is in pieces, None where nobody counts; `size_reference` is a known thing to compare with."""

    id: str
    name: str
    codes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    link: str = ""
    selling_points: tuple[str, ...] = ()
    size: str = ""
    size_reference: str = ""
    capacity: str = ""
    material: str = ""
    colour_remark: str = ""
    page_stock: int | None = None
    real_stock: int | None = None
    is_sold_out: bool = False
    price: Decimal | None = None
    prices: tuple[ActivityPrice, ...] = ()
    substitutes: tuple[Related, ...] = ()
    complements: tuple[Related, ...] = ()
    related: tuple[Related, ...] = ()
    picture: Image | None = None
    facts: tuple[Fact, ...] = ()
    note: str = ""
    source: str = PERSONAL
    position: int = 0
    deleted_at: datetime | None = None

    @property
    def is_out(self) -> bool:
        """Whether there is none to sell: marked so, or the real stock is counted and used up."""
        return self.is_sold_out or self.real_stock == 0
