"""Countdowns (倒计时): what is awaited, until when, and what is to be told on the way.

The rule: a countdown is a moment and a name; how much is left is worked out from `now` and never counted down.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from app.core.sheet.lifetimes import Lifetime
from app.core.values import dataclass

if TYPE_CHECKING:  # the strip shows countdowns before any of the cheat-sheet is read
    from app.core.sheet.activities import Activity, Phase
    from app.core.sheet.sheet import Sheet


class Awaited(Enum):
    """What a countdown waits for."""

    PHASE_START = "phase_start"
    PHASE_END = "phase_end"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Timer:
    """An ad hoc countdown of the agent. Its moments are aware UTC by the platform's time.

    `is_length` tells that it was set as a length (`15m`): a clock that is set right meanwhile must not move it, so its
    moments are those of a clock that nobody sets (`app/core/clockwork/deadlines.py`).
    """

    id: str
    label: str
    due_at: datetime
    set_at: datetime
    is_length: bool = False
    is_done: bool = False


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
    ends `shift` later by the wall clock than was written down when it began (`app/core/clockwork/deadlines.py`).
    """

    wall_at: datetime
    ticks: float
    boot: str
    shift: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Boundary:
    """A beginning or an end of a phase. Its countdown is on show from `shown_from` on: an end only while it runs."""

    countdown: Countdown
    shown_from: datetime | None = None


def countdowns(
    sheet: "Sheet", timers: Iterable[Timer], now: datetime, shift: timedelta = timedelta()
) -> list[Countdown]:
    """What is counted down at a moment, the nearest first; timers that are over stay until they are done.

    `shift` is that of the heartbeat.
    """
    phases = (boundary.countdown for boundary in boundaries(sheet) if is_shown(boundary, now))
    own = (of_timer(timer, shift) for timer in timers if not timer.is_done)
    return sorted((*phases, *own), key=nearest_first)


def boundaries(sheet: "Sheet") -> Iterator[Boundary]:
    """The beginnings and ends of all phases that are in use, past ones too.

    Where one phase begins as another ends, the beginning says more; only where what begins is the time after the sale
    does the end.
    """
    for activity in sheet.activities_in_use():
        starts = {phase.starts_at for phase in activity.phases if not phase.is_afterwards}
        ends = {phase.ends_at for phase in activity.phases}
        for phase in activity.phases:
            if not phase.is_afterwards or phase.starts_at not in ends:
                yield Boundary(_of_phase(activity, phase, Awaited.PHASE_START, phase.starts_at))
            if phase.ends_at not in starts:
                yield Boundary(_of_phase(activity, phase, Awaited.PHASE_END, phase.ends_at), phase.starts_at)


def is_shown(boundary: Boundary, now: datetime) -> bool:
    """Whether its countdown runs at a moment."""
    is_begun = boundary.shown_from is None or boundary.shown_from <= now
    return is_begun and now < boundary.countdown.due_at


def of_timer(timer: Timer, shift: timedelta) -> Countdown:
    """The countdown of an own timer, by the wall clock as it is set now."""
    return Countdown(timer.id, timer.label, Awaited.OWN, timer.due_at + shift if timer.is_length else timer.due_at)


def nearest_first(countdown: Countdown) -> tuple[datetime, str, str]:
    """The order in which countdowns are shown."""
    return countdown.due_at, countdown.awaited.value, countdown.id


def changes_at(sheet: "Sheet", lifetimes: Iterable[Lifetime | None]) -> list[datetime]:
    """The moments at which what holds may change: phases begin and end, lifetimes of facts and of what is handed in."""
    activities = sheet.activities_in_use()
    moments = {at for activity in activities for phase in activity.phases for at in (phase.starts_at, phase.ends_at)}
    of_entries = [activity.facts for activity in activities] + [product.facts for product in sheet.products_in_use()]
    facts = (fact.lifetime for some in (*of_entries, sheet.facts_in_use()) for fact in some)
    for lifetime in (*facts, *lifetimes):
        if lifetime is not None:
            moments |= {at for at in (lifetime.from_at, lifetime.until_at) if at is not None}
    return sorted(moments)


def _of_phase(activity: "Activity", phase: "Phase", awaited: Awaited, at: datetime) -> Countdown:
    word = "start" if awaited is Awaited.PHASE_START else "end"
    return Countdown(f"{activity.id}/{phase.id}/{word}", phase.name, awaited, at, activity.id, phase.id)
