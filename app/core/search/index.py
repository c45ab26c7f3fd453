"""The index of all phrases: what is typed in, the best hits out.

The rule: whatever was loaded, changed or removed is answered for from the next query on. Most phrases lie in one
large segment in the order of their standing; what changed since lies in small ones, the last of which is made anew at
every change, and these are merged two by two as they grow.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime

import numpy as np

from app.core.phrases.phrase import Phrase
from app.core.pinyin import Readings
from app.core.search.alphabet import Alphabet
from app.core.search.blend import is_poor
from app.core.search.finding import Finding
from app.core.search.folding import fold
from app.core.search.hits import EVERYTHING, NO_SIEVE, Hit, Near, Scope, Sieve, Tier
from app.core.search.marks import Marker
from app.core.search.query import Query
from app.core.search.rank import Standing, standing, tier
from app.core.search.segment import MAX_ROWS, Segment
from app.core.search.sought import Sought
from app.core.search.texts import short_texts
from app.core.sheet.lifetimes import Lifetime
from app.core.values import dataclass

NEARLY = 0.9
"""The ratio from which on two bodies are nearly the same."""
_FRESH = 512
"""Rows of the segment that is made anew at every change (about 5 ms)."""
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
_Sought = tuple[Query, list[Sought], Sought | None]
_CANDIDATES = 64
"""Bodies that are compared letter by letter for the near-duplicate warning."""


class Index:
    """Finds phrases. Not thread-safe, but may be built in one thread and handed over to another."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._alphabet = Alphabet(readings)
        self._settled: list[Segment] = []
        self._fresh: dict[str, Phrase] = {}
        self._newest: list[Segment] = []
        self._where: dict[str, tuple[Segment, int]] = {}
        self._now = _NEVER
        self._last: tuple[str, _Sought] | None = None

    def load(self, phrases: Iterable[Phrase], now: datetime) -> None:
        """Put these phrases in place of all the former ones."""
        self._alphabet, self._last = Alphabet(self._readings), None
        self._where, self._fresh, self._newest, self._now = {}, {}, [], now
        self._settled = self._segments(phrases)

    def update(self, changed: Collection[Phrase], removed: Collection[str], now: datetime) -> None:
        """Take in phrases that are new or changed and forget others by id."""
        self._now = now
        gone = set(removed)
        kept = {phrase.id: phrase for phrase in changed if phrase.id not in gone}
        for phrase_id in (*gone, *kept):
            self._forget(phrase_id)
        if len(kept) > max(_FRESH, len(self._where) // 4):
            self.load([*_living(self._all), *kept.values()], now)
            return
        self._fresh |= kept
        self._newest = self._segments(self._fresh.values())
        if len(self._fresh) > _FRESH:
            self._settle()

    def find(self, text: str, scope: Scope = EVERYTHING, limit: int = 50, sieve: Sieve = NO_SIEVE) -> list[Hit]:
        """The best hits, in order. Any text may be asked for; an empty one gives the pinned and most used phrases.

        A typo is forgiven where little else is found.
        """
        if not text.strip():
            return self._most_used(scope, limit, sieve)
        asked = self.ask(text, scope, limit, sieve)
        hits = asked.hits()
        return asked.forgiven() if is_poor(hits) else hits

    def ask(self, text: str, scope: Scope = EVERYTHING, limit: int = 50, sieve: Sieve = NO_SIEVE) -> "Asked":
        """A query that is answered in two steps, of which the second is seldom needed and costs most."""
        query, words, joined = self._sought(text)
        wanted = ((segment, segment.within(scope, sieve)) for segment in self._all)
        segments = [(segment, rows) for segment, rows in wanted if rows.any()]
        return Asked(query, Finding(words, joined, limit, segments), self._readings, limit, self._now)

    def lifetimes(self) -> frozenset[Lifetime]:
        """Every lifetime that a phrase has or lately had."""
        return frozenset(lifetime for segment in self._all for lifetime in segment.lifetimes if lifetime is not None)

    def nearest(self, text: str, limit: int = 3) -> list[Near]:
        """The phrases whose body is nearly this text (case and width aside), nearest first."""
        from rapidfuzz import fuzz  # noqa: PLC0415 - 35 modules that no search needs

        folded = fold(text)
        found: list[Near] = []
        for segment in self._all:
            for row in segment.alike(text, _CANDIDATES):
                phrase = segment.phrases[row]
                ratio = fuzz.ratio(folded, fold(phrase.body), score_cutoff=NEARLY * 100) / 100
                if ratio >= NEARLY:
                    found.append(Near(phrase, ratio))
        return sorted(found, key=lambda near: -near.ratio)[:limit]

    @property
    def nbytes(self) -> int:
        """Bytes in memory, without the phrases themselves."""
        return sum(segment.nbytes for segment in self._all)

    def _sought(self, text: str) -> "_Sought":
        """A text made ready; the last one is kept, because a keystroke asks for it more than once."""
        if self._last is None or self._last[0] != text:
            query = Query.parse(text)
            words = [Sought(word, self._readings, self._alphabet) for word in query.words]
            joined = Sought(query.joined, self._readings, self._alphabet) if query.joined else None
            self._last = (text, (query, words, joined))
        return self._last[1]

    @property
    def _all(self) -> tuple[Segment, ...]:
        return (*self._settled, *self._newest)

    def _most_used(self, scope: Scope, limit: int, sieve: Sieve) -> list[Hit]:
        pinned: list[Phrase] = []
        others: list[Phrase] = []
        for segment in self._all:
            rows = segment.within(scope, sieve)
            pins = np.flatnonzero(rows & segment.pinned)
            pins = pins[np.argsort(segment.pin_positions[pins], kind="stable")]
            pinned += [segment.phrases[row] for row in pins[:limit]]
            others += [segment.phrases[row] for row in np.flatnonzero(rows & ~segment.pinned)[:limit]]
        pinned.sort(key=lambda phrase: (phrase.pin_position, standing(phrase, self._now)))
        others.sort(key=lambda phrase: standing(phrase, self._now))
        hits = [*((phrase, Tier.PINNED) for phrase in pinned), *((phrase, Tier.USE) for phrase in others)]
        unmarked = Marker(Query(()), self._readings)
        return [Hit(phrase, reason, unmarked) for phrase, reason in hits[:limit]]

    def _segments(self, phrases: Iterable[Phrase]) -> list[Segment]:
        """A segment over phrases, the best first, if there are any; those in the bin are left out."""
        alive = [phrase for phrase in phrases if phrase.deleted_at is None]
        alive.sort(key=lambda phrase: standing(phrase, self._now))
        if not alive:
            return []
        self._last = None  # it knows the characters of before
        for at in range(0, len(alive), MAX_ROWS):
            self._alphabet.learn(_texts(alive[at : at + MAX_ROWS]))
        segment = Segment(alive, self._alphabet)
        self._where |= {phrase.id: (segment, row) for row, phrase in enumerate(alive)}
        return [segment]

    def _forget(self, phrase_id: str) -> None:
        self._fresh.pop(phrase_id, None)
        segment, row = self._where.pop(phrase_id, (None, 0))
        if segment is not None:
            segment.alive[row] = False

    def _settle(self) -> None:
        """Put the newest segment to the settled ones, and make one of neighbours of like size."""
        self._settled += self._newest
        self._fresh, self._newest = {}, []
        while len(self._settled) > 1:
            pair = self._settled[-2:]
            rows = [len(segment.phrases) for segment in pair]
            if rows[0] > 2 * rows[1] or sum(rows) > MAX_ROWS:
                break
            self._settled[-2:] = self._segments(list(_living(pair)))


@dataclass(frozen=True, slots=True)
class Asked:
    """A query on its way."""

    query: Query
    finding: Finding
    readings: Readings
    limit: int
    now: datetime

    def hits(self) -> list[Hit]:
        """The best hits without a typo, in order."""
        return self._hits(self.finding.run()) if self.query.words else []

    def named(self) -> list[Hit]:
        """Those of them that have it in their short texts, without a look at the bodies."""
        return self._hits(self.finding.run_short()) if self.query.words else []

    def forgiven(self) -> list[Hit]:
        """The same with those that have one; after `hits`."""
        return self._hits(self.finding.forgive()) if self.query.words else []

    def _hits(self, found: Iterable[tuple[int, Phrase]]) -> list[Hit]:
        ordered = sorted(((place, standing(phrase, self.now), phrase) for place, phrase in found), key=_first_two)
        exact = Marker(self.query, self.readings)
        meant = Marker(self.query, self.readings, is_typo=True)
        hits = ((phrase, tier(place), place, order) for place, order, phrase in ordered[: self.limit])
        return [
            Hit(phrase, reason, meant if reason is Tier.TYPO else exact, place, order)
            for phrase, reason, place, order in hits
        ]


def _living(segments: Iterable[Segment]) -> Iterator[Phrase]:
    return (segment.phrases[row] for segment in segments for row in np.flatnonzero(segment.alive).tolist())


def _texts(phrases: Sequence[Phrase]) -> Iterator[str]:
    yield "".join(phrase.body for phrase in phrases)
    yield "".join(text for phrase in phrases for text in short_texts(phrase))


def _first_two(entry: tuple[int, Standing, Phrase]) -> tuple[int, Standing]:
    return entry[:2]
