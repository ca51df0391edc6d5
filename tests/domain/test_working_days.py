"""Working days: day 1 is the first one after receipt, and joint leave does not count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.working_days import due, not_a_working_day, working_days_left
from tests.cast import pekanbaru

HOURS = pekanbaru().hours


@pytest.mark.parametrize(
    ("received", "days", "ends"),
    [
        ("2026-03-16", 3, "2026-03-26"),
        ("2026-03-17", 3, "2026-03-27"),
        ("2026-03-19", 1, "2026-03-25"),
        ("2026-04-02", 1, "2026-04-06"),
        ("2026-05-13", 2, "2026-05-19"),
        ("2026-05-26", 1, "2026-05-29"),
        ("2026-08-14", 3, "2026-08-20"),
        ("2026-12-23", 5, "2027-01-04"),
        ("2027-03-04", 3, "2027-03-17"),
    ],
)
def test_the_published_vectors(received: str, days: int, ends: str) -> None:
    assert due(date.fromisoformat(received), days, HOURS).day == date.fromisoformat(ends)


def test_every_day_that_was_left_out_is_named() -> None:
    left_out = due(date(2026, 3, 17), 3, HOURS).left_out
    assert [(str(one.day)[5:], one.reason) for one in left_out] == [
        ("03-18", "holiday"),
        ("03-19", "holiday"),
        ("03-20", "holiday"),
        ("03-21", "holiday"),
        ("03-22", "holiday"),
        ("03-23", "holiday"),
        ("03-24", "holiday"),
    ]
    assert any("cuti bersama" in (one.name or "").casefold() for one in left_out)


def test_an_own_closure_of_the_office_does_not_count_and_is_named() -> None:
    closed = replace(HOURS, closures={date(2026, 11, 20): "Banjir"})
    found = due(date(2026, 11, 19), 1, closed)
    assert (found.day, found.left_out[0].name) == (date(2026, 11, 23), "Banjir")


def test_a_year_without_decreed_joint_leave_is_named_as_unsure() -> None:
    assert due(date(2026, 11, 19), 3, HOURS).unsure_years == ()
    assert due(date(2028, 1, 4), 3, HOURS).unsure_years == (2028,)


@given(st.dates(date(2025, 1, 1), date(2027, 10, 1)), st.integers(1, 30))
def test_a_longer_promise_ends_later_and_always_on_a_working_day(received: date, days: int) -> None:
    found, longer = due(received, days, HOURS), due(received, days + 1, HOURS)
    assert received < found.day < longer.day
    assert not_a_working_day(found.day, HOURS) is None
    between = (found.day - received).days
    assert between == days + len(found.left_out)


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_promise_of_no_days_is_none(days: int) -> None:
    with pytest.raises(ValueError, match="working days"):
        due(date(2026, 11, 19), days, HOURS)


def test_the_days_that_are_left_are_counted_as_the_promise_is() -> None:
    hours = pekanbaru().hours
    received = date(2026, 3, 17)
    last = due(received, 3, hours).day
    assert last == date(2026, 3, 27)
    assert working_days_left(received, last, hours) == 3
    assert working_days_left(date(2026, 3, 24), last, hours) == 3, "holidays and joint leave take nothing away"
    assert working_days_left(last, last, hours) == 0
    assert working_days_left(date(2026, 3, 28), last, hours) == 0, "a Saturday is not over the limit by a working day"
    assert working_days_left(date(2026, 3, 30), last, hours) == -1


def test_a_hundred_thousand_promises_end_as_a_slow_count_says() -> None:
    """Day by day with a calendar of its own: week days that stand in no list of the state."""
    chance = Random(20260317)  # noqa: S311 # chooses dates, keeps no secret
    free = set(HOURS.holidays)
    first, span = date(2021, 1, 4), (date(2027, 6, 1) - date(2021, 1, 4)).days
    for _ in range(100_000):
        received = first + timedelta(days=chance.randrange(span))
        days = chance.randint(1, 5)
        day, left = received, days
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < 5 and day not in free
        assert due(received, days, HOURS).day == day, (received, days)
