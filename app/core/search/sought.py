"""A typed word made ready to be looked for in the segments of an index.

The rule: each way is made when it is first needed; most words are found before their last way is tried.
"""

from functools import cached_property

from app.core.pinyin import Readings
from app.core.search.alphabet import Alphabet
from app.core.search.automaton import Automaton
from app.core.search.query import LEAST_TYPO, Way, Word


class Sought:
    """One word and its automata."""

    def __init__(self, word: Word, readings: Readings, alphabet: Alphabet) -> None:
        self.word = word
        self._readings = readings
        self._alphabet = alphabet

    @cached_property
    def ids(self) -> list[int]:
        """The word's characters by number; none if one of them stands in no text."""
        ids = [self._alphabet.id(char) for char in self.word.text]
        return ids if all(ids) else []

    @cached_property
    def mixed(self) -> Automaton | None:
        """How it may stand in short texts, if it may be pinyin."""
        return self._made(self.word.mixed(self._readings)) if self.word.has_letters else None

    @cached_property
    def full(self) -> Automaton | None:
        """How it may stand in bodies, if it may be pinyin."""
        return self._made(self.word.in_full(self._readings)) if self.word.has_letters else None

    @cached_property
    def sounding(self) -> Automaton | None:
        """How it may sound, if it is Chinese."""
        return self._made(self.word.sounding(self._readings)) if self.word.is_chinese else None

    @cached_property
    def mistyped(self) -> Automaton | None:
        """With one letter wrong, if it is long enough."""
        return self._made(self.word.mistyped(self._readings)) if self.word.letters >= LEAST_TYPO else None

    def _made(self, way: Way) -> Automaton | None:
        automaton = Automaton(way, self._alphabet)
        return None if automaton.is_dead else automaton
