"""The visit record: what the visitor wrote, read with a trace; and what data they needed (SKD Blok III)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.database import OfficeRecords
from shared.database.records.visitors import StoredEntry, StoredVisitor
from shared.domain.guest_book.copy_sheet import Line, copy_sheet
from shared.domain.guest_book.needs import RecordKind, need_of
from shared.domain.journal import standing
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import Ticket
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work, verb
from shared.front_desk.guest_book import without_ticket

READ_REASONS = ("serving", "copying", "request")
MOST_NEEDS = 20


@dataclass(frozen=True, slots=True)
class WithoutNumber:
    """A visit that has no ticket, by the number of its entry."""

    entry: int


Visit = int | WithoutNumber
"""A visit by the id of its ticket, or without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRecord:
    """What is known of a visit, opened for whoever was named in the read log."""

    answers: Mapping[str, Any]
    needs: list[dict[str, Any]]
    copy_sheet: list[Line]
    consents: Mapping[str, bool]
    """What stands of each purpose that anything was ever said about."""
    legs: list[str]
    """The services of the visit in turn: a follow-on service is another leg of it."""


class Visits(Desk):
    """Verbs of the visit record."""

    @verb(Role.OFFICER, Role.MANAGER)
    def read_visit(self, work: Work, visit: Visit, reason: str) -> VisitRecord:
        """Open a visitor's entry and needs. Who looked, when and why is written down (UU 27/2022 Pasal 31).

        Refuses `restricted` where the visitor asked that nobody use their data, unless it is to answer their request.
        """
        if reason not in READ_REASONS:
            raise Refusal("unknown_reason", reason=reason)
        known = _known(work.records, visit)
        entry = known.entry
        if entry is not None and entry.visitor is not None:
            visitor = work.records.visitor(entry.visitor)
            if visitor is not None and visitor.restricted_at is not None:
                self._refuse_unless_asked(reason)
            work.records.log_read(work.actor, "visit", entry.visitor, reason, work.now)
        book = Book(work.records, self.parts.vault)
        answers = book.answers(entry)
        registration = next((s.registration for s in self.office.services if s.code == known.service), "Lainnya")
        return VisitRecord(
            answers=answers,
            needs=book.needs(entry),
            copy_sheet=copy_sheet(answers, registration),
            consents=_consents(work.records, entry),
            legs=known.legs,
        )

    @verb(Role.OFFICER, Role.MANAGER)
    def record_need(
        self, work: Work, visit: Visit, position: int, answers: Mapping[str, object], *, leg: int | None = None
    ) -> None:
        """Write down one need of data, or write it anew; nothing is filled in by the program.

        A need belongs to one leg, the present one where none is named, and stays there when it is written anew.
        Refuses what `need_of` refuses, `no_needs` for a service that records none, and `erased`.
        """
        known = _known(work.records, visit)
        leg = _leg_of(work.records, known.entry, position) or leg or len(known.legs)
        service = known.legs[leg - 1] if 1 <= leg <= len(known.legs) else None
        kind = self._kind_of_record(service)
        if kind is None or not 1 <= position <= MOST_NEEDS:
            raise Refusal("no_needs", service=service)
        written = need_of(answers, work.now.astimezone(self.office.time_zone).date(), kind)
        book = Book(work.records, self.parts.vault)
        visitor = self._sealed_for(work, book, known.entry) if written.sealed else None
        entry = self._entry_for(work, known, visitor)
        place = {"leg": leg, "officer": work.actor, "written_at": work.now}
        book.keep_need(written, visitor, entry, position, **place)
        self._note_need(work, known, {"position": position})

    @verb(Role.OFFICER, Role.MANAGER)
    def drop_need(self, work: Work, visit: Visit, position: int) -> None:
        """Take a need back that was written down by mistake. Where none stands, nothing is journaled."""
        known = _known(work.records, visit)
        if known.entry is not None and _leg_of(work.records, known.entry, position) is not None:
            work.records.drop_need(known.entry.id, position)
            self._note_need(work, known, {"position": position, "dropped": True})

    @verb(Role.OFFICER, Role.MANAGER)
    def meet_guest(self, work: Work, number: int) -> None:
        """A guest who takes no number has been met; the first to say so is remembered by the journal."""
        entry = without_ticket(work.records, number)
        if entry.met_at is None:
            work.records.keep_entry(entry.id, met_at=work.now)
            work.note("guest_met", day=entry.day, actor=work.actor, facts={"entry": entry.id})

    def _refuse_unless_asked(self, reason: str) -> None:
        if reason != "request" or self.person is None or not self.person.may(Role.MANAGER):
            raise Refusal("restricted")

    def _kind_of_record(self, service: str | None) -> RecordKind | None:
        return self.office.service(service).record if service else None

    def _note_need(self, work: Work, known: _Known, facts: dict[str, Any]) -> None:
        """The journal keeps that something was written down, and never what."""
        of_ticket = {"ticket": known.ticket.id, "leg": known.ticket.leg} if known.ticket else {}
        work.note("need", day=known.day, actor=work.actor, facts=facts, **of_ticket)

    def _sealed_for(self, work: Work, book: Book, entry: StoredEntry | None) -> StoredVisitor:
        """The visitor under whose key the words are sealed; one of whom nothing else is known where nobody wrote."""
        known = work.records.visitor(entry.visitor) if entry and entry.visitor else None
        if known is not None and known.erased_at is not None:
            raise Refusal("erased")
        return known or book.new_visitor(work.now)

    def _entry_for(self, work: Work, known: _Known, visitor: StoredVisitor | None) -> int:
        """The entry that the need belongs to, made where the visitor wrote none."""
        columns = {"visitor": visitor.id} if visitor else {}
        if known.entry is not None:
            return work.records.keep_entry(known.entry.id, **columns) if columns else known.entry.id
        ticket = known.ticket.id if known.ticket else None
        form = self.office.service(known.legs[0]).form
        place: dict[str, Any] = {"ticket": ticket, "day": known.day, "form": form, "answers": {}}
        fresh = place | {"channel": "officer", "language": "id", "written_at": work.now}
        return work.records.keep_entry(None, **fresh, **columns)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows know of a visit."""

    entry: StoredEntry | None
    ticket: Ticket | None
    legs: list[str]
    day: date

    @property
    def service(self) -> str | None:
        """What the visit is about now."""
        return self.legs[-1] if self.legs else None


def _known(records: OfficeRecords, visit: Visit) -> _Known:
    if isinstance(visit, WithoutNumber):
        entry = without_ticket(records, visit.entry)
        return _Known(entry, None, [entry.service] if entry.service else [], entry.day)
    ticket = records.ticket(visit)
    return _Known(records.entry_of_ticket(ticket.id), ticket, _services(records, ticket.id), ticket.day)


def _services(records: OfficeRecords, ticket: int) -> list[str]:
    """The service of each leg of a visit, as the journal tells them."""
    rows = standing(records.rows_of_ticket(ticket))
    return [row.facts["service"] for row in rows if row.move in ("take", "transfer")]


def _leg_of(records: OfficeRecords, entry: StoredEntry | None, position: int) -> int | None:
    needs = records.needs_of_entry(entry.id) if entry else []
    return next((need.leg for need in needs if need.position == position), None)


def _consents(records: OfficeRecords, entry: StoredEntry | None) -> dict[str, bool]:
    said = records.consents_of(entry.visitor) if entry and entry.visitor else []
    return {consent.purpose: consent.given for consent in said}
