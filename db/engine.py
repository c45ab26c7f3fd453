"""The database file: made, opened, brought up to date, and its one connection.

The rule: one writer. The file is opened in a helper thread at the start, and from then on the connection belongs to the
main thread. Whatever goes wrong is a `NotStored`, and the file is as it was.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePath

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from app.core.storage import NotStored, Trouble
from db import checks, unclean
from db.files import make_folder, make_private, sweep, sync, sync_folder
from db.migrations import HEAD, REVISIONS
from db.tables import alembic_version, metadata
from db.troubles import told

OPENING_PATIENCE = 2.0
"""Seconds that the start waits for another program to let go of the file."""
PATIENCE_MS = 250
"""What the main thread waits: longer would be felt."""


class Database:
    """An open database. Reading and writing are transactions; they are never inside one another."""

    def __init__(self, file: Path, engine: Engine, *, is_new: bool, had_strange_log: bool) -> None:
        self.file = file
        self.is_new = is_new
        self.had_strange_log = had_strange_log
        self.engine = engine
        self._identity = _identity(file)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only looks. Raises `NotStored`."""
        with told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that takes the write lock at once and is on the disk when it ends. Raises `NotStored`."""
        with told():
            if _identity(self.file) != self._identity:
                raise NotStored(Trouble.GONE, "replaced")
            with self.engine.connect().execution_options(begins="IMMEDIATE") as connection:
                yield connection
                connection.commit()

    def fold_log(self) -> None:
        """Take what stands in the log into the file and empty the log. Raises `NotStored`."""
        with told():
            raw = self.engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            finally:
                raw.close()

    def close(self) -> None:
        """Fold the log in and let go of the file."""
        self.engine.dispose()


def open_database(file: Path, before_migrating: Callable[[], object] = lambda: None) -> Database:
    """Open the database of this program, or make an empty one. `before_migrating` is where the backup is made.

    Raises `NotStored`: a newer or foreign file, a damaged, locked or read-only one, a full disk.
    """
    refuse_share(file)
    with told():
        make_folder(file.parent)
        is_new = not file.exists()
        if is_new:
            _make(file)
        checks.head(file)
        had_strange_log = unclean.settle(file)
        with suppress(OSError):  # a file of another owner keeps its own rights
            file.chmod(0o600)
        engine = _engine(file)
        try:
            _bring_up(engine, before_migrating)
            _make_impatient(engine)
            return Database(file, engine, is_new=is_new, had_strange_log=had_strange_log)
        except BaseException:
            engine.dispose()
            raise


def refuse_share(file: PurePath) -> None:
    """A share (`\\\\server\\…`) cannot hold it: SQLite's log needs memory that all who have the file open share."""
    if file.drive.startswith("\\\\"):
        raise NotStored(Trouble.GONE, "share")


def _engine(file: Path) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(file),
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begins', 'DEFERRED')}")

    return engine


def _connect(file: Path) -> sqlite3.Connection:
    connection = checks.connect(file, "rw", OPENING_PATIENCE)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # WAL with NORMAL loses acknowledged rows when power fails
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cell_size_check = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _make_impatient(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENCE_MS}")


def _bring_up(engine: Engine, before_migrating: Callable[[], object]) -> None:
    """Look at the revision with one SELECT; a write that is taken back finds a locked or read-only file out now."""
    with engine.connect().execution_options(begins="IMMEDIATE") as connection:
        revision = _revision(connection)
        connection.rollback()
    if revision == HEAD:
        return
    if revision not in REVISIONS:
        raise NotStored(Trouble.NEWER, revision)
    before_migrating()
    migrate(engine)


def migrate(engine: Engine) -> None:
    """Bring an open database up to the newest revision, in one transaction. Raises `NotStored`."""
    from db.migrations.upgrade import upgrade  # noqa: PLC0415 - Alembic costs a fifth of a second

    try:
        with engine.connect().execution_options(begins="IMMEDIATE") as connection:
            upgrade(connection)
            connection.commit()
    except DBAPIError:
        raise
    except Exception as error:
        raise NotStored(Trouble.DAMAGED, f"migration: {type(error).__name__}") from error


def _revision(connection: Connection) -> str:
    try:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")  # fails if read-only
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").fetchone()
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR:
            raise
        row = None
    if row is None:
        raise NotStored(Trouble.DAMAGED, "revision")
    return str(row[0])


def _make(file: Path) -> None:
    """Make an empty database beside its place and put it there when it is whole."""
    part = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        make_private(part)
        sweep(file.parent, f"{file.name}.*.new*", part)
        with closing(checks.connect(part, "rw")) as connection:
            connection.execute(f"PRAGMA application_id = {checks.APPLICATION_ID}")
        engine = _engine(part)
        with engine.connect() as connection:
            metadata.create_all(connection)
            alembic_version.create(connection)
            connection.execute(alembic_version.insert().values(version_num=HEAD))
            connection.commit()
        engine.dispose()
        sync(part)
        _put_in_place(part, file)
    finally:
        for suffix in ("", "-wal", "-shm"):
            checks.beside(part, suffix).unlink(missing_ok=True)


def _put_in_place(part: Path, file: Path) -> None:
    """Rename without ever replacing: another process may have made the file meanwhile."""
    if os.name == "nt":
        part.rename(file)
    else:
        os.link(part, file)
    sync_folder(file.parent)


def _identity(file: Path) -> tuple[int, int]:
    stat = file.stat()
    return stat.st_dev, stat.st_ino
