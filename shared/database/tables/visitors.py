"""Visitors and what they wrote. Names and words are sealed under the visitor's key; codes stand open for statistics."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
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

visitor = Table(
    "visitor",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("made_at", Moment, nullable=False),
    Column("sealed", LargeBinary),
    Column("phone_mark", String(64)),
    Column("email_mark", String(64)),
    Column("restricted_at", Moment),
    Column("erased_at", Moment),
    Index("ix_visitor_phone", "office", "phone_mark"),
    Index("ix_visitor_email", "office", "email_mark"),
)

visitor_key = Table(
    "visitor_key",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("visitor", String(32), primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    ForeignKeyConstraint(["office", "visitor"], ["visitor.office", "visitor.id"]),
)

institution = Table(
    "institution",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("spelling_mark", String(64), nullable=False),
    Column("merged_into", Integer),
    UniqueConstraint("office", "id"),
    UniqueConstraint("office", "spelling_mark"),
    ForeignKeyConstraint(["office", "merged_into"], ["institution.office", "institution.id"]),
)

entry = Table(
    "entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("ticket", Integer),
    Column("service", String(8)),
    Column("visitor", String(32)),
    Column("day", Date, nullable=False),
    Column("form", String(16), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("language", String(2), nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("age_band", Integer),
    Column("institution", Integer),
    Column("sealed", LargeBinary),
    Column("met_at", Moment),
    UniqueConstraint("office", "id"),
    UniqueConstraint("office", "ticket"),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
    ForeignKeyConstraint(["office", "visitor"], ["visitor.office", "visitor.id"]),
    ForeignKeyConstraint(["office", "institution"], ["institution.office", "institution.id"]),
    CheckConstraint("form IN ('skd', 'dtsen', 'reception')", name="form"),
    Index("ix_entry_day", "office", "day"),
    Index("ix_entry_visitor", "office", "visitor"),
    Index("ix_entry_institution", "office", "institution", "visitor"),
)

consent = Table(
    "consent",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("visitor", String(32), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("given", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("text_hash", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("language", String(2), nullable=False),
    ForeignKeyConstraint(["office", "visitor"], ["visitor.office", "visitor.id"]),
    Index("ix_consent_visitor", "office", "visitor"),
)

personal_read = Table(
    "personal_read",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", Integer),
    Column("what", String(24), nullable=False),
    Column("visitor", String(32), nullable=False),
    Column("reason", String(32), nullable=False),
    Index("ix_personal_read_visitor", "office", "visitor"),
)

need = Table(
    "need",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("leg", Integer, nullable=False),
    Column("visitor", String(32)),
    Column("written_at", Moment, nullable=False),
    Column("officer", Integer),
    Column("answers", JSON, nullable=False),
    Column("sealed", LargeBinary),
    ForeignKeyConstraint(["office", "entry"], ["entry.office", "entry.id"]),
    ForeignKeyConstraint(["office", "visitor"], ["visitor.office", "visitor.id"]),
    Index("ix_need_visitor", "office", "visitor"),
)

right_request = Table(
    "right_request",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("visitor", String(32), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("done_at", Moment),
    Column("done_by", Integer),
    ForeignKeyConstraint(["office", "visitor"], ["visitor.office", "visitor.id"]),
    CheckConstraint("kind IN ('export', 'correct', 'restrict', 'withdraw', 'erase')", name="kind"),
    Index("ix_right_request_visitor", "office", "visitor"),
)
