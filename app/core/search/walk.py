"""Walking a way over one text, character by character: for highlighting, where there are few texts.

The rule: it finds exactly what the automaton of the index finds; the tests hold the two against each other.
"""

from app.core.pinyin import Readings
from app.core.search.query import Step, Way

_Mask = tuple[int, int, bool]


class Walker:
    """A way made ready to be walked over many texts; it remembers each character it has met."""

    def __init__(self, way: Way, readings: Readings) -> None:
        self._goal = 1 << way.length
        self._steps = way.steps
        self._readings = readings
        self._masks: dict[str, tuple[_Mask, ...]] = {}

    def ends(self, text: str, start: int) -> list[int]:
        """The places of a folded text at which a match that begins at `start` may end, nearest first."""
        exact, wrong = 1, 0
        found: list[int] = []
        for at in range(start, len(text)):
            exact, wrong = self._next(text[at], exact, wrong)
            if not exact | wrong:
                break
            if (exact | wrong) & self._goal:
                found.append(at + 1)
        return found

    def first(self, text: str, start: int) -> int:
        """The nearest end of a match that begins at `start`, or -1."""
        if not self._mask(text[start]):
            return -1
        return next(iter(self.ends(text, start)), -1)

    def _next(self, char: str, exact: int, wrong: int) -> tuple[int, int]:
        to_exact = to_wrong = 0
        for length, mask, is_wrong in self._mask(char):
            if is_wrong:
                to_wrong |= (exact & mask) << length
            else:
                to_exact |= (exact & mask) << length
                to_wrong |= (wrong & mask) << length
        return to_exact, to_wrong

    def _mask(self, char: str) -> tuple[_Mask, ...]:
        known = self._masks.get(char)
        if known is None:
            known = self._masks[char] = self._masks_of(char)
        return known

    def _masks_of(self, char: str) -> tuple[_Mask, ...]:
        sounds = self._readings.typed(char)
        masks: dict[tuple[int, bool], int] = {}
        for step in self._steps:
            if self._takes(step, char, sounds):
                key = (step.end - step.start, step.is_wrong)
                masks[key] = masks.get(key, 0) | 1 << step.start
        return tuple((length, mask, is_wrong) for (length, is_wrong), mask in masks.items())

    def _takes(self, step: Step, char: str, sounds: tuple[str, ...]) -> bool:
        if not step.sound:
            return step.char == char
        if step.is_wrong:
            return any(sound in self._readings.near(step.sound) for sound in sounds)
        if step.is_open:
            return any(sound.startswith(step.sound) for sound in sounds)
        return step.sound in sounds
