from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from app.core.changes import NOTHING, Kind
from app.core.imports.reading import UNWATCHED, Spot, Watch
from app.core.settings import Language, Settings
from app.core.sheet.book import Fate, SheetProblem, SheetReading
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, Sheet
from app.core.storage import NotStored, Trouble
from app.services.sheet.importing import PlanOutdated, SheetImport
from app.services.sheet.sample import SheetSample
from app.services.sheet.sheet import CheatSheet
from app.services.shop_time import ShopTime
from tests.fakes import FakeBackups, FakeClock, FakeSheets
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven


class Books:
    """A reader and writer that hold one workbook in memory."""

    def __init__(self) -> None:
        self.entries: tuple[Entry, ...] = ()
        self.problems: tuple[SheetProblem, ...] = ()
        self.written: list[object] = []

    def read(
        self,
        path: str,
        existing: Sheet,
        now: datetime,
        zone: ZoneInfo,
        new_id: Callable[[], str],
        watch: Watch = UNWATCHED,
    ) -> SheetReading:
        spots = {entry.id: Spot(path, "商品", row) for row, entry in enumerate(self.entries, start=2)}
        return SheetReading(path, self.entries, self.problems, spots)

    def write(self, path: str, sheet: Sheet, zone: ZoneInfo, *, is_chinese: bool) -> int:
        self.written.append((path, len(list(sheet)), zone, is_chinese))
        return 3

    def template(self, path: str, now: datetime, zone: ZoneInfo, *, is_chinese: bool) -> None:
        self.written.append((path, now, zone, is_chinese))


class Room:
    """The service with fakes around it."""

    def __init__(self, settings: Settings | None = None) -> None:
        clock, numbers = FakeClock(SALE_DAY), count(1)
        self.settings = settings or Settings()
        self.store, self.backups, self.books = FakeSheets(double_eleven()), FakeBackups(), Books()
        self.shop_time = ShopTime(clock, lambda: self.settings)
        self.sheet = CheatSheet(
            self.store, clock, lambda: f"n{next(numbers)}", self.shop_time.zone, lambda _sheet, _ids: None
        )
        self.sheet.load()
        self.service = SheetImport(
            self.books.read,
            self.books.write,
            self.books.template,
            self.sheet,
            self.backups,
            self.shop_time,
            lambda: self.settings,
        )

    def product(self) -> Product:
        return self.sheet.sheet.products_in_use()[0]


def test_a_plan_tells_what_is_new_changed_and_the_same_and_changes_nothing() -> None:
    room = Room()
    own = room.product()
    room.books.entries = (
        replace(own, size="很大", keywords=("新词",)),
        *room.sheet.sheet.facts_in_use(),
        Fact("q", "在吗", "在"),
    )

    plan = room.service.plan("a.xlsx")

    assert (plan.count(Fate.NEW), plan.count(Fate.CHANGED)) == (1, 1)
    assert plan.count(Fate.SAME) == len(room.sheet.sheet.facts_in_use())
    changed = plan.rows[0]
    assert [(each.field, each.old, each.new) for each in changed.differences] == [
        ("size", own.size, "很大"),
        ("keywords", " · ".join(own.keywords), "新词"),
    ]
    assert changed.spot == Spot("a.xlsx", "商品", 2)
    assert room.sheet.sheet.products[own.id] == own


def test_applying_backs_up_and_keeps_what_is_not_the_same() -> None:
    room = Room()
    room.books.entries = (replace(room.product(), price=Decimal("88.80")), Product("new", "雨伞"))

    imported = room.service.apply(room.service.plan("a.xlsx"))

    assert Kind.SHEET in imported.changed
    assert imported.backup in {backup.name for backup in room.backups.all()}
    assert room.product().price == Decimal("88.80")
    assert room.sheet.sheet.products["new"].name == "雨伞"


def test_applying_the_same_again_changes_nothing_and_backs_nothing_up() -> None:
    room = Room()
    room.books.entries = (room.product(),)

    imported = room.service.apply(room.service.plan("a.xlsx"))

    assert (imported.changed, imported.backup, list(room.backups.all())) == (NOTHING, "", [])


