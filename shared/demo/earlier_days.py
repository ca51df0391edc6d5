"""The weeks behind the demonstration: working days of the office's own calendar, with their published hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from operator import itemgetter
from random import Random

from shared.demo.chance import visitors_between
from shared.demo.stage import Stage
from shared.demo.working_day import WorkingDay
from shared.domain.office import Office
from shared.domain.opening_hours import DAY_ENDS_AT, OpeningHours, ServiceDay

DAYS_BEHIND = 10
FEWEST, MOST = 15, 20
ALONE = 0.2
"""How often the first officer is alone for a day."""
SEARCH_DAYS = 60


def working_days_before(today: date, hours: OpeningHours) -> dict[date, ServiceDay]:
    """The last working days before `today` with their hours, oldest first."""
    before = (today - timedelta(days=distance) for distance in range(1, SEARCH_DAYS))
    working = [(day, on_day) for day in before if isinstance(on_day := hours.on(day), ServiceDay)]
    return dict(sorted(working[:DAYS_BEHIND], key=itemgetter(0)))


def play_day(stage: Stage, day: date, hours: ServiceDay) -> None:
    """Play one working day from the first number to the night in which it is closed."""
    opens, closes = _at(day, hours.opens, stage.office), _at(day, hours.closes, stage.office)
    pauses = [(_at(day, p.start, stage.office), _at(day, p.end, stage.office)) for p in hours.breaks]
    chance = Random(f"{stage.office.code} {day}")  # noqa: S311 # a story, not a secret
    working = WorkingDay(stage, pauses)
    early = opens - timedelta(minutes=10)
    working.expect(visitors_between(early, closes, chance.randint(FEWEST, MOST), chance))
    for nth, counter in enumerate(list(stage.counters)[: 1 if chance.random() < ALONE else None]):
        seated = opens - timedelta(minutes=5) + nth * timedelta(minutes=20)
        working.open_counter(counter, seated, max(seated, opens) + timedelta(seconds=chance.randint(20, 120)))
    stage.play()
    working.close_counters(closes)
    stage.plan(_at(day + timedelta(days=1), DAY_ENDS_AT, stage.office), stage.house.turn_the_day)
    stage.play()


def _at(day: date, clock: time, office: Office) -> datetime:
    return datetime.combine(day, clock, office.time_zone)
