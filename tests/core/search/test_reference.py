"""The index answers every query as the reference does: on a shop's phrases, and on whatever hypothesis thinks of."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.phrases.phrase import Phrase, Role, Stage
from app.core.pinyin import Readings
from app.core.search import segment
from app.core.search.hits import EVERYTHING, Scope
from app.core.search.index import Index
from resources import __file__ as resources_file
from tests.bench.shop import NOW, phrases
from tests.core.search.plain_search import FOUND, Reference

READINGS = Readings.parse((Path(resources_file).parent / "pinyin.txt").read_text(encoding="utf-8"))
CHARS = "发货时间西安重复长行乐还率单都了绿女吕略铺T恤iPhone壳88VIPＳＦ顺丰，。·-_ /:^'（）🎁é…的啊嗯系统先"
TYPED = "".join(dict.fromkeys("fahuosijntxcengylvqdre" * 3 + "发货时间长绿重 '8/:^"))

WORDS = Path(__file__).with_name("queries.txt").read_text(encoding="utf-8").splitlines()


def asked(index: Index, text: str, scope: Scope = EVERYTHING, limit: int = 50) -> list[FOUND]:
    return [(hit.phrase.id, hit.tier) for hit in index.find(text, scope, limit)]


@pytest.fixture(scope="module")
def shop() -> list[Phrase]:
    return list(phrases(150, seed=7))


@pytest.fixture(scope="module")
def index(shop: list[Phrase]) -> Index:
    index = Index(READINGS)
    index.load(shop, NOW)
    return index


@pytest.fixture(scope="module")
def reference(shop: list[Phrase]) -> Reference:
    return Reference(READINGS, shop, NOW)


@pytest.mark.parametrize(
    "text", [*WORDS, "发货 时间", "fahuo shijian", "tuikuan yf", "T恤 cm", "亲 催付", "fa h", "退宽 时见", ""]
)
def test_a_shop_is_searched_as_the_reference_does(index: Index, reference: Reference, text: str) -> None:
    found = reference.find(text, EVERYTHING, 1000)

    assert asked(index, text, EVERYTHING, 1000) == found
    assert asked(index, text, EVERYTHING, 50) == found[:50]
    assert asked(index, text, EVERYTHING, 3) == found[:3]


FEW = (
    "s",
    "fahuo",
    "fahuoshijian",
    "的",
    "亲",
    "麻烦您提供一下订单号",
    "发货 时间",
    "qinqin tuihuo",
    "dingjinw",
    "催负",
)


@pytest.mark.parametrize("text", FEW)
def test_bodies_in_several_blocks_are_searched_alike(
    shop: list[Phrase], reference: Reference, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment, "MAX_ROWS", 40)
    index = Index(READINGS)

    index.load(shop, NOW)

    found = reference.find(text, EVERYTHING, 1000)
    assert asked(index, text, EVERYTHING, 1000) == found
    assert asked(index, text, EVERYTHING, 20) == found[:20]


@pytest.mark.parametrize(
    "scope",
    [
        Scope(stage=Stage.PAYMENT),
        Scope(role=Role.AFTER_SALES),
        Scope(group=("售后",)),
        Scope(group=("售后", "退货"), stage=Stage.WELCOME),
        Scope(group=("没有",)),
        Scope(pinned_only=True),
    ],
)
@pytest.mark.parametrize("text", ["", "s", "fahuo", "退货", "亲 退", "tuikaun"])
def test_a_scope_leaves_out_what_is_outside(index: Index, reference: Reference, text: str, scope: Scope) -> None:
    assert asked(index, text, scope) == reference.find(text, scope, 50)


texts = st.text(CHARS, max_size=8)
made = st.builds(
    Phrase,
    id=st.uuids().map(str),
    title=texts,
    body=st.text(CHARS, max_size=24),
    group=st.lists(texts, max_size=2).map(tuple),
    stage=st.sampled_from([None, *Stage]),
    codes=st.lists(st.text("fhsj发", min_size=1, max_size=3), max_size=2).map(tuple),
    keywords=st.lists(texts, max_size=2).map(tuple),
    questions=st.lists(texts, max_size=1).map(tuple),
    is_pinned=st.booleans(),
    pin_position=st.integers(0, 5),
    position=st.integers(0, 9),
    use_count=st.integers(0, 3),
    last_used_at=st.one_of(st.none(), st.integers(0, 90).map(lambda days: NOW - timedelta(days=days))),
    deleted_at=st.sampled_from([None, None, None, datetime(2026, 1, 1, tzinfo=UTC)]),
)
libraries = st.lists(made, max_size=12, unique_by=lambda phrase: phrase.id)
queries = st.one_of(
    st.text(TYPED, max_size=9),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.text(CHARS, max_size=5),
    st.text(max_size=4),
)
calm = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@calm
@given(libraries, queries, st.sampled_from([1, 4, 50]))
def test_any_library_is_searched_as_the_reference_does(library: list[Phrase], text: str, limit: int) -> None:
    index = Index(READINGS)

    index.load(library, NOW)

    assert asked(index, text, EVERYTHING, limit) == Reference(READINGS, library, NOW).find(text, EVERYTHING, limit)


@calm
@given(libraries, st.data())
def test_after_any_edits_the_index_answers_as_one_that_was_just_loaded(
    library: list[Phrase], data: st.DataObject
) -> None:
    index = Index(READINGS)
    index.load(phrases(60, seed=3), NOW)
    now_there = {phrase.id: phrase for phrase in phrases(60, seed=3)}
    for _ in range(data.draw(st.integers(1, 4))):
        changed = [*data.draw(st.lists(st.sampled_from(library), max_size=4) if library else st.just([]))]
        ids = data.draw(st.lists(st.sampled_from(sorted(now_there)), max_size=4, unique=True))
        changed += [replace(now_there[one], title=data.draw(texts)) for one in ids[:2]]
        changed = list({phrase.id: phrase for phrase in changed}.values())

        index.update(changed, ids[2:], NOW)

        now_there |= {phrase.id: phrase for phrase in changed if phrase.id not in ids[2:]}
        now_there = {one: phrase for one, phrase in now_there.items() if one not in ids[2:]}
    fresh = Index(READINGS)
    fresh.load(list(now_there.values()), NOW)
    for text in ("", "fa", "发货", *data.draw(st.lists(queries, max_size=3))):
        assert asked(index, text) == asked(fresh, text)
