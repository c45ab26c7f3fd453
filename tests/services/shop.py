"""The services around one cheat-sheet, joined as in the program, with fakes at their edges."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from app.core.changes import Changed, Kind
from app.core.desktop import Clip, Window
from app.core.phrases.pasting import Outcome
from app.core.phrases.phrase import Phrase
from app.core.phrases.shelf import Shelf
from app.core.pinyin import Readings
from app.core.search.index import Index
from app.core.settings import Settings
from app.core.sheet.answers import is_answer
from app.core.sheet.sheet import NOTHING_MEANT, About, Sheet
from app.core.sheet.wordings import Wordings
from app.services.phrases.find import Find
from app.services.phrases.guard import Guard
from app.services.phrases.paste import Paste
from app.services.sheet.answers import Answers
from app.services.sheet.facts import Facts
from app.services.sheet.instead import Instead
from app.services.sheet.subjects import Subjects, Which
from resources import __file__ as resources_file
from tests.fakes import FakeClipboard, FakeClock, FakeDesktop, FakeImages, FakeKeys, FakeSheets, run
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven

RESOURCES = Path(resources_file).parent
CHAT = Window(7, "aliworkbench")


@cache
def readings() -> Readings:
    """The real table of pinyin."""
    return Readings.parse((RESOURCES / "pinyin.txt").read_text(encoding="utf-8"))


@cache
def wordings(language: str = "zh_CN") -> Wordings:
    """The real sentences."""
    text = (RESOURCES / f"answers.{language}.json").read_text(encoding="utf-8")
    return Wordings.parse(text, SHANGHAI, is_chinese=language == "zh_CN")


class Shop:
    """One agent's program on the day of the sale."""

    def __init__(self, sheet: Sheet | None = None, phrases: tuple[Phrase, ...] = (), at: datetime = SALE_DAY) -> None:
        self.clock = FakeClock(at)
        self.sheet = double_eleven() if sheet is None else sheet
        self.settings = Settings(agent="小亲", shop="好物铺")
        self.shelf = Shelf(phrases)
        self.store = FakeSheets(self.sheet)
        self.subjects = Subjects(lambda: self.sheet, self.clock)
        self.facts = Facts(self.clock, lambda: self.settings, lambda: self.sheet)
        self.find = Find(lambda: Index(readings()), self.clock, lambda: self.sheet, lambda: self.subjects.chosen)
        self.answers = Answers(wordings(), self.store, self.find.update)
        self.find.answers_of = self.answers.of
        self.find.load(phrases)
        self.find.take(self.find.built(self.answers.load(self.sheet)))
        self.clipboard = FakeClipboard(Clip.of_text("买家地址"))
        self.desktop = FakeDesktop(CHAT, [CHAT])
        self.keys = FakeKeys(self.clipboard, self.desktop)
        self.images = FakeImages({"cup.png": b"\x89PNG.."})
        instead = Instead(lambda: self.sheet, lambda: self.shelf, self.answers.get, self.clock)
        guard = Guard(self.facts, self.desktop, self.images, instead=instead)
        self.service = Paste(
            guard, self.clipboard, self.desktop, self.keys, self.clock, lambda: self.settings, self.record
        )

    def record(self, phrase_id: str, at: datetime) -> Changed:
        if is_answer(phrase_id):
            return self.answers.record_use(phrase_id, at)
        for phrase in self.shelf.some([phrase_id]):
            self.put(phrase.used(at))
        return frozenset({Kind.USE})

    def edit(self, *entries: object, without: tuple[str, ...] = ()) -> None:
        """An edit of the cheat-sheet, as the program tells of it."""
        self.sheet = self.sheet.having(entries, without)  # type: ignore[arg-type]
        self.answers.take(self.sheet, [*(entry.id for entry in entries), *without])  # type: ignore[attr-defined]

    def put(self, phrase: Phrase) -> None:
        """A phrase of the library, new or changed."""
        self.shelf.put(phrase)
        self.find.update([phrase])

    def phrase(self, phrase_id: str) -> Phrase:
        phrase = self.answers.get(phrase_id) or self.shelf.get(phrase_id)
        assert phrase is not None, phrase_id
        return phrase

    def titles(self, typed: str) -> list[str]:
        return [hit.phrase.title for hit in self.find.results(typed)]

    def ids(self, typed: str) -> list[str]:
        return [hit.phrase.id for hit in self.find.results(typed)]

    def enter(self, phrase: Phrase, given: About = NOTHING_MEANT) -> "Outcome | Which":
        """Enter on a row; what the agent must be asked, or how it ended."""
        about = self.subjects.meant(phrase, given)
        if isinstance(about, Which):
            return about
        return run(self.service.paste(phrase, CHAT, about=about))

    def copy(self, phrase: Phrase) -> Outcome:
        about = self.subjects.meant(phrase)
        assert isinstance(about, About)
        return run(self.service.copy(phrase, about=about))

    def ask(self, typed: str) -> str:
        """What stands in the chat after something was typed and Enter was pressed once."""
        hits = self.find.results(typed)
        assert hits, typed
        outcome = self.enter(hits[0].phrase)
        assert self.keys.written, (typed, hits[0].phrase.title, outcome)
        return str(self.keys.written[-1][1])


def bare(phrase_id: str, body: str, **fields: object) -> Phrase:
    """A phrase of the library."""
    return replace(Phrase(phrase_id, phrase_id, body), **fields)  # type: ignore[arg-type]
