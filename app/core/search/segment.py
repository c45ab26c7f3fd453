"""Phrases, indexed: which of them a word stands in, and where.

The rule: rows are in the order of their standing, best first, so that the first rows found for a reason are the right
ones; nothing in a segment changes but which rows are still alive.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from app.core.phrases.phrase import Phrase, Role, Stage
from app.core.search.alphabet import Alphabet
from app.core.search.automaton import Automaton
from app.core.search.bodies import Bodies, Hope
from app.core.search.folding import fold
from app.core.search.grams import Chosen, Numbers
from app.core.search.hits import Scope, Sieve
from app.core.search.rank import Place
from app.core.search.shorts import OF_LISTS, OF_PHRASES, Matches, Rows, Shelf, Shorts
from app.core.search.sought import Sought
from app.core.search.sources import Shared, Source, own_source
from app.core.search.texts import group_texts
from app.core.sheet.lifetimes import Lifetime

MAX_ROWS = 65_536
"""Bodies that are indexed together: their rows fit two bytes, and most queries need to look at the first ones only."""
Flags = NDArray[np.bool_]
Found = NDArray[np.uint8]
"""For every row the best place at which it was found so far."""

SHELVES: tuple[tuple[Place, Mapping[Shelf, Place]], ...] = (
    (Place.TITLE_START_SAID, {Shelf.TITLE_START: Place.TITLE_START, Shelf.CODE_START: Place.KEYWORD_START}),
    (Place.TITLE_WORD_SAID, {Shelf.TITLE_WORD: Place.TITLE_WORD}),
    (Place.TITLE_INSIDE_SAID, {Shelf.TITLE_INSIDE: Place.TITLE_INSIDE}),
    (
        Place.KEYWORD_INSIDE_SAID,
        {Shelf.KEYWORD_START: Place.KEYWORD_START, Shelf.KEYWORD_INSIDE: Place.KEYWORD_INSIDE},
    ),
    (Place.GROUP_SAID, {Shelf.GROUP: Place.GROUP}),
)
"""The shelves in the order in which they are looked through, and the worst place that is decided by each."""
_MEANT = {
    Shelf.TITLE_START: Place.TITLE_MEANT,
    Shelf.TITLE_WORD: Place.TITLE_MEANT,
    Shelf.TITLE_INSIDE: Place.TITLE_MEANT,
    Shelf.GROUP: Place.GROUP_MEANT,
}
_STAGES = {stage: number for number, stage in enumerate((None, *Stage))}
_ROLES = {role: number for number, role in enumerate((None, *Role))}


class Segment:
    """An index over phrases that are already in order."""

    def __init__(self, phrases: Sequence[Phrase], alphabet: Alphabet) -> None:
        self.phrases = phrases
        self.alive = np.ones(len(phrases), np.bool_)
        self.pinned = np.array([phrase.is_pinned for phrase in phrases], np.bool_)
        self.pin_positions = np.array([phrase.pin_position for phrase in phrases], np.int64)
        self._lists = Shared(phrases)
        self._own = own_source(phrases, self._lists, alphabet)
        self._shared = self._lists.source(alphabet) if len(self._lists) else None
        starts = range(0, len(phrases), MAX_ROWS)
        self.blocks = [(start, Bodies(phrases[start : start + MAX_ROWS], alphabet)) for start in starts]
        self._stages = np.array([_STAGES[phrase.stage] for phrase in phrases], np.uint8)
        self._roles = np.array([_ROLES[phrase.role] for phrase in phrases], np.uint8)
        self._paths: dict[tuple[str, ...], int] = {}
        groups = [self._paths.setdefault(phrase.group, len(self._paths)) for phrase in phrases]
        self._groups = np.array(groups, np.uint32)
        self._grouped = Source(Shorts(map(group_texts, self._paths), alphabet), self._in_groups)
        self.lifetimes: dict[Lifetime | None, int] = {None: 0}
        bound = [self.lifetimes.setdefault(phrase.lifetime, len(self.lifetimes)) for phrase in phrases]
        self._lifetimes = np.array(bound, np.uint32)
        self._sifted: dict[bool, tuple[Sieve, Flags]] = {}
        self._codes: dict[str, list[int]] = {}
        for row, phrase in enumerate(phrases):
            for code in phrase.codes:
                self._codes.setdefault(fold(code), []).append(row)

    def within(self, scope: Scope, sieve: Sieve) -> Flags:
        """The rows that are alive, belong to a scope and go through a sieve."""
        rows = self.alive
        if sieve.is_for_them or (sieve.lifetimes and len(self.lifetimes) > 1):
            rows = rows & self._through(sieve)
        if scope.stage is not None:
            rows = rows & (self._stages == _STAGES[scope.stage])
        if scope.role is not None:
            rows = rows & (self._roles == _ROLES[scope.role])
        if scope.group:
            below = [path[: len(scope.group)] == scope.group for path in self._paths]
            rows = rows & np.array(below, np.bool_)[self._groups]
        return rows & self.pinned if scope.pinned_only else rows

    def _through(self, sieve: Sieve) -> Flags:
        known = self._sifted.get(sieve.is_for_them)  # a query asks for one side, then for the other
        if known is None or known[0] is not sieve:
            is_through = [(lifetime in sieve.lifetimes) is sieve.is_for_them for lifetime in self.lifetimes]
            known = (sieve, np.array(is_through, np.bool_)[self._lifetimes])
            self._sifted[sieve.is_for_them] = known
        return known[1]

    @property
    def nbytes(self) -> int:
        """Bytes in memory, without the phrases themselves."""
        own = (self.alive, self.pinned, self.pin_positions, self._stages, self._roles, self._groups, self._lifetimes)
        shorts = sum(source.shorts.nbytes for source, _ in self.sources()) + self._lists.nbytes
        return sum(array.nbytes for array in own) + shorts + sum(bodies.nbytes for _, bodies in self.blocks)

    def alike(self, text: str, most: int) -> list[int]:
        """The rows whose bodies have most in common with a text, some from each block."""
        return [
            start + row
            for start, bodies in self.blocks
            for row in bodies.alike(text, self.alive[start : start + len(bodies)], most).tolist()
        ]

    def look(self, sought: Sought, allowed: Flags) -> "Look":
        """Begin to look for a word among some rows."""
        return Look(self, sought, allowed)

    def sources(self) -> Iterator[tuple[Source, tuple[Shelf, ...]]]:
        """All short texts with the shelves that they have."""
        yield self._own, OF_PHRASES
        if self._shared:
            yield self._shared, OF_LISTS
        yield self._grouped, (Shelf.GROUP,)

    def _in_groups(self, found: Rows) -> Rows:
        """The rows that are in the groups found."""
        if not len(found):
            return found
        is_found = np.zeros(len(self._paths), np.bool_)
        is_found[found] = True
        return is_found[self._groups].nonzero()[0]

    def with_code(self, code: str) -> list[int]:
        """The rows that have exactly this code."""
        return self._codes.get(code, [])


class Look:
    """One word being looked for in one segment; `found` holds what came of it so far."""

    def __init__(self, segment: Segment, sought: Sought, allowed: Flags) -> None:
        self.allowed = allowed
        self.found = np.full(len(segment.phrases), Place.NOWHERE, np.uint8)
        self.is_counted = True
        """Whether nothing was found since it was last asked how much was found."""
        self.segment = segment
        self._sought = sought
        self._begun: dict[Source, tuple[Numbers | None, Chosen | None]] = {}
        for row in segment.with_code(sought.word.text):
            if allowed[row]:
                self.found[row] = Place.CODE

    def shelves(self, shelves: Mapping[Shelf, Place]) -> None:
        """Look through some shelves of the same texts."""
        first = next(iter(shelves))
        for source, there in self.segment.sources():
            if first in there:
                self._look(source, shelves)

    def _look(self, source: Source, shelves: Mapping[Shelf, Place]) -> None:
        shorts = source.shorts
        pairs, chosen = self._begin(source)
        if pairs is not None and len(pairs):
            for shelf, place in shelves.items():
                self._note(source, shorts.standing(self._sought.ids, pairs, shelf), shelf, place)
        if chosen is not None and self._sought.mixed and len(chosen.pairs):
            found = shorts.walked(self._sought.mixed, chosen, tuple(shelves))
            for (shelf, place), matches in zip(shelves.items(), found, strict=False):
                self._note(source, matches, shelf, Place(place + 1))

    def _begin(self, source: Source) -> tuple[Numbers | None, Chosen | None]:
        known, shorts = self._begun.get(source), source.shorts
        if known is None:
            ids, mixed = self._sought.ids, self._sought.mixed
            known = (shorts.literal(ids) if ids else None, shorts.choose(mixed) if mixed else None)
            self._begun[source] = known
        return known

    def count(self, last: Place) -> int:
        """How many rows were found at a place up to some."""
        self.is_counted = True
        return int(np.count_nonzero(self.found <= last))

    def body(self, limit: int) -> int:
        """Look through the bodies of the rows that are not found yet; how many of the first ones were."""
        ids = self._sought.ids
        return self._in_bodies(lambda bodies: bodies.literal(ids), Place.BODY, limit) if ids else 0

    def body_said(self, limit: int) -> int:
        """The same by pinyin."""
        full = self._sought.full
        return self._in_bodies(lambda bodies: bodies.walked(full), Place.BODY_SAID, limit) if full else 0

    def hopes(self, bodies: Bodies) -> list[Hope]:
        """Where in some bodies the word may stand, as typed and by pinyin."""
        hopes = [bodies.literal(self._sought.ids)] if self._sought.ids else []
        return [*hopes, bodies.walked(self._sought.full)] if self._sought.full else hopes

    def meant(self) -> None:
        """Look through all short texts with a typo forgiven."""
        for automaton in (self._sought.sounding, self._sought.mistyped):
            if automaton is not None:
                self._short_meant(automaton)

    def hopes_meant(self, bodies: Bodies) -> list[Hope]:
        """Where in some bodies the word may stand with a character that sounds like the right one."""
        return [bodies.walked(self._sought.sounding)] if self._sought.sounding else []

    def _in_bodies(self, hope: Callable[[Bodies], Hope], place: Place, limit: int) -> int:
        got = 0
        for start, bodies in self.segment.blocks:
            if got >= limit:
                break
            block = slice(start, start + len(bodies))
            left = self.allowed[block] & (self.found[block] == Place.NOWHERE)
            rows = bodies.first(hope(bodies), left, limit - got) + start
            self.found[rows] = place
            got += len(rows)
        return got

    def _short_meant(self, automaton: Automaton) -> None:
        for source, shelves in self.segment.sources():
            shorts = source.shorts
            chosen = shorts.choose(automaton)
            found = shorts.walked(automaton, chosen, shelves) if len(chosen.pairs) else []
            for shelf, matches in zip(shelves, found, strict=False):
                rows = source.rows(matches.rows)
                self._put(rows[self.allowed[rows]], _MEANT.get(shelf, Place.KEYWORD_MEANT))

    def _note(self, source: Source, matches: Matches, shelf: Shelf, place: Place) -> None:
        found = source.rows(matches.rows)
        kept = self.allowed.take(found)  # `take` needs half the time of an index in brackets
        rows = found.compress(kept)
        if not len(rows):
            return
        self.is_counted = False
        self._put(rows, place)
        if shelf is Shelf.TITLE_START:
            self._put(rows.compress(matches.whole.compress(kept)), Place(place - Place.TITLE_START + Place.TITLE))
        if shelf in (Shelf.TITLE_START, Shelf.CODE_START):
            self._put(rows.compress(self.segment.pinned.take(rows)), Place.PINNED)

    def _put(self, rows: Rows, place: Place) -> None:
        self.found[rows] = np.minimum(self.found.take(rows), np.uint8(place))
