"""Complaints: anonymous if wanted, linked to the visit if wanted, each with its own clock and its own key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from shared.database import OfficeRecords
from shared.database.records.complaints import StoredComplaint, StoredStep
from shared.domain.complaint import ENDED, LIMITS, Deadlines, Kind, State, deadlines, refuse_unless_follows
from shared.domain.guest_book import refuse_identity_number
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work, verb
from shared.keys import new_slip_code
from shared.vault import Vault

COMPLAINT, STEP = "complaint", "complaint step"
TEXT_LENGTH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What somebody says. `ticket` only where they want it linked to their visit; name and contact only if given."""

    kind: Kind
    text: str
    name: str | None = None
    contact: str | None = None
    ticket: int | None = None
    channel: Literal["kiosk", "phone", "officer", "email", "letter"] = "kiosk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """A complaint in the register: `state` is its newest step; `late` names the deadlines that have passed."""

    stored: StoredComplaint
    steps: list[StoredStep]
    deadlines: Deadlines
    late: tuple[str, ...]

    @property
    def state(self) -> State:
        """Where the complaint stands."""
        return self.steps[-1].state


class Complaints(Desk):
    """Verbs of the register."""

    @verb()
    def complain(self, work: Work, complaint: Complaint) -> Registered:
        """Write a complaint down and give it a code by which whoever made it can follow it.

        Refuses `identity_number` for sixteen digits, `unknown_kind` and `nothing_said`.
        """
        said = {"text": complaint.text, "name": complaint.name, "contact": complaint.contact}
        words = {name: text for name, text in said.items() if text}
        for name, text in words.items():
            refuse_identity_number(text, name)
        if complaint.kind not in LIMITS or not complaint.text.strip():
            raise Refusal("unknown_kind" if complaint.kind not in LIMITS else "nothing_said")
        visitor = Book(work.records, self.parts.vault).new_visitor(work.now)
        sealed = self.parts.vault.seal(visitor.wrapped or b"", self.office.code, visitor.id, COMPLAINT, words)
        code, today = f"PGD-{new_slip_code()}", office_day(work.now, self.office.time_zone)
        number = work.records.add_complaint(
            code=code,
            kind=complaint.kind,
            day=today,
            received_at=work.now,
            channel=complaint.channel,
            anonymous="name" not in words and "contact" not in words,
            ticket=complaint.ticket,
            visitor=visitor.id,
            sealed=sealed,
        )
        work.records.add_complaint_step(number, at=work.now, actor=work.actor, state="received", sealed=None)
        work.note("complaint", day=today, actor=work.actor, facts={"code": code, "kind": complaint.kind})
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
        work.records.add_complaint_step(found.stored.id, at=work.now, actor=work.actor, state=state, sealed=sealed)
        work.note("complaint", day=found.stored.day, actor=work.actor, reason=state, facts={"code": code})
        return self._registered(work, code)

    @verb(Role.OFFICER, Role.MANAGER)
    def read_complaint(self, work: Work, code: str) -> dict[str, Any]:
        """Open a complaint's words and its answers; who looked is written down."""
        found = self._registered(work, code)
        work.records.log_read(work.actor, "complaint", found.stored.visitor, "serving", work.now)
        return words_of(work.records, self.parts.vault, found)

    def _registered(self, work: Work, code: str) -> Registered:
        stored = work.records.complaint_coded(code)
        if stored is None:
            raise Refusal("unknown_complaint")
        return registered(work.records, self.office, stored, work.now)


def registered(records: OfficeRecords, office: Office, stored: StoredComplaint, now: datetime) -> Registered:
    """A complaint with its steps, held against its deadlines."""
    steps, limits = records.steps_of(stored.id), deadlines(stored.kind, stored.day, office.hours)
    answered = next((step.at for step in steps if step.state != "received"), None)
    ended = steps[-1].at if steps[-1].state in ENDED else None
    late = (("first_answer", answered, limits.first_answer), ("settled", ended, limits.settled))
    passed = tuple(name for name, at, limit in late if office_day(at or now, office.time_zone) > limit)
    return Registered(stored=stored, steps=steps, deadlines=limits, late=passed)


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
