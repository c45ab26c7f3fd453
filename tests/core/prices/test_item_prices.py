"""What a line costs before any coupon, worked out by hand."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.prices.amounts import Line, read_amounts
from app.core.prices.quotes import NoPrice, What
from app.core.sheet.activities import Activity
from app.core.sheet.products import ActivityPrice, Product
from tests.eleven import (
    COUPONS_ONLY,
    CUP,
    DAY,
    ELEVEN,
    HALF_PRICE,
    HOUR,
    SALE,
    START,
    WARM_UP,
    D,
    priced,
    total,
)


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("89", "44.50"),
        ("89+128*2", "162.50"),  # 44.50 + 128 = 172.50 ≥ 128: − 10
        ("79.99", "40.00"),  # 39.995: half a cent goes up
        ("79.99*3", "119.99"),  # 239.97 ÷ 2 = 119.985, rounded once for the line
        ("256", "118.00"),  # 128 − 10
    ],
)
def test_a_share_of_the_price_comes_first(text, paid):
    window = replace(COUPONS_ONLY, phases=(SALE, HALF_PRICE))

    assert total(text, window, at=START + HOUR) == paid


def test_after_the_window_the_price_is_whole_again():
    window = replace(COUPONS_ONLY, phases=(SALE, HALF_PRICE))

    assert total("100", window, at=START + 2 * HOUR - timedelta(microseconds=1)) == "50.00"
    assert total("100", window, at=START + 2 * HOUR) == "100.00"


def test_the_share_of_a_warm_up_is_not_paid_by_anybody_yet():
    assert total("100", replace(ELEVEN, phases=(replace(WARM_UP, rate=D("0.5")), SALE)), at=START - HOUR) == "100.00"


def test_a_share_for_certain_products_holds_for_them_only():
    window = replace(COUPONS_ONLY, coupons=(), phases=(SALE, replace(HALF_PRICE, product_ids=("cup",))))
    cup, box = Product("cup", "杯子", price=D(80)), Product("box", "盒子", price=D(60))
    lines = (Line(None, 2, product_id="cup"), Line(None, 1, product_id="box"), *read_amounts("10"))

    found = priced(lines, window, cup, box, at=START)

    assert found.full == 230  # 160 + 60 + 10
    assert found.total == 150  # 80 + 60 + 10
    assert [told.rule for told in found.warnings] == ["only_products"]


@pytest.mark.parametrize(
    ("phases", "rate", "price", "what"),
    [
        ((SALE,), None, "99.00", What.ITEM_PRICE),  # the activity's
        ((SALE, HALF_PRICE), None, "89.00", What.ITEM_PRICE),  # the phase's own instead of the activity's
        ((SALE, HALF_PRICE), "0.5", "64.00", What.RATE),  # half of 128, not of 89: never both
        ((SALE, HALF_PRICE), "0.9", "89.00", What.ITEM_PRICE),  # 115.20 would be dearer
        ((WARM_UP,), None, "128.00", What.LINE),
    ],
)
def test_a_product_costs_the_lowest_of_its_prices(phases, rate, price, what):
    share = D(rate) if rate else None
    phases = tuple(replace(phase, rate=share) if phase.id == "half" else phase for phase in phases)

    found = priced((Line(None, product_id="cup"),), Activity("eleven", "双11", phases=phases), CUP, at=START + HOUR)

    assert f"{found.total:.2f}" == price
    assert found.steps[-1].what is what


def test_an_activity_never_makes_a_product_dearer():
    dear = replace(CUP, prices=(ActivityPrice("eleven", D(150)),))

    assert total((Line(None, product_id="cup"),), replace(ELEVEN, coupons=()), dear) == "128.00"


def test_a_product_without_a_normal_price_costs_what_the_activity_says():
    only_there = replace(CUP, price=None)
    lines = (Line(None, 2, product_id="cup"),)

    found = priced(lines, ELEVEN, only_there)

    assert (found.full, found.goods, found.total) == (198, 198, 188)  # 2 × 99, − 10
    with pytest.raises(NoPrice) as lack:
        priced(lines, ELEVEN, only_there, at=START - DAY)
    assert (lack.value.product_id, lack.value.name) == ("cup", "杯子")


def test_a_product_that_is_not_there_has_no_price():
    with pytest.raises(NoPrice):
        priced((Line(None, name="杯子", product_id="gone"),))
