"""The readings of Chinese characters and how people type them.

The rule: a reading has no tone and every reading that a character has in a word counts; the text of the table is handed
in (`resources/pinyin.txt`), nothing is read here.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

LONGEST = 6
"""Letters of the longest syllable (`zhuang`)."""
TWO_LETTER_INITIALS = ("zh", "ch", "sh")


@dataclass(frozen=True)
class Readings:
    """Every reading of every character, the main one first; ü is written `v`.

    `lists` are the readings that some character has, the first of them none; `numbers` says for each code point which
    of them are its own. A dict of 27,000 characters would take 3 MB.
    """

    lists: Sequence[tuple[str, ...]]
    numbers: Sequence[int]

    @classmethod
    def parse(cls, text: str) -> "Readings":
        """Read the table: a line is a syllable, TAB, the characters it is the main reading of, TAB, the others."""
        lines = [(*line.split("\t"), "", "")[:3] for line in text.splitlines() if line and not line.startswith("#")]
        several: dict[str, tuple[str, ...]] = dict.fromkeys("".join(others for _, _, others in lines), ())
        for syllable, chars, _ in lines:
            several.update(dict.fromkeys(several.keys() & set(chars), (syllable,)))
        for syllable, _, others in lines:
            for char in others:
                several[char] += (syllable,)
        main = (((syllable,), chars) for syllable, chars, _ in lines)
        return cls._of([*main, *((own, char) for char, own in several.items())])

    @classmethod
    def of_chars(cls, by_char: Mapping[str, tuple[str, ...]]) -> "Readings":
        """A small table."""
        return cls._of([(own, char) for char, own in by_char.items()])

    @classmethod
    def _of(cls, entries: Sequence[tuple[tuple[str, ...], str]]) -> "Readings":
        """The last entry of a character counts."""
        last = max((ord(max(chars)) for _, chars in entries if chars), default=0)
        lists: dict[tuple[str, ...], int] = {(): 0}
        numbers = array("H", bytes(2 * (last + 1)))
        for own, chars in entries:
            number = lists.setdefault(own, len(lists))
            for code in map(ord, chars):
                numbers[code] = number
        return cls(tuple(lists), numbers)

    def of(self, char: str) -> tuple[str, ...]:
        """The readings of one character, the main one first; none for what is not Chinese."""
        code = ord(char or "\0")
        return self.lists[self.numbers[code]] if code < len(self.numbers) else ()

    def typed(self, char: str) -> tuple[str, ...]:
        """Everything that may be typed for a character in full: `lv` and `lu` for 绿."""
        return tuple(dict.fromkeys(spelling for reading in self.of(char) for spelling in spellings(reading)))

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling of a syllable, in the order of the alphabet."""
        return tuple(sorted({spelling for own in self.lists for one in own for spelling in spellings(one)}))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.spellings)

    def beginning(self, letters: str) -> tuple[str, ...]:
        """The spellings that begin with some letters, themselves included."""
        start = bisect_left(self.spellings, letters)
        end = bisect_left(self.spellings, letters + "{")  # the character after z
        return self.spellings[start:end]

    def syllables_at(self, letters: str, start: int) -> tuple[str, ...]:
        """The whole syllables that stand at a place of what was typed, shortest first."""
        ends = range(start + 1, min(start + LONGEST, len(letters)) + 1)
        return tuple(letters[start:end] for end in ends if letters[start:end] in self._known)

    def near(self, letters: str) -> tuple[str, ...]:
        """The spellings that differ from some letters by one wrong, missing, extra or swapped letter."""
        known = self._near.get(letters)
        if known is None:
            close = {spelling for key in _shortened(letters) for spelling in self._by_shortened.get(key, ())}
            known = tuple(sorted(one for one in close if one != letters and _is_one_off(letters, one)))
            self._near[letters] = known
        return known

    @cached_property
    def _near(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _by_shortened(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for spelling in self.spellings:
            for key in _shortened(spelling):
                found[key].append(spelling)
        return found


def spellings(reading: str) -> tuple[str, ...]:
    """How a syllable may be typed: ü as v or u, also after j, q, x and y, where it is written u."""
    if "v" in reading:
        return (reading, reading.replace("v", "u"))
    if reading[0] in "jqxy" and reading[1:2] == "u":
        return (reading, reading[0] + "v" + reading[2:])
    return (reading,)


def _shortened(letters: str) -> set[str]:
    """The letters and every way to leave one out: two spellings with one typo between them share one of these."""
    return {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}


def _is_one_off(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    if len(left) < len(right):
        return left[same:] == right[same + 1 :]
    if len(left) > len(right):
        return left[same + 1 :] == right[same:]
    if left[same + 1 :] == right[same + 1 :]:
        return True
    return left[same : same + 2] == right[same : same + 2][::-1] and left[same + 2 :] == right[same + 2 :]
