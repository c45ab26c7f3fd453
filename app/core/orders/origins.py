"""Where an order comes from: the activity that it was placed in, and whether that makes it a group-buy order.

The rule: an activity is told only by one of its own products; a name that fits two activities tells neither.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from app.core.orders.incoming.states import bare
from app.core.orders.kinds import GROUP_BUY
from app.core.sheet.activities import Activity, ActivityKind
from app.core.sheet.products import Product
from app.core.sheet.sheet import Sheet
from app.core.values import dataclass

MIN_NAME = 2
"""Letters of a product's name or code from which it is looked for in a title."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The activity of an order, and the kind that it gives; both empty where nothing is known."""

    activity_id: str = ""
    kind_id: str = ""


NOWHERE = Origin()
FindOrigin = Callable[[Sequence[str], datetime], Origin]
"""Finds the origin of an order by its items and the moment it was placed."""


class Origins:
    """Finds activities by the products of a cheat-sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._activities = sheet.activities_in_use()
        products = sheet.products_in_use()
        self._names = {activity.id: _names(activity, products) for activity in self._activities}
        self._found: dict[tuple[str, str], bool] = {}

    def __call__(self, items: Sequence[str], placed_at: datetime) -> Origin:
        """The origin of an order."""
        running = [activity for activity in self._activities if activity.is_running(placed_at)]
        fitting = [activity for activity in running if any(self._has(activity, item) for item in items)]
        group_buys = [activity for activity in fitting if activity.kind is ActivityKind.GROUP_BUY]
        kind_id = GROUP_BUY if group_buys else ""
        meant = group_buys or fitting
        return Origin(meant[0].id if len(meant) == 1 else "", kind_id)

    def _has(self, activity: Activity, item: str) -> bool:
        key = (activity.id, item)
        if key not in self._found:
            title = bare(item)
            self._found[key] = any(name in title for name in self._names[activity.id])
        return self._found[key]


def _names(activity: Activity, products: Sequence[Product]) -> tuple[str, ...]:
    """What the products of an activity are called in a title."""
    told = {product_id for phase in activity.phases for product_id in phase.product_ids}
    names = (
        bare(name)
        for product in products
        if product.id in told or any(price.activity_id == activity.id for price in product.prices)
        for name in (product.name, *product.codes)
    )
    return tuple(dict.fromkeys(name for name in names if len(name) >= MIN_NAME))
