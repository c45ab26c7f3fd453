"""The reminders of open orders: what has come, what of it waits by the rules of urging, and when to look again.

The rule: show, then mark. Nothing is told twice and nothing is lost, whatever happens to the program, the store or the
clock in between; what waits is told when it does not wait any more.

Whoever owns it gives it to `Orders` as what is told after a commit (`take`) and calls, at the moment of `next_at` and
after each change of orders or settings: `due`, shows what it gives, `told`, lets `Orders.expire` close those that
`has_told_closing` knows, and asks `next_at` again; where nothing is due, `beat`. At the end of the program `mark_all`.

However much comes at once, each call takes a moment: `due` gives nothing until all that has come is gathered, then all
of it together, and marks are stored piece by piece. While anything is left `next_at` is now.
"""

import logging
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core.orders import urging
from app.core.orders.agenda import Agenda
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Event, Order
from app.core.orders.reminders import Reminder, mark, told_until
from app.core.orders.urging import Holding, UrgeRules
from app.core.settings import Settings
from app.core.storage import NotStored
from app.core.values import dataclass
from app.ports import OrderStore
from app.services.countdowns import EVERY
from app.services.orders.orders import Orders
from app.services.orders.urged import Urged
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime

_FEW = 50
"""So many orders are asked for one by one."""
AT_ONCE = 1_000
"""So many orders are met, and so many marks stored, in one call: it takes a frame or two."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Reminders that were shown at one moment and are marked in one transaction."""

    reminders: Sequence[Reminder]
    at: datetime
    agent: str

    def without(self, ids: Collection[str]) -> "_Shown":
        """Orders are gone, and their history with them."""
        return replace(self, reminders=[one for one in self.reminders if one.order.id not in ids])


