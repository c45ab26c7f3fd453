"""Reminders against everything that happens to a program: killed, asleep, rebooted, its clock set, its disk full.

The truth is kept beside it in real seconds and knows no clock but theirs: of each order the latest moment that has
really come is to be told once, at most two seconds after the program could have; a step by night when that ends,
unless the order was just placed and closes before.
"""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from hypothesis import settings as limits
from hypothesis import strategies as some
from hypothesis.stateful import invariant, precondition, rule

from app.core.orders.kinds import GROUP_BUY, ORDINARY
from app.core.orders.order import Outcome
from app.core.orders.urging import Quiet, UrgeRules
from app.core.settings import Settings
from app.core.storage import NotStored, Trouble
from app.services.orders.reminders import AT_ONCE
from tests.services.orders.worst_day import MINUTE, TOLERANCE, WorstDay
from tests.services.waiting import Shop

HOUR = 60 * MINUTE
NIGHTS = (Quiet(time(15, 0), time(15, 50)), Quiet(time(23, 0), time(1, 0)), Quiet(time(6, 0), time(7, 0)))
KINDS = {
    GROUP_BUY: (30 * MINUTE, {"first": 6 * MINUTE, "second": 15 * MINUTE, "last": 24 * MINUTE}),
    ORDINARY: (
        72 * 60 * MINUTE,
        {"first": 30 * MINUTE, "second": 48 * 60 * MINUTE, "last": 70 * 60 * MINUTE},
    ),
}


def span_of(span: Quiet) -> timedelta:
    """How long quiet hours last."""
    day = date(2026, 11, 11)
    length = datetime.combine(day, span.until_at) - datetime.combine(day, span.from_at)
    return length if length > timedelta() else length + 24 * HOUR


@dataclass
class Truth:
    """One order, in real time since the machine began."""

    moments: dict[str, timedelta]
    closes: timedelta
    placed: timedelta
    is_open: bool = True
    snoozed: timedelta | None = None
    shown: list[tuple[timedelta, str]] = field(default_factory=list)
    """When what was shown had come, and the id of its mark."""

    def expected(self, passed: timedelta) -> tuple[str, timedelta] | None:
        """What is to be told by now: the step and when it came."""
        told = max((at for at, _ in self.shown), default=timedelta(-1))
        snoozed = self.snoozed if self.snoozed is not None and self.snoozed > told else None
        come = [(at, step) for step, at in self.moments.items() if told < at and (snoozed is None or at > snoozed)]
        if snoozed is not None and snoozed < self.closes:
            before = [step for step, at in self.moments.items() if at <= snoozed]
            come.append((snoozed, before[-1] if before else "first"))
        if told < self.closes:
            come.append((self.closes, "closed"))
        at, step = max((one for one in come if one[0] <= passed), default=(None, ""))
        return None if at is None else (step, at)


