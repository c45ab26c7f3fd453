"""Deadlines that hold through sleep, restarts and clocks that are set: lengths run by ticks, moments by the wall clock.

The rule: on the same boot a length takes as long as it takes, whatever is done to the wall clock; over a reboot, when
ticks begin again, the wall clock counts, less what it is known to have been set by.

A length is written down with the moments of a steady clock: the wall clock less the heartbeat's `shift`. The shift
grows when wall clock and ticks disagree, so nothing that was written down has to be moved
(`docs/decisions/0009-lengths-run-by-ticks-moments-by-the-wall-clock.md`).
"""

from dataclasses import replace
from datetime import datetime, timedelta

from app.core.clockwork.countdowns import Heartbeat

JUMP = timedelta(seconds=1)
"""Clocks that disagree by less were not set; they only run differently. What adds up to it is a jump, too."""


def beaten(last: Heartbeat | None, now: Heartbeat) -> Heartbeat:
    """The heartbeat to go on with and to keep: the last one as long as the clocks agree, so that drift adds up.

    The shift of `now` is not looked at.
    """
    if last is None:
        return replace(now, shift=timedelta())
    if not last.boot or last.boot != now.boot or now.ticks < last.ticks:
        return replace(now, shift=last.shift)
    jump = now.wall_at - last.wall_at - timedelta(seconds=now.ticks - last.ticks)
    return last if abs(jump) < JUMP else replace(now, shift=last.shift + jump)


def steady(wall_at: datetime, shift: timedelta) -> datetime:
    """What the clock that nobody sets says at a moment of the wall clock: lengths are written down by it."""
    return wall_at - shift
