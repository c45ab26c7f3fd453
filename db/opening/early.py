"""A start before SQLAlchemy: what the window shows is read with plain sqlite3, and the stores come a moment later.

The rule: only a database that was closed cleanly and is of the newest revision is read early; whatever else it is,
`open_data` finds out and tells.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from app.core.clockwork.countdowns import Heartbeat, Timer
from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.orders.order import Event, FollowUp, Order
from app.core.packs.sources import News, Original, PackSource
from app.core.phrases.phrase import Phrase
from app.core.phrases.shelf import Shelf
from app.core.settings import Settings
from app.core.sheet.changes import Change
from app.core.sheet.sheet import EMPTY, Sheet
from app.core.values import dataclass
from db import checks
from db.migrations import HEAD
from db.phrase_fields import COLUMNS
from db.rows import orders as order_rows
from db.rows import packs as pack_rows
from db.rows import sheets as sheet_rows
from db.rows.phrases import read_phrases
from db.rows.settings import to_settings

RECENT = timedelta(days=2)
"""So far back a start knows orders that ended and what happened to orders; older ones are asked of the store."""


@dataclass(frozen=True, slots=True)
class Early:
    """What a start shows before the database is opened for writing. `uses` are those of answers, by their id.

    `orders` are the open ones and those that ended since `orders_since`, `order_events` what happened since then; all
    that are kept where it is none. `order_marks` are the reminders and urges of the open ones, however long ago.
    `pack_news` are the must-reads that wait and the latest ones, `pack_moved` the originals that moved on.
    """

    shelf: Shelf
    settings: Settings
    sheet: Sheet = EMPTY
    uses: Mapping[str, tuple[int, datetime]] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    timers: Sequence[Timer] = ()
    told: Mapping[str, datetime] = field(default_factory=dict)
    heartbeat: Heartbeat | None = None
    orders: Sequence[Order] = ()
    order_events: Sequence[Event] = ()
    order_kinds: Sequence[OrderKind] = DEFAULTS
    follow_ups: Sequence[FollowUp] = ()
    orders_since: datetime | None = None
    order_marks: Sequence[Event] = ()
    pack_sources: Sequence[PackSource] = ()
    pack_news: Sequence[News] = ()
    pack_moved: Mapping[str, Original] = field(default_factory=dict)


def read_early(file: Path, now: datetime | None = None) -> Early | None:
    """All that the desk shows, or None where the database has to be opened first.

    With `now` only the orders are read that are open or ended in the two days before it.
    """
    if not checks.is_closed(file):
        return None
    try:
        with closing(checks.connect(file, "ro", patience=0.05)) as connection:
            if connection.execute("SELECT version_num FROM alembic_version").fetchone() != (HEAD,):
                return None
            return _read(connection, recent_since(now))
    except (sqlite3.Error, OSError, ValueError):
        return None


def recent_since(now: datetime | None) -> datetime | None:
    """Since when what happened to orders is read at a start."""
    return None if now is None else now - RECENT


def _read(connection: sqlite3.Connection, since: datetime | None) -> Early:
    def ask(statement: str) -> list[Any]:
        return connection.execute(statement).fetchall()

    connection.execute("BEGIN")  # all of it as it was at one moment
    phrases = ask(f"SELECT {', '.join(COLUMNS)} FROM phrases")  # noqa: S608 - our own names
    return Early(
        shelf=shelf_of(read_phrases(phrases)),
        settings=to_settings(dict(ask("SELECT key, value FROM settings"))),
        sheet=sheet_rows.read_sheet(ask),
        uses=sheet_rows.read_uses(ask),
        changes=sheet_rows.read_changes(ask),
        timers=sheet_rows.read_timers(ask),
        told=sheet_rows.read_told(ask),
        heartbeat=sheet_rows.read_heartbeat(ask),
        orders=order_rows.read_orders(connection.execute)
        if since is None
        else order_rows.read_recent(connection.execute, since),
        order_events=order_rows.read_events(connection.execute, since),
        order_kinds=order_rows.read_kinds(connection.execute),
        follow_ups=order_rows.read_follow_ups(connection.execute),
        orders_since=since,
        order_marks=order_rows.read_marks(connection.execute),
        pack_sources=pack_rows.read_sources(connection.execute),
        pack_news=pack_rows.read_latest_news(connection.execute),
        pack_moved=pack_rows.read_moved(connection.execute),
    )


def shelf_of(phrases: Iterable[Phrase]) -> Shelf:
    """A shelf whose groups are sorted here rather than on the main thread."""
    shelf = Shelf(phrases)
    shelf.groups()
    return shelf
