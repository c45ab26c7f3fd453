"""What the place of the countdowns asks of the program.

The rule: the place decides nothing; what it shows is what these callables say now.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.changes import Changed
from app.core.clockwork.countdowns import Countdown, Timer
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class TimersDesk:
    """Callables of the program, each on the main thread.

    `countdowns` gives those that run and those that are over and not yet dismissed; `read` is the timer that a text
    would make, or raises `BadMoment`. The verbs raise `NotStored`, `add` also `BadMoment`; `undo` takes the last of
    them back. `now` is the shop's time in UTC, `steps` are the minutes of the settings, and `activity` is the name of
    an activity or nothing.
    """

    countdowns: Callable[[], Sequence[Countdown]]
    read: Callable[[str], Timer]
    add: Callable[[str], Changed]
    finish: Callable[[str], Changed]
    snooze: Callable[[str, int], Changed]
    remove: Callable[[Collection[str]], Changed]
    undo: Callable[[], Changed]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]
    steps: Callable[[], Sequence[int]]
    activity: Callable[[str], str]
