import re
from pathlib import Path

import pytest

import app.core
from app.core.imports import reading as imports
from app.core.imports.reading import Spot
from app.core.orders.incoming import reading as order_reading
from app.core.orders.incoming.reading import OrderProblem
from app.ui.order_dialogs import refusal_words

CORE = Path(app.core.__file__).parent
READERS = (*(CORE / "orders" / "incoming").glob("*.py"), CORE / "clockwork" / "moments.py")
GIVEN = re.compile(r"""(?:BadOrder|BadMoment|refusals\.append|hints\.append)\(\s*"(\w+)\"""")


def rules():
    return sorted({rule for file in READERS for rule in GIVEN.findall(file.read_text(encoding="utf-8"))})


def test_the_readers_are_read():
    assert {"no_buyer", "future", "no_such_day", "time_missing"} <= set(rules())


@pytest.mark.parametrize("rule", rules())
def test_every_rule_of_a_reader_has_a_sentence(rule):
    assert rule in refusal_words.RULES


def test_what_is_told_of_a_draft_has_a_sentence():
    assert "closed_already" in refusal_words.RULES


def test_every_problem_of_a_file_is_said_word_for_word_as_on_the_command_line():
    assert dict(order_reading.SENTENCES) == dict(refusal_words.FILES)


@pytest.mark.parametrize("rule", [*order_reading.SENTENCES, *(reason.value for reason in imports.Reason)])
def test_every_problem_is_a_sentence_with_its_names_filled_in(rule):
    problem = OrderProblem(Spot("a.csv", "", 3), rule, ("1.23E+18", "金额"), 5)

    said = refusal_words.of_problem(problem)

    assert said[-1] in ".。"
    assert "{" not in said


def test_a_rule_that_nobody_knows_is_named():
    assert "quite_new" in refusal_words.of_rule("quite_new")