def test_an_import_is_taken_back_in_one_step() -> None:
    room = Room()
    before = room.sheet.sheet
    room.books.entries = (replace(room.product(), size="很大"), Product("new", "雨伞"))
    imported = room.service.apply(room.service.plan("a.xlsx"))

    assert room.service.can_undo(imported)
    changed = room.service.undo(imported)

    assert Kind.SHEET in changed
    assert room.sheet.sheet == before
    assert not room.service.can_undo(imported)


def test_what_was_done_since_is_not_undone_in_its_place() -> None:
    room = Room()
    room.books.entries = (Product("new", "雨伞"),)
    imported = room.service.apply(room.service.plan("a.xlsx"))
    room.sheet.delete(["new"])

    assert not room.service.can_undo(imported)
    assert room.service.undo(imported) == NOTHING
    assert room.sheet.sheet.products["new"].deleted_at is not None


def test_a_plan_that_was_overtaken_by_an_edit_is_refused() -> None:
    room = Room()
    room.books.entries = (replace(room.product(), size="很大"),)
    plan = room.service.plan("a.xlsx")
    room.sheet.save(replace(room.product(), size="很小"))

    with pytest.raises(PlanOutdated):
        room.service.apply(plan)

    assert room.product().size == "很小"
    assert list(room.backups.all()) == []


def test_an_import_that_cannot_be_stored_leaves_everything_as_it_was() -> None:
    room = Room()
    before = room.sheet.sheet
    room.books.entries = (Product("new", "雨伞"),)
    plan = room.service.plan("a.xlsx")
    room.store.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        room.service.apply(plan)

    assert room.sheet.sheet == before


def test_problems_of_the_file_are_told_in_the_plan() -> None:
    room = Room()
    room.books.problems = (SheetProblem(Spot("a.xlsx", "阶段", 4, "开始时间"), "no_such_day", ("2026-02-30",)),)

    plan = room.service.plan("a.xlsx")

    assert plan.has_failed
    [told] = plan.to_plain()["problems"]
    assert (told["sheet"], told["row"], told["column"]) == ("阶段", 4, "开始时间")
    assert told["sentence"] == "The day 2026-02-30 does not exist."


def test_files_are_written_in_the_language_and_zone_of_the_shop() -> None:
    room = Room(Settings(language=Language.ENGLISH, zone="Europe/Berlin"))

    left_out = room.service.export("out.xlsx")
    room.service.template("t.xlsx")

    assert left_out == 3
    berlin = ZoneInfo("Europe/Berlin")
    assert room.books.written == [
        ("out.xlsx", len(list(double_eleven())), berlin, False),
        ("t.xlsx", SALE_DAY, berlin, False),
    ]


def test_the_sample_comes_and_goes_as_one_and_leaves_what_the_agent_wrote() -> None:
    room = Room()
    asked: list[object] = []
    own = len(list(room.sheet.sheet))

    def read(language: Language, now: datetime, zone: ZoneInfo) -> list[Entry]:
        asked.append((language, now, zone.key))
        return [Product("s1", "样品", source="sample"), Fact("s2", "在吗", "在", source="sample")]

    sample = SheetSample(read, room.sheet, room.shop_time, lambda: room.settings)
    assert not sample.is_there

    sample.put_in()
    assert sample.is_there
    assert asked == [(Language.CHINESE, SALE_DAY, SHANGHAI.key)]

    sample.take_out()
    assert not sample.is_there
    assert len([entry for entry in room.sheet.sheet if entry.deleted_at is None]) == own


def test_the_sample_can_be_put_in_again_after_it_was_thrown_away() -> None:
    room = Room()
    sample = SheetSample(
        lambda *_asked: [Product("s1", "样品", source="sample")], room.sheet, room.shop_time, lambda: room.settings
    )
    sample.put_in()
    sample.take_out()

    sample.put_in()

    assert sample.is_there
