"""What is on show and what is to be told, worked out once for a sheet, the timers, the steps and the clocks' shift.

The rule: a look costs a search among moments; everything else is done when something was changed.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from app.core.clockwork.countdowns import Countdown, Notice, Timer, boundaries, countdowns
from app.core.clockwork.notices import Agenda, of_phases, together
from app.core.sheet.sheet import Sheet


class Plan:
    """Holds for what it was made of; `is_of` tells whether that is still so. Of a former one it takes what holds."""

    def __init__(
        self,
        sheet: Sheet,
        timers: Collection[Timer],
        steps: Sequence[int],
        shift: timedelta,
        former: "Plan | None" = None,
    ) -> None:
        self._sheet = sheet
        self._timers = timers
        self._steps = tuple(steps)
        self._shift = shift
        lengths = [timedelta(minutes=step) for step in steps]
        self._of_phases: Sequence[Notice]
        self._edges: Sequence[datetime]
        if former is not None and former._sheet is sheet and former._steps == self._steps:
            self._of_phases, self._edges = former._of_phases, former._edges
        else:
            edges = list(boundaries(sheet))
            self._of_phases = of_phases(edges, lengths)
            self._edges = sorted({at for one in edges for at in (one.countdown.due_at, one.shown_from) if at})
        self.agenda: Agenda = together(self._of_phases, timers, lengths, shift)
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
