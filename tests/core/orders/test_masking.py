import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.orders.masking import masked, masked_number


@pytest.mark.parametrize(
    ("name", "said"),
    [("小熊猫", "小*猫"), ("小猫", "小*"), ("猫", "*"), ("", ""), (" 小熊猫 ", "小*猫"), ("tb12345_2026", "t*6")],
)
def test_of_a_name_the_ends_are_left(name: str, said: str) -> None:
    assert masked(name) == said


@given(st.text(min_size=3))
def test_at_most_two_letters_are_left_of_any_name(name: str) -> None:
    assert len(masked(name)) <= 3


@pytest.mark.parametrize(("number", "said"), [("1234567890123456789", "*6789"), ("12345678", "*"), ("", "")])
def test_of_a_number_the_last_four_digits_are_left(number: str, said: str) -> None:
    assert masked_number(number) == said
