"""Time in which an office serves: what lies between two moments without nights, breaks and days that do not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo

from shared.domain.opening_hours import OpeningHours, ServiceDay
from shared.domain.working_days import LONGEST, not_a_working_day

NOTHING = timedelta()


def end_of_service(day: date, hours: OpeningHours, zone: tzinfo) -> datetime:
    """When the service of a date ends; the end of the date where the office is closed on it."""
    found = hours.on(day)
    if isinstance(found, ServiceDay):
        return datetime.combine(day, found.closes, zone)
    return datetime.combine(day + timedelta(days=1), time(), zone)


def service_time(first: datetime, last: datetime, hours: OpeningHours, zone: tzinfo) -> timedelta:
    """How much of the time between two aware moments is service; nothing where `last` is not later."""
    total = NOTHING
    day = first.astimezone(zone).date()
    while first < last and day <= last.astimezone(zone).date():
        for opens, closes in service_stretches(day, hours, zone):
            total += max(NOTHING, min(closes, last) - max(opens, first))
        day += timedelta(days=1)
    return total


def after_service_time(start: datetime, left: timedelta, hours: OpeningHours, zone: tzinfo) -> datetime:
    """The moment at which so much service time has passed since `start`. ValueError if a year does not hold it."""
    day = start.astimezone(zone).date()
    for distance in range(LONGEST):
        for opens, closes in service_stretches(day + timedelta(days=distance), hours, zone):
            begins = max(opens, start)
            if begins + left <= closes:
                return begins + left
            left -= max(NOTHING, closes - begins)
    raise ValueError("the office does not serve for so long within a year")


def service_stretches(day: date, hours: OpeningHours, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    """The pieces of service of a working day, without its published breaks: time that counts towards a promise."""
    return open_stretches(day, hours, zone) if not_a_working_day(day, hours) is None else iter(())


def open_stretches(day: date, hours: OpeningHours, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    """The pieces of a date in which visitors are served; an office that opens on Saturdays serves them then."""
    found = hours.on(day)
    if not isinstance(found, ServiceDay):
        return
    edges = [found.opens, *(edge for pause in found.breaks for edge in (pause.start, pause.end)), found.closes]
    for opens, closes in zip(edges[::2], edges[1::2], strict=True):
        yield datetime.combine(day, opens, zone), datetime.combine(day, closes, zone)
