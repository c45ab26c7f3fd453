"""Everything behind the window, opened in one go: data, services, search.

The rule: it runs in a helper thread after the first paint, because it imports what costs time (numpy and, after the
list stands, SQLAlchemy); what it gives belongs to the main thread from then on.
"""

import os
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future
from datetime import datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import resources
from app.core.changes import Changed
from app.core.imports.reading import UNWATCHED, BadFile, Columns, Reading, Watch
from app.core.orders.order import Order
from app.core.phrases.phrase import Phrase
from app.core.pinyin import Readings
from app.core.settings import Language, Settings
from app.core.sheet import answers as made
from app.core.sheet.sheet import Sheet
from app.core.sheet.wordings import Wordings, speaks_chinese
from app.core.values import dataclass
from app.ports import Clock
from app.services.countdowns import Countdowns
from app.services.phrases.find import Find
from app.services.phrases.importing import Import
from app.services.phrases.library import Library
from app.services.settings import Preferences
from app.services.sheet.answers import Answers
from app.services.sheet.facts import Facts
from app.services.sheet.instead import Instead
from app.services.sheet.offers import Offers
from app.services.sheet.sheet import CheatSheet
from app.services.sheet.subjects import Subjects
from app.services.shop_time import ShopTime
from app.system.paths import Paths
from db.opening.awaited import Awaited
from db.opening.early import Early, read_early
from db.opening.late import Late

if TYPE_CHECKING:
    from app.core.search.index import Index
    from app.front.orders.office import Office
    from app.front.packs.subscriptions import Subscriptions
    from db.opening.folder import Data

