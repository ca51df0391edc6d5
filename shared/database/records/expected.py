"""The expected waits: what past visitors waited, and the ranges that were made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import delete, func, insert, select

from shared.database import tables
from shared.database.records.base import Records
from shared.domain.expected_wait import PastWait, Situation, WaitRange

_VISIT = tables.judged_visit.c
_RANGE = tables.wait_range.c
ANY_SERVICE, ANY_HOUR = "", -1
"""A key holds no NULL."""


class ExpectedRecords(Records):
    """What a wait may be expected to be. Derived from the judged visits, so that it may be written again."""

    def last_judged_day(self) -> date | None:
        """The newest day whose judgement is kept."""
        newest = select(func.max(tables.judged_day.c.day)).where(self._here(tables.judged_day))
        day: date | None = self._connection.execute(newest).scalar_one()
        return day

    def past_waits(self, first: date, last: date) -> list[PastWait]:
        """The waits of visitors who were served on the days within two dates; neither visits with an exclusion nor
        rehearsals count.
        """
        judged = tables.judged_day
        rehearsed = select(judged.c.day).where(self._here(judged), judged.c.rehearsal)
        columns = (_VISIT.service, _VISIT.hour, _VISIT.staffed, _VISIT.in_front, _VISIT.wait_seconds)
        counted = (_VISIT.staffed.is_not(None), _VISIT.wait_seconds.is_not(None), _VISIT.exclusion.is_(None))
        within = (self._here(tables.judged_visit), _VISIT.day.between(first, last), _VISIT.day.not_in(rehearsed))
        rows = self._connection.execute(select(*columns).where(*within, *counted))
        return [PastWait(Situation(*situation), seconds) for *situation, seconds in rows]

    def keep_wait_ranges(self, ranges: Iterable[WaitRange]) -> None:
        """Keep these ranges instead of those before."""
        self._connection.execute(delete(tables.wait_range).where(self._here(tables.wait_range)))
        rows = [{"office": self.office, **_columns(found)} for found in ranges]
        if rows:
            self._connection.execute(insert(tables.wait_range), rows)

    def all_wait_ranges(self) -> list[WaitRange]:
        """Every range that is kept; for the checker."""
        rows = select(tables.wait_range).where(self._here(tables.wait_range))
        return [_range(*columns) for _, *columns in self._connection.execute(rows)]

    def wait_ranges(self, hour: int, services: Collection[str]) -> dict[Situation, WaitRange]:
        """Every range that may be told to visitors for these services in this hour."""
        fitting = (_RANGE.hour.in_([hour, ANY_HOUR]), _RANGE.service.in_([*services, ANY_SERVICE]))
        rows = select(tables.wait_range).where(self._here(tables.wait_range), *fitting)
        found = [_range(*columns) for _, *columns in self._connection.execute(rows)]
        return {each.situation: each for each in found}


def _columns(found: WaitRange) -> dict[str, object]:
    kept = found.situation._asdict() | {"visits": found.visits, "low": found.low, "high": found.high}
    service, hour = found.situation.service, found.situation.hour
    return kept | {"service": ANY_SERVICE if service is None else service, "hour": ANY_HOUR if hour is None else hour}


def _range(service: str, hour: int, staffed: int, in_front: int, visits: int, low: int, high: int) -> WaitRange:
    alike = Situation(
        None if service == ANY_SERVICE else service, None if hour == ANY_HOUR else hour, staffed, in_front
    )
    return WaitRange(alike, visits, low, high)
