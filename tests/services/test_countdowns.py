"""Countdowns: the agent's timers, and what is told of everything that counts down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from app.core.changes import NOTHING
from app.core.clockwork.countdowns import Notice
from app.core.clockwork.moments import BadMoment
from app.core.settings import Settings
from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.sheet import EMPTY, Sheet
from app.core.storage import NotStored, Trouble
from app.services.countdowns import EVERY, TIMERS, Countdowns
from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeCountdowns

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


class Shop:
    """A program that is started, killed and started again on the same store."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.store = FakeCountdowns()
        self.sheet = EMPTY
        self.settings = Settings()
        self.ids = count(1)
        self.start()

    def start(self) -> None:
        self.time = ShopTime(self.clock, lambda: self.settings)
        self.countdowns = Countdowns(
            lambda: self.sheet, self.store, self.time, lambda: self.settings, lambda: f"t{next(self.ids)}"
        )
        self.countdowns.load()

    def plan(self, *phases: tuple[str, timedelta, timedelta], activity: str = "a") -> None:
        """An activity with phases from and until so long after now."""
        now = self.clock.now()
        self.sheet = self.sheet.having(
            [
                Activity(
                    activity, "双11", phases=tuple(Phase(n, n, PhaseKind.SALE, now + a, now + b) for n, a, b in phases)
                )
            ]
        )
        self.look()

    def look(self) -> list[str]:
        """What a look tells, as `label minutes before`."""
        notices = self.countdowns.due()
        self.countdowns.told(notices)
        return [words(notice) for notice in notices]

    def go(self, length: timedelta) -> list[str]:
        """Let time pass as a program does that wakes when it asked for it; everything that is told."""
        until, told = self.time.now() + length, self.look()
        while self.time.now() < until:
            wake_at = self.countdowns.next_at() or until
            self.clock.go(min(wake_at, until) - self.time.now())
            told += self.look()
        return told

    def sleep(self, length: timedelta) -> list[str]:
        self.clock.go(length)
        return self.look()


def words(notice: Notice) -> str:
    what = notice.countdown.awaited.value.removeprefix("phase_")
    return f"{notice.countdown.label} {what} {notice.before // MINUTE}"


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_a_timer_tells_its_steps_and_its_end(shop: Shop) -> None:
    changed = shop.countdowns.add("15m 回电")

    told = shop.go(20 * MINUTE)

    assert changed == TIMERS
    assert told == ["回电 own 10", "回电 own 1", "回电 own 0"]


def test_a_timer_survives_a_restart_and_tells_what_was_missed_once(shop: Shop) -> None:
    shop.countdowns.add("15m 回电")
    shop.go(6 * MINUTE)

    shop.start()
    shop.clock.go(30 * MINUTE)
    shop.start()

    assert [one.label for one in shop.countdowns.all()] == ["回电"]
    assert shop.look() == ["回电 own 0"]
    shop.start()
    assert shop.look() == []


def test_phases_are_told_by_themselves(shop: Shop) -> None:
    shop.plan(("预热", HOUR, 3 * HOUR), ("开售", 3 * HOUR, 4 * HOUR))

    told = shop.go(5 * HOUR)

    assert told == [
        *("预热 start 10", "预热 start 1", "预热 start 0"),
        *("开售 start 60", "开售 start 10", "开售 start 1", "开售 start 0"),
        *("开售 end 10", "开售 end 1", "开售 end 0"),
    ]


def test_at_the_very_first_start_nothing_past_is_told(shop: Shop) -> None:
    shop.sheet = Sheet.of(
        [
            Activity(
                "a",
                "双11",
                phases=(Phase("p", "开售", PhaseKind.SALE, *(shop.clock.now() + h * HOUR for h in (-2, 2))),),
            )
        ]
    )
    shop.start()

    assert shop.look() == []
    assert shop.go(3 * HOUR) == ["开售 end 60", "开售 end 10", "开售 end 1", "开售 end 0"]


