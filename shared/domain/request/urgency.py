"""How urgent a request is, in the colours of the counter: orange from seven tenths of its promised service time on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Literal

from shared.domain.opening_hours import OpeningHours
from shared.domain.request.clock import RequestClock
from shared.domain.request.events import Terms
from shared.domain.service_time import after_service_time, end_of_service, service_time
from shared.domain.working_days import due

Level = Literal["calm", "soon", "late"]
SOON_FROM = 0.7
"""The share of a promise after which a clock turns orange; the consoles show walk-in clocks by the same share."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """`soon_at` (aware) is when it turns orange; None while no clock runs towards a due moment."""

    level: Level
    soon_at: datetime | None = None


def urgency_of(clock: RequestClock, terms: Terms, hours: OpeningHours, zone: tzinfo, now: datetime) -> Urgency:
    """How urgent the request is at `now`. One that was answered, or whose question stands, is calm."""
    if not is_owed(clock, terms) or clock.due_at is None or clock.started_at is None:
        return Urgency("calm")
    started, due_at = clock.started_at, clock.due_at
    promised_until = due_at
    if terms.working_days is not None:
        last = due(started.astimezone(zone).date(), terms.working_days, hours).day
        promised_until = end_of_service(last, hours, zone)
    # While a question stood, time went by that is nobody's: the last three tenths are counted from the end.
    orange = service_time(started, promised_until, hours, zone) * (1 - SOON_FROM)
    until_orange = service_time(started, due_at, hours, zone) - orange
    soon_at = after_service_time(started, until_orange, hours, zone)
    level: Level = "late" if now > due_at else "soon" if now >= soon_at else "calm"
    return Urgency(level, soon_at)


def is_owed(clock: RequestClock, terms: Terms) -> bool:
    """Whether the office still owes what it promised, in time or late; not while the user is asked something."""
    if clock.verdict == "running":
        return True
    ended = clock.first_answer_at if terms.end == "first_answer" else clock.information_at
    return clock.verdict == "missed" and ended is None
