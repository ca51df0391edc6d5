"""By which connected channel a message goes out: an answer to the web form goes by mail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.add_column("message", sa.Column("carrier", sa.String(length=16), nullable=True))
    columns = ("office", "request", "side", "delivery", "problem", "sent_mark", "carrier")
    message = sa.table("message", *map(sa.column, columns))
    request = sa.table("request", *map(sa.column, ("office", "id", "channel")))
    mine = (request.c.office == message.c.office, request.c.id == message.c.request)
    channel = sa.select(request.c.channel).where(*mine).scalar_subquery()
    # Whatever the program once tried or took was on its way by the channel of its request; the rest was an officer's.
    tried = sa.or_(message.c.delivery == "queued", message.c.problem.is_not(None), message.c.sent_mark.is_not(None))
    op.execute(message.update().where(message.c.side != "user", tried).values(carrier=channel))
