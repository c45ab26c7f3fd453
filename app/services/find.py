"""Finding: the one door through which the window and the command line search the library.

The rule: it may be built and loaded in a helper thread and is then handed over; from there on one thread uses it.
"""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from app.core.phrases import Phrase
from app.core.search import question
from app.core.search.hits import EVERYTHING, Hit, Near, Scope
from app.ports import Clock

if TYPE_CHECKING:
    from app.core.search.index import Index

LIMIT = 50
"""Hits that are asked for at a keystroke: more than anyone reads."""


class Find:
    """Searches the library. `make_index` is called once, at building: reading the table and numpy take their time."""

    def __init__(self, make_index: Callable[[], "Index"], clock: Clock) -> None:
        self._index = make_index()
        self._clock = clock

    def load(self, phrases: Sequence[Phrase]) -> None:
        """Put these phrases in place of all the former ones."""
        self._index.load(phrases, self._clock.now())

    def update(self, changed: Collection[Phrase], removed: Collection[str] = ()) -> None:
        """Take in phrases that are new, changed or just used, and forget others by id."""
        self._index.update(changed, removed, self._clock.now())

    def results(self, text: str, scope: Scope = EVERYTHING, limit: int = LIMIT) -> list[Hit]:
        """The best hits for what was typed, in order; for nothing typed, pinned and most used phrases.

        A sentence that no phrase holds finds those that share most of its words.
        """
        found = self._index.find(text, scope, limit)
        if found:
            return found
        return question.together([self._index.find(piece, scope, LIMIT) for piece in question.pieces(text)], limit)

    def nearest(self, body: str, limit: int = 3) -> list[Near]:
        """Phrases that say nearly the same, for the warning of the editor."""
        return self._index.nearest(body, limit)
