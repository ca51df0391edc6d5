"""The guest book: visitors and their keys, entries, consents, institutions, and who read what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.database.tables import Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("repeat", sa.Column("entry", sa.Integer(), nullable=True))
    op.create_table(
        "institution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("spelling_mark", sa.String(length=64), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "merged_into"],
            ["institution.office", "institution.id"],
            name=op.f("fk_institution_office_merged_into_institution"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution")),
        sa.UniqueConstraint("office", "id", name=op.f("uq_institution_office_id")),
        sa.UniqueConstraint("office", "spelling_mark", name=op.f("uq_institution_office_spelling_mark")),
    )
    op.create_table(
        "personal_read",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.Column("visitor", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_read")),
    )
    op.create_index("ix_personal_read_visitor", "personal_read", ["office", "visitor"], unique=False)
    op.create_table(
        "visitor",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_mark", sa.String(length=64), nullable=True),
        sa.Column("email_mark", sa.String(length=64), nullable=True),
        sa.Column("restricted_at", Moment(), nullable=True),
        sa.Column("erased_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_visitor")),
    )
    op.create_index("ix_visitor_email", "visitor", ["office", "email_mark"], unique=False)
    op.create_index("ix_visitor_phone", "visitor", ["office", "phone_mark"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("visitor", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "visitor"], ["visitor.office", "visitor.id"], name=op.f("fk_consent_office_visitor_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index("ix_consent_visitor", "consent", ["office", "visitor"], unique=False)
    op.create_table(
        "visitor_key",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("visitor", sa.String(length=32), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "visitor"], ["visitor.office", "visitor.id"], name=op.f("fk_visitor_key_office_visitor_visitor")
        ),
        sa.PrimaryKeyConstraint("office", "visitor", name=op.f("pk_visitor_key")),
    )
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=True),
        sa.Column("visitor", sa.String(length=32), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("form", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("age_band", sa.Integer(), nullable=True),
        sa.Column("institution", sa.Integer(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("form IN ('skd', 'dtsen', 'reception')", name=op.f("ck_entry_form")),
        sa.ForeignKeyConstraint(
            ["office", "institution"],
            ["institution.office", "institution.id"],
            name=op.f("fk_entry_office_institution_institution"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "ticket"], ["ticket.office", "ticket.id"], name=op.f("fk_entry_office_ticket_ticket")
        ),
        sa.ForeignKeyConstraint(
            ["office", "visitor"], ["visitor.office", "visitor.id"], name=op.f("fk_entry_office_visitor_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("office", "id", name=op.f("uq_entry_office_id")),
        sa.UniqueConstraint("office", "ticket", name=op.f("uq_entry_office_ticket")),
    )
    op.create_index("ix_entry_day", "entry", ["office", "day"], unique=False)
    op.create_index("ix_entry_visitor", "entry", ["office", "visitor"], unique=False)
