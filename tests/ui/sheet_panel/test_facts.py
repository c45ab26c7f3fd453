from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from app.core.prices.item_prices import held_at
from app.core.sheet.activities import Activity, Shipping
from app.core.sheet.answers import of_entry, parted
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product, Related
from app.core.sheet.sheet import Entry, Sheet
from app.ui.sheet_panel import activity_facts, product_facts
from app.ui.sheet_panel.facts import FILL_IN, View, shop_rows, view_of
from app.ui.sheet_panel.row import Part, Row
from tests.services.shop import wordings
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven, moment, sale

pytestmark = pytest.mark.usefixtures("qapp")

IN_SEARCH_ONLY = {"begun", "coupon"}
"""Each coupon by itself is found by its figures; the list of them stands in one row."""


def view(sheet: Sheet, entry: Entry, now: datetime = SALE_DAY) -> View:
    return view_of(sheet, list(of_entry(entry, sheet, wordings("en"))), now, SHANGHAI)


def of_activity(activity: Activity, now: datetime = SALE_DAY) -> list[Row]:
    sheet = double_eleven().having([activity])
    return activity_facts.rows(activity, view(sheet, activity, now))


def of_product(product_id: str, sheet: Sheet | None = None, now: datetime = SALE_DAY) -> list[Row]:
    whole = sheet or double_eleven()
    product = whole.products[product_id]
    return product_facts.rows(product, view(whole, product, now), held_at(whole, now))


def values(rows: list[Row]) -> dict[str, str]:
    return {row.label: row.value for row in rows}


def test_every_answer_of_an_activity_has_a_row() -> None:
    activity = sale()
    answers = {answer.id for answer in of_entry(activity, double_eleven(), wordings("en"))}

    shown = {row.answer_id for row in of_activity(activity, moment(SALE_DAY, -3))}

    assert {parted(missing)[2].partition(".")[0] for missing in answers - shown} == IN_SEARCH_ONLY


@pytest.mark.parametrize("product_id", ["cup", "mug", "brush"])
def test_every_answer_of_a_product_has_a_row(product_id: str) -> None:
    sheet = double_eleven()
    answers = {answer.id for answer in of_entry(sheet.products[product_id], sheet, wordings("en"))}

    shown = {row.answer_id for row in of_product(product_id, sheet)}

    assert answers <= shown


def test_every_row_of_an_entry_has_a_key_of_its_own() -> None:
    for rows in (of_activity(sale()), of_product("cup"), of_product("mug")):
        keys = [row.key for row in rows]
        assert len(keys) == len(set(keys))


def test_a_fact_is_a_label_and_a_value() -> None:
    told = values(of_activity(sale()))

    assert told["Limit"] == "2 pieces"
    assert told["Coupons"] == "¥10 off from ¥128, ¥20 off from ¥238, ¥50 off from ¥388"
    assert told["Sent"] == "付款后7天内发货"
    assert told["顺丰 新疆"] == "+¥28.50"
    assert told["县城"] == "4-6 days"


def test_a_day_is_said_once_in_a_span() -> None:
    assert values(of_activity(sale()))["晚8点加场"] == "today 20:00 – 22:00 · 20% off"


def test_a_window_that_is_over_has_no_row_any_more() -> None:
    assert "前两小时半价" not in values(of_activity(sale()))
    assert "前两小时半价" in values(of_activity(sale(), moment(SALE_DAY, hour=1)))


def test_what_has_not_begun_is_faint_with_its_start() -> None:
    (limit,) = [row for row in of_activity(sale(), moment(SALE_DAY, -20)) if row.label == "Limit"]

    assert limit.is_faint
    assert limit.note == "from Oct 25 0:00"


def test_what_is_over_is_faint_with_its_end() -> None:
    rows = {row.label: row for row in of_activity(sale(), moment(SALE_DAY, 3))}

    assert rows["Coupons"].note == "over since Nov 11 24:00"
    assert not rows["Refund"].is_faint


