"""Where short texts come from, and whose they are: one phrase's own, a group's, or a list that many phrases share.

The rule: a text that many phrases have alike is indexed once. The answers of thousands of products have the same
questions, which would otherwise be most of the index.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.core.phrases.phrase import Phrase
from app.core.search.alphabet import Alphabet
from app.core.search.grams import Numbers
from app.core.search.shorts import Rows, Shorts
from app.core.search.texts import Field, own_texts, texts_of

LEAST_SHARED = 16
"""Phrases that have a list of keywords or of questions alike, from which on it is indexed once for all."""
_List = tuple[Field, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Source:
    """Short texts, and the rows of phrases for their rows."""

    shorts: Shorts
    rows: Callable[[Rows], Rows]


def own_source(phrases: Sequence[Phrase], shared: "Shared", alphabet: Alphabet) -> Source:
    """What phrases have for themselves."""
    return Source(Shorts(map(shared.without, phrases), alphabet), lambda rows: rows)


class Shared:
    """The lists that many phrases have alike, each with the rows of these phrases."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        counts = Counter(one for phrase in phrases for one in _lists(phrase))
        self._numbers = {one: number for number, one in enumerate(one for one in counts if counts[one] >= LEAST_SHARED)}
        numbers: list[int] = []
        rows: list[int] = []
        for row, phrase in enumerate(phrases if self._numbers else ()):
            for one in _lists(phrase):
                number = self._numbers.get(one)
                if number is not None:
                    numbers.append(number)
                    rows.append(row)
        order = np.argsort(np.array(numbers, np.int64), kind="stable")
        self._rows = np.array(rows, np.uint32)[order]
        self._starts = np.searchsorted(np.array(numbers, np.int64)[order], np.arange(len(self._numbers) + 1))

    def __len__(self) -> int:
        return len(self._numbers)

    def source(self, alphabet: Alphabet) -> Source:
        """The texts of these lists."""
        return Source(Shorts((texts_of(*one) for one in self._numbers), alphabet), self._spread)

    def without(self, phrase: Phrase) -> Iterator[tuple[Field, str]]:
        """The texts of a phrase that are not in a list here."""
        yield from own_texts(phrase)
        for one in _lists(phrase):
            if one not in self._numbers:
                yield from texts_of(*one)

    def _spread(self, found: Rows) -> Rows:
        lists: Numbers = np.unique(found)
        if not len(lists):
            return found
        return np.concatenate([self._rows[self._starts[one] : self._starts[one + 1]] for one in lists.tolist()])

    @property
    def nbytes(self) -> int:
        """Bytes in memory."""
        return self._rows.nbytes + self._starts.nbytes


def _lists(phrase: Phrase) -> tuple[_List, ...]:
    both = ((Field.KEYWORD, phrase.keywords), (Field.QUESTION, phrase.questions))
    return tuple(one for one in both if one[1])
