"""The follow-up plan of a survey (rencana tindak lanjut): what is done about which unsur, by when and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from shared.database import OfficeRecords
from shared.database.records.follow_ups import StoredFollowUp
from shared.domain.guest_book import refuse_identity_number
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.satisfaction import UNSUR
from shared.domain.staff import Role
from shared.front_desk.desk import Desk, Work, verb
from shared.vault import Vault

State = Literal["planned", "running", "done"]
STATES: tuple[State, ...] = get_args(State)
PROGRAMME, IN_CHARGE = "follow-up programme", "follow-up in charge"
PROGRAMME_LENGTH, IN_CHARGE_LENGTH = 300, 80
_CODES = frozenset(unsur.code for unsur in UNSUR)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One line of the plan: the unsur, what is done about it, until when, who is in charge, how far it is."""

    unsur: str
    programme: str
    due: date
    in_charge: str
    state: State = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A line as it stands in the plan of the survey that `day` lies in."""

    number: int
    day: date
    said: FollowUp


@dataclass(frozen=True, slots=True)
class Plan:
    """What follows from a survey, and what became of earlier plans: of the period before, and what is still open."""

    now: Sequence[Planned]
    before: Sequence[Planned]


class FollowUps(Desk):
    """Verbs of the plan. The journal tells who changed which line, and none of its words."""

    @verb(Role.MANAGER)
    def plan_follow_up(self, work: Work, period_ends: date, said: FollowUp) -> int:
        """Write a line into the plan of the period that ends then, or is under way; the same line twice is one.

        Refuses `unknown_question` for what is no unsur, `nothing_said` without programme or person, and
        `identity_number`.
        """
        self._check(said)
        day = min(period_ends, office_day(work.now, self.office.time_zone))
        for known in plans(work.records, self.parts.vault, day):
            if (known.day, known.said) == (day, said):
                return known.number
        number = work.records.add_follow_up(day=day, **self._columns(said))
        self._write_down(work, number, said.unsur, said.state)
        return number

    @verb(Role.MANAGER)
    def change_follow_up(self, work: Work, number: int, said: FollowUp) -> None:
        """Write a line anew. Refuses `unknown_follow_up`, and what `plan_follow_up` refuses."""
        self._check(said)
        self._known(work, number)
        work.records.change_follow_up(number, **self._columns(said))
        self._write_down(work, number, said.unsur, said.state)

    @verb(Role.MANAGER)
    def drop_follow_up(self, work: Work, number: int) -> None:
        """Take a line out of the plan. Refuses `unknown_follow_up`."""
        known = self._known(work, number)
        work.records.drop_follow_up(number)
        self._write_down(work, number, known.unsur, "dropped")

    def _check(self, said: FollowUp) -> None:
        if said.unsur not in _CODES:
            raise Refusal("unknown_question", question=said.unsur)
        if not said.programme.strip() or not said.in_charge.strip():
            raise Refusal("nothing_planned")
        refuse_identity_number(said.programme, "programme")
        refuse_identity_number(said.in_charge, "in_charge")

    def _columns(self, said: FollowUp) -> dict[str, object]:
        vault, office = self.parts.vault, self.office.code
        return {
            "unsur": said.unsur,
            "due": said.due,
            "state": said.state,
            "programme": vault.seal_name(office, PROGRAMME, said.programme[:PROGRAMME_LENGTH]),
            "in_charge": vault.seal_name(office, IN_CHARGE, said.in_charge[:IN_CHARGE_LENGTH]),
        }

    def _known(self, work: Work, number: int) -> StoredFollowUp:
        known = work.records.follow_up(number)
        if known is None:
            raise Refusal("unknown_follow_up")
        return known

    def _write_down(self, work: Work, number: int, unsur: str, state: str) -> None:
        today = office_day(work.now, self.office.time_zone)
        work.note("follow_up", day=today, actor=work.actor, reason=state, facts={"line": number, "unsur": unsur})


def plans(records: OfficeRecords, vault: Vault, last: date) -> list[Planned]:
    """Every line that follows from a survey up to a day, the earliest due first."""
    return [_opened(records, vault, stored) for stored in records.follow_ups(last)]


def plan_of(every: Sequence[Planned], first: date, last: date, before: tuple[date, date]) -> Plan:
    """The plan of a period, and of the period before it with whatever older line is not done."""
    return Plan(
        now=[one for one in every if first <= one.day <= last],
        before=[one for one in every if one.day < first and (one.day >= before[0] or one.said.state != "done")],
    )


def _opened(records: OfficeRecords, vault: Vault, stored: StoredFollowUp) -> Planned:
    said = FollowUp(
        unsur=stored.unsur,
        programme=vault.name_or_dash(records.office, PROGRAMME, stored.programme),
        due=stored.due,
        in_charge=vault.name_or_dash(records.office, IN_CHARGE, stored.in_charge),
        state=next(state for state in STATES if state == stored.state),
    )
    return Planned(number=stored.id, day=stored.day, said=said)
