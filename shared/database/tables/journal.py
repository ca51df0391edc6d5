"""The journal and what hangs on its rows."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKeyConstraint, Index, Integer, String, Table, Text

from shared.database.tables.base import Moment, metadata

journal_head = Table(
    "journal_head",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at", Moment),
    Column("hash", String(64), nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("move", String(16), nullable=False),
    Column("ticket", Integer),
    Column("leg", Integer),
    Column("from_state", String(12)),
    Column("to_state", String(12)),
    Column("counter", Integer),
    Column("actor", Integer),
    Column("reason", String(32)),
    Column("undoes", Integer),
    Column("request", Integer),
    Column("facts", JSON, nullable=False),
    Column("suspect", Boolean, nullable=False),
    Column("hash", String(64), nullable=False),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
    Index("ix_journal_day", "office", "day", "seq"),
    Index("ix_journal_ticket", "office", "ticket", "seq"),
    Index("ix_journal_request", "office", "request", "seq"),
)

note = Table(
    "note",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("text", Text),
    ForeignKeyConstraint(["office", "seq"], ["journal.office", "journal.seq"]),
)

repeat = Table(
    "repeat",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("caller", String(40), primary_key=True),
    Column("route", String(40), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("ticket", Integer),
    Column("entry", Integer),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
)

heard = Table(
    "heard",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("shown_at", Moment),
    Column("sounded_at", Moment),
    ForeignKeyConstraint(["office", "seq"], ["journal.office", "journal.seq"]),
)
