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
from app.core.search.query import Query, Word
from app.core.search.rank import Place
from app.core.search.segment import SHELVES, Flags, Found, Look, Segment
from app.core.search.sought import Sought

ENOUGH = 3
"""With fewer hits than this, and none outside bodies, a typo is forgiven."""
_ALL = 1 << 40


class Finding:
    """The way through all segments for one query."""

    def __init__(self, query: Query, readings: Readings, alphabet: Alphabet, limit: int) -> None:
        self._limit = limit
        self._words = [self._sought(word, readings, alphabet) for word in query.words]
        self._words.sort(key=lambda sought: -len(sought.word.text))
        self._joined = self._sought(query.joined, readings, alphabet) if query.joined else None

    @staticmethod
    def _sought(word: Word, readings: Readings, alphabet: Alphabet) -> Sought:
        return Sought(word, readings, alphabet)

    def run(self, large: Sequence[Segment], small: Sequence[Segment], scope: Scope) -> list[tuple[int, Phrase]]:
        """The best phrases with their places, not yet in order: of the small segments each one's best."""
        segments = [*small, *large]
        allowed = [segment.within(scope) for segment in segments]
        if len(self._words) == 1:
            looks = [segment.look(self._words[0], rows) for segment, rows in zip(segments, allowed, strict=True)]
            self._look(looks, len(small))
            found = [look.found for look in looks]
        else:
            found = [self._together(segment, rows) for segment, rows in zip(segments, allowed, strict=True)]
        if self._is_poor(found):
            for number, (segment, rows) in enumerate(zip(segments, allowed, strict=True)):
                found[number] = self._forgiving(segment, rows, found[number])
        best = [self._best(rows) for rows in found]
        return [
            (int(places[row]), segment.phrases[row])
            for segment, places, rows in zip(segments, found, best, strict=True)
            for row in rows
        ]

    def _look(self, looks: list[Look], small: int) -> None:
        """Go from the best reason to the worst; the large segments are in order, so bodies may end in the middle."""
        for last, shelves in SHELVES:
            for look in looks:
                look.shelves(shelves)
            if sum(int(np.count_nonzero(look.found <= last)) for look in looks) >= self._limit:
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

    def _together(self, segment: Segment, allowed: Flags) -> Found:
        """Every word somewhere in the phrase; the worst place of them counts, unless they stand together as one."""
        places = np.zeros(len(allowed), np.uint8)
        left = allowed
        for sought in self._words:
            found = self._everywhere(segment.look(sought, left))
            places = np.maximum(places, found)
            left = left & (found != Place.NOWHERE)
            if not left.any():
                break
        if self._joined is not None:
            places = np.minimum(places, self._everywhere(segment.look(self._joined, allowed)))
        return places

    def _everywhere(self, look: Look) -> Found:
        for _, shelves in SHELVES:
            look.shelves(shelves)
        look.body(_ALL)
        look.body_said(_ALL)
        return look.found

    def _is_poor(self, found: list[Found]) -> bool:
        if sum(int(np.count_nonzero(rows != Place.NOWHERE)) for rows in found) >= ENOUGH:
            return False
        return all(not np.any(rows <= Place.GROUP_SAID) for rows in found)

    def _forgiving(self, segment: Segment, allowed: Flags, before: Found) -> Found:
        """The same once more, each word with a typo where it is not found without."""
        places = np.zeros(len(allowed), np.uint8)
        left = allowed & (before == Place.NOWHERE)
        for sought in self._words:
            look = segment.look(sought, left)
            if len(self._words) > 1:
                self._everywhere(look)
            look.meant(_ALL)
            places = np.maximum(places, look.found)
            left = left & (look.found != Place.NOWHERE)
        return np.minimum(before, places)

    def _best(self, found: Found) -> NDArray[np.int64]:
        rows = np.flatnonzero(found != Place.NOWHERE)
        if len(rows) <= self._limit:
            return rows
        order = found[rows].astype(np.int64) << 32 | rows
        return rows[np.argpartition(order, self._limit)[: self._limit]]
