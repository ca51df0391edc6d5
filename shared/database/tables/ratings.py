"""What visitors thought of the service. No column leads back to a visit: `mark` only tells that it was rated before."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from shared.database.tables.base import metadata

rating = Table(
    "rating",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("instrument", String(3), nullable=False),
    Column("mark", String(64), nullable=False),
    Column("day", Date, nullable=False),
    Column("service", String(8), nullable=False),
    Column("version", String(16), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("importance", JSON, nullable=False),
    Column("overall", Integer),
    Column("traits", JSON, nullable=False),
    Column("comment", LargeBinary),
    Column("channel", String(16)),
    UniqueConstraint("office", "instrument", "mark"),
    CheckConstraint("instrument IN ('skm', 'skd')", name="instrument"),
    Index("ix_rating_day", "office", "day"),
)
