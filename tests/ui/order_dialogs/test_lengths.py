from datetime import timedelta

import pytest

from app.ui.order_dialogs.lengths import BadLength, read_length, written_length


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30分", 30),
        ("72小时", 4320),
        ("1小时30分", 90),
        ("１．５ 小时", 90),
        ("1天", 1440),
        ("90m", 90),
        ("2h 5min", 125),
    ],
)
def test_a_length_is_read_as_it_is_written_in_the_trade(text, minutes):
    assert read_length(text) == timedelta(minutes=minutes)


def test_nothing_is_no_length():
    assert read_length("  ") is None


@pytest.mark.parametrize(("text", "rule"), [("30", "no_unit"), ("一会儿", "not_a_length"), ("90天", "length_too_long")])
def test_what_is_no_length_is_refused(text, rule):
    with pytest.raises(BadLength) as bad:
        read_length(text)

    assert bad.value.rule == rule


@pytest.mark.parametrize("is_chinese", [True, False])
@pytest.mark.parametrize("minutes", [1, 30, 90, 1440, 2880, 4320, 5760, 10080, 10081])
def test_what_is_written_is_read_back(minutes, is_chinese):
    length = timedelta(minutes=minutes)

    assert read_length(written_length(length, is_chinese=is_chinese)) == length


def test_three_days_are_said_in_hours_as_the_trade_does():
    assert written_length(timedelta(hours=72), is_chinese=True) == "72小时"
    assert written_length(timedelta(days=7), is_chinese=True) == "7天"
