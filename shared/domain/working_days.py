"""Promises in working days: day 1 is the first working day after the day of receipt, and all of day N is in time.

The day of receipt is the office's local date, also after hours (UU 11/2008 Pasal 8 ayat 2): never worse for the citizen
than to count from the next morning. National holidays, joint leave and the office's own closures are no working days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from shared.domain.opening_hours import ClosedDay, OpeningHours

SATURDAY = 5
LONGEST = 366


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A day that did not count: `reason` is weekend, holiday or closure, and `name` what it is called."""

    day: date
    reason: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Due:
    """The last day that is in time, and every day between that did not count.

    `unsure_years` are the years whose joint leave is not known yet: the state's list has none, and the head of the
    office did not confirm the year. Their dates may still move.
    """

    day: date
    left_out: tuple[LeftOut, ...]
    unsure_years: tuple[int, ...]


def due(received: date, days: int, hours: OpeningHours) -> Due:
    """When a promise of so many working days ends. ValueError for no days, or more than a year of them."""
    if not 1 <= days <= LONGEST:
        raise ValueError(f"a promise takes 1 to {LONGEST} working days, not {days}")
    left_out, counted, day = [], 0, received
    while counted < days:
        day += timedelta(days=1)
        closed = not_a_working_day(day, hours)
        if closed is None:
            counted += 1
        else:
            left_out.append(closed)
    return Due(day, tuple(left_out), tuple(_unsure(received, day, hours)))


def days_left_out(first: date, last: date, hours: OpeningHours) -> tuple[LeftOut, ...]:
    """Every day after `first` and up to `last` that does not count, however the clock came to end on `last`."""
    days = (first + timedelta(days=passed) for passed in range(1, (last - first).days + 1))
    return tuple(closed for day in days if (closed := not_a_working_day(day, hours)))


def working_days_left(today: date, last: date, hours: OpeningHours) -> int:
    """How many working days are still in time, `last` included: 0 on the last day, below 0 by how many it is over.

    Today does not count; neither do days on which the office is closed.
    """
    ahead = 1 if last >= today else -1
    first, end = (today, last) if ahead > 0 else (last, today)
    days = (first + timedelta(days=passed) for passed in range(1, (end - first).days + 1))
    return ahead * sum(not_a_working_day(day, hours) is None for day in days)


def not_a_working_day(day: date, hours: OpeningHours) -> LeftOut | None:
    """Why a day does not count; None for a working day. An office that opens on Saturdays promises nothing for them."""
    found = hours.on(day)
    if isinstance(found, ClosedDay):
        return LeftOut(day, found.reason, found.name)
    return LeftOut(day, "weekend", None) if day.weekday() >= SATURDAY else None


def _unsure(first: date, last: date, hours: OpeningHours) -> Iterator[int]:
    return (year for year in range(first.year, last.year + 1) if hours.is_unsure(year))
