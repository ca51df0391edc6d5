"""Complaints: anonymous if wanted, linked to the visit if wanted, each with its own clock and its own key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from shared.database import OfficeRecords
from shared.database.records.complaints import StoredComplaint, StoredStep
from shared.domain.complaint import (
    ENDED,
    LIMITS,
    Channel,
    Deadlines,
    Kind,
    State,
    channel_for,
    deadlines,
    refuse_unless_follows,
)
from shared.domain.guest_book import refuse_identity_number
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work, verb
from shared.keys import new_slip_code, slip_code_of
from shared.vault import Vault

COMPLAINT, STEP = "complaint", "complaint step"
TEXT_LENGTH = 2000
PREFIX = "PGD-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What somebody says. `ticket` only where they want it linked to their visit; name and contact only if given.

    `channel` is how staff heard of it; what visitors write themselves came by the screen that they wrote on.
    """

    kind: Kind
    text: str
    name: str | None = None
    contact: str | None = None
    ticket: int | None = None
    channel: Channel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """A complaint in the register: `state` is its newest step; `late` names the deadlines that have passed.

    `answered_at` and `ended_at` are when the two clocks stopped; None while they run.
    """

    stored: StoredComplaint
    steps: list[StoredStep]
    deadlines: Deadlines
    late: tuple[str, ...]
    answered_at: datetime | None
    ended_at: datetime | None

    @property
    def state(self) -> State:
        """Where the complaint stands."""
        return self.steps[-1].state

    @property
    def erased(self) -> bool:
        """Whether what was said is gone; the row and its times stay."""
        return self.stored.sealed is None


class Complaints(Desk):
    """Verbs of the register."""

    @verb()
    def complain(self, work: Work, complaint: Complaint) -> Registered:
        """Write a complaint down and give it a code by which whoever made it can follow it.

        Refuses `identity_number` for sixteen digits, `unknown_kind` and `nothing_said`. The same `request_id` makes
        no second complaint, and with other words it is refused as `idempotency_key_reused`.
        """
        words = _checked_words(complaint)
        code = PREFIX + self._slip_code()
        before = work.records.complaint_coded(code)
        if before is not None:
            return self._said_before(work, before, complaint, words)
        visitor = Book(work.records, self.parts.vault).new_visitor(work.now)
        sealed = self.parts.vault.seal(visitor.wrapped or b"", self.office.code, visitor.id, COMPLAINT, words)
        today = office_day(work.now, self.office.time_zone)
        number = work.records.add_complaint(
            code=code,
            kind=complaint.kind,
            day=today,
            received_at=work.now,
            channel=channel_for(self.person.roles if self.person else (), complaint.channel),
            anonymous="name" not in words and "contact" not in words,
            ticket=complaint.ticket,
            visitor=visitor.id,
            sealed=sealed,
        )
        work.records.add_complaint_step(number, at=work.now, actor=work.actor, state="received", sealed=None)
        work.note("complaint", day=today, actor=work.actor, facts={"complaint": number, "kind": complaint.kind})
        return self._registered(work, code)

    @verb(Role.OFFICER, Role.MANAGER)
    def answer_complaint(self, work: Work, code: str, state: State, text: str | None = None) -> Registered:
        """Write down what was done; the words are sealed with the complaint's key. Refuses `illegal_step`."""
        found = self._registered(work, code)
        refuse_unless_follows(found.state, state)
        sealed = None
        if text:
            refuse_identity_number(text, "text")
            visitor = work.records.visitor(found.stored.visitor)
            if visitor is None or visitor.wrapped is None:
                raise Refusal("erased")
            sealed = self.parts.vault.seal(visitor.wrapped, self.office.code, visitor.id, STEP, {"text": text})
        number = found.stored.id
        work.records.add_complaint_step(number, at=work.now, actor=work.actor, state=state, sealed=sealed)
        work.note("complaint", day=found.stored.day, actor=work.actor, reason=state, facts={"complaint": number})
        return self._registered(work, code)

    @verb(Role.OFFICER, Role.MANAGER)
    def read_complaint(self, work: Work, code: str) -> dict[str, Any]:
        """Open a complaint's words and its answers; who looked is written down. Refuses `restricted`."""
        found = self._registered(work, code)
        visitor = work.records.visitor(found.stored.visitor)
        if visitor is not None and visitor.restricted_at is not None:
            raise Refusal("restricted")
        work.records.log_read(work.actor, "complaint", found.stored.visitor, "serving", work.now)
        return words_of(work.records, self.parts.vault, found)

    @verb()
    def erase_complaint(self, work: Work, code: str) -> Registered:
        """Destroy what was said and answered, for whoever holds the code; the register keeps its row and its times.

        Done once; a second time nothing happens. The clocks run on: nobody gets out of a deadline by erasing.
        """
        found = self._registered(work, code)
        if not found.erased:
            erase_words(work, found.stored)
        return self._registered(work, code)

    def _registered(self, work: Work, code: str) -> Registered:
        return find(work.records, self.office, code, work.now)

    def _slip_code(self) -> str:
        if self.request_id is None:
            return new_slip_code()
        return self.parts.keys.slip_code(self.office.code, [self.caller, self.request_id])

    def _said_before(
        self, work: Work, before: StoredComplaint, complaint: Complaint, words: dict[str, str]
    ) -> Registered:
        """The complaint that this very request has made; an erased one is told of as it is."""
        if (before.kind, before.ticket) != (complaint.kind, complaint.ticket):
            raise Refusal("idempotency_key_reused")
        visitor = work.records.visitor(before.visitor)
        if before.sealed is not None and visitor is not None and visitor.wrapped is not None:
            said = self.parts.vault.open(visitor.wrapped, self.office.code, visitor.id, COMPLAINT, before.sealed)
            if said != words:
                raise Refusal("idempotency_key_reused")
        self.was_repeated = True
        return registered(work.records, self.office, before, work.now)


