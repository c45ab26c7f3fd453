"""One query being answered: where to look first, and when enough is found.

The rule: a reason is looked for in all segments before the next worse reason is, and no further than until enough
phrases are found, since whatever comes later stands lower.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.core.phrases import Phrase
from app.core.pinyin import Readings
from app.core.search.alphabet import Alphabet
from app.core.search.hits import NO_SIEVE, Scope, Sieve
from app.core.search.query import Query
from app.core.search.rank import Place
from app.core.search.segment import SHELVES, Found, Look, Segment
from app.core.search.sought import Sought
from app.core.search.together import Forgiving, Together

ENOUGH = 3
"""With fewer hits than this, and none outside bodies, a typo is forgiven."""


class Finding:
    """The way through all segments for one query."""

    def __init__(self, query: Query, readings: Readings, alphabet: Alphabet, limit: int) -> None:
        self._limit = limit
        self._words = [Sought(word, readings, alphabet) for word in query.words]
        self._joined = Sought(query.joined, readings, alphabet) if query.joined else None

    def run(
        self, segments: Sequence[Segment], scope: Scope, sieve: Sieve = NO_SIEVE, *, is_forgiving: bool = True
    ) -> list[tuple[int, Phrase]]:
        """The best phrases of each segment with their places, not yet in order."""
        allowed = [segment.within(scope, sieve) for segment in segments]
        pairs = list(zip(segments, allowed, strict=True))
        if len(self._words) == 1:
            found = self._look([segment.look(self._words[0], rows) for segment, rows in pairs])
        else:
            found = self._together([Together(*pair, self._words, self._joined) for pair in pairs])
        if is_forgiving and self._is_poor(found):
            left = [rows & (old == Place.NOWHERE) for rows, old in zip(allowed, found, strict=True)]
            parts = [Forgiving(*pair, self._words) for pair in zip(segments, left, strict=True)]
            found = [np.minimum(*pair) for pair in zip(found, self._together(parts), strict=True)]
        return [
            (int(places[row]), segment.phrases[row])
            for segment, places in zip(segments, found, strict=True)
            for row in self._best(places).tolist()
        ]

    def _look(self, looks: Sequence[Look]) -> list[Found]:
        """Go from the best reason to the worst; rows are in order, so of bodies only the first ones are needed."""
        found = [look.found for look in looks]
        for last, shelves in SHELVES:
            for look in looks:
                look.shelves(shelves)
            if any(not look.is_counted for look in looks) and sum(look.count(last) for look in looks) >= self._limit:
                return found
        for way in (Look.body, Look.body_said):
            wanted = self._limit - _count(found)
            for look in looks if wanted > 0 else ():
                way(look, wanted)
        return found

    def _together(self, parts: Sequence[Together]) -> list[Found]:
        """All words at once: the short texts of all segments, then bodies as far as they are needed."""
        for part in parts:
            part.shorts()
        wanted = self._limit - _count([part.found for part in parts])
        for part in parts if wanted > 0 else ():
            part.bodies(wanted)
        return [part.found for part in parts]

    def _is_poor(self, found: list[Found]) -> bool:
        return _count(found) < ENOUGH and not any(np.any(rows <= Place.GROUP_SAID) for rows in found)

    def _best(self, found: Found) -> NDArray[np.int64]:
        rows = np.flatnonzero(found != Place.NOWHERE)
        if len(rows) <= self._limit:
            return rows
        order = found[rows].astype(np.int64) << 32 | rows
        return rows[np.argpartition(order, self._limit)[: self._limit]]


def _count(found: Sequence[Found]) -> int:
    return sum(int(np.count_nonzero(rows != Place.NOWHERE)) for rows in found)
