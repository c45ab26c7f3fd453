"""A day of two PCs: what the day shift leaves goes over as a file, back the next morning, and nothing is doubled."""

from collections.abc import Collection
from datetime import timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest

from app.core.changes import NOTHING, Kind
from app.core.orders.duties.handover import Handover, of_bytes, to_bytes
from app.core.orders.duties.shifts import SHIFTS
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.kinds import GROUP_BUY, ORDINARY
from app.core.orders.order import Event, Order, Outcome
from app.core.orders.urging import Held
from app.core.phrases.phrase import Phrase
from app.core.settings import Settings
from app.core.sheet.changes import Change
from app.core.storage import NotStored, Trouble
from app.services.orders.duties import Duties
from app.services.orders.handover import HandingOver
from app.services.orders.orders import Orders
from app.services.orders.reminders import Reminders
from app.services.orders.urged import Urged
from app.services.orders.urging import Urging
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeCountdowns, FakeOrders
from tests.services.orders.test_duties import words
from tests.unpaid import MINUTE, NOW

HOUR = 60 * MINUTE
DAY = 24 * HOUR
ORDERS = frozenset({Kind.ORDERS})
URGE = Phrase("cf", "催付", "亲，还没付款哦", codes=("cf",))
CHANGE = Change("c1", "a1", "双11", "limit.count", "2", "3", NOW, "personal")


class Words:
    def with_code(self, code: str) -> list[Phrase]:
        return [URGE] if code in URGE.codes else []


class Office:
    """One PC with its agent. All PCs of a test go by one world's clock, `ahead` by which this one is wrong."""

    def __init__(self, agent: str, ahead: timedelta = timedelta()) -> None:
        self.clock = FakeClock(NOW + ahead)
        self.settings = Settings(agent=agent, shop="猫店", shifts=SHIFTS)
        self.store, self.heart = FakeOrders(), FakeCountdowns()
        self.changes: list[Change] = []
        ids = count(1)
        self.time = ShopTime(self.clock, lambda: self.settings)
        pulse = Pulse(self.heart, self.time)
        pulse.load(has_lengths=True)
        self.orders = Orders(
            self.store,
            self.time,
            lambda: f"{agent}{next(ids)}",
            lambda: self.settings,
            pulse,
            self._stored,
        )
        urged = Urged(self.store, self.time)
        self.reminders = Reminders(self.orders, urged, self.store, self.time, pulse, lambda: self.settings)
        self.urging = Urging(
            self.orders, urged, Words(), self.time, pulse, lambda: self.settings, lambda: f"{agent}{next(ids)}"
        )
        self.handing = HandingOver(
            self.orders, self.store, lambda: self.changes, self.time, pulse, lambda: self.settings
        )
        self.duties = Duties(self.orders.follow_ups, self.handing, self.heart, self.time, pulse, lambda: self.settings)
        self.orders.load()
        self.reminders.load()

    def _stored(self, orders: Collection[Order], gone: Collection[str], events: Collection[Event]) -> None:
        self.reminders.take(orders, gone, events)

    def add(self, buyer: str, kind: str = ORDINARY, number: str = "", amount: int | None = 128) -> Order:
        now, length = self.time.now(), timedelta(minutes=30) if kind == GROUP_BUY else timedelta(hours=72)
        total = None if amount is None else Decimal(amount)
        self.orders.add(OrderDraft(buyer, kind, now, now + length, number=number, amount=total))
        return self.of(buyer)

    def of(self, buyer: str) -> Order:
        """The one order of a buyer, which is the one at rest."""
        (one,) = self.orders.of_buyer(buyer)
        assert self.store.rows[one.id] == one
        return one

    def open(self) -> list[str]:
        return [one.buyer for one in self.orders.open()]

    def promised(self) -> list[str]:
        return [one.text for one in self.orders.follow_ups.open()]

    def look(self) -> list[str]:
        """Which steps are said aloud."""
        due = self.reminders.due()
        self.reminders.told(due)
        return [f"{one.order.buyer} {one.step_id}" for one in due if one.holding is None]

    def remember(self) -> list[str]:
        """Which promises and handovers are said."""
        due = self.duties.due()
        self.duties.told(due)
        return words(due)

    def urge(self, buyer: str) -> None:
        urge = self.urging.urge(self.of(buyer).id)
        assert urge is not None
        assert urge.phrase is not None
        self.urging.record(urge.order.id, urge.step, urge.phrase, urge.phrase.body)

    def hand_over(self, folder: Path) -> str:
        file = folder / f"{self.settings.agent}.json"
        file.write_bytes(to_bytes(self.handing.made()))
        return str(file)

    def take(self, file: str) -> Handover:
        handover = of_bytes(Path(file).read_bytes())
        self.handing.take(handover)
        return handover


