"""Closed days as they were judged: what a year's log is read from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.database.tables import Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "judged_day",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("readings", sa.JSON(), nullable=False),
        sa.Column("rehearsal", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "day"],
            ["service_day.office", "service_day.day"],
            name=op.f("fk_judged_day_office_day_service_day"),
        ),
        sa.PrimaryKeyConstraint("office", "day", name=op.f("pk_judged_day")),
    )
    op.create_table(
        "judged_visit",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("ticket", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("leg", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=8), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("officer", sa.Integer(), nullable=True),
        sa.Column("priority", sa.Boolean(), nullable=False),
        sa.Column("issued_at", Moment(), nullable=False),
        sa.Column("clock_started_at", Moment(), nullable=True),
        sa.Column("first_called_at", Moment(), nullable=True),
        sa.Column("started_at", Moment(), nullable=True),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.Column("clock_seconds", sa.Integer(), nullable=True),
        sa.Column("wait_seconds", sa.Integer(), nullable=True),
        sa.Column("service_seconds", sa.Integer(), nullable=True),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("explained", sa.String(length=32), nullable=True),
        sa.Column("exclusion", sa.String(length=16), nullable=True),
        sa.Column("overtaken_by", sa.JSON(), nullable=False),
        sa.Column("told_from", sa.Integer(), nullable=True),
        sa.Column("told_to", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "day"],
            ["judged_day.office", "judged_day.day"],
            name=op.f("fk_judged_visit_office_day_judged_day"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "ticket"], ["ticket.office", "ticket.id"], name=op.f("fk_judged_visit_office_ticket_ticket")
        ),
        sa.PrimaryKeyConstraint("office", "day", "ticket", "leg", name=op.f("pk_judged_visit")),
    )
    op.create_index("ix_judged_visit_ticket", "judged_visit", ["office", "ticket"], unique=False)
