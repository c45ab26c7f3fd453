"""Whether a file is a database of ours, and a sound one.

The rule: looking changes nothing, and costs no SQLAlchemy. `head` opens the file itself and so may only be asked before
SQLite has it open in this process: closing the file would let go of SQLite's own locks on it (POSIX).
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.core.storage import NotStored, Trouble

APPLICATION_ID = 0x51444B31
"""`PRAGMA application_id` of our files, "QDK1" in ASCII: how a file of another program is told from ours."""
FIRST_TABLES = frozenset({"phrases", "settings", "alembic_version"})
"""The tables that every file of ours holds, whatever its revision."""

_MAGIC = b"SQLite format 3\x00"
_HEAD_SIZE = 100


def head(file: Path) -> None:
    """Look at the first 100 bytes. Raises `OSError` where it can't be read and written, `NotStored` where it is bad."""
    with file.open("r+b") as handle:
        first = handle.read(_HEAD_SIZE)
        size = handle.seek(0, 2)
    if len(first) < _HEAD_SIZE or not first.startswith(_MAGIC):
        raise NotStored(Trouble.DAMAGED, "head")
    if int.from_bytes(first[68:72], "big") != APPLICATION_ID:
        raise NotStored(Trouble.FOREIGN, "application_id")
    is_size_told = first[24:28] == first[92:96]
    if is_size_told and not has_wal(file) and size < _page_size(first) * int.from_bytes(first[28:32], "big"):
        raise NotStored(Trouble.DAMAGED, "cut off")


def has_wal(file: Path) -> bool:
    """Whether a write-ahead log lies beside it: it was not closed, or is open elsewhere."""
    wal = beside(file, "-wal")
    return wal.exists() and wal.stat().st_size > 0


def is_closed(file: Path) -> bool:
    """Whether it is there and was closed, so that it can be read without writing anything."""
    return file.exists() and not has_wal(file)


def beside(file: Path, suffix: str) -> Path:
    """The file of SQLite's that belongs to a database."""
    return file.with_name(file.name + suffix)


def contents(connection: sqlite3.Connection, *, is_deep: bool = False) -> None:
    """Look at an open database: id, tables, structure; deep looks into every index too. Raises `NotStored`."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotStored(Trouble.FOREIGN, "application_id")
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables >= FIRST_TABLES:
        raise NotStored(Trouble.DAMAGED, "tables")
    check = "integrity_check" if is_deep else "quick_check"
    if connection.execute(f"PRAGMA {check}(1)").fetchone()[0] != "ok":
        raise NotStored(Trouble.DAMAGED, check)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    names = sorted(row[0].replace('"', '""') for row in tables)
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def connect(file: Path, mode: str = "ro", patience: float = 2.0) -> sqlite3.Connection:
    """Open a database that exists: `ro` or `rw`. Transactions begin only where they are asked for."""
    return sqlite3.connect(
        f"{file.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )


def is_sound(file: Path) -> bool:
    """Whether a file that nobody has open is one of ours and sound in every part."""
    try:
        with closing(connect(file, "rw")) as connection:
            contents(connection, is_deep=True)
    except (NotStored, sqlite3.Error):
        return False
    return True


def _page_size(first: bytes) -> int:
    size = int.from_bytes(first[16:18], "big")
    return 65536 if size == 1 else size
