"""Which shift runs, and when it hands over; in the shop's zone, also on days that clocks change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.shifts import HAND_OVER_BEFORE, SHIFTS, Shift, handing_over, next_hand_over, running

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
NIGHT = Shift("夜班", time(22, 0), time(6, 0))
TIMES = st.times(timezones=st.none()).map(lambda at: at.replace(second=0, microsecond=0))
LISTS = st.lists(st.builds(Shift, st.just("班"), TIMES, TIMES), max_size=3)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def at(hour: int, minute: int = 0, day: int = 11, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (at(8, 59), None),
        (at(9), "白班"),
        (at(16, 59), "白班"),
        (at(17), "晚班"),
        (at(23, 59), "晚班"),
        (at(0, 0, 12), None),
    ],
)
def test_a_shift_runs_from_its_beginning_to_before_its_end(now: datetime, name: str | None) -> None:
    turn = running(SHIFTS, now, SHANGHAI)

    assert (turn.shift.name if turn else None) == name


def test_a_shift_over_midnight_runs_on_both_days() -> None:
    for now in (at(22), at(5, 59, 12)):
        turn = running([NIGHT], now, SHANGHAI)
        assert turn is not None
        assert (turn.starts_at, turn.ends_at) == (at(22), at(6, 0, 12))
    assert running([NIGHT], at(6, 0, 12), SHANGHAI) is None


@pytest.mark.parametrize(
    ("now", "due"),
    [(at(9), at(16, 45)), (at(16, 45), at(23, 45)), (at(23, 45), at(16, 45, 12)), (at(3), at(16, 45))],
)
def test_a_shift_hands_over_a_quarter_of_an_hour_before_its_end(now: datetime, due: datetime) -> None:
    turn = next_hand_over(SHIFTS, now, SHANGHAI)

    assert turn is not None
    assert turn.hand_over_at == due


def test_the_last_quarter_of_an_hour_is_the_time_to_hand_over() -> None:
    assert handing_over(SHIFTS, at(16, 44), SHANGHAI) is None
    assert handing_over(SHIFTS, at(16, 45), SHANGHAI) == running(SHIFTS, at(16, 45), SHANGHAI)
    assert handing_over(SHIFTS, at(0, 0, 12), SHANGHAI) is None


def test_without_shifts_nobody_hands_over() -> None:
    assert (running((), at(9), SHANGHAI), next_hand_over((), at(9), SHANGHAI)) == (None, None)


def test_a_shift_shorter_than_a_quarter_of_an_hour_hands_over_at_its_beginning() -> None:
    turn = next_hand_over([Shift("短", time(9, 0), time(9, 10))], at(8), SHANGHAI)

    assert turn is not None
    assert turn.hand_over_at == at(9)


def test_it_ends_by_the_clock_on_the_wall_on_the_night_that_clocks_are_put_back() -> None:
    now = datetime(2026, 10, 24, 23, 0, tzinfo=BERLIN).astimezone(UTC)

    turn = running([NIGHT], now, BERLIN)

    assert turn is not None
    assert turn.ends_at.astimezone(BERLIN).time() == time(6, 0)
    assert turn.ends_at - turn.starts_at == timedelta(hours=9)


@given(LISTS, MOMENTS, st.sampled_from([SHANGHAI, BERLIN]))
def test_what_comes_next_is_never_past_and_nothing_comes_before_it(
    shifts: list[Shift], now: datetime, zone: ZoneInfo
) -> None:
    turn = next_hand_over(shifts, now, zone)

    assert (turn is None) is (not shifts)
    if turn:
        assert turn.hand_over_at > now
        just_before = turn.hand_over_at - timedelta(microseconds=1)
        assert just_before < now or next_hand_over(shifts, just_before, zone) == turn
        assert turn.ends_at - turn.hand_over_at <= HAND_OVER_BEFORE
