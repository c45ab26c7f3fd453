"""The heartbeat: what the clocks say together, compared at every look and kept whenever they were set.

The rule: a length is written down only after the heartbeat that it is to be read by.
"""

from datetime import datetime, timedelta

from app.core.clockwork.countdowns import Heartbeat
from app.core.clockwork.deadlines import beaten
from app.ports import Clock, CountdownStore


class Pulse:
    """Looks at the clocks. It knows nothing until `load`."""

    def __init__(self, store: CountdownStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._boot = ""
        self._last: Heartbeat | None = None
        self._kept: Heartbeat | None = None

    @property
    def has_beaten(self) -> bool:
        """Whether the program has run on these data before."""
        return self._kept is not None

    @property
    def shift(self) -> timedelta:
        """How far the wall clock is ahead of the one that lengths run by."""
        return self._last.shift if self._last else timedelta()

    def load(self, *, has_lengths: bool) -> None:
        """Read the last heartbeat. Raises `NotStored`. Where no length runs, all clocks start anew."""
        self._boot = self._clock.boot()  # one look a start: it cannot change while we run
        self._kept = self._store.heartbeat()
        self._last = self._kept if has_lengths else None

    def now(self) -> datetime:
        """The moment by the wall clock, after a look at whether it was set."""
        wall_at = self._clock.now()
        self._last = beaten(self._last, Heartbeat(wall_at, self._clock.ticks(), self._boot))
        return wall_at

    def keep(self) -> None:
        """Store the heartbeat if it is another one, after a look. Raises `NotStored`."""
        self.now()
        if self._last is not None and self._last != self._kept:
            self._store.beat(self._last)
            self._kept = self._last