def test_a_new_activity_tells_nothing_of_its_past_not_even_after_a_restart(shop: Shop) -> None:
    shop.look()

    shop.plan(("预热", -2 * HOUR, -HOUR), ("开售", -HOUR, HOUR / 2))
    shop.start()

    assert shop.look() == []
    assert shop.go(HOUR) == ["开售 end 10", "开售 end 1", "开售 end 0"]


def test_what_came_while_the_program_was_off_is_told_at_the_start(shop: Shop) -> None:
    shop.plan(("预热", HOUR, 3 * HOUR), ("开售", 3 * HOUR, 6 * HOUR))
    shop.clock.go(5.5 * HOUR)

    shop.start()

    assert shop.look() == ["预热 start 0", "开售 start 0", "开售 end 60"]


def test_after_sleep_only_the_step_that_is_still_true_is_told(shop: Shop) -> None:
    shop.plan(("开售", 2 * HOUR, 9 * HOUR))

    assert shop.sleep(2 * HOUR - 5 * MINUTE) == ["开售 start 10"]
    assert shop.go(10 * MINUTE) == ["开售 start 1", "开售 start 0"]


def test_a_clock_that_is_set_back_tells_nothing_again(shop: Shop) -> None:
    shop.plan(("开售", HOUR / 2, HOUR))
    shop.go(45 * MINUTE)

    shop.clock.jump(-2 * HOUR)

    assert shop.go(4 * HOUR) == ["开售 end 10", "开售 end 1", "开售 end 0"]


def test_a_clock_that_is_set_back_while_a_notice_is_shown_tells_no_step_that_it_overtook(shop: Shop) -> None:
    shop.plan(("开售", HOUR / 2, HOUR))
    shop.clock.go(HOUR / 2)
    shown = shop.countdowns.due()

    shop.clock.jump(-2 * HOUR)
    shop.countdowns.told(shown)
    shop.clock.jump(2 * HOUR - MINUTE / 2)

    assert [words(notice) for notice in shown] == ["开售 start 0"]
    assert shop.look() == []


def test_a_length_takes_as_long_as_it_takes_whatever_is_done_to_the_clock(shop: Shop) -> None:
    shop.countdowns.add("30m 泡面")

    for jump in (2 * HOUR, -5 * HOUR, HOUR):
        shop.clock.jump(jump)
        assert shop.look() == []
    told = shop.go(30 * MINUTE - SECOND)

    assert told == ["泡面 own 10", "泡面 own 1"]
    assert shop.go(SECOND) == ["泡面 own 0"]


def test_a_length_holds_when_the_clock_is_set_while_the_program_is_off(shop: Shop) -> None:
    shop.countdowns.add("30m 泡面")

    shop.clock.jump(2 * HOUR)
    shop.start()

    assert shop.countdowns.all()[0].left(shop.clock.now()) == 30 * MINUTE
    assert shop.go(30 * MINUTE) == ["泡面 own 10", "泡面 own 1", "泡面 own 0"]


def test_a_length_set_after_the_clock_was_set_is_right_and_stays_so_over_a_reboot(shop: Shop) -> None:
    shop.countdowns.add("9h 值班")
    shop.clock.jump(-2 * HOUR)
    shop.countdowns.add("30m 泡面")

    shop.clock.reboot(after=20 * MINUTE)
    shop.start()

    lefts = {one.label: one.left(shop.clock.now()) for one in shop.countdowns.all()}
    assert lefts == {"泡面": 10 * MINUTE, "值班": 9 * HOUR - 20 * MINUTE}


def test_where_no_length_runs_the_clocks_start_anew(shop: Shop) -> None:
    shop.countdowns.add("30m 泡面")
    shop.clock.jump(2 * HOUR)
    shop.countdowns.finish("t1")

    shop.start()
    shop.countdowns.beat()

    assert shop.store.last is not None
    assert shop.store.last.shift == timedelta()


def test_a_moment_follows_the_clock_that_is_set_right(shop: Shop) -> None:
    shop.countdowns.add("18:00 换班")  # it is 14:00
    shop.clock.jump(2 * HOUR)

    assert shop.countdowns.all()[0].left(shop.clock.now()) == 2 * HOUR


