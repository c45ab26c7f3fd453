"""What the variables stand for: at each moment, in each language, for what is meant, and never when it is over."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from app.core.facts import names as fact_names
from app.core.facts import templates
from app.core.facts.table import Subject
from app.core.facts.templates import MissingFact
from app.core.orders import facts as order_facts
from app.core.phrases.pasting import NotPasted, Pasted, Reason
from app.core.settings import Language, Settings
from app.core.sheet.sheet import About, Sheet
from app.services.sheet.facts import Facts
from tests.fakes import FakeClock
from tests.services.shop import Shop, bare
from tests.sheets import SALE_DAY, double_eleven, moment

D11 = About(activity_id="d11")
CUP = About(product_id="cup")


@pytest.fixture
def shop() -> Shop:
    return Shop()


def said(shop: Shop, text: str, about: About = D11) -> str:
    return templates.render(text, shop.facts.for_text(text, about=about))


class ChineseDay(datetime):
    """A moment on a computer that speaks Chinese: Qt has the system's names of months be used."""

    def strftime(self, _form: str) -> str:
        return "11月"


def test_an_english_text_has_an_english_date_whatever_the_computer_speaks() -> None:
    clock = FakeClock(ChineseDay(2026, 9, 11, 2, tzinfo=UTC))

    facts = Facts(clock, Settings).for_text("Ordered on {{date}}, dear")

    assert facts["date"] == "September 11"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("activity.name", "双11大促"),
        ("activity.left", "还有10小时"),
        ("activity.ends_at", "今天 24:00"),
        ("activity.starts_at", "今天 0:00"),
        ("activity.phase", "开售"),
        ("activity.phase_left", "还有10小时"),
        ("activity.next", "晚8点加场"),
        ("activity.next_at", "今天 20:00"),
        ("activity.limit", "2件"),
        ("activity.limit_above", "想多要的话，可以用家人的账号再拍哦"),
        ("activity.coupons", "满128减10、满238减20、满388减50"),
        ("activity.gifts", "满168送迷你收纳盒（颜色随机）、满388送帆布袋"),
        ("activity.platform_offer", "跨店满减每满300减50"),
        ("activity.link", "https://shop.example/d11"),
        ("activity.also", "会员日积分翻倍"),
        ("ship.promise", "付款后7天内发货"),
        ("ship.origin", "上海"),
        ("ship.transit", "城市3-5天、县城4-6天、乡镇4-6天"),
        ("courier.default", "汇通、圆通、邮政小包"),
        ("courier.fees", "顺丰：江浙沪补12元、新疆补28.50元、其他地区补18元"),
    ],
)
def test_facts_of_an_activity(shop: Shop, name: str, value: str) -> None:
    assert said(shop, f"亲，{{{{{name}}}}}") == f"亲，{value}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("product.name", "星空保温杯"),
        ("product.size", "高22厘米，直径6.5厘米"),
        ("product.reference", "和一瓶矿泉水差不多高"),
        ("product.points", "12小时保温，单手开盖"),
        ("product.stock", "0件"),
        ("product.substitute", "云朵保温杯"),
        ("product.substitute_reason", "同样是304内胆，保温时间一样"),
        ("product.complement", "杯刷"),
        ("product.price", "99元"),
    ],
)
def test_facts_of_a_product(shop: Shop, name: str, value: str) -> None:
    assert said(shop, f"亲，{{{{{name}}}}}", CUP) == f"亲，{value}"


def test_every_fact_that_exists_can_be_known(shop: Shop) -> None:
    shop.clock.at = moment(SALE_DAY, -3)
    names = [name for name in fact_names.NAMES if name != "clipboard"]
    text = "亲，" + "".join(f"{{{{{name}}}}}" for name in names)

    known = shop.facts.for_text(text, about=About("d11", "cup", order_facts.SAMPLE))

    assert [name for name in names if not known.get(name)] == []


@pytest.mark.parametrize(
    ("hour", "minute", "price"),
    [(0, 30, "64.50元"), (14, 0, "99元"), (20, 30, "89元"), (23, 59, "99元"), (24, 0, "129元")],
)
def test_a_price_is_that_of_the_phase_of_now(shop: Shop, hour: int, minute: int, price: str) -> None:
    shop.clock.at = moment(SALE_DAY, 0, hour, minute)

    assert said(shop, "现价{{product.price}}", CUP) == f"现价{price}"


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=2, hours=5), "还有2天5小时"),
        (timedelta(hours=3, minutes=12), "还有3小时12分"),
        (timedelta(seconds=40), "最后40秒"),
    ],
)
def test_time_left_reads_naturally_to_its_last_second(shop: Shop, left: timedelta, words: str) -> None:
    shop.clock.at = moment(SALE_DAY, 0, 24) - left

    assert said(shop, "亲，{{剩余时间}}") == f"亲，{words}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hi dear, {{activity.name}} {{activity.left}}", "Hi dear, 双11大促 10 h left"),
        ("亲，iPhone 专场{{activity.left}}", "亲，iPhone 专场还有10小时"),
        ("{{activity.left}}", "还有10小时"),
    ],
)
def test_facts_speak_the_language_of_the_text(shop: Shop, text: str, words: str) -> None:
    assert said(shop, text) == words


