"""The offer calculator: a typed calculation becomes a phrase that says what is paid, and never says what is not so."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from app.core.facts import templates
from app.core.phrases import compliance
from app.core.phrases.phrase import SHEET, check
from app.core.prices.amounts import BadAmount, Line
from app.core.settings import Language, Settings
from app.core.sheet.activities import Coupon, Gift, Limit
from app.core.sheet.sheet import Sheet
from app.services.sheet.offers import Offers
from tests.eleven import CUP, DAY, ELEVEN, HALF_PRICE, HOUR, SALE, START, WARM_UP, D
from tests.fakes import FakeClock
from tests.orders import LINES, NOW, SHEETS


class Desk:
    """A clock in the first hours of the sale, a sheet and a language that can be changed."""

    def __init__(self, *entries, at=START + 3 * HOUR, language=Language.CHINESE):
        self.sheet = Sheet.of(entries or (ELEVEN,))
        self.clock = FakeClock(at)
        self.settings = Settings(language=language)
        self.offers = Offers(lambda: self.sheet, self.clock, lambda: self.settings)

    def body(self, text="89+128*2"):
        return self.offers.phrase(text).body


def test_a_calculation_becomes_a_phrase_that_says_what_is_paid_and_what_is_missing():
    phrase = Desk().offers.phrase("89 + 128×2")

    assert phrase.id == "sheet:offer:89+128*2"
    assert phrase.source == SHEET
    assert phrase.title == "345元 → 实付275元"
    assert phrase.body == (
        "亲，您选的一共345元，用满238减20的店铺券减20元，每满300减50，共减50元，实付275元，还送迷你盒（颜色随机）。"
        "再凑43元就能用满388减50的店铺券，多省30元，到时实付288元。以结算页显示的为准哦 /:^_^"
    )


def test_an_english_shop_is_quoted_in_english_and_a_chinese_one_in_chinese_whatever_the_agent_reads():
    english = Desk(replace(ELEVEN, name="Double Eleven"))
    chinese = Desk(language=Language.ENGLISH)

    phrase = english.offers.phrase("89+128*2")

    assert phrase.title == "¥345 → ¥275 to pay"
    assert phrase.body.startswith("Hi dear, your items come to ¥345, less ¥20 with the coupon (¥20 off from ¥238)")
    assert phrase.body.endswith("The checkout page shows the final figures /:^_^")
    assert chinese.offers.phrase("89+128*2").title == "345元 → 实付275元"


def test_a_zone_that_nobody_knows_is_the_shops_usual_one():
    desk = Desk()
    usual = desk.body()
    desk.settings = replace(desk.settings, zone="Nowhere/At_All")

    assert desk.body() == usual


@pytest.mark.parametrize("text", ["", "11-11", "13800138000", "优惠券", "89", "89+", "cf"])
def test_any_other_search_text_makes_no_phrase(text):
    assert Desk().offers.phrase(text) is None


def test_the_phrase_is_found_again_by_its_id_and_worked_out_anew():
    desk = Desk()
    made = desk.offers.phrase("(89+10)*2-5")

    assert desk.offers.get(made.id) == made
    desk.clock.go(timedelta(days=2))
    assert desk.offers.get(made.id).title == "193元 → 实付193元"


@pytest.mark.parametrize("phrase_id", ["", "p1", "sheet:offer:", "sheet:offer:abc", "sheet:activity:eleven:limit"])
def test_an_id_of_something_else_gives_nothing(phrase_id):
    assert Desk().offers.get(phrase_id) is None


def test_without_any_activity_the_sum_is_told():
    assert Desk(at=START + 10 * DAY).body() == "亲，您选的一共345元。以结算页显示的为准哦 /:^_^"


def test_before_the_sale_the_price_to_come_is_told_with_its_moment():
    phrase = Desk(at=START - 3 * DAY).offers.phrase("89+128*2")

    assert phrase.title == "345元 → 11月11日 0:00 起实付275元"
    assert phrase.body.startswith("亲，11月11日 0:00 起下单，您选的一共345元，")
    assert "预计实付275元" in phrase.body


def test_before_a_sale_that_changes_nothing_the_price_is_that_of_now():
    assert Desk(at=START - 3 * DAY).offers.phrase("10+20").title == "30元 → 实付30元"


def test_a_gift_to_come_is_worth_telling_too():
    only_gift = replace(ELEVEN, coupons=(), per_multiple=None)

    assert "还送迷你盒" in Desk(only_gift, at=START - DAY).body("100+100")


def test_a_moment_can_be_asked_for():
    desk = Desk(replace(ELEVEN, phases=(WARM_UP, SALE, HALF_PRICE)), at=START - DAY)

    [sale, half] = desk.offers.coming()

    assert (sale.phase.name, half.phase.name) == ("开售", "前两小时半价")
    assert desk.offers.quote("100", half.phase.starts_at).total == 50
    assert desk.offers.quote("100").total == 100


def test_item_prices_are_told_before_the_coupon():
    desk = Desk(ELEVEN, CUP)

    sentence = desk.offers.sentence(desk.offers.quote([Line(None, 2, product_id="cup")]))

    assert "您选的一共256元，活动价合计198元，用满128减10的店铺券减10元，实付188元" in sentence


def test_where_the_coupon_is_fetched_is_told():
    with_link = replace(ELEVEN, coupons=(Coupon(D(128), D(10), link="https://shop.example/q"),))

    assert "券在这里领：https://shop.example/q 。" in Desk(with_link).body()


def test_above_the_limit_nobody_is_invited_to_buy_more():
    body = Desk(replace(ELEVEN, limit=Limit(2))).body()

    assert "双11每位顾客限购2件哦。" in body
    assert "再凑" not in body


def test_what_is_sold_out_is_said():
    desk = Desk(ELEVEN, replace(CUP, is_sold_out=True))

    sentence = desk.offers.sentence(desk.offers.quote([Line(None, product_id="cup")]))

    assert "杯子目前没有货了。" in sentence


def test_braces_in_a_name_are_no_variables():
    named = replace(ELEVEN, gifts=(Gift(D(1), "{{shop}}的小样"),))

    assert templates.variables(Desk(named).body()) == ()


def test_a_calculation_that_cannot_be_read_is_refused():
    with pytest.raises(BadAmount):
        Desk().offers.quote("89+")


@given(LINES, SHEETS)
def test_every_sentence_is_a_phrase_that_may_be_sent(lines, sheet):
    for language in Language:
        desk = Desk(at=NOW, language=language)
        desk.sheet = sheet

        phrase = desk.offers._made(lines)

        assert check(phrase) == phrase
        assert compliance.find(phrase.body) == ()
        assert "  " not in phrase.body
        assert "，，" not in phrase.body
        assert "[[" not in phrase.body


def test_of_two_that_run_only_the_limit_of_the_one_that_gives_something_is_told():
    group_buy = replace(
        ELEVEN, id="jhs", name="聚划算", limit=Limit(1), coupons=(), gifts=(), per_multiple=None, phases=ELEVEN.phases
    )
    both = (replace(ELEVEN, limit=Limit(9)), group_buy)

    body = Desk(*both).body()

    assert "限购" not in body
    assert "再凑43元" in body


def test_the_limit_of_the_one_whose_coupon_is_used_is_told_and_nothing_more_is_offered():
    group_buy = replace(ELEVEN, id="jhs", name="聚划算", limit=None, coupons=(), gifts=(), per_multiple=None)
    both = (replace(ELEVEN, limit=Limit(2)), group_buy)

    body = Desk(*both).body()

    assert f"{ELEVEN.name}每位顾客限购2件哦。" in body
    assert "再凑" not in body
