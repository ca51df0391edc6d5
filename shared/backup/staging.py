"""A snapshot that was taken out of its envelope: brought up to date, given its keys, and checked, all of it aside."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from shared.backup.outbox import leave_to_staff
from shared.backup.trouble import said_plainly
from shared.backup.visitors import LastKnown, give_back
from shared.database import Database
from shared.database.stores import open_store
from shared.threads import PlainThreads

FATAL = frozenset({"I-34", "I-35"})
"""A broken file, or tables that this program does not know."""


def bring_up_to_date(snapshot: Path) -> None:
    """Migrate a copy to this program's revision."""
    with said_plainly("the backup cannot be brought up to this version"):
        database = Database(url_of(snapshot))
        try:
            database.migrate()
        finally:
            database.close()


def give_keys(snapshot: Path, last: LastKnown, now: datetime) -> int:
    """Put keys and later wishes back, and erase whoever has no key. Returns how many were erased by this."""
    return _written(snapshot, lambda connection: give_back(connection, last, now))


def hold_outbox(snapshot: Path) -> int:
    """Let the program send nothing of what waited in the outbox. Returns how many messages it were."""
    return _written(snapshot, leave_to_staff)


def tidy(snapshot: Path) -> None:
    """One file, without a log beside it, and without a byte of what was erased."""
    with (
        said_plainly("the backup cannot be prepared"),
        closing(sqlite3.connect(snapshot, isolation_level=None)) as file,
    ):
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute("VACUUM")


def _written(snapshot: Path, work: Callable[[Connection], int]) -> int:
    with said_plainly("the backup cannot be prepared"):
        store = open_store(url_of(snapshot), PlainThreads)
        try:
            return store.write(work)
        finally:
            store.close()


def url_of(snapshot: Path) -> str:
    """As the database room asks for it."""
    return f"sqlite:///{snapshot}"
