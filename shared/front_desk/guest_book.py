"""The guest book: written once, in as many steps as the visitor likes, by kiosk, phone or officer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from shared.database import OfficeRecords
from shared.database.records.visitors import Consent, StoredEntry, StoredVisitor
from shared.domain.guest_book import Entry, FormName, entry_of
from shared.domain.guest_book.consent import PURPOSES, in_force
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import Ticket
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work, verb

Channel = Literal["kiosk", "phone", "tablet", "officer"]
ROUTE = "write_guest_book"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One step of the entry: answers by item, consents by purpose. An empty answer takes an earlier one back."""

    answers: Mapping[str, object]
    consents: Mapping[str, bool] = field(default_factory=dict)
    form: FormName = "skd"
    service: str | None = None
    """What a visit without a ticket is about; its form is then the service's own."""
    channel: Channel = "kiosk"
    language: str = "id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What stands in the book now: which items are answered and which required ones are not, never with what."""

    id: int
    answered: list[str]
    missing: list[str]


def written_under(work: Work, caller: str, key: str | None) -> StoredEntry | None:
    """The entry that this caller wrote with this key; without a key every request is a new one."""
    before = key and work.records.repeat(caller, ROUTE, key)
    return work.records.entry(before.entry) if before and before.entry else None


def without_ticket(records: OfficeRecords, number: int) -> StoredEntry:
    """The entry of a visit that has no ticket, or `unknown_entry`."""
    entry = records.entry(number)
    if entry is None or entry.ticket is not None:
        raise Refusal("unknown_entry")
    return entry


def came_to_nothing(office: Office, entry: StoredEntry) -> bool:
    """Whether an entry without a ticket was begun at the kiosk by somebody who then took no place in line."""
    waits = entry.form != "reception" if entry.service is None else office.has_line(entry.service)
    return entry.channel in ("kiosk", "tablet") and waits


def drop(work: Work, entry: StoredEntry) -> None:
    """Let go of an entry that came to no visit, with whoever wrote it."""
    if entry.visitor is not None:
        work.records.erase_visitor(entry.visitor, work.now)
        work.keys_changed = True
    work.records.drop_entry(entry.id)
    work.note("guest_book", day=entry.day, actor=work.actor, reason="dropped")


def _agreed(written: Entry, said: Said, today: date) -> Said:
    """What was said, without the consent of whoever may be under 18: that is their parents' (UU 27/2022 Pasal 25)."""
    for_parents = written.is_of_minor(today)
    return replace(said, consents=dict.fromkeys(PURPOSES, False)) if for_parents else said


