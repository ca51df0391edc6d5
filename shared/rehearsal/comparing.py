"""The same visitors on the same days with one, two or three counters: played with the desk's verbs, off the record."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from shared.app import build_parts
from shared.clock import Clock
from shared.database import OfficeRecords
from shared.demo.chance import visitors_between
from shared.demo.daybook import Daybook
from shared.demo.history import History
from shared.demo.stage import Stage
from shared.demo.story_clock import StoryClock
from shared.demo.visitor import Visitor
from shared.demo.working_day import WorkingDay
from shared.domain.office import Counter, Office
from shared.domain.opening_hours import DAY_ENDS_AT, ServiceDay, office_day
from shared.domain.staff import Person, Role
from shared.domain.text import Text
from shared.domain.wait_figures import Summary, summary
from shared.front_desk import FrontDesk, Parts, operator, person_of
from shared.keys import hashed
from shared.rehearsal.past import Past, past_of
from shared.settings import Settings

EARLY = timedelta(minutes=10)
FEWEST, MOST = 14, 24
"""Visitors on a day of the demonstration's mixture, where the office has no history of its own."""
MOST_COUNTERS = 20

Days = Mapping[date, ServiceDay]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the days went with so many counters."""

    counters: int
    figures: Summary
    left: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcomes, and whether the visitors were the office's own."""

    outcomes: list[Outcome]
    days: int
    visitors: int
    own_history: bool


def compare(
    settings: Settings,
    office: Office,
    counters: Sequence[int],
    *,
    days: int,
    visitors: int | None,
    seed: int,
    clock: Clock | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Comparison:
    """Play so many days with each number of counters. The data folder is only read.

    Arrivals and service times are drawn from the office's own history where there are some weeks of it, else from
    the demonstration's mixture. ValueError for numbers that make no sense.
    """
    if not counters or not all(1 <= count <= MOST_COUNTERS for count in counters):
        raise ValueError(f"--compare: give numbers of counters from 1 to {MOST_COUNTERS}, such as 1,2,3")
    today = office_day((clock or Clock()).now(), office.time_zone)
    dates = History(days, "d").working_days_before(today, office.hours)
    past = past_of(settings, office, today)
    coming = {day: _visitors(office, day, hours, past, visitors, seed) for day, hours in dates.items()}
    outcomes = []
    for count in counters:
        say(f"{count} counter{'s' if count > 1 else ''}, {days} days")
        outcomes.append(_outcome(settings, _with_counters(office, count), dates, coming))
    return Comparison(outcomes, days, sum(map(len, coming.values())), past is not None)


def _visitors(
    office: Office, day: date, hours: ServiceDay, past: Past | None, count: int | None, seed: int
) -> list[Visitor]:
    opens, closes = _at(day, hours.opens, office), _at(day, hours.closes, office)
    chance = Random(f"{office.code} {seed} {day}")  # noqa: S311 # a rehearsal, not a secret
    if past is None:
        services = tuple(service.code for service in office.services)
        return visitors_between(opens - EARLY, closes, count or chance.randint(FEWEST, MOST), chance, services)
    return past.visitors_between(opens, closes, count, chance)


def _with_counters(office: Office, count: int) -> Office:
    """The office with so many counters, each for every service."""
    services = tuple(service.code for service in office.services)
    counters = (
        Counter(number=number, name=Text(f"Meja {number}", f"Desk {number}"), services=services)
        for number in range(1, count + 1)
    )
    return replace(office, counters=tuple(counters))


def _outcome(settings: Settings, office: Office, dates: Days, coming: Mapping[date, list[Visitor]]) -> Outcome:
    story = StoryClock(_at(min(dates), DAY_ENDS_AT, office).astimezone(UTC))
    with tempfile.TemporaryDirectory(prefix="pst-rehearsal-") as folder:
        parts = _temporary_parts(settings, office, Path(folder), story)
        try:
            officers = {counter.number: _officer(parts, office, counter.name.id) for counter in office.counters}
            for day, hours in dates.items():
                _play_day(parts, officers, story, day, hours, coming[day])
            marks = parts.database.reading(office.code, lambda records: records.marks(min(dates), max(dates)))
        finally:
            parts.database.close()
    left = sum(mark.reason == "left_before_service" for mark in marks)
    return Outcome(len(office.counters), summary(marks), left)


def _temporary_parts(settings: Settings, office: Office, folder: Path, story: StoryClock) -> Parts:
    temporary = Settings(
        data_dir=folder, database_url=f"sqlite:///{folder / 'pst.db'}", offices_dir=settings.offices_dir
    )
    return replace(build_parts(temporary, clock=story), offices={office.code: office})


def _officer(parts: Parts, office: Office, name: str) -> Person:
    token = FrontDesk(parts, office, operator(office.code)).create_token(frozenset({Role.OFFICER}), name)
    known = parts.database.house(lambda house: house.known(hashed(token)))
    if known is None:
        raise RuntimeError("the temporary database forgot its officer")
    return person_of(known)


def _play_day(
    parts: Parts,
    officers: Mapping[int, Person],
    story: StoryClock,
    day: date,
    hours: ServiceDay,
    coming: Sequence[Visitor],
) -> None:
    """All counters open at the published hour and close after the last visitor; the night judges the day."""
    [office] = parts.offices.values()
    opens, closes = _at(day, hours.opens, office), _at(day, hours.closes, office)
    pauses = [(_at(day, p.start, office), _at(day, p.end, office)) for p in hours.breaks]

    def whole_day(records: OfficeRecords) -> None:
        stage = Stage(replace(parts, database=Daybook(records)), office.code, officers, story)
        working = WorkingDay(stage, pauses)
        working.expect(coming)
        for counter in officers:
            working.open_counter(counter, opens - timedelta(minutes=5), opens)
        stage.play()
        working.officers_go_home(closes)
        stage.plan(_at(day + timedelta(days=1), DAY_ENDS_AT, office), stage.house.turn_the_day)
        stage.play()

    parts.database.writing(office.code, whole_day)


def _at(day: date, clock: time, office: Office) -> datetime:
    return datetime.combine(day, clock, office.time_zone)
