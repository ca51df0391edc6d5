"""The clock runs evenly; a wall clock that jumps is reported, and believed only when somebody says so."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest

from shared.clock import TOLERANCE, Clock
from tests.cast import HandClock, moment


def test_time_is_told_in_utc() -> None:
    assert HandClock(moment("08:00")).now() == moment("08:00")
    assert HandClock().now().tzinfo is UTC
    assert Clock().now().tzinfo is UTC


def test_time_goes_by_with_the_wall_clock() -> None:
    clock = HandClock()
    clock.passes(hours=2)
    assert clock.now() == moment("10:00")
    assert not clock.suspect


@pytest.mark.parametrize("step", [timedelta(hours=-1), timedelta(hours=1), timedelta(days=1), timedelta(days=-20000)])
def test_a_step_of_the_wall_clock_moves_nobody_and_is_reported(step: timedelta) -> None:
    clock = HandClock()
    clock.steps(seconds=step.total_seconds())
    assert clock.now() == moment("08:00")
    assert clock.suspect
    clock.passes(minutes=5)
    assert clock.now() == moment("08:05")
    assert clock.wall_now() == moment("08:05") + step


def test_a_small_correction_is_no_step() -> None:
    clock = HandClock()
    clock.steps(seconds=TOLERANCE.total_seconds())
    assert not clock.suspect
    clock.steps(seconds=1)
    assert clock.suspect


def test_a_step_that_is_taken_back_is_forgotten() -> None:
    clock = HandClock()
    clock.steps(hours=1)
    clock.steps(hours=-1)
    assert not clock.suspect


def test_an_adopted_step_is_the_time() -> None:
    clock = HandClock()
    clock.steps(hours=3)
    clock.adopt()
    assert (clock.now(), clock.suspect) == (moment("11:00"), False)


def test_a_machine_that_starts_before_the_journal_ends_has_the_wrong_date() -> None:
    clock = HandClock()
    clock.journal_ends_at(moment("09:00"))
    assert (clock.suspect, clock.now()) == (True, moment("09:00"))
    clock.passes(minutes=5)
    assert (clock.suspect, clock.now()) == (True, moment("09:05"))
    clock.steps(hours=1)  # a time server sets the date right
    assert not clock.suspect


def test_a_first_start_has_no_journal_to_be_behind() -> None:
    clock = HandClock()
    clock.journal_ends_at(None)
    assert not clock.suspect
