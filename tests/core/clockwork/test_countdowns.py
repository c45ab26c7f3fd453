"""What counts down, and what is told of it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from app.core.clockwork.countdowns import Awaited, Countdown, Heartbeat, Timer, boundaries, changes_at, countdowns
from app.core.clockwork.deadlines import JUMP, beaten, steady
from app.core.clockwork.notices import STALE, Agenda, due, of_phases, together, told_with
from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.sheet import EMPTY, Sheet

NOON = datetime(2026, 11, 11, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
STEPS = (HOUR, 10 * MINUTE, MINUTE)


def phase(name: str, starts: float, ends: float, kind: PhaseKind = PhaseKind.SALE) -> Phase:
    """A phase between two numbers of hours from noon."""
    return Phase(name, name, kind, NOON + starts * HOUR, NOON + ends * HOUR)


def sheet_of(*phases: Phase) -> Sheet:
    return Sheet.of([Activity("a", "双11", phases=phases)])


def timer(minutes: float = 15, **changes: object) -> Timer:
    return replace(Timer("t", "回电", NOON + minutes * MINUTE, NOON, is_length=True), **changes)  # type: ignore[arg-type]


def lines(shown: list[Countdown]) -> list[tuple[str, str, float]]:
    return [(one.label, one.awaited.value, (one.due_at - NOON) / HOUR) for one in shown]


def agenda(
    sheet: Sheet, timers: Sequence[Timer], steps: Collection[timedelta], shift: timedelta = timedelta()
) -> Agenda:
    return together(of_phases(boundaries(sheet), steps), timers, steps, shift)


def told_at(notices: Agenda, label: str) -> list[float]:
    """Minutes from noon."""
    return [(notice.at - NOON) / MINUTE for notice in notices.notices if notice.countdown.label == label]


def test_what_is_coming_counts_to_its_start_and_what_runs_to_its_end() -> None:
    sheet = sheet_of(phase("预热", -5, -1), phase("开售", -1, 3), phase("加场", 5, 6, PhaseKind.EXTRA))

    shown = countdowns(sheet, [], NOON)

    assert lines(shown) == [("开售", "phase_end", 3), ("加场", "phase_start", 5)]


def test_where_two_phases_meet_the_start_of_the_next_is_counted_to() -> None:
    sheet = sheet_of(phase("预热", -1, 2, PhaseKind.WARM_UP), phase("开售", 2, 4))

    assert lines(countdowns(sheet, [], NOON)) == [("开售", "phase_start", 2)]
    assert told_at(agenda(sheet, [], ()), "预热") == [-60]


def test_where_the_time_after_the_sale_begins_the_end_of_the_sale_is_counted_to() -> None:
    sheet = sheet_of(phase("开售", -1, 2), phase("售后", 2, 4, PhaseKind.END))

    assert lines(countdowns(sheet, [], NOON)) == [("开售", "phase_end", 2)]


def test_what_is_over_or_in_the_bin_is_not_counted_down() -> None:
    over = Activity("o", "旧", phases=(phase("开售", -3, 0),))
    binned = Activity("b", "删", phases=(phase("开售", 1, 2),), deleted_at=NOON)

    assert countdowns(Sheet.of([over, binned]), [], NOON) == []


def test_own_timers_stay_when_they_are_over_until_they_are_done() -> None:
    timers = [timer(-5, id="over"), timer(-5, id="done", is_done=True), timer(5, id="on")]

    shown = countdowns(EMPTY, timers, NOON)

    assert [(one.id, one.awaited) for one in shown] == [("over", Awaited.OWN), ("on", Awaited.OWN)]
    assert shown[0].left(NOON) == -5 * MINUTE


def test_a_length_moves_with_the_shift_of_the_clock_and_a_moment_does_not() -> None:
    timers = [timer(15, id="length"), timer(15, id="moment", is_length=False)]

    shown = {one.id: one.due_at - NOON for one in countdowns(EMPTY, timers, NOON, shift=2 * HOUR)}

    assert shown == {"length": 15 * MINUTE + 2 * HOUR, "moment": 15 * MINUTE}


def test_each_boundary_is_told_with_its_steps() -> None:
    notices = agenda(sheet_of(phase("开售", 2, 5)), [], STEPS)

    assert told_at(notices, "开售") == [60, 110, 119, 120, 240, 290, 299, 300]


def test_before_a_phase_has_begun_nothing_is_told_of_its_end() -> None:
    notices = agenda(sheet_of(phase("秒杀", 1, 1.5), phase("整点", 10, 11)), [], STEPS)

    assert told_at(notices, "秒杀") == [0, 50, 59, 60, 80, 89, 90]
    assert 600 in told_at(notices, "整点")
    assert told_at(notices, "整点").count(600) == 1  # its start, not also "one hour to its end"


def test_steps_that_were_over_when_a_timer_was_set_are_none_of_it() -> None:
    assert told_at(agenda(EMPTY, [timer(15)], STEPS), "回电") == [5, 14, 15]
    assert told_at(agenda(EMPTY, [timer(10)], STEPS), "回电") == [9, 10]
    assert told_at(agenda(EMPTY, [timer(0.5)], STEPS), "回电") == [0.5]


def test_a_step_twice_in_the_settings_is_told_once_and_one_of_no_length_is_the_end() -> None:
    steps = (MINUTE, MINUTE, timedelta(), -MINUTE)

    assert told_at(agenda(EMPTY, [timer(15)], steps), "回电") == [14, 15]


def test_of_steps_that_were_slept_through_only_the_latest_is_told_and_the_others_count_with_it() -> None:
    come = agenda(EMPTY, [timer(90)], STEPS).come(NOON + 85 * MINUTE)

    now = due(come, told=set())

    assert [notice.before for notice in now] == [10 * MINUTE]
    assert told_with(now, come) == {notice.id for notice in come}
    assert due(come, told_with(now, come)) == []


def test_an_end_that_was_slept_through_takes_its_steps_with_it() -> None:
    come = agenda(EMPTY, [timer(90)], STEPS).come(NOON + 3 * HOUR)

    now = due(come, told=set())

    assert [notice.before for notice in now] == [timedelta()]
    assert len(told_with(now, come)) == 4


def test_changes_of_phase_that_were_slept_through_are_each_told() -> None:
    come = agenda(sheet_of(phase("预热", 1, 2), phase("开售", 2, 5)), [], STEPS).come(NOON + 6 * HOUR)

    told = [(notice.countdown.label, notice.countdown.awaited.value) for notice in due(come, told=set())]

    assert told == [("预热", "phase_start"), ("开售", "phase_start"), ("开售", "phase_end")]


def test_what_came_long_ago_is_not_told() -> None:
    assert agenda(sheet_of(phase("开售", 0, 5)), [], STEPS).come(NOON + 5 * HOUR + STALE) == ()


def test_a_phase_that_is_moved_tells_again_and_a_renamed_one_does_not() -> None:
    ids = {
        name: {notice.id for notice in agenda(sheet_of(replace(phase("x", 2, 5), **changes)), [], STEPS).notices}
        for name, changes in {
            "as it was": {},
            "renamed": {"name": "返场"},
            "moved": {"starts_at": NOON + 3 * HOUR},
        }.items()
    }

    assert ids["as it was"] == ids["renamed"]
    assert len(ids["as it was"] & ids["moved"]) == 4  # its end stays where it was


def test_the_id_of_a_length_does_not_change_when_the_clock_is_set() -> None:
    before, after = (agenda(EMPTY, [timer()], STEPS, shift).notices for shift in (timedelta(), 2 * HOUR))

    assert [notice.id for notice in before] == [notice.id for notice in after]
    assert [notice.at + 2 * HOUR for notice in before] == [notice.at for notice in after]


def test_the_next_moment_is_the_nearest_one_ahead() -> None:
    notices = agenda(EMPTY, [timer(15)], STEPS)

    assert notices.next_at(NOON) == NOON + 5 * MINUTE
    assert notices.next_at(NOON + 5 * MINUTE) == NOON + 14 * MINUTE
    assert notices.next_at(NOON + 15 * MINUTE) is None


def test_what_holds_changes_with_phases_and_with_lifetimes() -> None:
    lived = Fact("f", "?", "!", lifetime=Lifetime(NOON, NOON + HOUR))
    activity = Activity("a", "双11", phases=(phase("开售", 2, 5),), facts=(replace(lived, id="g", lifetime=None),))
    binned = replace(lived, id="h", lifetime=Lifetime(until_at=NOON + 9 * HOUR), deleted_at=NOON)

    moments = changes_at(Sheet.of([lived, binned, activity]), [Lifetime(until_at=NOON + 7 * HOUR), None])

    assert [(at - NOON) / HOUR for at in moments] == [0, 1, 2, 5, 7]


@given(some.lists(some.integers(0, 200), unique=True, max_size=30), some.lists(some.integers(1, 90), max_size=4))
def test_however_time_passes_everything_is_told_once_or_overtaken(looks: list[int], steps: list[int]) -> None:
    notices = agenda(sheet_of(phase("秒杀", 1, 2)), [timer(70)], [step * MINUTE for step in steps])
    told: set[str] = set()
    shown: list[str] = []

    for look in [*sorted(looks), 200]:
        come = notices.come(NOON + look * MINUTE)
        now = due(come, told)
        shown += [notice.id for notice in now]
        told |= told_with(now, come)

    ends = {notice.id for notice in notices.notices if not notice.before}
    assert len(shown) == len(set(shown))
    assert ends <= set(shown)
    assert told == {notice.id for notice in notices.notices}


def beat(wall: float, ticks: float, boot: str = "boot") -> Heartbeat:
    """A look at the clocks, in seconds from noon."""
    return Heartbeat(NOON + timedelta(seconds=wall), ticks, boot)


def test_clocks_that_agree_leave_the_heartbeat_as_it_was() -> None:
    assert beaten(beat(0, 100), beat(500.4, 600)) == beat(0, 100)


def test_a_clock_that_is_set_shifts_what_lengths_run_by() -> None:
    forward = beaten(beat(0, 100), beat(7_210, 110))
    back = beaten(forward, beat(20, 120))

    assert forward.shift == timedelta(hours=2)
    assert steady(forward.wall_at, forward.shift) == NOON + timedelta(seconds=10)
    assert back.shift == timedelta()


def test_drift_that_adds_up_is_a_shift_too() -> None:
    first = beat(0, 0)

    last = first
    for minute in range(1, 61):
        last = beaten(last, beat(minute * 60.05, minute * 60))

    assert abs(last.shift - timedelta(seconds=3)) <= JUMP


def test_over_a_reboot_the_wall_clock_counts_and_the_known_shift_stays() -> None:
    shifted = beaten(beat(0, 100), beat(7_210, 110))

    assert beaten(shifted, beat(9_000, 5, "another")).shift == timedelta(hours=2)


def test_ticks_that_went_back_are_those_of_another_boot_whatever_its_name() -> None:
    assert beaten(beat(0, 100), beat(9_000, 5)) == beat(9_000, 5)


def test_a_boot_without_a_name_is_never_the_same() -> None:
    assert beaten(beat(0, 100, ""), beat(9_000, 110, "")).shift == timedelta()


def test_the_first_heartbeat_shifts_nothing() -> None:
    assert beaten(None, replace(beat(0, 100), shift=HOUR)) == beat(0, 100)
