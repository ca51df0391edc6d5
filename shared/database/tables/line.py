"""The line: office days, number series, tickets, and who sits where."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from shared.database.tables.base import Moment, metadata

STATES = "'waiting', 'called', 'serving', 'on_hold', 'no_show', 'served', 'cancelled', 'expired'"
AT_A_COUNTER = "state IN ('called', 'serving')"

service_day = Table(
    "service_day",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Index(
        "one_open_day",
        "office",
        unique=True,
        sqlite_where=text("closed_at IS NULL"),
        postgresql_where=text("closed_at IS NULL"),
    ),
)

series = Table(
    "series",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("series", String(8), primary_key=True),
    Column("last", Integer, nullable=False),
)

ticket = Table(
    "ticket",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("day", Date, nullable=False),
    Column("series", String(8), nullable=False),
    Column("number", Integer, nullable=False),
    Column("service", String(8), nullable=False),
    Column("state", String(12), nullable=False),
    Column("language", String(2), nullable=False),
    Column("priority", Boolean, nullable=False),
    Column("taken_by", Integer),
    Column("version", Integer, nullable=False),
    Column("leg", Integer, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("registered_at", Moment, nullable=False),
    Column("wanted_counter", Integer),
    Column("at_head", Boolean, nullable=False),
    Column("counter", Integer),
    Column("officer", Integer),
    Column("calls", Integer, nullable=False),
    Column("called_at", Moment),
    Column("first_called_at", Moment),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Column("ended_at", Moment),
    Column("held_by", Integer),
    UniqueConstraint("office", "day", "series", "number"),
    UniqueConstraint("office", "id"),
    ForeignKeyConstraint(["office", "day"], ["service_day.office", "service_day.day"]),
    ForeignKeyConstraint(["office", "officer"], ["identity.office", "identity.id"]),
    CheckConstraint(f"state IN ({STATES})", name="state"),
    CheckConstraint("number > 0 AND leg > 0 AND version > 0", name="counted"),
    CheckConstraint(f"NOT ({AT_A_COUNTER}) OR (counter IS NOT NULL AND officer IS NOT NULL)", name="somebody_calls"),
    CheckConstraint("state <> 'waiting' OR (counter IS NULL AND officer IS NULL)", name="nobody_calls"),
    Index(
        "one_ticket_per_counter",
        "office",
        "counter",
        unique=True,
        sqlite_where=text(AT_A_COUNTER),
        postgresql_where=text(AT_A_COUNTER),
    ),
    Index(
        "one_ticket_per_officer",
        "office",
        "officer",
        unique=True,
        sqlite_where=text(AT_A_COUNTER),
        postgresql_where=text(AT_A_COUNTER),
    ),
    Index("ix_ticket_line", "office", "state", "day"),
)

seat = Table(
    "seat",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("counter", Integer, primary_key=True, autoincrement=False),
    Column("officer", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    UniqueConstraint("office", "officer"),
    ForeignKeyConstraint(["office", "officer"], ["identity.office", "identity.id"]),
)
