"""What one office's rows must promise, whoever wrote them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, select

from shared.database import tables
from shared.database.fsck.calendar import calendar_faults
from shared.database.fsck.judgements import judgement_faults, wait_range_faults
from shared.database.fsck.privacy import erased_faults, joined_faults, personal_faults
from shared.database.fsck.report import Violation
from shared.database.fsck.requests import request_faults
from shared.database.records import OfficeRecords
from shared.domain import calling_order
from shared.domain.journal import FIRST_HASH, JournalRow, digest, rebuild, retell
from shared.domain.ticket import AT_A_COUNTER, MOVES, OPEN, State, Ticket

EARLIEST = datetime(2015, 1, 1, tzinfo=UTC)


class OfficeRows:
    """All rows of one office."""

    def __init__(self, connection: Connection, office: str) -> None:
        self.office = office
        records = OfficeRecords(connection, office)
        self.journal = records.all_rows()
        links = select(tables.journal.c.seq, tables.journal.c.hash).where(tables.journal.c.office == office)
        self._links: dict[int, str] = {row.seq: row.hash for row in connection.execute(links)}
        self.tickets = {ticket.id: ticket for ticket in records.all_tickets()}
        self._head = records.head()
        self._records = records
        self._series = connection.execute(select(tables.series).where(tables.series.c.office == office)).all()
        self._days = connection.execute(select(tables.service_day).where(tables.service_day.c.office == office)).all()
        self._seats = connection.execute(select(tables.seat).where(tables.seat.c.office == office)).all()
        repeats = select(tables.repeat.c.key, tables.repeat.c.ticket).where(tables.repeat.c.office == office)
        self._repeats = connection.execute(repeats).all()
        self._by_ticket: dict[int, list[JournalRow]] = defaultdict(list)
        for row in self.journal:
            if row.ticket is not None and row.moves_ticket:
                self._by_ticket[row.ticket].append(row)

    def violations(self) -> Iterator[Violation]:
        """Everything that is wrong with this office's rows."""
        checks = (
            ("I-01", self._numbers()),
            ("I-04", self._told_by_the_journal()),
            ("I-04", calendar_faults(self._records, self.journal)),
            ("I-07", self._legal_moves()),
            ("I-07", request_faults(self._records)),
            ("I-09", self._one_each()),
            ("I-11", self._seated()),
            ("I-15", self._called_in_order()),
            ("I-16", self._closed_days()),
            ("I-19", judgement_faults(self._records, self.journal)),
            ("I-19", wait_range_faults(self._records)),
            ("I-17", self._gapless()),
            ("I-18", self._chained()),
            ("I-20", self._forward_in_time()),
            ("I-33", self._of_this_age()),
            ("I-24", self._repeats_lead_somewhere()),
            ("I-28", personal_faults(self.journal)),
            ("I-29", erased_faults(self._records)),
            ("I-29", joined_faults(self._records, self.journal)),
        )
        for invariant, sentences in checks:
            for sentence in sentences:
                yield Violation(invariant, self.office, sentence)

    def _numbers(self) -> Iterator[str]:
        given: dict[tuple[Any, str], list[int]] = defaultdict(list)
        for ticket in self.tickets.values():
            given[(ticket.day, ticket.series)].append(ticket.number)
        for series in self._series:
            numbers = sorted(given.pop((series.day, series.series), []))
            if numbers != list(range(1, series.last + 1)):
                yield f"series {series.series} of {series.day} counted to {series.last}, but holds {len(numbers)}"
        for (day, name), numbers in given.items():
            yield f"{len(numbers)} numbers of series {name} of {day} were given without being counted"

    def _told_by_the_journal(self) -> Iterator[str]:
        for ticket in self.tickets.values():
            rows = self._by_ticket.get(ticket.id, [])
            if len(rows) != ticket.version:
                yield f"ticket {ticket.id} has version {ticket.version} but {len(rows)} journal rows"
            elif (told := _rebuilt(rows)) != ticket:
                yield f"ticket {ticket.id} is {ticket.state.value}, but the journal tells {_difference(told, ticket)}"
        for unknown in self._by_ticket.keys() - self.tickets.keys():
            yield f"the journal tells of ticket {unknown}, which is not there"

    def _legal_moves(self) -> Iterator[str]:
        for ticket, rows in self._by_ticket.items():
            state: str | None = None
            for row in rows:
                if row.from_state != state:
                    yield f"journal row {row.seq} moves ticket {ticket} from {row.from_state}, but it was {state}"
                if row.move in MOVES and State(str(row.from_state)) not in MOVES[row.move][0]:
                    yield f"journal row {row.seq}: {row.move} is not possible from {row.from_state}"
                state = row.to_state

    def _one_each(self) -> Iterator[str]:
        for name in ("counter", "officer"):
            seen: set[int] = set()
            for ticket in self.tickets.values():
                here = getattr(ticket, name)
                if ticket.state in AT_A_COUNTER and here in seen:
                    yield f"{name} {here} has more than one visitor"
                if ticket.state in AT_A_COUNTER:
                    seen.add(here)

    def _seated(self) -> Iterator[str]:
        seats = {seat.counter: seat.officer for seat in self._seats}
        for ticket in self.tickets.values():
            if ticket.state in AT_A_COUNTER and seats.get(ticket.counter or 0) != ticket.officer:
                yield f"ticket {ticket.id} is at counter {ticket.counter}, where its officer does not sit"

    def _called_in_order(self) -> Iterator[str]:
        """A call without a reason went to the first of those who waited for the same service; by the cap on
        overtaking, to the first ordinary one among them, and only after somebody was passed.
        """
        overtaken: set[date] = set()
        try:
            for row, waiting in retell(self.journal):
                if row.facts.get("running"):
                    overtaken.add(row.day)
                ticket = waiting.get(row.ticket or 0)
                if row.move != "call" or row.reason is not None or ticket is None:
                    continue
                same = (ticket.service, ticket.wanted_counter)
                rivals = [other for other in waiting.values() if (other.service, other.wanted_counter) == same]
                if row.facts.get("turn") == "ordinary":
                    rivals = [other for other in rivals if not other.priority]
                    if row.day not in overtaken:
                        yield f"journal row {row.seq} calls ticket {ticket.id} by the cap, but nobody was passed"
                if calling_order.in_order(rivals)[0] != ticket:
                    yield f"journal row {row.seq} calls ticket {ticket.id} out of order and gives no reason"
        except Exception:  # noqa: BLE001 # rows that cannot be replayed are named by the other checks
            return

    def _of_this_age(self) -> Iterator[str]:
        """A row of 1970 comes from a machine without a clock; a row of tomorrow only `doctor` can judge."""
        for row in self.journal:
            if row.at < EARLIEST and not row.suspect:
                yield f"journal row {row.seq} was written at {row.at:%Y-%m-%d}, and nobody suspected the clock"
                return

    def _closed_days(self) -> Iterator[str]:
        closed = {day.day for day in self._days if day.closed_at is not None}
        for ticket in self.tickets.values():
            if ticket.day in closed and ticket.state in OPEN:
                yield f"ticket {ticket.id} is still {ticket.state.value}, but {ticket.day} is closed"
        if sum(day.closed_at is None for day in self._days) > 1:
            yield "more than one day is open"

    def _gapless(self) -> Iterator[str]:
        for expected, row in enumerate(self.journal, start=1):
            if row.seq != expected:
                yield f"journal row {expected} is missing"
                return
        if self._head.seq != len(self.journal):
            yield f"the journal's head says {self._head.seq}, but there are {len(self.journal)} rows"

    def _chained(self) -> Iterator[str]:
        link = FIRST_HASH
        for row in self.journal:
            link = digest(link, self.office, row)
            if link != self._links[row.seq]:
                yield f"journal row {row.seq} was changed after it was written"
                return
        if link != self._head.hash:
            yield "the journal's head does not close the chain"

    def _forward_in_time(self) -> Iterator[str]:
        for before, after in zip(self.journal, self.journal[1:], strict=False):
            if after.at < before.at:
                yield f"journal row {after.seq} lies before row {before.seq} in time"

    def _repeats_lead_somewhere(self) -> Iterator[str]:
        for repeat in self._repeats:
            if repeat.ticket is not None and repeat.ticket not in self.tickets:
                yield f"an idempotency key leads to ticket {repeat.ticket}, which is not there"


def _rebuilt(rows: Sequence[JournalRow]) -> Ticket | None:
    try:
        return rebuild(rows)
    except Exception:  # noqa: BLE001 # rows that cannot be replayed at all are what we are looking for
        return None


def _difference(told: Ticket | None, stored: Ticket) -> str:
    if told is None:
        return "nothing that can be replayed"
    names = [name for name in Ticket.__slots__ if getattr(told, name) != getattr(stored, name)]
    return ", ".join(f"{name} {getattr(told, name)}" for name in names)
