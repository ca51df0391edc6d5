"""The wait log: the judged visits of closed days as they are kept, and those of the open day as they stand now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from shared.database import OfficeRecords
from shared.database.records.judged import Readings
from shared.domain.judged_day import LoggedVisit, is_rehearsed
from shared.domain.office import Office
from shared.domain.wait_figures import Choice, Mark
from shared.front_desk.promise import visits_of_day

Place = tuple[int, int]
ASKED_ONE_BY_ONE = 500
"""Of more visits than these whole days are read: no database takes a statement with thousands of values."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The rehearsals among the days that were asked for. They are left out of everything, unless nothing else was
    asked for.
    """

    days: tuple[date, ...]
    alone: bool

    @property
    def left_out(self) -> tuple[date, ...]:
        """The days that nothing counts."""
        return () if self.alone else self.days


@dataclass(frozen=True, slots=True)
class WaitLog:
    """What was found: `counted` is what the figures are about, `listed` is those of them that are listed."""

    counted: list[Mark]
    listed: list[Mark]
    live: Mapping[Place, LoggedVisit]
    """The visits of days whose judgement is not kept, by ticket and leg."""
    rehearsed: Rehearsed

    def narrowed(self, choice: Choice) -> WaitLog:
        """The same days under a choice that counts no more than this one did."""
        counted = [mark for mark in self.counted if choice.counts(mark)]
        return replace(self, counted=counted, listed=[mark for mark in counted if choice.lists(mark)])

    def visits(self, records: OfficeRecords, marks: Sequence[Mark]) -> list[LoggedVisit]:
        """The visits behind the marks, in their order."""
        few = len(marks) <= ASKED_ONE_BY_ONE
        days = [mark.day for mark in marks]
        found_here = records.judged_visits_of(marks) if few else records.judged_visits(min(days), max(days))
        kept = {(v.day, v.visit.ticket, v.visit.leg): v for v in found_here}
        found = (
            self.live.get((mark.ticket, mark.leg)) or kept.get((mark.day, mark.ticket, mark.leg)) for mark in marks
        )
        return [visit for visit in found if visit is not None]


def wait_log(records: OfficeRecords, office: Office, choice: Choice, now: datetime) -> WaitLog:
    """Every visit that the choice counts or lists."""
    live = [
        visit
        for day in _days_not_kept(records, choice.first, choice.last)
        for visit in visits_of_day(records, office, day, now)
    ]
    marks = records.marks(choice.first, choice.last) + [visit.mark for visit in live]
    rehearsed = rehearsed_among(records, choice.first, choice.last, {mark.day for mark in marks})
    counted = [mark for mark in marks if choice.counts(mark) and mark.day not in rehearsed.left_out]
    listed = [mark for mark in counted if choice.lists(mark)]
    return WaitLog(counted, listed, {(int(v.visit.ticket), v.visit.leg): v for v in live}, rehearsed)


def readings_of(records: OfficeRecords, first: date, last: date, without: Collection[date] = ()) -> Readings:
    """How closed days would have been judged under the other readings of the promise, by reading and verdict."""
    sums: dict[str, Counter[str]] = {}
    for readings in records.readings(first, last, without):
        for name, verdicts in readings.items():
            sums.setdefault(name, Counter()).update(verdicts)
    return sums


def rehearsed_among(records: OfficeRecords, first: date, last: date, met: Collection[date]) -> Rehearsed:
    """The rehearsals within two dates; `met` are the days on which somebody came."""
    days = set(records.rehearsed_days(first, last))
    for day in _days_not_kept(records, first, last):
        if is_rehearsed(records.rows_of_days(day, day)):
            days.add(day)
    return Rehearsed(tuple(sorted(days)), alone=bool(days) and days.issuperset(met))


def _days_not_kept(records: OfficeRecords, first: date, last: date) -> list[date]:
    """Closed days of an earlier version that were not judged yet, and the open day."""
    today = records.open_day()
    is_open = today is not None and first <= today.day <= last
    return records.unjudged_days(first, last) + ([today.day] if today and is_open else [])
