"""When a conversation is closed because its user does not answer any more (domain.md 4.5).

The clock starts at the office's last message that awaits the user, and never runs while the last message is the user's.
Hours are hours of the clock, nights and weekends included. "Hari" without "kerja" are days of the calendar, because the
same documents write "hari kerja" where they mean it; day 1 is the day after, and the last day is whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from shared.domain.opening_hours import OpeningHours
from shared.domain.standard import Silence
from shared.domain.working_days import due

LAST_REMINDER = timedelta(days=1)
SHARE_OF_HOURS = 4
"""A silence that is counted in hours is reminded of when a quarter of it is left."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Two moments of a silence, aware: the one reminder, and the closing itself."""

    reminds_at: datetime
    closes_at: datetime


def closing(last: datetime, silence: Silence, hours: OpeningHours, zone: tzinfo) -> Closing:
    """When a silence that began at `last` (aware) is reminded of, and when it closes the conversation."""
    if silence.unit == "hours":
        left = timedelta(hours=silence.quantity)
        return Closing(last + left - left / SHARE_OF_HOURS, last + left)
    closes = datetime.combine(_last_day(last.astimezone(zone).date(), silence, hours) + timedelta(days=1), time(), zone)
    return Closing(max(last, closes - LAST_REMINDER), closes)


def _last_day(began: date, silence: Silence, hours: OpeningHours) -> date:
    if silence.unit == "working_days":
        return due(began, silence.quantity, hours).day
    return began + timedelta(days=silence.quantity)
