"""The cheat-sheet and what counts down, at rest."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.clockwork.countdowns import Heartbeat, Timer
from app.core.sheet.changes import Change
from app.core.sheet.sheet import Entry, Sheet
from app.core.storage import NotStored
from db.countdowns import Countdowns
from db.engine import Database
from db.rows.sheets import ENTRY_COLUMNS, NOUNS
from db.sheets import Sheets
from db.tables import metadata
from tests.entries import ENTRIES, HOUR, SALE_AT, activity, fact, product

Opened = Callable[[Path], Database]
CHANGE = Change("c1", "a1", "活动 1", "limit.count", "2", "3", SALE_AT, "personal")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.lists(ENTRIES, max_size=6))
def test_every_entry_comes_back_as_it_was_put(opened: Opened, tmp_path_factory, given: list[Entry]) -> None:
    database = opened(tmp_path_factory.mktemp("db") / "qindesk.db")
    store = Sheets(database)

    store.put(given)

    assert store.all() == Sheet.of(given)
    database.close()


def test_an_amount_keeps_its_cents_and_a_moment_its_microsecond(opened: Opened, file: Path) -> None:
    store = Sheets(opened(file))
    at = SALE_AT + timedelta(microseconds=1)

    store.put([product(price=Decimal("9.90"), deleted_at=at)])

    kept = store.all().products["p1"]
    assert (str(kept.price), kept.deleted_at) == ("9.90", at)


def test_the_columns_of_every_kind_of_entry_are_the_same() -> None:
    assert [list(metadata.tables[noun].c.keys()) for noun in NOUNS] == [list(ENTRY_COLUMNS)] * 3


def test_what_the_database_is_asked_for_is_as_the_document_says(opened: Opened, file: Path) -> None:
    database = opened(file)

    Sheets(database).put([product(position=7, source="pack.autumn", deleted_at=SALE_AT)])

    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, position, source, deleted_at FROM products").fetchall()
    assert [tuple(row) for row in rows] == [("p1", 7, "pack.autumn", SALE_AT.timestamp() * 1e6)]


def test_entries_changes_and_what_is_gone_are_one_transaction(opened: Opened, file: Path) -> None:
    store = Sheets(opened(file))
    store.put([activity(1), activity(2), fact(1)])
    before = store.all()

    with pytest.raises(NotStored):
        store.put([activity(3)], [replace(CHANGE, field=None)], ["a1"])  # type: ignore[arg-type]
    assert store.all() == before

    store.put([activity(3)], [CHANGE], ["a1", "f1", "never was"])
    assert store.all() == Sheet.of([activity(2), activity(3)])
    assert store.changes() == [CHANGE]


DAMAGE = {
    "a newer field of another type": """UPDATE products SET document = json_set(document, '$.price', json('{}'))""",
    "a kind that a newer version knows": "UPDATE activities SET document = json_set(document, '$.kind', 'lottery')",
    "no JSON": "UPDATE products SET document = '{broken'",
    "no text": "UPDATE facts SET document = 7",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_an_entry_that_cannot_be_read_is_told_and_left_while_the_others_come(
    opened: Opened, file: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    database = opened(file)
    store = Sheets(database)
    entries: list[Entry] = [kind(number) for kind in (activity, product, fact) for number in (1, 2)]  # type: ignore[operator]
    store.put(entries)
    with database.writing() as connection:
        connection.exec_driver_sql(f"{damage} WHERE id IN ('a1', 'p1', 'f1')")
    noun = damage.split()[1]

    with caplog.at_level(logging.WARNING):
        read = store.all()

    with database.reading() as connection:
        assert connection.exec_driver_sql(f"SELECT count(*) FROM {noun}").scalar() == 2
    assert [record.args[:2] for record in caplog.records] == [(noun[0] + "1", noun)]
    assert {entry.id for entry in entries} - {entry.id for entry in read} == {noun[0] + "1"}


def test_a_field_of_a_newer_version_is_passed_over(opened: Opened, file: Path) -> None:
    database = opened(file)
    Sheets(database).put([product()])
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE products SET document = json_set(document, '$.colours', 'red')")

    assert Sheets(database).all() == Sheet.of([product()])


def test_the_latest_change_comes_first_and_confirmed_ones_stay(opened: Opened, file: Path) -> None:
    store = Sheets(opened(file))
    later = replace(CHANGE, id="c0", changed_at=SALE_AT + HOUR)

    store.put((), [CHANGE, later])
    store.confirm(["c1", "never was"], SALE_AT + 2 * HOUR)

    assert store.changes() == [later, replace(CHANGE, confirmed_at=SALE_AT + 2 * HOUR)]


def test_the_changes_of_one_edit_stay_in_their_order(opened: Opened, file: Path) -> None:
    store = Sheets(opened(file))
    given = [replace(CHANGE, id=key, field=field) for key, field in (("z", "name"), ("m", "limit"), ("a", "note"))]

    store.put((), given)
    store.confirm(["m"], SALE_AT)

    assert [change.field for change in store.changes()] == ["name", "limit", "note"]


def test_uses_of_answers_are_counted(opened: Opened, file: Path) -> None:
    store = Sheets(opened(file))

    store.record_use("sheet:fact:f1", SALE_AT)
    store.record_use("sheet:fact:f1", SALE_AT + HOUR)
    store.record_use("sheet:fact:f2", SALE_AT)

    assert store.uses() == {"sheet:fact:f1": (2, SALE_AT + HOUR), "sheet:fact:f2": (1, SALE_AT)}


def test_timers_come_back_the_nearest_first(opened: Opened, file: Path) -> None:
    store = Countdowns(opened(file))
    late = Timer("t1", "回电", SALE_AT + HOUR, SALE_AT, is_length=True)
    soon = Timer("t2", "开抢", SALE_AT, SALE_AT)

    store.put([late, soon])
    store.put([replace(late, is_done=True)])
    assert store.timers() == [soon, replace(late, is_done=True)]

    store.remove(["t2", "never was"])
    assert store.timers() == [replace(late, is_done=True)]


def test_marks_are_kept_until_they_are_old(opened: Opened, file: Path) -> None:
    store = Countdowns(opened(file))

    store.mark(["one", "two"], SALE_AT)
    store.mark(["two", "three"], SALE_AT + HOUR)
    assert store.told() == {"one": SALE_AT, "two": SALE_AT + HOUR, "three": SALE_AT + HOUR}

    store.forget(SALE_AT + HOUR)
    assert store.told() == {"two": SALE_AT + HOUR, "three": SALE_AT + HOUR}


def test_there_is_one_heartbeat(opened: Opened, file: Path) -> None:
    store = Countdowns(opened(file))
    assert store.heartbeat() is None

    store.beat(Heartbeat(SALE_AT, 1.25, "boot"))
    store.beat(Heartbeat(SALE_AT + HOUR, 3601.25, "boot"))

    assert store.heartbeat() == Heartbeat(SALE_AT + HOUR, 3601.25, "boot")
