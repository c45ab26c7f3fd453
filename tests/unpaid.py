"""Unpaid orders for tests, and hypothesis strategies of every order that may exist."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.core.orders.kinds import GROUP_BUY, OrderKind, Step
from app.core.orders.order import Deed, Event, Flag, FollowUp, Manner, Order, Outcome
from tests.phrases import LISTS, MOMENTS, NUMBERS, TEXTS, WORDS

NOW = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
"""November 11, 14:00 in the shop's zone, as `FakeClock` begins."""
MINUTE = timedelta(minutes=1)
HALF_HOUR = 30 * MINUTE


def order(nth: int = 1, placed_at: datetime = NOW, **fields: Any) -> Order:
    """A group-buy order of 128 yuan, placed at a moment."""
    plain = Order(
        f"o{nth}",
        f"买家{nth}",
        GROUP_BUY,
        placed_at,
        placed_at + HALF_HOUR,
        number=f"{nth:019}",
        amount=Decimal("128.00"),
        added_at=placed_at,
    )
    return replace(plain, **fields)


AMOUNTS = st.decimals(min_value=0, max_value=99_999, places=2)
LENGTHS = st.timedeltas(min_value=timedelta(days=-3), max_value=timedelta(days=3))
ORDERS = st.builds(
    Order,
    id=WORDS,
    buyer=TEXTS,
    kind_id=WORDS,
    placed_at=MOMENTS,
    closes_at=MOMENTS,
    number=WORDS,
    amount=st.none() | AMOUNTS,
    items=LISTS,
    note=TEXTS,
    flag=st.none() | st.sampled_from(Flag),
    agent=TEXTS,
    manner=st.none() | st.sampled_from(Manner),
    problem=WORDS,
    activity_id=WORDS,
    outcome=st.none() | st.sampled_from(Outcome),
    outcome_at=st.none() | MOMENTS,
    lost_reason=WORDS,
    snoozed_until=st.none() | MOMENTS,
    is_overridden=st.booleans(),
    checks=LISTS,
    source=WORDS,
    added_at=st.none() | MOMENTS,
    shift=st.just(timedelta()) | LENGTHS,
)
EVENTS = st.builds(
    Event,
    id=WORDS,
    order_id=WORDS,
    deed=st.sampled_from(Deed),
    at=MOMENTS,
    agent=TEXTS,
    step_id=WORDS,
    phrase_id=WORDS,
    text=TEXTS,
)
FOLLOW_UPS = st.builds(
    FollowUp,
    id=WORDS,
    buyer=TEXTS,
    text=TEXTS,
    due_at=MOMENTS,
    order_id=WORDS,
    phrase_id=WORDS,
    agent=TEXTS,
    made_at=st.none() | MOMENTS,
    done_at=st.none() | MOMENTS,
)
_STEPS = st.builds(Step, id=WORDS, name=TEXTS, after=st.none() | LENGTHS, before=st.none() | LENGTHS, code=WORDS)
KINDS = st.builds(
    OrderKind,
    id=WORDS,
    name=TEXTS,
    words=LISTS,
    closes_after=st.none() | LENGTHS,
    steps=st.lists(_STEPS, max_size=3).map(tuple),
    position=NUMBERS,
)
