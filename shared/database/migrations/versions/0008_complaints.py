"""Complaints and their steps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.database.tables import Moment

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=True),
        sa.Column("visitor", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "ticket"], ["ticket.office", "ticket.id"], name=op.f("fk_complaint_office_ticket_ticket")
        ),
        sa.ForeignKeyConstraint(
            ["office", "visitor"], ["visitor.office", "visitor.id"], name=op.f("fk_complaint_office_visitor_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("office", "code", name=op.f("uq_complaint_office_code")),
        sa.UniqueConstraint("office", "id", name=op.f("uq_complaint_office_id")),
    )
    op.create_index("ix_complaint_visitor", "complaint", ["office", "visitor"], unique=False)
    op.create_table(
        "complaint_step",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("complaint", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "complaint"],
            ["complaint.office", "complaint.id"],
            name=op.f("fk_complaint_step_office_complaint_complaint"),
        ),
        sa.PrimaryKeyConstraint("office", "complaint", "position", name=op.f("pk_complaint_step")),
    )
