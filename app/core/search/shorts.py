"""Short texts of rows (titles, codes, keywords, questions; groups), with every place where something stands in them.

The rule: a place is on exactly one shelf, by what a match that begins there is worth.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.core.search.alphabet import BREAK, Alphabet
from app.core.search.automaton import Automaton
from app.core.search.grams import Chosen, Grams, Numbers, Places
from app.core.search.texts import Field
from app.core.values import dataclass

Flags = NDArray[np.bool_]
Rows = NDArray[Any]


class Shelf(IntEnum):
    """What a match is worth by where it begins."""

    TITLE_START = 0
    TITLE_WORD = 1
    TITLE_INSIDE = 2
    CODE_START = 3
    KEYWORD_START = 4
    KEYWORD_INSIDE = 5
    GROUP = 6


OF_PHRASES = tuple(shelf for shelf in Shelf if shelf is not Shelf.GROUP)
OF_LISTS = (Shelf.KEYWORD_START, Shelf.KEYWORD_INSIDE)


@dataclass(frozen=True, slots=True)
class Matches:
    """Rows that match, some perhaps more than once, and whether the match is the whole text."""

    rows: Rows
    whole: Flags


class Shorts:
    """The short texts in one stream, a break after each."""

    def __init__(self, own: Iterable[Iterable[tuple[Field, str]]], alphabet: Alphabet) -> None:
        """`own` are the texts of each row."""
        texts: list[str] = []
        fields: list[int] = []
        rows: list[int] = []
        for row, pairs in enumerate(own):
            for field, text in pairs:
                texts.append(text)
                fields.append(field)
                rows.append(row)
        self._stream = alphabet.encode("\0".join([*texts, "\0"]))
        lengths = np.array([len(text) + 1 for text in texts], np.int64)
        self._rows = np.repeat(np.array(rows, np.uint32), lengths)
        shelves = self._shelves(np.array(fields, np.uint8), lengths, alphabet)
        self._grams = Grams.of(list(self._keyed(shelves)), alphabet.size, np.uint32)

    def literal(self, ids: list[int]) -> Numbers:
        """The pairs at which a word begins that is looked for as it stands."""
        if len(ids) == 1:
            return self._grams.pairs(np.array(ids))
        return self._grams.pair(ids[0], ids[1])

    def standing(self, ids: list[int], pairs: Numbers, shelf: Shelf) -> Matches:
        """Where on a shelf a word stands, its first pairs known."""
        places = self._grams.places(shelf, pairs)
        for number, char in enumerate(ids[2:], 2):
            if not len(places):
                break
            places = places[self._stream[places + np.uint32(number)] == char]
        return Matches(self._rows[places], self._stream[places + np.uint32(len(ids))] == BREAK)

    def choose(self, automaton: Automaton) -> Chosen:
        """The pairs at which a walk may begin."""
        return self._grams.choose(automaton)

    def walked(self, automaton: Automaton, chosen: Chosen, shelves: Sequence[Shelf]) -> list[Matches]:
        """Where on each of some shelves a walk from its beginning to its end begins."""
        counts = np.concatenate([self._grams.counts(shelf, chosen.pairs) for shelf in shelves])
        pairs = np.tile(np.arange(len(chosen.pairs)), len(shelves)).repeat(counts)
        if not len(pairs):
            return []
        places = np.concatenate([self._grams.places(shelf, chosen.pairs) for shelf in shelves])
        found, whole = self._walk(automaton, chosen, pairs, places)
        kept = found.nonzero()[0]
        ends = counts.cumsum()[len(chosen.pairs) - 1 :: len(chosen.pairs)]
        parts = np.split(kept, kept.searchsorted(ends[:-1]))
        return [Matches(self._rows.take(places.take(part)), whole.take(part)) for part in parts]

    def _walk(self, automaton: Automaton, chosen: Chosen, pairs: Numbers, places: Places) -> tuple[Flags, Flags]:
        """For each place, the pair at it known, whether a walk ends and whether one does at the end of the text."""
        found = (chosen.one | chosen.two)[pairs]
        whole = (chosen.one & (chosen.seconds == BREAK))[pairs]
        two = chosen.two[pairs].nonzero()[0]
        whole[two] |= self._stream[places[two] + np.uint32(2)] == BREAK
        going = chosen.going[pairs].nonzero()[0]
        going = going[chosen.thirds[self._stream[places[going] + np.uint32(2)]]]
        exact = chosen.exact[pairs[going]]
        wrong = None if chosen.wrong is None else chosen.wrong[pairs[going]]
        at = places[going] + np.uint32(2)
        while len(going):
            exact, wrong = automaton.step(self._stream[at], exact, wrong)
            at += np.uint32(1)
            both = exact if wrong is None else exact | wrong
            over = (both & automaton.goal) != 0
            found[going[over]] = True
            whole[going[over]] |= self._stream[at[over]] == BREAK
            alive = (both & ~automaton.goal).nonzero()[0]
            going, at, exact = going[alive], at[alive], exact[alive]
            wrong = None if wrong is None else wrong[alive]
        return found, whole

    def _shelves(self, fields: NDArray[np.uint8], lengths: Numbers, alphabet: Alphabet) -> NDArray[np.uint8]:
        field = np.repeat(fields, lengths)
        is_first = np.zeros(len(field), np.bool_)
        is_first[np.cumsum(lengths)[:-1]] = True
        is_first[:1] = True
        script = alphabet.script[self._stream[: len(field)]]
        is_word = script != 0
        is_word[1:] &= script[1:] != script[:-1]
        shelves = np.full(len(field), Shelf.KEYWORD_INSIDE, np.uint8)
        for wanted, shelf in (
            (is_first, Shelf.KEYWORD_START),
            (is_first & (field == Field.CODE), Shelf.CODE_START),
            (field == Field.TITLE, Shelf.TITLE_INSIDE),
            (is_word & (field == Field.TITLE), Shelf.TITLE_WORD),
            (is_first & (field == Field.TITLE), Shelf.TITLE_START),
            (field == Field.GROUP, Shelf.GROUP),
        ):
            shelves[wanted] = shelf
        return shelves

    def _keyed(self, shelves: NDArray[np.uint8]) -> Iterator[NDArray[np.uint64]]:
        for shelf in Shelf:
            places = ((shelves == shelf) & (self._stream[: len(shelves)] != BREAK)).nonzero()[0]
            yield keyed(self._stream, places, places)

    @property
    def nbytes(self) -> int:
        """Bytes in memory."""
        return self._stream.nbytes + self._rows.nbytes + self._grams.nbytes


def keyed(stream: NDArray[np.uint16], at: Numbers, places: Places) -> NDArray[np.uint64]:
    """Pair << 32 | place, as `Grams` is built from."""
    keys: NDArray[np.uint64] = stream[at].astype(np.uint64)
    for part, bits in ((stream[at + 1], 16), (places, 32)):
        keys <<= np.uint64(bits)
        keys |= part.astype(np.uint64)
    return keys
