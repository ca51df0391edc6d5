"""Requests that came by WhatsApp, e-mail, telephone or online, and their messages, sealed under the user's key."""

from __future__ import annotations

from sqlalchemy import (
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

request = Table(
    "request",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("state", String(20), nullable=False),
    Column("service", String(8)),
    Column("language", String(2), nullable=False),
    Column("officer", Integer),
    Column("visitor", String(32), nullable=False),
    UniqueConstraint("office", "id"),
    UniqueConstraint("office", "channel", "year", "number"),
    ForeignKeyConstraint(["office", "visitor"], ["visitor.office", "visitor.id"]),
    Index("ix_request_day", "office", "day"),
    Index("ix_request_state", "office", "state"),
    Index("ix_request_visitor", "office", "visitor"),
)

message = Table(
    "message",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("request", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("side", String(8), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("actor", Integer),
    Column("delivery", String(12), nullable=False),
    Column("carrier", String(16)),
    Column("tries", Integer, nullable=False),
    Column("problem", String(32)),
    Column("mark", String(64)),
    Column("sent_mark", String(64)),
    Column("next_try_at", Moment),
    Column("sealed", LargeBinary),
    UniqueConstraint("office", "mark"),
    CheckConstraint("side IN ('user', 'office', 'program')", name="side"),
    CheckConstraint("delivery IN ('received', 'queued', 'by_hand', 'sent', 'delivered', 'failed')", name="delivery"),
    ForeignKeyConstraint(["office", "request"], ["request.office", "request.id"]),
    Index("ix_message_delivery", "office", "delivery"),
    Index("ix_message_sent", "office", "sent_mark"),
)

attachment = Table(
    "attachment",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("request", Integer, primary_key=True, autoincrement=False),
    Column("message", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("size", Integer, nullable=False),
    Column("fetching", String(8)),
    Column("problem", String(32)),
    Column("tries", Integer, nullable=False),
    Column("next_try_at", Moment),
    Column("named", LargeBinary),
    Column("sealed", LargeBinary),
    CheckConstraint("fetching IN ('waits', 'failed')", name="fetching"),
    Index("ix_attachment_fetching", "office", "fetching"),
    ForeignKeyConstraint(["office", "request", "message"], ["message.office", "message.request", "message.position"]),
)
