"""When an office gives numbers and serves: week, breaks, closures and holidays, in office time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_ENDS_AT = time(3)
"""An office day lasts until 03:00 of the next morning, so that nobody is cut off at midnight (rule 8)."""
SEARCH_DAYS = 60


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
    """The published hours of an office. `holidays` are filled in from the calendar of the state."""

    week: tuple[ServiceDay, ...]
    seasons: tuple[Season, ...] = ()
    closures: Mapping[date, str] = field(default_factory=dict)
    holidays: Mapping[date, str] = field(default_factory=dict)
    numbers_from_minutes: int = 30

    def on(self, day: date) -> ServiceDay | ClosedDay:
        """The hours of a date, or why it has none."""
        if day in self.closures:
            return ClosedDay("closure", self.closures[day])
        if day in self.holidays:
            return ClosedDay("holiday", self.holidays[day])
        week = next((season.week for season in self.seasons if season.first <= day <= season.last), self.week)
        weekday = WEEKDAYS[day.weekday()]
        return next((hours for hours in week if weekday in hours.days), ClosedDay("weekend"))

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