def _checked_words(complaint: Complaint) -> dict[str, str]:
    said = {"text": complaint.text, "name": complaint.name, "contact": complaint.contact}
    words = {name: text for name, text in said.items() if text}
    for name, text in words.items():
        refuse_identity_number(text, name)
    if complaint.kind not in LIMITS or not complaint.text.strip():
        raise Refusal("unknown_kind" if complaint.kind not in LIMITS else "nothing_said")
    return words


def find(records: OfficeRecords, office: Office, code: str, now: datetime) -> Registered:
    """The complaint with this code, however somebody typed it, or `unknown_complaint`."""
    meant = slip_code_of(code, PREFIX)
    stored = records.complaint_coded(meant) if meant else None
    if stored is None:
        raise Refusal("unknown_complaint")
    return registered(records, office, stored, now)


def erase_words(work: Work, stored: StoredComplaint) -> None:
    """Destroy the complaint's own key; the journal keeps that it was done and by whom."""
    work.records.erase_visitor(stored.visitor, work.now)
    work.records.finish_requests(stored.visitor, None, work.now, work.actor)
    work.note("complaint", day=stored.day, actor=work.actor, reason="erased", facts={"complaint": stored.id})
    work.keys_changed = True


def registered(records: OfficeRecords, office: Office, stored: StoredComplaint, now: datetime) -> Registered:
    """A complaint with its steps, held against its deadlines."""
    steps = records.steps_of(stored.id)
    # A day that the office closes later moves no limit of a complaint that came before (rule 8).
    limits = deadlines(stored.kind, stored.day, office.hours.as_known(steps[0].at))
    answered = next((step.at for step in steps if step.state != "received"), None)
    ended = steps[-1].at if steps[-1].state in ENDED else None
    late = (("first_answer", answered, limits.first_answer), ("settled", ended, limits.settled))
    passed = tuple(name for name, at, limit in late if office_day(at or now, office.time_zone) > limit)
    return Registered(stored=stored, steps=steps, deadlines=limits, late=passed, answered_at=answered, ended_at=ended)


def register(records: OfficeRecords, office: Office, first: date, last: date, now: datetime) -> list[Registered]:
    """The register of some days, without a word of what was said."""
    return [registered(records, office, stored, now) for stored in records.complaints(first, last)]


def words_of(records: OfficeRecords, vault: Vault, found: Registered) -> dict[str, Any]:
    """What was said and answered; nothing after an erasure."""
    visitor = records.visitor(found.stored.visitor)
    if visitor is None or visitor.wrapped is None:
        return {"answers": []}
    key, office = visitor.wrapped, records.office
    said = vault.open(key, office, visitor.id, COMPLAINT, found.stored.sealed) if found.stored.sealed else {}
    answers = [
        {"position": step.position, **vault.open(key, office, visitor.id, STEP, step.sealed)}
        for step in found.steps
        if step.sealed is not None
    ]
    return {**said, "answers": answers}
