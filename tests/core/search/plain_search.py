"""The search as its rules are written down, without a thought for speed: what the index is held against."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from rapidfuzz.distance import OSA

from app.core.phrases.phrase import Phrase
from app.core.pinyin import Readings
from app.core.search.folding import fold
from app.core.search.hits import Scope, Tier
from app.core.search.query import Query, Word
from app.core.search.rank import Place, standing, tier

FOUND = tuple[str, Tier]
SHORT = ("title", "code", "keyword", "group")


class Reference:
    def __init__(self, readings: Readings, phrases: Sequence[Phrase], now: datetime) -> None:
        self.readings = readings
        self.now = now
        self.phrases = sorted(
            (phrase for phrase in phrases if phrase.deleted_at is None), key=lambda one: standing(one, now)
        )

        self.folded = {phrase.id: fold(phrase.body) for phrase in phrases}
        self.texts = {phrase.id: list(texts(phrase)) for phrase in phrases}
        self.known: dict[tuple[Word, int, str, str, bool], set[tuple[int, bool]]] = {}

    def find(self, text: str, scope: Scope, limit: int) -> list[FOUND]:
        query = Query.parse(text)
        inside = [phrase for phrase in self.phrases if scope.holds(phrase)]
        if not query.words:
            pinned = sorted((one for one in inside if one.is_pinned), key=lambda one: one.pin_position)
            others = [one for one in inside if not one.is_pinned]
            return [*((one.id, Tier.PINNED) for one in pinned), *((one.id, Tier.USE) for one in others)][:limit]
        found = {phrase.id: place for phrase in inside if (place := self.place(query, phrase)) != Place.NOWHERE}
        if len(found) < 3 and all(place > Place.GROUP_SAID for place in found.values()):
            for phrase in inside:
                place = self.meant(query, phrase)
                if phrase.id not in found and place != Place.NOWHERE:
                    found[phrase.id] = place
        order = {phrase.id: number for number, phrase in enumerate(inside)}
        ids = sorted(found, key=lambda one: (found[one], order[one]))
        return [(one, tier(found[one])) for one in ids[:limit]]

    def place(self, query: Query, phrase: Phrase) -> int:
        if len(query.words) == 1:
            return min(self.short(query.words[0], phrase), self.body(query.words[0], phrase))
        places = []
        for word in query.words:
            place = self.short(word, phrase)
            if place == Place.NOWHERE and self.body(word, phrase) != Place.NOWHERE:
                place = Place.BODY
            places.append(place)
        return min(max(places), self.short(query.joined, phrase) if query.joined else Place.NOWHERE)

    def meant(self, query: Query, phrase: Phrase) -> int:
        places = []
        for word in query.words:
            place = min(self.short(word, phrase), self.short_meant(word, phrase))
            if place == Place.NOWHERE:
                exact = self.body(word, phrase) if len(query.words) > 1 else Place.NOWHERE
                sound = word.is_chinese and self.stands(word, self.folded[phrase.id], "sound")
                place = Place.BODY_MEANT if sound or exact != Place.NOWHERE else Place.NOWHERE
            places.append(place)
        return max(places)

    def short(self, word: Word, phrase: Phrase) -> int:
        if any(fold(code) == word.text for code in phrase.codes):
            return Place.CODE
        places = [int(Place.NOWHERE)]
        for field, text in self.texts[phrase.id]:
            for start in range(len(text)):
                if text.startswith(word.text, start):
                    places.append(worth(field, text, start, start + len(word.text), 0, phrase))
                if word.has_letters:
                    ends = self.ends(word, 0, text, start, "mixed", False)
                    places += [worth(field, text, start, end, 1, phrase) for end in set(ends)]
        return min(places)

    def body(self, word: Word, phrase: Phrase) -> int:
        text = self.folded[phrase.id]
        if word.text in text:
            return Place.BODY
        return Place.BODY_SAID if word.has_letters and self.stands(word, text, "full") else Place.NOWHERE

    def short_meant(self, word: Word, phrase: Phrase) -> int:
        meant = {"title": Place.TITLE_MEANT, "group": Place.GROUP_MEANT}
        modes = ["sound"] if word.is_chinese else []
        if word.letters >= 4:
            modes.append("mixed typo" if len(word.spoken) >= 5 else "full typo")
        places = [
            meant.get(field, Place.KEYWORD_MEANT)
            for field, text in self.texts[phrase.id]
            if any(self.stands(word, text, mode) for mode in modes)
        ]
        return min(places, default=Place.NOWHERE)

    def stands(self, word: Word, text: str, mode: str) -> bool:
        kind, _, rest = mode.partition(" ")
        return any(True for start in range(len(text)) for _ in self.ends(word, 0, text, start, kind, rest == "typo"))

    def ends(self, word: Word, at: int, text: str, place: int, mode: str, may_err: bool) -> Iterator[int]:
        if at == len(word.spoken):
            yield place
            return
        if place == len(text):
            return
        for length, is_wrong in self.taken(word, at, text[place], mode, may_err):
            if not any(at < stop < at + length for stop in word.breaks):
                yield from self.ends(word, at + length, text, place + 1, mode, may_err and not is_wrong)

    def taken(self, word: Word, at: int, char: str, mode: str, may_err: bool) -> set[tuple[int, bool]]:
        key = (word, at, char, mode, may_err)
        if key not in self.known:
            self.known[key] = self._taken(*key)
        return self.known[key]

    def _taken(self, word: Word, at: int, char: str, mode: str, may_err: bool) -> set[tuple[int, bool]]:
        typed, rest = word.spoken, word.spoken[at:]
        taken = {(1, False)} if rest[0] == char else set()
        if mode == "sound" and set(self.readings.of(char)) & set(self.readings.of(rest[0])):
            taken.add((1, False))
        for reading in self.readings.of(char):
            for spelling in spelled(reading):
                if rest.startswith(spelling):
                    taken.add((len(spelling), False))
                if spelling.startswith(rest) and (at > 0 or mode == "mixed"):
                    taken.add((len(rest), False))
                if mode == "mixed" and spelling[0] == rest[0]:
                    taken.add((1, False))
                if mode == "mixed" and rest[:2] in ("zh", "ch", "sh") and spelling.startswith(rest[:2]):
                    taken.add((2, False))
                for length in range(1, 8) if may_err else ():
                    part = typed[at : at + length]
                    if len(part) == length and part.isalpha() and part.isascii() and OSA.distance(part, spelling) == 1:
                        taken.add((length, True))
        return taken


def spelled(reading: str) -> set[str]:
    if "v" in reading:
        return {reading, reading.replace("v", "u")}
    return {reading, reading[0] + "v" + reading[2:]} if reading[:2] in ("ju", "qu", "xu", "yu") else {reading}


def texts(phrase: Phrase) -> Iterator[tuple[str, str]]:
    fields = (("title", (phrase.title,)), ("code", phrase.codes), ("keyword", (*phrase.keywords, *phrase.questions)))
    for field, own in (*fields, ("group", phrase.group)):
        for text in own:
            yield field, fold(text)
            tight = "".join(char for char in text if char.isalnum())
            if tight and tight not in text:
                yield field, fold(tight)


def worth(field: str, text: str, start: int, end: int, said: int, phrase: Phrase) -> int:
    if field in ("title", "code") and start == 0 and phrase.is_pinned:
        return Place.PINNED
    if field == "title":
        if start == 0:
            return (Place.TITLE if end == len(text) else Place.TITLE_START) + said
        before, here = kind(text[start - 1]), kind(text[start])
        return (Place.TITLE_WORD if here and here != before else Place.TITLE_INSIDE) + said
    if field == "group":
        return Place.GROUP + said
    return (Place.KEYWORD_START if start == 0 else Place.KEYWORD_INSIDE) + said


def kind(char: str) -> str:
    if not char.isalnum():
        return ""
    return "latin" if char.isascii() else "other"
