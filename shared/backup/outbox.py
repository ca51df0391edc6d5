"""The outbox that a backup brings back: whether its messages have gone out since, no backup can say."""

from __future__ import annotations

from sqlalchemy import Connection, update

from shared.database import tables

RESTORED = "restored"
"""The reason that staff read beside such a message; the channels name it too."""


def leave_to_staff(connection: Connection) -> int:
    """What waited for the program now waits for an officer, who looks whether it went out, and sends it or says so.

    The program would send a second time what went out after the backup was made. Returns how many messages it were.
    """
    table = tables.message
    waited = update(table).where(table.c.delivery == "queued")
    return connection.execute(waited.values(delivery="by_hand", problem=RESTORED, next_try_at=None)).rowcount
