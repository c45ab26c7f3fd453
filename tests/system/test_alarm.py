"""The one timer: it wakes at its moment, looks at the clock every minute, and does not tick for nothing."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.system.alarm import Alarm
from app.system.clock import SystemClock
from tests.fakes import FakeClock

MINUTE = timedelta(minutes=1)


class Bell:
    """An alarm by a clock that stands still, and how often it fired."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.alarm = Alarm(self.clock)
        self.count = 0
        self.alarm.fired.connect(self.ring)

    def ring(self) -> None:
        self.count += 1

    @property
    def timer(self) -> QTimer:
        return self.alarm.findChildren(QTimer)[0]


@pytest.fixture
def bell(qapp: object) -> Bell:
    return Bell()


def test_nothing_ticks_until_it_is_set(bell: Bell) -> None:
    assert not bell.timer.isActive()
    assert bell.alarm.at is None


def test_it_fires_once_at_its_moment_and_is_not_set_then(qtbot: QtBot) -> None:
    clock = SystemClock()
    alarm = Alarm(clock)
    at = clock.now() + timedelta(milliseconds=40)

    with qtbot.waitSignal(alarm.fired, timeout=5_000):
        alarm.set(at)

    assert clock.now() >= at
    assert alarm.at is None
    assert not alarm.findChildren(QTimer)[0].isActive()


def test_a_moment_that_has_passed_fires_from_the_event_loop(bell: Bell, qtbot: QtBot) -> None:
    bell.alarm.set(bell.clock.now() - MINUTE)

    assert bell.count == 0
    qtbot.waitUntil(lambda: bell.count == 1)


@pytest.mark.parametrize(
    ("left", "waits_ms"),
    [(timedelta(hours=5), 60_000), (MINUTE, 60_000), (timedelta(seconds=5), 5_000), (timedelta(microseconds=1), 1)],
)
def test_it_waits_a_minute_at_most_and_never_wakes_too_early(bell: Bell, left: timedelta, waits_ms: int) -> None:
    bell.alarm.set(bell.clock.now() + left)

    assert bell.timer.interval() == waits_ms


def test_a_look_before_the_moment_waits_on(bell: Bell) -> None:
    bell.alarm.set(bell.clock.now() + 3 * MINUTE)
    bell.clock.go(MINUTE * 2.5)

    bell.alarm.look()

    assert bell.count == 0
    assert bell.timer.interval() == 30_000


@pytest.mark.parametrize("happens", ["go", "jump"])
def test_a_look_after_sleep_or_a_clock_that_was_set_fires_at_once(bell: Bell, happens: str) -> None:
    bell.alarm.set(bell.clock.now() + 3 * MINUTE)

    getattr(bell.clock, happens)(timedelta(hours=2))
    bell.alarm.look()
    bell.alarm.look()

    assert bell.count == 1


@pytest.mark.parametrize("by", [timedelta(hours=-2), timedelta(seconds=1), timedelta(seconds=-1)])
def test_a_clock_that_is_set_wakes_whoever_awaits_something(bell: Bell, by: timedelta) -> None:
    bell.alarm.set(bell.clock.now() + timedelta(hours=5))

    bell.clock.jump(by)
    bell.alarm.look()

    assert bell.count == 1
    assert bell.alarm.at is None


def test_a_clock_that_was_set_while_the_moment_was_worked_out_is_noticed_too(bell: Bell, qtbot: QtBot) -> None:
    at = bell.clock.now() + timedelta(seconds=5)
    bell.clock.jump(-timedelta(hours=2))

    bell.alarm.set(at)

    qtbot.waitUntil(lambda: bell.count == 1)
    bell.alarm.set(bell.clock.now() + timedelta(seconds=5))
    assert bell.timer.interval() == 5_000


def test_a_clock_that_only_runs_a_little_slow_does_not_keep_it_longer_than_it_was_away(bell: Bell) -> None:
    bell.alarm.set(bell.clock.now() + timedelta(seconds=5))

    bell.clock.go(timedelta(seconds=5))
    bell.clock.jump(-timedelta(seconds=0.5))
    bell.alarm.look()

    assert bell.count == 1


def test_it_can_be_set_to_nothing(bell: Bell) -> None:
    bell.alarm.set(bell.clock.now() + MINUTE)

    bell.alarm.set(None)
    bell.alarm.look()

    assert not bell.timer.isActive()
    assert bell.count == 0


def test_whoever_hears_it_may_set_it_again(bell: Bell, qtbot: QtBot) -> None:
    bell.alarm.fired.connect(lambda: bell.alarm.set(bell.clock.now() if bell.count < 3 else None))

    bell.alarm.set(bell.clock.now())

    qtbot.waitUntil(lambda: bell.count == 3)
    assert bell.alarm.at is None
