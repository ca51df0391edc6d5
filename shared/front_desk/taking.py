"""Taking a number, leaving the line, and the paper that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import State, Ticket, take
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work, ticket_verb
from shared.front_desk.expected_wait import ExpectedWaits
from shared.front_desk.guest_book import written_under


class Taking(Desk):
    """Verbs of the visitor's side."""

    @ticket_verb(Role.KIOSK, Role.OFFICER, Role.MANAGER)
    def take(
        self, work: Work, service: str, language: str, priority: bool, pages: str, book: str | None = None
    ) -> Ticket:
        """Issue the next number of a service; the slip goes to the printer's outbox in the same transaction.

        `pages` is what the addresses of tickets begin with on the host that was asked: the slip's code adds the token.
        `book` is the key under which this visitor wrote the guest book before, where the office asks for that first.
        Refuses `no_walk_ins`, `unknown_service`, `no_number_given`, `office_closed` (with the reason and the next
        opening) and `quota_reached`.
        """
        return self._issue(work, service, language, priority, pages, book)

    def _issue(
        self, work: Work, service: str, language: str, priority: bool, pages: str, book: str | None = None
    ) -> Ticket:
        """What `take` does, for every verb that gives a place in line: the same rules for everybody."""
        if not self.office.takes_walk_ins:
            raise Refusal("no_walk_ins")
        wanted = self.office.service(service)
        if not wanted.has_line:
            raise Refusal("no_number_given", service=wanted.code)
        self._refuse_when_closed(work.now)
        day = work.today()
        if wanted.quota is not None and work.records.issued_on(day, wanted.code) >= wanted.quota:
            raise Refusal("quota_reached", service=wanted.code)
        new = Ticket(
            id=0,
            day=day,
            series=wanted.code,
            number=work.records.next_number(day, wanted.code),
            service=wanted.code,
            state=State.WAITING,
            issued_at=work.now,
            registered_at=work.now,
            language=language,
            priority=priority,
            taken_by=work.actor,
        )
        issued = take(new)
        ticket = work.journal(replace(issued, facts={**issued.facts, **self._told(work, new)}))
        if book is not None:
            self._bring_entry(work, ticket, book)
        if self.parts.settings.printer_url is not None:
            work.add_slip(ticket.id, pages)
        return ticket

    @ticket_verb()
    def leave(self, work: Work, ticket_id: int) -> Ticket:
        """The visitor leaves the line; whoever holds the link may do so."""
        ticket = work.records.ticket(ticket_id)
        if ticket.state is State.CANCELLED:
            return ticket
        return work.journal(ticket.move("cancel", work.now, reason="visitor"))

    @ticket_verb(Role.OFFICER)
    def cancel(self, work: Work, ticket_id: int) -> Ticket:
        """Staff take a visitor out of the line."""
        return work.journal(work.records.ticket(ticket_id).move("cancel", work.now, by=work.actor, reason="staff"))

    @ticket_verb(Role.OFFICER, Role.MANAGER)
    def print_again(self, work: Work, ticket_id: int, pages: str) -> Ticket:
        """Another slip for the same number, marked as a copy; never a new number."""
        ticket = work.records.ticket(ticket_id)
        if self.parts.settings.printer_url is None:
            raise Refusal("no_printer")
        copy = work.records.has_slip(ticket.id)
        work.add_slip(ticket.id, pages, copy=copy)
        return ticket

    def token_of(self, ticket: Ticket) -> str:
        """The ticket's opaque link token."""
        return self.parts.keys.ticket_token(self.office.code, ticket.id, ticket.issued_at)

    def _told(self, work: Work, new: Ticket) -> dict[str, Any]:
        """The expected wait of this moment, so that it can be held against the truth (seconds, from and to)."""
        told = ExpectedWaits(work.records, self.office, work.now, [new.service]).of_newcomer(new)
        return {"told": [told.low, told.high]} if told else {}

    def _bring_entry(self, work: Work, ticket: Ticket, key: str) -> None:
        """The entry that was written first belongs to the place in line from now on."""
        entry = written_under(work, self.caller, key)
        if entry is None or entry.ticket is not None:
            return
        work.records.keep_entry(entry.id, ticket=ticket.id, service=None)
        items = sorted(Book(work.records, self.parts.vault).answered(entry))
        facts = {"items": items, "channel": entry.channel}
        work.note("guest_book", ticket=ticket.id, leg=ticket.leg, actor=work.actor, facts=facts)

    def _refuse_when_closed(self, now: datetime) -> None:
        if self.parts.settings.always_open:
            return
        opening = self.office.hours.at(now, self.office.time_zone)
        if not opening.gives_numbers:
            raise Refusal("office_closed", reason=opening.reason, name=opening.name, opens_at=opening.opens_at)
