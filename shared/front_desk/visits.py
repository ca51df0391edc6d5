"""The visit record: what the visitor wrote, read with a trace; and what data they needed (SKD Blok III)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.database.records.visitors import StoredEntry, StoredVisitor
from shared.domain.guest_book.copy_sheet import Line, copy_sheet
from shared.domain.guest_book.needs import need_of
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import Ticket
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work, verb

READ_REASONS = ("serving", "copying", "request")
MOST_NEEDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRecord:
    """What is known of a visit, opened for whoever was named in the read log."""

    answers: Mapping[str, Any]
    needs: list[dict[str, Any]]
    copy_sheet: list[Line]


class Visits(Desk):
    """Verbs of the visit record."""

    @verb(Role.OFFICER, Role.MANAGER)
    def read_visit(self, work: Work, ticket_id: int, reason: str) -> VisitRecord:
        """Open a visitor's entry and needs. Who looked, when and why is written down (UU 27/2022 Pasal 31).

        Refuses `restricted` where the visitor asked that nobody use their data, unless it is to answer their request.
        """
        if reason not in READ_REASONS:
            raise Refusal("unknown_reason", reason=reason)
        ticket = work.records.ticket(ticket_id)
        entry = work.records.entry_of_ticket(ticket.id)
        if entry is not None and entry.visitor is not None:
            known = work.records.visitor(entry.visitor)
            if known is not None and known.restricted_at is not None:
                self._refuse_unless_asked(reason)
            work.records.log_read(work.actor, "visit", entry.visitor, reason, work.now)
        book = Book(work.records, self.parts.vault)
        answers = book.answers(entry)
        registration = next((s.registration for s in self.office.services if s.code == ticket.service), "Lainnya")
        return VisitRecord(answers=answers, needs=book.needs(ticket.id), copy_sheet=copy_sheet(answers, registration))

    @verb(Role.OFFICER, Role.MANAGER)
    def record_need(self, work: Work, ticket_id: int, position: int, answers: Mapping[str, object]) -> None:
        """Write down one need of data, or write it anew; nothing is filled in by the program.

        Refuses what `need_of` refuses, `no_needs` for a service that records none, and `erased`.
        """
        ticket = work.records.ticket(ticket_id)
        if not self.office.service(ticket.service).records_needs or not 1 <= position <= MOST_NEEDS:
            raise Refusal("no_needs", service=ticket.service)
        written = need_of(answers, work.now.astimezone(self.office.time_zone).date())
        book = Book(work.records, self.parts.vault)
        visitor = self._sealed_for(work, book, ticket_id) if written.sealed else None
        place = {"leg": ticket.leg, "officer": work.actor, "written_at": work.now}
        book.keep_need(written, visitor, ticket.id, position, **place)
        self._note_need(work, ticket, {"position": position})

    @verb(Role.OFFICER, Role.MANAGER)
    def drop_need(self, work: Work, ticket_id: int, position: int) -> None:
        """Take a need back that was written down by mistake."""
        ticket = work.records.ticket(ticket_id)
        work.records.drop_need(ticket.id, position)
        self._note_need(work, ticket, {"position": position, "dropped": True})

    def _refuse_unless_asked(self, reason: str) -> None:
        if reason != "request" or self.person is None or not self.person.may(Role.MANAGER):
            raise Refusal("restricted")

    def _note_need(self, work: Work, ticket: Ticket, facts: dict[str, Any]) -> None:
        """The journal keeps that something was written down, and never what."""
        work.note("need", day=ticket.day, ticket=ticket.id, leg=ticket.leg, actor=work.actor, facts=facts)

    def _sealed_for(self, work: Work, book: Book, ticket: int) -> StoredVisitor:
        """The visitor under whose key the words are sealed; one of whom nothing else is known where nobody wrote."""
        entry: StoredEntry | None = work.records.entry_of_ticket(ticket)
        known = work.records.visitor(entry.visitor) if entry and entry.visitor else None
        if known is not None and known.erased_at is not None:
            raise Refusal("erased")
        if known is not None:
            return known
        visitor = book.new_visitor(work.now)
        place = {"ticket": ticket, "day": work.records.ticket(ticket).day, "form": "skd", "answers": {}}
        fresh = place | {"channel": "officer", "language": "id", "written_at": work.now}
        work.records.keep_entry(entry.id if entry else None, visitor=visitor.id, **({} if entry else fresh))
        return visitor
