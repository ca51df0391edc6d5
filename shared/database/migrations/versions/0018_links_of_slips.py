"""Links are derived and never stored: the printer's outbox keeps what they begin with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

TOKEN = 32  # signs


def upgrade() -> None:
    job = sa.table("print_job", sa.column("url", sa.String))
    whole = job.c.url.like("%/T/" + TOKEN * "_")
    op.execute(job.update().where(whole).values(url=sa.func.substr(job.c.url, 1, sa.func.length(job.c.url) - TOKEN)))
