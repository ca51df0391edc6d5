"""A day from which the expected wait is known: nobody in front, and everybody waits as long as the others."""

from __future__ import annotations

from datetime import date, timedelta

from shared.domain.expected_wait import ENOUGH
from tests.cast import THURSDAY, Company

FRIDAY = THURSDAY + timedelta(days=1)
MINUTE = 60
FOUR_TO_FIVE_MINUTES = (4 * MINUTE, 5 * MINUTE)
"""The range that one such day leads to."""


def quiet_day(crew: Company, visits: int = ENOUGH, day: date = THURSDAY) -> None:
    """Rina alone serves so many visitors for a consultation; each waits four minutes and is served for six."""
    crew.clock.at("08:00", day)
    crew.desk("rina").take_counter(1)
    for _ in range(visits):
        serve_one(crew, waits=4)
        crew.clock.passes(minutes=2)


def serve_one(crew: Company, waits: int) -> None:
    """Somebody comes, waits so many minutes for Rina, and is served."""
    crew.take("K")
    crew.clock.passes(minutes=waits)
    crew.serve("rina", 1)
    crew.clock.passes(minutes=6)
    crew.desk("rina").finish(1)


def next_morning(crew: Company, day: date = FRIDAY) -> None:
    """The day before is closed, and Rina sits at her counter again."""
    crew.clock.at("08:00", day)
    crew.desk("rina").take_counter(1)
