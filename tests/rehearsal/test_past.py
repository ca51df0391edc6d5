"""The office's own visitors of the last months, as they would come again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from shared.app import build_parts
from shared.database import OfficeRecords
from shared.demo.daybook import Daybook
from shared.demo.people import hire, passwords_in
from shared.demo.stage import Stage
from shared.demo.story_clock import StoryClock
from shared.demo.visitor import Visitor
from shared.demo.working_day import WorkingDay
from shared.domain.opening_hours import DAY_ENDS_AT, ServiceDay
from shared.front_desk import FrontDesk, operator
from shared.rehearsal.past import past_of
from shared.settings import Settings
from tests.cast import moment, pekanbaru

OFFICE = pekanbaru()
FIRST, TODAY = date(2026, 11, 2), date(2026, 11, 25)
CONSULTATION, LIBRARY, WALK = timedelta(minutes=20), timedelta(minutes=8), timedelta(seconds=50)


def comes(clock: str, service: str, serving: timedelta = CONSULTATION) -> Visitor:
    return Visitor(comes_at=moment(clock, FIRST), service=service, serving=serving, walk=WALK)


SERVED = comes("08:10", "K")
LEAVES = replace(comes("08:12", "K"), leaves_after=timedelta(minutes=10))
LEAVES_UNSERVED_SERVICE = replace(comes("08:14", "R"), leaves_after=timedelta(minutes=10))
MISSED_AND_BACK = replace(
    comes("10:00", "P", LIBRARY), follows_call=None, returns_after=timedelta(minutes=10), walk=WALK
)
FORGOTTEN = replace(comes("14:00", "D"), finish_is_forgotten=True)


def play(folder: Path, coming: Sequence[Visitor], *, rehearsal: bool = False) -> Settings:
    """These visitors at one counter on each working day until yesterday."""
    settings = Settings(data_dir=folder, database_url=f"sqlite:///{folder / 'pst.db'}", always_open=rehearsal)
    story = StoryClock(moment("04:00", FIRST).astimezone(UTC))
    parts = build_parts(settings, clock=story)
    officers = hire(FrontDesk(parts, OFFICE, operator(OFFICE.code)), passwords_in(folder))

    def some_weeks(records: OfficeRecords) -> None:
        stage = Stage(replace(parts, database=Daybook(records)), OFFICE.code, {1: officers[1]}, story)
        for day in working_days():
            play_day(stage, day, [replace(one, comes_at=one.comes_at + (day - FIRST)) for one in coming])

    parts.database.writing(OFFICE.code, some_weeks)
    parts.database.close()
    return settings


def working_days() -> Iterator[date]:
    days = (FIRST + timedelta(days=n) for n in range((TODAY - FIRST).days))
    return (day for day in days if isinstance(OFFICE.hours.on(day), ServiceDay))


def play_day(stage: Stage, day: date, coming: Sequence[Visitor]) -> None:
    working = WorkingDay(stage)
    working.expect(coming)
    working.open_counter(1, moment("07:55", day), moment("08:00", day))
    stage.play()
    working.officers_go_home(moment("15:30", day))
    stage.plan(datetime.combine(day + timedelta(days=1), DAY_ENDS_AT, OFFICE.time_zone), stage.house.turn_the_day)
    stage.play()


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> list[Visitor]:
    """A great many visitors who come again, of an office where the same five came every day."""
    everybody = [SERVED, LEAVES, LEAVES_UNSERVED_SERVICE, MISSED_AND_BACK, FORGOTTEN]
    past = past_of(play(tmp_path_factory.mktemp("past"), everybody), OFFICE, TODAY)
    assert past is not None
    chance = Random(1)  # noqa: S311 # the same draw at each run
    return past.visitors_between(moment("08:00", TODAY), moment("15:30", TODAY), 400, chance)


def test_whoever_was_served_needs_as_long_again(again: list[Visitor]) -> None:
    stayed = {(one.serving, one.walk) for one in again if one.service == "K" and one.leaves_after is None}
    assert stayed == {(CONSULTATION, WALK)}


def test_whoever_left_is_served_like_others_of_that_service_if_their_turn_comes_in_time(again: list[Visitor]) -> None:
    left = {(one.serving, one.walk) for one in again if one.service == "K" and one.leaves_after is not None}
    assert left == {(CONSULTATION, WALK)}
    assert {one.leaves_after for one in again} == {None, timedelta(minutes=10)}


def test_where_a_service_was_never_given_whoever_left_is_served_like_anybody(again: list[Visitor]) -> None:
    assert {one.serving for one in again if one.service == "R"} == {CONSULTATION, LIBRARY}


def test_whoever_was_missed_and_came_back_needs_as_long_as_they_did_then(again: list[Visitor]) -> None:
    [came_back] = {replace(one, comes_at=TODAY, desk_busy_after=None) for one in again if one.service == "P"}  # type: ignore[arg-type] # what differs is of no interest
    assert (came_back.serving, came_back.walk) == (LIBRARY, WALK)
    assert came_back.follows_call is None
    assert came_back.returns_after is not None


def test_a_visit_that_was_left_out_of_the_figures_is_not_played_again(again: list[Visitor]) -> None:
    assert {one.service for one in again} == {"K", "R", "P"}
    assert max(one.serving for one in again) == CONSULTATION


def test_days_that_were_rehearsed_are_no_history(tmp_path: Path) -> None:
    assert past_of(play(tmp_path, [SERVED], rehearsal=True), OFFICE, TODAY) is None


def test_weeks_in_which_nobody_was_served_are_no_history(tmp_path: Path) -> None:
    never_comes = replace(SERVED, follows_call=None)
    assert past_of(play(tmp_path, [never_comes]), OFFICE, TODAY) is None
