"""The register of institutions: one name for the many spellings of the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shared.database import OfficeRecords
from shared.database.records.institutions import StoredInstitution
from shared.domain.guest_book.register import belonging, top_of
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.book import INSTITUTION
from shared.front_desk.desk import Desk, Work, verb
from shared.vault import Vault

OPENED = "open_register"


@dataclass(frozen=True, slots=True)
class Institution:
    """A spelling as somebody wrote it; `merged_into` is the one by which its institution is called, if another.

    `visits` are the entries that name this very spelling.
    """

    number: int
    name: str
    merged_into: int | None
    visits: int


class Institutions(Desk):
    """Verbs of the register."""

    @verb(Role.MANAGER)
    def open_institutions(self, work: Work) -> list[Institution]:
        """Every spelling that has a name, by name. Who looks is written down, once a day: people write names of their
        own into this item.
        """
        today = self._day(work)
        rows = work.records.rows_of_days(today, today)
        if not any((row.move, row.actor) == (OPENED, work.actor) for row in rows):
            work.note(OPENED, day=today, actor=work.actor)
        return institutions(work.records, self.parts.vault)

    @verb(Role.MANAGER)
    def merge_institutions(self, work: Work, number: int, into: int) -> None:
        """Count one institution's visits as the other's, from now on and before. The spelling stays as an alias.

        Refuses `unknown_institution`, also for one that was merged into another itself.
        """
        stored = work.records.institutions()
        belongs = called(stored)
        if number == into or any(belongs.get(one) != one or stored[one].name is None for one in (number, into)):
            raise Refusal("unknown_institution")
        links = _links(stored)
        work.records.join_institution(top_of(links, number), top_of(links, into))
        work.note("merge", day=self._day(work), actor=work.actor, facts={"institution": number, "into": into})

    @verb(Role.MANAGER)
    def part_institutions(self, work: Work, number: int) -> None:
        """Undo a merge: the spelling stands for itself again, with those that were merged into it before.

        Refuses `unknown_institution` for one that belongs to no other.
        """
        stored = work.records.institutions()
        if number not in stored or called(stored)[number] == number or stored[number].merged_into is None:
            raise Refusal("unknown_institution")
        work.records.join_institution(number, None)
        facts = {"institution": number, "from": called(stored)[number]}
        work.note("part", day=self._day(work), actor=work.actor, facts=facts)

    def _day(self, work: Work) -> date:
        """Keeping the register opens no office day."""
        return office_day(work.now, self.office.time_zone)


def institutions(records: OfficeRecords, vault: Vault) -> list[Institution]:
    """Every spelling that has a name, by name."""
    stored, visits = records.institutions(), records.visits_of_institutions()
    belongs = called(stored)
    known = [
        Institution(
            number,
            vault.name_or_dash(records.office, INSTITUTION, one.name),
            None if belongs[number] == number else belongs[number],
            visits.get(number, 0),
        )
        for number, one in stored.items()
        if one.name is not None
    ]
    return sorted(known, key=lambda one: one.name.casefold())


def called(stored: Mapping[int, StoredInstitution]) -> dict[int, int]:
    """For every spelling the number of the one by which its institution is called."""
    return belonging(_links(stored), {number for number, one in stored.items() if one.name is not None})


def _links(stored: Mapping[int, StoredInstitution]) -> dict[int, int | None]:
    return {number: one.merged_into for number, one in stored.items()}
