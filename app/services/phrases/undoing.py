"""The way back: what the library did last, and how the phrases were before.

The rule: a step knows whole former phrases, so undoing it needs no other knowledge than the step itself.
"""

from collections import deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from enum import Enum

from app.core.phrases.phrase import Phrase
from app.core.values import dataclass

LIMIT = 50


class Did(Enum):
    """What a step did; the interface turns it into a sentence with the step's count."""

    CREATED = "created"
    EDITED = "edited"
    DUPLICATED = "duplicated"
    MOVED = "moved"
    REORDERED = "reordered"
    RENAMED = "renamed"
    JOINED = "joined"
    PINNED = "pinned"
    UNPINNED = "unpinned"
    DELETED = "deleted"
    RESTORED = "restored"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done. `ids` are the phrases it was done to; `before` may hold neighbours that gave way.

    There is always an id. None in `before` stands for a phrase that did not exist.
    """

    did: Did
    ids: tuple[str, ...]
    before: Mapping[str, Phrase | None]

    @property
    def count(self) -> int:
        """The number of phrases that the agent meant."""
        return len(self.ids)


class Steps:
    """The last things done, the newest first to be undone; the oldest are forgotten."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._steps: deque[Step] = deque(maxlen=limit)

    @property
    def last(self) -> Step | None:
        """What an undo would undo."""
        return self._steps[-1] if self._steps else None

    def add(self, step: Step) -> None:
        """Remember a thing done."""
        self._steps.append(step)

    def drop_last(self) -> None:
        """Forget the thing that was undone."""
        self._steps.pop()

    def forget(self, ids: Collection[str]) -> None:
        """Forget phrases that are gone for good, and the steps that were about nothing else."""
        gone = set(ids)
        kept = [_without(step, gone) if gone & step.before.keys() else step for step in self._steps]
        self._steps.clear()
        self._steps.extend(step for step in kept if step.ids and step.before)

    def rewrite(self, ids: Collection[str], rewritten: Callable[[Phrase], Phrase]) -> None:
        """Have the steps speak of some phrases as if what `rewritten` does had been done before all of them.

        That a phrase did not exist is forgotten: whoever did this has it exist.
        """
        touched = set(ids)
        kept = [_rewritten(step, touched, rewritten) for step in self._steps]
        self._steps.clear()
        self._steps.extend(step for step in kept if step.ids and step.before)

    def clear(self) -> None:
        """Forget everything."""
        self._steps.clear()

    def phrases(self) -> list[Phrase]:
        """Every former phrase that an undo may bring back."""
        return [phrase for step in self._steps for phrase in step.before.values() if phrase is not None]


def _rewritten(step: Step, touched: set[str], rewritten: Callable[[Phrase], Phrase]) -> Step:
    if not touched & step.before.keys():
        return step
    born = {key for key, was in step.before.items() if was is None and key in touched}
    later = _without(step, born)
    before = {key: rewritten(was) if was and key in touched else was for key, was in later.before.items()}
    return replace(later, before=before)


def _without(step: Step, gone: set[str]) -> Step:
    ids = tuple(phrase_id for phrase_id in step.ids if phrase_id not in gone)
    return replace(step, ids=ids, before={key: phrase for key, phrase in step.before.items() if key not in gone})
