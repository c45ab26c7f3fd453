"""The first day of a temp: what buyers ask, typed as agents type, one search and one Enter each."""

from datetime import timedelta

import pytest

from app.core.imports.plan import Choices
from app.core.imports.rules import plan
from app.core.phrases.pasting import Pasted
from app.core.phrases.phrase import Phrase
from app.core.sheet.sheet import About
from app.formats.packs import imported as pack
from app.formats.source import load
from tests.services.shop import RESOURCES, Shop

ASKED = (
    # typed, the answer that must come first, what its text must hold
    ("xg", "activity:d11:limit", ("2件", "双11大促")),
    ("限购", "activity:d11:limit", ("2件",)),
    ("可以买几件", "activity:d11:limit", ("2件",)),
    ("限几个", "activity:d11:limit", ("2件",)),
    ("最多买几件", "activity:d11:limit", ("2件",)),
    ("想多买", "activity:d11:above", ("2件", "家人的账号")),
    ("yhq", "activity:d11:coupons", ("满128减10、满238减20、满388减50", "https://shop.example/coupon")),
    ("券在哪领", "activity:d11:coupons", ("https://shop.example/coupon",)),
    ("能便宜吗", "activity:d11:coupons", ("满128减10",)),
    ("238", "activity:d11:coupon.1", ("满238减20",)),
    ("送什么", "activity:d11:gifts", ("满168送迷你收纳盒（颜色随机）",)),
    ("能一起用吗", "activity:d11:stacking", ("可以和店铺券一起用", "每满300减50")),
    ("还有多久", "activity:d11:left", ("还有10小时", "今天 24:00")),
    ("duojiu", "activity:d11:left", ("还有10小时",)),
    ("什么时候结束", "activity:d11:left", ("今天 24:00",)),
    ("发货", "activity:d11:promise", ("付款后7天内发货",)),
    ("fahuo", "activity:d11:promise", ("付款后7天内发货",)),
    ("多久到", "activity:d11:transit", ("县城4-6天", "高峰期会再晚3到5天")),
    ("县城", "activity:d11:region.1", ("县城", "4-6天", "高峰期会再晚3到5天")),
    ("xiancheng", "activity:d11:region.1", ("4-6天",)),
    ("乡镇几天到", "activity:d11:region.2", ("4-6天", "偏远地方会再久一点")),
    ("kuaidi", "activity:d11:couriers", ("汇通、圆通、邮政小包",)),
    ("sfsc", "activity:d11:fee.2", ("18元",)),
    ("顺丰到上海", "activity:d11:fee.0", ("12元",)),
    ("开始了吗", "activity:d11:begun", ("已经开始", "还有10小时")),
    ("什么时候开始", "activity:d11:begun", ("已经开始",)),
    ("双11", "activity:d11:overview", ("11月11日 0:00",)),
    ("发什么快递", "activity:d11:couriers", ("汇通、圆通、邮政小包", "不能指定")),
    ("sf", "activity:d11:fees", ("江浙沪补12元", "新疆补28.50元")),
    ("顺丰补多少", "activity:d11:fees", ("新疆补28.50元",)),
    ("sfxj", "activity:d11:fee.1", ("新疆", "28.50元", "包邮不含")),
    ("能不能发顺丰到新疆啊", "activity:d11:fee.1", ("28.50元",)),
    ("退款", "activity:d11:refund", ("11月12日起",)),
    ("页面打不开", "activity:d11:page", ("退出重进",)),
    ("晚8点", "activity:d11:phase.late", ("11月11日 20:00", "11月11日 22:00", "8折")),
    ("双11限购", "activity:d11:limit", ("2件",)),
    ("能开发票吗", "activity:d11:fact.d11.invoice", ("电子发票",)),
    ("星空保温杯多大", "product:cup:size", ("高22厘米", "和一瓶矿泉水差不多高")),
    ("xkbwbcc", "product:cup:size", ("高22厘米",)),
    ("星空 能装多少", "product:cup:capacity", ("500毫升",)),
    ("请问星空保温杯是什么材质的呀", "product:cup:material", ("304不锈钢",)),
    ("亲，星空保温杯有多大呢？", "product:cup:size", ("高22厘米",)),
    ("双11可以买几件啊", "activity:d11:limit", ("2件",)),
    ("星空保温杯什么材质", "product:cup:material", ("304不锈钢",)),
    ("bwbcc", "product:cup:size", ("高22厘米",)),
    ("bwb材质", "product:cup:material", ("304不锈钢",)),
    ("有色差吗", "product:cup:colour", ("略深一点",)),
    ("星空保温杯有货吗", "product:cup:out", ("云朵保温杯", "同样是304内胆")),
    ("没货", "product:cup:out", ("云朵保温杯", "同样是304内胆")),
    ("断货", "product:cup:out", ("云朵保温杯",)),
    ("云朵保温杯多少钱", "product:mug:price", ("119元",)),
    ("能放洗碗机吗", "product:mug:fact.mug.dish", ("手洗",)),
    ("几点上班", "fact:hours", ("9:00到24:00",)),
)
CODES = frozenset({"xg", "yhq"})
"""Also short codes of the starter pack: whoever types a code gets its phrase."""


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture(scope="module")
def starter_phrases() -> tuple[Phrase, ...]:
    reading = pack.read(load(str(RESOURCES / "packs" / "starter.json")))
    return plan([reading], [], Choices(), lambda: "never-used").phrases


