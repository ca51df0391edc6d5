"""The two ways to keep the rows: one SQLite file with one writer, or PostgreSQL for any number of processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import IsolationLevel
from sqlalchemy.exc import ArgumentError, DBAPIError

from shared.database.writer import Writer
from shared.threads import MakeThreads

T = TypeVar("T")
READERS = 4
WRITERS = 4  # more would only wait for the office's turn
# Nobody at a kiosk waits longer; a statement that is stuck must not hold the office's turn.
POSTGRESQL_LIMITS = "-c lock_timeout=5s -c statement_timeout=10s -c idle_in_transaction_session_timeout=10s"

# WAL with synchronous=FULL: an acknowledged number survives a power cut. mmap_size=0 and one connection that
# checkpoints, because SQLite before 3.51.3 can corrupt a file that two connections checkpoint at once.
WRITER_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=10000",
    "mmap_size=0",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",  # an erased key must not stay readable in a free page
)
READER_PRAGMAS = ("query_only=ON", "busy_timeout=10000", "mmap_size=0", "wal_autocheckpoint=0")


class Store(Protocol):
    """Where transactions run."""

    def read(self, question: Callable[[Connection], T]) -> T:
        """Answer a question from one consistent snapshot."""

    def write(self, change: Callable[[Connection], T]) -> T:
        """Make a change durable, or nothing of it."""

    def close(self) -> None:
        """Close every connection."""


def open_store(url: str, threads: MakeThreads, *, read_only: bool = False) -> Store:
    """The store that a database URL asks for. ValueError for an address that is none of ours."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ValueError("PST_DATABASE_URL is not the address of a database") from None
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise ValueError(f"PST_DATABASE_URL: {parsed.get_backend_name()} is neither SQLite nor PostgreSQL")
    if parsed.get_backend_name() == "sqlite":
        return SqliteStore(Path(str(parsed.database)), threads, read_only=read_only)
    return PostgresqlStore(parsed.set(drivername="postgresql+psycopg").render_as_string(hide_password=False), threads)


class SqliteStore:
    """One file. Readers have their own read-only connections; nothing of it runs on the event loop."""

    def __init__(self, file: Path, threads: MakeThreads, *, read_only: bool = False) -> None:
        if not read_only:
            file.parent.mkdir(parents=True, exist_ok=True)
        self._readers = _Connections(_sqlite_engine(file, READER_PRAGMAS, "BEGIN", read_only=True))
        self._threads = threads(READERS)
        self._writer: Writer | None = None
        if not read_only:
            engine = _sqlite_engine(file, WRITER_PRAGMAS, "BEGIN IMMEDIATE")
            self._writer = Writer(engine.connect, threads)

    def read(self, question: Callable[[Connection], T]) -> T:
        """Answer from one snapshot, on a reader's thread."""
        return self._threads.call(lambda: self._readers.use(question))

    def write(self, change: Callable[[Connection], T]) -> T:
        """Hand the change to the writer."""
        if self._writer is None:
            raise RuntimeError("this database was opened for reading only")
        return self._writer.write(change)

    def close(self) -> None:
        """Close the readers first, so that the writer is the one that checkpoints."""
        self._readers.close()
        if self._writer is not None:
            self._writer.close()


class PostgresqlStore:
    """A server that other processes use too; the office's row lock makes them take turns (records.hold_office)."""

    def __init__(self, url: str, threads: MakeThreads) -> None:
        # A reader sees one snapshot, so that a screen's bytes belong to one journal number. A writer must see what
        # was committed while it waited for the office's turn.
        self._readers = _Connections(_postgresql_engine(url, "REPEATABLE READ"))
        self._writers = _Connections(_postgresql_engine(url, "READ COMMITTED"))
        self._reading = threads(READERS)
        self._writing = threads(WRITERS)

    def read(self, question: Callable[[Connection], T]) -> T:
        """Answer from one snapshot."""
        return self._reading.call(lambda: self._readers.use(question))

    def write(self, change: Callable[[Connection], T]) -> T:
        """Change in one transaction."""
        return self._writing.call(lambda: self._writers.use(change))

    def close(self) -> None:
        """Close every connection."""
        self._readers.close()
        self._writers.close()


class _Connections:
    """Connections that wait to be used again. As many as there are threads; a broken one is thrown away."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._idle: deque[Connection] = deque()

    def use(self, work: Callable[[Connection], T]) -> T:
        connection = self._take()
        try:
            with connection.begin():
                answer = work(connection)
        except DBAPIError as error:
            # The next caller gets a fresh one: a half-dead connection is worse than a slow start.
            connection.close()
            if error.connection_invalidated:
                self.close()  # the server was restarted: the idle ones are dead as well
            raise
        except BaseException:
            self._idle.append(connection)  # a rule said no; the connection is well
            raise
        self._idle.append(connection)
        return answer

    def close(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _take(self) -> Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._engine.connect()


def _postgresql_engine(url: str, isolation: IsolationLevel) -> Engine:
    return create_engine(
        url, poolclass=NullPool, isolation_level=isolation, connect_args={"options": POSTGRESQL_LIMITS}
    )


def _sqlite_engine(file: Path, pragmas: tuple[str, ...], begin: str, *, read_only: bool = False) -> Engine:
    path = f"file:{quote(str(file))}?mode={'ro' if read_only else 'rwc'}&uri=true"
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
