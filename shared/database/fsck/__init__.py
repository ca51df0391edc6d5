"""`pst fsck`: every promise of the rows that stored data can show, checked by reading only (faults.md section 3)."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.engine import make_url

from shared.database import Database, StorageError, tables
from shared.database.fsck.office_rows import OfficeRows
from shared.database.fsck.report import Report, Violation
from shared.database.fsck.schema import schema_violations

__all__ = ["Report", "UnreadableError", "Violation", "check", "missing_file"]

UNREADABLE_AFTER = frozenset({"I-34", "I-35"})
"""A broken file, or tables of another version: what the rows say cannot be judged then."""


class UnreadableError(RuntimeError):
    """The database cannot be read at all."""


def missing_file(url: str) -> str | None:
    """The file in which the database should be, where there is none; reading it would make an empty one."""
    parsed = make_url(url)
    is_missing = parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).is_file()
    return str(parsed.database) if is_missing else None


def check(url: str) -> Report:
    """Check a database; works beside a running server. UnreadableError when there is nothing to read."""
    if (file := missing_file(url)) is not None:
        raise UnreadableError(f"there is no database at {file}")
    database = Database(url, read_only=True)
    try:
        return database.inspect(_check)
    except StorageError as error:
        raise UnreadableError(f"the database cannot be read: {error.__cause__ or error}") from error
    finally:
        database.close()


def _check(connection: Connection) -> Report:
    found = list(schema_violations(connection))
    if any(violation.invariant in UNREADABLE_AFTER for violation in found):
        return Report(0, 0, found)
    tickets = rows = 0
    for office in connection.execute(select(tables.journal_head.c.office)).scalars().all():
        file = OfficeRows(connection, office)
        found += file.violations()
        tickets, rows = tickets + len(file.tickets), rows + len(file.journal)
    return Report(tickets, rows, found)
