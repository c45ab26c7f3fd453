"""The phrases in memory and at rest, kept in step; an import goes through it too.

The rule: the memory changes only after the store has kept the change, so that a `NotStored` leaves both as they were.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from app.core.phrases.phrase import Phrase
from app.core.phrases.shelf import Shelf
from app.ports import PhraseStore
from app.services.phrases.undoing import Did, Step, Steps

Stored = Callable[[Collection[Phrase], Collection[str]], None]
"""Told after a commit: the phrases in use that are new or changed, and the ids that are gone or in the bin."""


class Ledger:
    """Every phrase, with the steps that lead back. It is empty until `load`."""

    def __init__(self, store: PhraseStore, stored: Stored) -> None:
        self._store = store
        self._stored = stored
        self._ranks: Mapping[str, int] = {}
        self.steps = Steps()
        self.shelf = Shelf()

    def load(self, phrases: Iterable[Phrase] | None = None) -> None:
        """Take the phrases from the store, or those that were just read from it. `stored` is not told."""
        read = self._store.all() if phrases is None else phrases
        self.shelf = read if isinstance(read, Shelf) else Shelf(read)
        self.shelf.ranks = self._ranks
        self.steps.clear()

    def rank(self, ranks: Mapping[str, int]) -> None:
        """Say which source goes first where several phrases have one code."""
        self._ranks = self.shelf.ranks = ranks

    def do(self, did: Did, phrases: Sequence[Phrase], neighbours: Sequence[Phrase] = ()) -> bool:
        """Keep phrases with a way back; whether anything was different. `neighbours` are changed but not counted."""
        changed = [phrase for phrase in (*phrases, *neighbours) if self.shelf.get(phrase.id) != phrase]
        if not changed:
            return False
        before = {phrase.id: self.shelf.get(phrase.id) for phrase in changed}
        self._keep(changed)
        meant = [phrase.id for phrase in phrases]
        self.steps.add(Step(did, tuple(key for key in meant if key in before) or tuple(meant), before))
        return True

    def undo(self) -> bool:
        """Bring back how the phrases were before the last step; whether there was one. Use stays counted."""
        step = self.steps.last
        if step is None:
            return False
        self._keep(
            [self._with_use_of_today(phrase) for phrase in step.before.values() if phrase is not None],
            [phrase_id for phrase_id, phrase in step.before.items() if phrase is None],
        )
        self.steps.drop_last()
        return True

    def delivered(
        self,
        phrases: Collection[Phrase],
        ids: Collection[str],
        rewritten: Callable[[Phrase], Phrase],
        *,
        is_told: bool = True,
    ) -> None:
        """Keep the memory in step with what a pack's own transaction has stored.

        The steps of the undo speak from now on as if the pack had come before them: `rewritten` says how a former
        phrase of one of `ids` would be then. Not `is_told`: whoever calls has the search know already.
        """
        if is_told:
            self._take(phrases)
        else:
            for phrase in phrases:
                self.shelf.put(phrase)
        self.steps.rewrite(ids, rewritten)

    def all(self) -> Sequence[Phrase]:
        """Every phrase, those in the bin too, in the order of group and position."""
        return sorted(self.shelf, key=lambda phrase: (phrase.group, phrase.position, phrase.id))

    def put(self, phrases: Collection[Phrase]) -> None:
        """Store phrases, new or changed, all or none, with a way back. Raises `NotStored`."""
        self.do(Did.ADDED, tuple(phrases))

    def remove(self, ids: Collection[str]) -> None:
        """Delete phrases for good; no undo brings them back. Raises `NotStored`."""
        self._keep((), ids)
        self.steps.forget(ids)

    def record_use(self, phrase_id: str, at: datetime) -> None:
        """Count one use. Raises `NotStored`."""
        phrase = self.shelf.get(phrase_id)
        if phrase is not None:
            self._store.record_use(phrase_id, at)
            self._take([phrase.used(at)])

    def _keep(self, phrases: Collection[Phrase], gone: Collection[str] = ()) -> None:
        if phrases or gone:
            self._store.put(phrases, gone)
            self._take(phrases, gone)

    def _take(self, phrases: Collection[Phrase], gone: Collection[str] = ()) -> None:
        for phrase in phrases:
            self.shelf.put(phrase)
        for phrase_id in gone:
            self.shelf.remove(phrase_id)
        in_use = [phrase for phrase in phrases if phrase.deleted_at is None]
        self._stored(in_use, [*(phrase.id for phrase in phrases if phrase.deleted_at is not None), *gone])

    def _with_use_of_today(self, former: Phrase) -> Phrase:
        now = self.shelf.get(former.id)
        return replace(former, use_count=now.use_count, last_used_at=now.last_used_at) if now else former