def go(length: timedelta, *offices: Office) -> None:
    for office in offices:
        office.clock.go(length)


@pytest.fixture
def day() -> Office:
    """The PC of the day shift after a busy afternoon."""
    office = Office("小夏")
    office.add("小熊猫", GROUP_BUY)
    office.add("木木", number="1" * 19)
    office.add("阿良", amount=None)
    office.add("糖果")
    office.orders.pay(office.of("糖果").id)
    office.orders.follow_ups.add("阿良", "查快递", NOW + 4 * HOUR)
    office.orders.follow_ups.add("木木", "问库存", NOW + HOUR)
    office.changes = [CHANGE]
    return office


def test_a_shift_ends_and_the_next_one_goes_on_where_it_stopped(day: Office, tmp_path: Path) -> None:
    night = Office("小秋")
    night.add("木木", number="1" * 19)  # both have it of the platform's export
    night.add("夜猫")
    go(30 * MINUTE, day, night)
    day.look()
    night.look()
    day.urge("阿良")
    day.orders.note(day.of("木木").id, "周末送")
    day.orders.follow_ups.done([day.orders.follow_ups.open()[0].id])
    day.orders.expire()
    go(2 * HOUR + 15 * MINUTE, day, night)
    assert day.remember() == ["白班"]

    file = day.hand_over(tmp_path)
    handover = of_bytes(Path(file).read_bytes())
    card, coming = (
        day.handing.text(day.handing.made(), is_masked=False),
        night.handing.text(handover, is_masked=False, is_own=False),
    )
    night.take(file)

    assert card == coming
    assert "木木" in card
    assert "查快递" in card
    assert "双11" in card
    assert sorted(night.open()) == ["夜猫", "木木", "阿良"]
    assert night.of("木木").note == "周末送"
    assert (night.of("糖果").outcome, night.of("小熊猫").outcome) == (Outcome.PAID, Outcome.CLOSED)
    assert night.promised() == ["查快递"]
    assert night.look() == [], "what was said to the day shift is not said again"
    go(75 * MINUTE, night)
    assert night.remember() == ["查快递"]


def test_the_same_file_and_a_second_one_of_the_same_shift_double_nothing(day: Office, tmp_path: Path) -> None:
    night = Office("小秋")
    night.take(day.hand_over(tmp_path))
    before = (dict(night.store.rows), dict(night.store.past), dict(night.store.promises))

    again = night.handing.take(of_bytes(Path(day.hand_over(tmp_path)).read_bytes()))
    assert again.changed == NOTHING
    assert (night.store.rows, night.store.past, night.store.promises) == before

    go(5 * MINUTE, day, night)
    day.add("迟到")
    night.take(day.hand_over(tmp_path))
    assert len(night.store.rows) == len(before[0]) + 1
    assert night.store.promises == before[2]


def test_the_next_morning_it_goes_back_and_both_know_the_same(day: Office, tmp_path: Path) -> None:
    night = Office("小秋")
    night.take(day.hand_over(tmp_path))
    go(6 * HOUR, day, night)
    night.orders.pay(night.of("木木").id)
    night.orders.give_up(night.of("阿良").id, "price")
    night.orders.follow_ups.done([one.id for one in night.orders.follow_ups.open()])
    night.add("夜猫")
    go(10 * HOUR, day, night)

    day.take(night.hand_over(tmp_path))
    night.take(day.hand_over(tmp_path))

    for office in (day, night):
        office.orders.expire()
    assert day.open() == night.open() == ["夜猫"]
    assert day.store.promises == night.store.promises
    assert (day.of("木木").outcome, day.of("阿良").lost_reason) == (Outcome.PAID, "price")
    assert {one.id for one in day.store.rows.values()} == {one.id for one in night.store.rows.values()}


