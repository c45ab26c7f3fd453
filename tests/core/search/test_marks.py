from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.phrases.phrase import Phrase
from app.core.pinyin import Readings
from app.core.search.hits import Marks, Spans, Tier
from app.core.search.index import Index
from resources import __file__ as resources_file
from tests.bench.shop import NOW, phrases

READINGS = Readings.parse((Path(resources_file).parent / "pinyin.txt").read_text(encoding="utf-8"))


def marked(phrase: Phrase, text: str) -> Marks:
    index = Index(READINGS)
    index.load([phrase], NOW)
    return index.find(text)[0].marks


def cut(text: str, spans: Spans) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("title", "typed", "shown"),
    [
        ("发货时间", "货时", ["货时"]),
        ("发货时间", "fhsj", ["发货时间"]),
        ("发货时间", "fahuosj", ["发货时间"]),
        ("发货时间", "发huo", ["发货"]),
        ("怎么发货", "fah", ["发货"]),
        ("发货·时间", "fhsj", ["发货·时间"]),
        ("【ＶＩＰ】专享", "vip", ["ＶＩＰ"]),
        ("重磅T恤", "zhongbangtx", ["重磅T恤"]),
        ("重磅T恤", "chongbang", ["重磅"]),
        ("西安分店", "xi'an", ["西安"]),
        ("绿色", "lvse", ["绿色"]),
        ("绿色", "lüse", ["绿色"]),
        ("🎁礼物🎁礼物", "liwu", ["礼物", "礼物"]),
        ("发货时间", "时间 发货", ["发货时间"]),
        ("发出货物时间", "时间 发", ["发", "时间"]),
        ("发货时间", "fahuo shijian", ["发货时间"]),
        ("优惠券", "优会券", ["优惠券"]),
        ("发货时间", "fahuosihjian", ["发货时间"]),
    ],
)
def test_the_title_is_marked_where_it_matched(title: str, typed: str, shown: list[str]) -> None:
    marks = marked(Phrase("1", title, "x"), typed)

    assert cut(title, marks.title) == shown


def test_each_code_keyword_question_and_part_of_the_group_has_its_own_marks() -> None:
    phrase = Phrase(
        "1",
        "标题",
        "亲，今天发货 /:^_^",
        group=("物流", "发货"),
        codes=("fh", "x"),
        keywords=("发货", "快递"),
        questions=("什么时候发货",),
    )

    marks = marked(phrase, "fahuo")

    assert marks.codes == ((), ())
    assert marks.keywords == (((0, 2),), ())
    assert marks.questions == (((4, 6),),)
    assert marks.group == ((), ((0, 2),))
    assert cut(phrase.body, marks.body) == ["发货"]
    assert marked(phrase, "/:^_^").body == ((7, 12),)
    assert marked(phrase, "fh").codes == (((0, 2),), ())


def test_initials_are_not_marked_in_bodies() -> None:
    assert marked(Phrase("1", "fs", "返送 发送"), "fs") == Marks(title=((0, 2),))


def test_nothing_typed_marks_nothing() -> None:
    assert marked(Phrase("1", "发货", "x"), "") == Marks()


def test_a_very_long_body_is_marked_in_its_first_places_only() -> None:
    assert len(marked(Phrase("1", "x", "啊" * 20_000), "啊").body) == 1
    assert len(marked(Phrase("1", "x", "啊。" * 10_000), "啊").body) == 200


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text("fahuosijn发货时间亲您T恤88vip '", min_size=1, max_size=8))
def test_what_was_found_is_marked_somewhere_and_marks_lie_in_their_texts(text: str) -> None:
    index = Index(READINGS)
    index.load(list(phrases(40, seed=5)), NOW)

    for hit in index.find(text, limit=10):
        phrase, marks = hit.phrase, hit.marks
        texts = (phrase.title, phrase.body, *phrase.codes, *phrase.keywords, *phrase.questions, *phrase.group)
        spans = (marks.title, marks.body, *marks.codes, *marks.keywords, *marks.questions, *marks.group)
        assert len(texts) == len(spans)
        assert any(spans) or hit.tier in (Tier.USE, Tier.PINNED)
        for own, marked_spans in zip(texts, spans, strict=True):
            edges = [edge for span in marked_spans for edge in span]
            assert edges == sorted(edges)
            assert all(0 <= start < end <= len(own) for start, end in marked_spans)
