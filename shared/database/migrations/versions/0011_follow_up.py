"""The plan that follows a survey."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("unsur", sa.String(length=4), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("programme", sa.LargeBinary(), nullable=False),
        sa.Column("in_charge", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("state IN ('planned', 'running', 'done')", name=op.f("ck_follow_up_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index("ix_follow_up_day", "follow_up", ["office", "day"], unique=False)
