"""The memo of an order: what the client takes, and what it would refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.orders.memo import Memo, measured, without_refused

TEXTS = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from("亲买家不要了😀€é\u0301\u200d🏽"), max_size=600
)


@pytest.mark.parametrize(
    ("text", "memo"),
    [
        ("", Memo(0)),
        ("买家不要了", Memo(10)),
        ("要 2 个，红色\r\n周末送", Memo(21)),
        ("到付￥5", Memo(7)),
        ("到付¥5😀😀", Memo(11, ("¥", "😀"))),
        ("a\x00b", Memo(4, ("\x00",))),
    ],
)
def test_bytes_are_those_of_gbk_and_what_it_does_not_have_is_named_once(text: str, memo: Memo) -> None:
    assert measured(text) == memo


def test_a_thousand_bytes_fit_and_one_more_does_not() -> None:
    assert measured("亲" * 500).fits
    assert measured("亲" * 500).left == 0
    assert not measured("亲" * 500 + "a").fits
    assert not measured("😀").fits


@given(TEXTS)
def test_what_is_left_without_the_refused_is_what_gbk_holds(text: str) -> None:
    plain = without_refused(text)

    assert measured(plain).refused == ()
    assert measured(plain).bytes == len(plain.encode("gbk"))
    assert without_refused(plain) == plain
