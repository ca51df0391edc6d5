"""Visits without a number: a need belongs to an entry, which knows its service and when its guest was met."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.database.tables import Moment

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("entry", sa.Column("service", sa.String(length=8), nullable=True))
    op.add_column("entry", sa.Column("met_at", Moment(), nullable=True))
    op.execute(ENTRIES_OF_NEEDS)
    op.rename_table("need", "need_of_ticket")
    op.drop_index("ix_need_visitor", table_name="need_of_ticket")
    if op.get_bind().dialect.name == "postgresql":  # where names of constraints belong to the schema
        for name in ("pk_need", "fk_need_office_ticket_ticket", "fk_need_office_visitor_visitor"):
            op.drop_constraint(name, "need_of_ticket")
    op.create_table(
        "need",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("leg", sa.Integer(), nullable=False),
        sa.Column("visitor", sa.String(length=32), nullable=True),
        sa.Column("written_at", Moment(), nullable=False),
        sa.Column("officer", sa.Integer(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "entry"], ["entry.office", "entry.id"], name=op.f("fk_need_office_entry_entry")
        ),
        sa.ForeignKeyConstraint(
            ["office", "visitor"], ["visitor.office", "visitor.id"], name=op.f("fk_need_office_visitor_visitor")
        ),
        sa.PrimaryKeyConstraint("office", "entry", "position", name=op.f("pk_need")),
    )
    op.create_index("ix_need_visitor", "need", ["office", "visitor"], unique=False)
    op.execute(NEEDS_OF_ENTRIES)
    op.drop_table("need_of_ticket")


ENTRIES_OF_NEEDS = """
    INSERT INTO entry (office, ticket, day, form, channel, language, written_at, answers)
    SELECT need.office, need.ticket, MIN(ticket.day), 'skd', 'officer', 'id', MIN(need.written_at), '{}'
    FROM need JOIN ticket ON ticket.office = need.office AND ticket.id = need.ticket
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.office = need.office AND entry.ticket = need.ticket)
    GROUP BY need.office, need.ticket
"""
NEEDS_OF_ENTRIES = """
    INSERT INTO need (office, entry, position, leg, visitor, written_at, officer, answers, sealed)
    SELECT old.office, entry.id, old.position, old.leg, old.visitor,
           old.written_at, old.officer, old.answers, old.sealed
    FROM need_of_ticket AS old JOIN entry ON entry.office = old.office AND entry.ticket = old.ticket
"""
