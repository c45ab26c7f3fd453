"""Reminders of orders: each once, when it is true, aloud where the rules let it, whatever happens to the program."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

import pytest

from app.core.orders.kinds import GROUP_BUY, ORDINARY, OrderKind, Step
from app.core.orders.order import Deed, Outcome
from app.core.orders.reminders import Reminder
from app.core.orders.urging import Held, Holding, Quiet, UrgeRules
from app.core.settings import Settings
from app.core.storage import Trouble
from app.services.countdowns import EVERY
from tests.services.waiting import Shop, at, minutes, words
from tests.unpaid import MINUTE, order

HOUR = timedelta(hours=1)
STEPS = [(6, "o1 first"), (15, "o1 second"), (24, "o1 last"), (30, "o1 closed")]


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_a_group_buy_order_is_told_of_at_six_fifteen_and_twenty_four_minutes(shop: Shop) -> None:
    shop.add()

    assert minutes(shop.go(HOUR)) == STEPS


def test_an_ordinary_order_is_told_of_after_half_an_hour_and_a_day_and_two_hours_before_it_closes(shop: Shop) -> None:
    shop.settings = replace(shop.settings, urge_rules=UrgeRules(quiet=()))
    shop.add(kind_id=ORDINARY, closes_at=shop.time.now() + 72 * HOUR)

    told = minutes(shop.go(73 * HOUR))

    assert told == [(30, "o1 first"), (48 * 60, "o1 second"), (70 * 60, "o1 last"), (72 * 60, "o1 closed")]


def test_nothing_wakes_where_nothing_is_open(shop: Shop) -> None:
    assert shop.reminders.next_at() is None

    shop.add()
    assert shop.reminders.next_at() == shop.time.now() + EVERY
    shop.end("o1")
    assert shop.reminders.next_at() is None


def test_an_order_that_closed_and_was_told_wakes_nobody(shop: Shop) -> None:
    shop.add()

    assert shop.sleep(HOUR) == ["o1 closed"]
    assert shop.reminders.next_at() is None


def test_what_is_due_stays_due_until_it_is_told(shop: Shop) -> None:
    shop.add()
    shop.clock.go(7 * MINUTE)

    assert [words(each) for each in shop.reminders.due()] == ["o1 first"]
    assert shop.reminders.next_at() == shop.time.now()
    assert shop.look() == ["o1 first"]
    assert shop.look() == []


def test_after_a_sleep_each_order_is_told_of_once_and_those_that_closed_as_closed(shop: Shop) -> None:
    shop.add(1)
    shop.clock.go(10 * MINUTE)
    shop.add(2)
    shop.add(3)
    shop.end("o3")
    shop.look()

    assert shop.sleep(22 * MINUTE) == ["o2 second", "o1 closed"]


def test_what_came_while_the_program_was_off_is_told_at_its_start(shop: Shop) -> None:
    shop.add()
    shop.go(10 * MINUTE)
    shop.clock.go(15 * MINUTE)
    shop.start()

    assert shop.look() == ["o1 last"]


def test_a_kill_between_showing_and_marking_shows_again_and_later_nothing_more(shop: Shop) -> None:
    shop.add()
    shop.clock.go(7 * MINUTE)
    shop.reminders.due()
    shop.start()

    assert shop.look() == ["o1 first"]
    shop.start()
    assert shop.look() == []


def test_marks_are_events_of_the_agent_in_one_transaction(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        shop.add()
    given: list[int] = []
    record = shop.store.record
    monkeypatch.setattr(shop.store, "record", lambda events: (given.append(len(events)), record(events)))

    shop.sleep(7 * MINUTE)

    (mark, *_) = shop.store.history("o1")
    assert given == [3]
    assert (mark.deed, mark.step_id, mark.agent) == (Deed.REMINDED, "first", "小夏")
    assert mark.at == shop.time.now()


def test_a_full_disk_tells_nothing_twice_and_the_marks_are_brought_in_later(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    shop.add()
    shop.store.trouble = Trouble.FULL

    assert shop.sleep(7 * MINUTE) == ["o1 first"]
    assert shop.look() == []
    assert len(caplog.records) == 1
    shop.store.trouble = None
    shop.reminders.beat()
    shop.start()
    assert shop.look() == []


def test_marks_that_wait_for_the_disk_wake_even_where_nothing_else_does(shop: Shop) -> None:
    shop.add()
    shop.store.trouble = Trouble.FULL
    shop.sleep(HOUR)

    assert shop.reminders.next_at() == shop.time.now() + EVERY


def test_after_a_restore_what_this_run_told_stays_told(shop: Shop) -> None:
    shop.add()
    shop.sleep(7 * MINUTE)
    shop.store.past.clear()
    shop.reminders.load()

    assert shop.look() == []


def test_half_an_hour_takes_half_an_hour_whatever_is_done_to_the_clock(shop: Shop) -> None:
    shop.add()
    told = shop.go(5 * MINUTE)
    shop.clock.jump(2 * HOUR)
    told += shop.go(5 * MINUTE)
    shop.clock.jump(-5 * HOUR)
    told += shop.go(15 * MINUTE)

    assert [each for _, each in told] == ["o1 first", "o1 second", "o1 last"]
    assert [seconds for seconds, _ in told] == [60, 5 * 60, 14 * 60]


def test_an_order_that_is_written_down_by_a_wrong_clock_runs_by_it(shop: Shop) -> None:
    shop.add(1)
    shop.clock.jump(2 * HOUR)
    shop.look()
    shop.add(2)

    assert minutes(shop.go(7 * MINUTE)) == [(6, "o1 first"), (6, "o2 first")]
    shop.clock.jump(-2 * HOUR)
    assert minutes(shop.go(9 * MINUTE)) == [(8, "o1 second"), (8, "o2 second")]


def test_a_snooze_is_told_at_its_end_though_the_clock_was_set(shop: Shop) -> None:
    shop.add()
    shop.sleep(7 * MINUTE)
    shop.snooze("o1", 3 * MINUTE)
    shop.clock.jump(-HOUR)

    assert minutes(shop.go(6 * MINUTE)) == [(3, "o1 first")]


def test_an_order_that_is_handed_over_is_not_told_what_the_other_shift_was_told(shop: Shop) -> None:
    other = Shop()
    other.add()
    other.sleep(16 * MINUTE)
    shop.clock.go(17 * MINUTE)

    orders, events = list(other.store.rows.values()), other.store.events()
    shop.store.put(orders, events)
    shop.reminders.take(orders, (), events)

    assert shop.look() == []
    assert minutes(shop.go(8 * MINUTE)) == [(7, "o1 last")]


def test_an_order_that_is_opened_again_after_a_restart_is_not_told_again(shop: Shop) -> None:
    shop.add()
    shop.sleep(16 * MINUTE)
    shop.end("o1")
    shop.start()
    shop.put(replace(shop.store.rows["o1"], outcome=None, outcome_at=None))

    assert shop.look() == []


def test_steps_that_are_edited_hold_at_once(shop: Shop) -> None:
    shop.add()
    steps = (Step("soon", "马上", after=2 * MINUTE),)
    shop.queue.own_kinds = {GROUP_BUY: OrderKind(GROUP_BUY, "聚划算", steps=steps)}
    shop.reminders.changed()

    assert minutes(shop.go(20 * MINUTE)) == [(2, "o1 soon")]


# What waits.


def test_in_quiet_hours_reminders_are_listed_and_told_at_their_end(shop: Shop) -> None:
    at(shop, "00:20", 12)
    shop.add(kind_id=ORDINARY, closes_at=shop.time.now() + 72 * HOUR)
    shop.add(kind_id=ORDINARY, closes_at=shop.time.now() + 72 * HOUR)
    assert shop.sleep(HOUR) == []
    assert shop.waiting() == {"o1 first": "quiet_hours", "o2 first": "quiet_hours"}
    shop.end("o2")

    told = shop.go(8 * HOUR)

    assert minutes(told) == [(6 * 60 + 40, "o1 first")]


def test_an_order_that_was_just_placed_and_closes_by_night_is_told_of_at_each_step(shop: Shop) -> None:
    at(shop, "00:20", 12)
    shop.add()

    assert minutes(shop.go(8 * HOUR)) == [(6, "o1 first"), (15, "o1 second"), (24, "o1 last"), (30, "o1 closed")]


def test_an_old_order_that_closes_by_night_wakes_nobody_and_is_told_as_closed_at_once(shop: Shop) -> None:
    at(shop, "04:00", 12)
    now = shop.time.now()
    shop.put(order(1, now - 71 * HOUR, kind_id=ORDINARY, closes_at=now + HOUR))
    assert shop.waiting() == {"o1 last": "quiet_hours"}

    assert [reminder for _at, reminder in minutes(shop.go(8 * HOUR))] == ["o1 closed"]


def test_what_waits_survives_a_restart_and_is_not_marked(shop: Shop) -> None:
    at(shop, "00:20", 12)
    shop.add(kind_id=ORDINARY, closes_at=shop.time.now() + 72 * HOUR)
    shop.sleep(HOUR)
    shop.start()

    assert shop.waiting() == {"o1 first": "quiet_hours"}
    assert shop.store.events() == []


def test_by_night_too_a_buyer_who_was_just_urged_is_let_alone(shop: Shop) -> None:
    at(shop, "00:40", 12)
    shop.add(1, buyer="小熊猫")
    shop.add(2, buyer="小熊猫")
    shop.clock.go(4 * MINUTE)
    shop.urge("o2")

    assert minutes(shop.go(6 * MINUTE)) == [(5, "o1 first"), (5, "o2 first")]


def test_an_order_that_is_overridden_is_told_of_by_night(shop: Shop) -> None:
    at(shop, "00:28", 12)
    shop.add(is_overridden=True)

    assert minutes(shop.go(7 * MINUTE)) == [(6, "o1 first")]


def test_a_buyer_who_was_just_urged_is_let_alone_for_a_while(shop: Shop) -> None:
    shop.add(1, buyer="小熊猫")
    shop.add(2, buyer="小熊猫")
    shop.clock.go(4 * MINUTE)
    shop.urge("o2")

    assert minutes(shop.go(6 * MINUTE)) == [(5, "o1 first"), (5, "o2 first")]


def test_two_urges_a_day_are_enough(shop: Shop) -> None:
    shop.add(1, buyer="小熊猫")
    shop.urge("o1")
    shop.urge("o1")
    shop.sleep(6 * MINUTE)

    held = shop.reminders.due()[0].holding

    assert held == Holding(Held.TOO_OFTEN, at(shop, "00:00", 12))
    assert shop.look() == ["o1 closed"]


def test_a_buyer_who_paid_another_order_is_not_reminded_and_the_order_is_told(shop: Shop) -> None:
    shop.add(1, buyer="小熊猫")
    shop.add(2, buyer="小熊猫")
    shop.clock.go(10 * MINUTE)
    assert shop.look() == ["o1 first", "o2 first"]
    shop.end("o2")
    shop.clock.go(6 * MINUTE)

    (reminder,) = shop.reminders.due()

    assert reminder.holding is not None
    assert (reminder.holding.why, reminder.holding.order_id) == (Held.HAS_PAID, "o2")
    assert minutes(shop.go(HOUR)) == [(14, "o1 closed")]


def test_what_waited_for_a_payment_that_was_a_mistake_is_told_at_once(shop: Shop) -> None:
    shop.add(1, buyer="小熊猫")
    shop.add(2, buyer="小熊猫")
    shop.end("o2")
    shop.sleep(7 * MINUTE)
    assert shop.waiting() == {"o1 first": "has_paid"}

    shop.put(replace(shop.store.rows["o2"], outcome=Outcome.GIVEN_UP))

    assert shop.reminders.next_at() == shop.time.now()
    assert shop.look() == ["o1 first"]


def test_rules_that_are_edited_hold_at_the_next_look() -> None:
    shop = Shop(Settings(urge_rules=UrgeRules(quiet=(Quiet(time(14, 0), time(20, 0)),))))
    shop.add(kind_id=ORDINARY, closes_at=shop.time.now() + 72 * HOUR)
    assert shop.sleep(31 * MINUTE) == []

    shop.settings = Settings()

    assert shop.look() == ["o1 first"]


def test_orders_without_a_buyer_do_not_hold_each_other(shop: Shop) -> None:
    shop.add(1, buyer="")
    shop.add(2, buyer="")
    shop.end("o2")

    assert shop.sleep(7 * MINUTE) == ["o1 first"]


def test_a_hundred_thousand_orders_that_are_due_at_once_are_one_group_and_no_call_takes_them_all(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = shop.time.now()
    shop.put(*(order(number, now) for number in range(100_000)))
    given: list[int] = []
    record = shop.store.past.update
    monkeypatch.setattr(
        shop.store, "record", lambda events: (given.append(len(events)), record({one.id: one for one in events}))
    )
    monkeypatch.setattr(shop.queue, "of_buyer", lambda _buyer: ())
    shop.clock.go(7 * MINUTE)

    groups = rung(shop)

    assert [(len(group), {each.step_id for each in group}) for group in groups] == [(100_000, {"first"})]
    assert sum(given) == 100_000
    assert max(given) <= 1_000
    assert len(shop.store.marks()) == 100_000
    assert shop.look() == []
    assert shop.reminders.next_at() == shop.time.now() + EVERY


def test_an_order_that_is_paid_while_many_are_gathered_is_not_told_of(shop: Shop) -> None:
    now = shop.time.now()
    shop.put(*(order(number, now) for number in range(3_000)))
    shop.clock.go(7 * MINUTE)

    assert shop.reminders.due() == ()
    assert shop.reminders.is_gathering
    shop.put(
        *(
            replace(order(number, now), outcome=Outcome.PAID, outcome_at=shop.time.now(), buyer="别人")
            for number in (5, 2_900)
        )
    )
    groups = rung(shop)

    assert [len(group) for group in groups] == [2_998]
    assert not {"o5", "o2900"} & {each.order.id for each in groups[0]}


def test_what_comes_while_many_are_gathered_is_told_with_them_as_what_is_true_then(shop: Shop) -> None:
    now = shop.time.now()
    shop.put(*(order(number, now) for number in range(3_000)))
    shop.clock.go(7 * MINUTE)
    shop.reminders.due()
    shop.put(order(9_000, now))
    shop.clock.go(8 * MINUTE)

    groups = rung(shop)

    assert [len(group) for group in groups] == [3_001]
    assert rung(shop) == []


def test_an_order_that_closes_while_many_are_gathered_may_go_when_that_was_told(shop: Shop) -> None:
    now = shop.time.now()
    shop.put(*(order(number, now) for number in range(3_000)))
    shop.clock.go(HOUR)
    one = shop.store.rows["o1"]
    shop.reminders.due()
    assert not shop.reminders.has_told_closing(one)

    assert [len(group) for group in rung(shop)] == [3_000]

    assert shop.reminders.has_told_closing(one)
    assert not shop.reminders.has_told_closing(replace(one, closes_at=now + 2 * HOUR))


def test_a_clock_that_is_set_back_while_many_are_gathered_loses_none(shop: Shop) -> None:
    now = shop.time.now()
    shop.put(*(order(number, now) for number in range(3_000)))
    shop.clock.go(7 * MINUTE)
    shop.reminders.due()

    shop.clock.jump(-2 * HOUR)

    assert [len(group) for group in rung(shop)] == [3_000]


def test_what_was_shown_and_not_yet_marked_is_told_once_and_marked_before_the_program_ends(shop: Shop) -> None:
    now = shop.time.now()
    shop.put(*(order(number, now) for number in range(3_000)))
    shop.clock.go(7 * MINUTE)
    shop.reminders.told(due(shop))

    assert len(shop.store.marks()) < 3_000
    assert shop.reminders.due() == []
    assert shop.reminders.next_at() == shop.time.now()
    shop.reminders.mark_all()
    shop.start()

    assert shop.look() == []


def test_the_marks_of_orders_that_were_removed_meanwhile_are_not_kept(shop: Shop) -> None:
    now = shop.time.now()
    shop.put(*(order(number, now) for number in range(3_000)))
    shop.clock.go(7 * MINUTE)
    shop.reminders.told(due(shop))

    shop.store.put((), gone=["o2999"])
    shop.reminders.take((), ["o2999"])
    shop.reminders.mark_all()

    assert len(shop.store.past) == 2_999


def test_while_the_store_is_in_trouble_it_is_asked_once_a_minute_however_many_wait_for_their_marks(shop: Shop) -> None:
    now = shop.time.now()
    shop.put(*(order(number, now) for number in range(3_000)))
    shop.clock.go(7 * MINUTE)
    shop.store.trouble = Trouble.FULL

    assert [len(group) for group in rung(shop)] == [3_000]
    assert shop.reminders.next_at() == shop.time.now() + EVERY
    shop.reminders.mark_all()
    shop.store.trouble = None
    shop.reminders.mark_all()

    assert len(shop.store.past) == 3_000


def test_very_many_that_are_due_stay_due_until_they_are_told_though_others_change_all_the_time(shop: Shop) -> None:
    now = shop.time.now()
    shop.put(*(order(number, now) for number in range(3_000)))
    shop.clock.go(7 * MINUTE)

    assert len(due(shop)) == 3_000
    looks = []
    for number in range(4):
        shop.put(order(9_000 + number, shop.time.now()))
        looks.append(len(shop.reminders.due()))

    assert looks == [0, 3_000, 0, 3_000]


def due(shop: Shop) -> Sequence[Reminder]:
    found = shop.reminders.due()
    while shop.reminders.is_gathering:
        assert not found
        found = shop.reminders.due()
    return found


def rung(shop: Shop) -> list[Sequence[Reminder]]:
    """What the program shows, group by group, until nothing is to be done at once."""
    groups = []
    for _ in range(1_000):
        due = shop.reminders.due()
        if due:
            groups.append(due)
            shop.reminders.told(due)
        else:
            shop.reminders.beat()
        wake_at = shop.reminders.next_at()
        if wake_at is None or wake_at > shop.time.now():
            return groups
    raise AssertionError("it never comes to rest")
