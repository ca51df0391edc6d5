"""The expected wait: what visitors found when they came, and the ranges of what they waited."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    # What was judged before does not know what the visitors found; the server judges those days again.
    op.execute("DELETE FROM judged_visit")
    op.execute("DELETE FROM judged_day")
    op.add_column("judged_visit", sa.Column("staffed", sa.Integer(), nullable=True))
    op.add_column("judged_visit", sa.Column("in_front", sa.Integer(), nullable=True))
    op.create_table(
        "wait_range",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("service", sa.String(length=8), nullable=False),
        sa.Column("hour", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("staffed", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("in_front", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office", "service", "hour", "staffed", "in_front", name=op.f("pk_wait_range")),
    )
