"""Requests that come by WhatsApp, e-mail, telephone or online, and the rows of the journal that tell of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.database.tables import Moment

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("journal", sa.Column("request", sa.Integer(), nullable=True))
    op.create_index("ix_journal_request", "journal", ["office", "request", "seq"], unique=False)
    _create_request()
    _create_message()
    op.create_table(
        "attachment",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("request", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("message", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("fetching", sa.String(length=8), nullable=True),
        sa.Column("problem", sa.String(length=32), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", Moment(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("fetching IN ('waits', 'failed')", name=op.f("ck_attachment_fetching")),
        sa.ForeignKeyConstraint(
            ["office", "request", "message"],
            ["message.office", "message.request", "message.position"],
            name=op.f("fk_attachment_office_request_message_message"),
        ),
        sa.PrimaryKeyConstraint("office", "request", "message", "position", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_fetching", "attachment", ["office", "fetching"], unique=False)


def _create_request() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("service", sa.String(length=8), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("officer", sa.Integer(), nullable=True),
        sa.Column("visitor", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "visitor"], ["visitor.office", "visitor.id"], name=op.f("fk_request_office_visitor_visitor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
        sa.UniqueConstraint("office", "channel", "year", "number", name=op.f("uq_request_office_channel_year_number")),
        sa.UniqueConstraint("office", "id", name=op.f("uq_request_office_id")),
    )
    for column in ("day", "state", "visitor"):
        op.create_index(f"ix_request_{column}", "request", ["office", column], unique=False)


def _create_message() -> None:
    op.create_table(
        "message",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("request", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=True),
        sa.Column("delivery", sa.String(length=12), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(length=32), nullable=True),
        sa.Column("mark", sa.String(length=64), nullable=True),
        sa.Column("sent_mark", sa.String(length=64), nullable=True),
        sa.Column("next_try_at", Moment(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("side IN ('user', 'office', 'program')", name=op.f("ck_message_side")),
        sa.CheckConstraint(
            "delivery IN ('received', 'queued', 'by_hand', 'sent', 'delivered', 'failed')",
            name=op.f("ck_message_delivery"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "request"], ["request.office", "request.id"], name=op.f("fk_message_office_request_request")
        ),
        sa.PrimaryKeyConstraint("office", "request", "position", name=op.f("pk_message")),
        sa.UniqueConstraint("office", "mark", name=op.f("uq_message_office_mark")),
    )
    op.create_index("ix_message_delivery", "message", ["office", "delivery"], unique=False)
    op.create_index("ix_message_sent", "message", ["office", "sent_mark"], unique=False)
