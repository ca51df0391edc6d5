"""Who may come in, and the row by which a write is tried."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.database.tables import Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("login", sa.String(length=64), nullable=True),
        sa.Column("password", sa.String(length=200), nullable=True),
        sa.Column("roles", sa.String(length=64), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("disabled_at", Moment(), nullable=True),
        sa.CheckConstraint("kind IN ('staff', 'token', 'device')", name=op.f("ck_identity_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
        sa.UniqueConstraint("office", "id", name=op.f("uq_identity_office_id")),
        sa.UniqueConstraint("office", "login", name=op.f("uq_identity_office_login")),
    )
    op.create_table(
        "access",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("identity", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("roles", sa.String(length=64), nullable=True),
        sa.Column("csrf", sa.String(length=64), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=True),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.CheckConstraint("kind IN ('bearer', 'session', 'device')", name=op.f("ck_access_kind")),
        sa.ForeignKeyConstraint(
            ["office", "identity"],
            ["identity.office", "identity.id"],
            name=op.f("fk_access_office_identity_identity"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access")),
        sa.UniqueConstraint("hash", name=op.f("uq_access_hash")),
    )
    op.create_table(
        "pairing",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("room", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("identity", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["identity"], ["identity.id"], name=op.f("fk_pairing_identity_identity")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_pairing")),
    )
    op.create_table(
        "probe",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_probe")),
    )
    op.execute("INSERT INTO probe (id, count) VALUES (1, 0)")
