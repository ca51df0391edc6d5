"""The periods before a period, for the trend: whole months stay whole months, other spans keep their days."""

from __future__ import annotations

from datetime import date, timedelta

Span = tuple[date, date]
DAY = timedelta(days=1)
MONTHS = 12


def earlier(first: date, last: date, count: int) -> list[Span]:
    """So many periods of the same length before this one, oldest first; each ends on the day before the next."""
    spans: list[Span] = []
    months = _months(first, last)
    days = last - first
    for _ in range(count):
        last = first - DAY
        first = _months_before(first, months) if months else last - days
        spans.insert(0, (first, last))
    return spans


def quarter_of(day: date) -> Span:
    """The quarter of the year that a day lies in."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return first, _months_before(first, -3) - DAY


def _months(first: date, last: date) -> int:
    """How many whole months this is; 0 for any other span."""
    after = last + DAY
    if first.day != 1 or after.day != 1:
        return 0
    return (after.year - first.year) * MONTHS + after.month - first.month


def _months_before(first: date, months: int) -> date:
    year, month = divmod(first.year * MONTHS + first.month - 1 - months, MONTHS)
    return date(year, month + 1, 1)
