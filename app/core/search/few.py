"""Finding one thing among a few dozen by its words: as they are written, in pinyin, or by initials.

The rule: every typed word must be found; things are held against the query one by one, so there is no index to keep.
"""

from collections.abc import Iterator, Sequence

from app.core.pinyin import Readings
from app.core.search.folding import fold
from app.core.search.query import Query, Word
from app.core.search.walk import Walker

NOWHERE = -1
_IN_PART = 3


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

        The first `spoken` texts are also read as pinyin: a whole word of theirs that sounds so counts as if it were
        written so, a part of one stands behind the next text. `NOWHERE` where a word of the query stands in none.
        """
        texts = [fold(shelf) for shelf in shelves]
        places = [word.place(texts, spoken) for word in self._words]
        return NOWHERE if NOWHERE in places else max(places, default=NOWHERE)


class _Word:
    def __init__(self, word: Word, readings: Readings) -> None:
        self._text = word.text
        self._walker = Walker(word.mixed(readings), readings) if word.has_letters else None

    def place(self, texts: Sequence[str], spoken: int) -> int:
        """Twice the number of the best text it stands in, and three more where only a part of a word sounds so."""
        return min((one for one in self._places(texts, spoken)), default=NOWHERE)

    def _places(self, texts: Sequence[str], spoken: int) -> Iterator[int]:
        for number, text in enumerate(texts):
            if self._text in text:
                yield 2 * number
            elif number < spoken and self._sounds(text):
                yield 2 * number + (0 if any(self._sounds_whole(word) for word in text.split()) else _IN_PART)

    def _sounds(self, text: str) -> bool:
        walker = self._walker
        return walker is not None and any(walker.first(text, start) > 0 for start in range(len(text)))

    def _sounds_whole(self, word: str) -> bool:
        return self._walker is not None and len(word) in self._walker.ends(word, 0)
