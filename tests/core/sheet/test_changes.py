"""What an edit changed of a running activity, told old → new."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from app.core.sheet.activities import Activity, ActivityKind, Base, Limit, PerMultiple, PhaseKind, Stacking
from app.core.sheet.changes import Change, changes_of
from app.core.sheet.differences import FIELDS, NO, YES, Differences, split_field
from app.core.sheet.entries import SAMPLE, Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import EMPTY, Entry, Sheet
from tests.entries import ACTIVITIES, FACTS, HOUR, PRODUCTS, SALE_AT, activity, fact, phase, product, yuan
from tests.sheets import double_eleven

SHANGHAI = ZoneInfo("Asia/Shanghai")
SHEET = double_eleven()
DOUBLE_ELEVEN = SHEET.activities["d11"]
CUP, MUG = (SHEET.products[key] for key in ("cup", "mug"))
NOON = SALE_AT + timedelta(hours=16)
"""November 11, 12:00 in the shop's zone: the big sale runs."""


def told(old: Entry, new: Entry, sheet: Sheet = SHEET) -> list[tuple[str, str, str]]:
    return [(change.field, change.old, change.new) for change in _changes(old, new, sheet)]


def _changes(old: Entry, new: Entry, sheet: Sheet = SHEET) -> tuple[Change, ...]:
    numbers = count(1)
    return changes_of([(old, new)], NOON, lambda: f"c{next(numbers)}", sheet=sheet, zone=SHANGHAI)


def test_a_change_says_what_of_what_and_when() -> None:
    new = replace(DOUBLE_ELEVEN, limit=Limit(3, DOUBLE_ELEVEN.limit.answer_above if DOUBLE_ELEVEN.limit else ""))

    assert _changes(DOUBLE_ELEVEN, new) == (Change("c1", "d11", "双11大促", "limit.count", "2", "3", NOON, "personal"),)


def test_one_altered_coupon_is_one_change_and_another_threshold_is_another_coupon() -> None:
    coupons = DOUBLE_ELEVEN.coupons
    dearer = replace(DOUBLE_ELEVEN, coupons=(coupons[0], replace(coupons[1], off=yuan("25.50")), coupons[2]))
    other = replace(DOUBLE_ELEVEN, coupons=(*coupons[:2], replace(coupons[2], threshold=yuan("398"), name="大额券")))

    assert told(DOUBLE_ELEVEN, dearer) == [("coupons.238", "238 − 20", "238 − 25.5")]
    assert told(DOUBLE_ELEVEN, other) == [
        ("coupons.388", "388 − 50", ""),
        ("coupons.398", "", "398 − 50 · 大额券"),
    ]


def test_the_order_of_rows_and_the_zeros_of_an_amount_are_no_change() -> None:
    fees = tuple(replace(fee, fee=fee.fee.quantize(yuan("0.01"))) for fee in DOUBLE_ELEVEN.shipping.fees)
    shipping = replace(DOUBLE_ELEVEN.shipping, fees=fees[::-1])
    new = replace(DOUBLE_ELEVEN, shipping=shipping, coupons=DOUBLE_ELEVEN.coupons[::-1], position=99)

    assert told(DOUBLE_ELEVEN, new) == []


def test_moments_of_a_phase_are_told_in_the_zone_of_the_shop() -> None:
    phases = tuple(
        replace(one, ends_at=one.ends_at + HOUR, name="晚场") if one.id == "late" else one
        for one in DOUBLE_ELEVEN.phases
    )

    assert told(DOUBLE_ELEVEN, replace(DOUBLE_ELEVEN, phases=phases)) == [
        ("phases.name.晚场", "晚8点加场", "晚场"),
        ("phases.ends_at.晚场", "2026-11-11 22:00", "2026-11-11 23:00"),
    ]


def test_phases_that_come_and_go_are_told_with_their_span() -> None:
    window = phase(9, PhaseKind.EXTRA, SALE_AT + 20 * HOUR, HOUR)
    phases = (*(one for one in DOUBLE_ELEVEN.phases if one.id != "half"), window)

    assert told(DOUBLE_ELEVEN, replace(DOUBLE_ELEVEN, phases=phases)) == [
        ("phases.前两小时半价", "2026-11-11 00:00 – 2026-11-11 02:00", ""),
        ("phases.阶段 9", "", "2026-11-11 16:00 – 2026-11-11 17:00"),
    ]


