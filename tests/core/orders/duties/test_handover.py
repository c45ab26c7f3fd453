"""What one shift leaves to the next: as a file that is read back or refused, and as a card."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.orders.duties.handover import BadHandover, Handover, file_name, of_bytes, to_bytes
from app.core.orders.duties.handover_card import MOST, Wording, card
from app.core.orders.kinds import DEFAULTS
from app.core.orders.order import Deed, Event, FollowUp, Outcome
from app.core.sheet.changes import Change
from app.core.sheet.differences import NO, YES
from tests.unpaid import FOLLOW_UPS, MINUTE, NOW, ORDERS, order

SHANGHAI = ZoneInfo("Asia/Shanghai")
WHOLE = Handover(
    NOW,
    "小二",
    "猫店",
    "白班",
    (
        order(1, buyer="小熊猫", items=("保温杯",), note="小熊猫要\n红色", problem="card_limit", number="1"),
        order(2, NOW - 20 * MINUTE, amount=Decimal("9.90"), number=""),
        order(3, outcome=Outcome.PAID, outcome_at=NOW),
    ),
    (Event("e1", "o1", Deed.URGED, NOW, "小二", "first", "p1", "亲"),),
    DEFAULTS,
    (
        FollowUp("f1", "小猫", "查快递", NOW + 2 * 60 * MINUTE),
        FollowUp("f2", "小熊猫", "给小熊猫补发", NOW - MINUTE),
        FollowUp("f3", "老虎", "回电", NOW, done_at=NOW),
    ),
    (Change("c1", "a1", "双11", "limit.count", "2", "3", NOW, "personal"),),
)


def wording(**fields: Any) -> Wording:
    kinds = {kind.id: kind.name for kind in DEFAULTS}
    names = {
        "kind": kinds.get,
        "problem": {"": "", "card_limit": "银行卡限额"}.get,
        "field": {"limit.count": "限购"}.get,
    }
    return Wording(zone=SHANGHAI, **{**names, **fields})


def test_the_card_tells_what_is_open_the_nearest_first() -> None:
    assert card(WHOLE, wording()).splitlines() == [
        "交接单 2026-11-11 14:00 · 猫店 · 白班 · 小二",
        "",
        "【待付款 2 笔，共 137.90元】",
        "1. 买家2 | 聚划算 | 9.90元 | 今天 14:10 关闭，还有10分钟",
        "2. 小熊猫 | 聚划算 | 128元 | 今天 14:30 关闭，还有30分钟 | 保温杯 | 银行卡限额 | 小熊猫要 红色 | 单号 1",
        "",
        "【待跟进 2 项】",
        "- 今天 13:59（已过时间） 小熊猫：给小熊猫补发",
        "- 今天 16:00 小猫：查快递",
        "",
        "【活动变更未确认 1 项】",
        "- 双11 · 限购：2 → 3",
    ]


def test_a_masked_card_has_no_name_and_no_number_of_a_buyer() -> None:
    text = card(WHOLE, wording(is_masked=True))

    assert "小熊猫" not in text
    assert "小*猫" in text
    assert card(replace(WHOLE, orders=(order(1),)), wording(is_masked=True)).splitlines()[3].endswith(" | 单号 *0001")


def test_an_english_card_and_one_of_nothing() -> None:
    text = card(Handover(NOW, "Lin"), wording(is_chinese=False))

    assert text.splitlines() == [
        "Handover 2026-11-11 14:00 · Lin",
        "",
        "[Unpaid: 0, ¥0]",
        "none",
        "",
        "[Follow-ups: 0]",
        "none",
        "",
        "[Unconfirmed changes: 0]",
        "none",
    ]
    assert "closes today 14:30, 30 min left" in card(WHOLE, wording(is_chinese=False))


@pytest.mark.parametrize(("is_chinese", "told"), [(True, "- 保温杯：否 → 是"), (False, "- 保温杯: no → yes")])
def test_the_card_says_yes_and_no_in_words(*, is_chinese: bool, told: str) -> None:
    sold_out = Change("c1", "p1", "保温杯", "is_sold_out", NO, YES, NOW, "personal")

    text = card(Handover(NOW, changes=(sold_out,)), wording(is_chinese=is_chinese))

    assert told in text.splitlines()


def test_of_very_many_orders_the_card_writes_the_nearest_and_counts_the_others() -> None:
    many = Handover(NOW, orders=tuple(order(nth, NOW + nth * MINUTE) for nth in range(MOST + 7)))

    lines = card(many, wording()).splitlines()

    assert lines[2 + MOST].startswith(f"{MOST}. ")
    assert "还有 7 笔" in lines[3 + MOST]


def test_the_time_left_is_the_real_one_where_the_clock_was_set() -> None:
    ahead = Handover(NOW, orders=(order(1, NOW - 60 * MINUTE),))

    assert "还有30分钟" in card(ahead, wording(shift=60 * MINUTE))


def test_a_file_is_read_back_as_it_was_written_and_its_name_names_nobody() -> None:
    assert of_bytes(to_bytes(WHOLE)) == WHOLE
    assert of_bytes(b"\xef\xbb\xbf" + to_bytes(WHOLE)) == WHOLE
    assert file_name(NOW, SHANGHAI) == "qindesk-handover-20261111-1400.json"


@given(st.lists(ORDERS, max_size=3, unique_by=lambda one: one.id), st.lists(FOLLOW_UPS, max_size=2))
def test_every_order_is_read_back_but_for_the_clock_of_the_other_pc(orders: list[Any], promises: list[Any]) -> None:
    whole = [
        replace(
            one,
            closes_at=max(one.closes_at, one.placed_at),
            outcome_at=one.placed_at if one.outcome else None,
        )
        for one in orders
    ]

    read = of_bytes(to_bytes(Handover(NOW, orders=tuple(whole), follow_ups=tuple(promises))))

    assert read.orders == tuple(replace(one, shift=timedelta()) for one in whole)
    assert read.follow_ups == tuple(promises)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    plain = json.loads(to_bytes(WHOLE))
    change(plain)
    return json.dumps(plain).encode()


def first(field: str, value: object, noun: str = "orders") -> bytes:
    return changed(lambda plain: plain["handover"][noun][0].update({field: value}))


BROKEN = {
    "nothing": (b"", "not_ours"),
    "rubbish": (b"\xff\xfe\x00rubbish", "not_ours"),
    "other JSON": (b'{"orders": []}', "not_ours"),
    "a list": (b"[]", "not_ours"),
    "nested too deep": (b"[" * 100_000, "not_ours"),
    "a newer version": (changed(lambda plain: plain.update(version=2)), "newer"),
    "no version": (changed(lambda plain: plain.update(version=0)), "broken"),
    "cut off": (to_bytes(WHOLE)[:-40], "broken"),
    "no moment": (first("closes_at", "soon"), "broken"),
    "a moment without a zone": (first("closes_at", "2026-11-11T14:30:00"), "broken"),
    "a moment out of reach": (first("closes_at", "9026-11-11T14:30:00Z"), "broken"),
    "closed before it was placed": (first("closes_at", "2026-11-11T05:00:00Z"), "broken"),
    "an amount that is none": (first("amount", "NaN"), "broken"),
    "a negative amount": (first("amount", "-1"), "broken"),
    "no id": (first("id", ""), "broken"),
    "an outcome without its moment": (first("outcome", "paid"), "broken"),
    "an outcome of nobody": (first("outcome", "lottery"), "broken"),
    "a text without end": (first("note", "亲" * 30_000), "broken"),
    "items without end": (first("items", ["杯"] * 2_000), "broken"),
    "a step of two lengths": (
        changed(lambda plain: plain["handover"]["kinds"][0]["steps"][0].update(before="PT1M")),
        "broken",
    ),
    "a step of a century": (
        changed(lambda plain: plain["handover"]["kinds"][0]["steps"][0].update(after="P36500D")),
        "broken",
    ),
    "the same order twice": (
        changed(lambda plain: plain["handover"]["orders"].append(plain["handover"]["orders"][0])),
        "broken",
    ),
    "an event of no order": (first("order_id", "o9", "events"), "broken"),
}


@pytest.mark.parametrize(("content", "rule"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_not_whole_is_refused_with_its_reason_and_without_its_text(content: bytes, rule: str) -> None:
    with pytest.raises(BadHandover) as caught:
        of_bytes(content)

    assert caught.value.rule == rule
    assert str(caught.value) == rule


def test_a_file_that_is_too_large_is_not_looked_into() -> None:
    with pytest.raises(BadHandover) as caught:
        of_bytes(b" " * (64 * 1024 * 1024 + 1))

    assert caught.value.rule == "too_large"


def test_moments_of_other_zones_become_utc() -> None:
    read = of_bytes(first("closes_at", "2026-11-11T14:30:00+08:00"))

    assert read.orders[0].closes_at == datetime(2026, 11, 11, 6, 30, tzinfo=UTC)
    assert read.orders[0].closes_at.tzinfo is UTC
