"""Countdowns against everything that happens to a program: killed, asleep, rebooted, its clock set, its disk full.

Two things nobody can know, so they are left out: a clock that is set between a reboot and the first beat that is kept
after it, and a reboot before a clock that was set could be noted down.

The truth is kept beside it in real seconds: a length is to be told when it has really passed, a phase when the wall
clock says so, each once, and neither later than two seconds after the program could have.
"""

from datetime import datetime, timedelta
from itertools import count

from hypothesis import settings as limits
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.core.clockwork.countdowns import Awaited
from app.core.settings import Settings
from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.core.sheet.sheet import EMPTY
from app.core.storage import NotStored, Trouble
from app.services.countdowns import Countdowns
from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeCountdowns

TOLERANCE = timedelta(seconds=2)
MINUTES = some.integers(1, 90).map(lambda minutes: timedelta(minutes=minutes))
JUMPS = (
    some.integers(-180, 180).filter(lambda minutes: abs(minutes) > 2).map(lambda minutes: timedelta(minutes=minutes))
)


class Day(RuleBasedStateMachine):
    """A day of a shop, worse than any."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock()
        self.store = FakeCountdowns()
        self.sheet = EMPTY
        self.settings = Settings(countdown_steps=(60, 10, 1))
        self.ids = count(1)
        self.passed = timedelta()
        self.countdowns: Countdowns | None = None
        self.is_jump_unseen = False
        self.lengths: dict[str, timedelta] = {}  # timer id: when it is over, in real time
        self.phases: dict[str, datetime] = {}  # countdown id: its moment by the wall clock
        self.skipped: set[str] = set()  # countdowns that were past when they became known, which no disk knows yet
        self.shown: list[str] = []
        self.may_come_again: set[str] = set()  # notices, and countdowns that were skipped

    @initialize()
    def first_start(self) -> None:
        self.start()

    # The program.

    @precondition(lambda self: self.countdowns is None)
    @rule()
    def start(self) -> None:
        is_first = self.store.last is None
        self.countdowns = Countdowns(
            lambda: self.sheet,
            self.store,
            ShopTime(self.clock, lambda: self.settings),
            lambda: self.settings,
            lambda: f"t{next(self.ids)}",
        )
        self.countdowns.load()
        if is_first:  # as far as anyone can know
            past = {key for key, at in self.phases.items() if at <= self.clock.now()}
            self.phases = {key: at for key, at in self.phases.items() if key not in past}
            self.skipped |= past
        self.look()

    @precondition(lambda self: self.countdowns is not None)
    @rule()
    def kill(self) -> None:
        self.may_come_again |= {notice_id for notice_id in self.shown if notice_id not in self.store.shown}
        self.may_come_again |= self.skipped
        self.countdowns = None

    @precondition(lambda self: self.countdowns is not None)
    @rule()
    def kill_between_showing_and_marking(self) -> None:
        assert self.countdowns is not None
        for notice in self.countdowns.due():
            self.show(notice.id)
        self.kill()

    @precondition(lambda self: not self.is_jump_unseen)
    @rule(after=MINUTES)
    def reboot(self, after: timedelta) -> None:
        if self.countdowns:
            self.kill()
        self.clock.reboot(after)
        self.passed += after

    def look(self) -> None:
        assert self.countdowns is not None
        notices = self.countdowns.due()
        for notice in notices:
            is_again = self.show(notice.id) or notice.countdown.id in self.may_come_again
            if notice.before:
                assert notice.countdown.due_at > self.clock.now(), "a step that is no longer true"
            elif notice.countdown.awaited is Awaited.OWN:
                over_at = self.lengths.pop(notice.countdown.id, self.passed if is_again else None)
                assert over_at is not None, "told though it was dismissed"
                assert over_at <= self.passed + TOLERANCE, "told too early"
            else:
                assert self.phases.pop(notice.countdown.id, None) or is_again, "told though it was past from the start"
        self.countdowns.told(notices)
        if self.store.trouble is None:
            self.is_jump_unseen = False
            self.skipped.clear()

    def show(self, notice_id: str) -> bool:
        """Whether it comes again, as it may after a kill before it was marked."""
        is_again = notice_id in self.may_come_again
        assert is_again or notice_id not in self.shown, "told twice"
        self.may_come_again.discard(notice_id)
        self.shown.append(notice_id)
        return is_again

    # Time.

    @precondition(lambda self: self.countdowns is not None)
    @rule(length=MINUTES)
    def run(self, length: timedelta) -> None:
        """Awake: it wakes whenever it asked for it."""
        assert self.countdowns is not None
        until = self.passed + length
        while self.passed < until:
            wake_at = self.countdowns.next_at()
            left = until - self.passed
            step = left if wake_at is None else min(left, max(wake_at - self.clock.now(), timedelta(milliseconds=1)))
            self.go(step)
            self.look()

    @rule(length=MINUTES)
    def sleep(self, length: timedelta) -> None:
        """Asleep, or the program is off."""
        self.go(length)
        if self.countdowns:
            self.look()

    @precondition(lambda self: self.store.last is None or self.store.last.boot == self.clock.boot())
    @rule(by=JUMPS)
    def set_clock(self, by: timedelta) -> None:
        self.clock.jump(by)
        self.is_jump_unseen = True
        if self.countdowns:
            self.look()

    def go(self, length: timedelta) -> None:
        self.clock.go(length)
        self.passed += length

    # The disk.

    @rule(trouble=some.sampled_from([None, Trouble.FULL, Trouble.LOCKED]))
    def disk(self, trouble: Trouble | None) -> None:
        self.store.trouble = trouble

    # The agent.

    @precondition(lambda self: self.countdowns is not None)
    @rule(length=MINUTES)
    def add(self, length: timedelta) -> None:
        assert self.countdowns is not None
        before = set(self.store.rows)
        try:
            self.countdowns.add(f"{length // timedelta(minutes=1)}m 回电")
        except NotStored:
            return
        self.is_jump_unseen = False
        (new,) = set(self.store.rows) - before
        self.lengths[new] = self.passed + length

    @precondition(lambda self: self.countdowns is not None and self.store.rows)
    @rule(length=MINUTES, pick=some.integers(0, 100))
    def snooze(self, length: timedelta, pick: int) -> None:
        assert self.countdowns is not None
        timer_id = sorted(self.store.rows)[pick % len(self.store.rows)]
        try:
            self.countdowns.snooze(timer_id, length // timedelta(minutes=1))
        except NotStored:
            return
        self.lengths[timer_id] = self.passed + length

    @precondition(lambda self: self.countdowns is not None and self.store.rows)
    @rule(pick=some.integers(0, 100), is_for_good=some.booleans())
    def dismiss(self, pick: int, is_for_good: bool) -> None:
        assert self.countdowns is not None
        timer_id = sorted(self.store.rows)[pick % len(self.store.rows)]
        try:
            if is_for_good:
                self.countdowns.remove([timer_id])
            else:
                self.countdowns.finish(timer_id)
        except NotStored:
            return
        self.lengths.pop(timer_id, None)

    @precondition(lambda self: self.countdowns is not None)
    @rule(starts=some.integers(-120, 120), lasts=some.integers(1, 120))
    def plan(self, starts: int, lasts: int) -> None:
        now, minute = self.clock.now(), timedelta(minutes=1)
        activity_id = f"a{next(self.ids)}"
        phase = Phase("p", "开售", PhaseKind.SALE, now + starts * minute, now + (starts + lasts) * minute)
        self.sheet = self.sheet.having([Activity(activity_id, "双11", phases=(phase,))])
        for word, at in (("start", phase.starts_at), ("end", phase.ends_at)):
            if at > now:
                self.phases[f"{activity_id}/p/{word}"] = at
            else:
                self.skipped.add(f"{activity_id}/p/{word}")
        self.look()

    # What has to hold.

    @invariant()
    def nothing_is_lost_or_late(self) -> None:
        if self.countdowns is None:
            return
        late = [key for key, over_at in self.lengths.items() if over_at + TOLERANCE <= self.passed]
        missed = [key for key, at in self.phases.items() if at <= self.clock.now()]
        assert not late, "a length that is over was not told"
        assert not missed, "a change of phase was not told"

    @invariant()
    def what_is_left_is_what_is_really_left(self) -> None:
        if self.countdowns is None:
            return
        for countdown in self.countdowns.all():
            if countdown.id in self.lengths:
                really = self.lengths[countdown.id] - self.passed
                assert abs(countdown.left(self.clock.now()) - really) <= TOLERANCE


TestDay = Day.TestCase
TestDay.settings = limits(max_examples=150, stateful_step_count=40, deadline=None)
