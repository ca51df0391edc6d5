"""What the head of an office entered into its calendar. Rows are only added; taking one back is a row that names it."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from shared.database.tables.base import metadata

calendar_change = Table(
    "calendar_change",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(12), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("name", String(80), nullable=False),
    Column("decree", String(120), nullable=False),
    Column("week", JSON, nullable=False),
    Column("takes_back", Integer),
    UniqueConstraint("office", "takes_back"),
    ForeignKeyConstraint(["office", "seq"], ["journal.office", "journal.seq"]),
    ForeignKeyConstraint(["office", "takes_back"], ["calendar_change.office", "calendar_change.seq"]),
    CheckConstraint(
        "kind IN ('holiday', 'joint_leave', 'struck', 'closure', 'season', 'confirmed', 'taken_back')", name="kind"
    ),
    CheckConstraint("first_day <= last_day", name="forward"),
    CheckConstraint("takes_back IS NULL OR kind = 'taken_back'", name="names_what"),
)