RESOURCES = Path(resources.__file__).parent
STARTER_PACKS: Mapping[str, Path] = {
    "zh_CN": RESOURCES / "packs" / "starter.json",
    "en": RESOURCES / "packs" / "starter.en.json",
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """Answers that were made in a helper thread, and the index over them."""

    answers: Answers
    index: "Index"


@dataclass(frozen=True)
class Desk:
    """The services that need no window. `clock` is the PC's, `shop_time` the platform's in the shop's zone, `readings`
    how characters are read: a table that is read once.
    """

    stores: Late
    clock: Clock
    preferences: Preferences
    library: Library
    find: Find
    importing: Import
    facts: Facts
    shop_time: ShopTime
    sheet: CheatSheet
    answers: Answers
    subjects: Subjects
    offers: Offers
    countdowns: Countdowns
    readings: Callable[[], Readings]

    @cached_property
    def office(self) -> "Office":
        """The services of the unpaid orders; they are built when they are first wanted. Raises `NotStored`."""
        from app.front.orders.office import open_office

        return open_office(self)

    @cached_property
    def subscriptions(self) -> "Subscriptions":
        """The services of packs; they are built when they are first wanted. Raises `NotStored`."""
        from app.front.packs.subscriptions import open_subscriptions

        return open_subscriptions(self)

    @property
    def has_office(self) -> bool:
        """Whether the orders have been read."""
        return "office" in self.__dict__

    def order(self, order_id: str) -> tuple[Order, timedelta] | None:
        """An order with how long it has until it closes."""
        if not order_id or not self.has_office:
            return None
        found = self.office.orders.get(order_id)
        return (found, self.office.orders.left(found)) if found else None

    def phrase(self, phrase_id: str) -> Phrase | None:
        """The phrase of an id, whether it is kept, made of the cheat-sheet or a sum that was worked out."""
        if not made.is_answer(phrase_id):
            return self.library.get(phrase_id)
        return self.answers.get(phrase_id) or self.offers.get(phrase_id)

    def record_use(self, phrase_id: str, at: datetime) -> Changed:
        """Count one use of a phrase or answer. Raises `NotStored`."""
        record = self.answers.record_use if made.is_answer(phrase_id) else self.library.record_use
        return record(phrase_id, at)

    def instead(self) -> Instead:
        """Finds what holds now in place of a phrase that does not."""
        return Instead(lambda: self.sheet.sheet, lambda: self.library.shelf, self.answers.get, self.shop_time)

    def speak(self) -> None:
        """Say the answers in the language of the shop and in the zone that the settings want now."""
        self.answers.speak(self.wordings())

    def wordings(self) -> Wordings:
        """How this shop says what is in its cheat-sheet: in its language or, while it is empty, the agent's."""
        return wordings(_language(self.sheet.sheet, self.preferences.current), self.shop_time.zone())

    def prepared(self) -> "Prepared":
        """The answers of the cheat-sheet and their index, for `settle`. Meant for a helper thread."""
        made = self.answers.prepared(self.sheet.sheet)
        return Prepared(made, self.find.built(made.all()))

    def settle(self, prepared: "Prepared") -> None:
        """Have the answers from now on. On the main thread."""
        self.find.take(prepared.index)
        self.answers.settle(prepared.answers)

    def reload(self) -> None:
        """Read everything again, after a backup was restored. Raises `NotStored`."""
        self.library.load()
        self.preferences.load()
        self.find.load(self.library.phrases())
        self.sheet.load()
        self.settle(self.prepared())
        self.countdowns.load()
        if self.has_office:
            self.office.load()
        if "subscriptions" in self.__dict__:
            self.subscriptions.load()

    def close(self) -> None:
        """Let go of the data."""
        self.stores.close()


def open_desk(paths: Paths, clock: Clock) -> Desk:
    """Open a data folder and build every service on it. Raises `NotStored`."""
    data = open_data_now(paths, clock)
    opened: Future[Data] = Future()
    opened.set_result(data)
    try:
        desk = _build(Late(opened), data.read(clock.now()), clock)
        desk.find.load(desk.library.phrases())
        desk.settle(desk.prepared())
    except BaseException:
        data.database.close()
        raise
    return desk


def open_early(paths: Paths, clock: Clock) -> "tuple[Desk, Awaited] | None":
    """A desk on what plain sqlite3 can read, or None.

    Whoever calls fills the future with `open_data_now`, has its search get the index that it `built` of the phrases,
    and the desk `settle` what it `prepared`: with thousands of products that takes seconds, and the phrases need not
    wait for it.
    """
    early = read_early(paths.database, clock.now())
    if early is None:
        return None
    opened = Awaited()
    desk = _build(Late(opened, early), early, clock)
    desk.find.expect(desk.library.phrases())
    return desk, opened


def open_data_now(paths: Paths, clock: Clock) -> "Data":
    """Open the database for writing. Raises `NotStored`."""
    from db.opening.folder import open_data

    return open_data(paths.data, clock.now)


def readings() -> Readings:
    """How characters are read."""
    return Readings.parse((RESOURCES / "pinyin.txt").read_text("utf-8"))


def wordings(language: Language, zone: ZoneInfo) -> Wordings:
    """How the shop says what is in its cheat-sheet."""
    text = (RESOURCES / f"answers.{language.value}.json").read_text("utf-8")
    return Wordings.parse(text, zone, is_chinese=language is Language.CHINESE)


def _language(sheet: Sheet, settings: Settings) -> Language:
    is_chinese = speaks_chinese(sheet, settings.language is Language.CHINESE)
    return Language.CHINESE if is_chinese else Language.ENGLISH


def _build(stores: Late, read: Early, clock: Clock) -> Desk:
    preferences = Preferences(stores.settings, read.settings)
    time = ShopTime(clock, lambda: preferences.current)
    sheet: CheatSheet  # it tells the answers, they tell the search, and the search asks it
    subjects = Subjects(lambda: sheet.sheet, time, lambda: desk.office.orders.open() if desk.has_office else ())
    table = cache(readings)
    find = Find(lambda: _index(table()), time, lambda: sheet.sheet, lambda: subjects.chosen)
    library = Library(stores.phrases, clock, new_id, find.update)
    library.load(read.shelf)
    answers = Answers(wordings(_language(read.sheet, read.settings), time.zone()), stores.sheets, find.update)
    find.answers_of = answers.of
    sheet = CheatSheet(stores.sheets, time, new_id, time.zone, _taker(answers, preferences, time))
    sheet.load(read.sheet, read.changes)
    offers = Offers(lambda: sheet.sheet, time, lambda: preferences.current)
    find.asides = lambda text: [phrase for phrase in (offers.phrase(text),) if phrase]
    countdowns = Countdowns(
        lambda: sheet.sheet, stores.countdowns, time, lambda: preferences.current, new_id, lambda: bool(read.orders)
    )
    countdowns.load()
    importing = Import(_read, library.ledger, stores.backups, clock, new_id, lambda: sheet.sheet)

    def order(order_id: str) -> tuple[Order, timedelta] | None:
        return desk.order(order_id)

    facts = Facts(time, lambda: preferences.current, lambda: sheet.sheet, order)
    desk = Desk(
        stores,
        clock,
        preferences,
        library,
        find,
        importing,
        facts,
        time,
        sheet,
        answers,
        subjects,
        offers,
        countdowns,
        table,
    )
    return desk


def _taker(answers: Answers, preferences: Preferences, time: ShopTime) -> Callable[[Sheet, Collection[str]], None]:
    """Has the answers follow an edited cheat-sheet, in the language that its shop is spoken to in."""

    def take(edited: Sheet, changed_ids: Collection[str]) -> None:
        answers.take(edited, changed_ids)
        spoken = _language(edited, preferences.current)
        if answers.is_chinese != (spoken is Language.CHINESE):
            answers.speak(wordings(spoken, time.zone()))

    return take


def _index(table: Readings) -> "Index":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # nothing is multiplied: no thread of numpy's for each core
    from app.core.search.index import Index

    return Index(table)


def _read(
    path: str, watch: Watch = UNWATCHED, columns: Columns | None = None, format_name: str = ""
) -> Sequence[Reading | BadFile]:
    from app.formats.phrases import reading

    return reading.read(path, watch, columns, format_name)


def new_id() -> str:
    """An id that no other PC gives to a phrase."""
    return uuid.uuid4().hex
