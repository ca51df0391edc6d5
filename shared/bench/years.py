"""Five years of an office's closed days, written straight into the rows that the log is read from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from shared.bench.houses import OFFICE, settings_of
from shared.database import Database, OfficeRecords
from shared.domain.judged_day import LoggedVisit
from shared.domain.service_target import Visit
from shared.domain.ticket import State, Ticket

JAKARTA = ZoneInfo("Asia/Jakarta")
YEARS = 5
VISITORS_A_DAY = 20
DAYS_A_WEEK = 5
LATE_EVERY = 13
WAITED_TOO_LONG, SERVED_FOR = 900, 840
"""Seconds."""
YEAR = timedelta(days=365)


def write_years(folder: Path, until: date) -> None:
    """Fill the database of a folder with the working days before `until`; every thirteenth visitor was late."""
    database = Database(settings_of(folder).database_url)
    try:
        database.migrate()
        for days in _months(until):
            database.writing(OFFICE, lambda records, days=days: _write(records, days))  # type: ignore[misc] # bound now
    finally:
        database.close()


def _months(until: date) -> Iterator[list[date]]:
    """The working days, some at a time, so that no transaction grows without end."""
    first = until - YEARS * YEAR
    days = [first + timedelta(days=n) for n in range((until - first).days)]
    working = [day for day in days if day.weekday() < DAYS_A_WEEK]
    yield from (working[start : start + 20] for start in range(0, len(working), 20))


def _write(records: OfficeRecords, days: list[date]) -> None:
    for day in days:
        opens = datetime.combine(day, time(8), JAKARTA)
        records.begin_day(day, opens)
        visits = [_visit(records, day, opens, nth) for nth in range(VISITORS_A_DAY)]
        records.end_day(day, opens + timedelta(hours=19))
        records.keep_judgement(day, {"default": {"kept": VISITORS_A_DAY}}, visits)


def _visit(records: OfficeRecords, day: date, opens: datetime, nth: int) -> LoggedVisit:
    issued = opens + timedelta(minutes=20 * nth)
    late = (day.toordinal() + nth) % LATE_EVERY == 0
    ticket = _served_ticket(day, issued, nth)
    return LoggedVisit(
        day=day,
        hour=issued.hour,
        number=ticket.label,
        officer=None,
        explained="single_officer" if late else None,
        told=None,
        situation=None,
        visit=_judged(records.add_ticket(ticket), issued, nth, late=late),
    )


def _served_ticket(day: date, issued: datetime, nth: int) -> Ticket:
    return Ticket(
        id=0,
        day=day,
        series="K",
        number=nth + 1,
        service="K",
        state=State.SERVED,
        issued_at=issued,
        registered_at=issued,
    )


def _judged(ticket: int, issued: datetime, nth: int, *, late: bool) -> Visit:
    waited = WAITED_TOO_LONG if late else 30 + 20 * nth
    started = issued + timedelta(seconds=waited)
    return Visit(
        ticket=ticket,
        leg=1,
        service="K",
        counter=1 + nth % 2,
        priority=False,
        issued_at=issued,
        clock_started_at=issued,
        first_called_at=started,
        started_at=started,
        finished_at=started + timedelta(seconds=SERVED_FOR),
        clock_seconds=waited,
        wait_seconds=waited,
        service_seconds=SERVED_FOR,
        verdict="missed" if late else "kept",
        reason=None,
        overtaken_by=(),
        exclusion=None,
    )
