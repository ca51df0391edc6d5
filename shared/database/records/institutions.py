"""The register of institutions: every spelling that was written, and which of them are one institution.

An entry keeps the spelling that was written; which institution it counts for is read, so that a merge can be undone.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, insert, or_, select, update

from shared.database import tables
from shared.database.records.base import Records, has_number

_TABLE, _ENTRY = tables.institution, tables.entry


class StoredInstitution(NamedTuple):
    """A spelling as the rows know it: its name, sealed, and the one that it was merged into.

    `name` is None once nobody is left who wrote it; the row stays, because visits are counted through it.
    """

    name: bytes | None
    merged_into: int | None


class InstitutionRecords(Records):
    """Where visitors come from."""

    def institutions(self) -> dict[int, StoredInstitution]:
        """Every spelling that was ever written, by number."""
        rows = self._connection.execute(
            select(_TABLE.c.id, _TABLE.c.name, _TABLE.c.merged_into).where(self._here(_TABLE))
        )
        return {row.id: StoredInstitution(row.name or None, row.merged_into) for row in rows}

    def visits_of_institutions(self) -> dict[int, int]:
        """How many entries name each spelling."""
        named = (self._here(_ENTRY), _ENTRY.c.institution.is_not(None))
        rows = select(_ENTRY.c.institution, func.count()).where(*named).group_by(_ENTRY.c.institution)
        return {row[0]: row[1] for row in self._connection.execute(rows)}

    def join_institution(self, number: int, into: int | None) -> None:
        """Whoever wrote one of them meant the other, from now on and before; None: each stands for itself again."""
        mine = (self._here(_TABLE), has_number(_TABLE.c.id, number))
        self._connection.execute(update(_TABLE).where(*mine).values(merged_into=into))

    def institution_marked(self, mark: str, name: bytes) -> int:
        """The spelling with this mark, made where it is new."""
        here = select(_TABLE.c.id).where(self._here(_TABLE), _TABLE.c.spelling_mark == mark)
        known = self._connection.execute(here).scalar()
        if known is not None:
            return int(known)
        made = insert(_TABLE).values(office=self.office, name=name, spelling_mark=mark).returning(_TABLE.c.id)
        return int(self._connection.execute(made).scalar_one())

    def _forget_lone_institutions(self, visitor: str) -> None:
        """A name that nobody else wrote may be the visitor's own, also one that they corrected later; one that others
        wrote too is counted on. Whether it was merged changes nothing: the row stays as a link without a name.
        """
        named_here = (_ENTRY.c.office == _TABLE.c.office, _ENTRY.c.institution == _TABLE.c.id)
        by_another = or_(_ENTRY.c.visitor != visitor, _ENTRY.c.visitor.is_(None))
        others = select(_ENTRY.c.id).where(*named_here, by_another).exists()
        lone = select(_TABLE.c.id).where(self._here(_TABLE), _TABLE.c.name != b"", ~others)
        for number in list(self._connection.execute(lone).scalars()):
            mine = (self._here(_TABLE), _TABLE.c.id == number)
            gone = {"name": b"", "spelling_mark": f"forgotten {number}"}
            self._connection.execute(update(_TABLE).where(*mine).values(**gone))
