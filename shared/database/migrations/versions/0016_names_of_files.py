"""The name of a file is sealed apart from its content. Older rows hold both in `sealed`: only a key could part them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("attachment", sa.Column("named", sa.LargeBinary(), nullable=True))
