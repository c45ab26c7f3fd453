"""What becomes of an order that is typed again or taken back."""

from dataclasses import fields, replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.orders.edits import changed_fields, edited, ended, reopened, taken_back
from app.core.orders.kinds import DEFAULTS, ORDINARY
from app.core.orders.order import Flag, Order, Outcome
from tests.unpaid import MINUTE, NOW, ORDERS, order


@given(ORDERS, ORDERS)
def test_a_step_after_which_nothing_happened_is_taken_back_whole(before: Order, after: Order) -> None:
    assert taken_back(after, before, after) == before


@given(ORDERS, ORDERS, ORDERS)
def test_every_field_is_what_it_was_before_or_what_it_became_later(before: Order, after: Order, now: Order) -> None:
    back = taken_back(now, before, after)

    for field in fields(Order):
        value = getattr(back, field.name)
        assert value in (getattr(now, field.name), getattr(before, field.name))
        if getattr(now, field.name) != getattr(after, field.name):
            assert value == getattr(now, field.name)


def test_what_was_changed_after_a_step_stays_and_an_end_is_one_thing() -> None:
    before = order(1)
    after = replace(ended(before, Outcome.CLOSED, NOW, "price"), note="要红色")
    now = replace(after, outcome=Outcome.PAID, outcome_at=NOW + MINUTE, lost_reason="", flag=Flag.RED)

    back = taken_back(now, before, after)

    assert back == replace(before, flag=Flag.RED, outcome=Outcome.PAID, outcome_at=NOW + MINUTE)


@given(ORDERS, st.sampled_from(Outcome))
def test_an_order_that_is_opened_again_is_open_with_nothing_left_of_its_end(one: Order, outcome: Outcome) -> None:
    again = reopened(ended(one, outcome, NOW, "price"))

    assert again.is_open
    assert (again.outcome_at, again.lost_reason, again.snoozed_until) == (None, "", None)


def test_a_deadline_that_is_typed_runs_by_the_clock_of_that_moment_and_an_older_one_by_its_own() -> None:
    own = order(1, shift=MINUTE, snoozed_until=NOW + 5 * MINUTE)
    shift = 10 * MINUTE

    noted = edited(own, replace(own, note="改过"), DEFAULTS[0], shift)
    moved = edited(own, replace(own, closes_at=NOW + 7 * MINUTE), DEFAULTS[0], shift)
    placed = edited(own, replace(own, placed_at=NOW - MINUTE), DEFAULTS[0], shift)
    other = edited(own, replace(own, kind_id=ORDINARY), replace(DEFAULTS[1], closes_after=30 * MINUTE), shift)

    assert (noted.shift, noted.closes_at) == (MINUTE, own.closes_at)
    assert (moved.shift, moved.closes_at) == (shift, NOW + 7 * MINUTE)
    assert moved.snoozed_by(shift) == own.snoozed_by(shift)
    assert (placed.shift, placed.closes_at) == (shift, NOW + 29 * MINUTE)
    assert (other.shift, other.closes_at) == (MINUTE, own.closes_at)


def test_the_fields_that_differ_are_named() -> None:
    assert changed_fields(order(1), order(1, note="改过", shift=timedelta(1))) == ("note", "shift")
