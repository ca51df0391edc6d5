"""Complaints and what was done about them. Words are sealed under a key of the complaint's own."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from shared.database.tables.base import Moment, metadata

complaint = Table(
    "complaint",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("code", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("day", Date, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("ticket", Integer),
    Column("visitor", String(32), nullable=False),
    Column("sealed", LargeBinary),
    UniqueConstraint("office", "id"),
    UniqueConstraint("office", "code"),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
    ForeignKeyConstraint(["office", "visitor"], ["visitor.office", "visitor.id"]),
    Index("ix_complaint_visitor", "office", "visitor"),
)

complaint_step = Table(
    "complaint_step",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("complaint", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("actor", Integer),
    Column("state", String(16), nullable=False),
    Column("sealed", LargeBinary),
    ForeignKeyConstraint(["office", "complaint"], ["complaint.office", "complaint.id"]),
)
