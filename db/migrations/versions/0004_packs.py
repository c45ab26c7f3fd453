"""Sources of packs, what packs say of their things, and the news that they made."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "pack_sources",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pack_sources"),
    )
    op.create_table(
        "pack_items",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("pack_id", sa.Text, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("former", sa.Text),
        sa.Column("withdrawn_at", sa.BigInteger),
        sa.Column("is_must_read", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pack_items"),
    )
    op.create_index("ix_pack_items_pack_id", "pack_items", ["pack_id"])
    op.create_index("ix_pack_items_moved", "pack_items", ["id"], sqlite_where=sa.text("former IS NOT NULL"))
    op.create_table(
        "pack_news",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("told_at", sa.BigInteger, nullable=False),
        sa.Column("confirmed_at", sa.BigInteger),
        sa.Column("is_must_read", sa.Boolean, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pack_news"),
    )
    op.create_index("ix_pack_news_told_at", "pack_news", ["told_at"])