def test_a_text_of_variables_alone_speaks_the_language_of_the_program(shop: Shop) -> None:
    shop.settings = replace(shop.settings, language=Language.ENGLISH)

    assert said(shop, "{{activity.limit}}") == "2 pieces"


def test_a_fact_that_nobody_wrote_down_is_named_as_missing(shop: Shop) -> None:
    with pytest.raises(MissingFact) as missing:
        said(shop, "{{activity.how_to_buy}}{{product.size}}{{activity.limit}}", About(activity_id="jhs"))

    assert missing.value.names == ("activity.how_to_buy", "product.size")


def test_without_an_activity_its_facts_are_missing_and_defaults_stand(shop: Shop) -> None:
    assert said(shop, "亲，{{activity.left|马上}}截止", About()) == "亲，马上截止"


def test_of_an_activity_that_is_over_only_the_name_is_left_and_its_deliveries(shop: Shop) -> None:
    shop.clock.at = moment(SALE_DAY, 2)

    assert said(shop, "{{activity.name}}已结束，{{ship.promise}}，{{activity.limit|没有限购}}") == (
        "双11大促已结束，付款后7天内发货，没有限购"
    )


@pytest.mark.parametrize("name", ["left", "limit", "coupons", "ends_at"])
def test_a_text_that_needs_what_is_over_is_refused_as_over_and_not_as_missing(shop: Shop, name: str) -> None:
    shop.sheet = Sheet.of([double_eleven().activities["d11"]])
    shop.clock.at = moment(SALE_DAY, 0, 24) + timedelta(minutes=12)

    outcome = shop.enter(bare("p", f"亲，{{{{activity.{name}}}}}"))

    assert isinstance(outcome, NotPasted)
    assert (outcome.reason, outcome.away, outcome.text) == (Reason.OVER, timedelta(minutes=12), "")
    assert outcome.validity is not None
    assert outcome.validity.name == "双11大促"


def test_one_that_is_marked_as_sold_out_has_none_left_whatever_was_counted(shop: Shop) -> None:
    shop.edit(replace(shop.sheet.products["mug"], is_sold_out=True))

    assert said(shop, "库存{{product.stock}}", About(product_id="mug")) == "库存0件"


def test_needs_and_facts_agree_on_what_belongs_to_whom(shop: Shop) -> None:
    everything = "亲" + "".join(f"{{{{{name}}}}}" for name in fact_names.NAMES)

    assert set(shop.facts.for_text(everything, about=About("d11", "cup"))) <= set(fact_names.NAMES)
    assert fact_names.needs(everything) == {Subject.ACTIVITY, Subject.PRODUCT, Subject.ORDER}


def test_the_editor_shows_a_sample_of_what_runs(shop: Shop) -> None:
    assert shop.facts.sample() == About("d11", "cup", order_facts.SAMPLE)
    assert shop.facts.preview("{{activity.name}}/{{product.name}}/{{剪贴板}}") == "双11大促/星空保温杯/{{clipboard}}"
    with pytest.raises(MissingFact):
        shop.facts.preview("{{activity.name}}", about=About())


def test_the_sample_is_what_comes_next_where_nothing_runs(shop: Shop) -> None:
    shop.clock.at = moment(SALE_DAY, 1, 12)

    assert shop.facts.sample().activity_id == "jhs"


def test_the_shops_zone_counts_whatever_the_pcs_is(shop: Shop) -> None:
    shop.clock.offset = timedelta(hours=-8)

    assert said(shop, "亲，{{activity.ends_at}}") == "亲，今天 24:00"


def test_a_zone_that_nobody_knows_is_taken_for_the_default(shop: Shop) -> None:
    shop.settings = replace(shop.settings, zone="Nowhere/Nothing")

    assert said(shop, "亲，{{activity.ends_at}}") == "亲，今天 24:00"


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 0, tzinfo=UTC),
        datetime(2027, 3, 28, 1, 0, tzinfo=UTC),
        datetime(2028, 2, 29, 15, 59, tzinfo=UTC),
    ],
)
def test_daylight_saving_elsewhere_and_a_leap_day_disturb_nothing(at: datetime) -> None:
    shop = Shop(double_eleven(at), at=at)
    shop.settings = replace(shop.settings, zone="Europe/Berlin")

    text = said(shop, "亲，{{activity.ends_at}} {{activity.left}} {{activity.next_at|没有}}")

    assert "还有" in text


def test_a_clock_that_is_set_back_counts_from_the_new_moment(shop: Shop) -> None:
    shop.clock.jump(timedelta(hours=-2))

    assert said(shop, "亲，{{activity.left}}") == "亲，还有12小时"


def test_an_edit_is_spoken_at_once(shop: Shop) -> None:
    product = shop.sheet.products["mug"]
    phrase = shop.phrase("sheet:product:mug:price")

    shop.edit(replace(product, price=Decimal("88.5")))
    outcome = shop.enter(phrase)

    assert isinstance(outcome, Pasted)
    assert "88.50元" in outcome.text


def test_the_days_after_the_sale_are_no_phase_to_wait_for(shop: Shop) -> None:
    shop.clock.at = moment(SALE_DAY, 0, 23)

    assert said(shop, "亲，{{activity.next|没有下一场了}}") == "亲，没有下一场了"
