"""Today's story: the visitors of Kota Pekanbaru in the morning, some more until now, and the scene that is on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial
from random import Random

from shared.demo.chance import visitors_between
from shared.demo.opinions import plan_follow_up
from shared.demo.requests import plan_requests_of_now, plan_requests_of_today
from shared.demo.stage import Stage
from shared.demo.visitor import Visitor
from shared.demo.working_day import WorkingDay
from shared.domain.opening_hours import DAY_ENDS_AT, office_day
from shared.domain.ticket import Ticket

BEGINS = time(7, 50)
MORNING_LASTS = timedelta(minutes=145)
SCENE_LASTS = timedelta(minutes=30)
QUIET_BEFORE_SCENE = timedelta(minutes=45)
NOBODY_COMES_AFTER = time(15, 30)
MINUTES_BETWEEN_VISITORS = 16


def _minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def morning(begins: datetime) -> list[Visitor]:
    """Who came first. The numbers are those of the demonstration's list of visitors, where their questions stand."""
    came = [
        # 1: the first of the day, takes a number ten minutes before opening.
        Visitor(comes_at=begins, service="K", serving=_minutes(14)),
        # 2: consults, then goes on to the library with the same number.
        Visitor(comes_at=begins + _minutes(12), service="K", serving=_minutes(17), goes_on_to="P"),
        # 3: an elderly visitor with a question about DTSEN; goes before the others.
        Visitor(comes_at=begins + _minutes(19), service="D", serving=_minutes(16), priority=True),
        # 4: buys microdata; fetches a tax number in between, and so waits twice.
        Visitor(comes_at=begins + _minutes(24), service="J", serving=_minutes(20), fetches_for=_minutes(25)),
        # 5: a pupil alone, with homework.
        Visitor(comes_at=begins + _minutes(41), service="P", serving=_minutes(8), priority=True),
        # 29: a consultation of 75 minutes.
        Visitor(comes_at=begins + _minutes(50), service="K", serving=_minutes(75)),
        # 6: a class of 32 students with one number.
        Visitor(comes_at=begins + _minutes(54), service="P", serving=_minutes(30)),
        # Two more: the clock of the second starts when the consultation of 75 minutes ends.
        Visitor(comes_at=begins + _minutes(90), service="K", serving=_minutes(30)),
        Visitor(comes_at=begins + _minutes(110), service="K", serving=_minutes(9)),
    ]
    return sorted(came, key=lambda visitor: visitor.comes_at)


def play_today(stage: Stage, now: datetime) -> None:
    """Play from the morning until `now`, at whatever hour that is; a day that is still short is told faster."""
    zone = stage.office.time_zone
    day = office_day(now, zone)
    day_begins = datetime.combine(day, DAY_ENDS_AT, zone)
    begins = min(datetime.combine(day, BEGINS, zone), now - MORNING_LASTS - SCENE_LASTS)
    if begins < day_begins:
        stage.squeeze(begins, day_begins, (now - day_begins) / (now - begins))
    plan_follow_up(stage, day)
    working = WorkingDay(stage)
    working.expect(morning(begins))
    working.expect(_since_then(begins + MORNING_LASTS, now, Random(f"{day}"), stage))  # noqa: S311 # a story, not a secret
    for counter in stage.counters:
        working.open_counter(counter, begins + _minutes(2), begins + _minutes(8))
    plan_requests_of_today(stage, now)
    stage.play()
    _Scene(stage, now).plan()
    plan_requests_of_now(stage, now)
    stage.play()


def _since_then(start: datetime, now: datetime, chance: Random, stage: Stage) -> list[Visitor]:
    evening = datetime.combine(office_day(now, stage.office.time_zone), NOBODY_COMES_AFTER, stage.office.time_zone)
    end = min(now - SCENE_LASTS - QUIET_BEFORE_SCENE, evening)
    count = round((end - start) / _minutes(MINUTES_BETWEEN_VISITORS))
    return visitors_between(start, end, count, chance) if count > 0 else []


class _Scene:
    """The last half hour. It ends with somebody at desk 1, desk 2 free, and three in line of whom two have a running
    clock; one visitor is set aside and one was missed.
    """

    def __init__(self, stage: Stage, now: datetime) -> None:
        self._stage = stage
        self._now = now

    def plan(self) -> None:
        """Plan every move, by the minutes that are left until now."""
        self._first_visitors()
        self._somebody_is_missed()
        self._before(13.5, self._take, "K")
        self._before(13.0, self._stage.call_next, 1)
        self._before(12.3, self._do, 1, "start")
        self._somebody_is_set_aside()
        self._before(9.0, self._take, "D")
        self._before(7.0, self._stage.call_next, 2)
        self._before(6.2, self._do, 2, "start")
        self._before(3.2, self._do, 2, "finish")
        self._before(6.0, self._take, "K")
        self._before(2.0, self._take, "P", priority=True)
        self._before(0.3, self._take, "K", "en", slip=True)  # so fresh that its slip is still worth printing

    def _first_visitors(self) -> None:
        for counter, service, comes, goes in ((1, "K", 27.0, 14.2), (2, "J", 25.0, 16.5)):
            self._before(comes, self._take, service)
            self._before(comes - 0.6, self._stage.call_next, counter)
            self._before(comes - 1.3, self._do, counter, "start")
            self._before(goes, self._do, counter, "finish")

    def _somebody_is_missed(self) -> None:
        self._before(22.0, self._take, "P")
        self._before(15.9, self._stage.call_next, 2)
        self._before(14.6, self._stage.recall, 2)
        self._before(13.3, self._stage.recall, 2)
        self._before(12.6, self._do, 2, "miss")

    def _somebody_is_set_aside(self) -> None:
        self._before(12.0, self._take, "R")
        self._before(11.6, self._stage.call_next, 2)
        self._before(10.9, self._do, 2, "start")
        self._before(7.5, self._do, 2, "hold")

    def _before(self, minutes: float, deed: Callable[..., object], *arguments: object, **more: object) -> None:
        self._stage.plan(self._now - _minutes(minutes), partial(deed, *arguments, **more))

    def _take(self, service: str, language: str = "id", **more: bool) -> Ticket:
        return self._stage.take(service, language, **more)

    def _do(self, counter: int, verb: str) -> None:
        getattr(self._stage.counters[counter], verb)(counter)
