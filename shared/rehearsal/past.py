"""The office's own visitors of the last months: when they came, for what, and how long it took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from shared.database import Database, OfficeRecords, StorageError
from shared.demo.chance import breath
from shared.demo.visitor import Visitor
from shared.domain.office import Office
from shared.domain.opening_hours import ServiceDay
from shared.domain.service_target import Visit
from shared.front_desk.promise import visits_of_day
from shared.settings import Settings

LOOKED_BACK = timedelta(days=120)
SOME_WEEKS = 15
"""So many closed working days are enough to speak of the office's own visitors."""
LONGEST_WALK = timedelta(minutes=10)
THREE_CALLS = timedelta(seconds=200)


@dataclass(frozen=True, slots=True)
class PastVisit:
    """One visit as it was; `part` says when they came, as a part of that day's opening time."""

    part: float
    visit: Visit
    went_on_to: str | None
    came_back_after: timedelta | None
    left_after: timedelta | None

    def again(self, opens: datetime, closes: datetime, chance: Random) -> Visitor:
        """The same visitor on another day. Pauses between visitors are not in the journal: they are drawn."""
        visit = self.visit
        walk = visit.started_at - visit.first_called_at if visit.started_at and visit.first_called_at else timedelta()
        return Visitor(
            comes_at=opens + (closes - opens) * self.part,
            service=visit.service or "",
            serving=timedelta(seconds=visit.service_seconds or 0),
            walk=min(walk, LONGEST_WALK),
            priority=visit.priority,
            follows_call=None if visit.reason == "no_show" else 1,
            returns_after=self.came_back_after,
            leaves_after=self.left_after,
            goes_on_to=self.went_on_to,
            desk_busy_after=breath(chance),
        )


@dataclass(frozen=True, slots=True)
class Past:
    """The visits to draw from, and how many came on each day."""

    visits: list[PastVisit]
    a_day: list[int]


def past_of(settings: Settings, office: Office, today: date) -> Past | None:
    """What the data folder knows of the office's last months; None where that is less than some weeks."""
    if settings.database_file is not None and not settings.database_file.exists():
        return None
    database = Database(settings.database_url, read_only=True)
    try:
        return database.reading(office.code, lambda records: _past(records, office, today))
    except StorageError as error:
        raise RuntimeError(f"cannot read the history in {settings.data_dir}: {type(error).__name__}") from error
    finally:
        database.close()


def _past(records: OfficeRecords, office: Office, today: date) -> Past | None:
    days = {}
    for day in records.closed_days(today - LOOKED_BACK, today - timedelta(days=1)):
        hours = office.hours.on(day)
        rehearsed = any(row.facts.get("rehearsal") for row in records.rows_of_days(day, day) if row.move == "open_day")
        if isinstance(hours, ServiceDay) and not rehearsed:
            days[day] = list(_visits_of(records, office, day, hours))
    if len(days) < SOME_WEEKS:
        return None
    return Past([visit for day in days.values() for visit in day], [len(day) for day in days.values()])


def _visits_of(records: OfficeRecords, office: Office, day: date, hours: ServiceDay) -> Iterator[PastVisit]:
    opens, closes = (datetime.combine(day, clock, office.time_zone) for clock in (hours.opens, hours.closes))
    ended = {ticket.id: ticket.ended_at for ticket in records.tickets_of(day)}
    legs: Mapping[int, dict[int, Visit]] = defaultdict(dict)
    for logged in visits_of_day(records, office, day, closes):
        legs[int(logged.visit.ticket)][logged.visit.leg] = logged.visit
    for ticket, of_ticket in legs.items():
        first, second, gone = of_ticket[1], of_ticket.get(2), ended[ticket]
        if first.exclusion is not None:
            continue
        left = first.reason == "left_before_service" and gone is not None
        yield PastVisit(
            part=(first.issued_at - opens) / (closes - opens),
            visit=first,
            went_on_to=second.service if second and first.started_at else None,
            came_back_after=_absent(first, second) if second and first.reason == "no_show" else None,
            left_after=gone - first.issued_at if left and gone else None,
        )


def _absent(first: Visit, second: Visit) -> timedelta:
    called = first.first_called_at or first.issued_at
    return max(second.issued_at - called - THREE_CALLS, timedelta(minutes=1))
