"""The bodies of a segment, with every pair of characters and the rows it stands in.

The rule: pairs only choose rows; a word of three characters or more is then looked for in the bodies themselves, best
rows first, and only until enough are found.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.core.phrases.phrase import Phrase
from app.core.search.alphabet import BREAK, Alphabet, Ids
from app.core.search.automaton import Automaton
from app.core.search.grams import Grams, Numbers, distinct
from app.core.search.shorts import keyed
from app.core.values import dataclass

Flags = NDArray[np.bool_]
_Look = Callable[[Ids], Numbers]
_FIRST_BATCH, _LARGEST_BATCH = 16_384, 262_144
"""Characters that are looked through at a time; it doubles from the first to the largest."""

_VOTERS = 200
"""Pairs of a text that are looked up to find bodies like it."""


@dataclass(frozen=True, slots=True)
class Hope:
    """Rows in which a word stands for sure, rows in which it may, and how to look."""

    sure: Flags | None
    maybe: Flags | None
    look: _Look

    def rows(self) -> Flags:
        """All of them."""
        if self.sure is None or self.maybe is None:
            rows = self.maybe if self.sure is None else self.sure
            return np.zeros(0, np.bool_) if rows is None else rows
        return self.sure | self.maybe


class Bodies:
    """The pairs of all bodies; the bodies themselves stay with their phrases."""

    def __init__(self, phrases: Sequence[Phrase], alphabet: Alphabet) -> None:
        self._phrases = phrases
        self._alphabet = alphabet
        self._lengths = np.array([len(phrase.body) for phrase in phrases], np.int64)
        stream = self._encoded(phrases)
        places = (stream[:-1] != BREAK).nonzero()[0]
        rows = np.repeat(np.arange(len(phrases)), self._lengths + 1)
        pairs = keyed(stream, places, rows[places])
        pairs.sort()
        self._grams = Grams.of([distinct(pairs)], alphabet.size, np.uint16)

    def __len__(self) -> int:
        return len(self._lengths)

    def literal(self, ids: list[int]) -> "Hope":
        """Where these characters may stand one after the other."""
        if len(ids) < 3:
            pairs = self._grams.pair(ids[0], ids[1]) if len(ids) == 2 else self._grams.pairs(np.array(ids))
            return Hope(self._rows_of(pairs), None, _look_nowhere)
        rows = self._with_all(ids) & (self._lengths >= len(ids))
        return Hope(None, rows, lambda stream: _look_literal(stream, ids))

    def walked(self, automaton: Automaton) -> "Hope":
        """Where a walk may lead through."""
        chosen = self._grams.choose(automaton)
        done = chosen.one | chosen.two
        sure = self._rows_of(chosen.pairs[done])
        going = ~done & ((chosen.exact & ~automaton.goal) != 0)
        if not going.any():
            return Hope(sure, None, _look_nowhere)
        maybe = self._rows_of(chosen.pairs[going]) & ~sure
        for cut in automaton.cuts[1:]:
            if maybe.any():
                maybe &= self._rows_of(self._grams.across(automaton, cut))
        return Hope(sure, maybe, lambda stream: _look_walked(stream, automaton))

    def first(self, hope: "Hope", allowed: Flags, limit: int) -> Numbers:
        """The first rows of a hope that holds, in order."""
        sure = np.empty(0, np.int64) if hope.sure is None else (hope.sure & allowed).nonzero()[0]
        if hope.maybe is None:
            return sure[:limit]
        maybe = hope.maybe & allowed
        if len(sure) >= limit:
            maybe[sure[limit - 1] :] = False
        found = self._search(maybe.nonzero()[0], limit, hope.look)
        return np.sort(np.concatenate([sure, found]))[:limit]

    def among(self, hope: "Hope", rows: Numbers) -> Numbers:
        """Those of some rows for which a hope holds."""
        sure = rows[:0] if hope.sure is None else rows[hope.sure[rows]]
        if hope.maybe is None:
            return sure
        held: Numbers = np.concatenate([sure, self._search(rows[hope.maybe[rows]], len(rows), hope.look)])
        return held

    def alike(self, text: str, allowed: Flags, most: int) -> Numbers:
        """The rows whose body shares most of the rarer pairs with a text and is not much longer or shorter."""
        ids = self._alphabet.encode(text).tolist()
        pairs = [self._grams.pair(*pair) for pair in set(pairwise(ids))]
        known = sorted((pair for pair in pairs if len(pair)), key=lambda pair: int(self._grams.counts(0, pair)[0]))
        votes = np.zeros(len(self._lengths), np.int64)
        for pair in known[:_VOTERS]:
            votes[self._grams.places(0, pair)] += 1
        is_close = (self._lengths * 4 >= len(text) * 3) & (self._lengths * 3 <= len(text) * 4)
        rows = (allowed & is_close & (votes > 0)).nonzero()[0]
        best: Numbers = rows[np.argsort(-votes[rows], kind="stable")[:most]]
        return best

    def _with_all(self, ids: list[int]) -> Flags:
        """The rows that have every pair of some characters."""
        pairs = [self._grams.pair(*pair) for pair in dict.fromkeys(pairwise(ids))]
        rows = np.zeros(len(self._lengths), np.bool_)
        if not all(map(len, pairs)):
            return rows
        pairs.sort(key=lambda pair: int(self._grams.counts(0, pair)[0]))
        kept = self._grams.places(0, pairs[0])
        for pair in pairs[1:]:
            rows[:] = False
            rows[self._grams.places(0, pair)] = True
            kept = kept[rows[kept]]
        rows[:] = False
        rows[kept] = True
        return rows

    def _rows_of(self, pairs: Numbers) -> Flags:
        rows = np.zeros(len(self._lengths), np.bool_)
        rows[self._grams.places(0, pairs)] = True
        return rows

    def _search(self, rows: Numbers, limit: int, look: _Look) -> Numbers:
        found = [np.empty(0, np.int64)]
        for batch in self._batches(rows):
            hits = look(self._encoded([self._phrases[row] for row in batch.tolist()]))
            if len(hits):
                ends = np.cumsum(self._lengths[batch] + 1)
                found.append(batch[distinct(np.searchsorted(ends, np.sort(hits), "right"))])
                if sum(map(len, found)) >= limit:
                    break
        best: Numbers = np.concatenate(found)[:limit]
        return best

    def _encoded(self, phrases: Sequence[Phrase]) -> Ids:
        return self._alphabet.encode("\0".join([*(phrase.body for phrase in phrases), "\0"]))

    def _batches(self, rows: Numbers) -> Iterator[Numbers]:
        ends = np.cumsum(self._lengths[rows])
        at, size = 0, _FIRST_BATCH
        while at < len(rows):
            before = ends[at - 1] if at else 0
            to = max(int(np.searchsorted(ends, before + size)), at + 1)
            yield rows[at:to]
            at, size = to, min(size * 2, _LARGEST_BATCH)

    @property
    def nbytes(self) -> int:
        """Bytes in memory."""
        return self._lengths.nbytes + self._grams.nbytes


def _look_nowhere(stream: Ids) -> Numbers:
    return np.empty(0, np.int64)


def _look_literal(stream: Ids, ids: list[int]) -> Numbers:
    hits: Numbers = (stream == ids[0]).nonzero()[0]
    for number, char in enumerate(ids[1:], 1):
        hits = hits[stream[hits + number] == char]
        if not len(hits):
            break
    return hits


def _look_walked(stream: Ids, automaton: Automaton) -> Numbers:
    hits = automaton.starts[stream].nonzero()[0]
    states = automaton.starts[stream[hits]]
    found: Numbers = hits[(states & automaton.goal) != 0]
    at = hits
    while len(hits):
        at = at + 1
        states, _ = automaton.step(stream[at], states, None)
        found = np.concatenate([found, hits[(states & automaton.goal) != 0]])
        alive = states.nonzero()[0]
        hits, at, states = hits[alive], at[alive], states[alive]
    return found
