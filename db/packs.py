"""Packs at rest: the port `PackStore`.

The rule: core values in and out, one method is one transaction. What a pack brings to phrases, cheat-sheet and kinds of
orders is stored with what is remembered of the pack in one transaction or not at all.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection

from app.core.packs.sources import Delivery, News, Original, PackSource
from app.core.phrases.phrase import Phrase
from db import checks, tables
from db.engine import Database
from db.phrase_fields import microseconds
from db.rows import orders as order_rows
from db.rows import packs as pack_rows
from db.rows import sheets as sheet_rows
from db.rows.phrases import to_row
from db.statements import put, remove, upsert
from db.troubles import told

_TABLES = (
    *("phrases", *sheet_rows.NOUNS, "sheet_changes", "order_kinds"),
    *("pack_items", "pack_sources", "pack_news"),
)
_KEPT_KIND = "DELETE FROM order_kinds WHERE id = ? AND id NOT IN (SELECT kind_id FROM orders)"
_OLD_NEWS = "DELETE FROM pack_news WHERE told_at < ? AND NOT (is_must_read AND confirmed_at IS NULL)"


class Written:
    """Phrases and originals as rows, made beforehand: that takes longer than a moment for thousands of them."""

    def __init__(self, phrases: Iterable[Phrase] = (), originals: Iterable[Original] = ()) -> None:
        self._phrases = {phrase.id: (phrase, to_row(phrase)) for phrase in phrases}
        self._originals = {one.item.id: (one, pack_rows.item_row(one)) for one in originals}

    def phrase(self, phrase: Phrase) -> tuple[Any, ...]:
        """The row of a phrase, made now if it is not the one that was given."""
        known, row = self._phrases.get(phrase.id, (None, ()))
        return row if known is phrase else to_row(phrase)

    def original(self, original: Original) -> tuple[Any, ...]:
        """The row of an original, likewise."""
        known, row = self._originals.get(original.item.id, (None, ()))
        return row if known is original else pack_rows.item_row(original)


_NOT_WRITTEN = Written()


class Packs:
    """The packs of an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._puts = {table: upsert(tables.metadata.tables[table]) for table in _TABLES}

    def sources(self) -> Sequence[PackSource]:
        """The sources in the order of their priority."""
        with self._asking() as ask:
            return pack_rows.read_sources(ask)

    def put_sources(self, sources: Collection[PackSource]) -> None:
        """Store sources, new or changed."""
        self.deliver(Delivery(tuple(sources)))

    def originals(self, pack_id: str) -> Mapping[str, Original]:
        """What a pack says of its things. It opens a connection of its own and may run in a helper thread."""
        with self._beside() as ask:
            return pack_rows.read_originals(ask, pack_id)

    def kind_ids(self) -> frozenset[str]:
        """The ids of the kinds of orders that packs brought. It may run in a helper thread."""
        with self._beside() as ask:
            return pack_rows.read_kind_ids(ask)

    def some(self, ids: Collection[str]) -> Mapping[str, Original]:
        """What packs say of some things."""
        with self._asking() as ask:
            return pack_rows.read_some(ask, list(ids))

    def moved(self) -> Mapping[str, Original]:
        """The originals that moved on while an own edit stayed."""
        with self._asking() as ask:
            return pack_rows.read_moved(ask)

    def latest_news(self) -> Sequence[News]:
        """The must-reads that wait and the latest news, the newest first."""
        with self._asking() as ask:
            return pack_rows.read_latest_news(ask)

    def news(self) -> Sequence[News]:
        """All news that are kept, the newest first."""
        with self._asking() as ask:
            return pack_rows.read_news(ask)

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        """Mark news as read."""
        with self._database.writing() as connection:
            found = pack_rows.read_news_of(_ask(connection), list(ids))
            self._put_named(
                connection, "pack_news", [pack_rows.news_row(replace(one, confirmed_at=at)) for one in found]
            )

    @staticmethod
    def written(phrases: Collection[Phrase], originals: Collection[Original]) -> Written:
        """Make the rows of a delivery beforehand. It may run in a helper thread."""
        return Written(phrases, originals)

    def deliver(self, delivery: Delivery, written: object = None) -> None:
        """Store everything that a delivery holds, all or none."""
        rows = written if isinstance(written, Written) else _NOT_WRITTEN
        if delivery == Delivery():
            return
        with self._database.writing() as connection:
            self._put(connection, "phrases", [rows.phrase(one) for one in delivery.phrases])
            self._put_things(connection, delivery)
            remove(connection, "pack_items", delivery.originals_gone)
            self._put(connection, "pack_items", [rows.original(one) for one in delivery.originals])
            remove(connection, "pack_sources", delivery.sources_gone)
            self._put_named(connection, "pack_sources", map(pack_rows.source_row, delivery.sources))
            remove(connection, "pack_news", delivery.news_gone)
            self._put_named(connection, "pack_news", map(pack_rows.news_row, delivery.news))
            if delivery.news_before is not None:
                connection.exec_driver_sql(_OLD_NEWS, (microseconds(delivery.news_before),))

    def _put_things(self, connection: Connection, delivery: Delivery) -> None:
        """What a pack brings besides phrases."""
        for noun in sheet_rows.NOUNS:
            entries = [sheet_rows.entry_row(one) for one in delivery.entries if sheet_rows.noun_of(one) == noun]
            self._put(connection, noun, entries)
        self._put_named(connection, "sheet_changes", map(sheet_rows.change_row, delivery.changes))
        put(connection, _KEPT_KIND, [(kind_id,) for kind_id in delivery.kinds_gone])
        self._put(connection, "order_kinds", [order_rows.kind_row(kind) for kind in delivery.kinds])

    def _put(self, connection: Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
        put(connection, self._puts[table], rows)

    def _put_named(self, connection: Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Store rows that are given by their columns."""
        columns = [column.name for column in tables.metadata.tables[table].c]
        self._put(connection, table, [tuple(row[name] for name in columns) for row in rows])

    @contextmanager
    def _asking(self) -> Iterator[pack_rows.Ask]:
        with self._database.reading() as connection:
            yield _ask(connection)

    @contextmanager
    def _beside(self) -> Iterator[pack_rows.Ask]:
        """A connection that only looks, beside the one of the main thread."""
        with told(), closing(checks.connect(self._database.file)) as connection:
            yield connection.execute


def _ask(connection: Connection) -> pack_rows.Ask:
    def ask(statement: str, values: Sequence[Any]) -> Iterable[Sequence[Any]]:
        return cast("Iterable[Sequence[Any]]", connection.exec_driver_sql(statement, tuple(values)).cursor.fetchall())

    return ask
