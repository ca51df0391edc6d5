"""Who may come in: staff, tokens, devices, and the hashes of their secrets."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from shared.database.tables.base import Moment, metadata

identity = Table(
    "identity",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("name", String(120), nullable=False),
    Column("login", String(64)),
    Column("password", String(200)),
    Column("roles", String(64), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
    UniqueConstraint("office", "login"),
    UniqueConstraint("office", "id"),
    CheckConstraint("kind IN ('staff', 'token', 'device')", name="kind"),
)

access = Table(
    "access",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("identity", Integer, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("roles", String(64)),
    Column("csrf", String(64)),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("revoked_at", Moment),
    ForeignKeyConstraint(["office", "identity"], ["identity.office", "identity.id"]),
    CheckConstraint("kind IN ('bearer', 'session', 'device')", name="kind"),
)

pairing = Table(
    "pairing",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("office", String(64), nullable=False),
    Column("room", String(16), nullable=False),
    Column("code", String(6), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("identity", Integer, ForeignKey("identity.id")),
)
