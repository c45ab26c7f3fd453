"""What makes an entry of the cheat-sheet valid: each rule at its field, all of them at once."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

import app.core
from app.core.sheet.activities import (
    Activity,
    Coupon,
    ExpressFee,
    Gift,
    Limit,
    PerMultiple,
    PhaseKind,
    Shipping,
    Transit,
)
from app.core.sheet.entries import BadEntry, Fact
from app.core.sheet.entry_checks import MEANINGS, check, faults
from app.core.sheet.entry_tidying import tidied
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import EMPTY, Entry, Sheet
from tests.entries import ENTRIES, HOUR, SALE_AT, activity, fact, phase, product, yuan

SHEET = Sheet.of([activity(), product(1), product(2, substitutes=(Related("p3"),)), product(3), fact()])
EXTRA = PhaseKind.EXTRA
HALF = Decimal("0.5")


def told(entry: Entry, sheet: Sheet = SHEET) -> list[tuple[str, str]]:
    return [(fault.field, fault.rule) for fault in faults(entry, sheet)]


def shipping(*rows: ExpressFee | Transit) -> Shipping:
    fees = tuple(row for row in rows if isinstance(row, ExpressFee))
    return Shipping(fees=fees, transits=tuple(row for row in rows if isinstance(row, Transit)))


BAD_ACTIVITIES: list[tuple[Activity, str, str]] = [
    (replace(activity(), name=" "), "name", "empty"),
    (replace(activity(), name="长" * 201), "name", "too_long"),
    (activity(note="长" * 5001), "note", "too_long"),
    (activity(platform="a\x00"), "platform", "has_nul"),
    (activity(link="a\ud800"), "link", "has_surrogate"),
    (activity(how_to_buy="点 {{activity.lnk}}"), "how_to_buy", "unknown_fact"),
    (activity(phases=(phase(length=timedelta()),)), "phases.0.ends_at", "ends_before_start"),
    (activity(phases=(phase(length=-HOUR),)), "phases.0.ends_at", "ends_before_start"),
    (activity(phases=(replace(phase(), name=""),)), "phases.0.name", "empty"),
    (activity(phases=(phase(starts_at=datetime(1999, 12, 31, tzinfo=UTC)),)), "phases.0.starts_at", "out_of_reach"),
    (activity(phases=(phase(length=timedelta(days=30_000)),)), "phases.0.ends_at", "out_of_reach"),
    (activity(phases=(phase(1), phase(2, starts_at=SALE_AT + HOUR))), "phases.1.starts_at", "overlaps"),
    (activity(phases=(phase(2, starts_at=SALE_AT + HOUR), phase(1))), "phases.0.starts_at", "overlaps"),
    (activity(phases=(phase(1), phase(1, starts_at=SALE_AT + 99 * HOUR))), "phases.1.id", "double"),
    (activity(phases=(phase(1), phase(2, EXTRA, SALE_AT - HOUR, HOUR * 2))), "phases.1.starts_at", "outside_activity"),
    (activity(phases=(phase(1), phase(2, EXTRA, SALE_AT, HOUR * 29))), "phases.1.ends_at", "outside_activity"),
    (activity(phases=(phase(rate=Decimal(0)),)), "phases.0.rate", "not_a_rate"),
    (activity(phases=(phase(rate=Decimal(1)),)), "phases.0.rate", "not_a_rate"),
    (activity(phases=(phase(rate=Decimal("sNaN")),)), "phases.0.rate", "not_a_rate"),
    (activity(limit=Limit(0)), "limit.count", "not_above_zero"),
    (activity(limit=Limit(-1)), "limit.count", "negative"),
    (activity(coupons=(Coupon(yuan("0"), yuan("5")),)), "coupons.0.threshold", "not_above_zero"),
    (activity(coupons=(Coupon(yuan("128"), yuan("0")),)), "coupons.0.off", "not_above_zero"),
    (activity(coupons=(Coupon(yuan("10"), yuan("10")),)), "coupons.0.off", "threshold_below_discount"),
    (activity(coupons=(Coupon(yuan("128"), yuan("-1")),)), "coupons.0.off", "negative"),
    (activity(coupons=(Coupon(yuan("NaN"), yuan("1")),)), "coupons.0.threshold", "not_a_number"),
    (activity(coupons=(Coupon(yuan("sNaN"), yuan("1")),)), "coupons.0.threshold", "not_a_number"),
    (activity(coupons=(Coupon(yuan("1E+99999999"), yuan("1")),)), "coupons.0.threshold", "too_big"),
    (activity(coupons=(Coupon(yuan("9.999"), yuan("1")),)), "coupons.0.threshold", "too_many_decimals"),
    (
        activity(coupons=(Coupon(yuan("128"), yuan("10")), Coupon(yuan("128.00"), yuan("20")))),
        "coupons.1.threshold",
        "double",
    ),
    (activity(gifts=(Gift(yuan("168"), ""),)), "gifts.0.name", "empty"),
    (activity(gifts=(Gift(yuan("-1"), "礼盒"),)), "gifts.0.threshold", "negative"),
    (activity(gifts=(Gift(yuan("9"), "甲"), Gift(yuan("9"), "乙"))), "gifts.1.threshold", "double"),
    (activity(per_multiple=PerMultiple(yuan("0"), yuan("50"))), "per_multiple.every", "not_above_zero"),
    (activity(per_multiple=PerMultiple(yuan("50"), yuan("50"))), "per_multiple.off", "threshold_below_discount"),
    (activity(per_multiple=PerMultiple(yuan("300"), yuan("50"), yuan("49"))), "per_multiple.cap", "cap_below_discount"),
    (activity(shipping=shipping(ExpressFee("顺丰", "", yuan("12")))), "shipping.fees.0.region", "empty"),
    (activity(shipping=shipping(ExpressFee("", "江浙沪", yuan("12")))), "shipping.fees.0.courier", "empty"),
    (activity(shipping=shipping(ExpressFee("顺丰", "江浙沪", yuan("-1")))), "shipping.fees.0.fee", "negative"),
    (
        activity(shipping=shipping(*[ExpressFee("顺丰", "江浙沪", yuan(fee)) for fee in ("12", "22")])),
        "shipping.fees.1.region",
        "double",
    ),
    (activity(shipping=shipping(Transit("县", 6, 4))), "shipping.transits.0.days_to", "to_below_from"),
    (activity(shipping=shipping(Transit("县", -1, 4))), "shipping.transits.0.days_from", "negative"),
    (activity(shipping=shipping(Transit("县", 4, 6000))), "shipping.transits.0.days_to", "too_big"),
    (activity(shipping=shipping(Transit("县", 4, 6), Transit("县", 3, 5))), "shipping.transits.1.region", "double"),
    (activity(facts=(replace(fact(), answer=""),)), "facts.0.answer", "empty"),
    (activity(facts=(fact(), fact())), "facts.1.id", "taken"),
    (
        activity(facts=(fact(lifetime=Lifetime(activity_id="a1", phase_id="gone")),)),
        "facts.0.lifetime.phase_id",
        "unknown_phase",
    ),
]
BAD_PRODUCTS: list[tuple[Product, str, str]] = [
    (replace(product(), name=""), "name", "empty"),
    (product(price=yuan("-0.01")), "price", "negative"),
    (product(prices=(ActivityPrice("a1", yuan("9.999")),)), "prices.0.price", "too_many_decimals"),
    (product(prices=(ActivityPrice("gone", yuan("9")),)), "prices.0.activity_id", "unknown_activity"),
    (product(prices=(ActivityPrice("p2", yuan("9")),)), "prices.0.activity_id", "unknown_activity"),
    (product(prices=(ActivityPrice("", yuan("9")),)), "prices.0.activity_id", "empty"),
    (product(prices=(ActivityPrice("a1", yuan("9"), "gone"),)), "prices.0.phase_id", "unknown_phase"),
    (product(prices=(ActivityPrice("a1", yuan("9")),) * 2), "prices.1.activity_id", "double"),
    (product(substitutes=(Related("p1"),)), "substitutes.0.product_id", "itself"),
    (product(complements=(Related("gone"),)), "complements.0.product_id", "unknown_product"),
    (product(related=(Related("a1"),)), "related.0.product_id", "unknown_product"),
    (product(related=(Related("", "好看"),)), "related.0.product_id", "empty"),
    (product(related=(Related("p2"), Related("p2", "好看"))), "related.1.product_id", "double"),
    (product(real_stock=-1), "real_stock", "negative"),
    (product(page_stock=10**12), "page_stock", "too_big"),
    (product(codes=("a b",)), "codes.0", "has_space"),
    (product(codes=("hz", "HZ")), "codes.1", "double"),
    (product(codes=("a" * 41,)), "codes.0", "too_long"),
]
BAD_FACTS: list[tuple[Fact, str, str]] = [
    (replace(fact(), question=" \n"), "question", "empty"),
    (replace(fact(), answer=""), "answer", "empty"),
    (replace(fact(), answer="还有 {{activity.lft}}"), "answer", "unknown_fact"),
    (replace(fact(), answer="长" * 20_001), "answer", "too_long"),
    (fact(lifetime=Lifetime(SALE_AT, SALE_AT)), "lifetime.until_at", "ends_before_start"),
    (fact(lifetime=Lifetime(activity_id="gone")), "lifetime.activity_id", "unknown_activity"),
    (fact(lifetime=Lifetime(activity_id="a1", phase_id="gone")), "lifetime.phase_id", "unknown_phase"),
    (fact(lifetime=Lifetime(phase_id="phase1")), "lifetime.activity_id", "empty"),
    (Fact("a1", "问", "答"), "id", "taken"),
]


@pytest.mark.parametrize(("entry", "field", "rule"), [*BAD_ACTIVITIES, *BAD_PRODUCTS, *BAD_FACTS])
def test_a_broken_rule_is_told_at_its_field_and_nothing_else_is(entry: Entry, field: str, rule: str) -> None:
    assert told(entry) == [(field, rule)]
    with pytest.raises(BadEntry):
        check(entry, SHEET)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    bad = Activity("a9", "", phases=(phase(length=-HOUR),), coupons=(Coupon(yuan("5"), yuan("9")),), limit=Limit(0))

    assert told(bad) == [
        ("name", "empty"),
        ("phases.0.ends_at", "ends_before_start"),
        ("limit.count", "not_above_zero"),
        ("coupons.0.off", "threshold_below_discount"),
    ]


def test_phases_may_follow_one_another_without_a_gap_and_hold_windows() -> None:
    warm_up = phase(1, PhaseKind.WARM_UP, SALE_AT - 240 * HOUR, 240 * HOUR)
    sale = phase(2)
    first_hours = phase(3, EXTRA, SALE_AT, 2 * HOUR, rate=HALF)
    at_night = phase(4, EXTRA, SALE_AT + 2 * HOUR, 2 * HOUR, rate=HALF)
    end = phase(5, PhaseKind.END, sale.ends_at, 24 * HOUR)

    assert told(activity(9, (warm_up, sale, first_hours, at_night, end))) == []


def test_two_windows_overlap_where_they_price_the_same_products() -> None:
    def second(**fields: object) -> list[tuple[str, str]]:
        one = phase(2, EXTRA, SALE_AT, 2 * HOUR, rate=HALF, product_ids=("p1", "p2"))
        return told(activity(9, (phase(1), one, phase(3, EXTRA, SALE_AT + HOUR, 2 * HOUR, **fields))))

    overlapping = [("phases.2.starts_at", "overlaps")]
    assert second(rate=HALF, product_ids=("p2", "p3")) == overlapping
    assert second(rate=HALF) == overlapping
    assert second(rate=HALF, product_ids=("p3",)) == []
    assert second() == []


def test_an_overlap_names_the_other_phase() -> None:
    (fault,) = faults(activity(9, (phase(1), phase(2, starts_at=SALE_AT + HOUR))), SHEET)

    assert fault.names == ("阶段 1",)


def test_a_circle_of_substitutes_tells_its_way() -> None:
    back = product(3, substitutes=(Related("p1", "同款"), Related("p2")))

    (fault,) = faults(back, SHEET)

    assert (fault.field, fault.rule) == ("substitutes.1.product_id", "circular")
    assert fault.names == ("商品 3", "商品 2", "商品 3")


def test_a_circle_of_three_is_found_among_entries_that_are_kept_together() -> None:
    one, two, three = (product(n, substitutes=(Related(f"p{other}"),)) for n, other in ((7, 8), (8, 9), (9, 7)))

    (fault,) = faults(one, SHEET, SHEET.having([one, two, three]))

    assert fault.names == ("商品 7", "商品 8", "商品 9", "商品 7")


def test_a_circle_that_does_not_lead_back_here_is_not_told_here() -> None:
    sheet = SHEET.having([product(3, substitutes=(Related("p2"),))])

    assert told(product(1, substitutes=(Related("p2"),)), sheet) == []


def test_entries_that_are_kept_together_may_name_each_other() -> None:
    new = product(9, prices=(ActivityPrice("a9", yuan("9.90"), "phase1"),))

    assert told(new) == [("prices.0.activity_id", "unknown_activity")]
    assert faults(new, SHEET, SHEET.having([activity(9), new])) == ()


def test_a_fact_may_hang_on_a_phase_of_its_own_new_activity() -> None:
    new = activity(9, facts=(fact(9, lifetime=Lifetime(activity_id="a9", phase_id="phase1")),))

    assert told(new) == []


def test_what_an_entry_named_before_and_is_gone_since_is_no_fault() -> None:
    named = product(1, prices=(ActivityPrice("gone", yuan("9")),), related=(Related("gone too"),))
    sheet = SHEET.having([named])

    assert told(replace(named, note="改过"), sheet) == []
    assert told(replace(named, substitutes=(Related("gone since"),)), sheet) == [
        ("substitutes.0.product_id", "unknown_product")
    ]


def test_an_unknown_fact_is_named_and_a_known_one_passes() -> None:
    (fault,) = faults(replace(fact(), answer="{{activity.left}}，{{错}}，{{product.sise|无}}"), SHEET)

    assert fault.names == ("错", "product.sise")


def test_a_gift_may_come_with_every_order() -> None:
    assert told(activity(gifts=(Gift(yuan("0"), "小样"),))) == []


def test_checking_gives_a_tidy_entry() -> None:
    east = timezone(timedelta(hours=8))
    late, early = phase(2, starts_at=SALE_AT + 99 * HOUR), phase(1, starts_at=SALE_AT.astimezone(east))
    untidy = Activity(
        "a9",
        " 双11 \r\n",
        how_to_buy=" 一\r\n二 ",
        phases=(late, early),
        coupons=(Coupon(yuan("0"), yuan("0")), Coupon(yuan("1E+2"), yuan("10.00"))),
        per_multiple=PerMultiple(yuan("0"), yuan("0")),
        shipping=Shipping(couriers=(" 圆通", "圆通", ""), fees=(ExpressFee(" ", "", yuan("0")),)),
        facts=(fact(1, keywords=("a ", "a")), Fact("f2", " ", "")),
    )

    tidy = check(untidy, SHEET)

    assert (tidy.name, tidy.how_to_buy) == ("双11", "一\n二")
    assert [one.id for one in tidy.phases] == ["phase1", "phase2"]
    assert tidy.phases[0].starts_at.tzinfo is UTC
    assert [(str(one.threshold), str(one.off)) for one in tidy.coupons] == [("100", "10.00")]
    assert tidy.per_multiple is None
    assert tidy.shipping == Shipping(couriers=("圆通",))
    assert tidy.facts == (fact(1, keywords=("a",)),)


def test_a_row_of_a_form_counts_from_where_it_was_given_though_an_empty_one_comes_before_it() -> None:
    rows = (Coupon(yuan("0"), yuan("0")), Coupon(yuan("5"), yuan("9")))

    assert told(activity(coupons=rows)) == [("coupons.1.off", "threshold_below_discount")]


@given(entry=ENTRIES)
def test_no_entry_breaks_the_checks_and_what_they_tidied_stays(entry: Entry) -> None:
    wrong = {fault.rule for fault in faults(entry, EMPTY)}

    assert wrong <= set(MEANINGS)
    assert tidied(tidied(entry)) == tidied(entry)
    assert wrong or check(entry, EMPTY) == tidied(entry)


def test_the_list_of_rules_names_exactly_those_that_there_are() -> None:
    core = Path(app.core.__file__).parent / "sheet"
    source = "".join((core / f"{name}.py").read_text("utf-8") for name in ("activity_checks", "entry_rules"))
    source += (core / "entry_checks.py").read_text("utf-8").split("class BadEntries", 1)[1]
    rules = set(re.findall(r'Fault\(.*?, "([a-z_]+)"', source))

    assert rules | {"unknown_activity", "unknown_phase"} == set(MEANINGS)
