"""Promises and handovers are told at their time, once, and not at all where there is nothing to tell."""

import logging
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from itertools import count

import pytest

from app.core.changes import NOTHING, Kind
from app.core.orders.duties.duties import Due, HandoverDue, Left, PromiseDue
from app.core.orders.duties.shifts import SHIFTS, Shift
from app.core.orders.order import FollowUp, Order
from app.core.settings import Settings
from app.core.sheet.changes import Change
from app.core.sheet.sheet import EMPTY
from app.core.storage import NotStored, Trouble
from app.services.countdowns import Countdowns
from app.services.orders.duties import Duties
from app.services.orders.handover import HandingOver
from app.services.orders.orders import Orders
from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeCountdowns, FakeOrders
from tests.unpaid import MINUTE, NOW, order

HOUR = 60 * MINUTE
DAY = 24 * HOUR
ORDERS = frozenset({Kind.ORDERS})


class Post:
    """An agent's place, whose program is started, killed and started again on the same store."""

    def __init__(self, *orders: Order, shifts: tuple[Shift, ...] = SHIFTS) -> None:
        self.clock = FakeClock(NOW)
        self.store = FakeOrders({one.id: one for one in orders})
        self.heart = FakeCountdowns()
        self.changes: list[Change] = []
        self.settings = Settings(agent="小二", shifts=shifts)
        self.ids = count(1)
        self.start()

    def start(self) -> None:
        self.time = ShopTime(self.clock, lambda: self.settings)
        countdowns = Countdowns(lambda: EMPTY, self.heart, self.time, lambda: self.settings, self.new_id)
        countdowns.load()
        self.pulse = countdowns.pulse
        self.orders = Orders(
            self.store, self.time, self.new_id, lambda: self.settings, self.pulse, lambda *_stored: None
        )
        self.orders.load()
        handing = HandingOver(
            self.orders, self.store, lambda: self.changes, self.time, self.pulse, lambda: self.settings
        )
        self.duties = Duties(self.orders.follow_ups, handing, self.heart, self.time, self.pulse, lambda: self.settings)
        self.duties.load()

    def new_id(self) -> str:
        return f"f{next(self.ids)}"

    def promise(self, due_at: datetime, text: str = "查快递") -> FollowUp:
        before = {one.id for one in self.orders.follow_ups.all()}
        self.orders.follow_ups.add("小熊猫", text, due_at)
        (new,) = (one for one in self.orders.follow_ups.all() if one.id not in before)
        return new

    def trouble(self, trouble: Trouble | None) -> None:
        self.heart.trouble = self.store.trouble = trouble

    def look(self) -> list[str]:
        """What a look tells."""
        due = self.duties.due()
        self.duties.told(due)
        return words(due)

    def go(self, length: timedelta) -> list[tuple[float, str]]:
        """Awake: it wakes when it asked for it; what is told, and after how many minutes."""
        began_at = self.time.now()
        until = began_at + length
        told = [(0.0, each) for each in self.look()]
        while self.time.now() < until:
            wake_at = self.duties.next_at() or until
            self.clock.go(min(wake_at, until) - self.time.now())
            told += [((self.time.now() - began_at) / MINUTE, each) for each in self.look()]
        return told

    def sleep(self, length: timedelta) -> list[str]:
        self.clock.go(length)
        return self.look()


def words(due: Iterable[Due]) -> list[str]:
    return [one.promise.text if isinstance(one, PromiseDue) else one.turn.shift.name for one in due]


def test_promises_are_told_at_their_moments_once() -> None:
    post = Post()
    post.promise(NOW + 10 * MINUTE, "查快递")
    post.promise(NOW + 5 * MINUTE, "问库存")

    told = post.go(HOUR)

    assert told == [(5, "问库存"), (10, "查快递")]


def test_what_comes_at_once_is_told_at_once_by_its_moments() -> None:
    post = Post()
    for minutes in (9, 3, 6):
        post.promise(NOW + minutes * MINUTE, str(minutes))

    assert post.sleep(10 * MINUTE) == ["3", "6", "9"]


def test_what_was_told_is_still_to_be_done_until_it_is_kept_or_put_off() -> None:
    post = Post()
    kept, later, left = (post.promise(NOW + 5 * MINUTE, text) for text in ("查快递", "问库存", "回电"))
    post.clock.go(5 * MINUTE)
    due = post.duties.due()
    at_first = [post.duties.is_open(one) for one in due]

    post.orders.follow_ups.done([kept.id])
    post.duties.put_off(later.id, 5)

    assert at_first == [True, True, True]
    assert words(one for one in due if post.duties.is_open(one)) == [left.text]


