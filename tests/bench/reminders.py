"""`python -m tests.bench.reminders`: 100,000 open orders: the next reminder, all of them due at once, one change; and
a report of 20,000 orders.

Times are the best of three; the store is a real one. Nothing is asserted.
"""

import gc
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from app.core.orders.book import OrderBook
from app.core.orders.kinds import DEFAULTS
from app.core.orders.order import Deed, Event, Order, Outcome
from app.core.orders.reminders import Reminder
from app.core.orders.reports import report, to_plain
from app.core.settings import Settings
from app.services.orders.orders import Orders as OrdersOf
from app.services.orders.reminders import Reminders
from app.services.orders.urged import Urged
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime
from db.engine import open_database
from db.orders import Orders as OrderStore
from tests.bench.orders import COUNT, NOW, orders
from tests.bench.timing import seconds
from tests.fakes import FakeClock, FakeCountdowns

MINUTE = timedelta(minutes=1)
BUDGET = "budget: next reminder ≤ 1 ms; all due at once one notice, and no call longer than 100 ms"
ENDED, EVENTS = 20_000, 100_000


class Queue:
    """A queue of so many orders, as the reminders see it."""

    def __init__(self, given: Sequence[Order]) -> None:
        self.book = OrderBook(given)
        self.get, self.open = self.book.get, self.book.open
        self.of_buyer, self.has_paid = self.book.of_buyer, self.book.has_paid
        self.own_kinds = {kind.id: kind for kind in DEFAULTS}

    def kinds(self):
        return self.own_kinds


def main(_arguments: Sequence[str]) -> None:
    """Print the figures. As in the program, no garbage is collected meanwhile."""
    print(BUDGET)
    gc.disable()
    given = [replace(order, placed_at=NOW, closes_at=NOW + 30 * MINUTE, kind_id="group_buy") for order in orders(COUNT)]
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "store.db")
        store = OrderStore(database)
        store.put(given)
        _reminders(given, store)
        _closing(store)
        database.close()
    _report()


def _reminders(given: Sequence[Order], store: OrderStore) -> None:
    clock = FakeClock(NOW)
    time_of_shop = ShopTime(clock, Settings)
    pulse = Pulse(FakeCountdowns(), time_of_shop)
    pulse.load(has_lengths=True)
    queue = Queue(given)
    made = [Reminders(queue, Urged(store, time_of_shop), store, time_of_shop, pulse, Settings) for _ in range(3)]
    _row(f"take {COUNT:,} open orders", best([one.load for one in made]))
    reminders = made[0]
    _row("when is the next", best([lambda: repeat(reminders.next_at)] * 3) / 1000)
    other = replace(given[50_000], note="改过")
    _row("one order changed", best([lambda: repeat(lambda: reminders.take([other]))] * 3) / 1000)
    clock.go(7 * MINUTE)
    looks, due = gathered(reminders)
    _row(f"{COUNT:,} due at once: {len(looks)} looks, the longest", max(looks))
    _row("all of them", sum(looks))
    told = seconds(lambda: reminders.told(due))
    _row("they were told", told)
    beats = []
    while reminders._unmarked:
        beats.append(seconds(reminders.beat))
    _row(f"marked in {len(beats)} beats, the longest", max(beats))
    _row("all of them", sum(beats))
    _row("the next look", best([reminders.due]))
    _row("when is the next", best([lambda: repeat(reminders.next_at)] * 3) / 1000)


def _closing(store: OrderStore) -> None:
    """All of them close at one moment: until that can be said, and until the last has left the queue."""
    clock = FakeClock(NOW)
    time_of_shop = ShopTime(clock, Settings)
    pulse = Pulse(FakeCountdowns(), time_of_shop)
    pulse.load(has_lengths=True)
    ids = count(1)
    reminders: Reminders

    def stored(*changed: Any) -> None:
        reminders.take(*changed)

    queue = OrdersOf(store, time_of_shop, lambda: f"c{next(ids)}", Settings, pulse, stored)
    queue.load()
    reminders = Reminders(queue, Urged(store, time_of_shop), store, time_of_shop, pulse, Settings)
    reminders.load()
    clock.go(31 * MINUTE)
    looks, due = gathered(reminders)
    looks.append(seconds(lambda: reminders.told(due)))
    _row(f"{len(due):,} closed at once: {len(looks)} looks until it is said", sum(looks))
    pieces = []
    while queue.book.count():
        pieces.append(seconds(lambda: (reminders.due(), reminders.beat(), queue.expire(reminders.has_told_closing))))
    _row(f"gone from the queue in {len(pieces)} pieces, the longest", max(pieces))
    _row("all of them", sum(pieces))


def gathered(reminders: Reminders) -> tuple[list[float], Sequence[Reminder]]:
    """How long each look took until all was due, and what was due."""
    looks: list[float] = []
    due: list[Sequence[Reminder]] = []
    while not looks or reminders.is_gathering or not due[-1]:
        looks.append(seconds(lambda: due.append(reminders.due())))
    return looks, due[-1]


def _report() -> None:
    ended = [
        replace(order, outcome=Outcome.PAID if number % 3 else Outcome.CLOSED, outcome_at=NOW, activity_id="d11")
        for number, order in enumerate(orders(ENDED))
    ]
    deeds = (Deed.IMPORTED, Deed.REMINDED, Deed.URGED, Deed.URGED, Deed.PAID)
    events = [
        Event(f"{number}", ended[number // 5].id, deeds[number % 5], NOW - MINUTE, "小夏", f"s{number % 3}", "cf")
        for number in range(EVENTS)
    ]
    zone = ShopTime(FakeClock(NOW), Settings).zone()
    first, last = (NOW - timedelta(days=6)).date(), NOW.date()
    _row(
        f"report of {ENDED:,} orders, {EVENTS:,} events",
        best([lambda: to_plain(report(ended, events, first, last, zone))] * 3),
    )


def repeat(act: Callable[[], object]) -> None:
    """A thousand times: one alone is too quick to be measured."""
    for _ in range(1000):
        act()


def best(acts: Sequence[Callable[[], object]]) -> float:
    """The quickest in seconds."""
    times = []
    for act in acts:
        times.append(seconds(act))
    return min(times)


def _row(name: str, seconds: float) -> None:
    print(f"{name:44s} {seconds * 1000:10.4f} ms", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
