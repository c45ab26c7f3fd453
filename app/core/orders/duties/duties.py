"""What an agent must not forget beside the orders: promises to buyers (跟进) and the handover of a shift (交接).

The rule: each is told once, a promise for every moment that it is put to and a handover for every end of a shift; the
ids of their marks say which, and name nobody.

A promise is a moment as its buyer heard it ("by 16:00"), so it comes by the wall clock. One that was put off by some
minutes comes when these have passed: its mark holds the moment by the clock that nobody sets
(`app/core/clockwork/deadlines.py`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime, timedelta

from app.core.orders.duties.shifts import Turn
from app.core.orders.order import FollowUp
from app.core.values import dataclass

MISSED = timedelta(minutes=2)
"""Told so long after its moment, something was missed: the PC slept, or the program was off."""

STALE = timedelta(days=28)
"""A promise that came longer ago is not told any more: its mark is kept for 30 days. The list still shows it."""

CLOSING = "gjhf"
"""The short code of the phrase that keeps a promise which names none of its own."""

_PROMISE, _HANDOVER, _LENGTH = "promise:", "handover:", "put_off:"
PREFIXES = (_PROMISE, _HANDOVER, _LENGTH)
"""What the ids of these marks begin with."""


@dataclass(frozen=True, slots=True)
class Left:
    """How much a shift leaves to the next: unpaid orders, promises, changes of activities that nobody confirmed."""

    orders: int = 0
    follow_ups: int = 0
    changes: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to hand over."""
        return not (self.orders or self.follow_ups or self.changes)


@dataclass(frozen=True, slots=True)
class PromiseDue:
    """A promise whose moment has come; `at` is that moment by the wall clock as it is set now."""

    id: str = field(repr=False)
    at: datetime
    promise: FollowUp

    def is_missed(self, now: datetime) -> bool:
        """Whether it is told too late to be kept in time."""
        return now - self.at >= MISSED


@dataclass(frozen=True, slots=True)
class HandoverDue:
    """A shift that is to be handed over, with how much it leaves; `at` is a quarter of an hour before its end."""

    id: str
    at: datetime
    turn: Turn
    left: Left

    def is_missed(self, now: datetime) -> bool:
        """Whether the shift is over already."""
        return now >= self.turn.ends_at


Due = PromiseDue | HandoverDue


def promise_id(promise: FollowUp) -> str:
    """The mark of a promise that was told: put to another moment it is another one."""
    return f"{_PROMISE}{_moment_of(promise)}"


def handover_id(turn: Turn) -> str:
    """The mark of a handover that was told: shifts that end together are handed over together."""
    return f"{_HANDOVER}{_written(turn.ends_at)}"


def put_off_id(promise: FollowUp, steady_at: datetime) -> str:
    """The mark of a promise that was put off: when that is over by the clock that nobody sets."""
    return f"{_LENGTH}{_moment_of(promise)}~{_written(steady_at)}"


def is_length(mark: str) -> bool:
    """Whether a mark is read by the clock that nobody sets."""
    return mark.startswith(_LENGTH)


def put_off(marks: Iterable[str]) -> Mapping[str, datetime]:
    """Of promises that were put off: the id of the mark to come, and when by the clock that nobody sets."""
    found: dict[str, datetime] = {}
    for mark in filter(is_length, marks):
        moment, _, steady_at = mark.removeprefix(_LENGTH).rpartition("~")
        try:
            at = datetime.fromisoformat(steady_at)
        except ValueError:
            continue
        if at.tzinfo is not None:
            found[_PROMISE + moment] = at
    return found


def _moment_of(promise: FollowUp) -> str:
    return f"{promise.id}@{_written(promise.due_at)}"


def _written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
