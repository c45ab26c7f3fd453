"""Lists of keywords and questions that many phrases have alike are indexed once and find every one of them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.core.phrases.phrase import Phrase
from app.core.search.hits import EVERYTHING, Sieve, Tier
from app.core.search.index import Index
from app.core.search.sources import LEAST_SHARED, Shared
from app.core.sheet.lifetimes import Lifetime
from tests.services.shop import readings

NOW = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
MANY = LEAST_SHARED + 4
SIZES = tuple(
    Phrase(f"s{number}", f"杯{number} 尺寸", "亲", keywords=(f"款{number}",), questions=("多大", "有多高"))
    for number in range(MANY)
)
OTHER = Phrase("o", "打烊", "亲，多大方", questions=("多大",))


def index(*phrases: Phrase) -> Index:
    made = Index(readings())
    made.load(phrases, NOW)
    return made


def found(made: Index, text: str) -> set[str]:
    return {hit.phrase.id for hit in made.find(text)}


def test_a_list_is_shared_from_so_many_phrases_on_and_no_earlier() -> None:
    assert len(Shared(SIZES)) == 1
    assert len(Shared(SIZES[: LEAST_SHARED - 1])) == 0
    assert len(Shared(())) == 0


@pytest.mark.parametrize("typed", ["多大", "duoda", "dd", "duo", "有多高", "多"])
def test_a_shared_question_finds_all_that_have_it(typed: str) -> None:
    made = index(*SIZES)

    assert found(made, typed) == {phrase.id for phrase in SIZES}
    assert {hit.tier for hit in made.find(typed)} == {Tier.KEYWORD}
    assert made.find(typed)[0].marks.questions != ()


def test_one_that_has_the_same_question_in_another_list_is_found_as_well() -> None:
    assert found(index(*SIZES, OTHER), "多大") == {"o", *(phrase.id for phrase in SIZES)}


def test_an_own_keyword_and_a_shared_question_together_find_the_one() -> None:
    assert found(index(*SIZES), "款7 多大") == {"s7"}


def test_a_typo_is_forgiven_in_a_shared_list() -> None:
    hits = index(*(replace(phrase, questions=("什么材质",)) for phrase in SIZES)).find("什么财智")

    assert len(hits) == MANY
    assert {hit.tier for hit in hits} == {Tier.TYPO}


def test_one_that_changed_or_is_gone_is_no_longer_found_by_the_list() -> None:
    made = index(*SIZES)

    made.update([replace(SIZES[0], questions=("多重",))], ["s1"], NOW)

    assert found(made, "多大") == {phrase.id for phrase in SIZES[2:]}
    assert found(made, "多重") == {"s0"}


def test_a_sieve_keeps_a_lifetime_out_or_lets_only_it_through() -> None:
    over = Lifetime(until_at=NOW)
    made = index(replace(SIZES[0], lifetime=over), *SIZES[1:])

    without = made.find("多大", EVERYTHING, 50, Sieve(frozenset({over})))
    only = made.find("多大", EVERYTHING, 50, Sieve(frozenset({over}), is_for_them=True))

    assert {hit.phrase.id for hit in without} == {phrase.id for phrase in SIZES[1:]}
    assert [hit.phrase.id for hit in only] == ["s0"]
    assert made.lifetimes() == {over}
    assert made.find("", EVERYTHING, 50, Sieve(frozenset(), is_for_them=True)) == []
