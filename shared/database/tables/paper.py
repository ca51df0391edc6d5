"""The printer's outbox, and the row by which a write is tried."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, String, Table

from shared.database.tables.base import Moment, metadata

print_job = Table(
    "print_job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("ticket", Integer, nullable=False),
    Column("url", String(200), nullable=False),
    Column("copy", Boolean, nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", String(32)),
    Column("paper_low", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
    CheckConstraint("state IN ('waiting', 'printing', 'printed', 'sent', 'unsure', 'failed')", name="state"),
    Index("ix_print_job_line", "office", "state", "id"),
)

probe = Table(
    "probe",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("count", Integer, nullable=False),
)
