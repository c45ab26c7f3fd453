"""Timers, what was told of countdowns, and the heartbeat at rest: the port `CountdownStore`.

The rule: core values in and out, one method is one transaction; thousands of marks are one transaction too.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete

from app.core.clockwork.countdowns import Heartbeat, Timer
from db import tables
from db.engine import Database
from db.phrase_fields import microseconds
from db.rows.sheets import read_heartbeat, read_timers, read_told, timer_row
from db.sheets import asking
from db.statements import put_named, remove


class Countdowns:
    """What counts down, in an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def timers(self) -> Sequence[Timer]:
        """All timers, the nearest first, done ones too."""
        with self._database.reading() as connection:
            return read_timers(asking(connection))

    def put(self, timers: Collection[Timer]) -> None:
        """Store timers, new or changed, all or none."""
        if timers:
            with self._database.writing() as connection:
                put_named(connection, tables.timers, map(timer_row, timers))

    def remove(self, ids: Collection[str]) -> None:
        """Delete timers."""
        if ids:
            with self._database.writing() as connection:
                remove(connection, "timers", ids)

    def told(self) -> Mapping[str, datetime]:
        """The ids of the notices that were shown, and when."""
        with self._database.reading() as connection:
            return read_told(asking(connection))

    def mark(self, ids: Collection[str], at: datetime) -> None:
        """Remember that notices were shown, in one transaction."""
        if ids:
            rows = [{"notice_id": notice_id, "told_at": microseconds(at)} for notice_id in ids]
            with self._database.writing() as connection:
                put_named(connection, tables.told, rows)

    def forget(self, before: datetime) -> None:
        """Drop the marks that are older than a moment."""
        with self._database.writing() as connection:
            connection.execute(delete(tables.told).where(tables.told.c.told_at < microseconds(before)))

    def heartbeat(self) -> Heartbeat | None:
        """What the clocks said last."""
        with self._database.reading() as connection:
            return read_heartbeat(asking(connection))

    def beat(self, heartbeat: Heartbeat) -> None:
        """Store what the clocks say now."""
        row = {
            "id": 1,
            "wall_at": microseconds(heartbeat.wall_at),
            "ticks": heartbeat.ticks,
            "boot": heartbeat.boot,
            "shift": heartbeat.shift // timedelta(microseconds=1),
        }
        with self._database.writing() as connection:
            put_named(connection, tables.heartbeat, [row])
