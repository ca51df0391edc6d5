"""What a visitor of the demonstration brings and does. They have no names: the demonstration keeps nobody's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One visit as it will go, apart from the waiting: that is up to the desk."""

    comes_at: datetime
    service: str
    serving: timedelta
    walk: timedelta = timedelta(seconds=40)
    """From the call that they follow to the moment they sit at the counter."""
    priority: bool = False
    language: str = "id"
    follows_call: int | None = 1
    """Which call they follow; None: they never come."""
    returns_after: timedelta | None = None
    """How long after they were missed they stand at the counter again."""
    leaves_after: timedelta | None = None
    """How long they are willing to wait."""
    fetches_for: timedelta | None = None
    """They are set aside half-way, for as long as they need to fetch what is missing."""
    goes_on_to: str | None = None
    """The service they are sent on to; there they need half the time."""
    finish_is_forgotten: bool = False
    """The officer goes home without pressing Finish; the night does it."""
    desk_busy_after: timedelta = timedelta(seconds=40)
    """How long the officer needs before looking for the next visitor."""


STRANGER = Visitor(comes_at=datetime.min.replace(tzinfo=UTC), service="", serving=timedelta(minutes=9))
"""Somebody whom nobody planned, who took a number all the same."""
