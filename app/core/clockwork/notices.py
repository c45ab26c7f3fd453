"""What is to be told of countdowns: the steps before an end, and the end itself.

The rule: everything is told once. Of the steps of one countdown that have come only the latest is told, because it
alone is still true; the others count as told with it. Every end is told, however late.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import Enum
from operator import attrgetter

from app.core.clockwork.countdowns import Boundary, Countdown, Notice, Timer, of_timer
from app.core.values import dataclass

STALE = timedelta(days=7)
"""What came longer ago than this is not told any more."""


class Sound(Enum):
    """How a notice sounds; the value names its file."""

    STEP = "step"
    LAST = "last"
    OVER = "over"


def sound_of(told: Collection[Notice], steps: Collection[timedelta]) -> Sound:
    """The one sound of notices that are told together: that of the most urgent."""
    nearest = min((notice.before for notice in told), default=timedelta())
    if not nearest:
        return Sound.OVER
    return Sound.LAST if nearest <= min((step for step in steps if step > timedelta()), default=nearest) else Sound.STEP


@dataclass(frozen=True, slots=True)
class Agenda:
    """All notices of a sheet and of timers, in the order of their moments; `moments` are theirs."""

    notices: tuple[Notice, ...]
    moments: tuple[datetime, ...]

    def come(self, now: datetime) -> Sequence[Notice]:
        """Those whose moment has come, and not too long ago."""
        return self.notices[bisect_right(self.moments, now - STALE) : bisect_right(self.moments, now)]

    def stale(self, now: datetime) -> Sequence[Notice]:
        """Those whose moment came too long ago."""
        return self.notices[: bisect_right(self.moments, now - STALE)]

    def next_at(self, now: datetime) -> datetime | None:
        """The nearest moment ahead at which something is to be told."""
        ahead = bisect_right(self.moments, now)
        return self.moments[ahead] if ahead < len(self.moments) else None


def of_phases(edges: Iterable[Boundary], steps: Collection[timedelta]) -> list[Notice]:
    """The notices of phases: most of an agenda, and the same as long as the sheet is."""
    return [notice for edge in edges for notice in of_boundary(edge, steps)]


def together(
    phases: Iterable[Notice], timers: Iterable[Timer], steps: Collection[timedelta], shift: timedelta
) -> Agenda:
    """The notices of phases and those of own timers."""
    own = (notice for timer in timers if not timer.is_done for notice in of_own(timer, steps, shift))
    notices = tuple(sorted((*phases, *own), key=attrgetter("at", "before", "id")))
    return Agenda(notices, tuple(notice.at for notice in notices))


def of_boundary(boundary: Boundary, steps: Collection[timedelta]) -> Iterator[Notice]:
    """The notices of a phase's beginning or end; before the phase has begun nothing is told of its end."""
    countdown = boundary.countdown
    for before in _steps(steps):
        if boundary.shown_from is None or countdown.due_at - before > boundary.shown_from:
            yield _notice(countdown, countdown.due_at, before)


def of_own(timer: Timer, steps: Collection[timedelta], shift: timedelta) -> Iterator[Notice]:
    """The notices of an own timer; a step that was over when it was set is none."""
    countdown = of_timer(timer, shift)
    for before in _steps(steps):
        if timer.due_at - before > timer.set_at:
            yield _notice(countdown, timer.due_at, before)


def due(come: Iterable[Notice], told: Collection[str]) -> list[Notice]:
    """Of the notices that have come those to be told now, in the order of their moments."""
    latest: dict[tuple[str, datetime], Notice] = {}
    for notice in come:  # in the order of their moments
        if notice.id not in told:
            countdown = notice.countdown
            latest.pop((countdown.id, countdown.due_at), None)
            latest[countdown.id, countdown.due_at] = notice
    return list(latest.values())


def told_with(shown: Iterable[Notice], planned: Iterable[Notice]) -> set[str]:
    """The ids that count as told when these were: theirs, and those of the steps that they overtook.

    No clock is asked: it may have been set since they were shown.
    """
    shown = list(shown)
    ids = {notice.id for notice in shown}
    upto = {_end(notice): notice.before for notice in shown}
    counted_down = {notice.countdown.id for notice in shown}
    for notice in planned:
        if notice.countdown.id in counted_down:
            nearest = upto.get(_end(notice))
            if nearest is not None and notice.before >= nearest:
                ids.add(notice.id)
    return ids


def _end(notice: Notice) -> str:
    """Which end of which countdown a notice is of, by what was written down."""
    return notice.id.rpartition("/")[0]


def _steps(steps: Collection[timedelta]) -> tuple[timedelta, ...]:
    return (timedelta(), *sorted(step for step in set(steps) if step > timedelta()))


def _notice(countdown: Countdown, due_at: datetime, before: timedelta) -> Notice:
    """`due_at` is what was written down: its id holds it, so that a clock that is set does not tell a length again."""
    notice_id = f"{countdown.id}@{due_at.isoformat()}/{before // timedelta(seconds=1)}"
    return Notice(notice_id, countdown, countdown.due_at - before, before)
