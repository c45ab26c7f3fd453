"""The agenda of reminders: the nearest first, one of an order, each moment once, whatever is edited meanwhile."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from app.core.orders.agenda import Agenda
from app.core.orders.kinds import DEFAULTS, GROUP_BUY, ORDINARY, OrderKind, Step
from app.core.orders.order import Deed, Event, Order, Outcome
from app.core.orders.reminders import mark, moments, step_on, to_come, told_until
from tests.unpaid import KINDS as SOME_KINDS
from tests.unpaid import MINUTE, NOW, ORDERS, order

KINDS = {kind.id: kind for kind in DEFAULTS}
GROUP = KINDS[GROUP_BUY]
HOUR = timedelta(hours=1)


def agenda(*orders: Order) -> Agenda:
    return Agenda(orders, KINDS)


def said(on: Agenda, minutes: float) -> list[str]:
    """What has come so many minutes after NOW, as `order step`."""
    return [f"{one.order.id} {one.step_id}" for one in on.come(NOW + minutes * MINUTE)]


def tell(on: Agenda, minutes: float) -> list[str]:
    words = said(on, minutes)
    on.told(on.come(NOW + minutes * MINUTE))
    return words


def test_a_group_buy_order_is_told_of_at_each_step_and_when_it_closes() -> None:
    on = agenda(order())

    told = [(minute, tell(on, minute)) for minute in range(40)]

    assert [(minute, words) for minute, words in told if words] == [
        (6, ["o1 first"]),
        (15, ["o1 second"]),
        (24, ["o1 last"]),
        (30, ["o1 closed"]),
    ]
    assert on.next_at() is None


def test_the_next_moment_is_the_nearest_of_all() -> None:
    on = agenda(order(1, NOW + MINUTE), order(2), order(3, kind_id=ORDINARY, closes_at=NOW + 72 * HOUR))

    assert on.next_at() == NOW + 6 * MINUTE


def test_nothing_comes_before_its_moment() -> None:
    on = agenda(order())

    assert on.come(NOW + 6 * MINUTE - timedelta(microseconds=1)) == ()
    assert said(on, 6) == ["o1 first"]


def test_what_was_not_told_stays_due_and_of_several_steps_the_latest_is_left() -> None:
    on = agenda(order())

    assert [said(on, 7), said(on, 14), said(on, 16), said(on, 31)] == [
        ["o1 first"],
        ["o1 first"],
        ["o1 second"],
        ["o1 closed"],
    ]


def test_after_a_gap_one_reminder_an_order_is_due_in_the_order_of_moments() -> None:
    on = agenda(order(1), order(2, NOW - 10 * MINUTE), order(3, NOW + 10 * MINUTE))

    assert tell(on, 25) == ["o2 closed", "o1 last", "o3 second"]
    assert said(on, 29) == []
    assert on.next_at() == NOW + 30 * MINUTE


def test_an_order_that_was_paid_is_not_told_of() -> None:
    on = agenda(order())
    on.put(order(outcome=Outcome.PAID, outcome_at=NOW))

    assert on.come(NOW + HOUR) == ()
    assert (len(on), on.next_at()) == (0, None)


def test_an_order_that_is_opened_again_is_not_told_again_what_it_was_told() -> None:
    on = agenda(order())
    tell(on, 15)
    on.put(order(outcome=Outcome.PAID, outcome_at=NOW))
    on.put(order())

    assert said(on, 20) == []
    assert said(on, 24) == ["o1 last"]


def test_a_snooze_covers_the_steps_before_its_end_and_is_told_then() -> None:
    on = agenda(order(snoozed_until=NOW + 10 * MINUTE))

    told = [(minute, tell(on, minute)) for minute in (6, 9, 10, 14, 15)]

    assert [words for words in told if words[1]] == [(10, ["o1 first"]), (15, ["o1 second"])]


def test_a_snooze_of_an_order_that_was_told_of_is_told_at_its_end() -> None:
    on = agenda(order())
    tell(on, 7)
    on.put(order(snoozed_until=NOW + 12 * MINUTE))

    assert on.next_at() == NOW + 12 * MINUTE
    assert tell(on, 12) == ["o1 first"]
    assert on.next_at() == NOW + 15 * MINUTE


def test_a_snooze_beyond_the_deadline_ends_with_it() -> None:
    on = agenda(order(snoozed_until=NOW + HOUR))

    assert on.next_at() == NOW + 30 * MINUTE
    assert tell(on, 30) == ["o1 closed"]
    assert said(on, 60) == []


def test_a_snooze_before_the_first_step_names_the_step_that_comes_first() -> None:
    on = agenda(order(snoozed_until=NOW + 3 * MINUTE))

    assert tell(on, 3) == ["o1 first"]
    assert said(on, 6) == ["o1 first"]


def test_an_order_whose_moments_move_is_told_again() -> None:
    on = agenda(order())
    tell(on, 24)
    on.put(order(1, NOW + 20 * MINUTE))

    assert on.next_at() == NOW + 26 * MINUTE
    assert said(on, 26) == ["o1 first"]


def test_an_order_without_a_kind_is_told_of_when_it_closes() -> None:
    assert said(agenda(order(kind_id="gone")), 30) == ["o1 closed"]


def test_steps_that_are_edited_hold_for_all_orders_and_tell_nothing_again() -> None:
    on = agenda(order())
    tell(on, 15)
    steps = (Step("early", "", after=10 * MINUTE), Step("late", "", before=5 * MINUTE))
    on = on.for_kinds({GROUP_BUY: OrderKind(GROUP_BUY, "", steps=steps)})

    assert on.next_at() == NOW + 25 * MINUTE
    assert said(on, 25) == ["o1 late"]


def test_what_was_written_down_by_a_clock_that_is_ahead_comes_by_the_one_that_nobody_sets() -> None:
    ahead = 2 * HOUR
    on = agenda(order(1, NOW + ahead, shift=ahead))

    assert on.next_at() == NOW + 6 * MINUTE
    assert said(on, 6) == ["o1 first"]


def test_an_order_that_is_written_down_by_another_clock_is_not_told_again_what_it_was_told() -> None:
    on = agenda(order())
    tell(on, 6)
    on.put(order(shift=-MINUTE))

    assert said(on, 15) == []
    assert on.next_at() == NOW + 16 * MINUTE


def test_a_clock_that_goes_back_takes_back_what_had_come() -> None:
    on = agenda(order())
    assert said(on, 16) == ["o1 second"]

    assert said(on, 7) == ["o1 first"]
    assert said(on, 5) == []
    assert on.next_at() == NOW + 6 * MINUTE


def test_what_came_since_it_was_shown_is_told_too() -> None:
    on = agenda(order())
    shown = on.come(NOW + 14 * MINUTE)
    assert said(on, 16) == ["o1 second"]
    on.told(shown)

    assert said(on, 16) == ["o1 second"]


def test_a_mark_says_what_was_told_until_when() -> None:
    on = agenda(order())
    (reminder,) = on.come(NOW + 16 * MINUTE)
    event = mark(reminder, NOW + 17 * MINUTE, "小夏")

    assert (event.id, event.deed, event.step_id, event.agent) == (reminder.id, Deed.REMINDED, "second", "小夏")
    assert told_until([event]) == {"o1": NOW + 15 * MINUTE}
    assert Agenda([order()], KINDS, told_until([event])).next_at() == NOW + 24 * MINUTE


def test_of_several_marks_the_latest_holds_and_one_without_a_moment_holds_from_when_it_was_made() -> None:
    events = [
        Event("1", "o1", Deed.REMINDED, NOW, text=(NOW + 6 * MINUTE).isoformat()),
        Event("2", "o1", Deed.REMINDED, NOW, text=NOW.isoformat()),
        Event("3", "o2", Deed.REMINDED, NOW, text="?"),
        Event("4", "o3", Deed.URGED, NOW, text=NOW.isoformat()),
        Event("5", "o4", Deed.REMINDED, NOW, text="2026-11-11 08:00"),
    ]

    assert told_until(events) == {"o1": NOW + 6 * MINUTE, "o2": NOW, "o4": NOW}


def test_the_step_of_a_moment_is_the_latest_that_has_come_or_the_first() -> None:
    steps = [step_on(order(), GROUP, NOW + minute * MINUTE) for minute in (0, 6, 20, 40)]

    assert [step.id for step in steps if step] == ["first", "first", "second", "last"]
    assert step_on(order(), None, NOW) is None


def test_a_step_that_falls_on_the_deadline_is_not_told_beside_it() -> None:
    late = OrderKind(GROUP_BUY, "", steps=(Step("late", "", after=HOUR), Step("none", "")))

    assert moments(order(), late) == [(NOW + 30 * MINUTE, None)]


def test_thousands_of_changes_leave_no_more_in_mind_than_there_are_orders() -> None:
    on = agenda(*(order(number) for number in range(10)))
    for round_ in range(2_000):
        on.put(order(round_ % 10, NOW + round_ * timedelta(seconds=1)))

    assert len(on._heap) < 1_500
    assert on.next_at() == NOW + 1990 * timedelta(seconds=1) + 6 * MINUTE


@given(
    given_orders=some.lists(ORDERS.map(lambda one: replace(one, outcome=None, kind_id="k")), max_size=8),
    kind=SOME_KINDS,
    looks=some.lists(some.integers(0, 400), min_size=1, max_size=12).map(sorted),
)
def test_whatever_the_orders_the_agenda_tells_what_a_look_at_each_of_them_would(
    given_orders: list[Order], kind: OrderKind, looks: list[int]
) -> None:
    """The reference keeps a set of told moments and asks every order at every look."""
    orders = {one.id: one for one in given_orders}
    on = Agenda(orders.values(), {"k": kind})
    told: dict[str, datetime] = {}

    for days in looks:
        now = NOW + timedelta(days=days - 200)
        expected = {}
        for one in orders.values():
            come = [each for each in to_come(one, kind, told.get(one.id)) if each[0] - one.shift <= now]
            if come:
                expected[one.id] = come[-1]
        found = on.come(now)
        assert {each.order.id: (each.at, each.step) for each in found} == expected
        on.told(found)
        told |= {key: at for key, (at, _) in expected.items()}
