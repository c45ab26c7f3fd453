"""The cheat-sheet and its countdowns; phrases get lifetimes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("phrases", sa.Column("lifetime", sa.Text))
    for noun in ("activities", "products", "facts"):
        op.create_table(
            noun,
            sa.Column("id", sa.Text, nullable=False),
            sa.Column("position", sa.BigInteger, nullable=False),
            sa.Column("source", sa.Text, nullable=False),
            sa.Column("deleted_at", sa.BigInteger),
            sa.Column("document", sa.Text, nullable=False),
            sa.PrimaryKeyConstraint("id", name=f"pk_{noun}"),
        )
    op.create_table(
        "sheet_changes",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("entry_id", sa.Text, nullable=False),
        sa.Column("entry_name", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("old", sa.Text, nullable=False),
        sa.Column("new", sa.Text, nullable=False),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("confirmed_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_sheet_changes"),
    )
    op.create_table(
        "answer_uses",
        sa.Column("answer_id", sa.Text, nullable=False),
        sa.Column("use_count", sa.Integer, nullable=False),
        sa.Column("last_used_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("answer_id", name="pk_answer_uses"),
    )
    op.create_table(
        "timers",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("set_at", sa.BigInteger, nullable=False),
        sa.Column("is_length", sa.Boolean, nullable=False),
        sa.Column("is_done", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_timers"),
    )
    op.create_table(
        "told",
        sa.Column("notice_id", sa.Text, nullable=False),
        sa.Column("told_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("notice_id", name="pk_told"),
    )
    op.create_table(
        "heartbeat",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("wall_at", sa.BigInteger, nullable=False),
        sa.Column("ticks", sa.Float, nullable=False),
        sa.Column("boot", sa.Text, nullable=False),
        sa.Column("shift", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_heartbeat"),
    )
