from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.phrases.phrase import Phrase
from app.core.pinyin import Readings
from app.core.search.hits import Scope, Tier
from app.core.search.index import Index
from resources import __file__ as resources_file
from tests.bench.shop import NOW, phrases

READINGS = Readings.parse((Path(resources_file).parent / "pinyin.txt").read_text(encoding="utf-8"))


def loaded(*own: Phrase) -> Index:
    index = Index(READINGS)
    index.load(own, NOW)
    return index


def ids(index: Index, text: str, limit: int = 50) -> list[str]:
    return [hit.phrase.id for hit in index.find(text, limit=limit)]


def titled(*titles: str) -> list[Phrase]:
    return [Phrase(title, title, "正文", position=number) for number, title in enumerate(titles)]


TYPED = {
    "重磅": "zhongbang chongbang zb cb",
    "行情": "hangqing xingqing",
    "长裙": "changqun zhangqun",
    "乐扣": "lekou yuekou",
    "还款": "huankuan haikuan",
    "率先": "shuaixian lvxian luxian",
    "单价": "danjia shanjia chanjia",
    "都有": "douyou duyou",
    "收到了": "shoudaole shoudaoliao sdl shdl",
    "西安": "xian xi'an xi’an x'a",
    "绿茶": "lücha lvcha lucha lüc",
    "女装": "nvzhuang nuzhuang",
    "T恤": "txu ｔ恤 T恤 tx",
    "iPhone壳": "iphoneke iphonek IPHONE",
    "88VIP": "88vip ８８vip vip",
    "SF顺丰": "sfshunfeng sfsf sf顺f",
    "中通快递": "zhtkd ztkd zhongtkuaid",
    "发货·时间": "fhsj 发货时间 发货·时间",
    "發貨時間": "fhsj fahuoshijian",
    "C++[正则].*": "[正则].* c++ zhengze",
    "🎁礼物": "🎁 🎁礼 lw",
}
"""What finds a title."""


@pytest.mark.parametrize(("title", "typed"), [(title, one) for title, all_ in TYPED.items() for one in all_.split()])
def test_a_title_is_found_however_it_is_typed(title: str, typed: str) -> None:
    index = loaded(*titled(title, "别的"))

    assert ids(index, typed) == [title]
    assert index.find(typed)[0].tier is Tier.TITLE


def test_traditional_characters_find_simplified_ones_by_their_sound() -> None:
    index = loaded(*titled("发货时间", "别的"))

    assert ids(index, "發貨") == ["发货时间"]


MISTYPED = ("tuikaun", "tuikun", "tuikuann", "tuukuan", "tiukuan", "tuikuanshijain", "退宽", "腿款")


@pytest.mark.parametrize("typed", MISTYPED)
def test_one_typo_is_forgiven(typed: str) -> None:
    index = loaded(*titled("退款时间", "发货", "物流单号"))

    assert [(hit.phrase.id, hit.tier) for hit in index.find(typed)] == [("退款时间", Tier.TYPO)]


def test_a_typo_is_not_looked_for_where_enough_was_found_without() -> None:
    index = loaded(*titled("付款", "服宽"))

    assert ids(index, "付款") == ["付款"]


def test_two_typos_find_nothing() -> None:
    assert ids(loaded(*titled("退款时间")), "duikaunshijian") == []


def test_initials_do_not_look_into_bodies_but_syllables_do() -> None:
    index = loaded(Phrase("1", "甲", "顺丰包邮"))

    assert ids(index, "sf") == []
    assert ids(index, "shunf") == ["1"]
    assert ids(index, "包you") == ["1"]


def test_reasons_come_in_their_order() -> None:
    order = [
        Phrase("code", "甲", "乙", codes=("tk",)),
        Phrase("pinned", "tk说明", "乙", is_pinned=True),
        Phrase("whole title", "TK", "乙"),
        Phrase("whole title said", "退款", "乙"),
        Phrase("title begins", "tk的规则", "乙"),
        Phrase("title begins said", "退款规则", "乙"),
        Phrase("word begins", "关于 tk", "乙"),
        Phrase("word begins said", "关于 退款", "乙"),
        Phrase("inside", "关于atk", "乙"),
        Phrase("inside said", "关于退款", "乙"),
        Phrase("keyword", "甲", "乙", keywords=("tk",)),
        Phrase("question said", "甲", "乙", questions=("怎么退款",)),
        Phrase("group", "甲", "乙", group=("tk",)),
        Phrase("body", "甲", "乙tk"),
    ]
    index = loaded(*reversed(order))

    hits = index.find("tk")

    assert [hit.phrase.id for hit in hits] == [phrase.id for phrase in order]
    assert [hit.tier for hit in hits] == sorted(hit.tier for hit in hits)


