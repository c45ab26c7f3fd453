"""A phrase that exists is a valid one."""

from dataclasses import replace

import pytest

from app.core.phrases import phrase as phrases
from app.core.phrases.phrase import BadPhrase, Output, Phrase

PHRASE = Phrase("1", "标题", "正文")


def test_edges_are_tidied_and_the_text_itself_is_left_alone() -> None:
    phrase = replace(PHRASE, title="  ", body="  亲 /:^_^ \r\n第二行 ", codes=(" cf ", "cf", ""), group=("付款", " "))

    tidy = phrases.check(phrase)

    assert tidy.title == "亲 /:^_^"
    assert tidy.body == "  亲 /:^_^ \n第二行 "
    assert tidy.codes == ("cf",)
    assert tidy.group == ("付款",)


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"body": " \n"}, "body", "empty"),
        ({"body": "长" * 20_001}, "body", "too_long"),
        ({"title": "长" * 201}, "title", "too_long"),
        ({"group": tuple("123456789")}, "group", "too_deep"),
        ({"codes": ("a b",)}, "codes", "has_space"),
        ({"codes": ("a" * 41,)}, "codes", "too_long"),
        ({"body": "a\x00b"}, "body", "has_nul"),
        ({"keywords": ("\ud800",)}, "keywords", "has_surrogate"),
    ],
)
def test_a_broken_rule_is_named_with_its_field(changes: dict, field: str, rule: str) -> None:
    with pytest.raises(BadPhrase) as bad:
        phrases.check(replace(PHRASE, **changes))

    assert (bad.value.field, bad.value.rule) == (field, rule)


def test_only_a_phrase_in_parts_is_cut() -> None:
    body = "一\n\n---\n\n二\n --- \n---\n三"

    assert replace(PHRASE, body=body).parts == (body,)
    assert replace(PHRASE, body=body, output=Output.PARTS).parts == ("一", "二", "三")
