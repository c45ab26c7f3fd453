import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.core.storage import Backup, Contents, NotStored, Trouble
from db import checks
from db.backups import BackupFolder
from db.contents import contents
from db.engine import Database
from db.keeping import kept
from db.migrations import HEAD, REVISIONS
from db.orders import Orders
from db.stores import Phrases
from tests.db.conftest import Now
from tests.phrases import phrase
from tests.unpaid import order

Opened = Callable[[Path], Database]


@pytest.fixture
def database(opened: Opened, file: Path) -> Database:
    return opened(file)


@pytest.fixture
def store(database: Database) -> Phrases:
    return Phrases(database)


@pytest.fixture
def backups(database: Database, tmp_path: Path, now: Now) -> BackupFolder:
    return BackupFolder(database.file, tmp_path / "backups", now)


def test_a_backup_holds_what_was_stored_and_stands_alone(store: Phrases, backups: BackupFolder, tmp_path: Path) -> None:
    store.put([phrase(1), phrase(2)])

    name = backups.make("import")

    assert sorted(path.name for path in (tmp_path / "backups").iterdir()) == [name, f"{name}.sha256"]
    with closing(sqlite3.connect(tmp_path / "backups" / name)) as copy:
        assert copy.execute("SELECT count(*) FROM phrases").fetchone() == (2,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_list_tells_when_why_and_how_large_the_newest_first(backups: BackupFolder) -> None:
    backups.make("import")
    backups.make("hand")

    listed = backups.all()

    assert [(backup.why, backup.made_at) for backup in listed] == [
        ("hand", datetime(2026, 11, 11, 6, 0, listed[0].made_at.second, tzinfo=UTC)),
        ("import", datetime(2026, 11, 11, 6, 0, 1, tzinfo=UTC)),
    ]
    assert all(backup.size > 4096 for backup in listed)


def test_a_restore_brings_the_former_state_into_the_open_database(store: Phrases, backups: BackupFolder) -> None:
    store.put([phrase(number) for number in range(500)])
    then = store.all()
    name = backups.make("hand")
    store.remove([f"p{number}" for number in range(450)])
    store.put([phrase(1000)])

    backups.restore(name)

    assert store.all() == then
    store.put([phrase(2000)])
    assert len(store.all()) == 501


def test_a_restore_has_a_way_back(store: Phrases, backups: BackupFolder) -> None:
    name = backups.make("hand")
    store.put([phrase(1)])

    way_back = backups.restore(name)
    after_the_first = store.all()
    backups.restore(way_back)

    assert after_the_first == []
    assert store.all() == [phrase(1)]


def test_what_a_backup_holds_is_counted_without_touching_it(store: Phrases, backups: BackupFolder) -> None:
    binned = replace(phrase(3), deleted_at=datetime(2026, 11, 10, tzinfo=UTC))
    store.put([phrase(1), phrase(2), binned])
    name = backups.make("hand")
    store.put([phrase(4)])

    assert backups.contents(name) == Contents(phrases=2, binned=1)
    assert backups.contents("") == Contents(phrases=3, binned=1)
    backups.verify(name)


def test_a_backup_of_an_older_program_holds_nothing_of_nouns_that_it_did_not_know() -> None:
    with closing(sqlite3.connect(":memory:")) as old:
        old.execute("CREATE TABLE phrases (id TEXT, deleted_at INTEGER)")
        old.executemany("INSERT INTO phrases VALUES (?, ?)", [("p1", None), ("p2", 7)])

        assert contents(old) == Contents(phrases=1, binned=1)


def test_a_changed_backup_is_not_counted(store: Phrases, backups: BackupFolder, tmp_path: Path) -> None:
    name = backups.make("hand")
    file = tmp_path / "backups" / name
    file.write_bytes(file.read_bytes()[:-1] + b"x")

    with pytest.raises(NotStored) as caught:
        backups.contents(name)

    assert caught.value.trouble is Trouble.DAMAGED


@pytest.mark.parametrize("name", ["../secret.db", "qindesk-20261111T060000000000Z-hand.db"])
def test_a_backup_that_is_not_there_is_not_counted(backups: BackupFolder, name: str) -> None:
    with pytest.raises(NotStored) as caught:
        backups.contents(name)

    assert caught.value.trouble is Trouble.GONE


def test_a_restore_into_a_locked_database_gives_up_and_changes_nothing(
    database: Database, store: Phrases, backups: BackupFolder
) -> None:
    name = backups.make("hand")
    store.put([phrase(1)])

    with closing(sqlite3.connect(database.file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotStored) as caught:
            backups.restore(name)

    assert caught.value.trouble is Trouble.LOCKED
    assert store.all() == [phrase(1)]


@pytest.mark.parametrize(
    ("statement", "trouble"),
    [
        ("DROP TABLE settings", Trouble.DAMAGED),
        ("PRAGMA application_id = 7", Trouble.FOREIGN),
    ],
)
def test_a_database_that_is_not_whole_is_not_backed_up_as_if_it_were(
    database: Database, backups: BackupFolder, tmp_path: Path, statement: str, trouble: Trouble
) -> None:
    with closing(sqlite3.connect(database.file, isolation_level=None)) as other:
        other.execute(statement)

    with pytest.raises(NotStored) as caught:
        backups.make("hand")

    assert caught.value.trouble is trouble
    assert list((tmp_path / "backups").iterdir()) == []


def test_what_is_stored_while_a_backup_is_made_waits_for_the_next(
    store: Phrases, backups: BackupFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put([phrase(1)])
    real = checks.counts

    def counts(connection: sqlite3.Connection) -> dict[str, int]:
        counted = real(connection)
        store.put([phrase(2)])
        return counted

    monkeypatch.setattr("db.checks.counts", counts)
    name = backups.make("hand")

    with closing(sqlite3.connect(tmp_path / "backups" / name)) as copy:
        assert copy.execute("SELECT id FROM phrases").fetchall() == [("p1",)]
    assert len(store.all()) == 2


def test_a_backup_of_an_older_version_is_brought_up_to_date_when_restored(
    store: Phrases, backups: BackupFolder, monkeypatch: pytest.MonkeyPatch, database: Database
) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
        connection.exec_driver_sql("ALTER TABLE phrases DROP COLUMN pin_position")
    name = backups.make("hand")
    with database.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE phrases ADD COLUMN pin_position BIGINT NOT NULL DEFAULT 0")

    def migrate(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE phrases ADD COLUMN pin_position BIGINT NOT NULL DEFAULT 7")
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{HEAD}'")

    monkeypatch.setattr("db.engine.REVISIONS", ("0000", *REVISIONS))
    monkeypatch.setattr("db.migrations.upgrade.upgrade", migrate)

    backups.restore(name)

    store.put([phrase(1)])
    assert store.all() == [phrase(1)]
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD


def test_a_restored_database_is_there_after_a_restart(
    opened: Opened, database: Database, store: Phrases, backups: BackupFolder
) -> None:
    store.put([phrase(1)])
    name = backups.make("hand")
    store.remove(["p1"])
    backups.restore(name)
    database.close()

    again = Phrases(opened(database.file))

    assert again.all() == [phrase(1)]


@pytest.mark.parametrize("place", [100, 5000, -1])
def test_a_backup_with_a_flipped_bit_is_not_restored(
    store: Phrases, backups: BackupFolder, tmp_path: Path, place: int
) -> None:
    store.put([phrase(1)])
    name = backups.make("hand")
    file = tmp_path / "backups" / name
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)

    with pytest.raises(NotStored) as caught:
        backups.restore(name)

    assert caught.value.trouble is Trouble.DAMAGED
    assert store.all() == [phrase(1)]
    assert [backup.why for backup in backups.all()] == ["hand"]


@pytest.mark.parametrize("name", ["", "../data/qindesk.db", "qindesk-20261111T060000000000Z-hand.db"])
def test_a_name_that_is_no_backup_is_gone(backups: BackupFolder, name: str) -> None:
    with pytest.raises(NotStored) as caught:
        backups.restore(name)

    assert caught.value.trouble is Trouble.GONE


def test_a_backup_that_reads_back_wrong_is_not_kept(
    store: Phrases, backups: BackupFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put([phrase(1)])
    counted = iter([{"phrases": 1}, {"phrases": 0}])
    monkeypatch.setattr("db.checks.counts", lambda _connection: next(counted))

    with pytest.raises(NotStored) as caught:
        backups.make("import")

    assert caught.value.trouble is Trouble.DAMAGED
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_disk_too_full_for_a_backup_leaves_none_behind(
    store: Phrases, backups: BackupFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: Path) -> None:
        raise OSError(28, "No space left on device")

    store.put([phrase(1)])
    monkeypatch.setattr("db.files.sync", refuse)

    with pytest.raises(NotStored) as caught:
        backups.make("import")

    assert caught.value.trouble is Trouble.FULL
    assert list((tmp_path / "backups").iterdir()) == []
    assert store.all() == [phrase(1)]


def test_the_daily_backup_is_made_once_a_day(backups: BackupFolder, now: Now) -> None:
    first = backups.make_daily()
    now.at += timedelta(hours=23)
    too_early = backups.make_daily()
    now.at += timedelta(hours=1)
    second = backups.make_daily()

    assert first
    assert too_early is None
    assert second
    assert [backup.name for backup in backups.all()] == [second, first]


def test_a_backup_of_a_day_when_the_clock_was_years_ahead_holds_no_daily_one_back(
    backups: BackupFolder, now: Now
) -> None:
    now.at += timedelta(days=900)
    backups.make_daily()
    now.at -= timedelta(days=900)

    made = backups.make_daily()

    assert made
    assert made in [backup.name for backup in backups.all()]


def test_what_was_made_with_the_right_clock_stays_though_ten_others_are_dated_later(
    backups: BackupFolder, now: Now
) -> None:
    now.at += timedelta(days=900)
    for _ in range(10):
        backups.make("import")
    now.at -= timedelta(days=900)

    made = [backups.make("import"), backups.make("import")]

    for name in made:
        backups.verify(name)
    assert len(backups.all()) == 10


def test_the_oldest_backup_outlives_its_own_restore(store: Phrases, backups: BackupFolder) -> None:
    store.put([phrase(1)])
    oldest = backups.make("import")
    store.put([phrase(2)])
    for _ in range(9):
        backups.make("import")

    backups.restore(oldest)

    assert store.all() == [phrase(1)]
    backups.verify(oldest)


def test_an_old_backup_that_cannot_be_deleted_keeps_nobody_from_making_a_new_one(
    backups: BackupFolder, tmp_path: Path
) -> None:
    stuck = tmp_path / "backups" / "qindesk-20200101T000000000000Z-hand.db"
    (stuck / "held").mkdir(parents=True)
    for _ in range(10):
        backups.make("import")

    made = backups.make("import")

    backups.verify(made)
    assert stuck.exists()


def test_ten_days_and_four_weeks_of_daily_backups_are_kept() -> None:
    start = datetime(2026, 1, 1, 9, tzinfo=UTC)  # a Thursday
    daily = [Backup(f"d{day}", start + timedelta(days=day), 1, "daily") for day in range(60)]

    names = kept(daily, start + timedelta(days=60))

    days = {f"d{day}" for day in range(50, 60)}
    sundays = {"d52", "d45", "d38"}  # the last day of each week; d59 is the fourth
    assert names == days | sundays


def test_backups_before_imports_do_not_push_out_the_daily_ones() -> None:
    start = datetime(2026, 1, 1, 9, tzinfo=UTC)
    daily = Backup("daily", start, 1, "daily")
    imports = [Backup(f"i{number}", start + timedelta(minutes=number + 1), 1, "import") for number in range(15)]

    names = kept([daily, *imports], start + timedelta(hours=1))

    assert names == {"daily", *(f"i{number}" for number in range(5, 15))}


def test_old_backups_go_with_their_hashes_and_leftovers_of_a_kill(
    backups: BackupFolder, tmp_path: Path, now: Now
) -> None:
    import os

    backups.make("hand")
    leftover = tmp_path / "backups" / "qindesk-20200101T000000000000Z-hand.db.part"
    leftover.write_bytes(b"half")
    os.utime(leftover, (0, 0))
    for _ in range(10):
        backups.make("import")

    files = list((tmp_path / "backups").iterdir())

    assert [backup.why for backup in backups.all()] == ["import"] * 10
    assert len(files) == 20


def test_a_reason_that_could_be_a_path_is_a_mistake(backups: BackupFolder) -> None:
    with pytest.raises(ValueError, match="word"):
        backups.make("../../x")


def test_buyers_are_taken_out_of_every_backup_and_the_phrases_stay(
    database: Database, store: Phrases, backups: BackupFolder, tmp_path: Path
) -> None:
    store.put([phrase(1)])
    Orders(database).put([order("o1", buyer="小熊猫的名字")])
    name = backups.make("hand")
    made_at = backups.all()[0].made_at

    backups.forget_buyers()

    held = backups.contents(name)
    assert (held.phrases, held.open_orders) == (1, 0)
    assert backups.all()[0].made_at == made_at
    assert "小熊猫的名字".encode() not in (tmp_path / "backups" / name).read_bytes()
    backups.restore(name)


def test_a_backup_that_cannot_be_read_goes_whole_with_the_buyers(
    database: Database, backups: BackupFolder, tmp_path: Path
) -> None:
    Orders(database).put([order("o1")])
    name = backups.make("hand")
    (tmp_path / "backups" / name).write_bytes(b"no database")
    aside = tmp_path / "backups" / "damaged-20261111T060000000000Z"
    aside.mkdir()
    (aside / "qindesk.db").write_bytes(b"a buyer")
    log = database.file.with_name(f"{database.file.name}-wal.strange-1")
    log.write_bytes(b"a buyer")

    backups.forget_buyers()

    assert list((tmp_path / "backups").iterdir()) == []
    assert not log.exists()


def test_a_backup_without_buyers_is_left_as_it_is(store: Phrases, backups: BackupFolder, tmp_path: Path) -> None:
    store.put([phrase(1)])
    file = tmp_path / "backups" / backups.make("hand")
    former = file.stat().st_mtime_ns

    backups.forget_buyers()

    assert file.stat().st_mtime_ns == former
