"""Promises to buyers and the handover of a shift: what of them is to be told, and when to look again.

The rule: show, then mark. A promise is told once, however late it has become while the PC slept; a handover once for
each end of a shift, not where nothing is open and not half an hour after that end, when nobody is there any more.

Whoever owns it calls, at the moment of `next_at` and after each change of orders, promises, activities or settings:
`due`, shows what it gives, `told`, and asks `next_at` again; where nothing is due, `beat`.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core.changes import NOTHING, Changed
from app.core.orders.duties import duties
from app.core.orders.duties.duties import STALE, Due, HandoverDue, PromiseDue
from app.core.orders.duties.shifts import Turn, handing_over, next_hand_over
from app.core.orders.order import FollowUp
from app.core.settings import Settings
from app.core.storage import NotStored
from app.ports import CountdownStore
from app.services.countdowns import EVERY
from app.services.orders.follow_ups import FollowUps
from app.services.orders.handover import HandingOver
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime

_log = logging.getLogger(__name__)


class Duties:
    """All promises and handovers. There are none until `load`."""

    def __init__(
        self,
        promises: FollowUps,
        handing: HandingOver,
        store: CountdownStore,
        clock: ShopTime,
        pulse: Pulse,
        settings: Callable[[], Settings],
    ) -> None:
        self._promises = promises
        self._handing = handing
        self._store = store
        self._clock = clock
        self._pulse = pulse
        self._settings = settings
        self._told: set[str] = set()
        self._unmarked: set[str] = set()
        self._put_off: dict[str, datetime] = {}
        self._awaited: Sequence[PromiseDue] = ()
        self._made_of: tuple[Sequence[FollowUp], timedelta] | None = None
        self._is_in_trouble = False

    def load(self) -> None:
        """Take what was told, at the start and after a restore. Raises `NotStored`. What this run told stays told."""
        marks = self._store.told()
        self._told |= {mark for mark in marks if mark.startswith(duties.PREFIXES)}
        self._put_off |= duties.put_off(marks)
        self._made_of = None

    def due(self) -> Sequence[Due]:
        """What is to be told now, promises first and by their moments. It stays due until `told`."""
        now = self._pulse.now()
        come = [one for one in self._to_come() if now - STALE < one.at <= now]
        return [*come, *self._handovers(now)]

    def is_open(self, due: Due) -> bool:
        """Whether something that was told is still to be done: a promise until it is kept or put off."""
        if isinstance(due, HandoverDue):
            return not self._handing.left().is_nothing
        return any(duties.promise_id(promise) == due.id for promise in self._promises.open())

    def told(self, shown: Collection[Due]) -> None:
        """Remember that these were shown. What the store does not take is remembered until `beat` brings it in."""
        ids = {one.id for one in shown}
        for one in shown:
            if isinstance(one, HandoverDue):  # shifts that ended before were handed over with it
                ids |= {duties.handover_id(turn) for turn in self._turns() if turn.ends_at <= one.turn.ends_at}
        self._unmarked |= ids - self._told
        self._told |= ids
        self._made_of = None
        self.beat()

    def beat(self) -> None:
        """Compare the clocks, and bring in what the store has not taken; one in trouble is asked again next time."""
        now = self._pulse.now()
        try:
            if self._unmarked:
                self._store.mark(self._unmarked, now)
                self._unmarked = set()
            self._pulse.keep()
        except NotStored as not_stored:
            if not self._is_in_trouble:
                _log.warning("What was told could not be marked: %s", not_stored)
            self._is_in_trouble = True
        else:
            self._is_in_trouble = False

    def next_at(self) -> datetime | None:
        """When to look again, at most a minute ahead; None where nothing is awaited, and then nothing need wake."""
        if self.due():
            return self._pulse.now()
        now = self._pulse.now()
        coming = [one.at for one in self._to_come() if one.at > now][:1]
        turn = next_hand_over(self._settings().shifts, now, self._clock.zone())
        if turn is not None and not self._handing.left().is_nothing:
            coming.append(turn.hand_over_at)
        if not coming:
            return now + EVERY if self._unmarked else None
        return min(*coming, now + EVERY)

    def put_off(self, follow_up_id: str, minutes: int) -> Changed:
        """Promise something so many minutes later, from now where its moment has come. Raises `NotStored`.

        These minutes pass, whatever is done to the clock of the PC.
        """
        own = self._promises.get(follow_up_id)
        if own is None or own.done_at is not None:
            return NOTHING
        self._pulse.keep()
        now = self._pulse.now()
        later = replace(own, due_at=max(self._at(own), now) + timedelta(minutes=minutes))
        mark = duties.put_off_id(later, later.due_at - self._pulse.shift)
        self._store.mark([mark], now)
        changed = self._promises.edit(later)
        self._put_off |= duties.put_off([mark])
        self._made_of = None
        return changed

    def _to_come(self) -> Sequence[PromiseDue]:
        """The promises that were not told, the nearest first."""
        promises = self._promises.open()
        made_of = (promises, self._pulse.shift)
        if self._made_of is None or self._made_of[0] is not promises or self._made_of[1] != made_of[1]:
            self._awaited = sorted(self._untold(promises), key=lambda one: (one.at, one.id))
            self._made_of = made_of
        return self._awaited

    def _untold(self, promises: Iterable[FollowUp]) -> Iterable[PromiseDue]:
        for promise in promises:
            mark = duties.promise_id(promise)
            if mark not in self._told:
                yield PromiseDue(mark, self._at(promise), promise)

    def _at(self, promise: FollowUp) -> datetime:
        """When a promise is due, by the wall clock as it is set now."""
        steady_at = self._put_off.get(duties.promise_id(promise))
        return promise.due_at if steady_at is None else steady_at + self._pulse.shift

    def _handovers(self, now: datetime) -> Sequence[HandoverDue]:
        """The shift that is to be handed over now, if any: what is open then is all that is to be handed over."""
        untold = [turn for turn in self._turns() if duties.handover_id(turn) not in self._told]
        if not untold:
            return ()
        turn = untold[-1]
        left = self._handing.left(turn.ends_at if now >= turn.ends_at else None)
        return () if left.is_nothing else (HandoverDue(duties.handover_id(turn), turn.hand_over_at, turn, left),)

    def _turns(self) -> Sequence[Turn]:
        return handing_over(self._settings().shifts, self._pulse.now(), self._clock.zone())
