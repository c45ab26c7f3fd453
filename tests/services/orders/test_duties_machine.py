"""Promises and handovers against everything that happens to a program: killed, asleep, rebooted, its clock set, its
disk full.

The truth is kept beside it: a promise comes when the wall clock says its moment, one that was put off when these
minutes have really passed; a shift is to be handed over while the wall clock is near its end and something is open.
Each is to be told once, at most two seconds after the program could have.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from hypothesis import settings as limits
from hypothesis import strategies as some
from hypothesis.stateful import invariant, precondition, rule

from app.core.orders.duties.duties import STALE, HandoverDue, PromiseDue
from app.core.orders.duties.shifts import Shift
from app.core.storage import NotStored, Trouble
from tests.services.orders.test_duties import Post
from tests.services.orders.worst_day import MINUTE, TOLERANCE, WorstDay

EIGHT = timedelta(hours=8)
"""The shop's zone, which has no summer time."""
ENDS = tuple(time(hour) for hour in range(1, 24, 2))
SHIFTS = tuple(Shift("班", from_at, until_at) for from_at, until_at in zip(ENDS, (*ENDS[1:], ENDS[0]), strict=True))


@dataclass
class Truth:
    """One promise: by the wall clock or, put off, in real time since the machine began."""

    mark: str
    wall_at: datetime | None
    passed: timedelta = timedelta()
    is_told: bool = False


class Day(WorstDay):
    """A day of a shop, worse than any."""

    def __init__(self) -> None:
        self.post = Post(shifts=SHIFTS)
        super().__init__(self.post)
        self.truths: dict[str, Truth] = {}
        self.made: dict[str, datetime] = {}
        self.marks: set[str] = set()
        """What was told and need not be told again."""

    # The program.

    def was_killed(self) -> None:
        self.marks &= set(self.post.heart.shown)
        for truth in self.truths.values():
            truth.is_told = truth.mark in self.marks

    def next_at(self) -> datetime | None:
        return self.post.duties.next_at()

    def has_woken(self) -> None:
        self.check_nothing_waits_since(TOLERANCE)
        self.look()

    def look(self) -> None:
        self.post.duties.told(self.show())
        if self.post.heart.trouble is None:
            self.is_jump_unseen = False

    def show(self):
        due = self.post.duties.due()
        for one in due:
            assert one.id not in self.marks, "told twice"
            self.marks.add(one.id)
            if isinstance(one, PromiseDue):
                truth = self.truths[one.promise.id]
                assert self.has_come(truth, TOLERANCE), "told too early"
                truth.is_told = True
        self.check_handover([one for one in due if isinstance(one, HandoverDue)])
        return due

    def check_handover(self, due: list[HandoverDue]) -> None:
        ends_at = self.end_near()
        assert [one.turn.ends_at for one in due] == [ends_at][: len(due)], "no shift ends now"
        if due:
            assert due[0].left.follow_ups == self.open_at(ends_at) > 0

    # The truth.

    def has_come(self, truth: Truth, ahead: timedelta) -> bool:
        if truth.wall_at is not None:
            return truth.wall_at <= self.post.time.now() + ahead
        return truth.passed <= self.passed + ahead

    def end_near(self, since: timedelta = timedelta()) -> datetime | None:
        """The end of a shift that is at most a quarter of an hour ahead or less than half an hour ago."""
        wall = self.post.time.now().astimezone(UTC) + EIGHT - since
        for end in ENDS:
            ends_at = datetime.combine(wall.date(), end, UTC)
            if -15 * MINUTE <= wall - ends_at < 30 * MINUTE:
                return ends_at - EIGHT
        return None

    def open_at(self, ends_at: datetime | None) -> int:
        """How many promises were open when a shift ended, or are while it runs."""
        now = self.post.time.now()
        return sum(ends_at is not None and (now < ends_at or self.made[key] < ends_at) for key in self.truths)

    # The disk.

    @rule(trouble=some.sampled_from([None, Trouble.FULL, Trouble.LOCKED]))
    def disk(self, trouble: Trouble | None) -> None:
        self.post.trouble(trouble)

    # The agent.

    @precondition(lambda self: self.is_running)
    @rule(ahead=some.integers(-10, 300).map(lambda minutes: minutes * MINUTE))
    def promise(self, ahead: timedelta) -> None:
        due_at = self.post.time.now() + ahead
        with suppress(NotStored):
            new = self.post.promise(due_at)
            self.made[new.id] = self.post.time.now()
            self.truths[new.id] = Truth(f"promise:{new.id}@{due_at.isoformat()}", due_at)
        self.look()

    @precondition(lambda self: self.is_running and self.truths)
    @rule(pick=some.integers(0, 100), minutes=some.sampled_from((3, 5, 10)))
    def put_off(self, pick: int, minutes: int) -> None:
        key = self.picked(pick)
        truth, length = self.truths[key], minutes * MINUTE
        with suppress(NotStored):
            self.post.duties.put_off(key, minutes)
            self.is_jump_unseen = False
            ahead = truth.passed - self.passed if truth.wall_at is None else truth.wall_at - self.post.time.now()
            kept = self.post.orders.follow_ups.get(key)
            mark = f"promise:{key}@{kept.due_at.isoformat()}"
            self.truths[key] = Truth(mark, None, self.passed + max(ahead, timedelta()) + length, mark in self.marks)
        self.look()

    @precondition(lambda self: self.is_running and self.truths)
    @rule(pick=some.integers(0, 100))
    def keep(self, pick: int) -> None:
        key = self.picked(pick)
        with suppress(NotStored):
            self.post.orders.follow_ups.done([key])
            del self.truths[key]
        self.look()

    # What has to hold.

    @invariant()
    def nothing_is_lost(self) -> None:
        if self.is_running:
            self.check_nothing_waits_since(timedelta())

    def check_nothing_waits_since(self, length: timedelta) -> None:
        waiting = {key: one for key, one in self.truths.items() if not one.is_told}
        late = [key for key, one in waiting.items() if self.has_come(one, -length)]
        assert not late or self.passed > STALE, "a promise whose moment has come was not told"
        ends_at = self.end_near(length)
        if self.open_at(ends_at):
            assert f"handover:{ends_at.isoformat()}" in self.marks, "a shift ends and nobody was told to hand over"

    @invariant()
    def nothing_wakes_where_nothing_is_awaited(self) -> None:
        if self.is_running and not self.truths:
            assert self.post.duties.next_at() is None or self.post.duties._unmarked

    @invariant()
    def the_disk_knows_what_was_told(self) -> None:
        if self.is_running and self.post.heart.trouble is None and not self.post.duties._unmarked:
            assert self.marks <= set(self.post.heart.shown)


TestDay = Day.TestCase
TestDay.settings = limits(max_examples=150, stateful_step_count=40, deadline=None)
