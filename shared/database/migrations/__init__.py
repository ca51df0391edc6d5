"""The tables' revision, brought up to date at start, so that an update is only a restart."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, func, inspect, select, text

MIGRATION_LOCK = 1471
# An update of years of rows takes longer than any visitor may wait; whoever starts meanwhile waits for its end.
MIGRATION_LIMITS = ("lock_timeout = '10min'", "statement_timeout = 0", "idle_in_transaction_session_timeout = 0")
NEWEST = max(step.name[:4] for step in (Path(__file__).parent / "versions").glob("[0-9]*.py"))
"""The revision that this program expects: its steps are numbered in their files' names."""


def migrate(connection: Connection) -> None:
    """Bring the tables to the newest revision within the caller's transaction."""
    if connection.dialect.name == "postgresql":
        for limit in MIGRATION_LIMITS:
            connection.exec_driver_sql(f"SET LOCAL {limit}")
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATION_LOCK)))  # several processes start at once
    if _revision(connection) == NEWEST:
        return
    from shared.database.migrations.steps import climb  # noqa: PLC0415 # 9 MB and 0.2 s that only an update needs

    climb(connection, "head")


def revisions(connection: Connection) -> tuple[str | None, str | None]:
    """The revision of the tables, and the one that this program expects."""
    return _revision(connection), NEWEST


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
