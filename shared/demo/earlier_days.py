"""A day behind the demonstration: played from the first number to the night, with its published hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from shared.demo.chance import visitors_between
from shared.demo.explaining import explain_breaches
from shared.demo.opinions import tell_opinions
from shared.demo.requests import plan_requests
from shared.demo.seasons import Prospect, prospect_of
from shared.demo.stage import Stage
from shared.demo.visitor import Visitor
from shared.demo.working_day import WorkingDay
from shared.domain.office import Office
from shared.domain.opening_hours import DAY_ENDS_AT, ServiceDay

EARLY = timedelta(minutes=10)
"""So long before opening the first visitors may take a number."""


def play_day(stage: Stage, day: date, hours: ServiceDay) -> None:
    """Play one working day from the first number to the night in which it is closed."""
    opens, closes = _at(day, hours.opens, stage.office), _at(day, hours.closes, stage.office)
    pauses = [(_at(day, p.start, stage.office), _at(day, p.end, stage.office)) for p in hours.breaks]
    chance = Random(f"{stage.office.code} {day}")  # noqa: S311 # a story, not a secret
    prospect = prospect_of(opens, closes, chance, has_break=bool(pauses))
    working = WorkingDay(stage, [*pauses, *prospect.silences])
    working.expect(_visitors(opens, closes, prospect, chance))
    for nth, counter in enumerate(list(stage.counters)[: 1 if prospect.alone else None]):
        seated = opens - timedelta(minutes=5) + nth * timedelta(minutes=20) + prospect.late_start
        working.open_counter(counter, seated, max(seated, opens) + timedelta(seconds=chance.randint(20, 120)))
    plan_requests(stage, day)
    stage.play()
    explain_breaches(stage, day, prospect, working.visitor_of, chance)
    tell_opinions(stage, day)
    working.officers_go_home(closes)
    stage.plan(_at(day + timedelta(days=1), DAY_ENDS_AT, stage.office), stage.house.turn_the_day)
    stage.play()


def _visitors(opens: datetime, closes: datetime, prospect: Prospect, chance: Random) -> list[Visitor]:
    *others, last = visitors_between(opens - EARLY, closes, prospect.visitors, chance)
    if not prospect.forgets_finish:
        return [*others, last]
    at_once = replace(last, follows_call=1, leaves_after=None, fetches_for=None, goes_on_to=None)
    return [*others, replace(at_once, finish_is_forgotten=True)]


def _at(day: date, clock: time, office: Office) -> datetime:
    return datetime.combine(day, clock, office.time_zone)
