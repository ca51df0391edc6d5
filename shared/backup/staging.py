"""A snapshot that was taken out of its envelope: brought up to date, given its keys, and checked, all of it aside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

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
    with said_plainly("the backup cannot be prepared"):
        store = open_store(url_of(snapshot), PlainThreads)
        try:
            return store.write(lambda connection: give_back(connection, last, now))
        finally:
            store.close()


def tidy(snapshot: Path) -> None:
    """One file, without a log beside it, and without a byte of what was erased."""
    with (
        said_plainly("the backup cannot be prepared"),
        closing(sqlite3.connect(snapshot, isolation_level=None)) as file,
    ):
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute("VACUUM")


def url_of(snapshot: Path) -> str:
    """As the database room asks for it."""
    return f"sqlite:///{snapshot}"
