"""The schema on one page.

The rule: one row is one phrase. Lists (group path, codes, keywords, questions, images) are JSON arrays in the row and
not tables of their own: they are only ever read and written with their phrase, searching is done in memory, and loading
100,000 phrases is one scan. An entry of the cheat-sheet is one JSON document beside the few columns that the database
itself is asked for. Moments are microseconds since 1970 in UTC. Settings are one row a field, as JSON.
"""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"},
)

phrases = Table(
    "phrases",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("group_path", Text, nullable=False),
    Column("stage", Text),
    Column("role", Text),
    Column("codes", Text, nullable=False),
    Column("keywords", Text, nullable=False),
    Column("questions", Text, nullable=False),
    Column("is_pinned", Boolean, nullable=False),
    Column("hotkey", Text, nullable=False),
    Column("output", Text, nullable=False),
    Column("is_sent", Boolean, nullable=False),
    Column("images", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("use_count", Integer, nullable=False),
    Column("last_used_at", BigInteger),
    Column("deleted_at", BigInteger),
    Column("pin_position", BigInteger, nullable=False),
    Column("lifetime", Text),
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
)


def _entries(noun: str) -> Table:
    return Table(
        noun,
        metadata,
        Column("id", Text, primary_key=True, nullable=False),
        Column("position", BigInteger, nullable=False),
        Column("source", Text, nullable=False),
        Column("deleted_at", BigInteger),
        Column("document", Text, nullable=False),
    )


activities = _entries("activities")
products = _entries("products")
facts = _entries("facts")

sheet_changes = Table(
    "sheet_changes",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("entry_name", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("source", Text, nullable=False),
    Column("confirmed_at", BigInteger),
)

answer_uses = Table(
    "answer_uses",
    metadata,
    Column("answer_id", Text, primary_key=True, nullable=False),
    Column("use_count", Integer, nullable=False),
    Column("last_used_at", BigInteger, nullable=False),
)

timers = Table(
    "timers",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("label", Text, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("set_at", BigInteger, nullable=False),
    Column("is_length", Boolean, nullable=False),
    Column("is_done", Boolean, nullable=False),
)

told = Table(
    "told",
    metadata,
    Column("notice_id", Text, primary_key=True, nullable=False),
    Column("told_at", BigInteger, nullable=False),
)
"""The notices of countdowns that were shown."""

heartbeat = Table(
    "heartbeat",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    Column("wall_at", BigInteger, nullable=False),
    Column("ticks", Float, nullable=False),
    Column("boot", Text, nullable=False),
    Column("shift", BigInteger, nullable=False),
)
"""One row: what the clocks said last."""

orders = Table(
    "orders",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("buyer", Text, nullable=False),
    Column("kind_id", Text, nullable=False),
    Column("placed_at", BigInteger, nullable=False),
    Column("closes_at", BigInteger, nullable=False),
    Column("number", Text, nullable=False),
    Column("amount", Text),
    Column("items", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("flag", Integer),
    Column("agent", Text, nullable=False),
    Column("manner", Text),
    Column("problem", Text, nullable=False),
    Column("activity_id", Text, nullable=False),
    Column("outcome", Text),
    Column("outcome_at", BigInteger),
    Column("lost_reason", Text, nullable=False),
    Column("snoozed_until", BigInteger),
    Column("is_overridden", Boolean, nullable=False),
    Column("checks", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("added_at", BigInteger),
    Column("shift", BigInteger, nullable=False),
)
Index("ix_orders_open", orders.c.closes_at, sqlite_where=orders.c.outcome.is_(None))
Index("ix_orders_ended", orders.c.outcome_at, sqlite_where=orders.c.outcome.is_not(None))
Index("ix_orders_number", orders.c.number, sqlite_where=orders.c.number != "")

order_events = Table(
    "order_events",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("order_id", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("agent", Text, nullable=False),
    Column("step_id", Text, nullable=False),
    Column("phrase_id", Text, nullable=False),
    Column("text", Text, nullable=False),
)
Index(None, order_events.c.at)
Index(None, order_events.c.order_id)

order_kinds = Table(
    "order_kinds",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
)
"""The shop's kinds of orders once it has changed them; none: the defaults."""

follow_ups = Table(
    "follow_ups",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("buyer", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("order_id", Text, nullable=False),
    Column("phrase_id", Text, nullable=False),
    Column("agent", Text, nullable=False),
    Column("made_at", BigInteger),
    Column("done_at", BigInteger),
)

pack_sources = Table(
    "pack_sources",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
)

pack_items = Table(
    "pack_items",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("pack_id", Text, nullable=False),
    Column("noun", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("former", Text),
    Column("withdrawn_at", BigInteger),
    Column("is_must_read", Boolean, nullable=False),
)
"""What packs say of their things, beside the agent's own phrases and entries."""
Index(None, pack_items.c.pack_id)
Index("ix_pack_items_moved", pack_items.c.id, sqlite_where=pack_items.c.former.is_not(None))

pack_news = Table(
    "pack_news",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("told_at", BigInteger, nullable=False),
    Column("confirmed_at", BigInteger),
    Column("is_must_read", Boolean, nullable=False),
    Column("document", Text, nullable=False),
)
Index(None, pack_news.c.told_at)

alembic_version = Table(
    "alembic_version",
    MetaData(naming_convention={"pk": "alembic_version_pkc"}),
    Column("version_num", String(32), primary_key=True, nullable=False),
)
"""Alembic's own table, as it would make it: with it one SELECT tells the revision without importing Alembic."""
