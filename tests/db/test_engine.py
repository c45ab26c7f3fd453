import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from app.core.storage import NotStored, Trouble
from db.checks import APPLICATION_ID
from db.engine import Database, open_database, refuse_share
from db.stores import Phrases
from tests.killing import KILLED
from tests.phrases import phrase

Opened = Callable[[Path], Database]


def filled(file: Path, count: int = 50) -> Path:
    database = open_database(file)
    Phrases(database).put([phrase(number) for number in range(count)])
    database.close()
    return file


def trouble_of_opening(file: Path) -> Trouble:
    with pytest.raises(NotStored) as caught:
        open_database(file)
    return caught.value.trouble


def raw(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def run(code: str, *args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, args)], text=True, capture_output=True, check=False
    )


def test_a_new_file_is_ours_and_safe_against_a_power_cut(opened: Opened, file: Path) -> None:
    database = opened(file)

    with database.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("application_id", "journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }

    assert pragmas == {
        "application_id": APPLICATION_ID,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    assert database.is_new


def test_what_was_stored_is_there_after_a_restart(opened: Opened, file: Path) -> None:
    filled(file, 3)

    again = opened(file)

    assert Phrases(again).all() == [phrase(0), phrase(1), phrase(2)]
    assert not again.is_new


def test_opening_imports_no_migration_machinery_when_none_is_due(file: Path) -> None:
    filled(file, 1)

    done = run(
        """
        import sys
        from pathlib import Path, PureWindowsPath
        from db.engine import open_database
        open_database(Path(sys.argv[1])).close()
        print("alembic" in sys.modules)
        """,
        file,
    )

    assert (done.stdout.strip(), done.stderr) == ("False", "")


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\x00", b"\x00" * 4096, b"id,title\n" * 500], ids=["empty", "cut", "zeros", "text"]
)
def test_a_file_that_is_no_database_is_damaged_and_left_alone(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)

    assert trouble_of_opening(file) is Trouble.DAMAGED
    assert file.read_bytes() == content
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_database_that_was_cut_off_is_damaged_and_left_alone(file: Path) -> None:
    content = filled(file).read_bytes()
    file.write_bytes(content[: len(content) // 2])

    assert trouble_of_opening(file) is Trouble.DAMAGED
    assert file.read_bytes() == content[: len(content) // 2]


def test_a_database_with_a_broken_page_says_so_when_it_is_read(opened: Opened, file: Path) -> None:
    content = bytearray(filled(file, 2000).read_bytes())
    content[4096 * 9 : 4096 * 40] = b"\xff" * (4096 * 31)
    file.write_bytes(content)

    with pytest.raises(NotStored) as caught:
        Phrases(opened(file)).all()

    assert caught.value.trouble is Trouble.DAMAGED


def test_a_database_of_another_program_is_foreign_and_left_alone(file: Path) -> None:
    file.parent.mkdir()
    raw(file, "CREATE TABLE bookmarks (url TEXT)")
    content = file.read_bytes()

    assert trouble_of_opening(file) is Trouble.FOREIGN
    assert file.read_bytes() == content


def test_a_newer_database_is_refused_and_left_alone(file: Path) -> None:
    raw(filled(file), "UPDATE alembic_version SET version_num = '9999'")
    content = file.read_bytes()

    assert trouble_of_opening(file) is Trouble.NEWER
    assert file.read_bytes() == content


@pytest.mark.parametrize("statement", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_database_without_a_revision_is_damaged(file: Path, statement: str) -> None:
    raw(filled(file), statement)

    assert trouble_of_opening(file) is Trouble.DAMAGED


def test_a_file_that_another_program_holds_is_locked_and_opens_later(
    opened: Opened, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file, 1)
    monkeypatch.setattr("db.engine.OPENING_PATIENCE", 0.05)

    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        trouble = trouble_of_opening(file)

    assert trouble is Trouble.LOCKED
    assert Phrases(opened(file)).all() == [phrase(0)]


def test_a_write_while_another_program_writes_is_locked_and_nothing_is_kept(opened: Opened, file: Path) -> None:
    store = Phrases(opened(file))

    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotStored) as caught:
            store.put([phrase(1)])

    assert caught.value.trouble is Trouble.LOCKED
    store.put([phrase(2)])
    assert store.all() == [phrase(2)]


def test_a_file_that_may_not_be_written_is_read_only(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file)
    monkeypatch.setattr(
        "db.engine._connect", lambda path: sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    )

    assert trouble_of_opening(file) is Trouble.READ_ONLY


def test_a_folder_that_may_not_be_written_is_read_only(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("db.engine.make_private", refuse)

    assert trouble_of_opening(file) is Trouble.READ_ONLY
    assert not file.exists()


def test_a_full_disk_keeps_nothing_of_the_change_and_all_of_the_rest(opened: Opened, file: Path) -> None:
    filled(file, 10)
    database = opened(file)
    store = Phrases(database)
    with database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(NotStored) as caught:
        store.put([phrase(number) for number in range(10, 2000)])

    assert caught.value.trouble is Trouble.FULL
    assert len(store.all()) == 10
    store.remove(["p0"])
    assert len(store.all()) == 9


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on what a program may write")
def test_a_disk_that_takes_no_more_bytes_is_full(file: Path) -> None:
    filled(file, 10)

    done = run(
        """
        import resource, signal, sys
        from pathlib import Path, PureWindowsPath
        from app.core.storage import NotStored
        from db.engine import open_database
        from db.stores import Phrases
        from tests.phrases import phrase
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        store = Phrases(open_database(Path(sys.argv[1])))
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, resource.RLIM_INFINITY))
        try:
            store.put([phrase(number) for number in range(10, 5000)])
        except NotStored as error:
            print(error.trouble.value, len(store.all()))
        """,
        file,
    )

    assert (done.stdout.strip(), done.stderr) == ("full 10", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on what a program may write")
def test_a_disk_too_full_for_a_new_file_leaves_none(file: Path) -> None:
    done = run(
        """
        import resource, signal, sys
        from pathlib import Path, PureWindowsPath
        from app.core.storage import NotStored
        from db.engine import open_database
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))
        try:
            open_database(Path(sys.argv[1]))
        except NotStored as error:
            print(error.trouble.value)
        """,
        file,
    )

    assert (done.stdout.strip(), done.stderr) == ("full", "")
    assert list(file.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody take an open file away")
def test_a_database_that_was_replaced_under_us_takes_no_more_writes(opened: Opened, file: Path) -> None:
    store = Phrases(opened(file))
    store.put([phrase(1)])
    file.rename(file.with_name("moved.db"))
    shutil.copyfile(file.with_name("moved.db"), file)

    with pytest.raises(NotStored) as caught:
        store.put([phrase(2)])

    assert caught.value.trouble is Trouble.GONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody take an open file away")
def test_a_database_that_was_deleted_under_us_takes_no_more_writes(opened: Opened, file: Path) -> None:
    store = Phrases(opened(file))
    file.unlink()

    with pytest.raises(NotStored) as caught:
        store.put([phrase(2)])

    assert caught.value.trouble is Trouble.GONE


KILLED_IN_A_TRANSACTION = """
    import os, sys
    from pathlib import Path
    from db.engine import open_database
    from db.rows.phrases import to_row
    from db.stores import Phrases
    from tests.killing import KILL
    from tests.phrases import phrase
    database = open_database(Path(sys.argv[1]))
    store = Phrases(database)
    store.put([phrase(number, position=9) for number in range(100, 200)])
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM phrases")
        connection.exec_driver_sql(store._upsert, [to_row(phrase(number)) for number in range(5000)])
        os.kill(os.getpid(), KILL)
"""


def test_a_kill_in_mid_transaction_loses_nothing_that_was_stored(opened: Opened, file: Path) -> None:
    filled(file, 10)

    done = run(KILLED_IN_A_TRANSACTION, file)

    assert done.returncode == KILLED, done.stderr
    assert file.with_name(file.name + "-wal").stat().st_size > 0
    database = opened(file)
    assert {one.id for one in Phrases(database).all()} == {f"p{number}" for number in (*range(10), *range(100, 200))}
    assert not database.had_strange_log


def stale_log_of_another(file: Path) -> bytes:
    """The log that lies beside a database of 3,000 other phrases after its process was killed."""
    other = file.with_name("other.db")
    filled(other, 3000)
    run(KILLED_IN_A_TRANSACTION, other)
    return other.with_name("other.db-wal").read_bytes()


def test_the_log_of_another_database_is_moved_aside_and_costs_nothing(opened: Opened, file: Path) -> None:
    filled(file, 10)
    log = file.with_name(file.name + "-wal")
    log.write_bytes(stale_log_of_another(file))

    database = opened(file)

    assert database.had_strange_log
    assert len(Phrases(database).all()) == 10
    assert (file.with_name(file.name + "-wal.strange-1")).stat().st_size > 0


def test_what_killed_starts_left_behind_is_swept_away(opened: Opened, file: Path) -> None:
    filled(file, 10)
    run(KILLED_IN_A_TRANSACTION, file)
    trial, fresh = file.with_name(".trial-old"), file.with_name(".trial-of-now")
    for folder in (trial, fresh):
        folder.mkdir()
        (folder / "qindesk.db").write_bytes(b"half a copy")
    os.utime(trial, (0, 0))

    opened(file)

    assert not trial.exists()
    assert fresh.exists()


def test_a_damaged_database_with_a_log_is_left_as_it_is(file: Path) -> None:
    content = bytearray(filled(file, 2000).read_bytes())
    content[4096 * 3 : 4096 * 60] = b"\xff" * (4096 * 57)
    file.write_bytes(content)
    log = file.with_name(file.name + "-wal")
    log.write_bytes(stale_log_of_another(file))
    log_content = log.read_bytes()

    assert trouble_of_opening(file) is Trouble.DAMAGED
    assert (file.read_bytes(), log.read_bytes()) == (bytes(content), log_content)


def test_a_second_process_never_takes_the_log_of_a_running_one_for_strange(opened: Opened, file: Path) -> None:
    store = Phrases(opened(file))
    store.put([phrase(number) for number in range(500)])

    done = run(
        """
        import sys
        from pathlib import Path, PureWindowsPath
        from db.engine import open_database
        from db.stores import Phrases
        database = open_database(Path(sys.argv[1]))
        print(len(Phrases(database).all()), database.had_strange_log)
        database.close()
        """,
        file,
    )

    assert (done.stdout.strip(), done.stderr) == ("500 False", "")
    store.put([phrase(500)])
    assert len(store.all()) == 501


def test_a_share_is_refused_because_sqlite_would_lose_data_on_it() -> None:
    with pytest.raises(NotStored) as caught:
        refuse_share(PureWindowsPath(r"\\server\home\QinDesk\qindesk.db"))

    assert (caught.value.trouble, caught.value.detail) == (Trouble.GONE, "share")
    refuse_share(PureWindowsPath(r"C:\Users\QinDesk\qindesk.db"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards files by the folder they lie in")
def test_a_file_that_anyone_could_read_is_closed_to_others(opened: Opened, file: Path) -> None:
    filled(file, 1).chmod(0o644)

    opened(file)

    assert file.stat().st_mode & 0o777 == 0o600


def test_errors_hold_no_text_of_a_phrase(opened: Opened, file: Path) -> None:
    database = opened(file)

    with pytest.raises(NotStored) as caught, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO phrases (id, body) VALUES (?, ?)", ("p1", "买家张三的地址"))

    chain = (caught.value, caught.value.__cause__)
    assert not any("张三" in str(error) for error in chain)
