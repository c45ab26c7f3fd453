"""The answers that are made of the cheat-sheet, kept in step with it.

The rule: only what an edit touched is made anew, and an answer keeps how often it was used.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from app.core.changes import Changed, Kind
from app.core.phrases.phrase import Phrase
from app.core.sheet import answers
from app.core.sheet.sheet import About, Sheet
from app.core.sheet.wordings import Wordings
from app.ports import SheetStore

USE: Changed = frozenset({Kind.USE})
Uses = Mapping[str, tuple[int, datetime]]
Told = Callable[[Collection[Phrase], Collection[str]], None]
"""Told of the answers that are new or different, and of the ids that are gone (`Find.update`)."""


class Answers:
    """All answers by id. There are none until `settle` or `load`; edits that come before are taken in then."""

    def __init__(self, wordings: Wordings, store: SheetStore, told: Told) -> None:
        self._wordings = wordings
        self._store = store
        self._told = told
        self._sheet = Sheet()
        self._missed: set[str] | None = set()
        self._uses: dict[str, tuple[int, datetime]] = {}
        self._by_id: dict[str, Phrase] = {}
        self._by_entry: dict[str, tuple[str, ...]] = {}

    def prepared(self, sheet: Sheet, uses: Uses | None = None) -> "Answers":
        """All answers of a sheet, for `settle`. It may run in a helper thread: nothing here is touched."""
        made = Answers(self._wordings, self._store, self._told)
        made._sheet, made._uses = sheet, dict(self._store.uses() if uses is None else uses)
        for entry in sheet:
            made._keep(entry.id, made._made(entry.id))
        return made

    def settle(self, made: "Answers") -> None:
        """Have these answers in place of all the former ones, and make anew what was edited since. `Find` has them."""
        missed, self._missed = self._missed or set(), None
        self._by_id, self._by_entry, self._uses = made._by_id, made._by_entry, made._uses
        if made._wordings is not self._wordings:
            missed = {entry.id for entry in made._sheet}
        sheet, self._sheet = self._sheet if missed else made._sheet, made._sheet
        if missed:
            self.take(sheet, missed)

    def load(self, sheet: Sheet, uses: Uses | None = None) -> Sequence[Phrase]:
        """Make all answers of a sheet at once. Nobody is told: give them to `Find.built`."""
        self._missed = None
        self.settle(self.prepared(sheet, uses))
        return self.all()

    def take(self, sheet: Sheet, changed_ids: Collection[str]) -> None:
        """Make anew what an edit of some entries touched, and tell of it."""
        former, self._sheet = self._sheet, sheet
        if self._missed is not None:
            self._missed |= set(changed_ids)
            return
        self._renew(answers.touched(former, changed_ids) | answers.touched(sheet, changed_ids))

    @property
    def is_chinese(self) -> bool:
        """The language that they are said in."""
        return self._wordings.is_chinese

    def speak(self, wordings: Wordings) -> None:
        """Say everything in other words: another language or time zone."""
        if wordings == self._wordings:
            return
        self._wordings = wordings
        if self._missed is None:
            self._renew({entry.id for entry in self._sheet})

    def all(self) -> Sequence[Phrase]:
        """All answers."""
        return list(self._by_id.values())

    def get(self, phrase_id: str) -> Phrase | None:
        """The answer of an id."""
        return self._by_id.get(phrase_id)

    def of(self, about: About) -> Sequence[Phrase]:
        """The answers of an activity and of a product, in the order in which buyers ask."""
        ids = (*self._by_entry.get(about.product_id, ()), *self._by_entry.get(about.activity_id, ()))
        return [self._by_id[phrase_id] for phrase_id in ids]

    def record_use(self, phrase_id: str, at: datetime) -> Changed:
        """Count one use, in the store and here. Raises `NotStored`."""
        phrase = self._by_id.get(phrase_id)
        if phrase is not None:
            self._store.record_use(phrase_id, at)
            used = phrase.used(at)
            self._uses[phrase_id] = (used.use_count, at)
            self._by_id[phrase_id] = used
            self._told([used], ())
        return USE

    def _renew(self, entry_ids: Collection[str]) -> None:
        changed: list[Phrase] = []
        removed: list[str] = []
        for entry_id in entry_ids:
            former = set(self._by_entry.get(entry_id, ()))
            made = list(self._made(entry_id))
            changed += [phrase for phrase in made if self._by_id.get(phrase.id) != phrase]
            gone = former - {phrase.id for phrase in made}
            removed += gone
            for phrase_id in gone:
                del self._by_id[phrase_id]
            self._keep(entry_id, made)
        if changed or removed:
            self._told(changed, removed)

    def _made(self, entry_id: str) -> Iterator[Phrase]:
        entry = self._sheet.get(entry_id)
        for phrase in answers.of_entry(entry, self._sheet, self._wordings) if entry else ():
            count, at = self._uses.get(phrase.id, (0, None))
            yield replace(phrase, use_count=count, last_used_at=at) if count else phrase

    def _keep(self, entry_id: str, made: "Iterator[Phrase] | list[Phrase]") -> None:
        phrases = {phrase.id: phrase for phrase in made}
        self._by_id |= phrases
        if phrases:
            self._by_entry[entry_id] = tuple(phrases)
        else:
            self._by_entry.pop(entry_id, None)
