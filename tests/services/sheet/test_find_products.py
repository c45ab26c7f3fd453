from decimal import Decimal

import pytest

from app.core.phrases.phrase import Phrase
from app.core.sheet.products import Product
from app.core.sheet.sheet import Sheet
from app.services.sheet.find_products import product_ids
from tests.services.shop import Shop
from tests.sheets import double_eleven


def found(shop: Shop, text: str, limit: int = 10) -> list[str]:
    return list(product_ids(shop.find, shop.sheet, shop.answers.of, text, limit))


@pytest.mark.parametrize("text", ["云朵", "yunduo", "YD"])
def test_a_product_is_found_as_everything_is(text: str) -> None:
    assert found(Shop(), text)[0] == "mug"


def test_each_product_comes_once() -> None:
    ids = found(Shop(), "杯")

    assert sorted(ids) == ["brush", "cup", "mug"]


def test_without_a_text_the_first_ones_in_their_order_come() -> None:
    assert found(Shop(), " ", 2) == ["cup", "mug"]


def test_phrases_that_hold_the_word_crowd_nothing_out() -> None:
    phrases = tuple(Phrase(f"p{at}", f"云朵杯 {at}", "云朵杯是云朵做的", use_count=50) for at in range(200))

    assert found(Shop(phrases=phrases), "云朵", 1) == ["mug"]


def test_a_product_without_any_fact_is_found_by_name_and_code() -> None:
    shop = Shop(double_eleven().having([Product("bare", "样品盒", codes=("YPH9",), position=9)]))

    assert found(shop, "样品") == ["bare"]
    assert found(shop, "yph9") == ["bare"]


def test_without_any_answers_names_are_enough() -> None:
    assert found(Shop(Sheet.of([Product("bare", "样品盒")])), "样品") == ["bare"]


def test_no_more_come_than_were_asked_for() -> None:
    many = [Product(f"p{at}", f"星空杯{at}号", price=Decimal(9), material="不锈钢", position=at) for at in range(300)]

    ids = found(Shop(Sheet.of(many)), "星空", 120)

    assert len(ids) == len(set(ids)) == 120


def test_what_nobody_sells_is_not_found() -> None:
    assert found(Shop(), "龘龘龘") == []
