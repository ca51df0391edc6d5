"""Judge a day, or look at it while it runs: the same walk through the same journal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.domain.service_target.clock import clocks_of
from shared.domain.service_target.day import CounterRoster, Promise, ServiceHours, Step
from shared.domain.service_target.overtaking import Overtakings
from shared.domain.service_target.pool import CounterNow
from shared.domain.service_target.timetable import second_of
from shared.domain.service_target.verdict import Judge, Visit
from shared.domain.service_target.walk_through import WalkThrough


@dataclass(frozen=True, slots=True)
class DaySoFar:
    """Every visit of the day and every counter, as they stand at one moment."""

    visits: list[Visit]
    counters: list[CounterNow]


def watch_day(
    steps: Iterable[Step],
    promise: Promise,
    hours: ServiceHours,
    counters: Sequence[CounterRoster],
    now: datetime,
    *,
    day_over: bool = False,
) -> DaySoFar:
    """The day as it stands at `now`: whose clock runs, which counter is free and since when.

    `steps` are in journal order; those after `now` are not seen. With `day_over` whoever still waits is
    judged at `now` (rule 9). TypeError for a moment without a zone.
    """
    second = second_of(now)
    walk = WalkThrough(steps, hours, counters, second)
    clocks = clocks_of(walk.legs, promise.how, walk.timetable, second)
    overtakings = Overtakings(walk.legs, counters)
    judge = Judge(promise, walk.timetable, day_over)
    visits = [judge.visit(leg, clock, overtakings.of(leg, clock)) for leg, clock in zip(walk.legs, clocks, strict=True)]
    return DaySoFar(visits, walk.pool.now())


def judge_day(
    steps: Iterable[Step],
    promise: Promise,
    hours: ServiceHours,
    counters: Sequence[CounterRoster],
    now: datetime,
    *,
    day_over: bool = False,
) -> list[Visit]:
    """One visit per ticket and leg, in order of registration, judged as domain.md 4.3a says."""
    return watch_day(steps, promise, hours, counters, now, day_over=day_over).visits
