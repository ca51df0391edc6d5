"""Which backups stay: many of today, one of each of the last days and weeks, none that is too old."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

NEWEST = 24
DAILY = 14
WEEKLY = 5
LONGEST = timedelta(days=35)
"""What visitors are told: no copy of their data is older (faults.md 4.1)."""


def staying(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """The backups to keep: 24 newest, the newest of each of 14 days and of 5 weeks, and none older than 35 days."""
    young = sorted({moment for moment in made if now - moment <= LONGEST}, reverse=True)
    daily = _newest_of_each(young, lambda moment: moment.date(), DAILY)
    weekly = _newest_of_each(young, lambda moment: moment.isocalendar()[:2], WEEKLY)
    return {*young[:NEWEST], *daily, *weekly}


def _newest_of_each(young: list[datetime], span: Callable[[datetime], Any], most: int) -> list[datetime]:
    newest: dict[Any, datetime] = {}
    for moment in young:
        newest.setdefault(span(moment), moment)
    return list(newest.values())[:most]
