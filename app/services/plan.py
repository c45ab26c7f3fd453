"""What is on show and what is to be told, worked out once for a sheet, the timers, the steps and the clocks' shift.

The rule: a look costs a search among moments; everything else is done when something was changed.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from app.core.countdowns import Countdown, Timer, boundaries, countdowns
from app.core.notices import Agenda, agenda
from app.core.sheet import Sheet


class Plan:
    """Holds for what it was made of; `is_of` tells whether that is still so."""

    def __init__(self, sheet: Sheet, timers: Collection[Timer], steps: Sequence[int], shift: timedelta) -> None:
        self._sheet = sheet
        self._timers = timers
        self._steps = tuple(steps)
        self._shift = shift
        self.agenda: Agenda = agenda(sheet, timers, [timedelta(minutes=step) for step in steps], shift)
        ends = [(edge.countdown.due_at, edge.shown_from) for edge in boundaries(sheet)]
        self._edges = sorted({at for pair in ends for at in pair if at is not None})
        self._shown_at = -1
        self._shown: Sequence[Countdown] = ()

    def is_of(self, sheet: Sheet, timers: Collection[Timer], steps: Sequence[int], shift: timedelta) -> bool:
        """Whether it was made of these very values."""
        is_same = self._sheet is sheet and self._timers is timers
        return is_same and self._shift == shift and self._steps == tuple(steps)

    def shown(self, now: datetime) -> Sequence[Countdown]:
        """The countdowns of a moment, the nearest first."""
        at = bisect_right(self._edges, now)
        if at != self._shown_at:  # since the last look a phase has begun or ended, or the clock was set back over it
            self._shown = tuple(countdowns(self._sheet, self._timers, now, self._shift))
            self._shown_at = at
        return self._shown
