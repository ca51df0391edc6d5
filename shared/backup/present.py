"""The database that a restore would replace: whether anything is in it, whom it knows, and what would be lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from shared.backup.live import asked
from shared.backup.rows import Head, goes_on_from, heads, is_empty
from shared.backup.trouble import BackupError
from shared.backup.visitors import LastKnown, last_known
from shared.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What stands in the place where the backup will be."""

    readable: bool = True
    empty: bool = False
    known: LastKnown = field(default_factory=LastKnown)
    heads: Mapping[str, Head] = field(default_factory=dict)
    same_past: frozenset[str] = frozenset()
    """Offices whose journal holds the backup's newest row."""


def look_at(settings: Settings, backup: Mapping[str, Head]) -> Present:
    """Look at the present database; a SQLite file that is beyond reading is one that nobody can ask."""

    def look(connection: Connection) -> Present:
        if is_empty(connection):
            return Present(empty=True)
        same = frozenset(office for office, head in backup.items() if goes_on_from(connection, office, head))
        return Present(known=last_known(connection), heads=heads(connection), same_past=same)

    file = settings.database_file
    if file is not None and not file.exists():
        return Present(empty=True)
    try:
        return asked(settings.database_url, look)
    except BackupError:
        if file is None:
            raise
        return Present(readable=False)


def what_is_lost(present: Present, backup: Mapping[str, Head], staged: str) -> Iterator[str]:
    """A line for each office: what comes back, and what the present database has beyond it."""
    if not present.readable:
        yield "the database that is replaced cannot be read: nobody can say what it holds beyond the backup"
    for office in sorted({*backup, *present.heads}):
        head, now = backup.get(office, Head(0, "")), present.heads.get(office, Head(0, ""))
        yield f"{office}: {head.seq} journal rows in the backup; {_lost(present, staged, office, head, now)}"


def _lost(present: Present, staged: str, office: str, head: Head, now: Head) -> str:
    if asked(staged, lambda connection: goes_on_from(connection, office, now)):
        return "nothing is lost" if present.readable else "what is lost is not known"
    if office in present.same_past or head.seq == 0:
        return f"lost: the {now.seq - head.seq} that came after it"
    return f"lost: all {now.seq} of the database, which tells another past"
