"""A start before SQLAlchemy: what the window shows is read with plain sqlite3, and the stores come a moment later.

The rule: only a database that was closed cleanly and is of the newest revision is read early; whatever else it is,
`open_data` finds out and tells.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from app.core.countdowns import Heartbeat, Timer
from app.core.phrases import Phrase
from app.core.settings import Settings
from app.core.sheet import EMPTY, Sheet
from app.core.sheet_changes import Change
from app.core.shelf import Shelf
from db import checks, sheet_rows
from db.migrations import HEAD
from db.rows import COLUMNS, no_collection, reader
from db.settings_rows import to_settings


@dataclass(frozen=True, slots=True)
class Early:
    """What a start shows before the database is opened for writing. `uses` are those of answers, by their id."""

    shelf: Shelf
    settings: Settings
    sheet: Sheet = EMPTY
    uses: Mapping[str, tuple[int, datetime]] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    timers: Sequence[Timer] = ()
    told: Mapping[str, datetime] = field(default_factory=dict)
    heartbeat: Heartbeat | None = None


def read_early(file: Path) -> Early | None:
    """All that the desk shows, or None where the database has to be opened first."""
    if not file.exists() or checks.has_wal(file):
        return None
    try:
        with closing(checks.connect(file, "ro", patience=0.05)) as connection:
            if connection.execute("SELECT version_num FROM alembic_version").fetchone() != (HEAD,):
                return None
            return _read(connection)
    except (sqlite3.Error, OSError, ValueError):
        return None


def _read(connection: sqlite3.Connection) -> Early:
    def ask(statement: str) -> list[Any]:
        return connection.execute(statement).fetchall()

    connection.execute("BEGIN")  # all of it as it was at one moment
    read = reader()
    with no_collection():
        phrases = [read(row) for row in ask(f"SELECT {', '.join(COLUMNS)} FROM phrases")]  # noqa: S608 - our own names
    return Early(
        shelf_of(phrases),
        to_settings(dict(ask("SELECT key, value FROM settings"))),
        sheet_rows.read_sheet(ask),
        sheet_rows.read_uses(ask),
        sheet_rows.read_changes(ask),
        sheet_rows.read_timers(ask),
        sheet_rows.read_told(ask),
        sheet_rows.read_heartbeat(ask),
    )


def shelf_of(phrases: Iterable[Phrase]) -> Shelf:
    """A shelf whose groups are sorted here rather than on the main thread."""
    shelf = Shelf(phrases)
    shelf.groups()
    return shelf
