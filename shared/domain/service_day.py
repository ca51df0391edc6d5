"""The hours of one day, and how they are written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A published pause; the clock of the promise stands still in it."""

    start: time
    end: time
    name: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDay:
    """The hours of some days of the week, in office time."""

    days: tuple[str, ...]
    opens: time
    closes: time
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        if unknown := set(self.days) - set(WEEKDAYS):
            raise ValueError(f"unknown days of the week: {', '.join(sorted(unknown))}")
        moments = [self.opens, *(m for pause in self.breaks for m in (pause.start, pause.end)), self.closes]
        if moments != sorted(set(moments)):
            raise ValueError("opening, breaks and closing must follow each other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """Other hours between two dates, such as Ramadan."""

    first: date
    last: date
    name: str
    week: tuple[ServiceDay, ...]


def written_week(week: Iterable[ServiceDay]) -> list[dict[str, Any]]:
    """The hours of a week as rows keep them: times as HH:MM, in office time."""
    return [
        {
            "days": list(hours.days),
            "opens": f"{hours.opens:%H:%M}",
            "closes": f"{hours.closes:%H:%M}",
            "breaks": [[f"{p.start:%H:%M}", f"{p.end:%H:%M}", p.name, p.name_en] for p in hours.breaks],
        }
        for hours in week
    ]


def read_week(written: Sequence[Mapping[str, Any]]) -> tuple[ServiceDay, ...]:
    """What `written_week` wrote."""
    return tuple(
        ServiceDay(
            days=tuple(hours["days"]),
            opens=time.fromisoformat(hours["opens"]),
            closes=time.fromisoformat(hours["closes"]),
            breaks=tuple(
                Break(start=time.fromisoformat(start), end=time.fromisoformat(end), name=name, name_en=name_en)
                for start, end, name, name_en in hours["breaks"]
            ),
        )
        for hours in written
    )
