"""Taking over what another PC handed over: nothing doubles, the newer state wins, and no end is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.orders.duties.handover import Handover
from app.core.orders.duties.handover_merge import Known, Merge, merged
from app.core.orders.edits import ended, reopened
from app.core.orders.kinds import DEFAULTS
from app.core.orders.order import Deed, Event, FollowUp, Order, Outcome
from tests.unpaid import HALF_HOUR, MINUTE, NOW, order

LATER = NOW + HALF_HOUR


def said(deed: Deed, minutes: int, order_id: str = "o1", nth: int = 1) -> Event:
    return Event(f"e{nth}-{minutes}-{order_id}", order_id, deed, NOW + minutes * MINUTE)


def from_there(*orders: Order, events: tuple[Event, ...] = (), follow_ups: tuple[FollowUp, ...] = ()) -> Handover:
    return Handover(LATER, "小三", orders=orders, events=events, follow_ups=follow_ups, kinds=DEFAULTS[:1])


def taken(handover: Handover, known: Known, shift=MINUTE) -> tuple[Known, Merge]:
    """What is known after taking it over."""
    merge = merged(handover, known, shift)
    orders = {one.id: one for one in (*known.orders, *merge.orders)}
    events = {one.id: one for one in (*known.events, *merge.events)}
    follow_ups = {one.id: one for one in (*known.follow_ups, *merge.follow_ups)}
    kinds = {**(known.kinds or {}), **{kind.id: kind for kind in merge.kinds}}
    return Known(list(orders.values()), list(events.values()), list(follow_ups.values()), kinds), merge


def test_what_is_new_comes_with_its_history_and_runs_by_the_clock_of_this_pc() -> None:
    urged = said(Deed.URGED, 6)
    promise = FollowUp("f1", "小猫", "查快递", NOW, "o1")

    known, merge = taken(from_there(order(1), events=(urged,), follow_ups=(promise,)), Known())

    assert known.orders == [order(1, shift=MINUTE)]
    assert [event.deed for event in known.events] == [Deed.URGED, Deed.HANDED_OVER]
    assert (known.events[1].at, known.events[1].agent) == (LATER, "小三")
    assert (known.follow_ups, merge.kinds) == ([promise], DEFAULTS[:1])
    assert (merge.new, merge.changed) == (1, 0)


STATES = st.sampled_from(
    [
        (order(1), Deed.ADDED),
        (order(1, note="要红色"), Deed.EDITED),
        (ended(order(1), Outcome.PAID, NOW + MINUTE), Deed.PAID),
        (ended(order(1), Outcome.CLOSED, LATER, "by_time"), Deed.CLOSED),
        (order(1, snoozed_until=NOW + 5 * MINUTE), Deed.SNOOZED),
    ]
)


@given(STATES, STATES, st.integers(0, 9), st.integers(0, 9), st.booleans())
def test_the_same_file_once_more_changes_nothing(
    there: tuple[Order, Deed], here: tuple[Order, Deed], theirs: int, ours: int, is_other_id: bool
) -> None:
    own = replace(here[0], id="mine" if is_other_id else "o1")
    known = Known([own], [said(here[1], ours, own.id, 2)])
    handover = from_there(there[0], events=(said(there[1], theirs),), follow_ups=(FollowUp("f1", "小猫", "查", NOW),))

    once, _ = taken(handover, known)
    twice, merge = taken(handover, once)

    assert len(once.orders) == 1
    assert twice == once
    assert (merge.orders, merge.events, merge.follow_ups, merge.kinds, merge.new, merge.changed) == (
        (),
        (),
        (),
        (),
        0,
        0,
    )


def test_an_order_of_the_same_number_is_the_same_order_and_keeps_our_id() -> None:
    theirs = order(1, id="theirs", note="要红色", shift=3 * MINUTE)
    events = (said(Deed.EDITED, 9, "theirs"),)

    known, merge = taken(from_there(theirs, events=events), Known([order(1, shift=2 * MINUTE)]))

    assert known.orders == [order(1, note="要红色", shift=2 * MINUTE)]
    assert {event.order_id for event in known.events} == {"o1"}
    assert (merge.new, merge.changed) == (0, 1)


@pytest.mark.parametrize(("theirs", "note"), [(9, "蓝色"), (3, "红色")])
def test_the_newer_state_wins(theirs: int, note: str) -> None:
    known = Known([order(1, note="红色")], [said(Deed.EDITED, 5, nth=2)])

    later, _ = taken(from_there(order(1, note="蓝色"), events=(said(Deed.EDITED, theirs),)), known)

    assert [one.note for one in later.orders] == [note]


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_payment_is_not_lost_to_a_later_note_of_a_pc_that_did_not_know(is_ours: bool) -> None:
    paid, noted = ended(order(1), Outcome.PAID, NOW + MINUTE), order(1, note="红色")
    paying, noting = said(Deed.PAID, 1), said(Deed.EDITED, 9, nth=2)
    handover = from_there(noted if is_ours else paid, events=(noting if is_ours else paying,))

    known, _ = taken(handover, Known([paid if is_ours else noted], [paying if is_ours else noting]))

    (one,) = known.orders
    assert (one.outcome, one.outcome_at, one.note) == (Outcome.PAID, NOW + MINUTE, "红色")


def test_an_order_that_was_opened_again_there_is_open_here() -> None:
    closed = ended(order(1), Outcome.CLOSED, NOW + MINUTE, "price")
    handover = from_there(reopened(closed), events=(said(Deed.REOPENED, 9),))

    known, _ = taken(handover, Known([closed], [said(Deed.CLOSED, 1, nth=2)]))

    assert [one.is_open for one in known.orders] == [True]


def test_an_urge_alone_makes_no_state_newer_but_comes_into_the_history() -> None:
    known = Known([order(1, note="红色")], [said(Deed.EDITED, 5, nth=2)])

    later, merge = taken(from_there(order(1), events=(said(Deed.URGED, 9),)), known)

    assert merge.orders == ()
    assert [one.note for one in later.orders] == ["红色"]
    assert [event.deed for event in merge.events] == [Deed.URGED]


def test_a_deadline_that_was_moved_there_runs_by_our_clock() -> None:
    moved = order(1, closes_at=LATER + HALF_HOUR)

    known, _ = taken(from_there(moved, events=(said(Deed.EDITED, 9),)), Known([order(1)]), shift=7 * MINUTE)

    assert known.orders == [replace(moved, shift=7 * MINUTE)]


def test_a_promise_that_was_kept_on_either_pc_is_kept() -> None:
    promise = FollowUp("f1", "小猫", "查快递", NOW, "theirs")
    done = replace(promise, order_id="o1", done_at=NOW)
    theirs = order(1, id="theirs")

    here, _ = taken(from_there(theirs, follow_ups=(promise,)), Known([order(1)], follow_ups=[done]))
    there, _ = taken(
        from_there(theirs, follow_ups=(replace(promise, done_at=NOW),)),
        Known([order(1)], follow_ups=[replace(done, done_at=None)]),
    )

    assert here.follow_ups == there.follow_ups == [done]


def test_a_kind_that_this_pc_has_stays_as_it_is() -> None:
    own = replace(DEFAULTS[0], name="团购")

    known, merge = taken(from_there(order(1)), Known(kinds={own.id: own}))

    assert merge.kinds == ()
    assert known.kinds == {own.id: own}