class Day(WorstDay):
    """A day of a shop, worse than any."""

    at_once = AT_ONCE

    def __init__(self) -> None:
        self.shop = Shop(Settings(urge_rules=UrgeRules(quiet=NIGHTS)), self.at_once)
        super().__init__(self.shop)
        self.truths: dict[str, Truth] = {}
        self.ids: set[str] = set()

    # The program.

    def was_killed(self) -> None:
        for truth in self.truths.values():
            truth.shown = [one for one in truth.shown if one[1] in self.shop.store.past]
        self.ids &= set(self.shop.store.past)

    def next_at(self) -> datetime | None:
        return self.shop.reminders.next_at()

    def look(self) -> None:
        self.shop.reminders.told(self.show())
        if self.shop.heart.trouble is None and self.shop.store.trouble is None:
            self.is_jump_unseen = False

    def show(self):
        due = self.shop.reminders.due()
        while self.shop.reminders.is_gathering:
            assert due == (), "a part of what came at once was told alone"
            due = self.shop.reminders.due()
        for reminder in due:
            truth = self.truths[reminder.order.id]
            expected = truth.expected(self.passed + TOLERANCE)
            assert expected, "told though there is nothing to tell"
            assert truth.is_open, "told though it was paid"
            is_silent = not reminder.is_closed and self.is_asleep(truth)
            assert (reminder.holding is not None) == is_silent, "by night no step calls, by day all do"
            assert reminder.step_id == expected[0], "another step than the one that is true"
            if reminder.holding is None:
                assert reminder.id not in self.ids, "told twice"
                self.ids.add(reminder.id)
                truth.shown.append((expected[1], reminder.id))
        return due

    def is_asleep(self, truth: Truth) -> bool:
        """Whether it is night, and an order is not one of 30 minutes that ends before the night does."""
        local = self.shop.time.local()
        for span in NIGHTS:
            today = datetime.combine(local.date(), span.until_at, local.tzinfo)
            end = today if local < today else today + 24 * HOUR
            if end - local <= span_of(span):
                return truth.closes > self.passed + (end - local) or truth.closes > 24 * HOUR + truth.placed
        return False

    # The disk.

    @rule(trouble=some.sampled_from([None, Trouble.FULL, Trouble.LOCKED]))
    def disk(self, trouble: Trouble | None) -> None:
        self.shop.store.trouble = self.shop.heart.trouble = trouble

    # The agent.

    @precondition(lambda self: self.is_running)
    @rule(kind=some.sampled_from(sorted(KINDS)))
    def add(self, kind: str) -> None:
        closes_after, steps = KINDS[kind]
        try:
            new = self.shop.add(kind_id=kind, closes_at=self.shop.time.now() + closes_after)
        except NotStored:
            return
        self.is_jump_unseen = False
        moments = {step: self.passed + after for step, after in steps.items()}
        self.truths[new.id] = Truth(moments, self.passed + closes_after, self.passed)
        self.look()

    @precondition(lambda self: self.is_running and self.truths)
    @rule(pick=some.integers(0, 100))
    def pay(self, pick: int) -> None:
        order_id = self.picked(pick)
        try:
            self.shop.end(order_id)
        except NotStored:
            return
        self.truths[order_id].is_open = False
        self.look()

    @precondition(lambda self: self.is_running and self.truths)
    @rule(pick=some.integers(0, 100))
    def open_again(self, pick: int) -> None:
        order_id = self.picked(pick)
        try:
            self.shop.put(replace(self.shop.store.rows[order_id], outcome=None, outcome_at=None))
        except NotStored:
            return
        self.truths[order_id].is_open = True
        self.look()

    @precondition(lambda self: self.is_running and self.truths)
    @rule(pick=some.integers(0, 100), length=some.sampled_from((3, 5, 10, 120)).map(lambda minutes: minutes * MINUTE))
    def snooze(self, pick: int, length: timedelta) -> None:
        order_id = self.picked(pick)
        try:
            self.shop.snooze(order_id, length)
        except NotStored:
            return
        self.is_jump_unseen = False
        self.truths[order_id].snoozed = self.passed + length
        self.look()

    # What has to hold.

    @invariant()
    def nothing_is_lost_or_late(self) -> None:
        if not self.is_running:
            return
        for truth in self.truths.values():
            left = truth.expected(self.passed - TOLERANCE) if truth.is_open else None
            is_held = left is not None and left[0] != "closed" and self.is_asleep(truth)
            assert left is None or is_held, "something that has come was not told"

    @precondition(lambda self: self.is_running)
    @rule()
    def expire(self) -> None:
        """What was told as closed is closed, as the program does after each look."""
        shop = self.shop
        closed = [each.id for each in shop.queue.open() if each.closes_by(shop.pulse.shift) <= shop.time.now()]
        for order_id in closed:
            with suppress(NotStored):
                shop.end(order_id, Outcome.CLOSED)
                self.truths[order_id].is_open = False
        self.look()

    @invariant()
    def nothing_wakes_where_nothing_is_awaited(self) -> None:
        if self.is_running and not any(
            truth.is_open and truth.expected(timedelta.max) for truth in self.truths.values()
        ):
            wake_at = self.shop.reminders.next_at()
            assert wake_at is None or self.shop.reminders._unmarked

    @invariant()
    def the_disk_knows_what_was_told(self) -> None:
        if self.is_running and self.shop.store.trouble is None and not self.shop.reminders._unmarked:
            assert {mark for truth in self.truths.values() for _, mark in truth.shown} <= set(self.shop.store.past)


class DayInPieces(Day):
    """The same, as if an order were so many that only one can be looked at or marked at once."""

    at_once = 1


TestDay = Day.TestCase
TestDayInPieces = DayInPieces.TestCase
TestDay.settings = limits(max_examples=150, stateful_step_count=40, deadline=None)
TestDayInPieces.settings = TestDay.settings
