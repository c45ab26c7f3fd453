"""Reports of what became of the orders, for days of the shop.

The rule: it reads what is stored and keeps nothing.
"""

from datetime import date, timedelta

from app.core.orders.reports import OrderReport, report, span
from app.ports import OrderStore
from app.services.shop_time import ShopTime

_BEFORE = timedelta(days=1)
"""How much earlier than its order an urge may seem to be, by a clock that was set."""


class Reports:
    """Makes reports."""

    def __init__(self, store: OrderStore, clock: ShopTime) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> OrderReport:
        """The day of the shop that runs. Raises `NotStored`."""
        day = self._clock.local().date()
        return self.of(day, day)

    def of(self, first: date, last: date, activity_id: str = "") -> OrderReport:
        """The days from `first` to `last`, in whichever order they are given, of one activity or of all.

        Raises `NotStored`.
        """
        first, last = min(first, last), max(first, last)
        zone = self._clock.zone()
        since, _ = span(first, last, zone)
        recent = [order for order in self._store.recent(since) if activity_id in ("", order.activity_id)]
        orders = [order for order in recent if not order.is_open]
        urged_from = min((order.placed_at for order in orders), default=since)
        events = self._store.events(min(urged_from, since) - _BEFORE)
        if activity_id:
            own = {order.id for order in recent}
            events = [event for event in events if event.order_id in own]
        return report(orders, events, first, last, zone)
