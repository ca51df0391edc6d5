"""How each connected channel stands, and how far its mailbox was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.database.tables.base import Moment

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "channel_state",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("good_at", Moment(), nullable=True),
        sa.Column("trouble_since", Moment(), nullable=True),
        sa.Column("problem", sa.String(length=32), nullable=True),
        sa.Column("validity", sa.BigInteger(), nullable=True),
        sa.Column("next_uid", sa.BigInteger(), nullable=True),
        sa.Column("aside", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("office", "channel", name=op.f("pk_channel_state")),
    )
