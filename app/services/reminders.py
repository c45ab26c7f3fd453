"""The reminders of open orders: what has come, what of it waits by the rules of urging, and when to look again.

The rule: show, then mark. Nothing is told twice and nothing is lost, whatever happens to the program, the store or the
clock in between; what waits is told when it does not wait any more.

Whoever owns it gives it to `Orders` as what is told after a commit (`take`) and calls, at the moment of `next_at` and
after each change of orders or settings: `due`, shows what it gives, `told`, lets `Orders.expire` close what was told as
closed, and asks `next_at` again; where nothing is due, `beat`.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from app.core import urging
from app.core.order_kinds import OrderKind
from app.core.orders import Event, Order, Outcome
from app.core.reminders import Agenda, Reminder, mark, told_until
from app.core.settings import Settings
from app.core.storage import NotStored
from app.core.urging import UrgeRules
from app.ports import OrderStore
from app.services.countdowns import EVERY
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime
from app.services.urged import Urged

_FEW = 50
"""So many orders are asked for one by one."""
_log = logging.getLogger(__name__)


class Queue(Protocol):
    """The orders as the reminders see them."""

    def get(self, order_id: str) -> Order | None:
        """The order of an id."""
        ...

    def open(self) -> Iterable[Order]:
        """Those that wait for their payment."""
        ...

    def of_buyer(self, buyer: str) -> Collection[Order]:
        """Those of a buyer, open or ended not long ago."""
        ...

    def kinds(self) -> Mapping[str, OrderKind]:
        """The kinds by id."""
        ...


class Reminders:
    """All reminders. There are none until `load`."""

    def __init__(
        self,
        queue: Queue,
        urged: Urged,
        store: OrderStore,
        clock: ShopTime,
        pulse: Pulse,
        settings: Callable[[], Settings],
    ) -> None:
        self._queue = queue
        self._urged = urged
        self._store = store
        self._clock = clock
        self._pulse = pulse
        self._settings = settings
        self._kinds: Mapping[str, OrderKind] = {}
        self._agenda = Agenda()
        self._unmarked: dict[str, Event] = {}
        self._listed: Sequence[Reminder] = ()
        self._made_of: tuple[Sequence[Reminder], UrgeRules, timedelta] | None = None
        self._held_until: datetime | None = None
        self._has_loud = False
        self._is_in_trouble = False

    def load(self, marks: Iterable[Event] | None = None, events: Iterable[Event] | None = None) -> None:
        """Take all open orders and what was told of them, at the start and after a restore. Raises `NotStored`.

        Both may have been read from the store just now: its `marks`, and the `events` of the last two days. What this
        run has told stays told.
        """
        marks = self._store.marks() if marks is None else list(marks)
        self._urged.load(marks, events)
        told = told_until(marks)
        for order_id, at in self._agenda.told_until.items():
            told[order_id] = max(at, told.get(order_id, at))
        self._kinds = self._queue.kinds()
        self._agenda = Agenda(self._queue.open(), self._kinds, told)
        self._listed, self._made_of, self._has_loud, self._held_until = (), None, False, None

    def take(self, orders: Collection[Order], gone: Collection[str] = (), events: Collection[Event] = ()) -> None:
        """These orders are new or different, others are gone, and this happened: others may wait for another reason
        now. It is what `Orders` tells after each commit (`Stored`), after it has taken that in itself.
        """
        self._renew_kinds()
        for event in events:
            self._urged.add(event)
        told = told_until(events) | self._told_unknown([order.id for order in orders if order.is_open])
        for order in orders:
            self._agenda.put(order, told.get(order.id))
        for order_id in gone:
            self._agenda.remove(order_id)
        self._made_of = None

    def changed(self, ids: Collection[str] = ()) -> None:
        """The kinds, the rules or these orders have changed."""
        found = {order_id: self._queue.get(order_id) for order_id in ids}
        there = [order for order in found.values() if order is not None]
        self.take(there, [order_id for order_id, order in found.items() if order is None])

    def due(self) -> Sequence[Reminder]:
        """What is to be told now, and silently what waits; in the order of the moments. It stays due until `told`."""
        now = self._pulse.now()
        come = self._agenda.come(now - self._pulse.shift)
        made_of = (come, self._settings().urge_rules, self._pulse.shift)
        if self._has_loud or made_of != self._made_of or (self._held_until is not None and self._held_until <= now):
            self._take(list(self._with_holdings(come, made_of[1], now)))
            self._made_of = made_of
        return self._listed

    def told(self, shown: Iterable[Reminder]) -> None:
        """Remember that these were shown; those that wait are not meant. What the store does not take stays in mind."""
        now, agent = self._pulse.now(), self._settings().agent
        loud = {reminder.order.id: reminder for reminder in shown if reminder.holding is None}
        for reminder in loud.values():
            event = mark(reminder, now, agent)
            self._unmarked[event.id] = event
            self._urged.add(event)
        self._agenda.told(loud.values())
        self._take([one for one in self._listed if one.holding is not None or one.order.id not in loud])
        self.beat()

    def beat(self) -> None:
        """Compare the clocks, and bring in what the store has not taken; one in trouble is asked again next time."""
        try:
            if self._unmarked:
                self._store.record(list(self._unmarked.values()))
                self._unmarked = {}
            self._pulse.keep()
        except NotStored as not_stored:
            if not self._is_in_trouble:
                _log.warning("Reminders that were shown could not be marked: %s", not_stored)
            self._is_in_trouble = True
        else:
            self._is_in_trouble = False

    def next_at(self) -> datetime | None:
        """When to look again, at most a minute ahead; None where nothing is awaited, and then nothing need wake."""
        now = self._pulse.now()
        if self._has_loud or (self._listed and self._made_of is None):
            return now
        coming = self._agenda.next_at()
        awaited = [at for at in (coming and coming + self._pulse.shift, self._held_until) if at is not None]
        if not awaited:
            return now + EVERY if self._unmarked else None
        return max(min(*awaited, now + EVERY), now)

    def _renew_kinds(self) -> None:
        kinds = self._queue.kinds()
        if kinds != self._kinds:
            self._kinds = kinds
            self._agenda = self._agenda.for_kinds(kinds)

    def _told_unknown(self, ids: Iterable[str]) -> dict[str, datetime]:
        """What was told of orders that were not awaited: one may be open again, and only its history knows."""
        unknown = [order_id for order_id in ids if order_id not in self._agenda]
        try:
            if len(unknown) > _FEW:
                return told_until(self._store.marks())
            return told_until(event for order_id in unknown for event in self._store.history(order_id))
        except NotStored as not_stored:
            _log.warning("What was told of %d orders could not be read: %s", len(unknown), not_stored)
            return {}

    def _take(self, listed: Sequence[Reminder]) -> None:
        held = [one.holding.until_at for one in listed if one.holding is not None]
        self._listed = listed
        self._has_loud = len(held) < len(listed)
        self._held_until = min((at for at in held if at is not None), default=None)

    def _with_holdings(self, come: Iterable[Reminder], rules: UrgeRules, now: datetime) -> Iterator[Reminder]:
        zone, shift = self._clock.zone(), self._pulse.shift
        quiet = urging.quiet(rules, now, zone)
        for reminder in come:
            order, held = reminder.order, quiet
            if reminder.is_closed or order.is_overridden:
                held = None  # that an order has closed asks nothing of its buyer
            elif quiet is None and order.buyer:
                orders = self._queue.of_buyer(order.buyer)
                urges = self._urged.of(orders)
                if urges or any(other.outcome is Outcome.PAID for other in orders):
                    held = urging.holding(order, orders, urges, rules, now, zone, shift)
            yield reminder if held is None else replace(reminder, holding=held)
