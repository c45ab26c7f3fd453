from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.core.imports.plan import Choices
from app.core.imports.rules import plan
from app.core.phrases.phrase import Phrase
from app.core.pinyin import Readings
from app.core.search.hits import Scope
from app.core.search.index import Index
from app.formats.packs import imported as pack
from app.formats.source import load
from resources import __file__ as resources_file

RESOURCES = Path(resources_file).parent
LIST = Path(__file__).with_name("starter_queries.tsv")
NOW = datetime(2025, 11, 11, 12, tzinfo=UTC)
IN_FIRST_THREE = 0.95
FIRST = 0.85
SURE = "the codes themselves"
"""The part of the list in which every query must find its phrase first."""


def queries() -> Iterator[tuple[str, str, str]]:
    """Part of the list, query, code."""
    part = ""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            part = line[2:]
        elif line:
            query, code = line.split("\t")
            yield part, query, code


@pytest.fixture(scope="module")
def phrases() -> tuple[Phrase, ...]:
    readings = [pack.read(load(str(RESOURCES / "packs" / name))) for name in ("starter.json", "starter.en.json")]
    return plan(readings, [], Choices(), lambda: "never-used").phrases


@pytest.fixture(scope="module")
def ranks(phrases: tuple[Phrase, ...]) -> dict[tuple[str, str], int]:
    index = Index(Readings.parse((RESOURCES / "pinyin.txt").read_text(encoding="utf-8")))
    index.load(phrases, NOW)
    found = {}
    for _, query, code in queries():
        hits = index.find(query, Scope(), 10)
        found[query, code] = next((at for at, hit in enumerate(hits, 1) if code in hit.phrase.codes), 99)
    return found


def test_the_list_is_long_and_asks_for_phrases_that_exist(phrases: tuple[Phrase, ...]) -> None:
    asked = list(queries())

    codes = {code for phrase in phrases for code in phrase.codes}
    assert len({query for _, query, _ in asked}) == len(asked) >= 200
    assert {code for _, _, code in asked} <= codes
    assert len({code for _, _, code in asked}) >= 100


def test_what_an_agent_types_finds_the_phrase_among_the_first_three(ranks: dict[tuple[str, str], int]) -> None:
    missed = {pair: rank for pair, rank in ranks.items() if rank > 3}

    assert len(missed) <= (1 - IN_FIRST_THREE) * len(ranks), missed


def test_mostly_it_is_the_very_first(ranks: dict[tuple[str, str], int]) -> None:
    missed = {pair: rank for pair, rank in ranks.items() if rank > 1}

    assert len(missed) <= (1 - FIRST) * len(ranks), missed


def test_a_code_always_finds_its_phrase_first(ranks: dict[tuple[str, str], int]) -> None:
    sure = [(query, code) for part, query, code in queries() if part == SURE]

    assert sure
    assert {pair: ranks[pair] for pair in sure if ranks[pair] != 1} == {}
