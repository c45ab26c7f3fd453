"""What was typed, cut into words, and the ways in which each word may be read against a text.

The rule: a way is a list of steps, each of which takes one character of the text for some letters of the word; a word
matches where steps lead from its beginning to its end. The index (`automaton.py`) and the highlighting (`marks.py`)
walk the same steps.
"""

import re
from collections.abc import Iterable, Iterator

from app.core.pinyin import LONGEST, TWO_LETTER_INITIALS, Readings
from app.core.search.folding import fold, fold_apostrophes
from app.core.values import dataclass

MAX_SPOKEN = 60
"""Letters and characters that a word may have and still be read as pinyin: the automaton has 64 bits."""
MAX_WORDS = 12
"""Words beyond this are taken as one: nobody types them, they are pasted."""
LEAST_TYPO = 4
"""Letters from which on one typo is forgiven; shorter ones are nearly everything with a letter changed."""
LEAST_MIXED_TYPO = 5
"""Letters from which on a typo is also forgiven among initials."""

_BREAK = re.compile(r"(?<=[a-z])'(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Step:
    """One character for the letters from `start` to `end`: the `char` itself or one that sounds like `sound`.

    With `is_open` the sound only begins so; with `is_wrong` it is one letter off, and taking it is the one typo.
    """

    start: int
    end: int
    char: str = ""
    sound: str = ""
    is_open: bool = False
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """The steps over a word of some length."""

    length: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """One typed word, folded. `spoken` is it without the apostrophes of pinyin, `breaks` where they were."""

    text: str
    spoken: str
    breaks: frozenset[int] = frozenset()

    @property
    def has_letters(self) -> bool:
        """Whether it may be pinyin, in whole or in part."""
        return len(self.spoken) <= MAX_SPOKEN and any("a" <= char <= "z" for char in self.spoken)

    @property
    def letters(self) -> int:
        """How many of its characters are Latin letters, if it may be pinyin."""
        return sum("a" <= char <= "z" for char in self.spoken) if self.has_letters else 0

    @property
    def is_chinese(self) -> bool:
        """Whether it has two Chinese characters or more, and may be read by their sound."""
        return len(self.spoken) <= MAX_SPOKEN and sum("\u3400" <= char <= "\u9fff" for char in self.spoken) > 1

    def literal(self) -> Way:
        """The word as it stands."""
        return Way(len(self.text), tuple(_literal(self.text)))

    def in_full(self, readings: Readings) -> Way:
        """Whole syllables, the last of which may be unfinished if another stands before it: the way for bodies."""
        return Way(len(self.spoken), tuple(self._keep((*_literal(self.spoken), *self._full(readings, 1)))))

    def mixed(self, readings: Readings) -> Way:
        """Syllables and initials in any mixture: the way for titles and all short texts."""
        steps = (*_literal(self.spoken), *self._full(readings, 0), *self._initials(readings))
        return Way(len(self.spoken), tuple(self._keep(steps)))

    def sounding(self, readings: Readings) -> Way:
        """Whole syllables and any character that sounds like the one typed: the input method chose the wrong one."""
        sounds = (
            Step(at, at + 1, sound=reading) for at, char in enumerate(self.spoken) for reading in readings.of(char)
        )
        return Way(len(self.spoken), (*self.in_full(readings).steps, *sounds))

    def mistyped(self, readings: Readings) -> Way:
        """With one wrong, missing, extra or swapped letter in one syllable."""
        exact = self.mixed(readings) if len(self.spoken) >= LEAST_MIXED_TYPO else self.in_full(readings)
        return Way(len(self.spoken), (*exact.steps, *self._keep(tuple(self._wrong(readings)))))

    def _full(self, readings: Readings, open_from: int) -> Iterator[Step]:
        letters = self.spoken
        for at in range(len(letters)):
            for sound in readings.syllables_at(letters, at):
                yield Step(at, at + len(sound), sound=sound)
            if at >= open_from and readings.beginning(letters[at:]):
                yield Step(at, len(letters), sound=letters[at:], is_open=True)

    def _initials(self, readings: Readings) -> Iterator[Step]:
        for at in range(len(self.spoken)):
            for length in (1, 2):
                letters = self.spoken[at : at + length]
                if letters in TWO_LETTER_INITIALS or (length == 1 and readings.beginning(letters)):
                    yield Step(at, at + len(letters), sound=letters, is_open=True)

    def _wrong(self, readings: Readings) -> Iterator[Step]:
        for at in range(len(self.spoken)):
            for end in range(at + 1, min(at + LONGEST + 1, len(self.spoken)) + 1):
                letters = self.spoken[at:end]
                if letters.isascii() and letters.isalpha() and readings.near(letters):
                    yield Step(at, end, sound=letters, is_wrong=True)

    def _keep(self, steps: tuple[Step, ...]) -> Iterable[Step]:
        """No step over an apostrophe."""
        if not self.breaks:
            return steps
        return (step for step in steps if not any(step.start < at < step.end for at in self.breaks))


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a query, all of which must match; `joined` is them as one, which counts as well and ranks better."""

    words: tuple[Word, ...]
    joined: Word | None = None

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Any text is a query; spaces and line breaks part the words."""
        parts = fold_apostrophes(fold(text)).split()
        if len(parts) > MAX_WORDS:
            parts = [" ".join(parts)]
        words = tuple(dict.fromkeys(_word(part) for part in parts))
        spoken = "".join(word.spoken for word in words)
        if len(parts) < 2 or len(spoken) > MAX_SPOKEN:
            return cls(words)
        return cls(words, _join([_word(part) for part in parts]))


def _word(part: str) -> Word:
    breaks = frozenset(match.start() - number for number, match in enumerate(_BREAK.finditer(part)))
    return Word(part, _BREAK.sub("", part), breaks)


def _join(words: list[Word]) -> Word:
    spoken = ""
    breaks: set[int] = set()
    for word in words:
        breaks |= {len(spoken) + at for at in word.breaks} | ({len(spoken)} if spoken else set())
        spoken += word.spoken
    return Word(spoken, spoken, frozenset(breaks))


def _literal(text: str) -> Iterator[Step]:
    return (Step(at, at + 1, char=char) for at, char in enumerate(text))
