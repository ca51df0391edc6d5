"""What officers say about visitors whom they served late. Most say something, and mostly it is what happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

from shared.demo.seasons import Prospect, Span
from shared.demo.stage import Stage
from shared.demo.visitor import Visitor
from shared.domain.service_target import Visit
from shared.front_desk.promise import visits_of_day

EXPLAINED = 0.85
LONG_WALK = timedelta(minutes=5)
WHEN_NOTHING_SHOWS = ("long_consultation", "long_consultation", "unscheduled_pause", "other")


def explain_breaches(
    stage: Stage, day: date, prospect: Prospect, visitor_of: Callable[[int], Visitor], chance: Random
) -> None:
    """Before they go home the officers give a reason for most of the day's missed promises."""
    visits = stage.house.reading(lambda records: visits_of_day(records, stage.office, day, stage.clock.now()))
    for visit in (logged.visit for logged in visits):
        if visit.verdict == "missed" and visit.counter is not None and chance.random() < EXPLAINED:
            reason = _reason(visit, prospect, visitor_of(int(visit.ticket)), chance)
            stage.counters[visit.counter].explain_breach(int(visit.ticket), visit.leg, reason)


def _reason(visit: Visit, prospect: Prospect, visitor: Visitor, chance: Random) -> str:
    if _waited_through(visit, prospect.outage):
        return "system_down"
    if visitor.walk > LONG_WALK or visitor.follows_call != 1:
        return "visitor_late"
    if _waited_through(visit, prospect.lunch):
        return "unscheduled_pause"
    return "single_officer" if prospect.alone else chance.choice(WHEN_NOTHING_SHOWS)


def _waited_through(visit: Visit, span: Span | None) -> bool:
    """Whether the visitor's clock ran during a span."""
    if span is None or visit.clock_started_at is None:
        return False
    stopped: datetime = visit.started_at or visit.clock_started_at + timedelta(seconds=visit.clock_seconds or 0)
    return visit.clock_started_at < span[1] and span[0] < stopped