def test_among_equals_use_counts_then_the_shorter_title_then_the_position() -> None:
    index = loaded(
        Phrase("last", "发货的时间", "x", position=1),
        Phrase("third", "发货时间", "x", position=3),
        Phrase("fourth", "发货地点", "x", position=4),
        Phrase("second", "发货什么时候到", "x", use_count=80, last_used_at=NOW - timedelta(days=140)),
        Phrase("first", "发货什么时间到", "x", use_count=2, last_used_at=NOW),
    )

    assert ids(index, "发货") == ["first", "second", "third", "fourth", "last"]


def test_all_words_must_stand_somewhere_in_any_order() -> None:
    index = loaded(
        Phrase("both in title", "退款多久到账", "x"),
        Phrase("one in body", "退款", "三天内到账"),
        Phrase("one missing", "退款", "x"),
    )

    assert ids(index, "到账 退款") == ["both in title", "one in body"]
    assert ids(index, "daozhang tuikuan") == ["both in title", "one in body"]
    assert ids(index, "dz tk") == ["both in title"]


def test_nothing_typed_gives_the_pinned_ones_in_their_order_then_the_most_used() -> None:
    index = loaded(
        Phrase("c", "丙", "x", use_count=9, last_used_at=NOW),
        Phrase("b", "乙", "x", is_pinned=True, pin_position=2, use_count=99, last_used_at=NOW),
        Phrase("d", "丁", "x"),
        Phrase("a", "甲", "x", is_pinned=True, pin_position=1),
    )

    assert ids(index, " \n") == ["a", "b", "c", "d"]
    assert [hit.tier for hit in index.find("")] == [Tier.PINNED, Tier.PINNED, Tier.USE, Tier.USE]


def test_a_group_means_everything_below_it() -> None:
    index = loaded(
        Phrase("1", "甲", "x", group=("售后", "退货")),
        Phrase("2", "乙", "x", group=("售后",)),
        Phrase("3", "丙", "x", group=("售后服务",)),
    )

    assert [hit.phrase.id for hit in index.find("", Scope(group=("售后",)))] == ["1", "2"]


def test_many_single_edits_settle_and_are_all_found() -> None:
    library = list(phrases(700, seed=2))
    index = Index(READINGS)
    index.load(library, NOW)

    for start in range(0, 700, 100):
        index.update([replace(one, title=f"新标题{one.id}") for one in library[start : start + 100]], (), NOW)

    assert len(index.find("新标题", limit=1000)) == 700
    assert ids(index, "xbtp699") == ["p699"]


def test_a_phrase_with_characters_never_seen_before_is_found_after_an_update() -> None:
    index = loaded(*titled("发货"))

    index.update(titled("饕餮𠮷"), (), NOW)

    assert ids(index, "taotie") == ids(index, "𠮷") == ["饕餮𠮷"]


def test_a_thousand_characters_are_searched_literally() -> None:
    body = "长" * 1000
    index = loaded(Phrase("1", "甲", body + "尾"), Phrase("2", "乙", body[:-1]))

    assert ids(index, body) == ["1"]
    assert ids(index, body + "x") == []


def test_the_nearest_bodies_come_first_and_case_and_width_do_not_count() -> None:
    body = "亲，这款外套目前有现货，拍下以后四十八小时内发出 OK"
    index = loaded(
        Phrase("far", "甲", "完全不同的话"),
        Phrase("near", "乙", body.replace("外套", "上衣")),
        Phrase("same", "丙", body.replace("OK", "ＯＫ")),
    )

    assert [(near.phrase.id, near.ratio == 1) for near in index.nearest(body)] == [("same", True), ("near", False)]
    assert [near.phrase.id for near in index.nearest(body, limit=1)] == ["same"]
    assert index.nearest("") == index.nearest("完") == []
