"""When an office gives numbers and serves: week, breaks, closures and holidays, in office time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo

from shared.domain.calendar import Change, Kind, newest
from shared.domain.service_day import WEEKDAYS, Break, Season, ServiceDay

__all__ = [
    "DAY_ENDS_AT",
    "JOINT_LEAVE",
    "WEEKDAYS",
    "Break",
    "ClosedDay",
    "Opening",
    "OpeningHours",
    "Season",
    "ServiceDay",
    "office_day",
]

DAY_ENDS_AT = time(3)
"""An office day lasts until 03:00 of the next morning, so that nobody is cut off at midnight (rule 8)."""
SEARCH_DAYS = 60
JOINT_LEAVE = "cuti bersama"
DECREED: tuple[Kind, ...] = ("holiday", "joint_leave", "struck")


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """Why an office is closed on a date: `reason` is weekend, holiday or closure."""

    reason: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a visitor at the door needs to know now. Times are aware, in office time."""

    gives_numbers: bool
    reason: str | None = None
    name: str | None = None
    pause: Break | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    changes_at: datetime
    today: ServiceDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """The published hours of an office.

    `holidays` are filled in from the calendar of the state, `changes` from what the head of the office entered.
    """

    week: tuple[ServiceDay, ...]
    seasons: tuple[Season, ...] = ()
    closures: Mapping[date, str] = field(default_factory=dict)
    holidays: Mapping[date, str] = field(default_factory=dict)
    numbers_from_minutes: int = 30
    changes: tuple[Change, ...] = ()
    """Oldest first."""

    def on(self, day: date) -> ServiceDay | ClosedDay:
        """The hours of a date, or why it has none."""
        if (closure := self.closure_on(day)) is not None:
            return ClosedDay("closure", closure)
        if (holiday := self.holiday_on(day)) is not None:
            return ClosedDay("holiday", holiday)
        weekday = WEEKDAYS[day.weekday()]
        return next((hours for hours in self._week_of(day) if weekday in hours.days), ClosedDay("weekend"))

    def closure_on(self, day: date) -> str | None:
        """Why the office itself is closed on a date: what was entered, else what its profile says."""
        entered = newest(self.changes, day, "closure")
        return entered.asked.name if entered else self.closures.get(day)

    def holiday_on(self, day: date) -> str | None:
        """The national holiday or joint leave of a date: what was entered, else the state's, unless it was struck."""
        entered = newest(self.changes, day, "holiday", "joint_leave")
        if entered:
            return entered.asked.name
        return None if newest(self.changes, day, "struck") else self.holidays.get(day)

    def is_confirmed(self, year: int) -> bool:
        """Whether the head of the office confirmed the list of holidays and joint leave of a year."""
        return any(
            one.kind == "confirmed" and one.asked.first.year == year and one.ends is None for one in self.changes
        )

    def is_unsure(self, year: int) -> bool:
        """Whether the joint leave of a year is not known yet. Dates that somebody entered do not make the list
        complete; only who confirms it says so.
        """
        listed = any(day.year == year and JOINT_LEAVE in name.casefold() for day, name in self.holidays.items())
        return not listed and not self.is_confirmed(year)

    def as_known(self, moment: datetime) -> OpeningHours:
        """The calendar as it was at a moment: a promise is kept by the calendar in force when it was made (rule 8).

        What a decree names later in a year that was unsure then still counts: the promise came with that warning.
        """
        then = replace(self, changes=tuple(one.as_known(moment) for one in self.changes if one.entered_at <= moment))
        unsure = {one.asked.first.year for one in self.changes if then.is_unsure(one.asked.first.year)}
        decreed = {one.number: one for one in self.changes if one.kind in DECREED and one.asked.first.year in unsure}
        kept = {one.number: one for one in then.changes} | decreed
        return replace(self, changes=tuple(kept[number] for number in sorted(kept)))

    def season_on(self, day: date) -> str | None:
        """The season whose hours hold on a date instead of the usual ones, such as Ramadan."""
        if entered := newest(self.changes, day, "season"):
            return entered.asked.name
        return next((season.name for season in self.seasons if season.first <= day <= season.last), None)

    def usual_on(self, day: date) -> ServiceDay | None:
        """The hours that this day of the week has outside of any season; None on a day without service."""
        return next((hours for hours in self.week if WEEKDAYS[day.weekday()] in hours.days), None)

    def _week_of(self, day: date) -> tuple[ServiceDay, ...]:
        if entered := newest(self.changes, day, "season"):
            return entered.asked.week
        return next((season.week for season in self.seasons if season.first <= day <= season.last), self.week)

    def at(self, now: datetime, zone: tzinfo) -> Opening:
        """Whether numbers are given at `now`, and if not, why and until when."""
        local = now.astimezone(zone)
        today = self.on(local.date())
        if isinstance(today, ClosedDay):
            return self._closed(today.reason, today.name, local, zone)
        opens = datetime.combine(local.date(), today.opens, zone)
        closes = datetime.combine(local.date(), today.closes, zone)
        numbers_from = opens - timedelta(minutes=self.numbers_from_minutes)
        if local < numbers_from:
            return Opening(
                gives_numbers=False,
                reason="before_opening",
                opens_at=numbers_from,
                changes_at=numbers_from,
                today=today,
            )
        if local >= closes:
            return self._closed("after_closing", None, local, zone, today)
        pause = next((p for p in today.breaks if p.start <= local.time() < p.end), None)
        return Opening(
            gives_numbers=True,
            pause=pause,
            closes_at=closes,
            changes_at=_next_change(local, today, zone),
            today=today,
            opens_at=opens,
        )

    def _closed(
        self, reason: str, name: str | None, local: datetime, zone: tzinfo, today: ServiceDay | None = None
    ) -> Opening:
        opens = self._next_opening(local.date(), zone)
        midnight = datetime.combine(local.date() + timedelta(days=1), time(), zone)
        return Opening(gives_numbers=False, reason=reason, name=name, opens_at=opens, changes_at=midnight, today=today)

    def _next_opening(self, after: date, zone: tzinfo) -> datetime | None:
        for distance in range(1, SEARCH_DAYS):
            day = after + timedelta(days=distance)
            hours = self.on(day)
            if isinstance(hours, ServiceDay):
                return datetime.combine(day, hours.opens, zone)
        return None


def office_day(now: datetime, zone: tzinfo) -> date:
    """Which office day a moment belongs to: its own local date, until 03:00 of the next morning."""
    local = now.astimezone(zone)
    return local.date() - timedelta(days=1) if local.time() < DAY_ENDS_AT else local.date()


def _next_change(local: datetime, today: ServiceDay, zone: tzinfo) -> datetime:
    moments = [today.opens, *(m for pause in today.breaks for m in (pause.start, pause.end)), today.closes]
    ahead = [moment for moment in moments if moment > local.time()]
    return datetime.combine(local.date(), min(ahead), zone)