class Reminders:
    """All reminders. There are none until `load`."""

    def __init__(
        self,
        queue: Orders,
        urged: Urged,
        store: OrderStore,
        clock: ShopTime,
        pulse: Pulse,
        settings: Callable[[], Settings],
        at_once: int = AT_ONCE,
    ) -> None:
        self._queue = queue
        self._urged = urged
        self._store = store
        self._clock = clock
        self._pulse = pulse
        self._settings = settings
        self._at_once = at_once
        self._kinds: Mapping[str, OrderKind] = {}
        self._agenda = Agenda()
        self._unmarked: deque[_Shown] = deque()
        self._listed: Sequence[Reminder] = ()
        self._made_of: tuple[Sequence[Reminder], UrgeRules, timedelta] | None = None
        self._held_until: datetime | None = None
        self._has_loud = self._is_listed_early = False
        self._is_in_trouble = False

    def load(self) -> None:
        """Take all open orders and what was told of them, at the start and after a restore. Raises `NotStored`.

        What this run has told stays told.
        """
        marks = self._store.marks()
        self._urged.load(marks)
        told = told_until(marks)
        for order_id, at in self._agenda.told_until.items():
            told[order_id] = max(at, told.get(order_id, at))
        self._kinds = self._queue.kinds()
        self._agenda = Agenda(self._queue.open(), self._kinds, told)
        self._listed, self._made_of, self._held_until = (), None, None
        self._has_loud = self._is_listed_early = False

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
        if gone and self._unmarked:
            self._unmarked = deque(shown.without(frozenset(gone)) for shown in self._unmarked)
        self._made_of = None

    def changed(self, ids: Collection[str] = ()) -> None:
        """The kinds, the rules or these orders have changed."""
        found = {order_id: self._queue.get(order_id) for order_id in ids}
        there = [order for order in found.values() if order is not None]
        self.take(there, [order_id for order_id, order in found.items() if order is None])

    @property
    def is_gathering(self) -> bool:
        """Whether more has come than one call of `due` could look at: the next one goes on."""
        return self._agenda.is_gathering or self._is_listed_early

    def has_told_closing(self, order: Order) -> bool:
        """Whether it was told that an order has closed: none leaves the queue before."""
        until = self._agenda.told_until.get(order.id)
        return until is not None and until >= order.closes_at

    def due(self) -> Sequence[Reminder]:
        """What is to be told now, and silently what waits; in the order of the moments. It stays due until `told`."""
        now = self._pulse.now()
        steady = now - self._pulse.shift
        if not self._agenda.gather(steady, self._at_once):
            return ()
        come = self._agenda.come(steady)
        made_of = (come, self._settings().urge_rules, self._pulse.shift)
        is_same, is_over = made_of == self._made_of, self._held_until is not None and self._held_until <= now
        was_early, self._is_listed_early = self._is_listed_early, False
        if not is_same or is_over or (self._has_loud and not was_early):
            self._take(self._with_holdings(come, made_of[1], now))
            self._made_of = made_of
            if len(come) > self._at_once and self._has_loud and not was_early:
                self._is_listed_early = True  # that took its time; the next look has them at once
                return ()
        return self._listed

    def told(self, shown: Iterable[Reminder]) -> None:
        """Remember that these were shown; those that wait are not meant. What the store does not take stays in mind."""
        now, agent = self._pulse.now(), self._settings().agent
        loud = [reminder for reminder in shown if reminder.holding is None]
        ids = {reminder.order.id for reminder in loud}
        pieces = range(0, len(loud), self._at_once)
        self._unmarked.extend(_Shown(loud[first : first + self._at_once], now, agent) for first in pieces)
        self._urged.remind(ids, [reminder.order.id for reminder in loud if reminder.step is None])
        self._agenda.told(loud)
        self._take([one for one in self._listed if one.holding is not None or one.order.id not in ids])
        if len(loud) <= self._at_once:  # else the next look begins with it: this one has taken its time
            self.beat()

    def beat(self) -> None:
        """Compare the clocks, and bring in what the store has not taken; one in trouble is asked again next time."""
        try:
            self._mark_some()
            self._pulse.keep()
        except NotStored as not_stored:
            if not self._is_in_trouble:
                _log.warning("Reminders that were shown could not be marked: %s", not_stored)
            self._is_in_trouble = True
        else:
            self._is_in_trouble = False

    def mark_all(self) -> None:
        """Bring in all that was shown, before the program ends."""
        self.beat()
        while self._unmarked and not self._is_in_trouble:
            self.beat()

    def _mark_some(self) -> None:
        if not self._unmarked:
            return
        shown = self._unmarked[0]
        marks = [mark(reminder, shown.at, shown.agent) for reminder in shown.reminders]
        for event in marks:
            self._urged.add(event)
        self._store.record(marks)
        self._unmarked.popleft()

    def next_at(self) -> datetime | None:
        """When to look again, at most a minute ahead; None where nothing is awaited, and then nothing need wake."""
        now = self._pulse.now()
        is_marking = self._unmarked and not self._is_in_trouble
        if self._has_loud or self.is_gathering or is_marking or (self._listed and self._made_of is None):
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

    def _with_holdings(self, come: Iterable[Reminder], rules: UrgeRules, now: datetime) -> list[Reminder]:
        zone, shift = self._clock.zone(), self._pulse.shift
        night = urging.quiet(rules, now, zone)
        urged = self._urged_buyers()
        former = {one.order.id: one for one in self._listed if one.holding is not None}
        listed = []
        for reminder in come:
            order = reminder.order
            held = None if night is None else urging.by_night(order, night, now, shift)
            if reminder.step is None or order.is_overridden:
                held = None  # that an order has closed asks nothing of its buyer
            elif held is None and order.buyer and (order.buyer in urged or self._queue.has_paid(order.buyer)):
                orders = self._queue.of_buyer(order.buyer)
                held = urging.holding(order, orders, self._urged.of(orders), rules, now, zone, shift)
            listed.append(reminder if held is None else _held(reminder, held, former))
        return listed

    def _urged_buyers(self) -> Collection[str]:
        orders = (self._queue.get(order_id) for order_id in self._urged.ids())
        return {order.buyer for order in orders if order is not None}


def _held(reminder: Reminder, held: Holding, former: Mapping[str, Reminder]) -> Reminder:
    """It waits; by night 100,000 may, and most of them as they did at the last look."""
    same = former.get(reminder.order.id)
    if same is not None and same.holding == held and same.order is reminder.order and same.at == reminder.at:
        return same
    return replace(reminder, holding=held)
