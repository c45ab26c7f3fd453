"""The names of the facts: none twice, aliases that mean one thing, and typing errors that are told."""

import pytest

from app.core.facts import names as fact_names
from app.core.facts import templates
from app.core.facts.names import nearest, needs, unknown
from app.core.facts.table import ALIASES, FACTS, Subject


def test_every_name_and_every_alias_means_one_fact() -> None:
    names = [name for own in FACTS.values() for name in own]
    aliases = [alias for own in FACTS.values() for of_name in own.values() for alias in of_name]

    assert len(set(names)) == len(names) == len(fact_names.NAMES)
    assert len(set(aliases)) == len(aliases)
    assert not set(aliases) & set(names)


def test_every_name_and_alias_can_stand_in_a_text() -> None:
    for word in (*fact_names.NAMES, *ALIASES):
        assert [variable.name for variable in templates.variables(f"亲{{{{{word}}}}}")] == [ALIASES.get(word, word)]


def test_every_fact_has_a_chinese_name_that_means_it() -> None:
    assert all(ALIASES[chinese] == name for names in FACTS.values() for name, (chinese, *_) in names.items())


def test_a_name_that_no_fact_has_is_told_once_and_questions_are_not() -> None:
    text = "{{shp}} {{agent}} {{剩余时间}} {{?颜色}} {{activity.lft|马上}} {{shp}} {{尺码}}"

    assert unknown(text) == ("shp", "activity.lft", "尺码")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("shp", "shop"),
        ("activity.lft", "activity.left"),
        ("Activity.Left", "activity.left"),
        ("剩于时间", "剩余时间"),
        ("qqq", ""),
    ],
)
def test_what_was_probably_meant_is_offered(written: str, meant: str) -> None:
    assert nearest(written) == meant


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("亲，我是{{agent}}", set()),
        ("{{activity.left}}", {Subject.ACTIVITY}),
        ("{{发货}}", {Subject.ACTIVITY}),
        ("{{尺寸}}", {Subject.PRODUCT}),
        ("{{price}} {{?activity.left}}", set()),
        ("{{product.price}} {{courier.default|圆通}}", {Subject.ACTIVITY, Subject.PRODUCT}),
    ],
)
def test_a_text_says_what_must_be_known_to_be_meant(text: str, subjects: set[Subject]) -> None:
    assert needs(text) == subjects


def test_the_names_of_a_subject_come_in_the_order_of_the_editor() -> None:
    assert fact_names.of(Subject.GENERAL) == ("agent", "shop", "hello", "date", "time", "clipboard")
    assert fact_names.NAMES[: len(fact_names.of(Subject.GENERAL))] == fact_names.of(Subject.GENERAL)
