"""The rights of those whose data stand here (UU 27/2022), and the end of what is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

from shared.database import OfficeRecords
from shared.database.records.complaints import StoredComplaint
from shared.database.records.rights import RightRequest
from shared.database.records.visitors import Consent, StoredVisitor
from shared.domain.guest_book.consent import PURPOSES, in_force
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.book import Book
from shared.front_desk.complaints import erase_words, registered, words_of
from shared.front_desk.desk import Desk, Work, verb

Right = Literal["export", "correct", "restrict", "withdraw", "erase"]
ANSWERED_WITHIN = timedelta(hours=72)
"""3 x 24 hours, in hours and not in working days (UU 27/2022 Pasal 30, 32, 40, 41)."""
AT_ONCE = 50
"""Visitors that are erased in one turn of the office: nobody at the kiosk waits for the new year's forgetting."""
WORKED_DAYS = 5
WORDS_KEPT = timedelta(days=365)
"""Comments, staff's remarks and complaints that nobody ended: a year, whatever became of them (faults.md 4.1)."""
LONGEST_HOLIDAY = timedelta(days=30)
"""No office is closed for longer; after more silence the machine's date is nobody's word."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a retention run did or would do: how many visitors, and up to which day."""

    visitors: int
    before: date


def visitor_of(records: OfficeRecords, ticket: int) -> StoredVisitor | None:
    """Whoever wrote in the guest book at this visit, or else linked a complaint to it; the last one, if erased."""
    entry = records.entry_of_ticket(ticket)
    visitors = [entry.visitor if entry else None, *(one.visitor for one in records.complaints_of_ticket(ticket))]
    found = [visitor for name in visitors if name and (visitor := records.visitor(name))]
    return next((visitor for visitor in found if visitor.erased_at is None), found[-1] if found else None)


