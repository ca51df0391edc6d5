"""What the office means to do about what visitors thought. Its words may name people, so they are sealed."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, LargeBinary, String, Table

from shared.database.tables.base import metadata

follow_up = Table(
    "follow_up",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("day", Date, nullable=False),
    Column("unsur", String(4), nullable=False),
    Column("due", Date, nullable=False),
    Column("state", String(16), nullable=False),
    Column("programme", LargeBinary, nullable=False),
    Column("in_charge", LargeBinary, nullable=False),
    CheckConstraint("state IN ('planned', 'running', 'done')", name="state"),
    Index("ix_follow_up_day", "office", "day"),
)
