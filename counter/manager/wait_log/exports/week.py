"""The hours of the week in which visitors come, as spreadsheet and report lay them out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from shared.domain.wait_figures.charts import HourOfChart

WORKDAYS = range(5)


class Week(NamedTuple):
    """Numbers issued by weekday (0 is Monday) and office hour; a weekend stands here only if somebody came."""

    weekdays: list[int]
    hours: range
    arrivals: Mapping[tuple[int, int], int]

    @property
    def most(self) -> int:
        """The numbers of the busiest hour."""
        return max(self.arrivals.values())


def week_of(hours: Iterable[HourOfChart]) -> Week | None:
    """The week from the first hour to the last in which numbers were issued; None where none were."""
    arrivals = {(hour["weekday"], hour["hour"]): hour["arrivals"] for hour in hours if hour["arrivals"]}
    if not arrivals:
        return None
    weekdays = sorted({*WORKDAYS, *(weekday for weekday, _ in arrivals)})
    first, last = min(hour for _, hour in arrivals), max(hour for _, hour in arrivals)
    return Week(weekdays, range(first, last + 1), arrivals)
