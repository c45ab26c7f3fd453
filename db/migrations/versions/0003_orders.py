"""Unpaid orders, what happened to them, their kinds, and follow-ups."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "orders",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("buyer", sa.Text, nullable=False),
        sa.Column("kind_id", sa.Text, nullable=False),
        sa.Column("placed_at", sa.BigInteger, nullable=False),
        sa.Column("closes_at", sa.BigInteger, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("amount", sa.Text),
        sa.Column("items", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("flag", sa.Integer),
        sa.Column("agent", sa.Text, nullable=False),
        sa.Column("manner", sa.Text),
        sa.Column("problem", sa.Text, nullable=False),
        sa.Column("activity_id", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text),
        sa.Column("outcome_at", sa.BigInteger),
        sa.Column("lost_reason", sa.Text, nullable=False),
        sa.Column("snoozed_until", sa.BigInteger),
        sa.Column("is_overridden", sa.Boolean, nullable=False),
        sa.Column("checks", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("added_at", sa.BigInteger),
        sa.Column("shift", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_orders"),
    )
    op.create_index("ix_orders_open", "orders", ["closes_at"], sqlite_where=sa.text("outcome IS NULL"))
    op.create_index("ix_orders_ended", "orders", ["outcome_at"], sqlite_where=sa.text("outcome IS NOT NULL"))
    op.create_index("ix_orders_number", "orders", ["number"], sqlite_where=sa.text("number != ''"))
    op.create_table(
        "order_events",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("order_id", sa.Text, nullable=False),
        sa.Column("deed", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("agent", sa.Text, nullable=False),
        sa.Column("step_id", sa.Text, nullable=False),
        sa.Column("phrase_id", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_order_events"),
    )
    op.create_index("ix_order_events_at", "order_events", ["at"])
    op.create_index("ix_order_events_order_id", "order_events", ["order_id"])
    op.create_table(
        "order_kinds",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_order_kinds"),
    )
    op.create_table(
        "follow_ups",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("buyer", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("order_id", sa.Text, nullable=False),
        sa.Column("phrase_id", sa.Text, nullable=False),
        sa.Column("agent", sa.Text, nullable=False),
        sa.Column("made_at", sa.BigInteger),
        sa.Column("done_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_follow_ups"),
    )
