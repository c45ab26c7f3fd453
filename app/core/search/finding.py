"""One query being answered: where to look first, and when enough is found.

The rule: a reason is looked for in all segments before the next worse reason is, and no further than until enough
phrases are found, since whatever comes later stands lower.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.core.phrases.phrase import Phrase
from app.core.search.rank import Place
from app.core.search.segment import SHELVES, Flags, Found, Look, Segment
from app.core.search.sought import Sought
from app.core.search.together import Forgiving, Together


class Finding:
    """The way through all segments for one query: `run`, then perhaps `forgive`."""

    def __init__(
        self,
        words: Sequence[Sought],
        joined: Sought | None,
        limit: int,
        segments: Sequence[tuple[Segment, Flags]],
    ) -> None:
        """`segments` come with the rows that are looked through."""
        self._limit = limit
        self._segments = segments
        self._found: list[Found] = []
        self._words = words
        self._joined = joined

    def run(self) -> list[tuple[int, Phrase]]:
        """The best phrases of each segment with their places, not yet in order."""
        if len(self._words) == 1:
            self._found = self._look([segment.look(self._words[0], rows) for segment, rows in self._segments])
        else:
            self._found = self._together([Together(*pair, self._words, self._joined) for pair in self._segments])
        return self._phrases()

    def run_short(self) -> list[tuple[int, Phrase]]:
        """The best phrases that have it in their short texts; their bodies are not looked at."""
        if len(self._words) == 1:
            looks = [segment.look(self._words[0], rows) for segment, rows in self._segments]
            self._found = [look.found for look in looks]
            self._look_short(looks)
        else:
            parts = [Together(*pair, self._words, self._joined) for pair in self._segments]
            for part in parts:
                part.shorts()
            self._found = [part.found for part in parts]
        return self._phrases()

    def forgive(self) -> list[tuple[int, Phrase]]:
        """The same with those that are found with a typo."""
        pairs = zip(self._segments, self._found, strict=True)
        parts = [Forgiving(segment, rows & (old == Place.NOWHERE), self._words) for (segment, rows), old in pairs]
        self._found = [np.minimum(*pair) for pair in zip(self._found, self._together(parts), strict=True)]
        return self._phrases()

    def _phrases(self) -> list[tuple[int, Phrase]]:
        return [
            (int(places[row]), segment.phrases[row])
            for (segment, _), places in zip(self._segments, self._found, strict=True)
            for row in self._best(places).tolist()
        ]

    def _look(self, looks: Sequence[Look]) -> list[Found]:
        """Go from the best reason to the worst; rows are in order, so of bodies only the first ones are needed."""
        found = [look.found for look in looks]
        if self._look_short(looks):
            return found
        for way in (Look.body, Look.body_said):
            wanted = self._limit - _count(found)
            for look in looks if wanted > 0 else ():
                way(look, wanted)
        return found

    def _look_short(self, looks: Sequence[Look]) -> bool:
        """Look through the short texts until enough are found; whether they were."""
        for last, shelves in SHELVES:
            for look in looks:
                look.shelves(shelves)
            if any(not look.is_counted for look in looks) and sum(look.count(last) for look in looks) >= self._limit:
                return True
        return False

    def _together(self, parts: Sequence[Together]) -> list[Found]:
        """All words at once: the short texts of all segments, then bodies as far as they are needed."""
        for part in parts:
            part.shorts()
        wanted = self._limit - _count([part.found for part in parts])
        for part in parts if wanted > 0 else ():
            part.bodies(wanted)
        return [part.found for part in parts]

    def _best(self, found: Found) -> NDArray[np.int64]:
        rows = np.flatnonzero(found != Place.NOWHERE)
        if len(rows) <= self._limit:
            return rows
        order = found[rows].astype(np.int64) << 32 | rows
        return rows[np.argpartition(order, self._limit)[: self._limit]]


def _count(found: Sequence[Found]) -> int:
    return sum(int(np.count_nonzero(rows != Place.NOWHERE)) for rows in found)
