"""The trend looks back over periods of the same length."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.satisfaction import earlier, quarter_of

DAYS = st.dates(date(2005, 1, 1), date(2030, 12, 31))


def test_before_a_quarter_come_quarters_whatever_their_days() -> None:
    assert earlier(date(2026, 4, 1), date(2026, 6, 30), 3) == [
        (date(2025, 7, 1), date(2025, 9, 30)),
        (date(2025, 10, 1), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 3, 31)),
    ]


def test_before_a_year_comes_the_year_before_and_before_a_leap_february_comes_january() -> None:
    assert earlier(date(2026, 1, 1), date(2026, 12, 31), 1) == [(date(2025, 1, 1), date(2025, 12, 31))]
    assert earlier(date(2028, 2, 1), date(2028, 2, 29), 1) == [(date(2028, 1, 1), date(2028, 1, 31))]


@given(DAYS, st.integers(0, 366), st.integers(1, 7))
def test_periods_follow_each_other_without_a_gap_and_any_other_span_keeps_its_days(
    first: date, days: int, count: int
) -> None:
    last = first + timedelta(days=days)
    spans = [*earlier(first, last, count), (first, last)]
    assert len(spans) == count + 1
    for (_, end), (begin, _) in pairwise(spans):
        assert begin - end == timedelta(days=1)
    if first.day != 1:
        assert {end - begin for begin, end in spans} == {timedelta(days=days)}


@given(DAYS)
def test_a_quarter_is_three_whole_months(day: date) -> None:
    first, last = quarter_of(day)
    assert first <= day <= last
    assert (first.day, (last + timedelta(days=1)).day, first.month % 3) == (1, 1, 1)
    assert (last.year, last.month) == (first.year, first.month + 2)
