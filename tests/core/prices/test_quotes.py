"""What a quote tells beside the total: the arithmetic, gifts, what is missing, what to know before quoting."""

from dataclasses import replace

import pytest

from app.core.prices.amounts import Line, read_amounts
from app.core.prices.pricing import coming, quote
from app.core.prices.quotes import offer_name, to_plain
from app.core.sheet.activities import Coupon, Gift, Limit, PerMultiple, Stacking
from app.core.sheet.sheet import Sheet
from tests.eleven import (
    AFTER_COUPON,
    COUPONS_ONLY,
    CUP,
    DAY,
    ELEVEN,
    END,
    HALF_PRICE,
    HOUR,
    ONE_OF_TWO,
    PLATFORM,
    PLATFORM_ONLY,
    SALE,
    START,
    WARM_UP,
    D,
    priced,
)


def gifts_of(text, activity):
    return [gift.name for gift in priced(text, activity).gifts]


LADDER = (Gift(D(168), "迷你盒"), Gift(D(300), "帆布袋"), Gift(D(300), "贴纸"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("167.99", []),
        ("168", ["迷你盒"]),  # 168 − 10 is paid, and the gift is judged on the goods
        ("300", ["迷你盒", "帆布袋", "贴纸"]),
    ],
)
def test_all_gifts_that_are_reached(text, names):
    assert gifts_of(text, replace(ELEVEN, gifts=LADDER)) == names


@pytest.mark.parametrize(("text", "names"), [("168", ["迷你盒"]), ("300", ["帆布袋", "贴纸"])])
def test_only_the_gifts_of_the_highest_threshold(text, names):
    assert gifts_of(text, replace(ELEVEN, gifts=LADDER, stacking=Stacking(is_highest_gift_only=True))) == names


def test_the_arithmetic_is_shown_line_by_line():
    found = priced("89+128*2-1", replace(ELEVEN, phases=(SALE, replace(HALF_PRICE, rate=D("0.80")))), at=START)

    assert [(step.what.value, step.calculation) for step in found.steps] == [
        ("line", "89.00"),
        ("rate", "89.00 × 0.8 = 71.20"),
        ("line", "128.00 × 2 − 1.00 = 255.00"),
        ("rate", "255.00 × 0.8 = 204.00"),
        ("goods", "71.20 + 204.00 = 275.20"),
        ("coupon", "275.20 − 20.00 = 255.20"),
    ]
    assert found.saved == D("88.80")  # 344 − 255.20


def test_several_multiples_are_shown_as_a_product_and_a_cap_as_one_amount():
    capped = replace(PLATFORM_ONLY, per_multiple=replace(PLATFORM, cap=D(80)))

    assert priced("600", PLATFORM_ONLY).steps[-1].calculation == "600.00 − 50.00 × 2 = 500.00"
    assert priced("600", capped).steps[-1].calculation == "600.00 − 80.00 = 520.00"


def missing_of(found):
    return {type(each.rule).__name__: tuple(map(str, (each.add, each.total, each.gain))) for each in found.missing}


def test_the_next_coupon_multiple_and_gift_are_named_with_the_price_then():
    assert missing_of(priced("130.00", ELEVEN)) == {
        "Gift": ("38.00", "158.00", "0"),  # 168 − 10
        "Coupon": ("108.00", "218.00", "10.00"),  # 238 − 20
        "PerMultiple": ("170.00", "230.00", "60.00"),  # 300 − 20 − 50, and 10 was taken off before
    }


def test_the_nearest_offer_comes_first():
    assert [str(each.add) for each in priced("130.00", ELEVEN).missing] == ["38.00", "108.00", "170.00"]


def test_a_bit_more_may_be_cheaper_than_what_is_wanted():
    found = priced("299.99", ELEVEN)

    assert found.missing[0].add == D("0.01")
    assert found.missing[0].total == 230
    assert found.total == D("279.99")


def test_after_the_coupon_the_next_multiple_needs_what_the_coupon_takes():
    found = priced("560", AFTER_COUPON)  # 560 − 50 = 510, − 50 = 460

    assert found.total == 460
    assert missing_of(found)["PerMultiple"][:2] == (
        "50.00",
        "500.00",
    )  # 610 − 10 − 100; 600 gains 0


@pytest.mark.parametrize(
    "activity",
    [
        replace(PLATFORM_ONLY, per_multiple=replace(PLATFORM, cap=D(50)), gifts=()),
        replace(COUPONS_ONLY, gifts=()),
    ],
)
def test_when_everything_is_reached_nothing_is_missing(activity):
    assert priced("500", activity).missing == ()


def test_an_offer_that_would_gain_nothing_is_not_held_out():
    found = priced("345", ONE_OF_TWO)  # 388 would bring a coupon of 50 in place of the platform's 50

    assert "Coupon" not in missing_of(found)


def test_in_warm_up_nothing_is_missing_but_the_sale_can_be_asked_for():
    sheet = Sheet.of([replace(ELEVEN, phases=(WARM_UP, SALE, HALF_PRICE, END))])
    now = START - HOUR

    found = quote(read_amounts("345"), sheet, now)
    ahead = coming(sheet, now)

    assert (found.missing, found.gifts, found.activities) == ((), (), ())
    assert [each.phase.name for each in ahead] == ["开售", "前两小时半价"]
    assert quote(read_amounts("345"), sheet, ahead[0].phase.starts_at).total == D("162.50")  # 172.50 − 10


def test_phases_of_activities_in_the_bin_do_not_come():
    assert coming(Sheet.of([replace(ELEVEN, deleted_at=START)]), START - DAY) == ()


def test_more_pieces_than_allowed_are_told_with_the_answer_of_the_shop():
    limited = replace(ELEVEN, limit=Limit(3, "可以换个账号"))

    assert priced("10*2+5", limited).warnings == ()
    [told] = priced("10*2+5*2", limited).warnings
    assert (told.rule, told.names, told.answer) == ("limit", ("双11", "3", "4"), "可以换个账号")


def test_a_product_that_is_sold_out_is_told_once():
    out = replace(CUP, is_sold_out=True)
    lines = (Line(None, product_id="cup"), Line(None, product_id="cup"))

    assert [told.names for told in priced(lines, ELEVEN, out).warnings] == [("杯子",)]


def test_a_quote_is_plain_for_json():
    plain = to_plain(priced("89+128*2", ELEVEN))

    assert plain["total"] == "275.00"
    assert plain["saved"] == "70.00"
    assert plain["coupon"]["threshold"] == "238.00"
    assert plain["platform"]["taken_off"] == "50.00"
    assert plain["gifts"] == [{"kind": "gift", "name": "迷你盒", "note": "颜色随机", "threshold": "168.00"}]
    assert [step["change"] for step in plain["steps"]] == ["89.00", "256.00", "0.00", "-20.00", "-50.00"]
    assert plain["missing"][0]["add"] == "43.00"


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        (Coupon(D(238), D(20)), "238 − 20"),
        (Coupon(D(238), D(20), "店铺券"), "店铺券 238 − 20"),
        (Coupon(D(238), D(20), "满238减20"), "满238减20"),
        (PerMultiple(D(300), D(50), name="跨店满减"), "跨店满减 300 − 50"),
    ],
)
def test_offers_of_one_name_are_told_apart_by_their_figures(rule: Coupon | PerMultiple, name: str) -> None:
    assert offer_name(rule) == name
