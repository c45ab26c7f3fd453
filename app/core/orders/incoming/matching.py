"""Which known order is meant by one that was read: by its number, else by buyer, time and amount.

The rule: an order noted by hand without its number is found again when the platform tells of it, and is never doubled.
"""

import re
from collections.abc import Collection, Iterable
from datetime import timedelta

from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.order import Order

NEAR = timedelta(minutes=10)
NEAR_WITH_AMOUNT = timedelta(hours=2)
"""So far the time of an order noted by hand may lie from the platform's; further where the amount is the same."""
_MASK = re.compile(r"\*+")


class Known:
    """The orders that are known, found by their number; those noted by hand without one by buyer, time and amount."""

    def __init__(self, orders: Iterable[Order]) -> None:
        self._by_number: dict[str, Order] = {}
        self._unnumbered: dict[str, list[Order]] = {}
        for order in orders:
            if order.number:
                self._by_number[order.number] = order
            else:
                self._unnumbered.setdefault(order.buyer.casefold(), []).append(order)

    def match(self, draft: OrderDraft, taken: Collection[str] = ()) -> Order | None:
        """The known order that a draft is of, if there is one. `taken` are ids that belong to others."""
        own = self._by_number.get(draft.number)
        if own is not None:
            return own
        near = [order for order in self._of_buyer(draft.buyer) if order.id not in taken and _is_near(order, draft)]
        return min(near, key=lambda order: abs(order.placed_at - draft.placed_at), default=None)

    def _of_buyer(self, buyer: str) -> Iterable[Order]:
        if not _MASK.search(buyer):
            return self._unnumbered.get(buyer.casefold(), ())
        return (order for orders in self._unnumbered.values() for order in orders if is_masked(buyer, order.buyer))


def is_masked(masked: str, name: str) -> bool:
    """Whether a name that the platform masked (`小**`) may stand for another one."""
    parts = _MASK.split(masked)
    if len(parts) == 1:
        return False
    return re.fullmatch(".*".join(map(re.escape, parts)), name, re.DOTALL | re.IGNORECASE) is not None


def _is_near(order: Order, draft: OrderDraft) -> bool:
    apart = abs(order.placed_at - draft.placed_at)
    if order.amount is None or draft.amount is None:
        return apart <= NEAR
    return order.amount == draft.amount and apart <= NEAR_WITH_AMOUNT
