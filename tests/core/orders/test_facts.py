"""What a text says of an order: how long it has, until when, what it costs; and nothing of a deadline that is over."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from app.core.facts import names as fact_names
from app.core.facts.table import Subject
from app.core.orders import facts as order_facts
from app.core.orders.order import Outcome
from app.core.sheet.lifetimes import State
from tests.unpaid import MINUTE, NOW, order

SHANGHAI = ZoneInfo("Asia/Shanghai")
LEFT = timedelta(minutes=8, seconds=20)
ORDER = order(1, items=("保温杯。", "杯刷"), buyer=" 小熊猫 ")


def test_an_order_is_told_as_its_buyer_reads_it() -> None:
    known = order_facts.of_order(ORDER, LEFT, SHANGHAI, is_chinese=True)

    assert known == {
        "order.left": "还有8分20秒",
        "order.closes_at": "今天 14:30",
        "order.amount": "128元",
        "order.item": "保温杯、杯刷",
        "order.buyer": "小熊猫",
        "order.number": "0000000000000000001",
    }


def test_the_same_in_english() -> None:
    known = order_facts.of_order(ORDER, 40 * timedelta(seconds=1), SHANGHAI, is_chinese=False)

    assert (known["order.left"], known["order.closes_at"]) == ("last 40 s", "today 14:30")
    assert (known["order.amount"], known["order.item"]) == ("¥128", "保温杯, 杯刷")


@pytest.mark.parametrize(("amount", "words"), [("99.90", "99.90元"), ("0", "0元"), ("1234567.05", "1234567.05元")])
def test_amounts_are_told_exactly(amount: str, words: str) -> None:
    known = order_facts.of_order(order(1, amount=Decimal(amount)), LEFT, SHANGHAI, is_chinese=True)

    assert known["order.amount"] == words


def test_what_is_not_known_is_not_there() -> None:
    bare = order(1, amount=None, items=(), number="", buyer="")

    assert set(order_facts.of_order(bare, LEFT, SHANGHAI, is_chinese=True)) == {"order.left", "order.closes_at"}


def test_the_day_is_seen_from_the_platforms_clock_whatever_that_of_the_pc_says() -> None:
    ahead = order(1, closes_at=datetime(2026, 11, 11, 16, 0, tzinfo=UTC))

    known = order_facts.of_order(ahead, timedelta(minutes=30), SHANGHAI, is_chinese=True)

    assert known["order.closes_at"] == "今天 24:00"


@pytest.mark.parametrize(
    ("closed", "left"),
    [(ORDER, timedelta()), (ORDER, -MINUTE), (order(1, outcome=Outcome.PAID, outcome_at=NOW), LEFT)],
)
def test_of_a_deadline_that_is_over_or_of_no_concern_nothing_is_told(closed, left: timedelta) -> None:
    known = order_facts.of_order(closed, left, SHANGHAI, is_chinese=True)

    assert not {"order.left", "order.closes_at"} & set(known)
    assert known["order.amount"] == "128元"


def test_why_a_deadline_is_not_told_is_known_where_the_order_has_closed() -> None:
    found = order_facts.over("order.left", ORDER, -MINUTE)

    assert found is not None
    assert (found.state, found.until_at) == (State.OVER, NOW + 30 * MINUTE)
    assert order_facts.over("order.left", ORDER, LEFT) is None
    assert order_facts.over("order.amount", ORDER, -MINUTE) is None
    assert order_facts.over("order.left", order(1, outcome=Outcome.PAID), -MINUTE) is None


@pytest.mark.parametrize("is_chinese", [True, False])
def test_an_order_that_is_made_up_for_the_editor_has_every_fact(is_chinese: bool) -> None:
    made_up, left = order_facts.sample(NOW, is_chinese=is_chinese)

    known = order_facts.of_order(made_up, left, SHANGHAI, is_chinese=is_chinese)

    assert set(known) == set(fact_names.of(Subject.ORDER))
