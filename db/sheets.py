"""The cheat-sheet at rest: the port `SheetStore`.

The rule: core values in and out, one method is one transaction, and no row leaves this room.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam
from sqlalchemy.dialects.sqlite import insert

from app.core.sheet.changes import Change
from app.core.sheet.sheet import Entry, Sheet
from db import tables
from db.engine import Database
from db.phrase_fields import microseconds
from db.rows.sheets import (
    NOUNS,
    Ask,
    change_row,
    entry_row,
    noun_of,
    read_changes,
    read_sheet,
    read_uses,
)
from db.statements import put, put_named, remove, upsert


class Sheets:
    """The cheat-sheet of an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._upserts = {noun: upsert(tables.metadata.tables[noun]) for noun in NOUNS}

    def all(self) -> Sheet:
        """Every entry, those in the bin too; one that this version cannot read is left out and stays stored."""
        with self._database.reading() as connection:
            return read_sheet(asking(connection))

    def put(self, entries: Collection[Entry], changes: Collection[Change] = (), gone: Collection[str] = ()) -> None:
        """Store entries, new or changed, with the changes to be told; delete others by id for good. All or none."""
        rows = {noun: [entry_row(entry) for entry in entries if noun_of(entry) == noun] for noun in NOUNS}
        if not (entries or changes or gone):
            return
        with self._database.writing() as connection:
            for noun in NOUNS:
                remove(connection, noun, gone)
                put(connection, self._upserts[noun], rows[noun])
            put_named(connection, tables.sheet_changes, map(change_row, changes))

    def changes(self) -> Sequence[Change]:
        """The changes of running activities, the latest first, confirmed ones too."""
        with self._database.reading() as connection:
            return read_changes(asking(connection))

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        """Mark changes as read."""
        if not ids:
            return
        row = tables.sheet_changes
        statement = row.update().where(row.c.id == bindparam("read")).values(confirmed_at=microseconds(at))
        with self._database.writing() as connection:
            connection.execute(statement, [{"read": change_id} for change_id in ids])

    def uses(self) -> Mapping[str, tuple[int, datetime]]:
        """How often each answer was used and when last, by the answer's id."""
        with self._database.reading() as connection:
            return read_uses(asking(connection))

    def record_use(self, answer_id: str, at: datetime) -> None:
        """Count one use of an answer."""
        row = tables.answer_uses
        first = insert(row).values(answer_id=answer_id, use_count=1, last_used_at=microseconds(at))
        again = {"use_count": row.c.use_count + 1, "last_used_at": microseconds(at)}
        with self._database.writing() as connection:
            connection.execute(first.on_conflict_do_update(index_elements=["answer_id"], set_=again))


def asking(connection: Connection) -> Ask:
    """How the readers of rows ask an open database."""
    return lambda statement: connection.exec_driver_sql(statement).cursor.fetchall()
