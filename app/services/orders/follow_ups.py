"""Follow-ups (跟进): what was promised to a buyer by when ("I'll get back to you by 16:00"), open until it is done.

The rule: every verb is one transaction and one step of the undo, or a `NotStored` that leaves everything as it was.
"""

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from app.core.changes import NOTHING, Changed, Kind
from app.core.orders.order import FollowUp
from app.core.settings import Settings
from app.ports import Clock, OrderStore
from app.services.phrases.undoing import LIMIT

ORDERS: Changed = frozenset({Kind.ORDERS})


class FollowUps:
    """All follow-ups. There are none until `load`. `due_at` is a moment of the shop's clock."""

    def __init__(
        self, store: OrderStore, clock: Clock, new_id: Callable[[], str], settings: Callable[[], Settings]
    ) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._settings = settings
        self._all: dict[str, FollowUp] = {}
        self._open: Sequence[FollowUp] | None = None
        self._undos: deque[Mapping[str, FollowUp | None]] = deque(maxlen=LIMIT)

    def load(self) -> Changed:
        """Take all from the store. Raises `NotStored`."""
        self._take({one.id: one for one in self._store.follow_ups()})
        self._undos.clear()
        return ORDERS

    def get(self, follow_up_id: str) -> FollowUp | None:
        """The follow-up of an id, done or not."""
        return self._all.get(follow_up_id)

    def open(self) -> Sequence[FollowUp]:
        """What is not done yet, the nearest first; the very same as long as nothing has changed."""
        if self._open is None:
            self._open = [one for one in self.all() if one.done_at is None]
        return self._open

    def all(self) -> Sequence[FollowUp]:
        """Done ones too, the nearest first."""
        return sorted(self._all.values(), key=lambda one: (one.due_at, one.id))

    def of_order(self, order_id: str) -> Sequence[FollowUp]:
        """Those that belong to an order, done ones too, the nearest first."""
        return [one for one in self.all() if order_id and one.order_id == order_id]

    def add(self, buyer: str, text: str, due_at: datetime, *, order_id: str = "", phrase_id: str = "") -> Changed:
        """Promise something to a buyer."""
        agent, now = self._settings().agent, self._clock.now()
        return self._do([FollowUp(self._new_id(), buyer, text, due_at, order_id, phrase_id, agent, now)])

    def edit(self, follow_up: FollowUp) -> Changed:
        """Keep one that was changed; one that is gone meanwhile is no error."""
        return self._do([follow_up] if follow_up.id in self._all else [])

    def done(self, ids: Collection[str]) -> Changed:
        """Close some."""
        now = self._clock.now()
        return self._do([replace(one, done_at=now) for one in self._some(ids) if one.done_at is None])

    def again(self, ids: Collection[str]) -> Changed:
        """Open some that were done."""
        return self._do([replace(one, done_at=None) for one in self._some(ids) if one.done_at is not None])

    def remove(self, ids: Collection[str]) -> Changed:
        """Delete some."""
        return self._do((), [one.id for one in self._some(ids)])

    def take(self, follow_ups: Collection[FollowUp]) -> Changed:
        """Keep those of a handover, new or changed, in one step."""
        return self._do(follow_ups)

    @property
    def undoable(self) -> object | None:
        """What `undo` would undo: the very same as long as nothing else was done."""
        return self._undos[-1] if self._undos else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a deed to take back."""
        return bool(self._undos)

    def undo(self) -> Changed:
        """Bring back how the follow-ups were before the last deed."""
        if not self._undos:
            return NOTHING
        before = self._undos[-1]
        back = [one for one in before.values() if one is not None]
        gone = [key for key, one in before.items() if one is None]
        self._keep(back, gone)
        self._undos.pop()
        return ORDERS

    def _do(self, follow_ups: Collection[FollowUp], gone: Collection[str] = ()) -> Changed:
        changed = [one for one in follow_ups if self._all.get(one.id) != one]
        if not changed and not gone:
            return NOTHING
        before = {key: self._all.get(key) for key in (*(one.id for one in changed), *gone)}
        self._keep(changed, gone)
        self._undos.append(before)
        return ORDERS

    def _keep(self, follow_ups: Collection[FollowUp], gone: Collection[str]) -> None:
        self._store.put_follow_ups(follow_ups, gone)
        kept = {key: one for key, one in self._all.items() if key not in gone}
        self._take(kept | {one.id: one for one in follow_ups})

    def _take(self, follow_ups: dict[str, FollowUp]) -> None:
        self._all, self._open = follow_ups, None

    def _some(self, ids: Collection[str]) -> list[FollowUp]:
        return [self._all[key] for key in dict.fromkeys(ids) if key in self._all]