def test_empty_facts_are_one_row_that_names_the_first() -> None:
    bare = replace(sale(), limit=None, gifts=(), shipping=Shipping(promise="7天内"), refund_rules="")

    fill_in = of_activity(bare)[-1]

    assert (fill_in.key, fill_in.part) == (FILL_IN, Part.DEED)
    assert fill_in.label == "6 facts are empty (Limit, Gifts, Couriers …): fill in"


def test_where_nothing_is_empty_there_is_no_such_row() -> None:
    assert of_activity(sale())[-1].key != FILL_IN


def test_a_variable_is_shown_by_its_name() -> None:
    fact = Fact("f", "还有多久", "亲，{{activity.left}}就结束了")
    sheet = Sheet.of([fact])

    (row,) = shop_rows([fact], view(sheet, fact))

    assert row.value == "亲，‹time left›就结束了"


def test_a_fact_in_the_bin_has_no_row() -> None:
    fact = Fact("f", "还有多久", "马上", deleted_at=SALE_DAY)

    assert shop_rows([fact], view(Sheet.of([fact]), fact)) == []


def test_the_price_of_now_says_why() -> None:
    assert values(of_product("cup"))["Price now"] == "¥99 · 双11大促 · normally ¥129"


def test_a_price_of_a_window_that_comes_is_faint() -> None:
    (late,) = [row for row in of_product("cup") if row.label == "晚8点加场"]

    assert (late.value, late.is_faint, late.note) == ("¥89", True, "from today 20:00")


def test_a_product_that_is_out_begins_with_what_to_offer() -> None:
    rows = of_product("cup")

    assert [(row.part, row.value) for row in rows[:4]] == [
        (Part.HEAD, ""),
        (Part.FACT, "sold out · page 12 · real 0"),
        (Part.OFFER, "云朵保温杯"),
        (Part.OFFER, "杯刷"),
    ]
    assert rows[2].note == "同样是304内胆，保温时间一样"
    assert rows[2].answer_id == "sheet:product:cup:substitute.mug"


def test_a_product_that_is_there_offers_after_its_facts() -> None:
    rows = of_product("mug")
    parts = [row.part for row in rows]

    assert rows[0].label == "Price"
    assert parts.index(Part.OFFER) > parts.index(Part.FACT)


def test_a_substitute_that_is_out_too_is_never_offered_but_its_own_is() -> None:
    sheet = double_eleven()
    mug = replace(sheet.products["mug"], is_sold_out=True, substitutes=(Related("glass", "轻一点"), Related("cup")))
    sheet = sheet.having([mug, Product("glass", "玻璃杯", real_stock=3)])

    offers = [row for row in of_product("cup", sheet) if row.part is Part.OFFER]

    assert [(row.value, row.answer_id) for row in offers] == [
        ("云朵保温杯", ""),
        ("玻璃杯", "sheet:product:mug:substitute.glass"),
        ("杯刷", "sheet:product:cup:complement.brush"),
    ]
    assert offers[0].note == "sold out too"


def test_a_related_product_in_the_bin_is_not_shown() -> None:
    sheet = double_eleven()
    sheet = sheet.having([replace(sheet.products["mug"], deleted_at=SALE_DAY)])

    assert [row.value for row in of_product("cup", sheet) if row.part is Part.OFFER] == ["杯刷"]


def test_without_a_price_nothing_is_guessed() -> None:
    sheet = Sheet.of([Product("x", "样品")])

    assert product_facts.price_now(sheet.products["x"], sheet, ()) == (None, "")
    assert "Price now" not in values(of_product("x", sheet))


def test_a_price_in_an_activity_that_is_gone_is_not_shown() -> None:
    whole = double_eleven()
    sheet = whole.having([replace(whole.activities["d11"], deleted_at=SALE_DAY)])

    told = values(of_product("cup", sheet))

    assert "双11大促" not in told
    assert told["Price now"] == "¥129"


def test_amounts_have_no_needless_noughts() -> None:
    sheet = Sheet.of([Product("x", "样品", price=Decimal("9.90")), Product("y", "样品", price=Decimal("10.00"))])

    assert values(of_product("x", sheet))["Price now"] == "¥9.90"
    assert values(of_product("y", sheet))["Price now"] == "¥10"