class Rights(Desk):
    """Verbs for visitors' rights. Whoever holds the ticket's link asks; a manager answers."""

    @verb()
    def ask_right(self, work: Work, ticket_id: int, kind: Right) -> RightRequest:
        """Write a request down, with its deadline; the same request twice is one. Refuses `nothing_stored`."""
        visitor = self._whose(work, ticket_id)
        standing = [r for r in work.records.right_requests(visitor.id) if r.kind == kind and r.done_at is None]
        if not standing:
            work.records.add_right_request(visitor.id, kind, work.now, work.now + ANSWERED_WITHIN)
            self._note(work, ticket_id, f"asks_{kind}")
            standing = [r for r in work.records.right_requests(visitor.id) if r.kind == kind and r.done_at is None]
        return standing[0]

    @verb(Role.MANAGER)
    def export_visitor(self, work: Work, ticket_id: int) -> dict[str, Any]:
        """Everything that stands here of one visitor, and who looked at it (Pasal 32). Looking is written down too."""
        visitor = self._whose(work, ticket_id)
        work.records.log_read(work.actor, "export", visitor.id, "request", work.now)
        tickets = sorted({ticket_id, *work.records.tickets_of_visitor(visitor.id)})
        for complaint in self._linked(work, visitor, ticket_id):
            if complaint.visitor != visitor.id:
                work.records.log_read(work.actor, "export", complaint.visitor, "request", work.now)
        names = work.records.names()
        told = {
            "complaints": [told for ticket in tickets for told in self._complaints(work, ticket)],
            "visits": self._visits_of(work.records, visitor),
            "consents": [asdict(consent) for consent in work.records.consents_of(visitor.id)],
            "requests": [asdict(request) for request in work.records.right_requests(visitor.id)],
            "reads": [
                asdict(read) | {"actor": names.get(read.actor or 0)} for read in work.records.reads_of(visitor.id)
            ],
        }
        work.records.finish_requests(visitor.id, "export", work.now, work.actor)
        return told

    @verb()
    def withdraw_consent(self, work: Work, ticket_id: int, purpose: str, language: str) -> None:
        """Take a consent back at once; whoever holds the link may (Pasal 40)."""
        if purpose not in PURPOSES:
            raise Refusal("unknown_purpose", purpose=purpose)
        visitor = self._whose(work, ticket_id)
        stands = {consent.purpose: consent.given for consent in work.records.consents_of(visitor.id)}
        if stands.get(purpose):
            text = in_force(purpose, office_day(work.now, self.office.time_zone))
            taken_back = Consent(
                purpose=purpose,
                given=False,
                version=text.version,
                text_hash=text.hash_in(language),
                at=work.now,
                channel="phone",
                language=language,
            )
            work.records.add_consent(visitor.id, taken_back)
            self._note(work, ticket_id, "withdraw")
            work.keys_changed = True
        work.records.finish_requests(visitor.id, "withdraw", work.now, work.actor)

    @verb(Role.MANAGER)
    def restrict_visitor(self, work: Work, ticket_id: int, restricted: bool) -> None:
        """Stop every use of a visitor's data but keeping it, or allow it again (Pasal 41).

        The words of the complaints that they linked to their visits are theirs too.
        """
        visitor = self._whose(work, ticket_id)
        for whose in {visitor.id, *(complaint.visitor for complaint in self._linked(work, visitor, ticket_id))}:
            work.records.change_visitor(whose, restricted_at=work.now if restricted else None)
        work.records.finish_requests(visitor.id, "restrict", work.now, work.actor)
        self._note(work, ticket_id, "restrict" if restricted else "unrestrict")
        work.keys_changed = True

    @verb(Role.MANAGER)
    def erase_visitor(self, work: Work, ticket_id: int) -> None:
        """Destroy the visitor's key: every seal of theirs is noise from now on, in every copy (Pasal 43, 44).

        The complaints that they linked to the visit go with it, each with its own key.
        """
        visitor = self._whose(work, ticket_id)
        for complaint in self._linked(work, visitor, ticket_id):
            if complaint.sealed is not None:
                erase_words(work, complaint)
        work.records.erase_visitor(visitor.id, work.now)
        work.records.finish_requests(visitor.id, None, work.now, work.actor)
        self._note(work, ticket_id, "erase")
        work.keys_changed = True

    @verb()
    def forget_due(self, work: Work, *, dry_run: bool = False, date_is_right: bool = False) -> Forgotten:
        """Erase visitors whose time is over, at most `AT_ONCE` in one turn: `keeps_days` after their last visit or the
        end of their complaint, and the end of the year for those who agreed to be asked for the SKD. A machine that
        may have the wrong date forgets nobody, unless somebody at its keyboard says that `date_is_right`.
        """
        today = office_day(work.now, self.office.time_zone)
        before = today - timedelta(days=self.office.guest_book.keeps_days)
        if not (date_is_right or knows_the_date(work.records, today, suspect=work.suspect)):
            return Forgotten(0, before)
        over = self._over(work.records, before, today)
        if dry_run:
            return Forgotten(len(over), before)
        work.records.drop_comments_before(today - WORDS_KEPT)
        work.records.drop_notes_before(today - WORDS_KEPT)
        if not over:
            return Forgotten(0, before)
        for visitor in over[:AT_ONCE]:
            work.records.erase_visitor(visitor, work.now)
        facts = {"visitors": len(over[:AT_ONCE]), "before": before.isoformat()}
        work.note("forget", day=today, actor=work.actor, facts=facts)
        work.keys_changed = True
        return Forgotten(len(over[:AT_ONCE]), before)

    def _over(self, records: OfficeRecords, before: date, today: date) -> list[str]:
        """Whose time is over; not those who agreed to be SKD respondents, until their year is."""
        panel = records.survey_panel()
        due = records.visitors_last_seen_before(before) | records.complaints_ended_before(before)
        due |= records.requests_over_before(before)
        due |= records.complaints_made_before(today - WORDS_KEPT)
        return [visitor for visitor, seen in due.items() if visitor not in panel or seen.year != today.year]

    def _visits_of(self, records: OfficeRecords, visitor: StoredVisitor) -> list[dict[str, Any]]:
        """What was answered at each visit of this visitor, and what data they needed, oldest first."""
        book = Book(records, self.parts.vault)
        visits = []
        for entry in records.entries_of_visitor(visitor.id):
            number = records.ticket(entry.ticket).label if entry.ticket else None
            said = {"answers": book.answers(entry), "needs": book.needs(entry)}
            visits.append({"number": number, "day": entry.day.isoformat(), **said})
        return visits

    def _whose(self, work: Work, ticket_id: int) -> StoredVisitor:
        visitor = visitor_of(work.records, work.records.ticket(ticket_id).id)
        if visitor is None or visitor.erased_at is not None:
            raise Refusal("nothing_stored")
        return visitor

    def _linked(self, work: Work, visitor: StoredVisitor, ticket_id: int) -> list[StoredComplaint]:
        """The complaints that a visitor linked to any of their visits."""
        tickets = sorted({ticket_id, *work.records.tickets_of_visitor(visitor.id)})
        return [complaint for ticket in tickets for complaint in work.records.complaints_of_ticket(ticket)]

    def _complaints(self, work: Work, ticket_id: int) -> list[dict[str, Any]]:
        """What was linked to the visit, in words."""
        linked = work.records.complaints_of_ticket(ticket_id)
        found = [registered(work.records, self.office, stored, work.now) for stored in linked]
        return [
            {
                "kind": one.stored.kind,
                "state": one.state,
                "received_at": one.stored.received_at,
                **words_of(work.records, self.parts.vault, one),
            }
            for one in found
        ]

    def _note(self, work: Work, ticket_id: int, reason: str, **facts: Any) -> None:
        """The journal keeps that a right was used, on the day of the visit, and nothing of what it was about."""
        ticket = work.records.ticket(ticket_id)
        work.note(
            "right", day=ticket.day, ticket=ticket.id, leg=ticket.leg, actor=work.actor, reason=reason, facts=facts
        )


def knows_the_date(records: OfficeRecords, today: date, *, suspect: bool) -> bool:
    """Whether the date can be believed: no step of the clock, and the office was at work on several days before it,
    none of them long after the one before. A machine that boots into another year makes one such day, not five.
    """
    days = [today, *records.latest_days(WORKED_DAYS)]
    gaps = (later - earlier for later, earlier in pairwise(days))
    return not suspect and len(days) > 1 and all(gap < LONGEST_HOLIDAY for gap in gaps)
