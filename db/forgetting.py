"""Buyers' data taken out of a database for good.

The rule: what is deleted is overwritten, also where it lay before; a table that an older revision lacks is no error.
"""

import sqlite3
from collections.abc import Iterable, Sequence

OF_BUYERS = ("orders", "order_events", "follow_ups")
"""The tables that hold what is known of buyers."""


def holds_buyers(connection: sqlite3.Connection) -> bool:
    """Whether anything of a buyer lies in an open database."""
    return any(connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in _there(connection))  # noqa: S608 - ours


def forget_buyers(connection: sqlite3.Connection) -> None:
    """Delete it and write the file anew without it; nobody else may have it open."""
    connection.execute("PRAGMA secure_delete = ON")
    for table in _there(connection):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    connection.commit()
    connection.execute("VACUUM")


def _there(connection: sqlite3.Connection) -> Sequence[str]:
    rows: Iterable[tuple[str]] = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    known = {name for (name,) in rows}
    return [table for table in OF_BUYERS if table in known]