@pytest.mark.parametrize(("typed", "answer", "told"), ASKED)
def test_one_search_and_one_enter_answer_the_buyer(shop: Shop, typed: str, answer: str, told: tuple[str, ...]) -> None:
    hits = shop.find.results(typed)

    outcome = shop.enter(hits[0].phrase)

    assert hits[0].phrase.id == f"sheet:{answer}"
    assert isinstance(outcome, Pasted)
    assert outcome.text.startswith("亲")
    assert [words for words in told if words not in shop.keys.written[-1][1]] == []


def test_beside_all_phrases_of_the_starter_pack_the_answer_still_comes_first_but_for_pinned_ones(
    starter_phrases: tuple[Phrase, ...],
) -> None:
    shop = Shop(phrases=starter_phrases)

    found = {typed: [hit for hit in shop.find.results(typed) if not hit.phrase.is_pinned] for typed, _, _ in ASKED}

    late = [typed for typed, answer, _ in ASKED if found[typed][0].phrase.id != f"sheet:{answer}"]
    assert set(late) <= CODES


def test_a_short_code_still_means_its_own_phrase(starter_phrases: tuple[Phrase, ...]) -> None:
    shop = Shop(phrases=starter_phrases)

    assert [code for code in CODES if code not in shop.find.results(code)[0].phrase.codes] == []


def test_the_same_question_is_answered_from_the_clock_each_time(shop: Shop) -> None:
    first = shop.ask("还有多久")
    shop.clock.go(timedelta(hours=9, minutes=59, seconds=20))
    last = shop.ask("还有多久")

    assert "还有10小时" in first
    assert "最后40秒" in last


def test_the_answer_of_a_product_that_is_chosen_comes_before_the_others(shop: Shop) -> None:
    assert shop.ids("多大")[0] != "sheet:product:cup:size"

    shop.subjects.chosen = About(product_id="cup")

    assert shop.ids("多大")[0] == "sheet:product:cup:size"
    assert shop.ids("尺寸")[0] == "sheet:product:cup:size"


def test_a_picture_is_an_answer_too(shop: Shop) -> None:
    shop.enter(shop.find.results("星空保温杯图片")[0].phrase)

    assert shop.keys.written[-1][1] == {"image/png": b"\x89PNG.."}


def test_an_answer_that_is_used_comes_earlier_and_its_use_is_kept(shop: Shop) -> None:
    before = shop.ids("顺丰")

    shop.enter(shop.phrase(before[2]))

    assert shop.ids("顺丰")[:2] != before[:2]
    assert shop.store.counts[before[2]] == (1, shop.clock.now())
    assert shop.phrase(before[2]).use_count == 1