SHIPPING = DOUBLE_ELEVEN.shipping
EDITS: list[tuple[Activity, tuple[str, str, str]]] = [
    (replace(DOUBLE_ELEVEN, kind=ActivityKind.OWN), ("kind", "platform_sale", "own")),
    (replace(DOUBLE_ELEVEN, per_multiple=None), ("per_multiple", "300 − 50 · 跨店满减", "")),
    (
        replace(DOUBLE_ELEVEN, per_multiple=PerMultiple(yuan("300"), yuan("50"), yuan("100"), "跨店满减")),
        ("per_multiple", "300 − 50 · 跨店满减", "300 − 50 · ≤ 100 · 跨店满减"),
    ),
    (
        replace(DOUBLE_ELEVEN, stacking=Stacking(has_coupon_with_platform=False, is_highest_gift_only=True)),
        ("stacking.has_coupon_with_platform", YES, NO),
    ),
    (
        replace(DOUBLE_ELEVEN, stacking=Stacking(base=Base.AFTER_COUPON, is_highest_gift_only=True)),
        ("stacking.base", "items", "after_coupon"),
    ),
    (
        replace(DOUBLE_ELEVEN, gifts=DOUBLE_ELEVEN.gifts[1:]),
        ("gifts.168", "迷你收纳盒 · 颜色随机", ""),
    ),
    (
        replace(DOUBLE_ELEVEN, shipping=replace(SHIPPING, couriers=("圆通",))),
        ("shipping.couriers", "汇通 · 圆通 · 邮政小包", "圆通"),
    ),
    (
        replace(DOUBLE_ELEVEN, shipping=replace(SHIPPING, fees=SHIPPING.fees[1:])),
        ("shipping.fees.顺丰 江浙沪", "12", ""),
    ),
    (
        replace(
            DOUBLE_ELEVEN,
            shipping=replace(SHIPPING, transits=(replace(SHIPPING.transits[0], days_to=6), *SHIPPING.transits[1:])),
        ),
        ("shipping.transits.城市", "3–5", "3–6"),
    ),
    (
        replace(DOUBLE_ELEVEN, facts=(replace(DOUBLE_ELEVEN.facts[0], answer="不开票"),)),
        ("facts.answer.能开发票吗", DOUBLE_ELEVEN.facts[0].answer, "不开票"),
    ),
    (replace(DOUBLE_ELEVEN, deleted_at=NOON), ("entry", "双11大促", "")),
]


@pytest.mark.parametrize(("new", "difference"), EDITS)
def test_an_edit_is_told_in_words(new: Activity, difference: tuple[str, str, str]) -> None:
    assert told(DOUBLE_ELEVEN, new) == [difference]
    assert told(new, DOUBLE_ELEVEN) == [(difference[0], difference[2], difference[1])]


def test_an_activity_that_does_not_run_tells_nothing() -> None:
    coming, over = SHEET.activities["jhs"], SHEET.activities["d10"]

    assert told(coming, replace(coming, limit=None)) == []
    assert told(over, replace(over, name="别的")) == []
    assert told(replace(DOUBLE_ELEVEN, deleted_at=NOON), replace(DOUBLE_ELEVEN, deleted_at=NOON, note="改")) == []


def test_a_sample_that_is_thrown_away_or_brought_back_tells_nothing_but_its_edits_do() -> None:
    sample = replace(DOUBLE_ELEVEN, source=SAMPLE)
    gone, edited = replace(sample, deleted_at=NOON), replace(sample, refund_rules="随时可退")

    assert told(sample, gone) == told(gone, sample) == []
    assert [field for field, _old, _new in told(sample, edited)] == ["refund_rules"]
    assert told(DOUBLE_ELEVEN, replace(DOUBLE_ELEVEN, deleted_at=NOON)) != []


def test_an_activity_that_an_edit_ends_or_begins_at_once_tells_it() -> None:
    shifted = tuple(
        replace(one, starts_at=one.starts_at + timedelta(days=30), ends_at=one.ends_at + timedelta(days=30))
        for one in DOUBLE_ELEVEN.phases
    )
    later = replace(DOUBLE_ELEVEN, phases=shifted)

    assert told(DOUBLE_ELEVEN, later)[0] == ("phases.starts_at.预热", "2026-10-25 00:00", "2026-11-24 00:00")
    assert len(told(later, DOUBLE_ELEVEN)) == 2 * len(shifted)


