"""How much of each noun a database holds, for a look at a backup before it is brought back.

The rule: a file of an older revision, which lacks a table, holds nothing of that noun; looking changes nothing.
"""

import sqlite3

from app.core.storage import Contents

_KEPT = {"phrases": "phrases", "activities": "activities", "products": "products", "facts": "facts"}
"""The nouns that have a bin, with their tables."""
_MARK = "deleted_at"


def contents(connection: sqlite3.Connection) -> Contents:
    """Count in an open database."""
    counts = {noun: _count(connection, table, f"{_MARK} IS NULL", _MARK) for noun, table in _KEPT.items()}
    return Contents(
        **counts,
        timers=_count(connection, "timers", "NOT is_done", "is_done"),
        open_orders=_count(connection, "orders", "outcome IS NULL", "outcome"),
        ended_orders=_count(connection, "orders", "outcome IS NOT NULL", "outcome"),
        binned=sum(_count(connection, table, f"{_MARK} IS NOT NULL", _MARK) for table in _KEPT.values()),
    )


def _count(connection: sqlite3.Connection, table: str, which: str, column: str) -> int:
    """The rows of a table that are such; none where the table or its column did not exist yet."""
    columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    if column not in columns:
        return 0
    return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {which}").fetchone()[0])  # noqa: S608 - ours
