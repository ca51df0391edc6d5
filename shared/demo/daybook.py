"""The office's rows while a story is played: many verbs, one durable commit.

The verbs of a story follow each other without rest, and nearly all that they cost is asking the same questions again.
So the answers that only the story itself can change are kept at hand. Every change is written where it always is,
row by row, and the database's guards look at each as they always do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from shared.database import Database, OfficeRecords
from shared.database.records.journal import Head, Heard
from shared.database.records.line import OfficeDay, Seat
from shared.domain.journal import JournalRow
from shared.domain.ticket import AT_A_COUNTER, OPEN, State, Ticket

T = TypeVar("T")
CALLS = frozenset({"call", "recall"})
UNHEARD = Heard(None, None)


class Daybook(Database):
    """A database inside one transaction of another: what is played in it is kept whole, or not at all."""

    def __init__(self, records: OfficeRecords) -> None:
        self._records = RecordsAtHand(records)

    def reading(self, office: str, question: Callable[[OfficeRecords], T]) -> T:  # noqa: ARG002 # a story has one office
        """Answer a question about the story so far."""
        return question(self._records)

    def writing(self, office: str, change: Callable[[OfficeRecords], T]) -> T:  # noqa: ARG002 # a story has one office
        """Run a change. What it did before it raised stays here: a refusal must end the whole transaction."""
        return change(self._records)


class RecordsAtHand(OfficeRecords):
    """An office's rows; what every verb asks for is kept at hand, so that nobody else may write meanwhile."""

    def __init__(self, records: OfficeRecords) -> None:
        super().__init__(records._connection, records.office)
        self._calls: dict[int, Heard] = {}
        """What boards answered about the calls of this story, by the number of their row."""
        self._call_rows: dict[int, JournalRow] = {}

    def hold_office(self) -> Head:
        """The newest row; the transaction around the story holds the office's turn."""
        return self._newest

    def append(self, head: Head, row: JournalRow) -> Head:
        """Write the next row and move the head."""
        self._newest = super().append(head, row)
        if row.move in CALLS:
            self._calls[row.seq] = UNHEARD
            self._call_rows[row.seq] = row
        return self._newest

    def seq(self) -> int:
        """The number of the newest row; 0 before the first."""
        return self._newest.seq

    def call_numbered(self, seq: int) -> JournalRow | None:
        """The call or recall of this row, which a board may answer; None where the row is none."""
        return self._call_rows.get(seq) or super().call_numbered(seq)

    def heard(self, seqs: Iterable[int]) -> dict[int, Heard]:
        """What boards answered about these calls."""
        asked = list(seqs)
        if not all(seq in self._calls for seq in asked):
            return super().heard(asked)
        return {seq: self._calls[seq] for seq in asked if self._calls[seq] != UNHEARD}

    def mark_heard(self, seq: int, column: str, now: datetime) -> None:
        """Remember the first board that answered `shown_at` or `sounded_at` for a call."""
        super().mark_heard(seq, column, now)
        if seq in self._calls and getattr(self._calls[seq], column) is None:
            self._calls[seq] = replace(self._calls[seq], **{column: now})

    def open_day(self) -> OfficeDay | None:
        """The day that is open now, if one is."""
        return self._day

    def begin_day(self, day: date, now: datetime) -> None:
        """Open a day, or open again one that was closed."""
        super().begin_day(day, now)
        self._day = super().open_day()

    def end_day(self, day: date, now: datetime) -> None:
        """Close a day."""
        super().end_day(day, now)
        self._day = None

    def seats(self) -> list[Seat]:
        """Which officer sits at which counter."""
        return self._seats

    def sit(self, counter: int, officer: int, since: datetime) -> None:
        """Give a counter to an officer."""
        super().sit(counter, officer, since)
        self._seats = super().seats()

    def stand_up(self, counter: int) -> None:
        """Free a counter."""
        super().stand_up(counter)
        self._seats = super().seats()

    def ticket(self, ticket_id: int) -> Ticket:
        """The ticket with this id, or `unknown_ticket`."""
        return self._open.get(ticket_id) or super().ticket(ticket_id)

    def open_tickets(self) -> list[Ticket]:
        """Every ticket that is not over, oldest first."""
        return sorted(self._open.values(), key=lambda ticket: ticket.id)

    def waiting(self) -> list[Ticket]:
        """Every waiting ticket, oldest first."""
        return [ticket for ticket in self.open_tickets() if ticket.state is State.WAITING]

    def open_at(self, counter: int) -> Ticket | None:
        """The ticket that is called to, or served at, the counter."""
        return next((t for t in self._open.values() if t.counter == counter and t.state in AT_A_COUNTER), None)

    def add_ticket(self, ticket: Ticket) -> int:
        """Store a new ticket and return its id."""
        number = super().add_ticket(ticket)
        self._open[number] = replace(ticket, id=number)
        return number

    def change_ticket(self, before: Ticket, after: Ticket) -> None:
        """Store a moved ticket; if it is no longer as `before`, refuse with `ticket_changed`."""
        super().change_ticket(before, after)
        self._open.pop(after.id, None)
        if after.state in OPEN:
            self._open[after.id] = after

    @cached_property
    def _newest(self) -> Head:
        return super().hold_office()

    @cached_property
    def _day(self) -> OfficeDay | None:
        return super().open_day()

    @cached_property
    def _seats(self) -> list[Seat]:
        return super().seats()

    @cached_property
    def _open(self) -> dict[int, Ticket]:
        return {ticket.id: ticket for ticket in super().open_tickets()}
