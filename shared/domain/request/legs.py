"""A request that is taken up again.

One that was dealt with is promised the same once more, from the moment on which it was taken up; domain.md 4.5 keeps
its number and its history. One that the office closed while it was owed was never dealt with, and its clock ran all
the time; one that fell silent while a question stood goes on with what was left.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from shared.domain.opening_hours import OpeningHours
from shared.domain.request.clock import RequestClock, leg_clock
from shared.domain.request.events import Event, Terms, as_they_went_out
from shared.domain.request.urgency import is_owed

CLOSES = ("close", "fall_silent")
THE_USERS = frozenset({"withdrawn", "silence"})
"""Reasons for which a request ends by the will of its user."""


def clock_of(events: Sequence[Event], terms: Terms, hours: OpeningHours, zone: tzinfo, now: datetime) -> RequestClock:
    """The clock at `now` (aware) of a request with these events, the first of which received it."""
    told = as_they_went_out(events)
    began, earlier = 0, None
    reopened = [place for place, event in enumerate(told) if event.move == "reopen"]
    for place in reopened:
        leg = told[began:place]
        if _dealt_with(leg, terms, hours, zone):
            earlier = _settled(earlier, leg_clock(leg, terms, hours, zone, told[place].at))
            began = place
    return _settled(earlier, leg_clock(told[began:], terms, hours, zone, now))


def _dealt_with(leg: Sequence[Event], terms: Terms, hours: OpeningHours, zone: tzinfo) -> bool:
    """Whether nothing was owed any more when it was closed; a user who withdrew or fell silent is owed nothing."""
    last = max((place for place, event in enumerate(leg) if event.move in CLOSES), default=None)
    if last is None:  # its closing lies later than its reopening: the clock of the machine was set back
        return False
    clock = leg_clock(leg[:last], terms, hours, zone, leg[last].at)
    if is_owed(clock, terms) or clock.verdict == "not_started":
        return leg[last].reason in THE_USERS
    return clock.verdict != "stands"


def _settled(earlier: RequestClock | None, current: RequestClock) -> RequestClock:
    """What is said of the whole: late once is late, and being taken up for nothing changes nothing."""
    if earlier is None or earlier.verdict not in ("kept", "missed"):
        return current
    worse = earlier.verdict == "missed" and current.verdict == "kept"
    return earlier if worse or current.verdict == "not_judged" else current
