"""How each connected channel that is read stands: since when it is well or not, and how far its mailbox was read."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, String, Table

from shared.database.tables.base import Moment, metadata

channel_state = Table(
    "channel_state",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("channel", String(16), primary_key=True),
    Column("good_at", Moment),
    Column("trouble_since", Moment),
    Column("problem", String(32)),
    Column("validity", BigInteger),
    Column("next_uid", BigInteger),
    Column("aside", JSON, nullable=False),
)
