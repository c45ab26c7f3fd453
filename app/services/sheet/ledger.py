"""The cheat-sheet in memory and at rest, kept in step, with the steps that lead back.

The rule: the memory changes only after the store has kept the change, so that a `NotStored` leaves both as they were.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from app.core.changes import NOTHING, Changed, Kind
from app.core.phrases.phrase import PERSONAL
from app.core.sheet.changes import Change, changes_of
from app.core.sheet.sheet import EMPTY, Entry, Sheet
from app.core.values import dataclass
from app.ports import Clock, SheetStore
from app.services.phrases.undoing import LIMIT, Did

SHEET: Changed = frozenset({Kind.SHEET})
CHANGES: Changed = frozenset({Kind.CHANGES})

Stored = Callable[[Sheet, Collection[str]], None]
"""Told after a commit: the sheet as it is now, and the ids of the entries that are new, changed, in the bin or gone."""


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One thing that was done. `ids` are the entries it was done to; `before` may hold others that it touched.

    None in `before` stands for an entry that did not exist.
    """

    did: Did
    ids: tuple[str, ...]
    before: Mapping[str, Entry | None]

    @property
    def count(self) -> int:
        """The number of entries that the agent meant."""
        return len(self.ids)


class SheetLedger:
    """Every entry, and what was told of running activities. It is empty until `load`."""

    def __init__(
        self, store: SheetStore, clock: Clock, new_id: Callable[[], str], zone: Callable[[], ZoneInfo], stored: Stored
    ) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._zone = zone
        self._stored = stored
        self._steps: deque[SheetStep] = deque(maxlen=LIMIT)
        self.sheet = EMPTY
        self.changes: tuple[Change, ...] = ()

    def load(self, sheet: Sheet | None, changes: Sequence[Change] | None) -> None:
        """Take everything from the store, or what was just read from it. `stored` is not told."""
        self.sheet = self._store.all() if sheet is None else sheet
        self.changes = tuple(self._store.changes() if changes is None else changes)
        self._steps.clear()

    @property
    def last(self) -> SheetStep | None:
        """What an undo would undo."""
        return self._steps[-1] if self._steps else None

    def do(
        self, did: Did, entries: Sequence[Entry], neighbours: Sequence[Entry] = (), source: str = PERSONAL
    ) -> Changed:
        """Keep entries with a way back. `neighbours` are changed too but not counted; `source` is who does it."""
        changed = [entry for entry in (*entries, *neighbours) if self.sheet.get(entry.id) != entry]
        if not changed:
            return NOTHING
        before = {entry.id: self.sheet.get(entry.id) for entry in changed}
        kinds = self._keep(changed, source=source)
        meant = tuple(entry.id for entry in entries)
        self._steps.append(SheetStep(did, tuple(key for key in meant if key in before) or meant, before))
        return kinds

    def undo(self) -> Changed:
        """Bring back how the entries were before the last step."""
        step = self.last
        if step is None:
            return NOTHING
        former = [entry for entry in step.before.values() if entry is not None]
        kinds = self._keep(former, [entry_id for entry_id, entry in step.before.items() if entry is None])
        self._steps.pop()
        return kinds

    def remove(self, ids: Collection[str]) -> Changed:
        """Delete entries for good; no undo brings them back."""
        if not ids:
            return NOTHING
        kinds = self._keep((), ids)
        kept = [_without(step, set(ids)) for step in self._steps]
        self._steps.clear()
        self._steps.extend(step for step in kept if step.ids and step.before)
        return kinds

    def confirm(self, ids: Collection[str]) -> Changed:
        """Mark changes as read."""
        unread = [change.id for change in self.changes if change.id in set(ids) and change.confirmed_at is None]
        if not unread:
            return NOTHING
        now = self._clock.now()
        self._store.confirm(unread, now)
        read = set(unread)
        self.changes = tuple(
            replace(change, confirmed_at=now) if change.id in read else change for change in self.changes
        )
        return CHANGES

    def told_by(self, entries: Collection[Entry], source: str) -> tuple[Change, ...]:
        """What storing entries would change of running activities."""
        return self._told(entries, self.sheet.having(entries), source)

    def delivered(
        self,
        entries: Collection[Entry],
        told: Sequence[Change],
        ids: Collection[str],
        rewritten: Callable[[Entry], Entry],
    ) -> None:
        """Keep the memory in step with what a pack's own transaction has stored.

        The steps of the undo speak from now on as if the pack had come before them: `rewritten` says how a former
        entry of one of `ids` would be then. That an entry did not exist is forgotten.
        """
        touched = set(ids)
        steps = [_rewritten(step, touched, rewritten) for step in self._steps]
        self._steps.clear()
        self._steps.extend(step for step in steps if step.ids and step.before)
        self.changes = (*told, *self.changes)
        if entries:
            self.sheet = self.sheet.having(entries)
            self._stored(self.sheet, [entry.id for entry in entries])

    def former(self) -> Iterable[Entry]:
        """Every former entry that an undo may bring back."""
        return [entry for step in self._steps for entry in step.before.values() if entry is not None]

    def _keep(self, entries: Collection[Entry], gone: Collection[str] = (), source: str = PERSONAL) -> Changed:
        later = self.sheet.having(entries, gone)
        told = self._told(entries, later, source)
        self._store.put(entries, told, gone)
        self.sheet = later
        self.changes = (*told, *self.changes)
        self._stored(later, [*(entry.id for entry in entries), *gone])
        return SHEET | CHANGES if told else SHEET

    def _told(self, entries: Iterable[Entry], later: Sheet, source: str) -> tuple[Change, ...]:
        edits = [(old, entry) for entry in entries if (old := self.sheet.get(entry.id)) is not None]
        if not edits:
            return ()
        return changes_of(edits, self._clock.now(), self._new_id, source, sheet=later, zone=self._zone())


def _rewritten(step: SheetStep, touched: set[str], rewritten: Callable[[Entry], Entry]) -> SheetStep:
    if not touched & step.before.keys():
        return step
    later = _without(step, {key for key, was in step.before.items() if was is None and key in touched})
    before = {key: rewritten(was) if was and key in touched else was for key, was in later.before.items()}
    return replace(later, before=before)


def _without(step: SheetStep, gone: set[str]) -> SheetStep:
    ids = tuple(entry_id for entry_id in step.ids if entry_id not in gone)
    return replace(step, ids=ids, before={key: entry for key, entry in step.before.items() if key not in gone})
