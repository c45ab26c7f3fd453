"""Phrases whose index is still being built: the list that nothing typed gives, and what was edited meanwhile.

The rule: it answers for everything as the index does, except for what is typed; nothing slow is imported for it.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from itertools import islice

from app.core.phrases.phrase import Phrase
from app.core.search.hits import EVERYTHING, NO_SIEVE, Hit, Marks, Near, Scope, Sieve, Tier
from app.core.search.rank import standing
from app.core.sheet.lifetimes import Lifetime

_UNMARKED = Marks()


class Unindexed:
    """Phrases that cannot be searched yet."""

    def __init__(self, phrases: Iterable[Phrase], now: Callable[[], datetime]) -> None:
        self._ordered: list[Phrase] | None = None
        self._phrases = {phrase.id: phrase for phrase in phrases if phrase.deleted_at is None}
        self._now = now
        self._changed: dict[str, Phrase] = {}
        self._removed: set[str] = set()

    def update(self, changed: Collection[Phrase], removed: Collection[str], _now: datetime) -> None:
        """Take in phrases that are new or changed and forget others by id."""
        self._ordered = None
        for phrase_id in removed:
            self._phrases.pop(phrase_id, None)
            self._changed.pop(phrase_id, None)
            self._removed.add(phrase_id)
        for phrase in changed:
            if phrase.id in removed:
                continue
            self._removed.discard(phrase.id)
            self._changed[phrase.id] = phrase
            self._phrases.pop(phrase.id, None)
            if phrase.deleted_at is None:
                self._phrases[phrase.id] = phrase

    def edits(self) -> tuple[Collection[Phrase], Collection[str]]:
        """What was changed and removed since it was made: the index that takes its place knows nothing of it."""
        return list(self._changed.values()), list(self._removed)

    def find(self, _text: str, scope: Scope = EVERYTHING, limit: int = 50, sieve: Sieve = NO_SIEVE) -> list[Hit]:
        """The pinned and most used phrases."""
        through = (
            Hit(phrase, Tier.PINNED if phrase.is_pinned else Tier.USE, _mark)
            for phrase in self._in_order()
            if scope.holds(phrase) and (phrase.lifetime in sieve.lifetimes) is sieve.is_for_them
        )
        return list(islice(through, limit))

    def _in_order(self) -> list[Phrase]:
        if self._ordered is None:
            now = self._now()
            self._ordered = sorted(self._phrases.values(), key=lambda phrase: standing(phrase, now))
            self._ordered.sort(key=lambda phrase: (not phrase.is_pinned, _place(phrase)))
        return self._ordered

    def lifetimes(self) -> frozenset[Lifetime]:
        """Every lifetime that a phrase has."""
        return frozenset(phrase.lifetime for phrase in self._phrases.values() if phrase.lifetime is not None)

    def nearest(self, _text: str, _limit: int = 3) -> list[Near]:
        """Nothing is compared yet."""
        return []


def _place(phrase: Phrase) -> int:
    return phrase.pin_position if phrase.is_pinned else 0


def _mark(_phrase: Phrase) -> Marks:
    return _UNMARKED
