import inspect
import re

import pytest

from app.core.clockwork import moments
from app.core.sheet.entries import Fault
from app.core.sheet.entry_checks import MEANINGS
from app.ui.dialogs import fault_words, lifetime_field
from app.ui.sheet_dialogs import entry_reading


@pytest.mark.parametrize("rule", MEANINGS)
def test_every_rule_of_an_entry_has_a_sentence(rule):
    assert rule in fault_words.SENTENCES


def test_every_rule_of_a_moment_has_a_sentence():
    listed = re.findall(r"`(\w+)`", inspect.getdoc(moments.BadMoment) or "")

    rules = {rule for rule in listed if rule not in ("rule",)}

    assert {f"moment_{rule}" for rule in rules} <= set(fault_words.SENTENCES)
    assert "no_such_day" in rules


@pytest.mark.parametrize("module", [entry_reading, lifetime_field])
def test_every_rule_of_the_forms_own_readings_has_a_sentence(module):
    raised = set(re.findall(r'Unread\("(\w+)"', inspect.getsource(module)))

    assert raised
    assert raised <= set(fault_words.SENTENCES)


def test_a_sentence_holds_the_names_and_leaves_no_place_open():
    for rule in fault_words.SENTENCES:
        said = fault_words.of_fault(Fault("x", rule, ("5000", "b")))

        assert "{" not in said.replace("{{", "").replace("}}", ""), rule


def test_a_circle_is_told_with_the_products_on_the_way():
    assert "甲 → 乙 → 甲" in fault_words.of_fault(Fault("x", "circular", ("甲", "乙", "甲")))


def test_an_unknown_fact_is_told_with_the_one_that_was_probably_meant():
    said = fault_words.of_fault(Fault("answer", "unknown_fact", ("activity.lift", "qqqq")))

    assert said == "There is no such fact: {{activity.lift}} {{qqqq}}. Did you mean {{activity.left}}?"


def test_a_rule_that_is_not_known_is_told_by_its_name():
    assert "some_new_rule" in fault_words.of_fault(Fault("x", "some_new_rule"))
