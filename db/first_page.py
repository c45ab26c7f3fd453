"""The first rows of the list and the chords, read before anything else is.

The rule: what it gives is what the whole library will show in the same places; where that cannot be told without more
(a row that may be over), the page ends before it. Only a database that `db.opening.early` would read is read.
"""

import json
import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from app.core.first_page import FirstPage
from app.core.hotkeys import HOTKEYS, PHRASE
from app.core.phrases.phrase import Phrase, Place, Stage
from app.core.search.hits import Hit, Scope
from app.core.search.rank import FIRST_USE, HALF_LIFE
from app.core.search.unindexed import Unindexed
from app.core.sheet.lifetimes import Lifetime
from db import checks
from db.migrations import HEAD
from db.phrase_fields import COLUMNS, MICROSECOND, Parsers, microseconds, reader_by

ROWS = 50
_IN_STAGE = "(:stage IS NULL OR stage = :stage)"
_KEPT_AND_USED = f"""
    WITH seen AS MATERIALIZED (
        SELECT rowid AS at, hotkey != '' OR is_pinned AND {_IN_STAGE} AS is_kept,
            CASE WHEN use_count AND {_IN_STAGE}
            THEN log2(use_count) + min(coalesce(last_used_at, :first), :now) / :half_life END AS use
        FROM phrases WHERE (use_count OR is_pinned OR hotkey != '') AND deleted_at IS NULL
    )
    SELECT {", ".join(COLUMNS)} FROM phrases WHERE rowid IN (
        SELECT at FROM seen WHERE is_kept OR use >= (
            SELECT min(use) FROM (SELECT use FROM seen WHERE use IS NOT NULL ORDER BY use DESC LIMIT {ROWS})
        ) - 1e-6
    )
"""  # noqa: S608 - our own names
"""The pinned and the used ones of the stage, and all that have a hotkey: one look through all phrases tells both.

Use as in `app.core.search.rank`. Two that differ by less than a millionth may be equal when reckoned another way.
"""
_UNUSED = f"""
    SELECT {", ".join(COLUMNS)} FROM phrases
    WHERE NOT is_pinned AND NOT use_count AND hotkey = '' AND {_IN_STAGE} AND deleted_at IS NULL
    ORDER BY length(title), position, id LIMIT {ROWS}
"""  # noqa: S608


def read_first_page(file: Path, now: datetime) -> FirstPage | None:
    """The page, or None where the database has to be opened first."""
    if not checks.is_closed(file):
        return None
    try:
        with closing(checks.connect(file, "ro", patience=0.05)) as connection:
            connection.execute("PRAGMA mmap_size = 268435456")  # nothing of it need be copied
            connection.execute("BEGIN")  # all of it as it was at one moment
            if connection.execute("SELECT version_num FROM alembic_version").fetchone() != (HEAD,):
                return None
            return _read(connection, now)
    except (sqlite3.Error, OSError, ValueError, TypeError, OverflowError):  # such a row is passed over by who reads all
        return None


def _read(connection: sqlite3.Connection, now: datetime) -> FirstPage:
    settings = dict(
        connection.execute("SELECT key, value FROM settings WHERE key IN ('stage', 'hotkeys', 'has_hook_fallback')")
    )
    stage = _stage(settings.get("stage"))
    meant = {
        "stage": stage.value if stage else None,
        "now": microseconds(now),
        "first": microseconds(FIRST_USE),
        "half_life": float(HALF_LIFE // MICROSECOND),
    }
    _learn_to_reckon(connection)
    read = reader_by(Parsers(_texts, _images, lambda _text: Lifetime()))

    def ask(statement: str) -> list[Any]:
        return connection.execute(statement, meant).fetchall()

    phrases = list(map(read, ask(_KEPT_AND_USED)))
    of_phrases = {PHRASE + phrase.id: phrase.hotkey for phrase in phrases if phrase.hotkey}
    scope = Scope(stage)
    if sum(scope.holds(phrase) and bool(phrase.is_pinned or phrase.use_count) for phrase in phrases) < ROWS:
        phrases += map(read, ask(_UNUSED))
    return FirstPage(
        _first_rows(phrases, scope, now),
        stage,
        {**_chords(settings.get("hotkeys")), **of_phrases},
        settings.get("has_hook_fallback") == "true",
    )


def _first_rows(phrases: Iterable[Phrase], scope: Scope, now: datetime) -> tuple[Hit, ...]:
    """The list puts pinned phrases first, then the used ones, then the others; of each enough are here."""
    hits = Unindexed(phrases, lambda: now).find("", scope, ROWS)
    doubtful = next((at for at, hit in enumerate(hits) if hit.phrase.lifetime is not None), len(hits))
    return tuple(hits[:doubtful])


def _learn_to_reckon(connection: sqlite3.Connection) -> None:
    """Some builds of SQLite have no logarithm."""
    try:
        connection.execute("SELECT log2(1)")
    except sqlite3.OperationalError:
        connection.create_function("log2", 1, math.log2, deterministic=True)


def _texts(text: str) -> tuple[str, ...]:
    read = json.loads(text)
    if not isinstance(read, list) or not all(isinstance(part, str) for part in read):
        raise ValueError("not a list of texts")
    return tuple(read)


def _images(text: str) -> Sequence[tuple[str, Place]]:
    return [(file, Place(place)) for file, place in json.loads(text)]


def _stage(value: str | None) -> Stage | None:
    wanted = json.loads(value) if value else None
    return next((stage for stage in Stage if stage.value == wanted), None)


def _chords(value: str | None) -> Mapping[str, str]:
    """The stored chords upon the usual ones; unreadable ones count for nothing, as in `db.rows.settings`."""
    stored = json.loads(value) if value else {}
    is_readable = isinstance(stored, dict) and all(isinstance(chord, str) for chord in stored.values())
    return {**HOTKEYS, **stored} if is_readable else HOTKEYS
