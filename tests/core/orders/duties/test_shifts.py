"""Which shift runs, and when it hands over; in the shop's zone, also on days that clocks change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.orders.duties.shifts import HAND_OVER_BEFORE, SHIFTS, Shift, handing_over, next_hand_over, running

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


def names(now: datetime, *shifts: Shift) -> list[str]:
    return [turn.shift.name for turn in handing_over(shifts or SHIFTS, now, SHANGHAI)]


def test_a_shift_is_handed_over_from_a_quarter_before_its_end_until_half_an_hour_after_it() -> None:
    told = [names(now) for now in (at(16, 44), at(16, 45), at(17), at(17, 29), at(17, 30), at(0, 29, 12))]

    assert told == [[], ["白班"], ["白班"], ["白班"], [], ["晚班"]]


def test_shifts_that_end_together_are_handed_over_together_and_others_in_their_order() -> None:
    day, late, short = SHIFTS[0], Shift("迟", time(13, 0), time(17, 10)), Shift("半天", time(13, 0), time(17, 0))

    turns = handing_over([late, day, short], at(16, 56), SHANGHAI)

    assert [turn.ends_at for turn in turns] == [at(17), at(17, 10)]


def test_without_shifts_nobody_hands_over() -> None:
    assert (running((), at(9), SHANGHAI), next_hand_over((), at(9), SHANGHAI)) == (None, None)
    assert handing_over((), at(9), SHANGHAI) == []


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
