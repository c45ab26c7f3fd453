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
_EITHER = np.bitwise_or.reduce


class Masks:
    """For every number of letters that a character may take at once a row, for every character a column."""

    def __init__(self, steps: Iterable[Step], alphabet: Alphabet) -> None:
        rows: dict[int, States] = {}
        for step in steps:
            ids = alphabet.ids(step)
            if len(ids):
                length = step.end - step.start
                if length not in rows:
                    rows[length] = np.zeros(alphabet.size + 1, np.uint64)
                rows[length][ids] |= np.uint64(1 << step.start)
        self.lengths = np.array(list(rows), np.uint64)[:, None]
        self.table = np.array(list(rows.values()), np.uint64).reshape(len(rows), alphabet.size + 1)

    def after(self, states: States, ids: Ids) -> States:
        """The states after one more character."""
        return self._shifted(states, self.table.take(ids, axis=1))

    def after_each(self, starts: States) -> States:
        """For every character the state after it, if it may start where `starts` has a bit for each length."""
        return self._shifted(starts, self.table)

    def _shifted(self, states: States, table: States) -> States:
        moved: States = _EITHER((table & states) << self.lengths, axis=0)
        return moved


class Automaton:
    """A way made ready for one alphabet."""

    def __init__(self, way: Way, alphabet: Alphabet) -> None:
        self.goal = np.uint64(1 << way.length)
        steps = _reaching(way.length, way.steps)
        exact = [step for step in steps if not step.is_wrong]
        self._exact = Masks(exact, alphabet)
        self._wrong = Masks((step for step in steps if step.is_wrong), alphabet) if len(exact) < len(steps) else None
        self.starts = self._exact.after_each(np.array([_ONE]))
        self.starts_wrong = self._wrong.after_each(np.array([_ONE])) if self._wrong else None
        starts = self.starts if self.starts_wrong is None else self.starts | self.starts_wrong
        self.firsts = starts.nonzero()[0]
        self.cuts = _cuts(way.length, steps)

    @property
    def is_dead(self) -> bool:
        """Whether no text of the alphabet can begin a match."""
        return not len(self.firsts)

    def step(self, ids: Ids, exact: States, wrong: States | None) -> tuple[States, States | None]:
        """The states after one more character, without a typo and with one."""
        after = self._exact.after(exact, ids)
        if wrong is None or self._wrong is None:
            return after, None
        return after, self._exact.after(wrong, ids) | self._wrong.after(exact, ids)

    def taken_from(self, states: np.uint64) -> NDArray[np.bool_]:
        """For every character whether any of some states goes on with it."""
        after = _EITHER(self._exact.table, axis=0)
        if self._wrong:
            after |= _EITHER(self._wrong.table, axis=0)
        taken: NDArray[np.bool_] = (after & states) != 0
        return taken

    def across(self, letter: int) -> tuple[States, States]:
        """For every character: how many letters may be taken after it if it takes this letter, and where it may start.

        A pair of characters of a match that holds this letter in the first of them has a bit in common.
        """
        lengths = self._exact.lengths[:, 0].tolist()
        starts = [sum(1 << at for at in range(max(0, letter - length + 1), letter + 1)) for length in lengths]
        before = self._exact.after_each(np.array(starts, np.uint64)[:, None])
        return before, _EITHER(self._exact.table, axis=0)


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
