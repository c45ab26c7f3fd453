"""Finding one thing among a few dozen by its words: as they are written, in pinyin, or by initials.

The rule: every typed word must be found; things are held against the query one by one, so there is no index to keep.
"""

from collections.abc import Sequence

from app.core.pinyin import Readings
from app.core.search.folding import fold
from app.core.search.query import Query, Word
from app.core.search.walk import Walker

NOWHERE = -1


class Few:
    """One query, made ready to be held against texts."""

    def __init__(self, typed: str, readings: Readings) -> None:
        self._words = [_Word(word, readings) for word in Query.parse(typed).words]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self._words

    def place(self, shelves: Sequence[str], *, spoken: int) -> int:
        """Where the query stands in texts that are ordered from the most telling on; the less, the better.

        The first `spoken` texts are also read as pinyin. `NOWHERE` where a word of the query stands in none of them.
        """
        texts = [fold(shelf) for shelf in shelves]
        places = [word.place(texts, spoken) for word in self._words]
        return NOWHERE if NOWHERE in places else max(places, default=NOWHERE)


class _Word:
    def __init__(self, word: Word, readings: Readings) -> None:
        self._text = word.text
        self._walker = Walker(word.mixed(readings), readings) if word.has_letters else None

    def place(self, texts: Sequence[str], spoken: int) -> int:
        """Twice the number of the first text it stands in, and one more where it only sounds so."""
        for number, text in enumerate(texts):
            if self._text in text:
                return 2 * number
            if number < spoken and self._sounds(text):
                return 2 * number + 1
        return NOWHERE

    def _sounds(self, text: str) -> bool:
        walker = self._walker
        return walker is not None and any(walker.first(text, start) > 0 for start in range(len(text)))
