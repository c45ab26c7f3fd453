"""Everything that happens to a program on the worst of days: killed, asleep, rebooted, its clock set.

Two things nobody can know, so they are left out: a clock that is set between a reboot and the first beat that is kept
after it, and a reboot before a clock that was set could be noted down.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeCountdowns

TOLERANCE = timedelta(seconds=2)
MINUTE = timedelta(minutes=1)
LENGTHS = some.integers(1, 90).map(lambda minutes: minutes * MINUTE)
JUMPS = some.integers(-180, 180).filter(lambda minutes: abs(minutes) > 2).map(lambda minutes: minutes * MINUTE)


class Program(Protocol):
    """What is started and killed again on the same store."""

    clock: FakeClock
    heart: FakeCountdowns
    time: ShopTime

    def start(self) -> None: ...


class WorstDay(RuleBasedStateMachine):
    """The day. A subclass tells what is due, and keeps the truth of it in `truths`."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.is_running = True
        self.passed = timedelta()
        self.is_jump_unseen = False
        self.truths = {}

    # What the program tells.

    def look(self) -> None:
        """Tell what is due, and mark it."""
        raise NotImplementedError

    def show(self) -> Sequence[object]:
        """What is due is shown, and not marked."""
        raise NotImplementedError

    def next_at(self) -> datetime | None:
        """When the program wants to wake."""
        raise NotImplementedError

    def was_killed(self) -> None:
        """What was not marked is shown again after the start."""
        raise NotImplementedError

    def picked(self, pick: int) -> str:
        return sorted(self.truths)[pick % len(self.truths)]

    # The program.

    @precondition(lambda self: not self.is_running)
    @rule()
    def start(self) -> None:
        self.program.start()
        self.is_running = True
        self.look()

    @precondition(lambda self: self.is_running)
    @rule()
    def kill(self) -> None:
        self.is_running = False
        self.was_killed()

    @precondition(lambda self: self.is_running)
    @rule()
    def kill_between_showing_and_marking(self) -> None:
        self.show()
        self.kill()

    @precondition(lambda self: not self.is_jump_unseen)
    @rule(after=LENGTHS)
    def reboot(self, after: timedelta) -> None:
        if self.is_running:
            self.kill()
        self.program.clock.reboot(after)
        self.passed += after

    # Time.

    @precondition(lambda self: self.is_running)
    @rule(length=LENGTHS)
    def run(self, length: timedelta) -> None:
        """Awake: it wakes whenever it asked for it."""
        until = self.passed + length
        while self.passed < until:
            wake_at, left = self.next_at(), until - self.passed
            away = left if wake_at is None else wake_at - self.program.time.now()
            self.go(min(left, max(away, timedelta(milliseconds=1))))
            self.has_woken()

    def has_woken(self) -> None:
        """It wakes by itself."""
        self.look()

    @rule(length=LENGTHS | some.integers(2, 30).map(lambda hours: hours * 60 * MINUTE))
    def sleep(self, length: timedelta) -> None:
        """Asleep, or the program is off."""
        self.go(length)
        if self.is_running:
            self.look()

    @precondition(
        lambda self: self.program.heart.last is None or self.program.heart.last.boot == self.program.clock.boot()
    )
    @rule(by=JUMPS)
    def set_clock(self, by: timedelta) -> None:
        self.program.clock.jump(by)
        self.is_jump_unseen = True
        if self.is_running:
            self.look()

    def go(self, length: timedelta) -> None:
        self.program.clock.go(length)
        self.passed += length
