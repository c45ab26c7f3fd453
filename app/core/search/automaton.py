"""A way over a word as bit masks, walked over very many places of the texts at once.

The rule: bit k of a state means that the first k letters are taken. A character takes the letters from k to k + n where
bit k of its mask for n is set, so that one step over all places is: state & mask, shifted by n, for every n.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from app.core.search.alphabet import Alphabet, Ids
from app.core.search.query import Step, Way

States = NDArray[np.uint64]
_ONE = np.uint64(1)


class Automaton:
    """A way made ready for one alphabet."""

    def __init__(self, way: Way, alphabet: Alphabet) -> None:
        self.goal = np.uint64(1 << way.length)
        exact = _reaching(way.length, way.steps)
        self._exact = _tables(exact, alphabet, is_wrong=False)
        self._wrong = _tables(exact, alphabet, is_wrong=True)
        starts = np.zeros(alphabet.size + 1, np.uint64)
        starts_wrong = np.zeros(alphabet.size + 1, np.uint64)
        for length, table in self._exact:
            starts |= (table & _ONE) << length
        for length, table in self._wrong:
            starts_wrong |= (table & _ONE) << length
        self.starts = starts
        self.starts_wrong = starts_wrong if self._wrong else None
        self.firsts = np.flatnonzero(starts | starts_wrong)
        self.cuts = _cuts(way.length, exact)

    @property
    def is_dead(self) -> bool:
        """Whether no text of the alphabet can begin a match."""
        return not len(self.firsts)

    def step(self, ids: Ids, exact: States, wrong: States | None) -> tuple[States, States | None]:
        """The states after one more character."""
        after = np.zeros(len(ids), np.uint64)
        after_wrong = np.zeros(len(ids), np.uint64) if wrong is not None else None
        for length, table in self._exact:
            mask = table[ids]
            after |= (exact & mask) << length
            if wrong is not None and after_wrong is not None:
                after_wrong |= (wrong & mask) << length
        if after_wrong is not None:
            for length, table in self._wrong:
                after_wrong |= (exact & table[ids]) << length
        return after, after_wrong

    def taken_from(self, states: np.uint64) -> NDArray[np.bool_]:
        """For every character whether any of some states goes on with it."""
        after = np.zeros_like(self.starts)
        for _, table in (*self._exact, *self._wrong):
            after |= table
        taken: NDArray[np.bool_] = (after & states) != 0
        return taken

    def across(self, letter: int) -> tuple[States, States]:
        """For every character: how many letters may be taken after it if it takes this letter, and where it may start.

        A pair of characters of a match that holds this letter in the first of them has a bit in common.
        """
        before = np.zeros_like(self.starts)
        after = np.zeros_like(self.starts)
        for length, table in self._exact:
            starts = sum(1 << at for at in range(max(0, letter - int(length) + 1), letter + 1))
            before |= (table & np.uint64(starts)) << length
            after |= table
        return before, after


def _tables(steps: Iterable[Step], alphabet: Alphabet, is_wrong: bool) -> list[tuple[np.uint64, States]]:
    tables: dict[int, States] = {}
    for step in steps:
        if step.is_wrong is is_wrong:
            ids = alphabet.ids(step)
            if len(ids):
                length = step.end - step.start
                table = tables.get(length)
                if table is None:
                    table = tables[length] = np.zeros(alphabet.size + 1, np.uint64)
                table[ids] |= np.uint64(1 << step.start)
    return [(np.uint64(length), table) for length, table in sorted(tables.items())]


def _reaching(length: int, steps: Iterable[Step]) -> list[Step]:
    """The steps that lie on some path from the beginning to the end."""
    ordered = sorted(steps, key=lambda step: step.start)
    reached = {0}
    for step in ordered:
        if step.start in reached:
            reached.add(step.end)
    leading = {length}
    for step in reversed(ordered):
        if step.end in leading:
            leading.add(step.start)
    return [step for step in ordered if step.start in reached and step.end in leading]


def _cuts(length: int, steps: list[Step]) -> tuple[int, ...]:
    """Letters that no way through the word takes with its last character, about one for each character of a match."""
    last = min((step.start for step in steps if step.end == length), default=0)
    longest: dict[int, int] = {}
    for step in steps:
        longest[step.start] = max(step.end, longest.get(step.start, 0))
    cuts = [0] if last else []
    while cuts and longest.get(cuts[-1], length) < last:
        cuts.append(longest[cuts[-1]])
    return tuple(dict.fromkeys((*cuts, last - 1))) if cuts else ()
