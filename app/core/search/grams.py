"""Every pair of neighbouring characters with the places where it stands, as flat sorted arrays.

The rule: a table has several shelves (kinds of places) that share one list of pairs, so that the pairs of a query are
looked up once; the places of a pair on a shelf are in ascending order.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.core.search.alphabet import Ids
from app.core.search.automaton import Automaton, States
from app.core.values import dataclass

Places = NDArray[Any]
"""Offsets into a stream (uint32) or rows (uint16)."""
Numbers = NDArray[np.int64]
_LOW = np.uint64(0xFFFF_FFFF)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The pairs of a table that a word may begin with, and what the first two steps came to at each."""

    pairs: Numbers
    seconds: Ids
    one: NDArray[np.bool_]
    """Whether the word is over after the first character."""
    two: NDArray[np.bool_]
    exact: States
    wrong: States | None
    going: NDArray[np.bool_]
    """Whether the word goes on after the second character."""
    thirds: NDArray[np.bool_]
    """For every character whether it may be the third one of any of them."""


class Grams:
    """The table. `keys` are first character << 16 | second one."""

    def __init__(self, keys: NDArray[np.uint32], offsets: NDArray[np.uint32], places: Places, size: int) -> None:
        self._keys = keys
        self._seconds = (keys & np.uint32(0xFFFF)).astype(np.uint16)
        self._offsets = offsets
        self._places = places
        self._known = size
        firsts = np.arange(size + 1, dtype=np.uint64) << np.uint64(16)
        self._starts = np.searchsorted(keys, firsts).astype(np.int64)

    @classmethod
    def of(cls, shelves: list[NDArray[np.uint64]], size: int, dtype: type[np.unsignedinteger[Any]]) -> "Grams":
        """Build from one array of key << 32 | place for each shelf."""
        for shelf in shelves:
            shelf.sort()
        keys = distinct(np.sort(np.concatenate([distinct(shelf >> np.uint64(32)) for shelf in shelves])))
        offsets = np.zeros((len(shelves), len(keys) + 1), np.uint32)
        parts: list[Places] = []
        total = 0
        for number, shelf in enumerate(shelves):
            offsets[number, :-1] = np.searchsorted(shelf, keys << np.uint64(32)) + total
            total += len(shelf)
            offsets[number, -1] = total
            parts.append((shelf & _LOW).astype(dtype))
        return cls(keys.astype(np.uint32), offsets, np.concatenate(parts), size)

    def pair(self, first: int, second: int) -> Numbers:
        """The number of one pair, or nothing."""
        if first >= self._known:
            return np.empty(0, np.int64)
        start, end = self._starts[first], self._starts[first + 1]
        at = start + np.searchsorted(self._seconds[start:end], second)
        return np.array([at] if at < end and self._seconds[at] == second else [], np.int64)

    def pairs(self, firsts: Numbers) -> Numbers:
        """The numbers of all pairs that begin with one of some characters."""
        firsts = firsts[firsts < self._known]
        starts = self._starts[firsts]
        return ranges(starts, self._starts[firsts + 1] - starts)

    def choose(self, automaton: Automaton) -> Chosen:
        """The pairs at which a walk may begin."""
        pairs = self.pairs(automaton.firsts)
        firsts = self._keys[pairs] >> np.uint32(16)
        seconds = self._seconds[pairs]
        exact = automaton.starts[firsts]
        wrong = None if automaton.starts_wrong is None else automaton.starts_wrong[firsts]
        one = _reaches(automaton, exact, wrong)
        exact, wrong = automaton.step(seconds, exact, wrong)
        two = _reaches(automaton, exact, wrong)
        alive = (exact if wrong is None else exact | wrong) != 0
        kept = (one | alive).nonzero()[0]
        kept_wrong = None if wrong is None else wrong[kept]
        left = (exact if wrong is None else exact | wrong)[kept] & ~automaton.goal
        thirds = automaton.taken_from(np.bitwise_or.reduce(left))
        return Chosen(pairs[kept], seconds[kept], one[kept], two[kept], exact[kept], kept_wrong, left != 0, thirds)

    def across(self, automaton: Automaton, letter: int) -> Numbers:
        """The pairs whose first character takes some letter of the word, among others, on a way through the word."""
        before, after = automaton.across(letter)
        pairs = self.pairs(before.nonzero()[0])
        kept = before[self._keys[pairs] >> np.uint32(16)] & after[self._seconds[pairs]]
        chosen: Numbers = pairs[kept.nonzero()[0]]
        return chosen

    def counts(self, shelf: int, pairs: Numbers) -> Numbers:
        """How many places each pair has on a shelf."""
        offsets = self._offsets[shelf]
        counts: Numbers = offsets[pairs + 1].astype(np.int64) - offsets[pairs]
        return counts

    def places(self, shelf: int, pairs: Numbers, counts: Numbers | None = None) -> Places:
        """All places of some pairs, pair after pair; their counts, if they are known already."""
        if len(pairs) == 1:
            start, end = self._offsets[shelf, pairs[0]], self._offsets[shelf, pairs[0] + 1]
            return self._places[start:end]
        counts = self.counts(shelf, pairs) if counts is None else counts
        return self._places[ranges(self._offsets[shelf][pairs].astype(np.int64), counts)]

    @property
    def nbytes(self) -> int:
        """Bytes in memory."""
        arrays = (self._keys, self._seconds, self._offsets, self._places, self._starts)
        return sum(array.nbytes for array in arrays)


def distinct(ordered: NDArray[Any]) -> NDArray[Any]:
    """The different values of a sorted array (`numpy.unique` hashes, which takes fifty times as long here)."""
    is_new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    return ordered[is_new]


def ranges(starts: Numbers, lengths: Numbers) -> Numbers:
    """The numbers start … start + length - 1 of each pair of them, one after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    numbers: Numbers = np.arange(total) + np.repeat(starts - ends + lengths, lengths)
    return numbers


def _reaches(automaton: Automaton, exact: States, wrong: States | None) -> NDArray[np.bool_]:
    states = exact if wrong is None else exact | wrong
    reached: NDArray[np.bool_] = (states & automaton.goal) != 0
    return reached
