"""The one timer that wakes the program for the nearest moment that matters.

The rule: where no moment is awaited nothing ticks; else the clock is looked at once a minute at least, because a timer
that was set for hours knows nothing of sleep and of a clock that was set.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.core.clockwork.deadlines import JUMP
from app.ports import Clock

AGAIN = timedelta(seconds=10)
"""Whoever was woken sets the alarm for so much later before all else: what could not be told comes again."""
_LONGEST = timedelta(minutes=1)
_MILLISECOND = timedelta(milliseconds=1)


class Alarm(QObject):
    """Emits `fired` once: when the moment it is set for has come, when as long as it was away has really passed, or
    when the clock was set, so that whoever set the alarm asks anew when that should be. Then it is not set any more.
    """

    fired = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._at: datetime | None = None
        self._set_at, self._set_ticks = clock.now(), clock.ticks()
        self._is_doubtful = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)  # the coarse one fires early
        self._timer.timeout.connect(self.look)

    @property
    def at(self) -> datetime | None:
        """The moment it is set for."""
        return self._at

    def set(self, at: datetime | None) -> None:
        """Wake at a moment in place of the former one, or not at all. One that has passed fires from the event loop."""
        now, ticks = self._clock.now(), self._clock.ticks()
        self._is_doubtful = self._was_set(now, ticks)  # perhaps after the moment was worked out
        self._at, self._set_at, self._set_ticks = at, now, ticks
        if at is None:
            self._timer.stop()
        else:
            self._wait(timedelta() if self._is_doubtful else at - now)

    def look(self) -> None:
        """Look at the clock now: to be called after a resume, and wherever somebody looks every second anyway."""
        if self._at is None:
            return
        now, ticks = self._clock.now(), self._clock.ticks()
        has_passed = self._set_at + self._passed(ticks) >= self._at
        if now >= self._at or has_passed or self._is_doubtful or self._was_set(now, ticks):
            self.set(None)
            self.fired.emit()
        else:
            self._wait(self._at - now)

    def _was_set(self, now: datetime, ticks: float) -> bool:
        """Whether somebody set the clock since the alarm was set."""
        return abs(now - self._set_at - self._passed(ticks)) >= JUMP

    def _passed(self, ticks: float) -> timedelta:
        return timedelta(seconds=ticks - self._set_ticks)

    def _wait(self, left: timedelta) -> None:
        left = min(max(left, timedelta()), _LONGEST)
        self._timer.start(-(-left // _MILLISECOND))  # rounded up: not a moment too early