def test_one_that_is_kept_in_time_is_not_told_and_one_that_was_put_earlier_is_told_then() -> None:
    post = Post()
    kept, sooner = post.promise(NOW + 5 * MINUTE, "好了"), post.promise(NOW + HOUR, "提前")
    post.orders.follow_ups.done([kept.id])
    post.orders.follow_ups.edit(FollowUp(sooner.id, "小熊猫", "提前", NOW + 7 * MINUTE))

    assert post.go(2 * HOUR) == [(7, "提前")]


def test_one_that_is_opened_again_after_its_moment_is_told_then() -> None:
    post = Post()
    kept = post.promise(NOW + 5 * MINUTE)
    post.orders.follow_ups.done([kept.id])
    assert post.sleep(HOUR) == []

    post.orders.follow_ups.undo()

    assert post.look() == ["查快递"]
    assert post.look() == []


@pytest.mark.parametrize("length", [HOUR, 3 * DAY, 27 * DAY])
def test_what_was_missed_while_the_pc_slept_or_was_off_is_told_as_missed(length: timedelta) -> None:
    post = Post()
    post.promise(NOW + 5 * MINUTE)
    post.clock.go(length)

    post.start()
    (due,) = post.duties.due()

    assert due.at == NOW + 5 * MINUTE
    assert due.is_missed(post.time.now())


def test_what_was_missed_a_month_ago_is_only_in_the_list() -> None:
    post = Post()
    post.promise(NOW + 5 * MINUTE)

    assert post.sleep(29 * DAY) == []
    assert len(post.orders.follow_ups.open()) == 1


def test_what_was_told_stays_told_over_a_restart_and_a_clock_that_is_set_back() -> None:
    post = Post()
    post.promise(NOW + 5 * MINUTE)
    assert post.sleep(5 * MINUTE) == ["查快递"]

    post.clock.jump(-HOUR)
    post.start()

    assert post.go(2 * HOUR) == []


def test_what_was_shown_and_not_marked_before_a_kill_is_shown_again() -> None:
    post = Post()
    post.promise(NOW + 5 * MINUTE)
    post.clock.go(5 * MINUTE)
    assert words(post.duties.due()) == ["查快递"]

    post.start()

    assert post.look() == ["查快递"]


def test_a_promise_comes_by_the_clock_on_the_wall() -> None:
    post = Post()
    post.promise(NOW + 2 * HOUR)
    post.look()

    post.clock.jump(HOUR)

    assert post.go(90 * MINUTE) == [(60, "查快递")]


@pytest.mark.parametrize("minutes", [3, 5, 10])
def test_one_that_is_put_off_comes_again_after_these_minutes(minutes: int) -> None:
    post = Post()
    one = post.promise(NOW)
    assert post.look() == ["查快递"]

    assert post.duties.put_off(one.id, minutes) == ORDERS

    assert post.go(HOUR) == [(minutes, "查快递")]


def test_one_whose_moment_is_ahead_is_put_off_from_there() -> None:
    post = Post()
    one = post.promise(NOW + 20 * MINUTE)

    post.duties.put_off(one.id, 5)

    assert post.go(HOUR) == [(25, "查快递")]


@pytest.mark.parametrize("jump", [-2 * HOUR, 2 * HOUR])
@pytest.mark.parametrize("is_restarted", [False, True])
def test_minutes_pass_whatever_is_done_to_the_clock(jump: timedelta, is_restarted: bool) -> None:
    post = Post(shifts=())
    one = post.promise(NOW)
    post.look()
    post.duties.put_off(one.id, 10)

    post.clock.go(4 * MINUTE)
    post.clock.jump(jump)
    if is_restarted:
        post.start()

    assert post.go(HOUR) == [(6, "查快递")]


def test_putting_off_is_undone_and_what_is_done_is_not_put_off() -> None:
    post = Post()
    one = post.promise(NOW + MINUTE)
    post.duties.put_off(one.id, 5)

    post.orders.follow_ups.undo()
    assert post.go(2 * MINUTE) == [(1, "查快递")]

    post.orders.follow_ups.done([one.id])
    assert post.duties.put_off(one.id, 5) == NOTHING
    assert post.duties.put_off("never was", 5) == NOTHING


def test_a_store_in_trouble_puts_nothing_off() -> None:
    post = Post()
    one = post.promise(NOW + MINUTE)
    post.trouble(Trouble.FULL)

    with pytest.raises(NotStored):
        post.duties.put_off(one.id, 5)

    assert post.orders.follow_ups.get(one.id) == one
    assert post.go(2 * MINUTE) == [(1, "查快递")]


