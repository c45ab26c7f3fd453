"""The one timer that wakes the program for the nearest moment that matters.

The rule: where no moment is awaited nothing ticks; else the clock is looked at once a minute at least, because a timer
that was set for hours knows nothing of sleep and of a clock that was set.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.ports import Clock

_LONGEST = timedelta(minutes=1)
_MILLISECOND = timedelta(milliseconds=1)


class Alarm(QObject):
    """Emits `fired` once when the moment it is set for has come; it is not set then, until `set` is called again."""

    fired = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._at: datetime | None = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)  # the coarse one fires early
        self._timer.timeout.connect(self.look)

    @property
    def at(self) -> datetime | None:
        """The moment it is set for."""
        return self._at

    def set(self, at: datetime | None) -> None:
        """Wake at a moment in place of the former one, or not at all. One that has passed fires from the event loop."""
        self._at = at
        if at is None:
            self._timer.stop()
        else:
            self._wait(at - self._clock.now())

    def look(self) -> None:
        """Look at the clock now: to be called after a resume, and wherever somebody looks every second anyway."""
        if self._at is None:
            return
        left = self._at - self._clock.now()
        if left > timedelta():
            self._wait(left)
        else:
            self.set(None)
            self.fired.emit()

    def _wait(self, left: timedelta) -> None:
        left = min(max(left, timedelta()), _LONGEST)
        self._timer.start(-(-left // _MILLISECOND))  # rounded up: not a moment too early
