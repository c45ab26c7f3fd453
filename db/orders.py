"""Orders, their history, kinds and follow-ups at rest: the port `OrderStore`.

The rule: core values in and out, one method is one transaction, and what is deleted leaves no trace in the file.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection

from app.core.orders.kinds import OrderKind
from app.core.orders.order import Event, FollowUp, Order
from db import tables
from db.engine import Database
from db.forgetting import OF_BUYERS
from db.phrase_fields import microseconds
from db.rows import orders as order_rows
from db.statements import put, remove, upsert

_OLD_ORDERS = "SELECT id FROM orders WHERE outcome IS NOT NULL AND outcome_at < ?"


class Orders:
    """The orders of an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._put_orders = upsert(tables.orders)
        self._put_events = upsert(tables.order_events)
        self._put_kinds = upsert(tables.order_kinds)
        self._put_follow_ups = upsert(tables.follow_ups)

    def all(self) -> Sequence[Order]:
        """Every order that is kept, open or not; the nearest to close first."""
        with self._database.reading() as connection:
            return order_rows.read_orders(_asking(connection))

    def recent(self, since: datetime) -> Sequence[Order]:
        """The open orders and those that ended at a moment or later, in no order."""
        with self._database.reading() as connection:
            return order_rows.read_recent(_asking(connection), since)

    def find(self, ids: Collection[str] = (), numbers: Collection[str] = ()) -> Sequence[Order]:
        """The orders of these ids and those of these numbers, ended long ago or not, each once, in no order."""
        if not (ids or numbers):
            return []
        with self._database.reading() as connection:
            return order_rows.read_found(_asking(connection), ids, numbers)

    def put(
        self,
        orders: Collection[Order],
        events: Collection[Event] = (),
        *,
        gone: Collection[str] = (),
        undone: Collection[str] = (),
    ) -> None:
        """Store orders, new or changed, with what happened to them; delete others with their history. All or none."""
        if not (orders or events or gone or undone):
            return
        with self._writing() as connection:
            remove(connection, "orders", gone)
            remove(connection, "order_events", gone, "order_id")
            remove(connection, "order_events", undone)
            put(connection, self._put_orders, [order_rows.order_row(order) for order in orders])
            put(connection, self._put_events, [order_rows.event_row(event) for event in events])

    def record(self, events: Collection[Event]) -> None:
        """Add to the history."""
        self.put((), events)

    def events(self, since: datetime | None = None) -> Sequence[Event]:
        """The history from a moment on, the oldest first."""
        with self._database.reading() as connection:
            return order_rows.read_events(_asking(connection), since)

    def marks(self) -> Sequence[Event]:
        """The reminders and urges of open orders, however long ago; the oldest first."""
        with self._database.reading() as connection:
            return order_rows.read_marks(_asking(connection))

    def history(self, order_id: str) -> Sequence[Event]:
        """What happened to one order, the oldest first."""
        with self._database.reading() as connection:
            return order_rows.read_history(_asking(connection), order_id)

    def forget(self, before: datetime) -> int:
        """Delete orders that ended before a moment with their history and follow-ups; how many orders.

        Follow-ups that were done before it go too.
        """
        at = (microseconds(before),)
        with self._writing() as connection:
            for table in ("order_events", "follow_ups"):
                connection.exec_driver_sql(f"DELETE FROM {table} WHERE order_id IN ({_OLD_ORDERS})", at)  # noqa: S608
            connection.exec_driver_sql("DELETE FROM follow_ups WHERE done_at < ?", at)
            return connection.exec_driver_sql(f"DELETE FROM orders WHERE id IN ({_OLD_ORDERS})", at).rowcount  # noqa: S608

    def forget_all(self) -> int:
        """Delete every order, its history and every follow-up, and empty the log that held them; how many orders."""
        with self._writing() as connection:
            for table in OF_BUYERS[1:]:
                connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - our own names
            count = connection.exec_driver_sql("DELETE FROM orders").rowcount
        self._database.fold_log()
        return count

    def kinds(self) -> Sequence[OrderKind]:
        """The shop's kinds of orders; the defaults where none were stored."""
        with self._database.reading() as connection:
            return order_rows.read_kinds(_asking(connection))

    def put_kinds(self, kinds: Collection[OrderKind], gone: Collection[str] = ()) -> None:
        """Store kinds, new or changed, and delete others by id."""
        if kinds or gone:
            with self._writing() as connection:
                remove(connection, "order_kinds", gone)
                put(connection, self._put_kinds, [order_rows.kind_row(kind) for kind in kinds])

    def follow_ups(self) -> Sequence[FollowUp]:
        """All of them, the nearest first, done ones too."""
        with self._database.reading() as connection:
            return order_rows.read_follow_ups(_asking(connection))

    def put_follow_ups(self, follow_ups: Collection[FollowUp], gone: Collection[str] = ()) -> None:
        """Store follow-ups, new or changed, and delete others by id."""
        if follow_ups or gone:
            with self._writing() as connection:
                remove(connection, "follow_ups", gone)
                put(connection, self._put_follow_ups, [order_rows.follow_up_row(one) for one in follow_ups])

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction whose deletions overwrite what they delete: it is of buyers."""
        with self._database.writing() as connection:
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
            yield connection


def _asking(connection: Connection) -> order_rows.Ask:
    def ask(statement: str, values: Sequence[Any]) -> Iterable[Sequence[Any]]:
        return cast("Iterable[Sequence[Any]]", connection.exec_driver_sql(statement, tuple(values)).cursor)

    return ask
