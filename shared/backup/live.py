"""The database that is in use: what it holds, looked at without disturbing a running server."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from shared.backup.rows import be_patient, snapshot_of_file, snapshot_of_server
from shared.backup.trouble import BackupError, said_plainly
from shared.backup.visitors import ErasedNote, Whose
from shared.database import Database
from shared.database.migrations import revisions
from shared.settings import Settings

T = TypeVar("T")
FORGET = (
    "DELETE FROM visitor_key WHERE office = ? AND visitor = ?",
    "UPDATE visitor SET sealed = NULL, phone_mark = NULL, email_mark = NULL WHERE office = ? AND id = ?",
)
FORGET_NOTE = (
    "UPDATE note SET text = NULL WHERE (office, seq) IN"
    " (SELECT office, seq FROM journal WHERE office = ? AND seq = ? AND hash = ?)"
)


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """A database, for reading; its troubles in one sentence."""
    with said_plainly("the database cannot be read"):
        database = Database(url, read_only=True)
        try:
            yield database
        finally:
            database.close()


def asked(url: str, question: Callable[[Connection], T]) -> T:
    """The answer to one question, from one consistent snapshot."""

    def patiently(connection: Connection) -> T:
        be_patient(connection)
        return question(connection)

    with opened(url) as database:
        return database.inspect(patiently)


def tables_are_current(settings: Settings) -> bool:
    """Whether the tables are those of this program."""
    has, expected = asked(settings.database_url, revisions)
    return has == expected


def take_snapshot(settings: Settings, work: Path) -> Path:
    """All rows but the visitors' keys, as a SQLite file of its own."""
    target, file = work / "snapshot.db", settings.database_file
    with said_plainly("the database cannot be copied"):
        if file is None:
            asked(settings.database_url, lambda connection: snapshot_of_server(connection, target))
        elif file.is_file():
            snapshot_of_file(file, target, work / "spare.db")
        else:
            raise BackupError(f"there is no database at {file}")
    return target


def forget_in(file: Path, erased: list[Whose], notes: Iterable[ErasedNote]) -> None:
    """Destroy keys and the words of remarks in a database that was put aside. BackupError where it cannot be opened."""
    with said_plainly(f"{file} cannot be changed"), closing(sqlite3.connect(file, isolation_level=None)) as aside:
        aside.execute("PRAGMA secure_delete = ON")
        if not aside.execute("SELECT 1 FROM sqlite_master WHERE name = 'visitor_key'").fetchone():
            return
        aside.execute("BEGIN IMMEDIATE")
        for statement in FORGET:
            aside.executemany(statement, erased)
        aside.executemany(FORGET_NOTE, notes)
        aside.execute("COMMIT")
