"""Variables: put in, asked, defaulted, or named as missing; everything else stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.facts import templates
from app.core.facts.templates import MissingFact


def test_facts_defaults_questions_and_chinese_names() -> None:
    text = "{{hello}}{{ agent }}{{店铺}},{{nick|亲}},{{?尺码}},{{?颜色|随机}}"

    out = templates.render(text, {"hello": "早", "agent": "甲", "shop": "铺"}, {"尺码": "M"})

    assert out == "早甲铺,亲,M,随机"


def test_all_missing_facts_are_named_once_and_in_order() -> None:
    with pytest.raises(MissingFact) as missing:
        templates.render("{{b}}{{a}}{{?c}}{{b}}", {"a": ""})

    assert missing.value.names == ("b", "a", "c")


@pytest.mark.parametrize(
    "text",
    ["{{}}", "{{ }}", "{a}", "{{a b}}", "{{a\n}}", "/:(&) {{/:^_^}}", "{{{a}", "}}{{", "{{__import__('os')}}", "$|$"],
)
def test_whatever_is_not_exactly_a_variable_stays_text(text: str) -> None:
    assert templates.render(text, {"a": "x"}) == text


def test_values_are_never_rendered_again() -> None:
    assert templates.render("{{a}}", {"a": "{{b}}", "b": "secret"}) == "{{b}}"


def test_questions_are_asked_once_each() -> None:
    asked = templates.questions("{{?a}}{{?b|x}}{{?a}}{{c}}")

    assert [(question.name, question.default) for question in asked] == [("a", None), ("b", "x")]


@given(st.text(alphabet="{}?| a.\n亲", max_size=60))
def test_any_text_renders_whole_once_every_variable_has_a_value(text: str) -> None:
    names = {variable.name: "v" for variable in templates.variables(text)}

    out = templates.render(text, names, names)

    expected = text
    for variable in reversed(templates.variables(text)):
        expected = expected[: variable.start] + "v" + expected[variable.end :]
    assert out == expected


@pytest.mark.parametrize(
    ("hour", "words"), [(0, "晚上好"), (5, "早上好"), (11, "中午好"), (13, "下午好"), (18, "晚上好")]
)
def test_the_greeting_follows_the_hour(hour: int, words: str) -> None:
    assert templates.hello(hour) == words


@pytest.mark.parametrize(
    ("hour", "words"),
    [(0, "Good evening"), (5, "Good morning"), (11, "Good morning"), (12, "Good afternoon"), (18, "Good evening")],
)
def test_the_english_morning_lasts_until_noon(hour: int, words: str) -> None:
    assert templates.hello(hour, is_chinese=False) == words


def test_a_question_keeps_its_own_words_also_where_a_fact_is_called_the_same() -> None:
    [asked] = templates.variables("{{?搭配理由}}")

    assert (asked.name, asked.is_question) == ("搭配理由", True)