def test_of_a_product_in_a_running_activity_everything_is_told_that_a_buyer_may_hear() -> None:
    dearer = replace(CUP, prices=(replace(CUP.prices[0], price=yuan("109.00")), CUP.prices[1]), size="高23厘米")
    hidden = replace(CUP, codes=("bei",), keywords=(), position=7, picture=None)

    assert told(CUP, dearer) == [
        ("size", "高22厘米，直径6.5厘米", "高23厘米"),
        ("prices.双11大促", "99", "109"),
    ]
    assert told(CUP, hidden) == []


def test_a_price_of_a_phase_and_a_substitute_are_told_by_their_names() -> None:
    new = replace(CUP, prices=CUP.prices[:1], substitutes=(Related("brush"),))

    assert told(CUP, new) == [
        ("prices.双11大促 · 晚8点加场", "89", ""),
        ("substitutes.云朵保温杯", "云朵保温杯 · 同样是304内胆，保温时间一样", ""),
        ("substitutes.杯刷", "", "杯刷"),
    ]


def test_of_another_product_only_the_stock_is_told_while_something_runs() -> None:
    sold_out = replace(MUG, is_sold_out=True, real_stock=0, size="高1米")

    assert told(MUG, sold_out) == [("real_stock", "40", "0"), ("is_sold_out", NO, YES)]
    assert told(MUG, sold_out, SHEET.having(without=["d11"])) == []


def test_a_product_that_a_phase_names_belongs_to_its_activity() -> None:
    window = phase(9, PhaseKind.EXTRA, SALE_AT, HOUR, product_ids=("mug",))
    sheet = SHEET.having([replace(DOUBLE_ELEVEN, phases=(*DOUBLE_ELEVEN.phases, window))])

    assert told(MUG, replace(MUG, size="高1米"), sheet) == [("size", "高20厘米", "高1米")]


def test_a_price_that_is_taken_away_belonged_to_the_activity_too() -> None:
    assert [field for field, _, _ in told(CUP, replace(CUP, prices=()))] == [
        "prices.双11大促",
        "prices.双11大促 · 晚8点加场",
    ]


def test_a_fact_that_hangs_on_a_running_activity_is_told_and_another_is_not() -> None:
    bound = fact(lifetime=Lifetime(until_at=NOON, activity_id="d11", phase_id="late"))

    assert told(bound, replace(bound, answer="别的", keywords=("a",))) == [("answer", "答案 1", "别的")]
    assert told(bound, replace(bound, lifetime=None)) == [("lifetime", "– 2026-11-11 12:00 · 双11大促 · 晚8点加场", "")]
    assert told(fact(), replace(fact(), answer="别的")) == []


def test_a_field_can_be_told_from_the_name_of_its_row() -> None:
    assert split_field("phases.ends_at.满9.9元场") == ("phases.ends_at", "满9.9元场")
    assert split_field("coupons.9.9") == ("coupons", "9.9")
    assert split_field("limit.count") == ("limit.count", "")
    assert split_field("prices.双11大促 · 晚8点加场") == ("prices", "双11大促 · 晚8点加场")


def _check_fields(old: Entry, new: Entry) -> None:
    differences = Differences(SHANGHAI, EMPTY)

    found = differences.between(old, replace(new, deleted_at=old.deleted_at))

    assert all(split_field(one.field)[0] in FIELDS for one in found)
    assert all(one.old != one.new for one in found)
    assert differences.between(old, old) == ()


@given(old=ACTIVITIES, new=ACTIVITIES)
def test_every_field_of_an_activity_that_is_told_is_in_the_list(old: Activity, new: Activity) -> None:
    _check_fields(old, new)


@given(old=PRODUCTS, new=PRODUCTS)
def test_every_field_of_a_product_that_is_told_is_in_the_list(old: Product, new: Product) -> None:
    _check_fields(old, new)


@given(old=FACTS, new=FACTS)
def test_every_field_of_a_fact_that_is_told_is_in_the_list(old: Fact, new: Fact) -> None:
    _check_fields(old, new)


def test_an_id_that_nobody_knows_stands_for_itself() -> None:
    old = activity(phases=(phase(product_ids=("gone",)),))
    new = product(prices=(ActivityPrice("gone", yuan("1")),))

    assert Differences(SHANGHAI, EMPTY).between(old, activity(phases=(phase(),)))[0].old == "gone"
    assert Differences(SHANGHAI, EMPTY).between(product(), new)[0].field == "prices.gone"
