"""One moment of an office, judged once and then looked at from several sides."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from shared.database import OfficeRecords
from shared.domain import calling_order
from shared.domain.journal import JournalRow, standing
from shared.domain.judged_day import day_until, terms_of
from shared.domain.judged_day.logged import LoggedVisit, logged
from shared.domain.judged_day.terms import Span
from shared.domain.office import Office
from shared.domain.request import number_of
from shared.domain.service_target import DaySoFar, Visit
from shared.domain.ticket import AT_A_COUNTER, State, Ticket
from shared.front_desk.expected_wait import ExpectedWaits
from shared.web import at_office, ticket_json


class Scene:
    """The open day until `now`: its tickets, its rows, every visit with its verdict. Empty before the first verb."""

    tickets: list[Ticket]
    rows: list[JournalRow]
    visits: list[LoggedVisit]
    breaks: tuple[Span, ...]
    """When no clock runs today: published breaks and documented emergencies."""

    def __init__(self, records: OfficeRecords, office: Office, now: datetime) -> None:
        self.records = records
        self.office = office
        self.now = now
        self.day = records.open_day()
        self.tickets, self.rows, self.breaks, self.judged = [], [], (), DaySoFar([], [])
        self.limit_seconds = 0
        self.visits = []
        if self.day is not None:
            day = self.day.day
            self.tickets = records.tickets_of(day)
            self.rows = records.rows_of_days(day, day)
            terms = terms_of(office, day, self.rows)
            self.breaks = terms.hours.breaks
            self.limit_seconds = terms.promise.limit
            self.judged = day_until(self.rows, records.sounded(day), terms, now)
            self.visits = logged(self.rows, self.judged.visits, terms)
        self.names = records.names()
        self.seats = {seat.counter: seat for seat in records.seats()}
        self.line = calling_order.in_order(ticket for ticket in self.tickets if ticket.state is State.WAITING)
        self.standing = standing(self.rows)
        self._labels = {ticket.id: ticket.label for ticket in self.tickets}
        services = {ticket.service for ticket in self.line}
        self._expected = ExpectedWaits(records, office, now, services).of_line() if services else {}
        self._ahead = calling_order.ahead_of_each(self.line, office.counters)
        self._of_leg = {(logged.visit.ticket, logged.visit.leg): logged for logged in self.visits}

    def at(self, moment: datetime | None) -> str | None:
        """A moment as the office's screens write it."""
        return at_office(moment, self.office)

    def json(self, ticket: Ticket) -> dict[str, Any]:
        """The ticket as the contract writes it."""
        ahead = 0 if ticket.state in AT_A_COUNTER else self._ahead.get(ticket.id)
        return ticket_json(ticket, self.office, ahead, expected=self._expected.get(ticket.id))

    def label(self, ticket: int | None) -> str | None:
        """The number of a ticket of this day, as people read it."""
        return self._labels.get(ticket) if ticket is not None else None

    def visit_of(self, ticket: Ticket) -> LoggedVisit | None:
        """How the present leg of a ticket stands."""
        return self._of_leg.get((ticket.id, ticket.leg))

    def clock_of(self, ticket: Ticket) -> str | None:
        """When the clock of the present leg started; None while it has not."""
        logged = self.visit_of(ticket)
        return self.at(logged.visit.clock_started_at) if logged else None

    def decided_at(self, visit: Visit) -> datetime:
        """When the visitor was started; where nobody was, when something last happened to this leg."""
        rows = (row.at for row in reversed(self.standing) if (row.ticket, row.leg) == (visit.ticket, visit.leg))
        return visit.started_at or next(rows)

    def request_of(self, ticket: int) -> dict[str, Any] | None:
        """The request whose appointment brought a visitor here, by its id and its number."""
        came = (row for row in self.rows if row.move == "keep_meeting" and row.facts.get("ticket") == ticket)
        found = next((self.records.request(row.request) for row in came if row.request is not None), None)
        return {"id": found.id, "number": number_of(found.channel, found.year, found.number)} if found else None

    def person(self, number: int | None) -> dict[str, Any] | None:
        """Somebody of the staff, as screens name them."""
        return None if number is None else {"id": number, "name": self.names.get(number, "")}
