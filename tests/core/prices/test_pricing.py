"""Prices worked out by hand: coupons, the platform's offer, both together, and which moment they hold at."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.sheet.activities import Activity, Coupon, Gift, PerMultiple, Stacking
from tests.eleven import (
    AFTER_COUPON,
    COUPONS,
    COUPONS_ONLY,
    DAY,
    ELEVEN,
    HOUR,
    ONE_OF_TWO,
    PLATFORM,
    PLATFORM_ONLY,
    SALE,
    START,
    D,
    priced,
    total,
)


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("127.99", "127.99"),  # one cent short of the first coupon
        ("128", "118.00"),  # 128 − 10
        ("128.01", "118.01"),
        ("237.99", "227.99"),  # still − 10
        ("238", "218.00"),  # − 20, not 10 + 20: one per order
        ("387.99", "367.99"),
        ("388", "338.00"),  # − 50
        ("1000", "950.00"),  # the best one, once
        ("0.01", "0.01"),
        ("0", "0.00"),
    ],
)
def test_one_coupon_the_best_that_is_reached(text, paid):
    assert total(text, COUPONS_ONLY) == paid


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("299.99", "299.99"),
        ("300", "250.00"),
        ("599.99", "549.99"),
        ("600", "500.00"),  # 600 ÷ 300 = 2 times 50
        ("899.99", "799.99"),
        ("900", "750.00"),
        ("89+128*2", "295.00"),  # 345 − 50
    ],
)
def test_the_platform_takes_off_for_each_full_multiple(text, paid):
    assert total(text, PLATFORM_ONLY) == paid


@pytest.mark.parametrize(
    ("cap", "paid"),
    [(None, "1000.00"), ("100", "1100.00"), ("120", "1080.00"), ("200", "1000.00"), ("0", "1200.00")],
)
def test_the_platform_stops_at_its_cap(cap, paid):
    offer = replace(PLATFORM, cap=None if cap is None else D(cap))

    assert total("1200", replace(PLATFORM_ONLY, per_multiple=offer)) == paid  # 1200 − 4 × 50, or less


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("89+128*2", "275.00"),  # 345 − 20 = 325, 345 ≥ 300: − 50
        ("299.99", "279.99"),  # − 20; 299.99 is no full 300
        ("300", "230.00"),  # − 20 − 50
        ("305", "235.00"),  # 305 − 20 = 285, but judged on the goods
        ("388", "288.00"),  # − 50 − 50
        ("599.99", "499.99"),  # − 50 − 50
        ("600", "450.00"),  # − 50 − 100
        ("899.99", "749.99"),  # − 50 − 100
        ("900", "700.00"),  # − 50 − 150
    ],
)
def test_judged_on_the_goods_both_are_taken_off(text, paid):
    assert total(text, ELEVEN) == paid


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("89+128*2", "275.00"),  # 345 − 20 = 325 ≥ 300: − 50
        ("300", "250.00"),  # no coupon: 300 − 50; with 20: 280 alone
        ("305", "255.00"),  # no coupon: 305 − 50; with 10: 295
        ("310", "250.00"),  # the smallest coupon keeps the 300: 310 − 10 = 300, − 50
        ("320", "250.00"),  # 320 − 20 = 300, − 50
        ("388", "288.00"),  # 388 − 50 = 338, − 50
        ("600", "500.00"),  # no coupon: 600 − 100; with 50: 550 − 50 is the same, and the coupon is saved
        ("610", "500.00"),  # 610 − 10 = 600, − 100
        ("650", "500.00"),  # 650 − 50 = 600, − 100
        ("899.99", "749.99"),  # 849.99, − 100
    ],
)
def test_judged_after_the_coupon_the_cheapest_way_is_found(text, paid):
    assert total(text, AFTER_COUPON) == paid


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("299.99", "279.99"),  # only the coupon is reached
        ("345", "295.00"),  # 50 of the platform against 20
        ("388", "338.00"),  # 50 against 50
        ("600", "500.00"),  # 100 against 50
    ],
)
def test_where_they_exclude_each_other_the_better_one_is_taken(text, paid):
    assert total(text, ONE_OF_TWO) == paid


def test_of_two_equal_ways_the_coupon_is_saved():
    found = priced("388", ONE_OF_TWO)

    assert found.coupon is None
    assert found.platform.off == 50
    assert [told.rule for told in found.warnings] == ["not_together"]


def test_of_two_equal_coupons_the_lower_threshold_is_used():
    twice = replace(COUPONS_ONLY, coupons=(Coupon(D(300), D(20), "三百"), Coupon(D(200), D(20), "两百")))

    assert priced("345", twice).coupon.rule.name == "两百"


def test_coupon_and_platform_never_take_off_more_than_there_is():
    generous = replace(ELEVEN, coupons=(Coupon(D(0), D(30)),), per_multiple=PerMultiple(D(10), D(10)))

    assert total("25", generous) == "0.00"  # 25 − 20 would leave 5, and the coupon takes what is left
    assert priced("25", generous).saved == 25


@pytest.mark.parametrize(
    ("at", "paid"),
    [
        (START - HOUR, "345.00"),  # warm-up: nothing is sold yet
        (START - timedelta(seconds=1), "345.00"),
        (START, "275.00"),
        (START + DAY - timedelta(seconds=1), "275.00"),
        (START + DAY, "345.00"),  # the end is the first moment that no longer counts
        (START + 10 * DAY, "345.00"),
    ],
)
def test_offers_hold_in_the_phases_in_which_one_buys(at, paid):
    assert total("89+128*2", at=at) == paid


def test_an_activity_in_the_bin_has_no_offers():
    found = priced("345", replace(ELEVEN, deleted_at=START))

    assert found.total == 345
    assert found.activities == ()


# Several activities.


def test_the_best_coupon_of_all_running_activities_is_used_once():
    group_buy = Activity("jhs", "聚划算", phases=(SALE,), coupons=(Coupon(D(99), D(15), "聚划算券"),))

    found = priced("130", COUPONS_ONLY, group_buy)

    assert found.total == 115  # 15 against 10, never 25
    assert found.coupon.activity.name == "聚划算"


def test_of_two_platform_offers_the_better_one_is_used():
    other = Activity("jhs", "聚划算", phases=(SALE,), per_multiple=PerMultiple(D(200), D(30)))

    assert total("345", PLATFORM_ONLY, other) == "295.00"  # 50 against 30
    assert total("250", PLATFORM_ONLY, other) == "220.00"  # 30 against nothing
    assert total("400", PLATFORM_ONLY, other) == "340.00"  # 2 × 30 against 50


def test_what_one_of_two_activities_forbids_is_not_promised():
    strict = Activity(
        "jhs", "聚划算", phases=(SALE,), coupons=COUPONS, stacking=Stacking(has_coupon_with_platform=False)
    )

    assert total("345", PLATFORM_ONLY, strict) == "295.00"  # 50 or 20, not both


def test_gifts_of_all_running_activities_are_given():
    other = Activity("jhs", "聚划算", phases=(SALE,), gifts=(Gift(D(99), "小样"),))

    assert [gift.name for gift in priced("168", ELEVEN, other).gifts] == ["迷你盒", "小样"]
