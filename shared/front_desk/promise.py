"""The ten-minute promise of a day: the journal's rows, handed to the judge of the domain."""

from __future__ import annotations

from datetime import date, datetime

from shared.database import OfficeRecords
from shared.domain.judged_day import LoggedVisit, count_readings, day_until, is_rehearsed, terms_of, visits_until
from shared.domain.office import Office
from shared.domain.service_target import DaySoFar
from shared.front_desk.expected_wait import keep_wait_ranges


def day_so_far(records: OfficeRecords, office: Office, day: date, now: datetime) -> DaySoFar:
    """The day judged until `now`: the console's countdown and the manager's log both come from here."""
    rows = records.rows_of_days(day, day)
    return day_until(rows, records.sounded(day), terms_of(office, day, rows), now)


def visits_of_day(records: OfficeRecords, office: Office, day: date, now: datetime) -> list[LoggedVisit]:
    """The day's visits judged until `now`, or until its end once it is closed, as the log shows them."""
    rows = records.rows_of_days(day, day)
    return visits_until(rows, records.sounded(day), terms_of(office, day, rows), now)


def judge_closed_day(records: OfficeRecords, office: Office, day: date) -> None:
    """Judge a closed day and keep what was found; again whenever somebody says more about one of its visits."""
    rows, sounded = records.rows_of_days(day, day), records.sounded(day)
    terms = terms_of(office, day, rows)
    ends = rows[-1].at
    readings = count_readings(rows, sounded, terms, ends)
    visits = visits_until(rows, sounded, terms, ends)
    records.keep_judgement(day, readings, visits, rehearsal=is_rehearsed(rows))
    keep_wait_ranges(records)
