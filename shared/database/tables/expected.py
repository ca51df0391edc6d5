"""Ranges of past waits. Derived from the judged visits, and written again whenever a day is judged."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table

from shared.database.tables.base import metadata

wait_range = Table(
    "wait_range",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("service", String(8), primary_key=True),
    Column("hour", Integer, primary_key=True, autoincrement=False),
    Column("staffed", Integer, primary_key=True, autoincrement=False),
    Column("in_front", Integer, primary_key=True, autoincrement=False),
    Column("visits", Integer, nullable=False),
    Column("low", Integer, nullable=False),
    Column("high", Integer, nullable=False),
)
