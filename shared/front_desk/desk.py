"""How every verb is done: in the office's turn, once for each request, journaled, and told after the commit."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from shared.database import OfficeRecords
from shared.database.records.journal import Head
from shared.domain.journal import JournalRow, row_of
from shared.domain.judged_day import opening_terms
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Person, Role
from shared.domain.ticket import Move, Ticket
from shared.front_desk.parts import Parts
from shared.front_desk.remark_words import sealed_words

T = TypeVar("T")
P = ParamSpec("P")
D = TypeVar("D", bound="Desk")


class Work:
    """One verb at work: the office's rows, the one moment that it happens at, and its journal."""

    def __init__(self, parts: Parts, office: Office, person: Person | None, records: OfficeRecords, head: Head) -> None:
        self.office = office
        self.records = records
        self._vault = parts.vault
        self.person = person
        self.suspect = parts.clock.suspect
        self.rehearsal = parts.settings.always_open
        self._head = head
        self.touched = False
        self.paper_waits = False
        self.post_waits = False
        self.keys_changed = False
        # The journal's time never goes back, even after a restart on a machine whose clock was set back.
        self.now = max(parts.clock.now(), head.at) if head.at else parts.clock.now()

    @property
    def journal_ends(self) -> datetime | None:
        """When the newest row was written; None before the first."""
        return self._head.at

    @property
    def seq(self) -> int:
        """The number of the newest row of the journal: after `note`, of the row just written."""
        return self._head.seq

    @property
    def actor(self) -> int | None:
        """Who does it, as the journal writes it: None for a visitor or for the program itself."""
        return self.person.id if self.person and self.person.kind != "operator" else None

    @property
    def officer(self) -> int:
        """The officer at work."""
        if self.actor is None:
            raise Refusal("officer_needed")
        return self.actor

    def today(self) -> date:
        """The open office day; the first verb of a day opens it. A suspect clock opens none (rule 8)."""
        day = self.records.open_day()
        if day is not None:
            return day.day
        if self.suspect:
            raise Refusal("clock_suspect")
        new_day = office_day(self.now, self.office.time_zone)
        self.records.begin_day(new_day, self.now)
        self.records.forget_judgement(new_day)
        terms = opening_terms(self.office, new_day, rehearsal=self.rehearsal)
        self.note("open_day", day=new_day, facts={"rehearsal": self.rehearsal, "terms": terms.written()})
        return new_day

    def journal(self, move: Move) -> Ticket:
        """Store the moved ticket and the row that tells of it."""
        ticket = move.after
        if move.before is None:
            ticket = replace(ticket, id=self.records.add_ticket(ticket))
            move = replace(move, after=ticket)
        else:
            self.records.change_ticket(move.before, ticket)
        self._append(row_of(move, self._head.seq + 1, suspect=self.suspect))
        return ticket

    def note(self, move: str, *, day: date | None = None, **columns: Any) -> None:
        """Journal something that moves no ticket: a day opens, an officer takes a counter."""
        day = day or self.today()
        seq = self._head.seq + 1
        self._append(JournalRow(seq=seq, at=self.now, day=day, move=move, suspect=self.suspect, **columns))

    def explain(self, text: str) -> None:
        """Keep free text about the row just written, sealed and where it can be erased."""
        self.records.write_note(self._head.seq, sealed_words(self._vault, self.records.office, text))

    def add_slip(self, ticket: int, pages: str, *, copy: bool = False) -> None:
        """Put a slip into the printer's outbox; the printer hears of it after the commit."""
        self.records.add_print_job(ticket, pages, self.now, copy=copy)
        self.paper_waits = True
        self.touch()

    def touch(self) -> None:
        """Something that screens show has changed, so they are told after the commit."""
        self.touched = True

    def _append(self, row: JournalRow) -> None:
        self._head = self.records.append(self._head, row)
        self.touch()


