"""Who named an institution is asked at every erasure."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_index("ix_entry_institution", "entry", ["office", "institution", "visitor"], unique=False)
