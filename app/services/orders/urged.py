"""What was said of open orders lately: the reminders that were shown, and the urges that the next one keeps away from.

The rule: it is a part of the history and never more than that; an event that comes twice counts once.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from app.core.orders.order import Deed, Event, Order
from app.core.orders.reminders import CLOSED
from app.ports import Clock, OrderStore

KEPT = timedelta(days=2)
"""A day of the shop and a cooldown lie within it, in whatever zone."""


class Urged:
    """The urges of the last days, and the last word on each open order. It knows nothing until `load`."""

    def __init__(self, store: OrderStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._urges: dict[str, dict[str, Event]] = {}
        self._last: dict[str, Event] = {}
        self._waiting: set[str] = set()

    def load(self, marks: Iterable[Event]) -> None:
        """Take what is stored: what happened in the last days, and the `marks` of open orders. Raises `NotStored`."""
        since = self._clock.now() - KEPT
        self._urges, self._last, self._waiting = {}, {}, set()
        for event in self._store.events(since):
            if event.deed is Deed.URGED:
                self.add(event)
        for event in marks:
            self.add(event)

    def add(self, event: Event) -> None:
        """It happened just now; events that are neither reminders nor urges are nothing here."""
        if event.deed is Deed.URGED:
            self._urges.setdefault(event.order_id, {})[event.id] = event
        elif event.deed is not Deed.REMINDED:
            return
        former = self._last.get(event.order_id)
        if former is not None and former.at > event.at:
            return
        self._last[event.order_id] = event
        if event.deed is Deed.REMINDED and event.step_id != CLOSED:
            self._waiting.add(event.order_id)
        else:
            self._waiting.discard(event.order_id)

    def remind(self, ids: Iterable[str], closed: Iterable[str] = ()) -> None:
        """The agent was reminded of these orders just now, that some have closed; the marks of it may come later."""
        self._waiting.update(ids)
        self._waiting.difference_update(closed)

    def ids(self) -> Iterable[str]:
        """The orders that were urged in the last days."""
        return self._urges.keys()

    def of(self, orders: Iterable[Order]) -> Sequence[Event]:
        """The urges for some orders, order by order."""
        found = (self._urges.get(order.id) for order in orders) if self._urges else ()
        return [event for urges in found if urges for event in urges.values()]

    def last(self, order_id: str) -> Event | None:
        """The latest reminder or urge of an order."""
        return self._last.get(order_id)

    def is_waiting(self, order_id: str) -> bool:
        """Whether the agent was reminded of an order and has not urged its buyer since."""
        return order_id in self._waiting

    @property
    def has_waiting(self) -> bool:
        """Whether any is; it may have ended meanwhile."""
        return bool(self._waiting)
