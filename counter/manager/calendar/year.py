"""A year of the office: every date that is not as usual, where it comes from, and who entered it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from importlib.metadata import version
from typing import Any

from shared.database import OfficeRecords
from shared.domain.calendar import Change, newest
from shared.domain.calendar.rules import RAMADAN, RAMADAN_FRIDAY, YEARS_AHEAD, DayHours
from shared.domain.office import Office
from shared.domain.opening_hours import JOINT_LEAVE, OpeningHours
from shared.domain.service_day import Season, written_week
from shared.front_desk.calendar import first_changeable
from shared.front_desk.remark_words import remarks_on
from shared.vault import Vault
from shared.web import at_office

ESTIMATED = " (perkiraan)"
"""How the library marks a date that follows the moon and is not decreed yet."""
YEARS_BACK = 1


def year_json(records: OfficeRecords, vault: Vault, office: Office, today: date, year: int) -> dict[str, Any]:
    """What the page shows. `from_day` is the first day that may still be changed."""
    hours, years = office.hours, range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1)
    year = min(max(year, years[0]), years[-1])
    changes = [one for one in hours.changes if one.asked.first.year <= year <= one.asked.last.year]
    rows = [seq for one in changes for seq in (one.number, one.ended_in) if seq is not None]
    told = _Told(office, records.names(), remarks_on(records, vault, rows))
    from_day = first_changeable(records, today)
    return {
        "year": year,
        "years": list(years),
        "today": today.isoformat(),
        "from_day": from_day.isoformat(),
        "library": version("holidays"),
        "is_unsure": hours.is_unsure(year),
        "unsure_years": [one for one in (today.year, today.year + 1) if hours.is_unsure(one)],
        "days": [*_of_the_state(hours, year), *_of_the_profile(hours, year)],
        "changes": [told.change(one, from_day) for one in changes],
        "week": written_week(hours.week),
        "ramadan": {"ordinary": _written(RAMADAN), "friday": _written(RAMADAN_FRIDAY)},
    }


class _Told:
    """Changes in words: who entered them and when, and what they wrote about them."""

    def __init__(self, office: Office, names: Mapping[int, str], notes: Mapping[int, str]) -> None:
        self._office, self._names, self._notes = office, names, notes

    def change(self, change: Change, from_day: date) -> dict[str, Any]:
        """`holds_until` is its last day, also when it was taken back; None where it never held."""
        asked = change.asked
        last = asked.last if change.ends is None else min(asked.last, change.ends - timedelta(days=1))
        return {
            "id": change.number,
            "kind": change.kind,
            "first": asked.first.isoformat(),
            "last": asked.last.isoformat(),
            "name": asked.name.removesuffix(ESTIMATED),
            "decree": asked.decree,
            "week": written_week(asked.week),
            "by": self._names.get(change.entered_by or 0),
            "at": at_office(change.entered_at, self._office),
            "why": self._notes.get(change.number),
            "holds_until": last.isoformat() if last >= asked.first else None,
            "taken_back": self._taken_back(change),
            "may_take_back": change.stands and (change.kind == "confirmed" or asked.last >= from_day),
        }

    def _taken_back(self, change: Change) -> dict[str, Any] | None:
        if change.ended_at is None:
            return None
        return {
            "by": self._names.get(change.ended_by or 0),
            "at": at_office(change.ended_at, self._office),
            "why": self._notes.get(change.ended_in or 0),
        }


def _of_the_state(hours: OpeningHours, year: int) -> list[dict[str, Any]]:
    """The state's list. `struck` is the change that struck a date."""
    days = sorted(day for day in hours.holidays if day.year == year)
    return [
        {
            "source": "state",
            "kind": "joint_leave" if JOINT_LEAVE in hours.holidays[day].casefold() else "holiday",
            "first": day.isoformat(),
            "last": day.isoformat(),
            "name": hours.holidays[day].removesuffix(ESTIMATED),
            "estimated": hours.holidays[day].endswith(ESTIMATED),
            "struck": struck.number if (struck := newest(hours.changes, day, "struck")) else None,
        }
        for day in days
    ]


def _of_the_profile(hours: OpeningHours, year: int) -> list[dict[str, Any]]:
    """Closures and seasons that stand in the office's file."""
    closures = [_profile_day("closure", day, day, name) for day, name in hours.closures.items() if day.year == year]
    seasons = [_season(one) for one in hours.seasons if one.first.year <= year <= one.last.year]
    return [*closures, *seasons]


def _season(season: Season) -> dict[str, Any]:
    return {**_profile_day("season", season.first, season.last, season.name), "week": written_week(season.week)}


def _profile_day(kind: str, first: date, last: date, name: str) -> dict[str, Any]:
    place = {"first": first.isoformat(), "last": last.isoformat()}
    return {"source": "profile", "kind": kind, **place, "name": name, "estimated": False, "struck": None}


def _written(hours: DayHours) -> dict[str, Any]:
    pause = hours.pause and [f"{moment:%H:%M}" for moment in hours.pause]
    return {"opens": f"{hours.opens:%H:%M}", "closes": f"{hours.closes:%H:%M}", "pause": pause}
