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
from app.core.search.hits import Scope
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

    def run(self, large: Sequence[Segment], small: Sequence[Segment], scope: Scope) -> list[tuple[int, Phrase]]:
        """The best phrases with their places, not yet in order: of the small segments each one's best."""
        segments = [(segment, segment.within(scope)) for segment in (*small, *large)]
        if len(self._words) == 1:
            looks = [segment.look(self._words[0], rows) for segment, rows in segments]
            self._look(looks, len(small))
            found = [look.found for look in looks]
        else:
            found = self._together([Together(*one, self._words, self._joined) for one in segments], len(small))
        if self._is_poor(found):
            left = [
                (segment, rows & (old == Place.NOWHERE)) for (segment, rows), old in zip(segments, found, strict=True)
            ]
            new = self._together([Forgiving(*one, self._words) for one in left], len(small))
            found = [np.minimum(*pair) for pair in zip(found, new, strict=True)]
        return [
            (int(places[row]), segment.phrases[row])
            for (segment, _), places in zip(segments, found, strict=True)
            for row in self._best(places).tolist()
        ]

    def _look(self, looks: list[Look], small: int) -> None:
        """Go from the best reason to the worst; the large segments are in order, so bodies may end in the middle."""
        for last, shelves in SHELVES:
            for look in looks:
                look.shelves(shelves)
            if all(look.is_counted for look in looks):
                continue
            if sum(look.count(last) for look in looks) >= self._limit:
                return
        count = sum(int(np.count_nonzero(look.found != Place.NOWHERE)) for look in looks)
        for way in (Look.body, Look.body_said):
            wanted = self._limit - count
            for number, look in enumerate(looks):
                if wanted <= 0:
                    return
                got = way(look, wanted if number >= small else self._limit)
                count += got
                wanted -= got if number >= small else 0

    def _together(self, parts: Sequence[Together], small: int) -> list[Found]:
        """All words at once: the short texts of all segments, then bodies as far as they are needed."""
        for part in parts:
            part.shorts()
        wanted = self._limit - sum(int(np.count_nonzero(part.found != Place.NOWHERE)) for part in parts)
        for number, part in enumerate(parts):
            if wanted > 0:
                got = part.bodies(wanted)
                wanted -= got if number >= small else 0
        return [part.found for part in parts]

    def _is_poor(self, found: list[Found]) -> bool:
        if sum(int(np.count_nonzero(rows != Place.NOWHERE)) for rows in found) >= ENOUGH:
            return False
        return all(not np.any(rows <= Place.GROUP_SAID) for rows in found)

    def _best(self, found: Found) -> NDArray[np.int64]:
        rows = np.flatnonzero(found != Place.NOWHERE)
        if len(rows) <= self._limit:
            return rows
        order = found[rows].astype(np.int64) << 32 | rows
        return rows[np.argpartition(order, self._limit)[: self._limit]]
