"""A visitor who has been here before: found by phone or e-mail, believed only once they have said so themselves.

Nobody is shown what an earlier visitor wrote. On the visitor's own phone only whoever typed name and contact as they
stand is asked; the officer asks the person. At the kiosk nothing is looked up: anybody can type a number there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Literal

from shared.database import OfficeRecords
from shared.database.records.visitors import StoredEntry, StoredVisitor
from shared.domain.guest_book.returning import is_same_person, may_be_asked, with_earlier
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import Ticket
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work, verb
from shared.vault import Unreadable

Confirmed = Literal["phone", "officer"]
RETURNING = "returning"
"""The journal's word: `phone` or `officer` where two visits were found to be one person's, `another` where not."""


@dataclass(frozen=True, slots=True)
class _Today:
    """The visit of today, and who wrote of it."""

    ticket: Ticket
    entry: StoredEntry
    visitor: StoredVisitor
    answers: dict[str, Any]


class Returning(Desk):
    """Verbs that make one visitor of two visits."""

    def may_use_earlier_answers(self, ticket_id: int) -> bool:
        """Whether the visitor with this link is asked if their earlier answers shall be used."""
        return self.reading(lambda records: bool(self._named_alike(records, self._of_today(records, ticket_id))))

    @verb()
    def use_earlier_answers(self, work: Work, ticket_id: int) -> list[str]:
        """The holder of the link says that they are the earlier visitor. Returns the items that are answered now.

        Refuses `no_earlier_answers`, for a known number with another name as for an unknown one, and `day_over`.
        """
        found = self._of_today(work.records, ticket_id)
        earlier = self._named_alike(work.records, found)
        if found is None or not earlier:
            raise Refusal("no_earlier_answers")
        return self._join(work, found, earlier, "phone")

    def may_have_been_here(self, ticket_id: int) -> date | None:
        """The day of an earlier visit with the same phone or e-mail, for the officer who can ask; None without one."""

        def earlier_day(records: OfficeRecords) -> date | None:
            found = self._of_today(records, ticket_id)
            one = self._first_marked(records, found)
            return records.entries_of_visitor(one.id)[-1].day if one else None

        return self.reading(earlier_day)

    @verb(Role.OFFICER, Role.MANAGER)
    def open_earlier_name(self, work: Work, ticket_id: int) -> str:
        """The name that the earlier visitor gave, so that the officer can ask for it; the look is written down."""
        one = self._first_marked(work.records, self._of_today(work.records, ticket_id))
        if one is None:
            raise Refusal("no_earlier_answers")
        work.records.log_read(work.actor, RETURNING, one.id, "serving", work.now)
        return str(Book(work.records, self.parts.vault).person(one).get("name", ""))

    @verb(Role.OFFICER, Role.MANAGER)
    def settle_returning(self, work: Work, ticket_id: int, same: bool) -> list[str]:
        """The officer has asked: it is the same person, or another. Returns the items that are answered now."""
        found = self._of_today(work.records, ticket_id)
        one = self._first_marked(work.records, found)
        if found is None or one is None:
            raise Refusal("no_earlier_answers")
        if same:
            return self._join(work, found, [one], "officer")
        self._note_returning(work, found.ticket, "another")
        return sorted(found.answers)

    def _of_today(self, records: OfficeRecords, ticket_id: int) -> _Today | None:
        """The visit, if somebody wrote of it whose data may be used and it is still the day of it."""
        ticket, day = records.ticket(ticket_id), records.open_day()
        if day is None or ticket.day != day.day:
            raise Refusal("day_over", number=ticket.label)
        entry = records.entry_of_ticket(ticket_id)
        visitor = records.visitor(entry.visitor) if entry and entry.visitor else None
        if entry is None or visitor is None or not _may_be_used(visitor):
            return None
        answers = Book(records, self.parts.vault).answers(entry)
        return _Today(ticket, entry, visitor, answers) if may_be_asked(answers, ticket.day) else None

    def _marked(self, records: OfficeRecords, found: _Today | None) -> list[StoredVisitor]:
        """Others who gave the same phone or e-mail and whose data may be used, newest first."""
        if found is None:
            return []
        marked = records.visitors_marked(*records.marks_of(found.visitor.id))
        others = [one for one in marked if one.id != found.visitor.id and _may_be_used(one)]
        return [one for one in others if records.entries_of_visitor(one.id)]

    def _first_marked(self, records: OfficeRecords, found: _Today | None) -> StoredVisitor | None:
        """The newest of them, unless an officer has heard already that it is another."""
        marked = self._marked(records, found)
        rows = records.rows_of_ticket(found.ticket.id) if found and marked else []
        return (
            None if any((row.move, row.reason) == (RETURNING, "another") for row in rows) else next(iter(marked), None)
        )

    def _named_alike(self, records: OfficeRecords, found: _Today | None) -> list[StoredVisitor]:
        """Those of them who also gave the same name."""
        book = Book(records, self.parts.vault)
        return [
            one for one in self._marked(records, found) if found and is_same_person(found.answers, _known(book, one))
        ]

    def _join(self, work: Work, found: _Today, earlier: list[StoredVisitor], how: Confirmed) -> list[str]:
        """One person, one key: the visits of today and of before belong to the same visitor from now on."""
        book, kept = Book(work.records, self.parts.vault), earlier[0]
        latest = book.answers(work.records.entries_of_visitor(kept.id)[-1])
        person = dict(chain.from_iterable(book.person(one).items() for one in reversed(earlier)))
        asked = {item.name for item in self.office.guest_book.items(found.entry.form)}
        written = with_earlier(found.answers, person, latest, asked, found.ticket.day)
        for other in (found.visitor, *earlier[1:]):
            book.hand_over(other, kept, work.now)
        book.keep(written, kept, found.entry.id, work.now, found.ticket.day)
        work.records.log_read(work.actor, RETURNING, kept.id, how, work.now)
        self._note_returning(work, found.ticket, how, joined=len(earlier), items=sorted(written.answers))
        work.keys_changed = True
        return sorted(written.answers)

    def _note_returning(self, work: Work, ticket: Ticket, reason: str, **facts: Any) -> None:
        place = {"ticket": ticket.id, "leg": ticket.leg, "actor": work.actor}
        work.note(RETURNING, day=ticket.day, reason=reason, facts=facts, **place)


def _may_be_used(visitor: StoredVisitor) -> bool:
    return visitor.erased_at is None and visitor.restricted_at is None and visitor.wrapped is not None


def _known(book: Book, visitor: StoredVisitor) -> dict[str, Any]:
    """Name and contact of a visitor; none where the seal does not open."""
    try:
        return book.person(visitor)
    except Unreadable:
        return {}