class GuestBook(Desk):
    """Verbs of the guest book. The queue never waits for any of them."""

    @verb()
    def write_guest_book(
        self, work: Work, ticket_id: int | None, said: Said, *, entry_id: int | None = None
    ) -> Written:
        """Add one step to the entry of a visit. Saying the same again changes nothing.

        Without a ticket it is an entry of its own, such as a reception visit's; its `request_id` makes it safe to
        repeat, and staff go on with one by its number. Refuses what `entry_of` refuses, `unknown_purpose`,
        `unknown_service`, `unknown_entry`, `day_over` once the visit's day is closed, `erased`, and for staff, who have
        `correct_entry`, `restricted` where the visitor asked that nobody use their data.
        """
        today = work.today()
        ticket = None if ticket_id is None else work.records.ticket(ticket_id)
        before = work.records.entry_of_ticket(ticket.id) if ticket else self._without_ticket(work, entry_id)
        began = ticket or before
        if began is not None and began.day != today:
            raise Refusal("day_over", number=ticket.label if ticket else "")
        form = before.form if before else self._form(said, ticket)
        book = Book(work.records, self.parts.vault)
        self._refuse_staff_where_restricted(work, before)
        known = entry_of(book.answers(before), today)
        written = entry_of({**known.answers, **said.answers}, today)
        changes_mind = self._changes_mind(work, before, _agreed(written, said, today))
        number = before.id if before else None
        if number is None or written != known or changes_mind:
            visitor = self._visitor(work, book, before, needed=bool(written.sealed or changes_mind))
            opened = {"ticket": ticket_id, "day": today, "form": form, "language": said.language}
            first = {} if before else opened | {"service": None if ticket else said.service}
            number = book.keep(written, visitor, number, work.now, today, channel=said.channel, **first)
            self._tell(work, ticket, visitor, changes_mind, said)
        if ticket is None and before is None:
            self._remember(work, number)
        answered = sorted(written.answers)
        return Written(id=number, answered=answered, missing=self.office.guest_book.missing(form, set(answered)))

    def _tell(
        self, work: Work, ticket: Ticket | None, visitor: StoredVisitor | None, consents: list[Consent], said: Said
    ) -> None:
        """Write down what was agreed to, and in the journal that something was said, never what."""
        if visitor is not None:
            for consent in consents:
                work.records.add_consent(visitor.id, consent)
                work.keys_changed |= not consent.given
        facts = {"items": sorted(said.answers), "channel": said.channel}
        work.note(
            "guest_book",
            ticket=ticket.id if ticket else None,
            leg=ticket.leg if ticket else None,
            actor=work.actor,
            facts=facts,
        )

    @verb()
    def drop_guest_book(self, work: Work) -> None:
        """Whoever began an entry without a ticket has gone away: nothing of it is kept."""
        entry = written_under(work, self.caller, self.request_id)
        if entry is not None and entry.ticket is None:
            drop(work, entry)

    def _form(self, said: Said, ticket: Ticket | None) -> FormName:
        """The form of the service that the visit is about; a guest who names none says which form it is."""
        service = ticket.series if ticket else said.service
        return self.office.service(service).form if service else said.form

    def _without_ticket(self, work: Work, number: int | None) -> StoredEntry | None:
        if number is None:
            return written_under(work, self.caller, self.request_id)
        self.require((Role.OFFICER, Role.MANAGER))
        return without_ticket(work.records, number)

    def _remember(self, work: Work, entry: int) -> None:
        if self.request_id is not None:
            work.records.remember(self.caller, ROUTE, self.request_id, "", None, work.now, entry=entry)

    def _visitor(self, work: Work, book: Book, before: StoredEntry | None, *, needed: bool) -> StoredVisitor | None:
        known = work.records.visitor(before.visitor) if before and before.visitor else None
        if known is not None and known.erased_at is not None:
            raise Refusal("erased")
        return book.new_visitor(work.now) if known is None and needed else known

    def _refuse_staff_where_restricted(self, work: Work, before: StoredEntry | None) -> None:
        visitor = work.records.visitor(before.visitor) if before and before.visitor else None
        by_staff = self.person is not None and self.person.may(Role.OFFICER, Role.MANAGER)
        if by_staff and visitor is not None and visitor.restricted_at is not None:
            raise Refusal("restricted")

    def _changes_mind(self, work: Work, before: StoredEntry | None, said: Said) -> list[Consent]:
        """Each consent that was not given, or is taken back, with the words that were read.

        What was agreed to at an earlier visit stands until it is taken back, and yet is asked anew at each visit.
        """
        stands = work.records.consents_of(before.visitor) if before and before.visitor else []
        given = {consent.purpose: consent.given for consent in stands}
        today = {c.purpose: c.given for c in stands if office_day(c.at, self.office.time_zone) == work.today()}
        return [
            Consent(
                purpose=purpose,
                given=agreed,
                version=(text := in_force(purpose, work.today())).version,
                text_hash=text.hash_in(said.language),
                at=work.now,
                channel=said.channel,
                language=said.language,
            )
            for purpose, agreed in said.consents.items()
            if (today if agreed else given).get(purpose, False) != agreed
        ]
