"""One visit told: why its clock started when it did, when its limit passed, and what other readings would say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.journal import JournalRow
from shared.domain.judged_day.beginning import Beginning, beginnings
from shared.domain.judged_day.judging import other_readings, visits_until
from shared.domain.judged_day.logged import LoggedVisit, Place
from shared.domain.judged_day.terms import Terms
from shared.domain.service_target import Verdict, Visit, latest_start

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class ReadOtherwise:
    """What another reading of the promise says of one visit; the clock in seconds, None where it never started."""

    clock_seconds: int | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldVisit:
    """A judged visit with what was computed about it; moments are UTC.

    `latest_start` is the last moment at which the promise could be kept; None without a clock or a promise. `paused`
    are the published breaks and documented emergencies in which its clock stood still.
    """

    logged: LoggedVisit
    limit_seconds: int
    latest_start: datetime | None
    beginnings: tuple[Beginning, ...]
    paused: tuple[Span, ...]
    readings: Mapping[str, ReadOtherwise]

    @property
    def limit_passed_at(self) -> datetime | None:
        """When the limit passed; None while it has not, and for whoever was served before."""
        return self.latest_start if (self.logged.visit.clock_seconds or 0) > self.limit_seconds else None


def told_visit(
    rows: Sequence[JournalRow], sounded: Collection[int], terms: Terms, now: datetime, place: Place
) -> ToldVisit | None:
    """The visit of this ticket and leg, out of its day's rows; None where the day knows no such visit."""
    visits = visits_until(rows, sounded, terms, now)
    logged = next((v for v in visits if (v.visit.ticket, v.visit.leg) == place), None)
    if logged is None:
        return None
    readings = other_readings(rows, sounded, terms, now)
    return ToldVisit(
        logged=logged,
        limit_seconds=terms.promise.limit,
        latest_start=_latest(logged.visit, terms),
        beginnings=beginnings(rows, sounded, terms, logged),
        paused=tuple(_paused(logged.visit, terms, now)),
        readings={name: _read(so_far.visits, place) for name, so_far in readings.items()},
    )


def _latest(visit: Visit, terms: Terms) -> datetime | None:
    if visit.clock_started_at is None or not terms.promise.covers(visit.service):
        return None
    return latest_start(terms.hours, visit.clock_started_at, terms.promise.limit)


def _read(visits: Sequence[Visit], place: Place) -> ReadOtherwise:
    visit = next(visit for visit in visits if (visit.ticket, visit.leg) == place)
    return ReadOtherwise(visit.clock_seconds, visit.verdict)


def _paused(visit: Visit, terms: Terms, now: datetime) -> list[Span]:
    """The breaks in which the clock stood still before it stopped, or stands still now."""
    began = visit.clock_started_at
    if began is None or visit.clock_seconds is None:
        return []
    paused, stops = [], began + timedelta(seconds=visit.clock_seconds)
    for start, end in terms.hours.breaks:
        rests = visit.reason == "still_waiting" and start <= now < end
        if end > began and (start < stops or rests):
            paused.append((start, end))
            stops += end - max(start, began)
    return paused
