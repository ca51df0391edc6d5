"""The rows on their way from one database to another. What speaks SQL is here and in `visitors.py`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Column, Connection, Table, delete, func, insert, inspect, select, text, update
from sqlalchemy import table as named_table

from shared.backup.trouble import BackupError
from shared.database import tables
from shared.database.migrations import migrate, revisions
from shared.database.stores import open_store
from shared.threads import PlainThreads

BATCH = 1000
SAY_NOTHING = frozenset({"alembic_version", "probe", "journal_head"})
"""Tables with rows before anybody did anything; where a journal has rows, it has them itself."""
PATIENT = (
    "SET LOCAL statement_timeout = 0",
    "SET LOCAL idle_in_transaction_session_timeout = 0",
)
"""The store's limits are for people who wait at a kiosk."""
NO_KEYS = (
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA secure_delete = ON",
    "DELETE FROM visitor_key",
    "UPDATE visitor SET phone_mark = NULL, email_mark = NULL",
)


@dataclass(frozen=True, slots=True)
class Head:
    """Where an office's journal ends."""

    seq: int
    hash: str


def snapshot_of_file(source: Path, target: Path, spare: Path) -> None:
    """All rows of a SQLite file but the visitors' keys, as they were in one moment, while others write."""
    with closing(sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True, timeout=10)) as live:
        live.execute("PRAGMA mmap_size = 0")
        live.execute("VACUUM INTO ?", (str(spare),))
    with closing(sqlite3.connect(spare, isolation_level=None)) as copy:
        if copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'visitor_key'").fetchone():
            for statement in NO_KEYS:
                copy.execute(statement)
        copy.execute("VACUUM INTO ?", (str(target),))  # a new file: no byte of a deleted row is left in it
    spare.unlink()


def snapshot_of_server(connection: Connection, target: Path) -> None:
    """The same of a PostgreSQL, within its one REPEATABLE READ transaction."""
    connection.execute(text("SET TRANSACTION READ ONLY"))
    be_patient(connection)
    has, expected = revisions(connection)
    if has != expected:
        raise BackupError(f"the tables are of revision {has}, this program expects {expected}: run `pst migrate` first")
    store = open_store(f"sqlite:///{target}", PlainThreads)
    try:
        store.write(migrate)
        store.write(lambda copy: copy_rows(connection, copy, without_keys=True))
    finally:
        store.close()


def copy_rows(source: Connection, target: Connection, *, without_keys: bool = False) -> None:
    """Every row of every table into tables that migrations just made."""
    if target.dialect.name == "sqlite":
        target.execute(text("PRAGMA defer_foreign_keys = ON"))
    target.execute(delete(tables.probe))
    for table in _in_order():
        if table is tables.visitor_key and without_keys:
            continue
        links = _links_to_itself(table)
        later = []
        left_out = dict.fromkeys(["phone_mark", "email_mark"]) if table is tables.visitor and without_keys else {}
        for batch in _batches(source, table):
            target.execute(insert(table), [row | dict.fromkeys(links) | left_out for row in batch])
            later += [row for row in batch if any(row[link] is not None for link in links)]
        for row in later:  # only now is the row that it points at surely there
            own = [column == row[column.name] for column in table.primary_key.columns]
            target.execute(update(table).where(*own).values({link: row[link] for link in links}))


def be_patient(connection: Connection) -> None:
    """Let long work on PostgreSQL take as long as it takes."""
    if connection.dialect.name == "postgresql":
        for setting in PATIENT:
            connection.execute(text(setting))


def count_on(connection: Connection) -> None:
    """Let PostgreSQL give the next numbers after those that were copied."""
    for table in tables.metadata.sorted_tables:
        if "id" in table.primary_key.columns and isinstance(table.c.id.type.python_type(), int):
            sequence = func.pg_get_serial_sequence(table.name, "id")
            last = func.max(table.c.id)
            connection.execute(select(func.setval(sequence, func.coalesce(last, 1), last.is_not(None))))


def heads(connection: Connection) -> dict[str, Head]:
    """Where each office's journal ends."""
    if not inspect(connection).has_table("journal_head"):
        return {}
    columns = (tables.journal_head.c.office, tables.journal_head.c.seq, tables.journal_head.c.hash)
    return {row.office: Head(row.seq, row.hash) for row in connection.execute(select(*columns))}


def last_in_common(connection: Connection, office: str, other: Connection) -> int:
    """The newest journal row that both have, or 0; the chain says that everything before it is the same too."""
    column = tables.journal.c
    low, high = 0, min(heads(one).get(office, Head(0, "")).seq for one in (connection, other))
    while low < high:
        middle = (low + high + 1) // 2
        link = select(column.hash).where(column.office == office, column.seq == middle)
        same = connection.execute(link).scalar_one_or_none() == other.execute(link).scalar_one_or_none()
        low, high = (middle, high) if same else (low, middle - 1)
    return low


def moves_after(connection: Connection, office: str, seq: int) -> dict[str, int]:
    """What the journal tells after this row: how often each move."""
    column = tables.journal.c
    later = select(column.move, func.count()).where(column.office == office, column.seq > seq)
    return {row[0]: row[1] for row in connection.execute(later.group_by(column.move))}


def is_empty(connection: Connection) -> bool:
    """Whether nobody ever wrote anything here."""
    names: Collection[str] = set(inspect(connection).get_table_names()) - SAY_NOTHING
    return not any(
        connection.execute(select(text("1")).select_from(named_table(name)).limit(1)).first() for name in names
    )


def _in_order() -> list[Table]:
    """Rows before those that point at them; the journal's heads last, because a head guards the rows after it."""
    ordered = list(tables.metadata.sorted_tables)
    ordered.remove(tables.journal_head)
    return [*ordered, tables.journal_head]


def _links_to_itself(table: Table) -> list[str]:
    own = (link for link in table.foreign_key_constraints if link.referred_table is table)
    columns: Iterator[Column[object]] = (column for link in own for column in link.columns)
    return [column.name for column in columns if column.nullable]


def _batches(source: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    rows = source.execute(select(table).order_by(*table.primary_key.columns).execution_options(yield_per=BATCH))
    for batch in rows.mappings().partitions(BATCH):
        yield [dict(row) for row in batch]
