"""On which channel somebody asked who rated a request; empty for whoever came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.add_column("rating", sa.Column("channel", sa.String(length=16), nullable=True))
