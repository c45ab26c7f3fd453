"""The answers that are made of the cheat-sheet: what they say, what gives none, and how they are named."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.core.facts import names as fact_names
from app.core.facts import templates
from app.core.phrases import compliance
from app.core.phrases import phrase as phrases
from app.core.phrases.compliance import Severity
from app.core.phrases.phrase import Phrase
from app.core.sheet import answers
from app.core.sheet import words as sheet_words
from app.core.sheet.activities import Activity, Coupon, Phase, PhaseKind, Transit
from app.core.sheet.answers import about, answer_id, hangs_on, of_entry, parted
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime, State
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import About, Sheet
from app.core.sheet.wordings import Text, inside
from tests.services.shop import RESOURCES, wordings
from tests.sheets import SALE_DAY, double_eleven, moment, products, sale

LANGUAGES = ("zh_CN", "en")
CUP = products()[0]


def made(sheet: Sheet, language: str = "zh_CN") -> dict[str, Phrase]:
    said = (of_entry(entry, sheet, wordings(language)) for entry in sheet)
    return {phrase.id: phrase for phrases in said for phrase in phrases}


def read(language: str) -> dict[str, dict[str, dict[str, object]]]:
    return json.loads((RESOURCES / f"answers.{language}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_a_phrase_that_could_be_stored_and_its_variables_exist(language: str) -> None:
    for phrase in made(double_eleven(), language).values():
        assert phrases.check(phrase) == phrase
        assert fact_names.unknown(phrase.body) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_is_used_by_some_answer(language: str) -> None:
    only_compared = Product("p", "台灯", size_reference="和手掌差不多大", related=(Related("mug"),))
    used = {parted(phrase_id)[2].split(".")[0] for phrase_id in made(double_eleven().having([only_compared]))}

    assert {key for kind in ("activity", "product") for key in read(language)[kind]} <= used


def test_both_languages_have_the_same_keys_and_the_same_gaps() -> None:
    chinese, english = (read(language) for language in LANGUAGES)

    def gaps(wording: dict[str, object]) -> set[str]:
        return set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", str(wording["body"]) + str(wording["title"])))

    for kind in ("activity", "product"):
        assert chinese[kind].keys() == english[kind].keys()
        assert {key: gaps(chinese[kind][key]) for key in chinese[kind]} == {
            key: gaps(english[kind][key]) for key in english[kind]
        }
    assert chinese["words"].keys() == english["words"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_holds_a_forbidden_or_doubtful_word(language: str) -> None:
    said = [str(wording["body"]) for kind in ("activity", "product") for wording in read(language)[kind].values()]

    for text in [*said, *(str(words) for words in read(language)["words"].values())]:
        assert compliance.find(text) == ()
    assert compliance.FORBIDDEN[0].severity is Severity.REFUSE


def test_every_wording_addresses_the_buyer_and_is_more_than_a_yes_or_no() -> None:
    for kind in ("activity", "product"):
        for key, wording in read("zh_CN")[kind].items():
            body = str(wording["body"])
            assert key == "picture" or body.startswith("亲，")
            assert key == "picture" or len(Text.parse(body).fill({})) > 4
            assert not re.search(r"保证|一定|肯定|绝对|马上就到", body)


def test_what_is_static_is_written_out_and_only_time_and_price_stay_variables() -> None:
    found = {
        variable.name for phrase in made(double_eleven()).values() for variable in templates.variables(phrase.body)
    }

    assert found == {
        "activity.left",
        "activity.ends_at",
        "activity.starts_at",
        "activity.starts_in",
        "product.price",
    }


def test_an_answer_says_the_same_whenever_it_was_made() -> None:
    assert "今天" not in "".join(phrase.body for phrase in made(double_eleven()).values())


def test_what_nobody_wrote_down_gives_no_answer() -> None:
    sheet = Sheet.of([Activity("a", "空的"), Product("p", "空的")])

    assert made(sheet) == {}


def test_one_that_is_out_says_so_before_it_is_praised() -> None:
    found = [parted(phrase.id)[2] for phrase in of_entry(CUP, double_eleven(), wordings())]
    there = made(Sheet.of([replace(CUP, is_sold_out=False, real_stock=5)]))

    assert found[0] == "out"
    assert made(double_eleven())["sheet:product:cup:points"].title == "星空保温杯 卖点"
    assert there["sheet:product:cup:points"].title == "星空保温杯"


def test_each_coupon_with_a_page_of_its_own_is_told_with_it() -> None:
    own = (Coupon(Decimal(128), Decimal(10), link="https://a/1"), Coupon(Decimal(238), Decimal(20), link="https://a/2"))

    body = made(Sheet.of([replace(sale(), coupons=own)]))["sheet:activity:d11:coupons"].body

    assert "在这里领：\n满128减10 https://a/1\n满238减20 https://a/2\n" in body


def test_an_express_fee_is_found_by_every_province_of_its_region() -> None:
    found = made(double_eleven())

    assert "顺丰上海" in found["sheet:activity:d11:fee.0"].keywords[2]
    assert "顺丰四川" in found["sheet:activity:d11:fee.2"].keywords[2]
    assert "新疆" not in found["sheet:activity:d11:fee.2"].keywords[2]


def test_a_price_tells_the_days_on_which_it_holds() -> None:
    found = made(double_eleven())

    assert "（11月11日 0:00 到 11月11日 24:00）" in found["sheet:product:cup:deal.d11"].body
    assert "（11月11日 20:00 到 11月11日 22:00）" in found["sheet:product:cup:deal.d11.late"].body


def test_a_product_with_one_price_in_an_activity_only_has_a_price_as_long_as_that_holds() -> None:
    once = Product("p", "台灯", prices=(ActivityPrice("d11", Decimal(9)),))
    twice = replace(once, id="q", prices=(*once.prices, ActivityPrice("d10", Decimal(8))))
    found = made(double_eleven().having([once, twice]))

    assert found["sheet:product:p:price"].lifetime == Lifetime(activity_id="d11")
    assert found["sheet:product:q:price"].lifetime is None


def test_a_question_about_the_end_is_answered_as_long_as_there_is_one_to_come() -> None:
    activity = sale()
    of_end = Fact("end", "还会降吗", "到{{activity.ends_at}}都是这个价")
    softer = Fact("soft", "要快吗", "{{activity.left|不急}}")

    found = made(Sheet.of([replace(activity, facts=(of_end, softer))]))

    assert found["sheet:activity:d11:fact.end"].lifetime == Lifetime(until_at=activity.ends_at)
    assert found["sheet:activity:d11:fact.soft"].lifetime == Lifetime(until_at=activity.served_until)


def test_what_lies_in_the_bin_gives_no_answer_and_is_offered_by_none() -> None:
    sheet = double_eleven()
    binned = sheet.having(
        replace(entry, deleted_at=SALE_DAY) for entry in (sheet.activities["d11"], sheet.products["mug"])
    )

    found = made(binned)

    assert not [phrase_id for phrase_id in found if ":d11:" in phrase_id or ":mug:" in phrase_id]
    assert "sheet:product:cup:deal.d11" not in found
    assert "云朵" not in found["sheet:product:cup:out"].body


def test_a_substitute_that_is_out_as_well_is_not_offered() -> None:
    sheet = double_eleven()
    other = Product("third", "森林保温杯", real_stock=3)
    both = (Related("mug", "同样材质"), Related("third", "容量一样"))
    out = replace(sheet.products["mug"], is_sold_out=True)

    found = made(sheet.having([out, other, replace(CUP, substitutes=both)]))

    assert "森林保温杯，容量一样" in found["sheet:product:cup:out"].body
    assert "sheet:product:cup:substitute.mug" not in found


def test_one_that_is_out_with_nothing_to_offer_still_says_so() -> None:
    found = made(Sheet.of([replace(CUP, substitutes=())]))

    assert found["sheet:product:cup:out"].body.startswith("亲，不好意思，星空保温杯目前没有货了 /:")
    assert "sheet:product:cup:stock" not in found


def test_products_that_name_each_other_do_not_run_in_a_circle() -> None:
    one = Product("1", "甲", is_sold_out=True, substitutes=(Related("2"),))
    two = Product("2", "乙", is_sold_out=True, substitutes=(Related("1"),))

    found = made(Sheet.of([one, two]))

    assert set(found) == {"sheet:product:1:out", "sheet:product:2:out"}


def test_an_id_says_what_the_answer_is_about_whatever_the_entry_is_called() -> None:
    entry = Product("pack:autumn:cup", "杯")
    phrase_id = answer_id(entry, "deal", "other:activity")

    assert parted(phrase_id) == ("product", "pack:autumn:cup", "deal.other.activity")
    assert about(phrase_id) == About(product_id="pack:autumn:cup")
    assert about("sheet:activity:d11:limit") == About(activity_id="d11")
    assert about("sheet:fact:hours") == about("p1") == About()


def test_all_ids_are_different_and_lead_back_to_their_entry() -> None:
    sheet = double_eleven()
    everything = [phrase.id for entry in sheet for phrase in of_entry(entry, sheet, wordings())]

    assert len(everything) == len(set(everything)) > 60
    assert all(sheet.get(parted(phrase_id)[1]) for phrase_id in everything)


@pytest.mark.parametrize(
    ("key", "at", "state", "name"),
    [
        ("limit", moment(SALE_DAY, 0, 23, 59), State.VALID, "双11大促"),
        ("limit", moment(SALE_DAY, 0, 24), State.OVER, "双11大促"),
        ("limit", moment(SALE_DAY, -18), State.NOT_YET, "双11大促"),
        ("overview", moment(SALE_DAY, -40), State.VALID, "双11大促"),
        ("overview", moment(SALE_DAY, 1), State.OVER, "双11大促"),
        ("left", moment(SALE_DAY, -1), State.NOT_YET, "双11大促"),
        ("left", SALE_DAY, State.VALID, "双11大促"),
        ("begun", moment(SALE_DAY, -1), State.NOT_YET, "双11大促"),
        ("begun", SALE_DAY, State.VALID, "双11大促"),
        ("begun", moment(SALE_DAY, 1), State.OVER, "双11大促"),
        ("start", moment(SALE_DAY, -1), State.VALID, "双11大促"),
        ("start", SALE_DAY, State.OVER, "双11大促"),
        ("phase.half", moment(SALE_DAY, -3), State.VALID, "前两小时半价"),
        ("phase.half", moment(SALE_DAY, 0, 2), State.OVER, "前两小时半价"),
        ("promise", moment(SALE_DAY, 3), State.VALID, "双11大促"),
        ("refund", moment(SALE_DAY, 3), State.VALID, "双11大促"),
        ("refund", moment(SALE_DAY, 15), State.OVER, "双11大促"),
    ],
)
def test_an_answer_holds_as_long_as_buyers_may_be_told_it(key, at, state, name) -> None:
    sheet = double_eleven()
    phrase = made(sheet)[f"sheet:activity:d11:{key}"]

    validity = answers.validity(phrase, sheet, at)

    assert (validity.state, validity.name) == (state, name)


def test_the_price_of_an_activity_holds_in_its_phase_only() -> None:
    sheet = double_eleven()
    found = made(sheet)
    at = moment(SALE_DAY, 0, 22)

    assert answers.validity(found["sheet:product:cup:deal.d11.late"], sheet, at).state is State.OVER
    assert answers.validity(found["sheet:product:cup:deal.d11"], sheet, at).is_valid
    assert hangs_on(found["sheet:product:cup:deal.d11.late"], sheet) == "晚8点加场"


def test_a_price_for_an_activity_that_is_not_there_gives_no_answer() -> None:
    product = Product(
        "p",
        "杯",
        price=Decimal(9),
        prices=(ActivityPrice("gone", Decimal(5)), ActivityPrice("d11", Decimal(6), "gone")),
    )

    assert set(made(double_eleven().having([product]))) >= {"sheet:product:p:price"}
    assert not [key for key in made(double_eleven().having([product])) if key.startswith("sheet:product:p:deal")]


def test_an_edit_touches_those_that_name_the_entry() -> None:
    sheet = double_eleven()

    assert answers.touched(sheet, ["brush"]) == {"brush", "cup", "mug"}
    assert answers.touched(sheet, ["d11"]) == {"d11", "cup"}
    assert answers.touched(sheet, ["hours"]) == {"hours"}


def test_a_fact_keeps_its_own_lifetime_and_is_found_by_its_keywords() -> None:
    own = Lifetime(until_at=SALE_DAY + timedelta(hours=1))
    activity = sale()
    fact = replace(activity.facts[0], lifetime=own, keywords=("抬头",))

    phrase = made(Sheet.of([replace(activity, facts=(fact,))]))["sheet:activity:d11:fact.d11.invoice"]

    assert (phrase.lifetime, phrase.keywords, phrase.body) == (own, ("抬头",), fact.answer)


def test_an_activity_without_phases_still_tells_its_rules_and_no_times() -> None:
    found = made(Sheet.of([replace(sale(), phases=())]))

    keys = {parted(phrase_id)[2] for phrase_id in found}
    assert {"limit", "coupons", "promise"} <= keys
    assert not keys & {"left", "start", "overview"}


def test_midnight_ends_the_day_before_and_days_are_told_in_the_shops_zone() -> None:
    body = made(double_eleven())["sheet:activity:d11:overview"].body

    assert "11月11日 0:00 到 11月11日 24:00" in body


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("亲，可以的。", "可以的"),
        ("亲亲~~ 好的！", "好的"),
        ("亲爱的顾客", "亲爱的顾客"),
        ("  24:00。 ", "24:00"),
        ("", ""),
    ],
)
def test_what_an_agent_wrote_stands_inside_a_sentence(written: str, stands: str) -> None:
    assert inside(written) == stands


def test_gaps_options_and_variables_of_a_wording() -> None:
    text = Text.parse("亲，{a}[[，{b}]][[（{a}{b}）]] {{activity.left}} {{{")

    assert text.fill({"a": "一"}) == "亲，一 {{activity.left}} {{{"
    assert text.fill({"a": "一", "b": "二"}) == "亲，一，二（一二） {{activity.left}} {{{"


@pytest.mark.parametrize(
    ("amount", "said"), [("28.50", "28.5"), ("100", "100"), ("1E+2", "100"), ("0.01", "0.01"), ("10.00", "10")]
)
def test_an_amount_is_told_as_it_is_typed_in_a_chat(amount: str, said: str) -> None:
    assert sheet_words.number(Decimal(amount)) == said


def test_values_in_words() -> None:
    activity = sale()
    disorder = replace(activity, coupons=(*reversed(activity.coupons), Coupon(Decimal(0), Decimal(3))))
    phase = Phase("p", "秒杀", PhaseKind.EXTRA, SALE_DAY, SALE_DAY, Decimal("0.85"), ("cup",))

    assert sheet_words.coupons(disorder, is_chinese=True) == "无门槛减3、满128减10、满238减20、满388减50"
    assert sheet_words.rate(phase, is_chinese=True) == "部分商品8.5折"
    assert sheet_words.rate(phase, is_chinese=False) == "15% off some products"
    assert sheet_words.days(Transit("上海", 1, 1), is_chinese=False) == "1 day"
    assert sheet_words.fees(activity.shipping, is_chinese=True) == "顺丰：江浙沪补12元、新疆补28.50元、其他地区补18元"
