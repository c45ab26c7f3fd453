import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.phrases.phrase import Phrase, Stage
from app.core.pinyin import Readings
from app.core.search import question
from app.core.search.hits import EVERYTHING, Scope, Tier
from app.core.search.index import Index
from app.services.phrases.find import Find
from tests.fakes import FakeClock

TABLE = "# few\ncui\t催\t\nfa\t发\t\nfu\t付负\t\nhuo\t货\t\njian\t间\t\nqin\t亲\t\nshi\t时\t\n"
URGE = Phrase("1", "催付", "亲，还没有付款哦", codes=("cf",), stage=Stage.PAYMENT)
SENT = Phrase("2", "发货时间", "亲，明天发货", stage=Stage.LOGISTICS)
FORMER = Phrase("3", "旧的", "发货", deleted_at=FakeClock().now())


def made() -> Find:
    find = Find(lambda: Index(Readings.parse(TABLE)), FakeClock())
    find.load([URGE, SENT, FORMER])
    return find


def ids(find: Find, text: str, scope: Scope = EVERYTHING) -> list[str]:
    return [hit.phrase.id for hit in find.results(text, scope)]


def test_what_is_loaded_is_found_by_code_characters_and_pinyin() -> None:
    find = made()

    assert [ids(find, text) for text in ("cf", "发货", "fahuo", "fhsj")] == [["1"], ["2"], ["2"], ["2"]]


def test_a_deleted_phrase_is_not_found() -> None:
    assert ids(made(), "旧的") == []


def test_a_scope_leaves_out_the_other_stages() -> None:
    assert ids(made(), "亲", Scope(stage=Stage.PAYMENT)) == ["1"]


def test_an_edit_is_found_at_once() -> None:
    find = made()

    find.update([replace(URGE, title="付款提醒")])

    assert ids(find, "提醒") == ["1"]
    assert ids(find, "催付") == []


def test_a_phrase_that_went_to_the_bin_or_was_removed_is_gone_at_once() -> None:
    find = made()

    find.update([replace(URGE, deleted_at=FakeClock().now())], ["2"])

    assert ids(find, "") == []


def test_what_was_just_used_stands_first() -> None:
    find, clock = made(), FakeClock()
    assert ids(find, "亲") == ["1", "2"]

    find.update([SENT.used(clock.now())])

    assert ids(find, "亲") == ["2", "1"]


def test_old_use_counts_less_than_new_use() -> None:
    clock = FakeClock()
    often_long_ago = replace(URGE, use_count=50, last_used_at=clock.now() - timedelta(days=180))
    find = made()

    find.update([often_long_ago, SENT.used(clock.now())])

    assert ids(find, "") == ["2", "1"]


def test_loading_again_replaces_everything() -> None:
    find = made()

    find.load([SENT])

    assert ids(find, "") == ["2"]


def test_a_body_that_is_nearly_there_already_is_told() -> None:
    body = "亲，这款外套目前有现货，拍下以后四十八小时内发出哦"
    find = Find(lambda: Index(Readings.parse(TABLE)), FakeClock())
    find.load([URGE, replace(SENT, body=body)])

    near = find.nearest(body.replace("哦", "呢"))

    assert [(one.phrase.id, one.ratio >= 0.9) for one in near] == [("2", True)]
    assert find.nearest("完全不同的另一句话") == []


def test_it_is_built_in_a_helper_thread_and_handed_over() -> None:
    built: list[Find] = []
    thread = threading.Thread(target=lambda: built.append(made()))

    thread.start()
    thread.join()

    assert ids(built[0], "fahuo") == ["2"]


@pytest.mark.parametrize("text", ["\ud800", "\x00", "发" * 1000, "a" * 1000, "a " * 500, "(((", "[", "\\", "'", "' '"])
def test_no_text_is_too_odd_to_be_asked_for(text: str) -> None:
    assert made().results(text) == []


def test_a_hit_says_why_it_was_found() -> None:
    find = made()

    assert [find.results(text)[0].tier for text in ("cf", "发货", "明天", "催负", "")] == [
        Tier.CODE,
        Tier.TITLE,
        Tier.BODY,
        Tier.TYPO,
        Tier.USE,
    ]


def test_a_buyers_sentence_finds_what_shares_its_words_and_marks_them() -> None:
    find = Find(lambda: Index(Readings.parse(TABLE)), FakeClock())
    find.load(
        [
            Phrase("still", "物流好几天不动", "亲，快递没有更新的时候"),
            Phrase("which", "发什么快递", "亲，默认圆通"),
            Phrase("other", "开发票", "亲，可以开"),
        ]
    )

    hits = find.results("我的快递怎么不动了呀")

    assert hits[0].phrase.id == "still"
    assert "other" not in [hit.phrase.id for hit in hits]
    assert hits[0].marks.title == ((5, 7),)
    assert {hit.tier for hit in hits} == {Tier.TYPO}


@pytest.mark.parametrize("text", ["不在", "zzqq", "的了吗呢", "", "🎁🎁🎁🎁"])
def test_what_is_no_sentence_still_finds_nothing(text: str) -> None:
    assert question.pieces(text) == () or made().results(text) == []


def test_a_sentence_never_pushes_a_real_hit_aside() -> None:
    assert ids(made(), "发货时间") == ["2"]


def test_what_is_worked_out_stands_before_everything_that_is_found() -> None:
    find = made()
    find.asides = lambda text: [Phrase("sum", "345 元", "亲，一共 345 元")] if text == "发货" else ()

    assert ids(find, "发货") == ["sum", "2"]
    assert ids(find, "") == ["1", "2"]
    assert ids(find, "催付") == ["1"]


def test_two_halves_of_one_word_find_what_holds_both() -> None:
    find = Find(lambda: Index(Readings.parse(TABLE)), FakeClock())
    find.load(
        [
            Phrase("cup", "保温杯 尺寸", "亲", questions=("多大",)),
            Phrase("bag", "帆布袋 尺寸", "亲", questions=("多大",)),
        ]
    )

    asked = ("保温杯多大", "保温杯多大呀？", "亲，请问保温杯多大", "保温杯的尺寸是多少", "保温杯有多大")
    assert [ids(find, text)[:1] for text in asked] == [["cup"]] * len(asked)


def test_answers_and_phrases_are_updated_each_in_their_own_index() -> None:
    find = made()
    answer = Phrase("sheet:fact:1", "发货地", "亲，从上海发", source="sheet")

    find.update([answer, replace(URGE, title="付款提醒")])
    both = (ids(find, "发货地"), ids(find, "提醒"))
    find.update([], ["sheet:fact:1", "2"])

    assert both == (["sheet:fact:1"], ["1"])
    assert ids(find, "发货") == []


def test_of_equals_what_is_used_goes_first_and_then_the_answer() -> None:
    find, clock = made(), FakeClock()
    answer = Phrase("sheet:fact:1", "发货时间", "亲，明天", source="sheet")
    find.update([answer])
    before = ids(find, "发货时间")

    find.update([SENT.used(clock.now())])

    assert before == ["sheet:fact:1", "2"]
    assert ids(find, "发货时间") == ["2", "sheet:fact:1"]


def test_a_typo_is_not_forgiven_where_the_other_index_has_what_was_typed() -> None:
    find = Find(lambda: Index(Readings.parse(TABLE)), FakeClock())
    find.load([Phrase("1", "发活时间", "亲")])
    assert [hit.tier for hit in find.results("发货时间")] == [Tier.TYPO]

    find.update([Phrase("sheet:fact:1", "发货时间", "亲", source="sheet")])

    assert ids(find, "发货时间") == ["sheet:fact:1"]
