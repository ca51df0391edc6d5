"""The wait log: the judged visits of closed days as they are kept, and those of the open day as they stand now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shared.database import OfficeRecords
from shared.database.records.judged import Readings
from shared.domain.judged_day import LoggedVisit
from shared.domain.office import Office
from shared.domain.wait_figures import Choice, Mark
from shared.front_desk.promise import visits_of_day

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WaitLog:
    """What was found: `counted` is what the figures are about, `listed` is those of them that are listed."""

    counted: list[Mark]
    listed: list[Mark]
    live: Mapping[Place, LoggedVisit]
    """The visits of days whose judgement is not kept, by ticket and leg."""

    def visits(self, records: OfficeRecords, marks: Sequence[Mark]) -> list[LoggedVisit]:
        """The visits behind the marks, in their order."""
        kept = {(v.day, v.visit.ticket, v.visit.leg): v for v in records.judged_visits_of(marks)}
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
    counted = [mark for mark in marks if choice.counts(mark)]
    listed = [mark for mark in counted if choice.lists(mark)]
    return WaitLog(counted, listed, {(int(v.visit.ticket), v.visit.leg): v for v in live})


def readings_of(records: OfficeRecords, first: date, last: date) -> Readings:
    """How closed days would have been judged under the other readings of the promise, by reading and verdict."""
    sums: dict[str, dict[str, int]] = {}
    for readings in records.readings(first, last):
        for name, verdicts in readings.items():
            for verdict, count in verdicts.items():
                mine = sums.setdefault(name, {})
                mine[verdict] = mine.get(verdict, 0) + count
    return sums


def _days_not_kept(records: OfficeRecords, first: date, last: date) -> list[date]:
    """Closed days of an earlier version that were not judged yet, and the open day."""
    today = records.open_day()
    is_open = today is not None and first <= today.day <= last
    return records.unjudged_days(first, last) + ([today.day] if today and is_open else [])
