"""The schema on one page.

The rule: one row is one phrase. Lists (group path, codes, keywords, questions, images) are JSON arrays in the row and
not tables of their own: they are only ever read and written with their phrase, searching is done in memory, and loading
100,000 phrases is one scan. Moments are microseconds since 1970 in UTC. Settings are one row a field, as JSON.
"""

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, String, Table, Text

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
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
)

alembic_version = Table(
    "alembic_version",
    MetaData(naming_convention={"pk": "alembic_version_pkc"}),
    Column("version_num", String(32), primary_key=True, nullable=False),
)
"""Alembic's own table, as it would make it: with it one SELECT tells the revision without importing Alembic."""
