"""The list of phrases before there is an index, and Find while it waits for one."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.phrases.phrase import Phrase, Role, Stage
from app.core.pinyin import Readings
from app.core.search.hits import EVERYTHING, NO_SIEVE, Hit, Scope, Sieve
from app.core.search.index import Index
from app.core.search.unindexed import Unindexed
from app.core.sheet.lifetimes import Lifetime
from app.services.phrases.find import Find
from tests.fakes import FakeClock

READINGS = Readings.parse("cui\t催\t\nfu\t付\t\n")
NOW = FakeClock().now()
ENDED = Lifetime(until_at=NOW - timedelta(days=1))


def some(count: int, seed: int) -> list[Phrase]:
    dice = random.Random(seed)
    return [
        Phrase(
            str(number),
            "催付" * dice.randint(1, 4),
            "亲",
            group=dice.choice(((), ("售前",), ("售前", "尺码"))),
            stage=dice.choice((None, Stage.PAYMENT)),
            role=dice.choice((None, Role.PRE_SALES)),
            is_pinned=dice.random() < 0.1,
            pin_position=dice.randint(0, 3),
            position=dice.randint(0, 5),
            use_count=(used := dice.choice((0, 0, 1, 7))),
            last_used_at=NOW - timedelta(hours=dice.randint(0, 900)) if used else None,
            lifetime=dice.choice((None, None, ENDED)),
            deleted_at=NOW if dice.random() < 0.05 else None,
        )
        for number in range(count)
    ]


def shown(hits: Sequence[Hit]) -> list[tuple[str, int]]:
    return [(hit.phrase.id, hit.tier) for hit in hits]


@pytest.mark.parametrize(
    "scope", [EVERYTHING, Scope(stage=Stage.PAYMENT), Scope(group=("售前",)), Scope(pinned_only=True)]
)
@pytest.mark.parametrize("sieve", [NO_SIEVE, Sieve(frozenset({ENDED})), Sieve(frozenset({ENDED}), is_for_them=True)])
def test_nothing_typed_gives_what_the_index_gives(scope: Scope, sieve: Sieve) -> None:
    phrases = some(300, seed=1)
    index = Index(READINGS)
    index.load(phrases, NOW)

    without = Unindexed(phrases, lambda: NOW)

    assert shown(without.find("", scope, 40, sieve)) == shown(index.find("", scope, 40, sieve))
    assert without.lifetimes() == index.lifetimes()


def test_edits_show_at_once_without_an_index() -> None:
    phrases = some(50, seed=2)
    edited = [replace(phrases[3], use_count=99, last_used_at=NOW, deleted_at=None, lifetime=None, is_pinned=True)]
    index = Index(READINGS)
    index.load(phrases, NOW)
    index.update(edited, ["7"], NOW)
    without = Unindexed(phrases, lambda: NOW)
    without.find("")

    without.update(edited, ["7"], NOW)

    assert shown(without.find("")) == shown(index.find(""))


def waiting() -> tuple[Find, Index]:
    find = Find(lambda: Index(READINGS), FakeClock())
    phrases = [Phrase("1", "催付", "亲"), Phrase("2", "发货", "亲")]
    find.expect(phrases)
    return find, find.built(phrases)


def test_what_is_typed_finds_nothing_before_the_index_arrives_and_everything_after() -> None:
    find, index = waiting()
    assert not find.is_ready
    assert (find.results("催付"), find.over_count("催付"), find.nearest("亲")) == ([], 0, [])

    find.arrive(index)

    assert find.is_ready
    assert [hit.phrase.id for hit in find.results("催付")] == ["1"]


def test_what_was_edited_while_the_index_was_built_is_found() -> None:
    find, index = waiting()
    find.update([Phrase("1", "提醒", "亲"), Phrase("3", "尾款", "亲")], ["2"])
    find.update([Phrase("4", "运费", "亲")])
    find.update([], ["3"])

    find.arrive(index)

    assert {
        text: [hit.phrase.id for hit in find.results(text)] for text in ("提醒", "催付", "发货", "尾款", "运费")
    } == {
        "提醒": ["1"],
        "催付": [],
        "发货": [],
        "尾款": [],
        "运费": ["4"],
    }


def test_an_index_that_comes_after_another_one_is_not_taken() -> None:
    find, late = waiting()
    find.load([Phrase("9", "运费", "亲")])

    find.arrive(late)

    assert [hit.phrase.id for hit in find.results("运费")] == ["9"]


def test_what_is_stored_first_is_found_though_nothing_was_ever_loaded() -> None:
    find = Find(lambda: Index(READINGS), FakeClock())

    find.update([Phrase("1", "催付", "亲")])

    assert [hit.phrase.id for hit in find.results("催付")] == ["1"]
