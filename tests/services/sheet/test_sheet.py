"""What an agent does to the cheat-sheet: kept or not at all, undone in one step, told where it runs."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from app.core.changes import NOTHING, Kind
from app.core.phrases.phrase import Image
from app.core.sheet.activities import Activity, Limit, PhaseKind
from app.core.sheet.entries import BadEntry, Fact
from app.core.sheet.entry_checks import BadEntries
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import EMPTY, Entry, Sheet
from app.core.storage import NotStored, Trouble
from app.services.phrases.undoing import Did
from app.services.sheet.sheet import CheatSheet
from tests.entries import HOUR, SALE_AT, activity, fact, phase, product, yuan
from tests.fakes import FakeClock, FakeSheets

SHANGHAI = ZoneInfo("Asia/Shanghai")
SHEET = frozenset({Kind.SHEET})
TOLD = frozenset({Kind.SHEET, Kind.CHANGES})
DAY = timedelta(days=1)


class Desk:
    """A cheat-sheet over a store in memory, and what it told whoever indexes it."""

    def __init__(self, *entries: Entry, at: datetime = SALE_AT - 30 * DAY) -> None:
        self.store = FakeSheets(Sheet.of(entries))
        self.clock = FakeClock(at)
        self.zone = SHANGHAI
        self.told: list[tuple[Sheet, list[str]]] = []
        numbers = count(1)
        self.sheets = CheatSheet(self.store, self.clock, lambda: f"new{next(numbers)}", lambda: self.zone, self._stored)
        self.sheets.load()

    def _stored(self, sheet: Sheet, ids: Collection[str]) -> None:
        assert sheet is self.sheets.sheet
        self.told.append((sheet, list(ids)))

    @property
    def sheet(self) -> Sheet:
        """The sheet in memory, which has to be the one at rest."""
        assert self.sheets.sheet == self.store.sheet
        return self.sheets.sheet


def running(*entries: Entry) -> Desk:
    """One in the first hour of the sale of `activity()`."""
    return Desk(*entries, at=SALE_AT + HOUR / 2)


def test_it_takes_what_was_read_early_and_reads_the_store_where_nothing_was() -> None:
    desk = Desk(activity())
    early = Sheet.of([product()])

    kinds = desk.sheets.load(early, ())

    assert kinds == TOLD
    assert desk.sheets.sheet is early
    assert desk.told == []


def test_a_new_entry_comes_after_the_last_of_its_kind_and_is_kept_tidy() -> None:
    desk = Desk(product(1, position=500), fact(1, position=9000))
    draft = replace(desk.sheets.draft_product(), name=" 杯刷 ")

    kinds = desk.sheets.save(draft)

    assert kinds == SHEET
    assert desk.sheet.products[draft.id] == Product(draft.id, "杯刷", position=1524)
    assert desk.told[-1][1] == [draft.id]


def test_drafts_have_ids_of_their_own_and_are_kept_nowhere() -> None:
    desk = Desk()

    drafts = [desk.sheets.draft_activity(), desk.sheets.draft_product(), desk.sheets.draft_fact()]

    assert [type(draft) for draft in drafts] == [Activity, Product, Fact]
    assert len({draft.id for draft in drafts}) == 3
    assert desk.sheet == EMPTY


def test_an_edited_entry_keeps_its_place() -> None:
    desk = Desk(product(position=500))

    desk.sheets.save(product(note="改过"))

    assert desk.sheet.products["p1"] == product(note="改过", position=500)
    assert desk.sheets.save(product(note="改过")) == NOTHING


def test_a_bad_entry_is_refused_and_nothing_is_kept() -> None:
    desk = Desk(product())

    with pytest.raises(BadEntry) as caught:
        desk.sheets.save(product(price=yuan("-1"), codes=("a b",)))

    assert [fault.field for fault in caught.value.faults] == ["codes.0", "price"]
    assert desk.sheet == Sheet.of([product()])
    assert desk.told == []


@pytest.mark.parametrize(
    "deed",
    [
        lambda sheets: sheets.save(product(note="改过")),
        lambda sheets: sheets.save_all([product(7)]),
        lambda sheets: sheets.delete(["p1"]),
        lambda sheets: sheets.restore(["p2"]),
        lambda sheets: sheets.purge(),
        lambda sheets: sheets.move(["p3"], "p1"),
        lambda sheets: sheets.mark_sold_out("p1", is_sold_out=True),
        lambda sheets: sheets.save_duplicate(sheets.duplicate("a1", SALE_AT + 365 * DAY)),
        lambda sheets: sheets.undo(),
        lambda sheets: sheets.confirm(["new1"]),
    ],
)
def test_what_the_store_refuses_changes_nothing_in_memory(deed) -> None:
    desk = running(activity(), product(1), product(2, deleted_at=SALE_AT), product(3, position=9))
    desk.sheets.save(activity(limit=Limit(3)))
    before = (desk.sheet, desk.sheets.undoable, desk.sheets.changes(), len(desk.told))
    desk.store.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        deed(desk.sheets)

    assert (desk.sheet, desk.sheets.undoable, desk.sheets.changes(), len(desk.told)) == before


def test_an_import_is_one_step_and_its_entries_may_name_each_other() -> None:
    desk = Desk(product(1, position=50))
    new = [product(2, prices=(ActivityPrice("a1", yuan("9.90")),)), activity(1), product(1, note="改过")]

    kinds = desk.sheets.save_all(new)

    assert kinds == SHEET
    assert [(one.id, one.position) for one in desk.sheet.products_in_use()] == [("p1", 50), ("p2", 1074)]
    assert desk.sheets.undoable is not None
    assert (desk.sheets.undoable.did, desk.sheets.undoable.ids) == (Did.ADDED, ("p2", "a1", "p1"))

    desk.sheets.undo()
    assert desk.sheet == Sheet.of([product(1, position=50)])


def test_an_import_tells_the_faults_of_each_entry_and_keeps_none() -> None:
    desk = Desk()
    circle = [product(n, substitutes=(Related(f"p{3 - n}"),)) for n in (1, 2)]

    with pytest.raises(BadEntries) as caught:
        desk.sheets.save_all([*circle, replace(fact(), question=""), product(3), product(3)])

    rules = {key: [(one.field, one.rule) for one in faults] for key, faults in caught.value.faults.items()}
    assert rules == {
        "p1": [("substitutes.0.product_id", "circular")],
        "p2": [("substitutes.0.product_id", "circular")],
        "f1": [("question", "empty")],
        "p3": [("id", "taken")],
    }
    assert desk.sheet == EMPTY


def test_what_is_deleted_lies_in_the_bin_the_latest_first_and_comes_back_where_it_was() -> None:
    desk = Desk(product(1, position=1), product(2, position=2), fact())
    desk.sheets.delete(["p1", "never was"])
    desk.clock.go(HOUR)
    desk.sheets.delete(["f1"])

    assert [entry.id for entry in desk.sheets.in_bin()] == ["f1", "p1"]
    assert [one.id for one in desk.sheet.products_in_use()] == ["p2"]

    assert desk.sheets.restore(["p1", "f1", "p2"]) == SHEET
    assert desk.sheet == Sheet.of([product(1, position=1), product(2, position=2), fact()])
    assert desk.told[-1][1] == ["p1", "f1"]


def test_purging_is_for_good_and_takes_only_what_is_in_the_bin() -> None:
    desk = Desk(product(1), product(2), product(3))
    desk.sheets.delete(["p1", "p2"])

    assert desk.sheets.purge(["p1", "p3"]) == SHEET
    assert set(desk.sheet.products) == {"p2", "p3"}
    assert desk.told[-1][1] == ["p1"]

    desk.sheets.undo()
    assert desk.sheet == Sheet.of([product(2), product(3)])
    assert desk.sheets.purge() == NOTHING


def test_after_thirty_days_the_bin_is_emptied() -> None:
    desk = Desk(product(1), product(2))
    desk.sheets.delete(["p1"])
    desk.clock.go(DAY)
    desk.sheets.delete(["p2"])
    desk.clock.go(29 * DAY)

    assert desk.sheets.purge_old() == SHEET
    assert set(desk.sheet.products) == {"p2"}


def test_deleting_what_others_name_leaves_them_as_they_are_and_they_can_still_be_edited() -> None:
    price = ActivityPrice("a1", yuan("9.90"))
    bound = fact(lifetime=Lifetime(activity_id="a1"))
    desk = Desk(activity(), product(1, prices=(price,)), product(2, related=(Related("p1"),)), bound)

    desk.sheets.delete(["a1"])
    desk.sheets.purge()
    desk.sheets.save(replace(desk.sheet.products["p1"], note="改过"))

    assert desk.sheet.products["p1"] == product(1, prices=(price,), note="改过")
    assert desk.sheet.facts["f1"] == bound


def test_entries_move_among_their_kind() -> None:
    desk = Desk(*(product(number, position=number * 1024) for number in (1, 2, 3)), activity(1, position=5), fact())

    assert desk.sheets.move(["p3"], "p1") == SHEET
    assert [one.id for one in desk.sheet.products_in_use()] == ["p3", "p1", "p2"]

    desk.sheets.move(["p3"])
    assert [one.id for one in desk.sheet.products_in_use()] == ["p1", "p2", "p3"]
    assert desk.sheets.move(["never was"]) == NOTHING
    assert desk.sheets.move(["p3"]) == NOTHING

    desk.sheets.undo()
    assert [one.id for one in desk.sheet.products_in_use()] == ["p3", "p1", "p2"]


def test_entries_that_share_a_place_can_be_moved() -> None:
    desk = Desk(product(1), product(2), product(3))

    desk.sheets.move(["p3"], "p2")

    assert [one.id for one in desk.sheet.products_in_use()] == ["p1", "p3", "p2"]
    assert desk.sheets.undoable is not None
    assert desk.sheets.undoable.ids == ("p3",)


def test_sold_out_and_back_again() -> None:
    desk = Desk(product(real_stock=0))
    desk.sheets.mark_sold_out("p1", is_sold_out=True)
    assert desk.sheet.products["p1"].is_sold_out

    desk.sheets.mark_sold_out("p1", is_sold_out=False)

    assert not desk.sheet.products["p1"].is_out
    assert desk.sheets.mark_sold_out("never was", is_sold_out=True) == NOTHING


def test_steps_are_undone_from_the_last_one_back() -> None:
    desk = Desk(product(1))
    desk.sheets.save(product(1, note="改过"))
    desk.sheets.save(product(2))
    desk.sheets.delete(["p1", "p2"])
    dids = []

    while desk.sheets.undoable:
        dids.append((desk.sheets.undoable.did, desk.sheets.undoable.count))
        desk.sheets.undo()

    assert dids == [(Did.DELETED, 2), (Did.CREATED, 1), (Did.EDITED, 1)]
    assert desk.sheet == Sheet.of([product(1)])
    assert desk.sheets.undo() == NOTHING


def test_an_edit_of_a_running_activity_is_a_change_until_it_is_confirmed() -> None:
    desk = running(activity())

    kinds = desk.sheets.save(activity(limit=Limit(3, "亲，再多没有了")))

    assert kinds == TOLD
    changes = desk.sheets.unconfirmed()
    assert [(one.field, one.old, one.new) for one in changes] == [
        ("limit.count", "", "3"),
        ("limit.answer_above", "", "亲，再多没有了"),
    ]
    assert list(desk.sheets.changes()) == list(desk.store.changes()) == list(changes)

    desk.clock.go(HOUR)
    assert desk.sheets.confirm([changes[0].id, "never was"]) == {Kind.CHANGES}
    assert desk.sheets.unconfirmed() == [changes[1]]
    assert len(desk.sheets.changes()) == 2
    assert desk.store.told[changes[0].id].confirmed_at == SALE_AT + 1.5 * HOUR
    assert desk.sheets.confirm([changes[0].id]) == NOTHING


def test_an_edit_before_the_activity_runs_is_no_change() -> None:
    desk = Desk(activity())

    assert desk.sheets.save(activity(limit=Limit(3))) == SHEET
    assert desk.sheets.changes() == ()


def test_the_latest_change_comes_first_and_an_undo_is_one_too() -> None:
    desk = running(activity(limit=Limit(2)))
    desk.sheets.save(activity(limit=Limit(3)))
    desk.clock.go(HOUR)

    kinds = desk.sheets.undo()

    assert kinds == TOLD
    assert [(one.old, one.new) for one in desk.sheets.changes()] == [("3", "2"), ("2", "3")]


def test_a_product_that_sells_out_during_a_sale_is_told() -> None:
    desk = running(activity(), product())

    assert desk.sheets.mark_sold_out("p1", is_sold_out=True) == TOLD
    assert [(one.entry_name, one.field) for one in desk.sheets.unconfirmed()] == [("商品 1", "is_sold_out")]


def test_a_pack_is_named_as_who_changed_it() -> None:
    desk = running(activity())

    desk.sheets.save_all([activity(limit=Limit(3))], source="pack.autumn")
    desk.sheets.save(activity(limit=Limit(4)))

    assert [one.source for one in desk.sheets.changes()] == ["personal", "pack.autumn"]


def test_pictures_are_needed_while_an_entry_the_bin_or_an_undo_has_them() -> None:
    desk = Desk(product(1, picture=Image("one.png")), product(2, picture=Image("two.png")))
    desk.sheets.delete(["p2"])
    desk.sheets.save(product(1, picture=Image("new.png")))
    assert desk.sheets.pictures() == {"one.png", "two.png", "new.png"}

    desk.sheets.purge()

    assert desk.sheets.pictures() == {"one.png", "new.png"}


# Last year's activity again.


def shop_time(year: int, month: int, day: int, hour: int = 0, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime(year, month, day, hour, tzinfo=zone).astimezone(UTC)


def spans(of: Activity | None, zone: ZoneInfo = SHANGHAI) -> list[tuple[str, str]]:
    assert of is not None
    return [
        (f"{one.starts_at.astimezone(zone):%Y-%m-%d %H}", f"{one.ends_at.astimezone(zone):%Y-%m-%d %H}")
        for one in of.phases
    ]


def yearly(*days: tuple[datetime, datetime]) -> Activity:
    phases = tuple(
        replace(phase(number, starts_at=starts_at), ends_at=ends_at) for number, (starts_at, ends_at) in enumerate(days)
    )
    return activity(phases=phases)


def test_a_duplicate_begins_when_it_shall_and_keeps_the_hours_of_the_shop() -> None:
    desk = Desk(
        yearly(
            (shop_time(2025, 10, 20, 20), shop_time(2025, 11, 10, 20)),
            (shop_time(2025, 11, 10, 20), shop_time(2025, 11, 12)),
        )
    )

    draft = desk.sheets.duplicate("a1", shop_time(2026, 10, 21, 20))

    assert spans(draft) == [("2026-10-21 20", "2026-11-11 20"), ("2026-11-11 20", "2026-11-13 00")]
    assert desk.sheet.activities.keys() == {"a1"}


def test_only_the_beginning_takes_another_hour() -> None:
    desk = Desk(
        yearly(
            (shop_time(2025, 11, 10, 20), shop_time(2025, 11, 11, 20)),
            (shop_time(2025, 11, 10, 20), shop_time(2025, 11, 10, 22)),
        )
    )

    draft = desk.sheets.duplicate("a1", shop_time(2026, 11, 10, 19))

    assert spans(draft) == [("2026-11-10 19", "2026-11-11 20"), ("2026-11-10 19", "2026-11-10 22")]


def test_a_leap_day_falls_to_the_last_of_february_and_later_days_keep_their_dates() -> None:
    desk = Desk(
        yearly(
            (shop_time(2028, 2, 20, 20), shop_time(2028, 2, 29, 20)),
            (shop_time(2028, 2, 29, 20), shop_time(2028, 3, 8)),
        )
    )

    draft = desk.sheets.duplicate("a1", shop_time(2029, 2, 20, 20))

    assert spans(draft) == [("2029-02-20 20", "2029-02-28 20"), ("2029-02-28 20", "2029-03-08 00")]


def test_a_day_that_is_the_leap_day_still_lasts_a_day() -> None:
    desk = Desk(
        yearly(
            (shop_time(2028, 2, 27), shop_time(2028, 2, 29)),
            (shop_time(2028, 2, 29), shop_time(2028, 3, 1)),
        )
    )

    draft = desk.sheets.duplicate("a1", shop_time(2029, 2, 27))

    assert spans(draft) == [("2029-02-27 00", "2029-02-28 00"), ("2029-02-28 00", "2029-03-01 00")]


def test_an_end_at_midnight_is_the_end_of_its_day_in_a_leap_year_too() -> None:
    desk = Desk(yearly((shop_time(2028, 2, 28), shop_time(2028, 2, 29))))

    draft = desk.sheets.duplicate("a1", shop_time(2029, 2, 28))

    assert spans(draft) == [("2029-02-28 00", "2029-03-01 00")]


def test_hours_stay_where_clocks_are_changed_between_the_dates() -> None:
    new_york = ZoneInfo("America/New_York")
    desk = Desk(
        yearly(
            (shop_time(2025, 10, 25, 20, new_york), shop_time(2025, 11, 5, 20, new_york)),
        )
    )
    desk.zone = new_york

    draft = desk.sheets.duplicate("a1", shop_time(2026, 10, 30, 20, new_york))

    assert spans(draft, new_york) == [("2026-10-30 20", "2026-11-10 20")]


def test_a_duplicate_has_new_ids_and_what_hung_on_the_old_phases_hangs_on_the_new_ones() -> None:
    lifetime = Lifetime(SALE_AT, SALE_AT + HOUR, "a1", "phase1")
    elsewhere = fact(2, lifetime=Lifetime(activity_id="a9"))
    facts = (fact(1, lifetime=lifetime), elsewhere)
    desk = Desk(activity(facts=facts, source="pack.autumn", deleted_at=SALE_AT), activity(9))

    draft = desk.sheets.duplicate("a1", SALE_AT + 365 * DAY)

    assert draft is not None
    assert {"a1", "phase1", "f1", "f2"}.isdisjoint({draft.id, draft.phases[0].id, *(one.id for one in draft.facts)})
    assert draft.facts[0].lifetime == Lifetime(
        SALE_AT + 365 * DAY, SALE_AT + 365 * DAY + HOUR, draft.id, draft.phases[0].id
    )
    assert draft.facts[1].lifetime == elsewhere.lifetime
    assert (draft.source, draft.deleted_at) == ("personal", None)


def test_a_duplicate_leaves_out_what_hung_on_something_gone() -> None:
    lifetimes = (Lifetime(activity_id="gone"), Lifetime(activity_id="a1", phase_id="gone"), Lifetime(activity_id="a1"))
    facts = tuple(fact(number, lifetime=lifetime) for number, lifetime in enumerate(lifetimes))
    desk = Desk(activity(facts=facts))

    draft = desk.sheets.duplicate("a1", SALE_AT + 365 * DAY)

    assert draft is not None
    assert [one.question for one in draft.facts] == ["问题 2"]
    assert desk.sheets.save_duplicate(draft) == SHEET


def test_a_duplicate_is_kept_with_the_prices_of_the_original_in_one_step() -> None:
    window = phase(2, PhaseKind.EXTRA, SALE_AT, HOUR)
    prices = (ActivityPrice("a1", yuan("99")), ActivityPrice("a1", yuan("89"), "phase1"))
    gone = ActivityPrice("a1", yuan("79"), "phase2")
    desk = Desk(activity(phases=(phase(1), window)), product(1, prices=(*prices, gone)), product(2))
    draft = desk.sheets.duplicate("a1", SALE_AT + 365 * DAY)
    assert draft is not None
    sale = draft.phases[0]

    kinds = desk.sheets.save_duplicate(replace(draft, name="新双11", phases=(sale,)))

    assert kinds == SHEET
    assert desk.sheet.activities[draft.id].name == "新双11"
    assert desk.sheet.products["p1"].prices == (
        *prices,
        gone,
        ActivityPrice(draft.id, yuan("99")),
        ActivityPrice(draft.id, yuan("89"), sale.id),
    )
    assert desk.sheets.undoable is not None
    assert (desk.sheets.undoable.did, desk.sheets.undoable.ids) == (Did.DUPLICATED, (draft.id,))

    desk.sheets.undo()
    assert set(desk.sheet.activities) == {"a1"}
    assert desk.sheet.products["p1"].prices == (*prices, gone)


def test_a_duplicate_of_what_is_gone_or_at_the_end_of_time_is_none() -> None:
    desk = Desk(activity())

    assert desk.sheets.duplicate("never was", SALE_AT) is None
    with pytest.raises(BadEntry):
        desk.sheets.duplicate("a1", datetime(9999, 12, 31, tzinfo=UTC))


def test_an_activity_without_phases_can_be_duplicated() -> None:
    desk = Desk(activity(phases=()))

    draft = desk.sheets.duplicate("a1", SALE_AT)

    assert draft is not None
    assert draft.phases == ()
