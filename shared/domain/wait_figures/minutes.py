"""The classes of the distribution of clocks: one minute each."""

from shared.domain.wait_figures.mark import Mark

SECONDS_PER_CLASS = 60
LAST_CLASS = 30
"""Clocks of half an hour and more stand in one class at the end of the distribution."""


def minute_of(mark: Mark) -> int:
    """The class of a timed visit. A clock of exactly ten minutes was kept, so it stands before the limit's line."""
    return min(max((mark.clock_seconds or 0) - 1, 0) // SECONDS_PER_CLASS, LAST_CLASS)
