"""A shop with unpaid orders, whose program is started, killed and started again on the same store."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.orders.order import Deed, Event, Order, Outcome
from app.core.orders.reminders import Reminder
from app.core.settings import Settings
from app.services.orders.reminders import AT_ONCE, Reminders
from app.services.orders.urged import Urged
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeCountdowns, FakeOrders
from tests.unpaid import order


class FakeQueue:
    """The orders of a store, as the reminders see them."""

    def __init__(self, store: FakeOrders) -> None:
        self.store = store
        self.own_kinds: Mapping[str, OrderKind] = {kind.id: kind for kind in DEFAULTS}

    def get(self, order_id: str) -> Order | None:
        return self.store.rows.get(order_id)

    def open(self) -> Iterable[Order]:
        return [each for each in self.store.rows.values() if each.is_open]

    def of_buyer(self, buyer: str) -> Collection[Order]:
        return [each for each in self.store.rows.values() if each.buyer == buyer]

    def has_paid(self, buyer: str) -> bool:
        return any(each.outcome is Outcome.PAID for each in self.of_buyer(buyer))

    def kinds(self) -> Mapping[str, OrderKind]:
        return self.own_kinds


class Shop:
    """All deeds store first, as the program does: one that raises `NotStored` has changed nothing."""

    def __init__(self, settings: Settings | None = None, at_once: int = AT_ONCE) -> None:
        self.clock = FakeClock()
        self.store = FakeOrders()
        self.heart = FakeCountdowns()
        self.queue = FakeQueue(self.store)
        self.settings = settings or Settings(agent="小夏")
        self.at_once = at_once
        self.ids = count(1)
        self.start()

    def start(self) -> None:
        self.time = ShopTime(self.clock, lambda: self.settings)
        self.pulse = Pulse(self.heart, self.time)
        self.pulse.load(has_lengths=bool(self.store.rows))
        self.urged = Urged(self.store, self.time)
        self.reminders = Reminders(
            self.queue, self.urged, self.store, self.time, self.pulse, lambda: self.settings, self.at_once
        )
        self.reminders.load()

    def add(self, number: int | None = None, **fields: Any) -> Order:
        """An order that is placed now."""
        self.pulse.keep()
        new = order(next(self.ids) if number is None else number, self.time.now(), shift=self.pulse.shift, **fields)
        return self.put(new)

    def put(self, *orders: Order) -> Order:
        self.store.put(orders)
        self.reminders.take(orders)
        return orders[-1]

    def end(self, order_id: str, outcome: Outcome = Outcome.PAID) -> None:
        self.put(replace(self.store.rows[order_id], outcome=outcome, outcome_at=self.time.now()))

    def snooze(self, order_id: str, length: timedelta) -> None:
        self.pulse.keep()
        former = self.store.rows[order_id]
        until = self.time.now() + length - (self.pulse.shift - former.shift)
        self.put(replace(former, snoozed_until=until))

    def urge(self, order_id: str) -> None:
        event = Event(f"u{next(self.ids)}", order_id, Deed.URGED, self.time.now())
        self.store.record([event])
        self.reminders.take((), (), [event])

    def look(self) -> list[str]:
        """What a look tells aloud, as `order step`."""
        due = self.reminders.due()
        self.reminders.told(due)
        return [words(each) for each in due if each.holding is None]

    def waiting(self) -> dict[str, str]:
        """What waits: `order step` and why."""
        return {words(each): each.holding.why.value for each in self.reminders.due() if each.holding}

    def go(self, length: timedelta) -> list[tuple[int, str]]:
        """Let time pass as a program does that wakes when it asked for it; what is told, and after how many seconds."""
        began_at = self.time.now()
        until = began_at + length
        told = [(0, each) for each in self.look()]
        while self.time.now() < until:
            wake_at = self.reminders.next_at() or until
            self.clock.go(min(wake_at, until) - self.time.now())
            passed = (self.time.now() - began_at) // timedelta(seconds=1)
            told += [(passed, each) for each in self.look()]
        return told

    def sleep(self, length: timedelta) -> list[str]:
        self.clock.go(length)
        return self.look()


def words(reminder: Reminder) -> str:
    return f"{reminder.order.id} {reminder.step_id}"


def minutes(told: Iterable[tuple[int, str]]) -> list[tuple[float, str]]:
    return [(seconds / 60, each) for seconds, each in told]


def at(shop: Shop, clock: str, day: int = 11) -> datetime:
    """Set the shop's day on, to a wall time in its zone."""
    hour, minute = map(int, clock.split(":"))
    moment = datetime(2026, 11, day, hour, minute, tzinfo=shop.time.zone())
    shop.clock.go(moment - shop.time.now())
    return moment
