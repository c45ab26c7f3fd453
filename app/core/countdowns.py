"""Countdowns (倒计时): what is awaited, until when, and what is to be told on the way.

The rule: a countdown is a moment and a name; how much is left is worked out from `now` and never counted down.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum


class Awaited(Enum):
    """What a countdown waits for."""

    PHASE_START = "phase_start"
    PHASE_END = "phase_end"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Timer:
    """An ad hoc countdown of the agent. Its moments are aware UTC by the platform's time.

    `is_length` tells that it was set as a length (`15m`): a clock that is set right meanwhile must not move it, so its
    moments are those of a clock that nobody sets (`app/core/deadlines.py`).
    """

    id: str
    label: str
    due_at: datetime
    set_at: datetime
    is_length: bool = False
    is_done: bool = False


class BadTimer(ValueError):
    """It cannot be counted down to. `rule` is a word of `BadMoment` or one of these:

    `past`, `too_short` (no time at all), `too_long` (more than a year).
    """

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Countdown:
    """One countdown on show. `id` is stable over restarts; the label is a phase's or timer's own name."""

    id: str
    label: str
    awaited: Awaited
    due_at: datetime
    activity_id: str = ""
    phase_id: str = ""

    def left(self, now: datetime) -> timedelta:
        """What is left; negative when it is over."""
        return self.due_at - now


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to be told once: a step before the end (`before`), or the end itself (`before` is nothing).

    `id` is the countdown's, its moment and the step, so that a countdown that is moved tells again.
    """

    id: str
    countdown: Countdown
    at: datetime
    before: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """What the clocks said together: wall time, seconds since this boot (sleep counts), and which boot it was.

    `shift` is how far the wall clock was set ahead (negative: back) while lengths ran: a length that was set as `15m`
    ends `shift` later by the wall clock than was written down when it began (`app/core/deadlines.py`).
    """

    wall_at: datetime
    ticks: float
    boot: str
    shift: timedelta = timedelta()