def test_the_offset_to_the_platform_counts_and_moves_no_length(shop: Shop) -> None:
    shop.plan(("开售", HOUR, 2 * HOUR))
    shop.countdowns.add("30m 泡面")

    shop.settings = replace(shop.settings, clock_offset_ms=-90_000)

    lefts = {one.label: one.left(shop.time.now()) for one in shop.countdowns.all()}
    assert lefts == {"开售": HOUR + 90 * SECOND, "泡面": 30 * MINUTE}  # the platform's clock is 90 s behind
    assert shop.go(HOUR + 89 * SECOND)[-1] == "开售 start 1"
    assert shop.go(SECOND) == ["开售 start 0"]


def test_a_store_in_trouble_tells_nothing_twice_and_is_brought_up_to_date_later(shop: Shop) -> None:
    shop.countdowns.add("15m 回电")
    shop.store.trouble = Trouble.FULL

    told = shop.go(20 * MINUTE)
    assert shop.countdowns.next_at() == shop.clock.now() + EVERY
    shop.store.trouble = None
    shop.countdowns.beat()

    assert told == ["回电 own 10", "回电 own 1", "回电 own 0"]
    assert len(shop.store.shown) == 3
    assert shop.countdowns.next_at() is None


def test_what_was_due_stays_due_until_it_was_shown(shop: Shop) -> None:
    shop.countdowns.add("1m 回电")
    shop.clock.go(MINUTE)

    first, again = shop.countdowns.due(), shop.countdowns.due()

    assert [words(notice) for notice in first] == ["回电 own 0"]
    assert first == again
    assert shop.countdowns.next_at() == shop.clock.now()


def test_a_moved_phase_tells_again_and_one_moved_into_the_past_does_not(shop: Shop) -> None:
    shop.plan(("开售", HOUR / 2, 5 * HOUR))
    assert shop.go(HOUR / 2) == ["开售 start 10", "开售 start 1", "开售 start 0"]

    shop.plan(("开售", HOUR / 4, 5 * HOUR))
    assert shop.go(HOUR / 4) == ["开售 start 10", "开售 start 1", "开售 start 0"]

    shop.plan(("开售", -HOUR, -MINUTE))
    assert shop.look() == []


def test_a_new_step_that_is_past_is_not_told(shop: Shop) -> None:
    shop.countdowns.add("30m 泡面")
    shop.go(25 * MINUTE)

    shop.settings = replace(shop.settings, countdown_steps=(20, 6, 2))

    assert shop.go(10 * MINUTE) == ["泡面 own 2", "泡面 own 0"]


@pytest.mark.parametrize("prepare", [lambda shop: None, lambda shop: shop.countdowns.finish("t1")])
def test_where_nothing_is_awaited_nothing_wakes(shop: Shop, prepare: Callable[[Shop], None]) -> None:
    shop.countdowns.add("15m 回电")
    shop.go(15 * MINUTE)

    prepare(shop)

    assert shop.countdowns.next_at() is None


def test_it_wakes_for_the_nearest_notice_and_at_least_every_minute(shop: Shop) -> None:
    shop.countdowns.add("11m30s 回电")

    assert shop.countdowns.next_at() == shop.clock.now() + EVERY
    shop.go(80 * SECOND)
    assert shop.countdowns.next_at() == shop.clock.now() + 10 * SECOND


def test_a_timer_is_finished_and_brought_back(shop: Shop) -> None:
    shop.countdowns.add("15m 回电")
    assert shop.countdowns.finish("t1") == TIMERS
    assert shop.countdowns.all() == ()
    assert shop.countdowns.finish("t1") == NOTHING

    assert shop.countdowns.undo() == TIMERS

    assert [one.id for one in shop.countdowns.all()] == ["t1"]
    assert shop.go(15 * MINUTE)[-1] == "回电 own 0"


