"""The office's own visitors of the last months: when they came, for what, and how long it took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from shared.database import Database, OfficeRecords, StorageError
from shared.demo.chance import breath
from shared.demo.visitor import Visitor
from shared.domain.judged_day import is_rehearsed
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
class PastService:
    """One service as it went: how long it took, and how long the visitor walked to the counter."""

    code: str | None
    took: timedelta
    walk: timedelta


@dataclass(frozen=True, slots=True)
class PastVisitor:
    """One visitor as they were: their visits, leg by leg, and when their ticket ended.

    `part` says when they came, as a part of that day's opening time.
    """

    part: float
    visits: Sequence[Visit]
    ended_at: datetime | None

    @property
    def came(self) -> Visit:
        """The visit for which they took their number."""
        return self.visits[0]

    @property
    def services(self) -> list[PastService]:
        """What they were given; visits that are left out of the figures are left out here."""
        return [
            PastService(visit.service, timedelta(seconds=visit.service_seconds), _walk(visit))
            for visit in self.visits
            if visit.service_seconds is not None and visit.exclusion is None
        ]

    @property
    def went_on_to(self) -> str | None:
        """The service that they were sent on to."""
        return self.visits[1].service if self.visits[1:] and self.came.started_at else None

    @property
    def came_back_after(self) -> timedelta | None:
        """How long after they were missed they stood at the counter again."""
        if not self.visits[1:] or self.came.reason != "no_show":
            return None
        called = self.came.first_called_at or self.came.issued_at
        return max(self.visits[1].issued_at - called - THREE_CALLS, timedelta(minutes=1))

    @property
    def left_after(self) -> timedelta | None:
        """How long they were willing to wait."""
        if self.came.reason != "left_before_service" or self.ended_at is None:
            return None
        return self.ended_at - self.came.issued_at


class Past:
    """The visitors to draw from, and how many came on each day. Somebody of them was served."""

    def __init__(self, days: Sequence[Sequence[PastVisitor]]) -> None:
        self._visitors = [visitor for day in days for visitor in day]
        self._a_day = [len(day) for day in days]
        self._services = [service for visitor in self._visitors for service in visitor.services]

    def visitors_between(self, opens: datetime, closes: datetime, count: int | None, chance: Random) -> list[Visitor]:
        """Visitors of the past on another day, in the order in which they come; `count`, or as many as usually."""
        drawn = chance.choices(self._visitors, k=count or chance.choice(self._a_day))
        coming = [self._again(visitor, opens + (closes - opens) * visitor.part, chance) for visitor in drawn]
        return sorted(coming, key=lambda visitor: visitor.comes_at)

    def _again(self, visitor: PastVisitor, comes_at: datetime, chance: Random) -> Visitor:
        """The same visitor once more. Pauses between visitors are not in the journal: they are drawn."""
        came = visitor.came
        service = visitor.services[0] if visitor.services else self._service_like(came, chance)
        return Visitor(
            comes_at=comes_at,
            service=came.service or "",
            serving=service.took,
            walk=service.walk,
            priority=came.priority,
            follows_call=None if came.reason == "no_show" else 1,
            returns_after=visitor.came_back_after,
            leaves_after=visitor.left_after,
            goes_on_to=visitor.went_on_to,
            desk_busy_after=breath(chance),
        )

    def _service_like(self, came: Visit, chance: Random) -> PastService:
        """What somebody who was never served would have got: with more counters their turn may come in time."""
        alike = [service for service in self._services if service.code == came.service]
        return chance.choice(alike or self._services)


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
    days = []
    for day in records.closed_days(today - LOOKED_BACK, today - timedelta(days=1)):
        hours = office.hours.on(day)
        if isinstance(hours, ServiceDay) and not is_rehearsed(records.rows_of_days(day, day)):
            days.append(list(_visitors_of(records, office, day, hours)))
    somebody_served = any(visitor.services for visitors in days for visitor in visitors)
    return Past(days) if len(days) >= SOME_WEEKS and somebody_served else None


def _visitors_of(records: OfficeRecords, office: Office, day: date, hours: ServiceDay) -> Iterator[PastVisitor]:
    """The day's visitors, without those whose times nobody may believe."""
    opens, closes = (datetime.combine(day, clock, office.time_zone) for clock in (hours.opens, hours.closes))
    ended = {ticket.id: ticket.ended_at for ticket in records.tickets_of(day)}
    legs: defaultdict[int, list[Visit]] = defaultdict(list)
    for logged in visits_of_day(records, office, day, closes):
        legs[int(logged.visit.ticket)].append(logged.visit)
    for ticket, visits in legs.items():
        came, *later = sorted(visits, key=lambda visit: visit.leg)
        if came.exclusion is None:
            yield PastVisitor((came.issued_at - opens) / (closes - opens), [came, *later], ended[ticket])


def _walk(visit: Visit) -> timedelta:
    if visit.started_at is None or visit.first_called_at is None:
        return timedelta()
    return min(visit.started_at - visit.first_called_at, LONGEST_WALK)
