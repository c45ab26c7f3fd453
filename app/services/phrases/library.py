"""The library: everything an agent does to the phrases, each of it with a way back.

The rule: every verb is one transaction and one step of the undo, or a `NotStored` (or, where it takes a text, a
`BadPhrase`) that leaves everything as it was. None raises for an id that is no longer there.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core.changes import NOTHING, Changed, Kind
from app.core.phrases import places
from app.core.phrases.phrase import Phrase, Stage, check
from app.core.phrases.regrouping import regrouped
from app.core.phrases.shelf import Group, Node, Shelf, by_place, copy_of, pictures, siblings
from app.ports import Clock, PhraseStore
from app.services.phrases.ledger import Ledger, Stored
from app.services.phrases.undoing import Did, Step

PHRASES: Changed = frozenset({Kind.PHRASES})
USE: Changed = frozenset({Kind.USE})
KEPT_IN_BIN = timedelta(days=30)


class Library:
    """The phrases of this agent. It is empty until `load`. An import stores through its `ledger`."""

    def __init__(self, store: PhraseStore, clock: Clock, new_id: Callable[[], str], stored: Stored) -> None:
        self._clock = clock
        self._new_id = new_id
        self.ledger = Ledger(store, stored)

    def load(self, phrases: Iterable[Phrase] | None = None) -> Changed:
        """Take the phrases from the store, or those that were just read from it; for a start and after a restore.

        A `Shelf` is taken as it is: a helper thread may fill it, which takes a third of a second for 100,000. `stored`
        is not called: the index is built from the same phrases.
        """
        self.ledger.load(phrases)
        return PHRASES

    def rank(self, ranks: Mapping[str, int]) -> None:
        """Say whose phrase goes first where several have one code: the priority of sources."""
        self.ledger.rank(ranks)

    @property
    def shelf(self) -> Shelf:
        """The phrases in memory."""
        return self.ledger.shelf

    # What is there: the shelf gives it in the agent's order.

    def get(self, phrase_id: str) -> Phrase | None:
        """The phrase of an id, in the bin or not."""
        return self.shelf.get(phrase_id)

    def phrases(self) -> Sequence[Phrase]:
        """Every phrase outside the bin, group by group."""
        return self.shelf.in_use()

    def groups(self) -> tuple[Node, ...]:
        """The tree of groups with their counts."""
        return self.shelf.groups()

    def pinned(self) -> Sequence[Phrase]:
        """The pinned phrases; the first nine have Ctrl+Alt+1…9."""
        return self.shelf.pinned()

    def in_bin(self) -> Sequence[Phrase]:
        """The phrases in the bin, the latest first."""
        return self.shelf.in_bin()

    def with_code(self, code: str) -> Sequence[Phrase]:
        """The phrases that a code means; several are allowed, and the editor tells of them."""
        return self.shelf.with_code(code)

    def pictures(self) -> frozenset[str]:
        """The picture files that a phrase, the bin or an undo still needs."""
        return pictures(self.shelf) | pictures(self.ledger.steps.phrases())

    @property
    def undoable(self) -> Step | None:
        """What `undo` would undo: which deed and how many phrases, for the sentence in the notice."""
        return self.ledger.steps.last

    # Writing phrases.

    def draft(self, body: str = "", stage: Stage | None = None) -> Phrase:
        """A new personal phrase that is kept nowhere until it is saved."""
        return Phrase(self._new_id(), "", body, stage=stage)

    def save(self, phrase: Phrase) -> Changed:
        """Keep a phrase, new or edited. Use counts and the place are the library's own and are not taken from it."""
        former = self.shelf.get(phrase.id)
        tidy = check(phrase)
        if former is None:
            tidy = replace(tidy, position=self._after_last())
        else:
            tidy = replace(
                tidy,
                position=former.position if former.group == tidy.group else self._after_last(),
                use_count=former.use_count,
                last_used_at=former.last_used_at,
                pin_position=former.pin_position if tidy.is_pinned else 0,
            )
        if tidy.is_pinned and not (former and former.is_pinned):
            tidy = replace(tidy, pin_position=self._after_pinned())
        return self._do(Did.EDITED if former else Did.CREATED, [tidy])

    def add(self, phrases: Iterable[Phrase]) -> Changed:
        """Keep many phrases at once, as an import or a pack gives them: new ones at the end, in the order given."""
        tidy = [check(phrase) for phrase in phrases]
        new = [phrase.id for phrase in tidy if phrase.id not in self.shelf]
        position = places.at_end(self.shelf.last_position, new)
        return self._do(
            Did.ADDED,
            [replace(phrase, position=position[phrase.id]) if phrase.id in position else phrase for phrase in tidy],
        )

    def duplicate(self, ids: Collection[str]) -> Changed:
        """Copy phrases, each group's copies after the last of its originals; without codes, hotkey, pin and use."""
        copies: list[Phrase] = []
        neighbours: list[Phrase] = []
        by_group: dict[Group, set[str]] = {}
        for phrase in self._in_use(ids):
            by_group.setdefault(phrase.group, set()).add(phrase.id)
        for group, originals in by_group.items():
            order = self.shelf.in_group(group)
            new = [copy_of(phrase, self._new_id()) for phrase in order if phrase.id in originals]
            last = max(at for at, phrase in enumerate(order) if phrase.id in originals)
            before = order[last + 1].id if last + 1 < len(order) else None
            position = places.moved(siblings(order), [copy.id for copy in new], before)
            copies += [replace(copy, position=position[copy.id]) for copy in new]
            neighbours += self._neighbours(order, position, {copy.id for copy in new})
        return self._do(Did.DUPLICATED, copies, neighbours)

    # Putting phrases in their place.

    def move(self, ids: Collection[str], group: Group, before: str | None = None) -> Changed:
        """Put phrases into a group, before one of its phrases or at its end (as after a drag, also within it)."""
        moving = sorted(self._in_use(ids), key=by_place)
        if not moving:
            return NOTHING
        order = self.shelf.in_group(group)
        is_within = all(phrase.group == group for phrase in moving)
        at_top = bool(order) and before == order[0].id
        floor = self.shelf.floor(group) if at_top else None
        position = places.moved(siblings(order), [phrase.id for phrase in moving], before, floor)
        moved = [
            check(replace(phrase, group=group, position=position.get(phrase.id, phrase.position))) for phrase in moving
        ]
        did = Did.REORDERED if is_within else Did.MOVED
        return self._do(did, moved, self._neighbours(order, position, set(ids)))

    def rename_group(self, group: Group, name: Group) -> Changed:
        """Give a group another path; one that there is already is joined. What is in the bin comes along, uncounted."""
        if not group or not name or group == name:
            return NOTHING
        after = regrouped(self.shelf, group, name)
        if not after.phrases:
            return NOTHING
        return self._do(Did.JOINED if after.is_joining else Did.RENAMED, after.phrases, after.binned)

    def pin(self, ids: Collection[str]) -> Changed:
        """Pin phrases, after those that are pinned already."""
        new = [phrase for phrase in self._in_use(ids) if not phrase.is_pinned]
        position = places.at_end(self._last_pin(), [phrase.id for phrase in new])
        return self._do(
            Did.PINNED, [replace(phrase, is_pinned=True, pin_position=position[phrase.id]) for phrase in new]
        )

    def unpin(self, ids: Collection[str]) -> Changed:
        """Take the pin off phrases."""
        return self._do(
            Did.UNPINNED, [replace(phrase, is_pinned=False, pin_position=0) for phrase in self._in_use(ids)]
        )

    def reorder_pinned(self, ids: Collection[str], before: str | None = None) -> Changed:
        """Give pinned phrases other numbers: before another pinned one, or last."""
        order = {phrase.id: phrase.pin_position for phrase in self.shelf.pinned()}
        if not order.keys() & set(ids):
            return NOTHING
        wanted = set(ids)
        dragged = [phrase_id for phrase_id in order if phrase_id in wanted]
        position = places.moved(order, dragged, before)
        moved = [
            replace(phrase, pin_position=position.get(phrase.id, phrase.pin_position))
            for phrase in self.shelf.some([*dragged, *position])
        ]
        return self._do(Did.REORDERED, moved[: len(dragged)], moved[len(dragged) :])

    # Throwing away and bringing back.

    def delete(self, ids: Collection[str]) -> Changed:
        """Put phrases into the bin."""
        now = self._clock.now()
        return self._do(Did.DELETED, [replace(phrase, deleted_at=now) for phrase in self._in_use(ids)])

    def restore(self, ids: Collection[str]) -> Changed:
        """Take phrases out of the bin, to where they were."""
        binned = [phrase for phrase in self.shelf.some(ids) if phrase.deleted_at is not None]
        return self._do(Did.RESTORED, [replace(phrase, deleted_at=None) for phrase in binned])

    def purge(self, ids: Collection[str] | None = None) -> Changed:
        """Delete for good what is in the bin: these, or all. There is no undo."""
        wanted = None if ids is None else set(ids)
        return self._purge([phrase.id for phrase in self.shelf.in_bin() if wanted is None or phrase.id in wanted])

    def purge_old(self) -> Changed:
        """Delete for good what has been in the bin for 30 days; called at the start."""
        limit = self._clock.now() - KEPT_IN_BIN
        return self._purge([p.id for p in self.shelf.in_bin() if p.deleted_at is not None and p.deleted_at <= limit])

    def undo(self) -> Changed:
        """Bring back how the phrases were before the last deed; what was counted as use since stays counted."""
        return PHRASES if self.ledger.undo() else NOTHING

    # Use.

    def record_use(self, phrase_id: str, at: datetime) -> Changed:
        """Count one use, in the store and in memory."""
        self.ledger.record_use(phrase_id, at)
        return USE

    def _do(self, did: Did, phrases: Sequence[Phrase], neighbours: Sequence[Phrase] = ()) -> Changed:
        return PHRASES if self.ledger.do(did, phrases, neighbours) else NOTHING

    def _purge(self, ids: Collection[str]) -> Changed:
        if not ids:
            return NOTHING
        self.ledger.remove(ids)
        return PHRASES

    def _in_use(self, ids: Iterable[str]) -> list[Phrase]:
        return [phrase for phrase in self.shelf.some(ids) if phrase.deleted_at is None]

    @staticmethod
    def _neighbours(order: Iterable[Phrase], position: Mapping[str, int], moved: set[str]) -> list[Phrase]:
        return [replace(p, position=position[p.id]) for p in order if p.id in position and p.id not in moved]

    def _after_last(self) -> int:
        return self.shelf.last_position + places.STEP

    def _last_pin(self) -> int:
        return max((phrase.pin_position for phrase in self.shelf.pinned()), default=0)

    def _after_pinned(self) -> int:
        return self._last_pin() + places.STEP