def test_timers_are_removed_and_brought_back_and_an_added_one_is_taken_back(shop: Shop) -> None:
    shop.countdowns.add("15m 回电")
    shop.countdowns.add("20m 发货")

    shop.countdowns.remove(["t1", "t2", "a/p/start"])
    gone = shop.countdowns.all(), dict(shop.store.rows)
    shop.countdowns.undo()
    back = [one.id for one in shop.countdowns.all()]
    shop.countdowns.undo()

    assert gone == ((), {})
    assert back == ["t1", "t2"]
    assert [one.id for one in shop.countdowns.all()] == ["t1"] == list(shop.store.rows)
    assert shop.countdowns.can_undo


def test_undo_with_nothing_done_does_nothing(shop: Shop) -> None:
    assert not shop.countdowns.can_undo
    assert shop.countdowns.undo() == NOTHING


def test_a_timer_that_is_over_can_run_again_and_tells_again(shop: Shop) -> None:
    shop.countdowns.add("1m 回电")
    shop.go(3 * MINUTE)

    for _ in range(2):
        shop.countdowns.snooze("t1", 5)
        assert shop.go(6 * MINUTE) == ["回电 own 1", "回电 own 0"]

    assert [one.id for one in shop.countdowns.all()] == ["t1"]


def test_a_change_that_is_not_stored_changes_nothing(shop: Shop) -> None:
    shop.countdowns.add("15m 回电")
    shop.store.trouble = Trouble.LOCKED

    for change in (
        lambda: shop.countdowns.add("5m 泡面"),
        lambda: shop.countdowns.finish("t1"),
        lambda: shop.countdowns.snooze("t1", 5),
        shop.countdowns.undo,
    ):
        with pytest.raises(NotStored):
            change()

    assert [(one.label, one.left(shop.clock.now())) for one in shop.countdowns.all()] == [("回电", 15 * MINUTE)]


def test_what_cannot_be_read_is_not_added(shop: Shop) -> None:
    with pytest.raises(BadMoment) as bad:
        shop.countdowns.add("回电")

    assert bad.value.rule == "not_understood"
    assert shop.store.rows == {}


def test_old_done_timers_and_old_marks_are_swept_once_a_start(shop: Shop) -> None:
    shop.countdowns.add("1m 回电")
    shop.go(2 * MINUTE)
    shop.countdowns.finish("t1")
    shop.clock.go(timedelta(days=40))

    shop.start()
    shop.countdowns.beat()

    assert shop.store.rows == {}
    assert shop.store.shown == {}


def test_after_a_restore_nothing_past_is_told_again(shop: Shop) -> None:
    shop.plan(("开售", HOUR, 9 * HOUR))
    backup = (dict(shop.store.rows), dict(shop.store.shown), shop.store.last)
    shop.go(2 * HOUR)

    shop.store.rows, shop.store.shown, shop.store.last = backup
    shop.countdowns.load()

    assert shop.look() == []


def test_lists_are_to_be_read_again_when_a_phase_or_a_lifetime_changes(shop: Shop) -> None:
    now = shop.clock.now()
    shop.plan(("开售", 2 * HOUR, 3 * HOUR))

    assert shop.countdowns.next_change_at() == now + 2 * HOUR
    assert shop.countdowns.next_change_at([Lifetime(until_at=now + HOUR), None]) == now + HOUR
    shop.clock.go(3 * HOUR)
    assert shop.countdowns.next_change_at() is None


def test_the_time_of_the_shop_is_told_in_its_zone_and_by_the_platforms_clock() -> None:
    clock = FakeClock(datetime(2026, 11, 11, 17, 0, tzinfo=UTC))
    settings = Settings(zone="Asia/Shanghai", clock_offset_ms=1_500)

    time = ShopTime(clock, lambda: settings)

    assert time.now() == clock.now() + timedelta(seconds=1.5)
    assert f"{time.local():%d %H:%M:%S %z}" == "12 01:00:01 +0800"
    assert (time.ticks(), time.boot()) == (clock.ticks(), clock.boot())


def test_a_zone_that_nobody_knows_is_taken_for_the_default_one() -> None:
    time = ShopTime(FakeClock(), lambda: Settings(zone="Mars/Olympus"))

    assert time.zone().key == "Asia/Shanghai"
