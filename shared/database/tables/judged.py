"""Closed days as they were judged, by the journal and the boards' answers: `fsck` judges again and compares."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKeyConstraint, Index, Integer, String, Table

from shared.database.tables.base import Moment, metadata

judged_day = Table(
    "judged_day",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("readings", JSON, nullable=False),
    Column("rehearsal", Boolean, nullable=False),
    ForeignKeyConstraint(["office", "day"], ["service_day.office", "service_day.day"]),
)

judged_visit = Table(
    "judged_visit",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("ticket", Integer, primary_key=True, autoincrement=False),
    Column("leg", Integer, primary_key=True, autoincrement=False),
    Column("number", String(16), nullable=False),
    Column("hour", Integer, nullable=False),
    Column("service", String(8)),
    Column("counter", Integer),
    Column("officer", Integer),
    Column("priority", Boolean, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("clock_started_at", Moment),
    Column("first_called_at", Moment),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Column("clock_seconds", Integer),
    Column("wait_seconds", Integer),
    Column("service_seconds", Integer),
    Column("verdict", String(16), nullable=False),
    Column("reason", String(32)),
    Column("explained", String(32)),
    Column("exclusion", String(16)),
    Column("overtaken_by", JSON, nullable=False),
    Column("staffed", Integer),
    Column("in_front", Integer),
    Column("told_from", Integer),
    Column("told_to", Integer),
    ForeignKeyConstraint(["office", "day"], ["judged_day.office", "judged_day.day"]),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
    Index("ix_judged_visit_ticket", "office", "ticket"),
)
