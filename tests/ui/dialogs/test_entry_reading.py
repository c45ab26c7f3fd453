from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.sheet_dialogs.entry_reading import Unread, count, moment, moment_text, money, money_text, rate, rate_text
from tests.sheets import SALE_DAY, SHANGHAI


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("128", "128"),
        ("0.5", "0.5"),
        ("¥1,280.00", "1280"),
        ("128元", "128"),
        ("１２８", "128"),
        (" 9.90 ", "9.9"),
        ("-3", "-3"),
    ],
)
def test_an_amount_is_read_as_shops_write_it(typed, amount):
    assert money(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["abc", "1.2.3", "12 8", "128*2", "1e5", "∞", "NaN", "1,2,3x"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(Unread, match="not_money"):
        money(typed)


@given(st.decimals(min_value=0, max_value=9_999_999, places=2))
def test_an_amount_that_is_written_is_read_back(amount):
    assert money(money_text(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "shown"), [("128", "128"), ("128.00", "128"), ("9.9", "9.90"), ("1E+2", "100"), ("0", "0")]
)
def test_an_amount_is_written_without_needless_noughts(amount, shown):
    assert money_text(Decimal(amount)) == shown


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("5折", "0.5"),
        ("7.5折", "0.75"),
        ("75折", "0.75"),
        ("50%", "0.5"),
        ("0.5", "0.5"),
        ("半价", "0.5"),
        ("８折", "0.8"),
        (".95", "0.95"),
    ],
)
def test_a_share_of_the_price_is_read_in_every_way_it_is_said(typed, share):
    assert rate(typed) == Decimal(share)


@pytest.mark.parametrize("typed", ["5", "halb", "5折8", "50 percent"])
def test_what_is_no_share_is_refused(typed):
    with pytest.raises(Unread, match="not_a_rate"):
        rate(typed)


@pytest.mark.parametrize("is_chinese", [True, False])
@given(st.decimals(min_value="0.001", max_value="0.999", places=3))
def test_a_share_that_is_written_is_read_back(is_chinese, share):
    assert rate(rate_text(share, is_chinese=is_chinese)) == share


@pytest.mark.parametrize("read", [money, rate, count, lambda text: moment(text, SALE_DAY, SHANGHAI)])
def test_an_empty_field_is_nothing(read):
    assert read("  ") is None


@pytest.mark.parametrize("typed", ["1.5", "two", "3 5"])
def test_what_is_no_whole_number_is_refused(typed):
    with pytest.raises(Unread, match="not_a_count"):
        count(typed)


def test_a_moment_is_read_in_the_shops_zone_and_written_in_full():
    at = moment("20:00", SALE_DAY, SHANGHAI)

    assert at == datetime(2026, 11, 11, 12, 0, tzinfo=UTC)
    assert moment_text(lambda: SHANGHAI)(at) == "2026-11-11 20:00"


def test_a_day_that_does_not_exist_is_refused():
    with pytest.raises(Unread, match="moment_no_such_day"):
        moment("2026-02-30 20:00", SALE_DAY, SHANGHAI)
