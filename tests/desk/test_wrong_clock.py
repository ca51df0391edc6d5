"""A clock that is wrong moves nobody, closes no day and changes no verdict (faults F25 to F30)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from shared.database import Database
from shared.domain.wait_figures import Choice
from shared.front_desk.wait_log import wait_log
from tests.cast import THURSDAY, Company, HandClock, moment
from tests.desk.test_judged_days import FRIDAY, kept, log, night_falls, one_kept_and_one_late, turn_the_day


@pytest.mark.parametrize(
    "step",
    [timedelta(hours=1), timedelta(hours=-1), timedelta(days=1), timedelta(days=-1), timedelta(days=-20_000)],
    ids=["an hour ahead", "an hour back", "a day ahead", "a day back", "1972"],
)
def test_a_step_of_the_clock_changes_no_verdict_closes_no_day_and_makes_no_negative_time(
    crew: Company, clock: HandClock, step: timedelta
) -> None:
    """Faults F25 to F27, in the middle of a visitor's wait."""
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    past = kept(crew)
    clock.at("09:00", FRIDAY)
    crew.take("K")
    clock.passes(minutes=4)
    clock.steps(seconds=step.total_seconds())
    crew.serve("rina", 1)
    clock.passes(minutes=2)
    crew.desk("rina").finish(1)
    today = log(crew)[-1]
    assert (today.clock_seconds, today.wait_seconds, today.service_seconds) == (240, 240, 120)
    assert today.verdict == "kept"
    assert crew.desk(None).reading(lambda records: records.closed_days(THURSDAY, FRIDAY)) == [THURSDAY]
    assert kept(crew) == past


def test_a_boot_in_1970_changes_no_verdict_and_makes_no_negative_time(
    crew: Company, clock: HandClock, database: Database
) -> None:
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    past = kept(crew)
    clock.at("09:00", FRIDAY)
    crew.take("K")
    booted = crew.parts.clock = HandClock(moment("07:00", date(1970, 1, 1)))
    booted.journal_ends_at(database.house(lambda house: house.last_moment()))
    booted.passes(minutes=4)
    crew.serve("rina", 1)
    crew.desk("rina").finish(1)
    today = crew.desk(None).reading(
        lambda r: wait_log(r, crew.office, Choice(first=FRIDAY, last=FRIDAY), crew.parts.clock.now())
    )
    assert [(mark.verdict, mark.clock_seconds, mark.wait_seconds) for mark in today.listed] == [("kept", 240, 240)]
    assert kept(crew) == past


@pytest.mark.parametrize("step", [1, -1])
def test_a_wrong_date_all_night_long_serves_the_next_morning_and_tells_its_times_as_beyond_belief(
    crew: Company, clock: HandClock, step: int
) -> None:
    crew.take("K")
    crew.serve("rina", 1)
    crew.desk("rina").finish(1)
    clock.at("12:00")
    clock.steps(days=step)
    clock.passes(hours=15)
    turn_the_day(crew)
    clock.passes(hours=5)
    first = crew.take("K")
    clock.passes(minutes=25)
    crew.serve("rina", 1)
    second = crew.take("K")
    clock.passes(minutes=5)
    clock.steps(days=-step)
    turn_the_day(crew)
    states = [crew.ticket(ticket).state.value for ticket in (first, second)]
    assert states == ["serving", "waiting"], "whoever is here this morning is served before yesterday is closed"
    crew.desk("rina").finish(1)
    crew.serve("rina", 1)
    crew.desk("rina").finish(1)
    turn_the_day(crew)
    told = [(mark.number, mark.wait_seconds, mark.exclusion, mark.hour) for mark in log(crew)]
    assert told == [("K-001", 0, None, 8), ("K-002", 1500, "implausible", 8), ("K-003", 300, "implausible", 8)]
    assert crew.take("K").day == FRIDAY
