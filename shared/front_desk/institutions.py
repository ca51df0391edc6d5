"""The register of institutions: one name for the many spellings of the same."""

from __future__ import annotations

from dataclasses import dataclass

from shared.database import OfficeRecords
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.book import INSTITUTION
from shared.front_desk.desk import Desk, Work, verb
from shared.vault import Vault


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution as somebody wrote it; `merged_into` is the one that it belongs to."""

    number: int
    name: str
    merged_into: int | None


class Institutions(Desk):
    """Verbs of the register."""

    @verb(Role.MANAGER)
    def merge_institutions(self, work: Work, number: int, into: int) -> None:
        """Count one institution's visits as the other's, from now on and before. The spelling stays as an alias.

        Refuses `unknown_institution`, also for one that was merged into another itself.
        """
        standing = {known for known, (_, merged_into) in work.records.institutions().items() if merged_into is None}
        if number == into or not {number, into} <= standing:
            raise Refusal("unknown_institution")
        work.records.merge_institution(number, into)
        work.note("merge", actor=work.actor, facts={"institution": number, "into": into})


def institutions(records: OfficeRecords, vault: Vault) -> list[Institution]:
    """Every institution that was ever written, by name."""
    known = [
        Institution(number, vault.name_or_dash(records.office, INSTITUTION, sealed), merged_into)
        for number, (sealed, merged_into) in records.institutions().items()
    ]
    return sorted(known, key=lambda one: one.name.casefold())
