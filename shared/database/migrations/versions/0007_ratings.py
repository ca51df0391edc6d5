"""Ratings, which lead back to no visit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("instrument", sa.String(length=3), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=8), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("importance", sa.JSON(), nullable=False),
        sa.Column("overall", sa.Integer(), nullable=True),
        sa.Column("traits", sa.JSON(), nullable=False),
        sa.Column("comment", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("instrument IN ('skm', 'skd')", name=op.f("ck_rating_instrument")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
        sa.UniqueConstraint("office", "instrument", "mark", name=op.f("uq_rating_office_instrument_mark")),
    )
    op.create_index("ix_rating_day", "rating", ["office", "day"], unique=False)
