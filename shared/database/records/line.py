"""Tickets, numbers, counters and the office day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from shared.database import tables
from shared.database.records.base import Records, has_number
from shared.domain.refusal import Refusal
from shared.domain.ticket import AT_A_COUNTER, OPEN, State, Ticket

_TICKET = [column for column in tables.ticket.c if column.name != "office"]
_NAMES = [column.name for column in _TICKET]


@dataclass(frozen=True, slots=True)
class Seat:
    """An officer at a counter since a moment."""

    counter: int
    officer: int
    since: datetime


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """A day of the office; open until `closed_at`."""

    day: date
    opened_at: datetime
    closed_at: datetime | None


class LineRecords(Records):
    """Who waits, who is called, who sits where."""

    def ticket(self, ticket_id: int) -> Ticket:
        """The ticket with this id, or `unknown_ticket`."""
        row = self._connection.execute(
            select(*_TICKET).where(self._here(tables.ticket), has_number(tables.ticket.c.id, ticket_id))
        ).first()
        if row is None:
            raise Refusal("unknown_ticket")
        return _ticket(row)

    def numbered(self, day: date, label: str) -> Ticket:
        """The ticket with this number on that day, or `unknown_ticket`."""
        letters, _, digits = label.strip().upper().rpartition("-")
        number = int(digits) if digits.isdecimal() and len(digits) <= 9 else 0  # noqa: PLR2004 # a number fits a column
        where = (
            tables.ticket.c.day == day,
            tables.ticket.c.series == letters,
            tables.ticket.c.number == number,
        )
        row = self._connection.execute(select(*_TICKET).where(self._here(tables.ticket), *where)).first()
        if row is None:
            raise Refusal("unknown_ticket")
        return _ticket(row)

    def all_tickets(self) -> list[Ticket]:
        """Every ticket ever; for the checker."""
        return self._tickets()

    def open_tickets(self) -> list[Ticket]:
        """Every ticket that is not over, oldest first."""
        return self._tickets(tables.ticket.c.state.in_([state.value for state in OPEN]))

    def waiting(self) -> list[Ticket]:
        """Every waiting ticket, oldest first; `calling_order` puts them in line."""
        return self._tickets(tables.ticket.c.state == State.WAITING.value)

    def tickets_of(self, day: date, states: Iterable[State] = State) -> list[Ticket]:
        """The tickets of one day in one of the states, oldest first."""
        return self._tickets(tables.ticket.c.day == day, tables.ticket.c.state.in_([state.value for state in states]))

    def open_at(self, counter: int) -> Ticket | None:
        """The ticket that is called to, or served at, the counter."""
        found = self._tickets(
            tables.ticket.c.counter == counter,
            tables.ticket.c.state.in_([state.value for state in AT_A_COUNTER]),
        )
        return found[0] if found else None

    def issued_on(self, day: date, service: str) -> int:
        """How many numbers a service has given on a day."""
        counted = select(func.count()).where(
            self._here(tables.ticket), tables.ticket.c.day == day, tables.ticket.c.series == service
        )
        return int(self._connection.execute(counted).scalar_one())

    def next_number(self, day: date, series: str) -> int:
        """Count the series of the day one further; gapless because the ticket commits with it."""
        row = {"office": self.office, "day": day, "series": series, "last": 1}
        kind = postgresql_insert if self._connection.dialect.name == "postgresql" else sqlite_insert
        counted = (
            kind(tables.series)
            .values(row)
            .on_conflict_do_update(index_elements=["office", "day", "series"], set_={"last": tables.series.c.last + 1})
            .returning(tables.series.c.last)
        )
        return int(self._connection.execute(counted).scalar_one())

    def add_ticket(self, ticket: Ticket) -> int:
        """Store a new ticket and return its id."""
        values = _columns(ticket)
        del values["id"]
        stored = insert(tables.ticket).returning(tables.ticket.c.id)
        return int(self._connection.execute(stored, {**values, "office": self.office}).scalar_one())

    def change_ticket(self, before: Ticket, after: Ticket) -> None:
        """Store a moved ticket; if it is no longer as `before`, refuse with `ticket_changed`."""
        same = (tables.ticket.c.id == before.id, tables.ticket.c.version == before.version)
        changed = update(tables.ticket).where(self._here(tables.ticket), *same)
        if self._connection.execute(changed, _columns(after)).rowcount != 1:
            raise Refusal("ticket_changed", number=before.label)

    def seats(self) -> list[Seat]:
        """Which officer sits at which counter."""
        rows = select(tables.seat.c.counter, tables.seat.c.officer, tables.seat.c.since).where(self._here(tables.seat))
        return [Seat(*row) for row in self._connection.execute(rows.order_by(tables.seat.c.counter))]

    def sit(self, counter: int, officer: int, since: datetime) -> None:
        """Give a counter to an officer."""
        row = {"office": self.office, "counter": counter, "officer": officer, "since": since}
        self._connection.execute(insert(tables.seat).values(row))

    def stand_up(self, counter: int) -> None:
        """Free a counter."""
        self._connection.execute(delete(tables.seat).where(self._here(tables.seat), tables.seat.c.counter == counter))

    def tickets_between(self, first: date, last: date) -> list[Ticket]:
        """The tickets of the days within two dates, oldest first."""
        return self._tickets(tables.ticket.c.day.between(first, last))

    def served_between(self, first: date, last: date) -> dict[str, int]:
        """How many visitors of these days were served, by service: the population of a survey."""
        ticket = tables.ticket
        served = (self._here(ticket), ticket.c.day.between(first, last), ticket.c.started_at.is_not(None))
        counts = select(ticket.c.service, func.count().label("visitors")).where(*served).group_by(ticket.c.service)
        rows = self._connection.execute(counts.order_by(ticket.c.service))
        return {row.service: row.visitors for row in rows}

    def latest_days(self, many: int) -> list[date]:
        """The newest days on which the office was at work, newest first."""
        days = tables.service_day
        newest = select(days.c.day).where(self._here(days)).order_by(days.c.day.desc()).limit(many)
        return list(self._connection.execute(newest).scalars())

    def open_day(self) -> OfficeDay | None:
        """The day that is open now, if one is."""
        days = select(tables.service_day.c.day, tables.service_day.c.opened_at, tables.service_day.c.closed_at)
        row = self._connection.execute(
            days.where(self._here(tables.service_day), tables.service_day.c.closed_at.is_(None))
        ).first()
        return OfficeDay(*row) if row else None

    def house_has_open_day(self) -> bool:
        """Whether any office at all has an open day; for the clock, which they share."""
        days = select(tables.service_day.c.day).where(tables.service_day.c.closed_at.is_(None))
        return self._connection.execute(days.limit(1)).first() is not None

    def begin_day(self, day: date, now: datetime) -> None:
        """Open a day, or open again one that was closed; its judgement is forgotten then."""
        again = (
            update(tables.service_day)
            .where(self._here(tables.service_day), tables.service_day.c.day == day)
            .values(closed_at=None)
        )
        if self._connection.execute(again).rowcount == 0:
            row = {"office": self.office, "day": day, "opened_at": now}
            self._connection.execute(insert(tables.service_day).values(row))

    def end_day(self, day: date, now: datetime) -> None:
        """Close a day."""
        this = (self._here(tables.service_day), tables.service_day.c.day == day)
        self._connection.execute(update(tables.service_day).where(*this).values(closed_at=now))

    def closed_days(self, first: date, last: date) -> list[date]:
        """The closed days within two dates, oldest first."""
        days = tables.service_day
        closed = (self._here(days), days.c.day.between(first, last), days.c.closed_at.is_not(None))
        return list(self._connection.execute(select(days.c.day).where(*closed).order_by(days.c.day)).scalars())

    def _tickets(self, *where: Any) -> list[Ticket]:
        line = select(*_TICKET).where(self._here(tables.ticket), *where).order_by(tables.ticket.c.id)
        return [_ticket(row) for row in self._connection.execute(line).all()]


def _ticket(row: Row[Any]) -> Ticket:
    columns = dict(zip(_NAMES, row, strict=True))  # the line is read at every press: twice as fast as by name
    columns["state"] = State(columns["state"])
    return Ticket(**columns)


def _columns(ticket: Ticket) -> dict[str, Any]:
    return {**{name: getattr(ticket, name) for name in _NAMES}, "state": ticket.state.value}