class Desk:
    """One person's access to one office. `request_id` makes the next ticket verb safe to repeat."""

    def __init__(
        self,
        parts: Parts,
        office: Office,
        person: Person | None,
        *,
        request_id: str | None = None,
        caller: str = "",
    ) -> None:
        self.parts = parts
        self.office = office
        self.person = person
        self.request_id = request_id
        self.caller = caller or (f"person:{person.id}" if person else "nobody")
        self.was_repeated = False

    def reading(self, question: Callable[[OfficeRecords], T]) -> T:
        """Answer a question about the office from one snapshot."""
        return self.parts.database.reading(self.office.code, question)

    def now(self) -> datetime:
        """The present moment, UTC."""
        return self.parts.clock.now()

    def require(self, roles: tuple[Role, ...]) -> None:
        """Refuse whoever holds none of the roles; without roles everybody may."""
        if roles and (self.person is None or not self.person.may(*roles)):
            raise Refusal("forbidden")

    def perform(self, body: Callable[[Work], T]) -> T:
        """Run one verb's body in the office's turn, then tell the screens if something changed."""
        works: list[Work] = []

        def change(records: OfficeRecords) -> T:
            head = records.hold_office()
            self.office = records.with_calendar(self.office)
            work = Work(self.parts, self.office, self.person, records, head)
            self.close_day_if_over(work)
            works[:] = [work]
            return body(work)

        answer = self.parts.database.writing(self.office.code, change)
        if works[0].touched:
            self.parts.tell(self.office.code)
        if works[0].paper_waits:
            self.parts.wake_printer(self.office.code)
        if works[0].post_waits:
            self.parts.wake_post(self.office.code)
        if works[0].keys_changed:
            self.parts.keys_changed()
        return answer

    def perform_once(self, route: str, asked: object, body: Callable[[Work], Ticket]) -> Ticket:
        """Like `perform`, but a second time for the same `request_id` gives the ticket as it is now."""
        key = self.request_id
        if key is None:
            return self.perform(body)
        fingerprint = self.parts.keys.fingerprint(self.office.code, asked)

        def once(work: Work) -> Ticket:
            before = work.records.repeat(self.caller, route, key)
            if before is not None and before.fingerprint != fingerprint:
                raise Refusal("idempotency_key_reused")
            self.was_repeated = before is not None
            if before is not None and before.ticket is not None:
                return work.records.ticket(before.ticket)
            ticket = body(work)
            work.records.remember(self.caller, route, key, fingerprint, ticket.id, work.now)
            return ticket

        return self.perform(once)

    def has_done(self, route: str) -> bool:
        """Whether this request was done before, so that asking again costs nothing."""
        key = self.request_id
        return key is not None and self.reading(lambda records: records.repeat(self.caller, route, key)) is not None

    def close_day_if_over(self, work: Work) -> None:
        """Done before every verb; `days.py` says how."""


def verb(*roles: Role) -> Callable[[Callable[Concatenate[D, Work, P], T]], Callable[Concatenate[D, P], T]]:
    """Make a method a verb of the desk, for those who hold one of the roles (none named: for everybody)."""

    def make(body: Callable[Concatenate[D, Work, P], T]) -> Callable[Concatenate[D, P], T]:
        @wraps(body)
        def verb_of_desk(desk: D, /, *args: P.args, **kwargs: P.kwargs) -> T:
            desk.require(roles)
            return desk.perform(lambda work: body(desk, work, *args, **kwargs))

        return verb_of_desk

    return make


NOT_ASKED = ("self", "work", "pages")
"""What does not tell one wish from another: the same wish may come again by another of the house's addresses."""


def ticket_verb(
    *roles: Role,
) -> Callable[[Callable[Concatenate[D, Work, P], Ticket]], Callable[Concatenate[D, P], Ticket]]:
    """Make a method a verb that moves one ticket and is safe to repeat with the same `request_id` (faults F37-F40)."""

    def make(body: Callable[Concatenate[D, Work, P], Ticket]) -> Callable[Concatenate[D, P], Ticket]:
        route = body.__name__
        signature = inspect.signature(body)

        @wraps(body)
        def verb_of_desk(desk: D, /, *args: P.args, **kwargs: P.kwargs) -> Ticket:
            desk.require(roles)
            asked = {
                k: v for k, v in signature.bind(desk, None, *args, **kwargs).arguments.items() if k not in NOT_ASKED
            }
            return desk.perform_once(route, asked, lambda work: body(desk, work, *args, **kwargs))

        return verb_of_desk

    return make
