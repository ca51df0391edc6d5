"""What the database itself must promise: its version, its health, and the guards that refuse what must not be."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from shared.database.fsck.report import Violation
from shared.database.migrations import revisions

TRIGGERS = frozenset(
    {
        "journal_no_update",
        "journal_no_delete",
        "journal_gapless",
        "ticket_no_delete",
        "ticket_number_fixed",
        "series_counts_up",
    }
)
INDEXES = frozenset({"one_open_day", "one_ticket_per_counter", "one_ticket_per_officer"})
NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index')",
    "postgresql": "SELECT tgname FROM pg_trigger UNION SELECT indexname FROM pg_indexes",
}


def schema_violations(connection: Connection) -> Iterator[Violation]:
    """The revision, the file itself, the links between rows, and the guards that the database keeps."""
    has, expected = revisions(connection)
    if has != expected:
        yield Violation("I-35", "", f"the tables are of revision {has}, this program expects {expected}")
        return
    if connection.dialect.name == "sqlite":
        for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
            if line != "ok":
                yield Violation("I-34", "", str(line))
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Violation("I-13", "", f"row {row[1]} of {row[0]} points at a row of {row[2]} that is not there")
    there = set(connection.execute(text(NAMES[connection.dialect.name])).scalars())
    for missing in sorted((TRIGGERS | INDEXES) - there):
        yield Violation("I-18", "", f"the guard {missing} is gone: somebody took it out of the database")
