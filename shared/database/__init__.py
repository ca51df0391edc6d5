"""The rows and the transactions. Nobody else imports SQLAlchemy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, update
from sqlalchemy.exc import SQLAlchemyError

from shared.database import tables
from shared.database.migrations import migrate
from shared.database.records import HouseRecords, OfficeRecords
from shared.database.records.base import Calendars
from shared.database.stores import open_store
from shared.threads import MakeThreads, PlainThreads

__all__ = ["Database", "HouseRecords", "OfficeRecords", "StorageError"]

T = TypeVar("T")
StorageError = SQLAlchemyError
"""The database could not answer. The desk never sees another of its errors."""


class Database:
    """The rows of every office, on SQLite or PostgreSQL. The verbs do not know which."""

    def __init__(self, url: str, threads: MakeThreads = PlainThreads, *, read_only: bool = False) -> None:
        self._calendars: Calendars = {}
        self._store = open_store(url, threads, read_only=read_only)
        self.is_embedded = url.startswith("sqlite")

    def migrate(self) -> None:
        """Bring the tables up to this program's version; data stays."""
        self._store.write(migrate)

    def reading(self, office: str, question: Callable[[OfficeRecords], T]) -> T:
        """Answer a question about one office from one consistent snapshot."""
        return self._store.read(lambda connection: question(OfficeRecords(connection, office, self._calendars)))

    def writing(self, office: str, change: Callable[[OfficeRecords], T]) -> T:
        """Run a change in the office's turn: it commits whole, or raises and leaves nothing."""
        return self._store.write(lambda connection: change(OfficeRecords(connection, office, self._calendars)))

    def house(self, question: Callable[[HouseRecords], T]) -> T:
        """Answer a question that comes before the office is known."""
        return self._store.read(lambda connection: question(HouseRecords(connection)))

    def inspect(self, question: Callable[[Connection], T]) -> T:
        """Let the checker of this room look at all rows in one snapshot."""
        return self._store.read(question)

    def try_writing(self) -> None:
        """Write something for real; raises StorageError when it does not get through to the disk."""
        count = update(tables.probe).values(count=tables.probe.c.count + 1)
        self._store.write(lambda connection: connection.execute(count))

    def close(self) -> None:
        """Close every connection."""
        self._store.close()
