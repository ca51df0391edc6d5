"""The database that a restore would replace: whether anything is in it, whom it knows, and what would be lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from shared.backup.live import asked
from shared.backup.rows import Head, heads, is_empty, last_in_common, moves_after
from shared.backup.trouble import BackupError
from shared.backup.visitors import LastKnown, last_known
from shared.settings import Settings

COUNTED = {
    "take": ("number taken", "numbers taken"),
    "finish": ("visitor served", "visitors served"),
    "guest_book": ("step of the guest book", "steps of the guest book"),
    "need": ("note of a need of data", "notes of needs of data"),
    "complaint": ("step of a complaint", "steps of complaints"),
    "receive": ("request received", "requests received"),
    "hear": ("reply of a user", "replies of users"),
    "answer": ("answer", "answers"),
}
"""What people would miss first; the other rows are counted together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What an office's present database has beyond the backup."""

    rows: int
    moves: Mapping[str, int]
    after: int
    """The newest journal row that both have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What stands in the place where the backup will be."""

    readable: bool = True
    empty: bool = False
    known: LastKnown = field(default_factory=LastKnown)
    heads: Mapping[str, Head] = field(default_factory=dict)


def look_at(settings: Settings) -> Present:
    """Look at the present database; a SQLite file that is beyond reading is one that nobody can ask."""

    def look(connection: Connection) -> Present:
        if is_empty(connection):
            return Present(empty=True)
        return Present(known=last_known(connection), heads=heads(connection))

    file = settings.database_file
    if file is not None and not file.exists():
        return Present(empty=True)
    try:
        return asked(settings.database_url, look)
    except BackupError:
        if file is None:
            raise
        return Present(readable=False)


def losses(settings: Settings, present: Present, staged: str) -> dict[str, Loss]:
    """What each office loses; an office that loses nothing is not in it."""
    if present.empty or not present.readable:
        return {}

    def compare(now: Connection) -> dict[str, Loss]:
        return asked(staged, lambda then: {office: _loss(office, now, then) for office in present.heads})

    found = asked(settings.database_url, compare)
    return {office: loss for office, loss in found.items() if loss.rows}


def told(present: Present, backup: Mapping[str, Head], lost: Mapping[str, Loss]) -> Iterator[str]:
    """A line for each office: what comes back, and what the present database has beyond it."""
    if not present.readable:
        yield "the database that is replaced cannot be read: nobody can say what it holds beyond the backup"
    for office in sorted({*backup, *present.heads}):
        head = backup.get(office, Head(0, ""))
        yield f"{office}: {head.seq} journal rows in the backup; {_in_words(present, head, lost.get(office))}"


def _in_words(present: Present, head: Head, loss: Loss | None) -> str:
    if loss is None:
        return "nothing is lost" if present.readable else "what is lost is not known"
    counted = [f"{n} {COUNTED[move][n != 1]}" for move, n in loss.moves.items() if move in COUNTED]
    among = f", among them {', '.join(sorted(counted))}" if counted else ""
    if loss.after == head.seq:
        return f"lost: the {loss.rows} that came after it{among}"
    return f"lost: {loss.rows} of the database, which tells another past since row {loss.after}{among}"


def _loss(office: str, now: Connection, then: Connection) -> Loss:
    common = last_in_common(now, office, then)
    moves = moves_after(now, office, common)
    return Loss(rows=sum(moves.values()), moves=moves, after=common)
