"""The visit record: what data were needed; and what visitors ask of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.database.tables import Moment

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "right_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("visitor", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("done_at", Moment(), nullable=True),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('export', 'correct', 'restrict', 'withdraw', 'erase')", name=op.f("ck_right_request_kind")
        ),
        sa.ForeignKeyConstraint(
            ["office", "visitor"],
            ["visitor.office", "visitor.id"],
            name=op.f("fk_right_request_office_visitor_visitor"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_right_request")),
    )
    op.create_index("ix_right_request_visitor", "right_request", ["office", "visitor"], unique=False)
    op.create_table(
        "need",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("ticket", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("leg", sa.Integer(), nullable=False),
        sa.Column("visitor", sa.String(length=32), nullable=True),
        sa.Column("written_at", Moment(), nullable=False),
        sa.Column("officer", sa.Integer(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "ticket"], ["ticket.office", "ticket.id"], name=op.f("fk_need_office_ticket_ticket")
        ),
        sa.ForeignKeyConstraint(
            ["office", "visitor"], ["visitor.office", "visitor.id"], name=op.f("fk_need_office_visitor_visitor")
        ),
        sa.PrimaryKeyConstraint("office", "ticket", "position", name=op.f("pk_need")),
    )
    op.create_index("ix_need_visitor", "need", ["office", "visitor"], unique=False)
