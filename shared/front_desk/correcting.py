"""Putting right what stands of a visit, because its visitor asks for it (UU 27/2022 Pasal 30)."""

from __future__ import annotations

from collections.abc import Mapping

from shared.database.records.visitors import StoredVisitor
from shared.domain.guest_book import entry_of
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import Ticket
from shared.front_desk.book import Book
from shared.front_desk.desk import Work, verb
from shared.front_desk.rights import ANSWERED_WITHIN, Rights


class Correcting(Rights):
    """The right that needs another's hand: staff write, and the request is done."""

    @verb(Role.OFFICER, Role.MANAGER)
    def correct_entry(self, work: Work, ticket_id: int, answers: Mapping[str, object]) -> list[str]:
        """Write down what a visitor asks to have put right (Pasal 30), and finish their request.

        A manager may on any day while the data stand, an officer on the day of the visit; whoever asks at the desk has
        asked by being there. An empty answer takes one away. Returns the items that changed; the journal keeps their
        names. Refuses what `entry_of` refuses on the day of the visit, `day_over`, `nothing_stored` and
        `officer_needed`.
        """
        visitor, entry = self._whose(work, ticket_id), work.records.entry_of_ticket(ticket_id)
        if entry is None or entry.visitor != visitor.id:
            raise Refusal("nothing_stored")
        ticket, officer = work.records.ticket(ticket_id), work.officer
        self._refuse_late_officer(work, ticket, visitor)
        book = Book(work.records, self.parts.vault)
        known = entry_of(book.answers(entry), ticket.day)
        written = entry_of({**known.answers, **answers}, ticket.day)
        asked = work.records.right_requests(visitor.id)
        if not any(one.kind == "correct" and one.done_at is None for one in asked):
            work.records.add_right_request(visitor.id, "correct", work.now, work.now + ANSWERED_WITHIN)
        names = known.answers.keys() | written.answers.keys()
        changed = sorted(name for name in names if known.answers.get(name) != written.answers.get(name))
        if changed:
            book.keep(written, visitor, entry.id, work.now, ticket.day)
        work.records.finish_requests(visitor.id, "correct", work.now, officer)
        self._note(work, ticket_id, "correct", items=changed)
        return changed

    def _refuse_late_officer(self, work: Work, ticket: Ticket, visitor: StoredVisitor) -> None:
        """Only a manager corrects on another day, or what is restricted."""
        if self.person and self.person.may(Role.MANAGER):
            return
        if ticket.day != office_day(work.now, self.office.time_zone):
            raise Refusal("day_over", number=ticket.label)
        if visitor.restricted_at is not None:
            raise Refusal("restricted")
