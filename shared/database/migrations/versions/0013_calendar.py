"""What the head of an office enters into its calendar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "calendar_change",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("decree", sa.String(length=120), nullable=False),
        sa.Column("week", sa.JSON(), nullable=False),
        sa.Column("takes_back", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('holiday', 'joint_leave', 'struck', 'closure', 'season', 'confirmed', 'taken_back')",
            name=op.f("ck_calendar_change_kind"),
        ),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_calendar_change_forward")),
        sa.CheckConstraint("takes_back IS NULL OR kind = 'taken_back'", name=op.f("ck_calendar_change_names_what")),
        sa.ForeignKeyConstraint(
            ["office", "seq"], ["journal.office", "journal.seq"], name=op.f("fk_calendar_change_office_journal")
        ),
        sa.ForeignKeyConstraint(
            ["office", "takes_back"],
            ["calendar_change.office", "calendar_change.seq"],
            name=op.f("fk_calendar_change_office_calendar_change"),
        ),
        sa.PrimaryKeyConstraint("office", "seq", name=op.f("pk_calendar_change")),
        sa.UniqueConstraint("office", "takes_back", name=op.f("uq_calendar_change_office_takes_back")),
    )
