"""What to highlight in a phrase that was found.

The rule: in each text the plainest way that finds anything is shown: as typed, else by pinyin, else with a typo.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from app.core.phrases.phrase import Phrase
from app.core.pinyin import Readings
from app.core.search.folding import fold, squeezed, squeezed_places
from app.core.search.hits import Marks, Spans
from app.core.search.query import LEAST_TYPO, Query, Word
from app.core.search.walk import Walker

MAX_SPANS = 200
"""Spans that are marked in one text; a single letter in a very long body has thousands."""


class Marker:
    """Marks phrases for one query; for the few rows that are shown."""

    def __init__(self, query: Query, readings: Readings, is_typo: bool = False) -> None:
        self._words = [_WordMarker(word, readings, is_typo) for word in query.words]
        self._joined = _WordMarker(query.joined, readings, is_typo=False) if query.joined else None

    def __call__(self, phrase: Phrase) -> Marks:
        """The marks of one phrase."""
        return Marks(
            self._short(phrase.title),
            self._spans(phrase.body, is_body=True),
            *(
                tuple(self._short(text) for text in texts)
                for texts in (phrase.codes, phrase.keywords, phrase.questions, phrase.group)
            ),
        )

    def _short(self, text: str) -> Spans:
        found = self._spans(text, is_body=False)
        tight = None if found else squeezed(text)
        if tight is None:
            return found
        places = squeezed_places(text)
        return tuple((places[start], places[end - 1] + 1) for start, end in self._spans(tight, is_body=False))

    def _spans(self, text: str, is_body: bool) -> Spans:
        folded = fold(text)
        if self._joined:
            found = self._joined.spans(folded, is_body)
            if found:
                return tuple(found)
        return _merged(span for word in self._words for span in word.spans(folded, is_body))


class _WordMarker:
    def __init__(self, word: Word, readings: Readings, is_typo: bool) -> None:
        self._word = word
        self._readings = readings
        self._is_typo = is_typo

    @cached_property
    def _full(self) -> Walker:
        return Walker(self._word.in_full(self._readings), self._readings)

    @cached_property
    def _mixed(self) -> Walker:
        return Walker(self._word.mixed(self._readings), self._readings)

    @cached_property
    def _sounding(self) -> Walker:
        return Walker(self._word.sounding(self._readings), self._readings)

    @cached_property
    def _mistyped(self) -> Walker:
        return Walker(self._word.mistyped(self._readings), self._readings)

    def spans(self, folded: str, is_body: bool) -> list[tuple[int, int]]:
        """Where the word stands in a folded text, left to right without overlap."""
        found = _literal(self._word.text, folded)
        if not found and self._word.has_letters:
            found = _walked(self._full if is_body else self._mixed, folded)
        if not found and self._is_typo:
            found = self._typos(folded, is_body)
        return found

    def _typos(self, folded: str, is_body: bool) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        if self._word.is_chinese:
            found = _walked(self._sounding, folded)
        if not found and not is_body and self._word.letters >= LEAST_TYPO:
            found = _walked(self._mistyped, folded)
        return found


def _literal(needle: str, folded: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = folded.find(needle)
    while at >= 0 and len(found) < MAX_SPANS:
        found.append((at, at + len(needle)))
        at = folded.find(needle, at + len(needle))
    return found


def _walked(walker: Walker, folded: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(folded) and len(found) < MAX_SPANS:
        end = walker.first(folded, at)
        if end < 0:
            at += 1
        else:
            found.append((at, end))
            at = end
    return found


def _merged(spans: Iterable[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    ordered: Sequence[tuple[int, int]] = sorted(spans)
    for start, end in ordered:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
