"""Several words of a query in one segment, all of which must stand somewhere in a phrase.

The rule: the worst place of the words counts, and one in a body counts as `BODY` however it was found, so that rows may
be looked at best first and only until enough are found.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from app.core.search.bodies import Bodies, Hope
from app.core.search.grams import Numbers
from app.core.search.rank import Place
from app.core.search.segment import SHELVES, Flags, Found, Look, Segment
from app.core.search.sought import Sought

_FIRST_ROWS = 256
"""Rows that are looked at together at first; each time twice as many."""


class Together:
    """The words as they were typed."""

    place = Place.BODY

    def __init__(self, segment: Segment, allowed: Flags, words: Sequence[Sought], joined: Sought | None) -> None:
        self.found: Found = np.zeros(len(allowed), np.uint8)
        self._segment = segment
        self._allowed = allowed
        self._looks = [segment.look(word, allowed) for word in words]
        self._joined = segment.look(joined, allowed) if joined else None

    def shorts(self) -> None:
        """Look through the short texts."""
        for look in self._looks:
            self._short(look)
            np.maximum(self.found, look.found, out=self.found)
        if self._joined:
            _all_shelves(self._joined)
            np.minimum(self.found, self._joined.found, out=self.found)

    def bodies(self, wanted: int) -> None:
        """Look for what is missing in the bodies, until so many more rows are found."""
        for start, bodies in self._segment.blocks:
            if wanted > 0:
                wanted -= self._block(bodies, slice(start, start + len(bodies)), wanted)

    def _block(self, bodies: Bodies, block: slice, wanted: int) -> int:
        open_rows = self._allowed[block] & (self.found[block] == Place.NOWHERE)
        words: list[tuple[Flags, list[Hope]]] = []
        for look in self._looks:
            if not open_rows.any():
                return 0
            done = look.found[block] != Place.NOWHERE
            words.append((done, self._hopes(look, bodies)))
            open_rows = open_rows & np.logical_or.reduce([done, *(hope.rows() for hope in words[-1][1])])
        got = 0
        for rows in _growing(open_rows.nonzero()[0]):
            held = rows
            for done, hopes in words:
                held = _holding(bodies, done, hopes, held)
            self.found[block][held] = self.place
            got += len(held)
            if got >= wanted:
                break
        return got

    def _short(self, look: Look) -> None:
        _all_shelves(look)

    def _hopes(self, look: Look, bodies: Bodies) -> list[Hope]:
        return look.hopes(bodies)


class Forgiving(Together):
    """The words with a typo in each where it is not found without."""

    place = Place.BODY_MEANT

    def __init__(self, segment: Segment, allowed: Flags, words: Sequence[Sought]) -> None:
        super().__init__(segment, allowed, words, None)

    def _short(self, look: Look) -> None:
        if len(self._looks) > 1:
            _all_shelves(look)
        look.meant()

    def _hopes(self, look: Look, bodies: Bodies) -> list[Hope]:
        return [*(look.hopes(bodies) if len(self._looks) > 1 else ()), *look.hopes_meant(bodies)]


def _all_shelves(look: Look) -> None:
    for _, shelves in SHELVES:
        look.shelves(shelves)


def _growing(rows: Numbers) -> Iterator[Numbers]:
    at, size = 0, _FIRST_ROWS
    while at < len(rows):
        yield rows[at : at + size]
        at, size = at + size, size * 2


def _holding(bodies: Bodies, done: Flags, hopes: list[Hope], rows: Numbers) -> Numbers:
    """Those of some rows in which one word stands, in a short text or in the body."""
    is_done = done[rows]
    kept, left = [rows[is_done]], rows[~is_done]
    for hope in hopes:
        if len(left):
            kept.append(bodies.among(hope, left))
            left = np.setdiff1d(left, kept[-1], assume_unique=True)
    return np.sort(np.concatenate(kept))
