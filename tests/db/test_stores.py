import stat
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.desktop import PasteKey
from app.core.glimpse import Edge, Glimpse
from app.core.phrases.phrase import Phrase, Stage
from app.core.settings import HOTKEYS, Language, Settings, Theme
from app.core.window_choices import Mode
from db.engine import Database
from db.glance import glance
from db.phrase_fields import COLUMNS
from db.stores import Phrases, SettingsRows
from db.tables import phrases as table
from tests.phrases import PHRASES, phrase

Opened = Callable[[Path], Database]
AT = datetime(2026, 11, 11, 6, 0, 0, 123456, tzinfo=UTC)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.lists(PHRASES, max_size=8, unique_by=lambda one: one.id))
def test_every_phrase_comes_back_as_it_was_put(opened: Opened, tmp_path_factory, given: list[Phrase]) -> None:
    database = opened(tmp_path_factory.mktemp("db") / "qindesk.db")
    store = Phrases(database)

    store.put(given)

    assert sorted(store.all(), key=lambda one: one.id) == sorted(given, key=lambda one: one.id)
    database.close()


def test_the_columns_of_a_row_are_the_columns_of_the_table_and_one_for_each_field() -> None:
    assert list(table.c.keys()) == list(COLUMNS)
    assert [field.name.replace("group", "group_path") for field in fields(Phrase)] == list(COLUMNS)


def test_phrases_come_in_the_order_of_group_and_position(opened: Opened, file: Path) -> None:
    store = Phrases(opened(file))
    second, first = phrase(1, ("售后",), 20), phrase(2, ("售后",), 10)
    inner, other = phrase(3, ("售后", "退款"), 1), phrase(4, ("售前",), 0)

    store.put([other, inner, second, first])

    assert store.all() == [other, first, second, inner]


def test_putting_again_replaces_every_field(opened: Opened, file: Path) -> None:
    store = Phrases(opened(file))
    store.put([phrase(1, codes=("cf",), is_pinned=True)])
    changed = phrase(1, ("别处",), 7, stage=Stage.PAYMENT, keywords=("催付",), use_count=3, last_used_at=AT)

    store.put([changed])

    assert store.all() == [changed]


def test_removing_takes_only_what_was_named(opened: Opened, file: Path) -> None:
    store = Phrases(opened(file))
    store.put([phrase(1), phrase(2), phrase(3)])

    store.remove(["p1", "p3", "never was"])

    assert store.all() == [phrase(2)]


def test_a_use_is_counted_to_the_microsecond(opened: Opened, file: Path) -> None:
    store = Phrases(opened(file))
    store.put([phrase(1), phrase(2)])

    store.record_use("p1", AT)
    store.record_use("p1", AT)

    assert store.all() == [replace(phrase(1), use_count=2, last_used_at=AT), phrase(2)]


def test_settings_come_back_as_they_were_saved(opened: Opened, file: Path) -> None:
    rows = SettingsRows(opened(file))
    wanted = Settings(
        agent="小二",
        language=Language.ENGLISH,
        stage=Stage.LOGISTICS,
        hotkeys={**HOTKEYS, "search": ""},
        paste_keys={"xterm": PasteKey.TYPED},
        columns={"a\tb": {"a": "body"}},
    )

    rows.save(wanted)

    assert rows.load() == wanted


def test_settings_are_the_defaults_where_nothing_is_stored(opened: Opened, file: Path) -> None:
    assert SettingsRows(opened(file)).load() == Settings()


def test_a_setting_of_a_newer_version_is_kept(opened: Opened, file: Path) -> None:
    database = opened(file)
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('sounds', '{\"new\": 1}'), ('theme', '\"sepia\"')")
    rows = SettingsRows(database)

    rows.save(replace(rows.load(), agent="小二"))

    with database.reading() as connection:
        stored = dict(connection.exec_driver_sql("SELECT key, value FROM settings").fetchall())
    assert stored == {"sounds": '{"new": 1}', "theme": '"sepia"', "agent": '"小二"'}
    assert rows.load() == Settings(agent="小二")


def test_an_unreadable_setting_falls_back_alone(opened: Opened, file: Path) -> None:
    database = opened(file)
    SettingsRows(database).save(Settings(agent="小二", shop="小店"))
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE settings SET value = '{broken' WHERE key = 'agent'")

    assert SettingsRows(database).load() == Settings(shop="小店")


def test_a_hotkey_that_an_older_version_did_not_know_has_its_default(opened: Opened, file: Path) -> None:
    database = opened(file)
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('hotkeys', '{\"search\": \"F9\"}')")

    assert SettingsRows(database).load().hotkeys == {**HOTKEYS, "search": "F9"}


def test_a_glance_sees_the_settings_before_the_database_is_opened(opened: Opened, file: Path) -> None:
    database = opened(file)
    SettingsRows(database).save(Settings(theme=Theme.DARK, places={"one screen": "right 0 0 360 720"}))

    assert glance(file) == Glimpse(theme=Theme.DARK, places={"one screen": "right 0 0 360 720"})


def test_a_glance_sees_each_setting_as_it_is_stored(opened: Opened, file: Path) -> None:
    stored = Glimpse(
        language=Language.ENGLISH,
        edge=Edge.LEFT,
        is_on_top=False,
        is_started_hidden=True,
        places={"one screen": "right 0 0 360 720", "popup two": "none 0 0 1 1"},
        mode=Mode.COMPACT,
        text_percent=125,
        has_less_motion=True,
    )
    own = {field.name: getattr(stored, field.name) for field in fields(Glimpse)}
    SettingsRows(opened(file)).save(Settings(**own))

    assert glance(file) == stored


def test_a_glance_at_nothing_or_rubbish_gives_the_defaults_and_makes_no_file(tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(b"rubbish" * 99)

    assert glance(tmp_path / "none.db") == glance(rubbish) == Glimpse()
    assert list(tmp_path.iterdir()) == [rubbish]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards files by the folder they lie in")
def test_only_the_owner_may_read_the_files(opened: Opened, file: Path) -> None:
    Phrases(opened(file)).put([phrase(1)])

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (file.parent, *file.parent.iterdir())}

    assert modes == {"data": 0o700, "qindesk.db": 0o600, "qindesk.db-wal": 0o600, "qindesk.db-shm": 0o600}


@pytest.mark.parametrize("column", ["keywords", "images", "lifetime", "last_used_at", "group_path"])
def test_a_phrase_that_cannot_be_read_is_left_out_alone_and_stays_stored(
    opened: Opened, file: Path, caplog: pytest.LogCaptureFixture, column: str
) -> None:
    database = opened(file)
    store = Phrases(database)
    store.put([phrase(1), phrase(2)])
    with database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE phrases SET {column} = '[买家' WHERE id = 'p1'")

    read = store.all()

    assert read == [phrase(2)]
    (told,) = [record.getMessage() for record in caplog.records]
    assert told.startswith("Not read, and left as it is: phrase p1: ")
    assert "买家" not in told
    caplog.clear()
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM phrases").scalar() == 2