def test_what_both_noted_by_hand_is_one_order(tmp_path: Path) -> None:
    day, night = Office("小夏"), Office("小秋")
    day.add("小熊猫", amount=None)
    go(3 * MINUTE, day, night)
    night.add("小熊猫")
    night.add("木木", number="2" * 19)
    go(MINUTE, day, night)
    day.add("木木")

    night.take(day.hand_over(tmp_path))
    day.take(night.hand_over(tmp_path))

    for office in (day, night):
        assert sorted(office.open()) == ["小熊猫", "木木"]
        assert office.of("小熊猫").amount == 128
        assert office.of("木木").number == "2" * 19


def test_two_orders_of_a_buyer_stay_two(tmp_path: Path) -> None:
    day, night = Office("小夏"), Office("小秋")
    day.add("小熊猫", amount=Decimal(128))
    day.add("小熊猫二", number="1" * 19)
    night.orders.add(OrderDraft("小熊猫", ORDINARY, NOW, NOW + 3 * DAY, amount=Decimal(59)))
    night.add("小熊猫二", number="2" * 19)

    night.take(day.hand_over(tmp_path))

    assert len(night.store.rows) == 4


def test_a_buyer_who_was_urged_on_one_pc_is_not_urged_again_on_the_other(day: Office, tmp_path: Path) -> None:
    night = Office("小秋")
    go(30 * MINUTE, day, night)
    for _ in range(2):
        day.urge("阿良")
        go(10 * MINUTE, day, night)

    night.take(day.hand_over(tmp_path))

    held = night.urging.holding(night.of("阿良"))
    assert held is not None
    assert held.why is Held.TOO_OFTEN


def test_taking_over_is_taken_back_whole_and_not_after_something_else_was_done(day: Office, tmp_path: Path) -> None:
    night = Office("小秋")
    night.add("夜猫")
    before = dict(night.store.rows)
    file = day.hand_over(tmp_path)

    night.take(file)
    assert night.handing.undo() == ORDERS
    assert (night.store.rows, night.promised()) == (before, [])
    assert night.handing.undo() == NOTHING

    night.take(file)
    night.orders.follow_ups.done([night.orders.follow_ups.open()[0].id])
    assert night.handing.undo() == NOTHING
    assert len(night.store.rows) > len(before)


def test_where_only_promises_came_no_deed_of_the_agent_is_taken_back(day: Office, tmp_path: Path) -> None:
    night = Office("小秋")
    night.take(day.hand_over(tmp_path))
    night.orders.note(night.of("木木").id, "改地址")
    day.orders.follow_ups.add("糖果", "补发", NOW + HOUR)

    night.take(day.hand_over(tmp_path))
    assert night.handing.undo() == ORDERS

    assert night.of("木木").note == "改地址"
    assert "补发" not in night.promised()


def test_an_undo_that_cannot_be_stored_can_be_tried_again(day: Office, tmp_path: Path) -> None:
    night = Office("小秋")
    night.take(day.hand_over(tmp_path))
    night.store.trouble = Trouble.FULL
    with pytest.raises(NotStored):
        night.handing.undo()

    night.store.trouble = None

    assert night.handing.undo() == ORDERS
    assert (night.store.rows, night.store.promises) == ({}, {})


def test_a_pc_whose_clock_was_wrong_takes_over_the_moments_of_the_platform(day: Office, tmp_path: Path) -> None:
    late = Office("小秋", ahead=-2 * HOUR)
    late.add("夜猫")
    late.clock.jump(2 * HOUR)

    late.take(day.hand_over(tmp_path))

    assert late.orders.left(late.of("小熊猫")) == 30 * MINUTE
    assert late.look() == []
