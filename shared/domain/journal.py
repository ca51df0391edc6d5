"""The journal: one row for each thing that happened, chained by hashes, from which any ticket can be rebuilt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from shared.domain.ticket import Move, State, Ticket, take, undo, written_number

FIRST_HASH = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One fact. `seq` is gapless within an office; `actor` is who did it (None: a visitor or the program)."""

    seq: int
    at: datetime
    day: date
    move: str
    ticket: int | None = None
    leg: int | None = None
    from_state: str | None = None
    to_state: str | None = None
    counter: int | None = None
    actor: int | None = None
    reason: str | None = None
    undoes: int | None = None
    request: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    suspect: bool = False

    @property
    def moves_ticket(self) -> bool:
        """Whether the row moved a ticket; the others tell of a day, a counter, or say something about a visit."""
        return self.to_state is not None


def label_of(take: JournalRow) -> str:
    """The number that a `take` row gave, as people read it."""
    return written_number(take.facts["series"], take.facts["number"])


def digest(previous: str, office: str, row: JournalRow) -> str:
    """The row's link in the chain: SHA-256 over the link before it and the row in canonical form."""
    names = [name for name in JournalRow.__slots__ if name not in ("at", "day", "facts", *_younger(row))]
    written = {name: getattr(row, name) for name in names}
    written |= {
        "office": office,
        "at": row.at.isoformat(),
        "day": row.day.isoformat(),
        "facts": dict(row.facts),
    }
    text = json.dumps(written, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(f"{previous}{text}".encode()).hexdigest()


def _younger(row: JournalRow) -> tuple[str, ...]:
    """Columns that the first versions did not have: left out where they are empty, so that old links still hold."""
    return () if row.request is not None else ("request",)


def row_of(move: Move, seq: int, *, suspect: bool = False) -> JournalRow:
    """What the journal writes about a move."""
    facts = dict(move.facts)
    if move.before is None:
        facts |= {"series": move.after.series, "number": move.after.number}
    return JournalRow(
        seq=seq,
        at=move.at,
        day=move.after.day,
        move=move.name,
        ticket=move.after.id,
        leg=move.after.leg,
        from_state=move.before.state.value if move.before else None,
        to_state=move.after.state.value,
        counter=move.counter,
        actor=move.by,
        reason=move.reason,
        undoes=move.undoes,
        facts=facts,
        suspect=suspect,
    )


def standing(rows: Iterable[JournalRow]) -> list[JournalRow]:
    """The rows that still count: an undo and the row that it undoes fall away together."""
    kept = list(rows)
    undone = {row.undoes for row in kept if row.undoes is not None}
    return [row for row in kept if row.seq not in undone and row.move != "undo"]


def rebuild(rows: Sequence[JournalRow]) -> Ticket:
    """The ticket as its own journal rows tell it, from the first on; remarks about it change nothing."""
    history: dict[int, Ticket] = {}
    ticket = _issued(rows[0])
    for row in filter(lambda row: row.moves_ticket, rows[1:]):
        history[row.seq] = ticket
        ticket = _next(ticket, row, history)
    return ticket


def retell(rows: Iterable[JournalRow]) -> Iterator[tuple[JournalRow, Mapping[int, Ticket]]]:
    """The journal again from its first row: each row with those who were waiting just before it."""
    tickets: dict[int, Ticket] = {}
    waiting: dict[int, Ticket] = {}
    history: dict[int, Ticket] = {}
    for row in rows:
        yield row, waiting
        if row.ticket is None or not row.moves_ticket:
            continue
        if row.ticket in tickets:
            history[row.seq] = tickets[row.ticket]
        ticket = _next(history[row.seq], row, history) if row.ticket in tickets else _issued(row)
        tickets[row.ticket] = ticket
        waiting.pop(ticket.id, None)
        if ticket.state is State.WAITING:
            waiting[ticket.id] = ticket


def _next(ticket: Ticket, row: JournalRow, history: Mapping[int, Ticket]) -> Ticket:
    if row.move == "undo" and row.undoes is not None:
        return undo(ticket, history[row.undoes], row.at, by=row.actor, counter=row.counter, undoes=row.undoes).after
    return ticket.move(row.move, row.at, by=row.actor, at=row.counter, reason=row.reason, **row.facts).after


def _issued(row: JournalRow) -> Ticket:
    if row.move != "take" or row.ticket is None:
        raise ValueError(f"journal row {row.seq} should issue a number, but says {row.move}")
    ticket = Ticket(
        id=row.ticket,
        day=row.day,
        series=row.facts["series"],
        number=row.facts["number"],
        service=row.facts["service"],
        state=State.WAITING,
        issued_at=row.at,
        registered_at=row.at,
        language=row.facts["language"],
        priority=row.facts["priority"],
        taken_by=row.actor,
    )
    return take(ticket).after
