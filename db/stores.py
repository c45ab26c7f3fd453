"""Phrases and settings at rest: the ports `PhraseStore` and `SettingsStore`.

The rule: core values in and out, one method is one transaction, and no row leaves this room.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import dialect, insert

from app.core.phrases.phrase import Phrase
from app.core.settings import Settings
from db import tables
from db.engine import Database
from db.phrase_fields import COLUMNS, microseconds
from db.rows import settings as settings_rows
from db.rows.phrases import read_phrases, to_row
from db.statements import put, remove, upsert


class Phrases:
    """The phrases of an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._columns = [tables.phrases.c[name] for name in COLUMNS]
        self._upsert = upsert(tables.phrases)

    def all(self) -> Sequence[Phrase]:
        """Every phrase that can be read, those in the bin too, in the order of group and position."""
        with self._database.reading() as connection:
            statement = select(*self._columns).compile(dialect=dialect())
            phrases = read_phrases(connection.exec_driver_sql(str(statement)).cursor.fetchall())
        phrases.sort(key=lambda phrase: (phrase.group, phrase.position, phrase.id))
        return phrases

    def put(self, phrases: Collection[Phrase], gone: Collection[str] = ()) -> None:
        """Store phrases, new or changed, and delete others by id for good. All or none."""
        rows = [to_row(phrase) for phrase in phrases]
        if not (rows or gone):
            return
        with self._database.writing() as connection:
            remove(connection, "phrases", gone)
            put(connection, self._upsert, rows)

    def remove(self, ids: Collection[str]) -> None:
        """Delete phrases for good."""
        self.put((), ids)

    def record_use(self, phrase_id: str, at: datetime) -> None:
        """Count one use."""
        row = tables.phrases
        with self._database.writing() as connection:
            connection.execute(
                row.update()
                .where(row.c.id == phrase_id)
                .values(use_count=row.c.use_count + 1, last_used_at=microseconds(at))
            )


class SettingsRows:
    """The settings of an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Settings:
        """The stored settings; what is missing or unreadable has its default."""
        with self._database.reading() as connection:
            return settings_rows.to_settings(_stored(connection))

    def save(self, settings: Settings) -> None:
        """Store what has changed; rows of a newer version stay as they are."""
        with self._database.writing() as connection:
            changed = settings_rows.changed_rows(_stored(connection), settings)
            if changed:
                statement = insert(tables.settings)
                connection.execute(
                    statement.on_conflict_do_update(index_elements=["key"], set_={"value": statement.excluded.value}),
                    [{"key": key, "value": value} for key, value in changed.items()],
                )


def _stored(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(tables.settings.c.key, tables.settings.c.value))
    return {row.key: row.value for row in rows}
