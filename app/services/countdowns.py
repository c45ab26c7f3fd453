"""The countdowns of the shop: those of phases, which come by themselves, and the agent's own timers.

The rule: show, then mark. Nothing is told twice and nothing is lost, whatever happens to the program, the store or the
clock in between.

Whoever owns it calls, at the moment of `next_at` and after each change of sheet, timers or settings: `due`, shows what
it gives, `told`, `beat`, and asks `next_at` again.
"""

import logging
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core.changes import NOTHING, Changed, Kind
from app.core.clockwork import notices
from app.core.clockwork.countdowns import Awaited, Countdown, Notice, Timer, changes_at
from app.core.clockwork.deadlines import steady
from app.core.clockwork.plan import Plan
from app.core.clockwork.timer_text import read_timer
from app.core.orders.duties.duties import is_length
from app.core.settings import Settings
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.sheet import Sheet
from app.core.storage import NotStored
from app.ports import CountdownStore
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime

TIMERS: Changed = frozenset({Kind.TIMERS})
EVERY = timedelta(seconds=60)
"""The clocks are compared at least this often while something counts down."""

KEPT_DONE = timedelta(days=1)
KEPT_MARKS = timedelta(days=30)
_UNDOS = 50
_log = logging.getLogger(__name__)


class Countdowns:
    """All countdowns. There are none until `load`. The verbs raise `NotStored`, and then nothing has changed."""

    def __init__(
        self,
        sheet: Callable[[], Sheet],
        store: CountdownStore,
        clock: ShopTime,
        settings: Callable[[], Settings],
        new_id: Callable[[], str],
        has_orders: Callable[[], bool] = lambda: False,
    ) -> None:
        """`has_orders` tells whether orders are open: the half hour of one is a length, too."""
        self._sheet = sheet
        self._store = store
        self._clock = clock
        self._settings = settings
        self._new_id = new_id
        self._has_orders = has_orders
        self._pulse = Pulse(store, clock)
        self._timers: Mapping[str, Timer] = {}
        self._in_use: Sequence[Timer] = ()
        self._plan: Plan | None = None
        self._known: set[str] = set()
        self._told: set[str] = set()
        self._unmarked: set[str] = set()
        self._is_past_missed = False
        self._is_tidy = True
        self._is_in_trouble = False
        self._undos: deque[Mapping[str, Timer | None]] = deque(maxlen=_UNDOS)

    def load(self) -> Changed:
        """Read what is stored, at the start and after a restore; the sheet has to be there already. Writes nothing.

        What came while the program was off is due; at the very first start, and after a restore, nothing past is.
        """
        is_again = self._plan is not None
        self._take({timer.id: timer for timer in self._store.timers()})
        told = self._store.told()
        has_lengths = any(timer.is_length for timer in self._in_use) or any(map(is_length, told))
        self._pulse.load(has_lengths=has_lengths or self._has_orders())
        self._told |= set(told)
        self._undos.clear()
        self._is_past_missed = self._pulse.has_beaten and not is_again
        self._is_tidy = False
        return TIMERS

    # What there is.

    @property
    def pulse(self) -> Pulse:
        """The one heartbeat of this program: whatever else counts lengths takes it from here, after `load`."""
        return self._pulse

    def all(self) -> Sequence[Countdown]:
        """Those that run, and own ones that are over and not done; the nearest first."""
        now = self._pulse.now()
        return self._planned(now).shown(now)

    def timer(self, timer_id: str) -> Timer | None:
        """The own timer of a countdown's id, done or not."""
        return self._timers.get(timer_id)

    def next_change_at(self, lifetimes: Iterable[Lifetime | None] = ()) -> datetime | None:
        """When the next phase or lifetime begins or ends, those handed in too: then lists are to be read again."""
        now = self._pulse.now()
        return min((at for at in changes_at(self._sheet(), lifetimes) if at > now), default=None)

    # What is to be told.

    def due(self) -> Sequence[Notice]:
        """What is to be told now, in the order of its moments. It stays due until `told`."""
        now = self._pulse.now()
        return notices.due(self._planned(now).agenda.come(now), self._told)

    def told(self, shown: Collection[Notice]) -> None:
        """Remember that notices were shown. What the store does not take is remembered until `beat` brings it in."""
        planned = self._planned(self._pulse.now()).agenda.notices
        self._mark(notices.told_with(shown, planned))
        self.beat()

    def beat(self) -> None:
        """Compare the clocks, and bring in what the store has not taken; one in trouble is asked again next time."""
        now = self._pulse.now()
        self._planned(now)
        try:
            if self._unmarked:
                self._store.mark(self._unmarked, now)
                self._unmarked = set()
            self._pulse.keep()
            self._tidy(now)
        except NotStored as not_stored:
            if not self._is_in_trouble:
                _log.warning("What was told could not be marked: %s", not_stored)
            self._is_in_trouble = True
        else:
            self._is_in_trouble = False

    def next_at(self) -> datetime | None:
        """When to look again, at most a minute ahead; None where nothing is awaited, and then nothing need wake."""
        now = self._pulse.now()
        agenda = self._planned(now).agenda
        if notices.due(agenda.come(now), self._told):
            return now
        coming = agenda.next_at(now)
        if coming is None:
            return now + EVERY if self._unmarked else None
        return min(coming, now + EVERY)

    # The agent's own.

    def read(self, text: str) -> Timer:
        """The timer that a text would make. Raises `BadMoment`."""
        return read_timer(text, self._pulse.now(), self._clock.zone())

    def add(self, text: str) -> Changed:
        """Count down to what was typed. Raises `BadMoment`."""
        return self._do([replace(self._steady(self.read(text)), id=self._new_id())])

    def finish(self, timer_id: str) -> Changed:
        """Dismiss a timer, over or not."""
        return self._do([replace(timer, is_done=True) for timer in self._some([timer_id]) if not timer.is_done])

    def snooze(self, timer_id: str, minutes: int) -> Changed:
        """Let a timer run for so many minutes from now, whether it is over or not."""
        now = self._pulse.now()
        until = now + timedelta(minutes=minutes)
        return self._do(
            [
                self._steady(replace(timer, due_at=until, set_at=now, is_length=True, is_done=False))
                for timer in self._some([timer_id])
            ]
        )

    def remove(self, ids: Collection[str]) -> Changed:
        """Delete timers. Those of phases go with their phase and stay."""
        gone = {timer.id: timer for timer in self._some(ids)}
        if not gone:
            return NOTHING
        self._store.remove(list(gone))
        self._undos.append(gone)
        self._take({key: timer for key, timer in self._timers.items() if key not in gone})
        return TIMERS

    @property
    def can_undo(self) -> bool:
        """Whether there is a deed to take back."""
        return bool(self._undos)

    def undo(self) -> Changed:
        """Bring back how the timers were before the last deed."""
        if not self._undos:
            return NOTHING
        before = self._undos[-1]
        back = {key: timer for key, timer in before.items() if timer is not None}
        self._pulse.keep()
        if back:
            self._store.put(list(back.values()))
        else:
            self._store.remove(list(before))
        self._undos.pop()
        self._take({key: timer for key, timer in self._timers.items() if key not in before} | back)
        return TIMERS

    def _do(self, timers: Sequence[Timer]) -> Changed:
        if not timers:
            return NOTHING
        self._pulse.keep()
        self._store.put(timers)
        self._undos.append({timer.id: self._timers.get(timer.id) for timer in timers})
        self._take({**self._timers, **{timer.id: timer for timer in timers}})
        return TIMERS

    def _take(self, timers: Mapping[str, Timer]) -> None:
        self._timers = timers
        self._in_use = tuple(timer for timer in timers.values() if not timer.is_done)

    def _some(self, ids: Collection[str]) -> list[Timer]:
        return [self._timers[timer_id] for timer_id in ids if timer_id in self._timers]

    def _steady(self, timer: Timer) -> Timer:
        """A length by the clock that nobody sets; anything else as it is."""
        if not timer.is_length:
            return timer
        shift = self._pulse.shift
        return replace(timer, due_at=steady(timer.due_at, shift), set_at=steady(timer.set_at, shift))

    def _planned(self, now: datetime) -> Plan:
        made_of = (self._sheet(), self._in_use, self._settings().countdown_steps, self._pulse.shift)
        if self._plan is None or not self._plan.is_of(*made_of):
            self._plan = Plan(*made_of, former=self._plan)
            self._meet(self._plan, now)
        return self._plan

    def _meet(self, plan: Plan, now: datetime) -> None:
        """What was past when it became known (a new activity, another step) counts as told, and all that is stale."""
        if not self._is_past_missed:
            self._mark(
                notice.id
                for notice in plan.agenda.come(now)
                if notice.id not in self._known and (notice.before or notice.countdown.awaited is not Awaited.OWN)
            )
        self._is_past_missed = False
        self._told.update(notice.id for notice in plan.agenda.stale(now))
        self._known.update(notice.id for notice in plan.agenda.notices)

    def _mark(self, ids: Iterable[str]) -> None:
        new = set(ids) - self._told
        self._told |= new
        self._unmarked |= new

    def _tidy(self, now: datetime) -> None:
        """Once a start: what nobody can ask for any more."""
        if self._is_tidy:
            return
        self._is_tidy = True
        self._store.forget(now - KEPT_MARKS)
        old = [t.id for t in self._timers.values() if t.is_done and t.due_at < now - KEPT_DONE]
        if old:
            self._store.remove(old)
            self._take({key: timer for key, timer in self._timers.items() if key not in old})
