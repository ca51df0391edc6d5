"""The office day: a row, opened by its first verb and closed at 03:00; a clock that may be wrong does neither."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from shared.database import Database
from shared.database.records.line import OfficeDay
from shared.domain.ticket import State
from tests.cast import THURSDAY, Company, HandClock, company, moment, ternate

FRIDAY = THURSDAY + timedelta(days=1)


def open_day(crew: Company) -> OfficeDay | None:
    return crew.desk(None).reading(lambda records: records.open_day())


def days(crew: Company) -> list[tuple[str, date]]:
    return [(row.move, row.day) for row in crew.journal() if row.move in ("open_day", "close_day")]


def test_the_first_verb_opens_the_day_once(crew: Company) -> None:
    assert open_day(crew) is None
    crew.take("K")
    crew.take("K")
    opened = open_day(crew)
    assert opened is not None
    assert (opened.day, opened.opened_at) == (THURSDAY, moment("08:00"))
    assert days(crew) == [("open_day", THURSDAY)]


def test_the_first_verb_of_a_new_day_expires_what_is_open_and_frees_the_counters(
    crew: Company, clock: HandClock
) -> None:
    tickets = [crew.take("K") for _ in range(4)]
    crew.serve("rina", 1)
    crew.desk("rina").hold(1)
    crew.serve("rina", 1)
    crew.desk("bagus").call_next(2)
    clock.at("08:00", FRIDAY)
    assert crew.take("K").label == "K-001"
    assert {crew.ticket(ticket).state for ticket in tickets} == {State.EXPIRED}
    assert crew.desk(None).reading(lambda records: records.seats()) == []
    assert days(crew) == [("open_day", THURSDAY), ("close_day", THURSDAY), ("open_day", FRIDAY)]
    ended = [row for row in crew.journal() if row.move in ("expire", "leave_counter")]
    assert {(row.reason, row.day) for row in ended} == {("day_end", THURSDAY)}


def test_what_was_over_stays_as_it_was(crew: Company, clock: HandClock) -> None:
    served = crew.take("K")
    crew.serve("rina", 1)
    crew.desk("rina").finish(1)
    clock.at("08:00", FRIDAY)
    crew.take("K")
    assert crew.ticket(served).state is State.SERVED


def test_nobody_is_cut_off_at_midnight(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    crew.serve("rina", 1)
    clock.at("02:59", FRIDAY)
    crew.desk("rina").turn_the_day()
    done = crew.desk("rina").finish(1)
    assert (done.state, done.day) == (State.SERVED, THURSDAY)
    assert crew.journal()[-1].day == THURSDAY


def test_at_three_in_the_morning_the_timer_closes_the_day_and_opens_none(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    clock.at("03:00", FRIDAY)
    crew.desk(None).turn_the_day()
    assert open_day(crew) is None
    assert days(crew)[-1] == ("close_day", THURSDAY)
    seq = crew.seq()
    crew.desk(None).turn_the_day()
    assert crew.seq() == seq


def test_a_refused_verb_does_not_open_a_day(crew: Company, clock: HandClock) -> None:
    clock.at("20:00")
    with crew.refuses("office_closed"):
        crew.take("K")
    assert open_day(crew) is None


def test_a_step_of_the_clock_in_the_day_moves_nobody_and_is_marked(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    clock.steps(hours=-1)
    clock.passes(minutes=5)
    crew.desk("rina").start(1)
    started = crew.journal()[-1]
    assert (started.at, started.suspect) == (moment("08:05"), True)
    assert crew.take("K").label == "K-002"


@pytest.mark.parametrize("step", [timedelta(hours=20), timedelta(days=1), timedelta(days=400)])
def test_a_clock_that_jumps_ahead_closes_no_day(crew: Company, clock: HandClock, step: timedelta) -> None:
    waiting = crew.take("K")
    clock.steps(seconds=step.total_seconds())
    crew.desk(None).turn_the_day()
    assert crew.take("K").label == "K-002"
    assert crew.ticket(waiting).state is State.WAITING
    assert days(crew) == [("open_day", THURSDAY)]


def test_a_clock_that_was_set_within_the_night_closes_the_day_where_both_clocks_agree(
    crew: Company, clock: HandClock
) -> None:
    crew.take("K")
    clock.steps(minutes=10)
    clock.at("08:00", FRIDAY)
    assert clock.suspect
    crew.desk(None).turn_the_day()
    assert open_day(crew) is None


@pytest.mark.parametrize("minutes", [-30, 180])
def test_between_days_a_step_is_believed_at_once(crew: Company, clock: HandClock, minutes: float) -> None:
    crew.take("K")
    clock.at("05:00", FRIDAY)
    crew.desk(None).turn_the_day()
    clock.steps(minutes=minutes)
    clock.passes(hours=3)
    assert crew.take("K").issued_at == moment("08:00", FRIDAY) + timedelta(minutes=minutes)
    assert not clock.suspect


def test_a_morning_begins_although_the_clock_was_set_back_in_the_night(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    clock.steps(minutes=-10)
    for night in ("02:55", "03:05", "08:00"):
        clock.at(night, FRIDAY)
        crew.desk(None).turn_the_day()
    taken = crew.take("K")
    assert (taken.issued_at, taken.label) == (moment("08:00", FRIDAY), "K-001")
    assert not clock.suspect


def test_a_step_that_leads_back_before_the_journal_is_not_believed(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    clock.at("03:00", FRIDAY)
    crew.desk(None).turn_the_day()
    clock.steps(hours=-1)
    crew.desk(None).turn_the_day()
    assert clock.suspect


def started_again(crew: Company, database: Database, wall: HandClock) -> Company:
    """The program after a restart on a machine whose clock says this."""
    wall.journal_ends_at(database.house(lambda house: house.last_moment()))
    crew.parts.clock = crew.clock = wall
    return crew


@pytest.mark.parametrize("boot", [moment("08:00", date(1970, 1, 1)), moment("06:00")])
def test_a_machine_that_boots_with_an_old_date_goes_on_with_the_open_day(
    crew: Company, database: Database, clock: HandClock, boot: object
) -> None:
    clock.at("09:00")
    crew.take("K")
    again = started_again(crew, database, HandClock(boot))  # type: ignore[arg-type] # a datetime of the row above
    again.desk("rina").call_next(1)
    row = again.journal()[-1]
    assert (row.at, row.suspect, row.day) == (moment("09:00"), True, THURSDAY)
    assert again.take("K").label == "K-002"


def test_a_machine_that_boots_with_an_old_date_opens_no_new_day(
    crew: Company, database: Database, clock: HandClock
) -> None:
    crew.take("K")
    clock.at("03:00", FRIDAY)
    crew.desk(None).turn_the_day()
    again = started_again(crew, database, HandClock(moment("08:00", date(1970, 1, 1))))
    with again.refuses("clock_suspect"):
        again.desk("rina").take_counter(1)
    again.clock.steps(seconds=(moment("07:45", FRIDAY) - again.clock.wall_now()).total_seconds())
    again.desk("rina").take_counter(1)
    assert days(again)[-1] == ("open_day", FRIDAY)


def test_the_journals_time_never_goes_back(crew: Company, database: Database, clock: HandClock) -> None:
    clock.at("09:00")
    crew.take("K")
    again = started_again(crew, database, HandClock(moment("08:10")))
    again.take("K")
    again.clock.passes(hours=2)
    again.take("K")
    times = [row.at for row in again.journal()]
    assert times == sorted(times)
    assert times[-1] == moment("11:00")  # two hours after the journal's end, where time went on


@pytest.fixture(params=["UTC", "Asia/Jayapura", "America/Los_Angeles"])
def machine_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The machine believes that it stands somewhere else."""
    monkeypatch.setitem(os.environ, "TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_the_machines_own_zone_does_not_matter(crew: Company, clock: HandClock, machine_zone: str) -> None:
    clock.at("07:31", FRIDAY)
    assert crew.take("K").day == FRIDAY
    clock.at("16:01", FRIDAY)
    with crew.refuses("office_closed", reason="after_closing"):
        crew.take("K")


@pytest.fixture
def east(database: Database, crew: Company, clock: HandClock) -> Company:
    """Another office of the same program."""
    return company(database, crew.parts.settings.data_dir, ternate(), clock)


def test_an_office_without_an_open_day_does_not_set_the_clock_of_one_that_serves(
    crew: Company, east: Company, clock: HandClock
) -> None:
    crew.take("K")
    clock.steps(hours=2)
    east.desk(None).turn_the_day()
    assert crew.take("K").issued_at == moment("08:00")
    assert clock.suspect


def test_each_office_has_a_day_of_its_own(crew: Company, east: Company, clock: HandClock) -> None:
    crew.take("K")
    east.take("K")
    clock.at("01:00", FRIDAY)
    for office in (crew, east):
        office.desk(None).turn_the_day()
    assert open_day(east) is None
    assert open_day(crew) is not None
    assert (crew.seq(), east.seq()) == (2, 4)
