"""Exports read, planned, taken over, taken back, and read again."""

from datetime import timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from app.core.changes import NOTHING, Kind
from app.core.imports.reading import Cancelled, Watch
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.incoming.intake import Fate
from app.core.orders.kinds import GROUP_BUY, ORDINARY
from app.core.orders.order import Deed, Flag, Outcome
from app.core.settings import Settings
from app.core.storage import NotStored, Trouble
from app.formats.orders.export import read
from app.services.orders.importing import OrderImport
from app.services.orders.orders import Orders
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeCountdowns, FakeOrders
from tests.formats.exports import CLOSED, NOW, PAID, many, number, row, text
from tests.formats.files import put

PAID_NOW = {"订单状态": PAID, "订单付款时间 ": "2026-11-11 14:18:00"}


class Room:
    """The service over a store in memory and a real reader."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store, self.clock, self.settings = FakeOrders(), FakeClock(NOW), Settings(agent="小二")
        self.ids = count(1)
        self.start()

    def start(self) -> None:
        time = ShopTime(self.clock, lambda: self.settings)
        self.pulse = Pulse(FakeCountdowns(), time)
        self.pulse.load(has_lengths=True)
        self.orders = Orders(self.store, time, self.new_id, lambda: self.settings, self.pulse, lambda *_: None)
        self.orders.load()
        self.service = OrderImport(read, self.orders, self.store, time, self.pulse, self.new_id, lambda: self.settings)

    def new_id(self) -> str:
        return f"new{next(self.ids)}"

    def file(self, *rows: dict[str, Any], name: str = "a.csv") -> str:
        return put(self.folder, name, text(rows), "gb18030")

    def bring(self, *rows: dict[str, Any]) -> dict[str, int]:
        """Take an export over; the counts that are not 0."""
        done = self.service.apply(self.service.plan(self.file(*rows)))
        return {fate.value: count for fate, count in done.plan.counts.items() if count}

    def noted(self, buyer: str = "小熊猫0", **fields: Any) -> str:
        """An order that the agent notes by hand; its id."""
        known = set(self.store.rows)
        fields = {"amount": Decimal(128), **fields}
        self.orders.add(OrderDraft(buyer, GROUP_BUY, NOW, NOW + timedelta(minutes=30), **fields))
        return next(iter(set(self.store.rows) - known))


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def test_new_orders_come_into_the_queue_and_leave_it_when_paid(room: Room) -> None:
    first = room.bring(row(0), row(1), row(2))
    room.clock.go(timedelta(minutes=5))
    second = room.bring(row(0, **PAID_NOW), row(1, 订单状态=CLOSED), row(2), row(3))

    assert (first, second) == ({"new": 3}, {"new": 1, "paid": 1, "closed": 1, "same": 1})
    assert [order.number for order in room.orders.open()] == [number(2), number(3)]
    paid = room.orders.book.numbered(number(0))
    assert paid is not None
    assert (paid.outcome, paid.outcome_at) == (Outcome.PAID, NOW - timedelta(minutes=2))


def test_the_same_file_twice_changes_nothing(room: Room) -> None:
    rows = many(300)
    first = room.bring(*rows)
    kept, past = dict(room.store.rows), dict(room.store.past)

    again = room.bring(*rows)
    done = room.service.apply(room.service.plan(room.file(*rows)))

    assert sum(first.values()) == 300
    assert again == {"same": 300}
    assert (room.store.rows, room.store.past) == (kept, past)
    assert (done.changed, done.step) == (NOTHING, None)


def test_a_plan_changes_nothing(room: Room) -> None:
    plan = room.service.plan(room.file(row(0)))

    assert plan.count(Fate.NEW) == 1
    assert room.store.rows == {}


def test_what_the_agent_wrote_since_stays(room: Room) -> None:
    room.bring(row(0))
    (own,) = room.orders.open()
    room.orders.note(own.id, "晚上付")
    room.orders.set_flag(own.id, Flag.RED)
    room.orders.snooze(own.id, 5)

    room.bring(row(0, 总金额="100.00", 订单备注="别的"))

    (after,) = room.orders.open()
    assert (after.note, after.flag, after.amount) == ("晚上付", Flag.RED, Decimal("100.00"))
    assert after.snoozed_until is not None
    assert [event.deed for event in room.orders.history(own.id)].count(Deed.IMPORTED) == 1


def test_an_order_noted_by_hand_gets_its_number_and_is_not_doubled(room: Room) -> None:
    noted = room.noted()

    told = room.bring(row(0))

    assert told == {"changed": 1}
    assert [(order.id, order.number) for order in room.orders.open()] == [(noted, number(0))]
    assert room.store.rows[noted].kind_id == GROUP_BUY


def test_what_happened_between_plan_and_taking_over_is_not_undone(room: Room) -> None:
    room.bring(row(0), row(1))
    first, second = room.orders.open()
    plan = room.service.plan(room.file(row(0, 总金额="100.00"), row(1, 总金额="100.00"), row(2)))
    room.orders.note(first.id, "晚上付")
    room.orders.remove(second.id)
    room.noted("小熊猫2")

    done = room.service.apply(plan)

    assert {fate: count for fate, count in done.plan.counts.items() if count} == {Fate.CHANGED: 2, Fate.NEW: 1}
    after = room.orders.get(first.id)
    assert after is not None
    assert (after.note, after.amount) == ("晚上付", Decimal("100.00"))
    assert sorted(order.number for order in room.orders.open()) == [number(0), number(1), number(2)]


def test_an_order_that_ended_long_ago_and_is_not_in_memory_is_not_doubled(room: Room) -> None:
    rows = [row(0, **PAID_NOW), row(1, **PAID_NOW)]
    room.bring(*rows)
    room.clock.go(timedelta(days=5))
    room.start()

    assert room.orders.get("new1") is None
    assert room.bring(*rows) == {"same": 2}
    assert len(room.store.rows) == 2


def test_an_import_is_one_step_of_the_undo(room: Room) -> None:
    room.bring(row(0))
    before = dict(room.store.rows)
    done = room.service.apply(room.service.plan(room.file(row(0, **PAID_NOW), row(1))))

    assert done.changed == frozenset({Kind.ORDERS})
    assert room.service.can_undo(done)
    assert room.service.undo(done) == frozenset({Kind.ORDERS})
    assert room.store.rows == before
    assert not room.service.can_undo(done)
    assert room.service.undo(done) == NOTHING


def test_an_import_is_not_taken_back_after_something_else_was_done(room: Room) -> None:
    done = room.service.apply(room.service.plan(room.file(row(0))))
    room.noted("别人")

    assert room.service.undo(done) == NOTHING
    assert len(room.store.rows) == 2


def test_a_store_that_fails_changes_nothing(room: Room) -> None:
    plan = room.service.plan(room.file(row(0)))
    room.store.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        room.service.apply(plan)

    assert (room.store.rows, list(room.orders.open())) == ({}, [])


def test_what_ended_before_anything_is_kept_is_counted_and_left(room: Room) -> None:
    old = row(0, 订单状态=CLOSED, 订单创建时间="2026-09-01 10:00:00")

    assert room.bring(old) == {"old": 1}
    assert room.store.rows == {}


def test_problems_of_the_file_are_told_and_good_rows_kept(room: Room) -> None:
    done = room.service.apply(room.service.plan(room.file(row(0), row(1, 订单编号="1.23E+18"))))

    assert done.plan.has_failed
    assert [problem["rule"] for problem in done.to_plain()["problems"]] == ["digits_lost"]
    assert len(room.store.rows) == 1


def test_a_file_that_is_no_export_plans_nothing(room: Room) -> None:
    plan = room.service.plan(put(room.folder, "b.csv", "快捷编码,快捷短语\na,亲\n"))

    assert (plan.reading.is_export, plan.rows) == (False, ())


def test_a_plan_can_be_stopped_and_tells_its_progress(room: Room) -> None:
    path = room.file(*many(2_000))
    steps: list[int] = []

    room.service.plan(path, Watch(lambda done, _total: steps.append(done)), room.service.known())

    assert len(steps) > 5
    with pytest.raises(Cancelled):
        room.service.plan(path, Watch(is_cancelled=lambda: True))


def test_the_kinds_of_the_shop_are_what_an_import_goes_by(room: Room) -> None:
    room.bring(row(0, **{"宝贝标题 ": "【聚划算】大号收纳箱"}), row(1))

    assert {order.number: order.kind_id for order in room.orders.open()} == {
        number(0): GROUP_BUY,
        number(1): ORDINARY,
    }


def test_orders_know_how_far_the_clock_was_set(room: Room) -> None:
    room.pulse.keep()
    room.clock.jump(timedelta(seconds=30))

    room.bring(row(0))

    (order,) = room.orders.open()
    assert order.shift == timedelta(seconds=30)