def test_what_cannot_be_marked_is_told_once_and_marked_when_it_can_be(caplog: pytest.LogCaptureFixture) -> None:
    post = Post()
    post.promise(NOW)
    post.trouble(Trouble.FULL)

    with caplog.at_level(logging.WARNING):
        assert post.look() == ["查快递"]
        assert post.look() == []
    assert post.duties.next_at() is not None
    post.trouble(None)
    post.duties.beat()

    assert len(caplog.records) == 1
    assert "小熊猫" not in caplog.text
    post.start()
    assert post.look() == []


def test_a_restore_brings_promises_back_and_tells_none_that_this_run_has_told() -> None:
    post = Post()
    post.promise(NOW)
    post.look()
    post.heart.shown.clear()

    post.orders.load()
    post.duties.load()

    assert post.look() == []


def test_a_shift_is_handed_over_a_quarter_of_an_hour_before_its_end_once() -> None:
    post = Post(order(1, closes_at=NOW + 3 * DAY))

    told = post.go(DAY)

    assert told == [(165, "白班"), (585, "晚班")]


def test_the_handover_tells_how_much_is_left() -> None:
    post = Post(order(1), order(2))
    post.promise(NOW + 5 * HOUR)
    post.changes = [Change("c1", "a1", "双11", "limit.count", "2", "3", NOW, "personal")]
    post.clock.go(165 * MINUTE)

    (due,) = post.duties.due()

    assert isinstance(due, HandoverDue)
    assert due.left == Left(2, 1, 1)
    assert due.at == post.time.now()
    assert not due.is_missed(post.time.now())


def test_where_nothing_is_open_nobody_hands_over_and_nothing_wakes() -> None:
    post = Post()

    assert post.duties.next_at() is None
    assert post.go(DAY) == []


def test_what_opens_in_the_last_minutes_is_handed_over_and_what_opens_after_them_is_not() -> None:
    post = Post()
    post.clock.go(3 * HOUR - 5 * MINUTE)
    assert post.look() == []

    one = post.promise(NOW + DAY)
    assert post.look() == ["白班"]

    post.orders.follow_ups.done([one.id])
    post.clock.go(7 * HOUR + 10 * MINUTE)
    post.promise(NOW + DAY)
    assert post.look() == []


@pytest.mark.parametrize(("minutes_after_the_end", "told"), [(-1, ["白班"]), (10, ["白班"]), (30, []), (180, [])])
def test_a_handover_that_was_slept_through_is_told_for_half_an_hour(
    minutes_after_the_end: int, told: list[str]
) -> None:
    post = Post(order(1, closes_at=NOW + 3 * DAY))

    assert post.sleep(3 * HOUR + minutes_after_the_end * MINUTE) == told


def test_one_that_is_told_after_the_end_is_missed_and_counts_what_was_open_then() -> None:
    post = Post(order(1, closes_at=NOW + 3 * DAY))
    post.clock.go(3 * HOUR + MINUTE)
    post.promise(NOW + DAY)

    (due,) = post.duties.due()

    assert isinstance(due, HandoverDue)
    assert due.left == Left(1)
    assert due.is_missed(post.time.now())


def test_a_shift_that_was_moved_is_handed_over_at_its_new_time() -> None:
    post = Post(order(1, closes_at=NOW + 3 * DAY), shifts=(SHIFTS[0],))
    assert post.go(3 * HOUR) == [(165, "白班")]

    post.settings = Settings(shifts=(Shift("白班", time(9, 0), time(18, 0)),))

    assert post.go(HOUR) == [(45, "白班")]


def test_a_handover_is_told_once_over_restarts_and_clocks_that_are_set() -> None:
    post = Post(order(1, closes_at=NOW + 3 * DAY), shifts=(SHIFTS[0],))
    post.clock.go(165 * MINUTE)
    assert post.look() == ["白班"]

    post.start()
    post.clock.jump(-HOUR)

    assert post.go(2 * HOUR) == []


def test_two_shifts_that_end_in_the_same_half_hour_are_handed_over_at_once_after_a_sleep() -> None:
    half = Shift("半天", time(9, 0), time(16, 50))
    post = Post(order(1, closes_at=NOW + 3 * DAY), shifts=(half, SHIFTS[0]))

    assert post.sleep(2 * HOUR + 55 * MINUTE) == ["白班"]
    assert post.go(HOUR) == []


def test_next_at_is_the_nearest_and_never_more_than_a_minute_away() -> None:
    post = Post()
    post.promise(NOW + HOUR)
    assert post.duties.next_at() == NOW + MINUTE

    post.clock.go(HOUR - 20 * timedelta(seconds=1))
    assert post.duties.next_at() == NOW + HOUR

    post.clock.go(MINUTE)
    assert post.duties.next_at() == post.time.now()
