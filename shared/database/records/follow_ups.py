"""The plans that follow a survey, their words sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select, update

from shared.database import tables
from shared.database.records.base import Records, has_number


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFollowUp:
    """One line of a plan. `day` lies in the period that it follows from."""

    id: int
    day: date
    unsur: str
    due: date
    state: str
    programme: bytes
    in_charge: bytes


_PLAN = tables.follow_up
_COLUMNS = [_PLAN.c[name] for name in StoredFollowUp.__slots__]


class FollowUpRecords(Records):
    """What is to be done about what visitors thought."""

    def follow_ups(self, last: date) -> list[StoredFollowUp]:
        """The plans that follow from surveys up to a day, the earliest due first."""
        mine = (self._here(_PLAN), _PLAN.c.day <= last)
        rows = select(*_COLUMNS).where(*mine).order_by(_PLAN.c.due, _PLAN.c.id)
        return [StoredFollowUp(**row._mapping) for row in self._connection.execute(rows)]

    def follow_up(self, number: int) -> StoredFollowUp | None:
        """The line with this number."""
        rows = select(*_COLUMNS).where(self._here(_PLAN), has_number(_PLAN.c.id, number))
        row = self._connection.execute(rows).first()
        return StoredFollowUp(**row._mapping) if row else None

    def add_follow_up(self, **columns: Any) -> int:
        """A new line; returns its number."""
        added = insert(_PLAN).values(office=self.office, **columns).returning(_PLAN.c.id)
        return int(self._connection.execute(added).scalar_one())

    def change_follow_up(self, number: int, **columns: Any) -> None:
        """What the line says now."""
        here = (self._here(_PLAN), _PLAN.c.id == number)
        self._connection.execute(update(_PLAN).where(*here).values(**columns))

    def drop_follow_up(self, number: int) -> None:
        """Take a line out of the plan."""
        self._connection.execute(delete(_PLAN).where(self._here(_PLAN), _PLAN.c.id == number))
