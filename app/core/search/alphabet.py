"""The characters of the indexed texts as small numbers, ordered by how they sound.

The rule: 0 is the break between two texts and matches nothing; a character keeps its number as long as the alphabet
lives, and what is not in it occurs in no text.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from app.core.pinyin import Readings
from app.core.search.folding import fold
from app.core.search.query import Step

Ids = NDArray[np.uint16]
_CODES = 0x110000
_MAX = 65_535
BREAK = 0
LATIN, OTHER = 1, 2
_NOTHING = np.empty(0, np.uint16)


class Alphabet:
    """Every folded character that was learnt. Beyond 65,534 of them the rest share a number that nothing finds."""

    def __init__(self, readings: Readings) -> None:
        self.size = 1
        self.script = np.zeros(_MAX + 1, np.uint8)
        self._readings = readings
        self._ids: dict[str, int] = {}
        self._by_code = np.zeros(1, np.uint16)
        """The number of each code point up to the last one learnt, and a break for all beyond."""
        self._by_spelling: dict[str, Ids] = {}
        self._joined: dict[tuple[str, bool], Ids] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Give every character of some texts a number, neighbours in sound next to each other."""
        raw = self._new(texts)
        sounds = {char: self._readings.typed(char) for char in {fold(char) for char in raw} if char not in self._ids}
        spelled: dict[str, list[int]] = {}
        for char in sorted(sounds, key=lambda char: (sounds[char][:1], char)):
            number = self._ids[char] = min(self.size, _MAX)
            self.size = min(self.size + 1, _MAX)
            self.script[number] = script(char)
            for spelling in sounds[char] if number < _MAX else ():
                spelled.setdefault(spelling, []).append(number)
        for char in raw:
            self._by_code[ord(char)] = self._ids[fold(char)]
        for spelling, numbers in spelled.items():
            known = self._by_spelling.get(spelling, _NOTHING)
            self._by_spelling[spelling] = np.concatenate([known, np.array(numbers, np.uint16)])
        self._joined.clear()

    def _new(self, texts: Iterable[str]) -> list[str]:
        """The characters of some texts that have no number yet; there is room for one for each."""
        seen = np.zeros(_CODES, np.bool_)
        for text in texts:
            seen[codes(text)] = True
        seen[0] = False
        new = np.flatnonzero(seen)
        new = new[self._by_code.take(new, mode="clip") == BREAK]
        if len(new) and new[-1] + 1 >= len(self._by_code):
            self._by_code = np.pad(self._by_code, (0, int(new[-1]) + 2 - len(self._by_code)))
        return [chr(code) for code in new]

    def encode(self, text: str) -> Ids:
        """The numbers of a text as it was written; NUL and what was never learnt is the break."""
        return self._by_code.take(codes(text), mode="clip")

    def id(self, char: str) -> int:
        """The number of a folded character, or 0."""
        number = self._ids.get(char, BREAK)
        return number if number < _MAX else BREAK

    def ids(self, step: Step) -> Ids:
        """The characters that a step takes."""
        if not step.sound:
            number = self.id(step.char)
            return np.array([number], np.uint16) if number else _NOTHING
        if not step.is_open and not step.is_wrong:
            return self._by_spelling.get(step.sound, _NOTHING)
        known = self._joined.get((step.sound, step.is_wrong))
        if known is None:
            sounds = (self._readings.near if step.is_wrong else self._readings.beginning)(step.sound)
            parts = [self._by_spelling.get(sound, _NOTHING) for sound in sounds]
            known = self._joined[step.sound, step.is_wrong] = np.unique(np.concatenate([_NOTHING, *parts]))
        return known


def codes(text: str) -> NDArray[np.uint32]:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def script(char: str) -> int:
    """What a folded character is to the eye that looks for words: no letter, a Latin letter or digit, any other."""
    if not char.isalnum():
        return 0
    return LATIN if char.isascii() else OTHER
