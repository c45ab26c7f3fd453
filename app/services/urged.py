"""What went out to buyers lately: the urges that the next one has to keep its distance from.

The rule: it is a part of the history and never more than that; whoever stores an urge adds it here.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from app.core.orders import Deed, Event, Order
from app.ports import Clock, OrderStore

KEPT = timedelta(days=2)
"""A day of the shop and a cooldown lie within it, in whatever zone."""


class Urged:
    """The urges of the last days by order. It knows none until `load`."""

    def __init__(self, store: OrderStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._by_order: dict[str, list[Event]] = {}

    def __len__(self) -> int:
        return len(self._by_order)

    def load(self, events: Iterable[Event] | None = None) -> None:
        """Take what is stored, or what was just read from the store. Raises `NotStored`."""
        since = self._clock.now() - KEPT
        self._by_order = {}
        for event in self._store.events(since) if events is None else events:
            if event.at >= since:
                self.add(event)

    def add(self, event: Event) -> None:
        """An urge went out just now; other events are none."""
        if event.deed is Deed.URGED:
            self._by_order.setdefault(event.order_id, []).append(event)

    def of(self, orders: Iterable[Order]) -> Sequence[Event]:
        """The urges for some orders, order by order."""
        return [event for order in orders for event in self._by_order.get(order.id, ())]

    def last(self, order_id: str) -> Event | None:
        """The latest urge for an order."""
        return max(self._by_order.get(order_id, ()), key=lambda event: event.at, default=None)
