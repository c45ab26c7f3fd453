from decimal import Decimal

import pytest

from app.core.prices import yuan


@pytest.mark.parametrize(
    ("amount", "shown", "chinese", "english", "aligned"),
    [
        ("128", "¥128", "128元", "¥128", "¥128.00"),
        ("128.00", "¥128", "128元", "¥128", "¥128.00"),
        ("28.5", "¥28.50", "28.50元", "¥28.50", "¥28.50"),
        ("12999.50", "¥12,999.50", "12999.50元", "¥12999.50", "¥12,999.50"),
        ("1E+2", "¥100", "100元", "¥100", "¥100.00"),
        ("0", "¥0", "0元", "¥0", "¥0.00"),
        ("0.01", "¥0.01", "0.01元", "¥0.01", "¥0.01"),
    ],
)
def test_cents_have_two_figures_or_are_not_there(
    amount: str, shown: str, chinese: str, english: str, aligned: str
) -> None:
    value = Decimal(amount)

    said = (
        yuan.shown(value),
        yuan.told(value, is_chinese=True),
        yuan.told(value, is_chinese=False),
        yuan.aligned(value),
    )

    assert said == (shown, chinese, english, aligned)


def test_no_amount_is_no_text() -> None:
    assert yuan.shown(None) == ""


def test_what_is_less_than_a_cent_is_not_rounded_away() -> None:
    assert yuan.digits(Decimal("0.005")) == "0.005"
