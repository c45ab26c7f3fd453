"""Ad hoc timers as they are typed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.core.clockwork.moments import BadMoment
from app.core.clockwork.timer_text import LONGEST, BadTimer, read_timer

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 11, 6, 30, tzinfo=UTC)  # 14:30 in Shanghai


@pytest.mark.parametrize(
    ("typed", "seconds", "label"),
    [
        ("15m 回电", 900, "回电"),
        ("回电 15m", 900, "回电"),
        ("１５ｍ　回电", 900, "回电"),
        ("1h30m", 5_400, ""),
        ("1h 30m", 5_400, ""),
        ("1.5h 盘点", 5_400, "盘点"),
        ("90s", 90, ""),
        ("2d 发货", 172_800, "发货"),
        ("15分钟 回电", 900, "回电"),
        ("15分", 900, ""),
        ("十五分钟", 900, ""),
        ("1小时30分", 5_400, ""),
        ("一个半小时 换班", 5_400, "换班"),
        ("1小时半", 5_400, ""),
        ("两分半", 150, ""),
        ("半小时", 1_800, ""),
        ("半个小时后 回访", 1_800, "回访"),
        ("一刻钟", 900, ""),
        ("给王女士15分钟后回电", 900, "给王女士回电"),
        ("20m满300减50", 1_200, "满300减50"),
        ("5m 尺寸40:90", 300, "尺寸40:90"),
        ("in 20 min call back", 1_200, "call back"),
        ("call Bob in 20 min", 1_200, "call Bob"),
    ],
)
def test_a_length_is_read_with_its_label(typed: str, seconds: int, label: str) -> None:
    timer = read_timer(typed, NOW, SHANGHAI)

    assert timer.due_at - timer.set_at == timedelta(seconds=seconds)
    assert timer.set_at == NOW
    assert timer.label == label
    assert timer.is_length


@pytest.mark.parametrize(
    ("typed", "due", "label"),
    [
        ("21:30 开抢", "2026-11-11 21:30", "开抢"),
        ("开抢 21:30", "2026-11-11 21:30", "开抢"),
        ("21：30 开抢", "2026-11-11 21:30", "开抢"),
        ("9:00 发货", "2026-11-12 09:00", "发货"),
        ("24:00 结束", "2026-11-12 00:00", "结束"),
        ("明天 9:00 发货", "2026-11-12 09:00", "发货"),
        ("11-12 0:00 付尾款", "2026-11-12 00:00", "付尾款"),
        ("今晚8点半，加场", "2026-11-11 20:30", "加场"),
        ("20点15分 开抢", "2026-11-11 20:15", "开抢"),
        ("开抢 20点15分", "2026-11-11 20:15", "开抢"),
        ("1-5 9:00 年货节", "2027-01-05 09:00", "年货节"),
    ],
)
def test_a_moment_is_read_with_its_label(typed: str, due: str, label: str) -> None:
    timer = read_timer(typed, NOW, SHANGHAI)

    assert f"{timer.due_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" == due
    assert timer.label == label
    assert not timer.is_length


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", "empty"),
        ("回电", "not_understood"),
        ("15", "not_understood"),
        ("满300减50", "not_understood"),
        ("5stars", "not_understood"),
        ("八八分钟", "not_understood"),
        ("今天 9:00", "past"),
        ("11-10 9:00", "past"),
        ("0m 回电", "too_short"),
        ("367天", "too_long"),
        ("9" * 400 + "d", "too_long"),
        ("2028-01-01 0:00", "too_long"),
        ("2月30日 8:00", "no_such_day"),
        ("25:00 开抢", "no_such_time"),
    ],
)
def test_what_cannot_be_counted_down_to_is_told_by_its_rule(typed: str, rule: str) -> None:
    with pytest.raises(BadTimer) as bad:
        read_timer(typed, NOW, SHANGHAI)

    assert bad.value.rule == rule


def test_a_time_of_day_that_clocks_skip_tomorrow_is_refused() -> None:
    evening = datetime(2026, 3, 7, 20, 0, tzinfo=UTC)  # 15:00 in New York, the day before clocks are put forward

    with pytest.raises(BadTimer) as bad:
        read_timer("2:30", evening, ZoneInfo("America/New_York"))

    assert bad.value.rule == "skipped_time"


def test_a_length_over_a_change_of_clocks_is_as_long_as_it_says() -> None:
    evening = datetime(2026, 3, 8, 6, 0, tzinfo=UTC)  # 1:00 in New York, an hour before clocks are put forward

    assert read_timer("2h", evening, ZoneInfo("America/New_York")).due_at == evening + timedelta(hours=2)


@given(some.text(max_size=30) | some.text("0123456789零一二十半个今明晚小时分钟秒天月日点后:-. hms回电", max_size=14))
def test_any_text_gives_a_timer_ahead_or_is_refused(text: str) -> None:
    try:
        timer = read_timer(text, NOW, SHANGHAI)
    except BadMoment:
        return

    assert timedelta() < timer.due_at - NOW <= LONGEST
    assert all(letter in text for letter in timer.label.replace(" ", ""))
