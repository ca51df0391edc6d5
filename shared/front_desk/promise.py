"""The ten-minute promise of a day: the journal's rows, as the pure judge of the domain reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from shared.database import OfficeRecords
from shared.domain.journal import JournalRow, standing
from shared.domain.office import Office
from shared.domain.opening_hours import DAY_ENDS_AT, ClosedDay
from shared.domain.service_target import (
    CounterRoster,
    DaySoFar,
    Promise,
    ServiceHours,
    Step,
    Summary,
    Visit,
    summary,
    watch_day,
)
from shared.domain.ticket import Ticket

SILENT = frozenset({"open_day", "close_day", "take_over"})
"""Rows that change nothing for the promise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedVisit:
    """One leg of one ticket with its verdict, the number and the officer whom the log names."""

    ticket: Ticket
    visit: Visit
    officer: str | None


@dataclass(frozen=True, slots=True)
class WaitLog:
    """The visits of some days, and the figures above them."""

    visits: list[JudgedVisit]
    summary: Summary


def day_so_far(records: OfficeRecords, office: Office, day: date, now: datetime) -> DaySoFar:
    """The day judged until `now`: the console's countdown and the manager's log both come from here."""
    return _judge(records, office, day, records.rows_of_days(day, day), now)


def wait_log(
    records: OfficeRecords, office: Office, first: date, last: date, now: datetime, service: str | None
) -> WaitLog:
    """Every visit from `first` to `last` (office days), for one service or all."""
    names = records.names()
    visits: list[JudgedVisit] = []
    for day in records.days_between(first, last):
        rows = records.rows_of_days(day, day)
        tickets = {ticket.id: ticket for ticket in records.tickets_of(day)}
        officers = _officers(rows)
        visits += [
            JudgedVisit(
                ticket=tickets[int(visit.ticket)],
                visit=visit,
                officer=names.get(officers.get((int(visit.ticket), visit.leg), 0)),
            )
            for visit in _judge(records, office, day, rows, now).visits
            if service in (None, visit.service)
        ]
    return WaitLog(visits, summary(judged.visit for judged in visits))


def _judge(records: OfficeRecords, office: Office, day: date, rows: Sequence[JournalRow], now: datetime) -> DaySoFar:
    calls = [row.seq for row in rows if row.move in ("call", "recall")]
    sounded = {seq for seq, heard in records.heard(calls).items() if heard.sounded_at is not None}
    closed = next((row.at for row in rows if row.move == "close_day"), None)
    return watch_day(
        [_step(row, sounded) for row in standing(rows) if row.move not in SILENT],
        _promise(office),
        service_hours(office, day, rows),
        [CounterRoster(counter.number, frozenset(counter.services)) for counter in office.counters],
        min(closed, _day_ends(office, day)) if closed else now,
        day_over=closed is not None,
    )


def _day_ends(office: Office, day: date) -> datetime:
    """A day that nobody closed over a weekend is still judged as at its own end."""
    return datetime.combine(day + timedelta(days=1), DAY_ENDS_AT, office.time_zone)


def _step(row: JournalRow, sounded: set[int]) -> Step:
    by_visitor = row.move == "cancel" and row.reason == "visitor"
    return Step(
        at=row.at,
        move="leave" if by_visitor else row.move,
        ticket=row.ticket,
        counter=row.counter,
        service=row.facts.get("service"),
        priority=bool(row.facts.get("priority", False)),
        sounded=row.seq in sounded,
        to_counter=row.facts.get("to_counter"),
    )


def _promise(office: Office) -> Promise:
    walk_in = office.standard.walk_in
    if walk_in is None:
        return Promise(services=frozenset())
    return Promise(walk_in.limit_seconds, frozenset(walk_in.services) or None)


def service_hours(office: Office, day: date, rows: Sequence[JournalRow]) -> ServiceHours:
    """The published hours by which a day is judged; a rehearsal and a closed day have none but midnight."""
    hours = office.hours.on(day)
    zone = office.time_zone
    rehearsed = any(row.move == "open_day" and row.facts.get("rehearsal") for row in rows)
    if isinstance(hours, ClosedDay) or rehearsed:
        return ServiceHours(datetime.combine(day, time(), zone))
    breaks = tuple(
        (datetime.combine(day, pause.start, zone), datetime.combine(day, pause.end, zone)) for pause in hours.breaks
    )
    return ServiceHours(datetime.combine(day, hours.opens, zone), datetime.combine(day, hours.closes, zone), breaks)


def _officers(rows: Sequence[JournalRow]) -> Mapping[tuple[int, int], int]:
    """Who started each leg; where nobody did, who called it first."""
    found: dict[tuple[int, int], int] = {}
    for row in rows:
        if row.ticket is None or row.leg is None or row.actor is None:
            continue
        place = (row.ticket, row.leg)
        if row.move == "start" or (row.move == "call" and place not in found):
            found[place] = row.actor
    return found
