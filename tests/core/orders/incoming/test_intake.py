"""What an export changes, order by order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.imports.reading import Spot
from app.core.orders.choices import BY_TIME
from app.core.orders.incoming.drafts import EXPORT, OrderDraft
from app.core.orders.incoming.intake import Circumstances, Fate, OrderPlan, PlannedOrder, events, plan
from app.core.orders.incoming.matching import Known, is_masked
from app.core.orders.incoming.reading import OrderReading, ReadOrder
from app.core.orders.kinds import BALANCE, GROUP_BUY, ORDINARY
from app.core.orders.order import Deed, Flag, Order, Outcome
from tests.unpaid import HALF_HOUR, MINUTE, NOW, order

DAY = timedelta(days=1)
LATER = NOW + 20 * MINUTE


def draft(nth: int = 1, **fields: Any) -> OrderDraft:
    """What an export tells of the order of `unpaid.order`."""
    plain = OrderDraft(f"买家{nth}", GROUP_BUY, NOW, NOW + HALF_HOUR, f"{nth:019}", Decimal("128.00"))
    return replace(plain, **fields)


def read(nth: int = 1, *, was_paid: bool = False, is_closing_told: bool = False, **fields: Any) -> ReadOrder:
    return ReadOrder(draft(nth, **fields), Spot("a.csv", line=nth + 1), False, is_closing_told, was_paid)


def at(now: datetime = LATER) -> Circumstances:
    ids = count(1)
    return Circumstances(now, lambda: f"new{next(ids)}", now - 30 * DAY, timedelta(seconds=7))


def planned(
    rows: Sequence[ReadOrder], known: Sequence[Order] = (), now: datetime = LATER, made_at: datetime | None = LATER
) -> OrderPlan:
    return plan(OrderReading("a.csv", tuple(rows), (), True, made_at), Known(known), at(now))


def only(row: ReadOrder, *known: Order, **more: Any) -> PlannedOrder:
    (one,) = planned([row], known, **more).rows
    return one


def test_an_unknown_open_order_is_new() -> None:
    row = only(read(items=("箱",), note="晚上付", agent="小美"))

    assert row.fate is Fate.NEW
    assert row.order == Order(
        "new1",
        "买家1",
        GROUP_BUY,
        NOW,
        NOW + HALF_HOUR,
        number=f"{1:019}",
        amount=Decimal("128.00"),
        items=("箱",),
        note="晚上付",
        agent="小美",
        source=EXPORT,
        added_at=LATER,
        shift=timedelta(seconds=7),
    )


def test_one_that_is_paid_or_closed_already_is_kept_for_what_it_tells() -> None:
    paid = only(read(outcome=Outcome.PAID, outcome_at=NOW + MINUTE))
    closed = only(read(outcome=Outcome.CLOSED), now=NOW + DAY)

    assert (paid.fate, paid.order.outcome_at, paid.order.is_recovered) == (Fate.ENDED, NOW + MINUTE, False)
    assert (closed.fate, closed.order.outcome_at) == (Fate.ENDED, NOW + HALF_HOUR)


def test_what_ended_too_long_ago_is_not_kept_at_all() -> None:
    row = only(read(outcome=Outcome.PAID, outcome_at=NOW - 40 * DAY))

    assert (row.fate, row.is_stored) == (Fate.OLD, False)


def test_a_payment_and_a_closing_take_an_order_out_of_the_queue_with_their_time() -> None:
    paid = only(read(outcome=Outcome.PAID, outcome_at=NOW + 5 * MINUTE), order(snoozed_until=LATER))
    closed = only(read(outcome=Outcome.CLOSED, outcome_at=NOW + MINUTE, lost_reason="price"), order())

    assert (paid.fate, paid.order.outcome, paid.order.outcome_at) == (Fate.PAID, Outcome.PAID, NOW + 5 * MINUTE)
    assert (paid.order.is_recovered, paid.order.snoozed_until) == (True, None)
    assert (closed.fate, closed.order.outcome_at, closed.order.lost_reason) == (Fate.CLOSED, NOW + MINUTE, "price")


def test_an_end_without_its_moment_is_the_deadline_or_now() -> None:
    paid = only(read(outcome=Outcome.PAID), order())
    closed = only(read(outcome=Outcome.CLOSED), order(), now=NOW + DAY)

    assert paid.order.outcome_at == LATER
    assert closed.order.outcome_at == NOW + HALF_HOUR


def test_what_the_agent_did_survives() -> None:
    own = order(
        note="晚上付",
        flag=Flag.RED,
        agent="小二",
        kind_id=ORDINARY,
        closes_at=NOW + 3 * DAY,
        checks=("address",),
        problem="card_limit",
        is_overridden=True,
        snoozed_until=LATER,
        manner=None,
        amount=Decimal(100),
    )

    row = only(read(note="别的", flag=Flag.BLUE, agent="别人"), own)

    assert (row.fate, row.fields) == (Fate.CHANGED, ("amount",))
    assert row.order == replace(own, amount=Decimal("128.00"))


def test_what_the_agent_left_empty_is_filled() -> None:
    row = only(read(note="晚上付", flag=Flag.BLUE, agent="小美", items=("箱",), activity_id="a"), order())

    assert row.fields == ("items", "note", "flag", "agent", "activity_id")


def test_the_same_file_once_more_changes_nothing() -> None:
    rows = [
        read(1),
        read(2, outcome=Outcome.PAID, outcome_at=NOW),
        read(3, outcome=Outcome.PAID),
        read(4, outcome=Outcome.CLOSED, lost_reason="price"),
    ]
    first = planned(rows)

    again = planned(rows, [row.order for row in first.rows], now=LATER + DAY)

    assert again.count(Fate.SAME) == 4
    assert again.stored == ()


def test_a_time_without_seconds_does_not_undo_one_with_them() -> None:
    own = order(placed_at=NOW + timedelta(seconds=33), closes_at=NOW + HALF_HOUR + timedelta(seconds=33))

    assert only(read(placed_at=NOW), own).fate is Fate.SAME
    assert only(read(placed_at=NOW + MINUTE), own).fields == ("placed_at", "closes_at")


def test_another_moment_of_placing_moves_the_closing_with_it() -> None:
    row = only(read(placed_at=NOW - 5 * MINUTE), order(shift=timedelta(seconds=3)))

    assert row.order.closes_at == NOW + 25 * MINUTE
    assert row.order.shift == timedelta(seconds=3)


def test_a_deposit_that_was_paid_becomes_a_balance_with_its_own_moment() -> None:
    told = ReadOrder(draft(kind_id=BALANCE, closes_at=NOW + 2 * DAY), Spot("a.csv"), True, True)

    row = only(told, order(kind_id="deposit"))

    assert (row.order.kind_id, row.order.closes_at) == (BALANCE, NOW + 2 * DAY)


def test_an_order_noted_by_hand_is_found_again_and_gets_its_number() -> None:
    noted = order(number="", placed_at=NOW + 3 * MINUTE, closes_at=NOW + 33 * MINUTE, note="急")

    plan_of = planned([read(1, placed_at=NOW), read(2, buyer="买家1", placed_at=NOW + HALF_HOUR)], [noted])

    found, other = plan_of.rows
    assert (found.order.id, found.fate, found.order.number) == (noted.id, Fate.CHANGED, f"{1:019}")
    assert (found.order.placed_at, found.order.closes_at, found.order.note) == (NOW, NOW + HALF_HOUR, "急")
    assert other.fate is Fate.NEW


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ({"placed_at": NOW + 90 * MINUTE}, True),
        ({"placed_at": NOW + 3 * timedelta(hours=1)}, False),
        ({"amount": None, "placed_at": NOW + 9 * MINUTE}, True),
        ({"amount": None, "placed_at": NOW + 11 * MINUTE}, False),
        ({"amount": Decimal(127)}, False),
        ({"buyer": "别人"}, False),
        ({"buyer": "买家1", "outcome": Outcome.PAID, "outcome_at": NOW + MINUTE}, True),
    ],
)
def test_a_hand_note_is_the_same_only_if_buyer_amount_and_time_agree(fields: dict[str, Any], is_found: bool) -> None:
    noted = order(number="", **fields)

    row = only(read(outcome=Outcome.PAID, outcome_at=NOW + MINUTE), noted)

    assert (row.order.id == noted.id) is is_found


def test_a_masked_name_stands_for_the_whole_one_and_does_not_replace_it() -> None:
    assert only(read(buyer="买**1"), order()).fate is Fate.SAME
    assert only(read(buyer="买**1"), order(number="")).order.buyer == "买家1"
    assert is_masked("小**", "小熊猫")
    assert not is_masked("小**", "大熊猫")
    assert not is_masked("小熊猫", "小熊猫")


@pytest.mark.parametrize(
    ("own", "row", "fate"),
    [
        (order(outcome=Outcome.PAID, outcome_at=NOW), read(), Fate.CONFLICTING),
        (order(outcome=Outcome.PAID, outcome_at=LATER), read(), Fate.SAME),
        (order(outcome=Outcome.CLOSED, outcome_at=NOW), read(), Fate.CONFLICTING),
        (order(outcome=Outcome.CLOSED, outcome_at=NOW + 15 * MINUTE, lost_reason=BY_TIME), read(), Fate.SAME),
        (order(outcome=Outcome.CLOSED, outcome_at=NOW, lost_reason=BY_TIME), read(), Fate.CONFLICTING),
        (order(outcome=Outcome.GIVEN_UP, outcome_at=NOW), read(), Fate.SAME),
        (order(outcome=Outcome.GIVEN_UP, outcome_at=NOW), read(outcome=Outcome.CLOSED), Fate.SAME),
        (order(outcome=Outcome.GIVEN_UP, outcome_at=NOW), read(outcome=Outcome.PAID), Fate.PAID),
        (order(outcome=Outcome.CLOSED, outcome_at=NOW), read(outcome=Outcome.PAID), Fate.PAID),
        (order(outcome=Outcome.PAID, outcome_at=NOW), read(outcome=Outcome.CLOSED), Fate.CLOSED),
        (order(outcome=Outcome.PAID, outcome_at=NOW), read(outcome=Outcome.CLOSED, was_paid=True), Fate.SAME),
    ],
)
def test_the_platform_knows_better_unless_its_file_is_older(own: Order, row: ReadOrder, fate: Fate) -> None:
    found = only(row, own)

    assert found.fate is fate
    assert found.is_stored or found.order is own


def test_an_order_closed_by_its_time_is_open_again_where_the_file_tells_a_later_closing() -> None:
    own = order(outcome=Outcome.CLOSED, outcome_at=NOW, lost_reason=BY_TIME)

    row = only(read(closes_at=NOW + DAY, is_closing_told=True), own)

    assert (row.fate, row.order.outcome, row.order.closes_at) == (Fate.CHANGED, None, NOW + DAY)


def test_the_platforms_reason_is_better_than_time_and_worse_than_the_agents() -> None:
    by_time = order(outcome=Outcome.CLOSED, outcome_at=NOW + HALF_HOUR, lost_reason=BY_TIME)
    own = replace(by_time, lost_reason="express_fee")

    closed = read(outcome=Outcome.CLOSED, lost_reason="price")

    assert only(closed, by_time).order.lost_reason == "price"
    assert only(closed, own).fate is Fate.SAME


def test_the_history_tells_what_an_import_did_and_when_it_happened() -> None:
    rows = planned(
        [
            read(1),
            read(2, amount=Decimal(1)),
            read(3, outcome=Outcome.PAID, outcome_at=NOW + MINUTE),
            read(4, outcome=Outcome.CLOSED, outcome_at=NOW - MINUTE, lost_reason="price"),
            read(5),
        ],
        [order(nth) for nth in (2, 3, 4, 5)],
    ).rows
    ids = count(1)

    told = events(rows, LATER, lambda: f"e{next(ids)}")

    assert [(event.order_id, event.deed, event.at, event.text) for event in told] == [
        ("new1", Deed.IMPORTED, LATER, ""),
        ("o2", Deed.EDITED, LATER, "amount"),
        ("o3", Deed.PAID, NOW + MINUTE, ""),
        ("o4", Deed.CLOSED, NOW, "price"),
    ]


def test_the_plan_as_json_holds_numbers_and_no_buyers() -> None:
    told = planned([read(1), read(2)], [order(2)]).to_plain()

    assert told["counts"] == {
        "new": 1,
        "ended": 0,
        "changed": 0,
        "paid": 0,
        "closed": 0,
        "same": 1,
        "conflicting": 0,
        "old": 0,
    }
    assert "买家" not in repr(told)


ENDS = st.sampled_from([None, Outcome.PAID, Outcome.CLOSED])
MINUTES = st.integers(-60, 20).map(lambda minutes: NOW + minutes * MINUTE)
READS = st.builds(
    lambda nth, placed_at, amount, outcome, outcome_at, was_paid, is_told: read(
        nth,
        was_paid=was_paid,
        is_closing_told=is_told,
        placed_at=placed_at,
        closes_at=placed_at + HALF_HOUR,
        amount=amount,
        outcome=outcome,
        outcome_at=outcome_at if outcome else None,
    ),
    st.integers(1, 6),
    MINUTES,
    st.none() | st.integers(1, 3).map(Decimal),
    ENDS,
    st.none() | MINUTES,
    st.booleans(),
    st.booleans(),
)
OWN = st.builds(
    lambda nth, is_numbered, outcome, outcome_at, note: order(
        nth,
        number=f"{nth:019}" if is_numbered else "",
        outcome=outcome,
        outcome_at=outcome_at if outcome else None,
        note=note,
    ),
    st.integers(1, 6),
    st.booleans(),
    st.none() | st.sampled_from(Outcome),
    MINUTES,
    st.sampled_from(["", "急"]),
)


def unique(rows: list[Any], key: Any) -> list[Any]:
    return list({key(row): row for row in rows}.values())


@given(
    st.lists(READS, max_size=6).map(lambda rows: unique(rows, lambda row: row.draft.number)),
    st.lists(OWN, max_size=6).map(lambda rows: unique(rows, lambda own: own.id)),
)
def test_whatever_is_known_a_second_time_changes_nothing_and_nothing_doubles(
    rows: list[ReadOrder], known: list[Order]
) -> None:
    first = planned(rows, known)
    kept = {one.id: one for one in known} | {row.order.id: row.order for row in first.stored}

    second = planned(rows, list(kept.values()))

    assert second.stored == ()
    assert len({row.order.id for row in first.rows}) == len(rows)
    numbers = [one.number for one in kept.values() if one.number]
    assert len(numbers) == len(set(numbers))
    assert all(kept[one.id].note == one.note for one in known if one.note)
