"""The register of complaints: each with its steps, which are only ever added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select

from shared.database import tables
from shared.database.records.base import Records
from shared.domain.complaint import ENDED, Kind, State


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredComplaint:
    """A complaint as the rows know it."""

    id: int
    code: str
    kind: Kind
    day: date
    received_at: datetime
    channel: str
    anonymous: bool
    ticket: int | None
    visitor: str
    sealed: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredStep:
    """What was done about a complaint, when and by whom (None: whoever complained)."""

    position: int
    at: datetime
    actor: int | None
    state: State
    sealed: bytes | None


_COMPLAINT, _STEP = tables.complaint, tables.complaint_step
_COLUMNS = [_COMPLAINT.c[name] for name in StoredComplaint.__slots__]
_STEP_COLUMNS = [_STEP.c[name] for name in StoredStep.__slots__]


class ComplaintRecords(Records):
    """What people were not content with."""

    def add_complaint(self, **columns: Any) -> int:
        """A new complaint; returns its number."""
        added = insert(_COMPLAINT).values(office=self.office, **columns).returning(_COMPLAINT.c.id)
        return int(self._connection.execute(added).scalar_one())

    def add_complaint_step(self, complaint: int, **columns: Any) -> None:
        """What was done next; no step is ever changed."""
        mine = (self._here(_STEP), _STEP.c.complaint == complaint)
        steps = self._connection.execute(select(func.count()).select_from(_STEP).where(*mine)).scalar_one()
        place = {"office": self.office, "complaint": complaint, "position": steps + 1}
        self._connection.execute(insert(_STEP).values(**place, **columns))

    def complaints_made_before(self, day: date) -> dict[str, date]:
        """Whose complaint was made before this day, whatever became of it; with the day it was made."""
        mine = (self._here(_COMPLAINT), _COMPLAINT.c.sealed.is_not(None), _COMPLAINT.c.day < day)
        rows = self._connection.execute(select(_COMPLAINT.c.visitor, _COMPLAINT.c.day).where(*mine))
        return {row.visitor: row.day for row in rows}

    def complaints_ended_before(self, day: date) -> dict[str, date]:
        """Whose complaint ended before this day and is not erased, by its own visitor, with the day it was made."""
        newest = select(_STEP.c.complaint, func.max(_STEP.c.position).label("position"))
        last = newest.where(self._here(_STEP)).group_by(_STEP.c.complaint).subquery()
        of_last = (_STEP.c.complaint == last.c.complaint) & (_STEP.c.position == last.c.position)
        of_complaint = (_COMPLAINT.c.office == _STEP.c.office) & (_COMPLAINT.c.id == _STEP.c.complaint)
        both = _COMPLAINT.join(_STEP, of_complaint).join(last, of_last)
        ended = (_STEP.c.state.in_(ENDED), _STEP.c.at < datetime.combine(day, time(), UTC))
        mine = (self._here(_COMPLAINT), _COMPLAINT.c.sealed.is_not(None))
        rows = select(_COMPLAINT.c.visitor, _COMPLAINT.c.day).select_from(both).where(*mine, *ended)
        return {row.visitor: row.day for row in self._connection.execute(rows)}

    def complaint_coded(self, code: str) -> StoredComplaint | None:
        """The complaint with this code."""
        found = self._complaints(_COMPLAINT.c.code == code)
        return found[0] if found else None

    def complaints(self, first: date, last: date) -> list[StoredComplaint]:
        """The register of the days within two dates, oldest first."""
        return self._complaints(_COMPLAINT.c.day.between(first, last))

    def complaints_of_ticket(self, ticket: int) -> list[StoredComplaint]:
        """What its visitor linked to this visit, oldest first."""
        return self._complaints(_COMPLAINT.c.ticket == ticket)

    def steps_of(self, complaint: int) -> list[StoredStep]:
        """What was done about a complaint, in order."""
        rows = select(*_STEP_COLUMNS).where(self._here(_STEP), _STEP.c.complaint == complaint)
        return [StoredStep(**row._mapping) for row in self._connection.execute(rows.order_by(_STEP.c.position))]

    def _complaints(self, *where: ColumnElement[bool]) -> list[StoredComplaint]:
        rows = select(*_COLUMNS).where(self._here(_COMPLAINT), *where).order_by(_COMPLAINT.c.id)
        return [StoredComplaint(**row._mapping) for row in self._connection.execute(rows)]
