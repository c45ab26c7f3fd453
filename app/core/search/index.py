"""The index of all phrases: what is typed in, the best hits out.

The rule: whatever was loaded, changed or removed is answered for from the next query on.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from rapidfuzz import fuzz

from app.core.phrases import Phrase
from app.core.pinyin import Readings
from app.core.search.folding import fold
from app.core.search.hits import EVERYTHING, Hit, Marks, Near, Scope, Tier
from app.core.search.marks import Marker
from app.core.search.query import LEAST_TYPO, Query, Word
from app.core.search.rank import Place, Standing, standing, tier
from app.core.search.texts import Field, spoken_texts
from app.core.search.walk import Walker

ENOUGH = 3
"""With fewer hits than this a typo is looked for."""
NEARLY = 0.9
"""The ratio from which on two bodies are nearly the same."""


class Index:
    """Finds phrases. Not thread-safe, but may be built in one thread and handed over to another."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._phrases: dict[str, tuple[Phrase, Standing]] = {}

    def load(self, phrases: Sequence[Phrase], now: datetime) -> None:
        """Put these phrases in place of all the former ones."""
        self._phrases = {}
        self.update(phrases, (), now)

    def update(self, changed: Collection[Phrase], removed: Collection[str], now: datetime) -> None:
        """Take in phrases that are new or changed and forget others by id."""
        for phrase in changed:
            self._phrases[phrase.id] = (phrase, standing(phrase, now))
        for phrase_id in removed:
            self._phrases.pop(phrase_id, None)

    def find(self, text: str, scope: Scope = EVERYTHING, limit: int = 50) -> list[Hit]:
        """The best hits, in order."""
        query = Query.parse(text)
        rows = sorted((entry for entry in self._phrases.values() if scope.holds(entry[0])), key=lambda entry: entry[1])
        if not query.words:
            rows.sort(key=lambda entry: (not entry[0].is_pinned, entry[0].pin_position))
            kept = [phrase for phrase, _ in rows[:limit]]
            return [Hit(one, Tier.PINNED if one.is_pinned else Tier.USE, lambda _: Marks()) for one in kept]
        found = self._judged(query, rows, is_typo=False)
        if len(found) < ENOUGH:
            known = {phrase.id for _, phrase in found}
            found += [entry for entry in self._judged(query, rows, is_typo=True) if entry[1].id not in known]
        exact, typo = Marker(query, self._readings), Marker(query, self._readings, is_typo=True)
        return [
            Hit(phrase, tier(place), typo if tier(place) is Tier.TYPO else exact) for place, phrase in found[:limit]
        ]

    def _judged(self, query: Query, rows: list[tuple[Phrase, Standing]], is_typo: bool) -> list[tuple[int, Phrase]]:
        words = [_Judge(word, self._readings, is_typo) for word in query.words]
        joined = _Judge(query.joined, self._readings, is_typo) if query.joined else None
        found = []
        for phrase, _ in rows:
            place = max(word.place(phrase) for word in words)
            if joined:
                place = min(place, joined.place(phrase))
            if place != Place.NOWHERE:
                found.append((place, phrase))
        return sorted(found, key=lambda entry: entry[0])

    def nearest(self, text: str, limit: int = 3) -> list[Near]:
        """The phrases whose body is nearly this text, nearest first."""
        folded = fold(text)
        found = [
            Near(phrase, ratio)
            for phrase, _ in self._phrases.values()
            if phrase.deleted_at is None and (ratio := fuzz.ratio(folded, fold(phrase.body)) / 100) >= NEARLY
        ]
        return sorted(found, key=lambda near: -near.ratio)[:limit]


class _Judge:
    def __init__(self, word: Word, readings: Readings, is_typo: bool) -> None:
        self._word = word
        self._short: list[tuple[Walker, int]] = [(Walker(word.literal(), readings), 0)]
        self._long: list[tuple[Walker, int]] = list(self._short)
        if word.has_letters:
            self._short.append((Walker(word.mixed(readings), readings), 1))
            self._long.append((Walker(word.in_full(readings), readings), 1))
        if is_typo and word.is_chinese:
            self._short.append((Walker(word.sounding(readings), readings), 2))
            self._long.append((Walker(word.sounding(readings), readings), 2))
        if is_typo and word.letters >= LEAST_TYPO:
            self._short.append((Walker(word.mistyped(readings), readings), 2))

    def place(self, phrase: Phrase) -> int:
        if any(fold(code) == self._word.text for code in phrase.codes):
            return Place.CODE
        places = [place for field, text in spoken_texts(phrase) for place in self._places(field, text, phrase)]
        places += [
            (Place.BODY, Place.BODY_SAID, Place.BODY_MEANT)[kind]
            for walker, kind in self._long
            if any(walker.first(fold(phrase.body), at) >= 0 for at in range(len(phrase.body)))
        ]
        return min(places, default=Place.NOWHERE)

    def _places(self, field: Field, text: str, phrase: Phrase) -> Iterator[int]:
        folded = fold(text)
        for walker, kind in self._short:
            for at in range(len(folded)):
                for end in walker.ends(folded, at):
                    yield _place(field, folded, at, end, kind, phrase.is_pinned)


def _place(field: Field, text: str, start: int, end: int, kind: int, is_pinned: bool) -> int:
    if kind > 1:
        return {Field.TITLE: Place.TITLE_MEANT, Field.GROUP: Place.GROUP_MEANT}.get(field, Place.KEYWORD_MEANT)
    if start == 0 and is_pinned and field in (Field.TITLE, Field.CODE):
        return Place.PINNED
    if field is Field.TITLE:
        if start == 0:
            return (Place.TITLE if end == len(text) else Place.TITLE_START) + kind
        return (Place.TITLE_WORD if starts_word(text, start) else Place.TITLE_INSIDE) + kind
    if field is Field.GROUP:
        return Place.GROUP + kind
    return (Place.KEYWORD_START if start == 0 else Place.KEYWORD_INSIDE) + kind


def starts_word(text: str, at: int) -> bool:
    """Whether a word begins here: after what is no letter, and where Latin and Chinese meet."""
    kind = _script(text[at])
    return kind != 0 and (at == 0 or _script(text[at - 1]) != kind)


def _script(char: str) -> int:
    if not char.isalnum():
        return 0
    return 1 if char.isascii() else 2
