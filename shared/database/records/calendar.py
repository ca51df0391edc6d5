"""What the head of the office entered into its calendar, and the office by that calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select

from shared.database import tables
from shared.database.records.base import Records
from shared.domain.calendar import Asked, Change
from shared.domain.office import Office
from shared.domain.service_day import read_week, written_week

TAKEN_BACK = "taken_back"
_CALENDAR = tables.calendar_change


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredChange:
    """A row as it stands, with its journal row's time and actor; `takes_back` is the row that it ends."""

    seq: int
    kind: str
    first_day: date
    last_day: date
    name: str
    decree: str
    week: Sequence[dict[str, Any]]
    takes_back: int | None
    at: datetime
    actor: int | None


class CalendarRecords(Records):
    """Append-only, as the journal is."""

    def with_calendar(self, office: Office) -> Office:
        """The office by the calendar that these rows tell: the one way to know its hours. Only the newest row is asked
        for while it is the one that this process has read already.
        """
        link = self._calendar_ends()
        known, changes = self._calendars.get(self.office, ("", ()))
        if link != known:
            changes = self.calendar_changes()
            self._calendars[self.office] = (link, changes)
        if office.hours.changes == changes:
            return office
        return replace(office, hours=replace(office.hours, changes=changes))

    def calendar_changes(self) -> tuple[Change, ...]:
        """Every change that was ever entered, oldest first, with when it was taken back."""
        rows = self.calendar_rows()
        ends = {row.takes_back: row for row in rows if row.takes_back is not None}
        return tuple(_change(row, ends.get(row.seq)) for row in rows if row.kind != TAKEN_BACK)

    def calendar_rows(self) -> list[StoredChange]:
        """The rows as they stand, oldest first."""
        row = tables.journal
        told = _CALENDAR.join(row, (row.c.office == _CALENDAR.c.office) & (row.c.seq == _CALENDAR.c.seq))
        mine = [column for column in _CALENDAR.c if column.name != "office"]
        rows = select(*mine, row.c.at, row.c.actor).select_from(told).where(self._here(_CALENDAR))
        return [StoredChange(**found._mapping) for found in self._connection.execute(rows.order_by(_CALENDAR.c.seq))]

    def enter_change(self, seq: int, asked: Asked) -> None:
        """A change, told of by this row of the journal."""
        self._add(
            seq=seq,
            kind=asked.kind,
            first_day=asked.first,
            last_day=asked.last,
            name=asked.name,
            decree=asked.decree,
            week=written_week(asked.week),
        )

    def end_change(self, seq: int, change: int, ends: date) -> None:
        """A change no longer holds from a day on, as this row of the journal tells."""
        day = {"first_day": ends, "last_day": ends}
        self._add(seq=seq, kind=TAKEN_BACK, name="", decree="", week=[], takes_back=change, **day)

    def has_begun(self, day: date) -> bool:
        """Whether an office day was ever opened, so that somebody may have come by its hours."""
        days = tables.service_day
        return (
            self._connection.execute(select(days.c.day).where(self._here(days), days.c.day == day)).first() is not None
        )

    def _add(self, **columns: Any) -> None:
        self._connection.execute(insert(_CALENDAR).values(office=self.office, **columns))

    def _calendar_ends(self) -> str:
        """The newest row's link in the chain. Its number might be another row after a failed transaction."""
        row = tables.journal
        newest = select(func.max(_CALENDAR.c.seq)).where(self._here(_CALENDAR)).scalar_subquery()
        link = select(row.c.hash).where(self._here(row), row.c.seq == newest)
        return self._connection.execute(link).scalar_one_or_none() or ""


def asked_of(row: StoredChange) -> Asked:
    """What was wanted by a row that enters a change."""
    return Asked(
        kind=row.kind,  # type: ignore[arg-type] # the table allows no other
        first=row.first_day,
        last=row.last_day,
        name=row.name,
        decree=row.decree,
        week=read_week(row.week),
    )


def _change(row: StoredChange, end: StoredChange | None) -> Change:
    return Change(
        number=row.seq,
        asked=asked_of(row),
        entered_at=row.at,
        entered_by=row.actor,
        ends=end.first_day if end else None,
        ended_at=end.at if end else None,
        ended_by=end.actor if end else None,
        ended_in=end.seq if end else None,
    )
