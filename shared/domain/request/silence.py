"""When a request is reminded of, and closed, because its user does not answer (domain.md 4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from shared.domain.opening_hours import OpeningHours
from shared.domain.request.events import Terms
from shared.domain.request.states import AWAITING, Request
from shared.domain.silence import closing

PROMPT = timedelta(minutes=10)
"""A reminder that goes out so soon after its moment is in time; after a later one the user gets the same while to
answer that they would have had, so that a server that was off closes nobody without a warning.
"""


@dataclass(frozen=True, slots=True)
class SilenceClock:
    """The moments of a silence that runs now, aware: `reminded` once the reminder is written, `warned` once it is out.
    Nobody is closed who was not warned.
    """

    since: datetime
    reminds_at: datetime
    closes_at: datetime
    reminded: bool
    warned: bool


def silence_of(request: Request, terms: Terms, hours: OpeningHours, zone: tzinfo) -> SilenceClock | None:
    """The silence of a request; None while the last word is the user's, or where the standard closes nobody.

    Until an appointment is over and the office wrote down what became of it there is nothing that the user should
    answer: whoever came, and was forgotten to be written down, is not silent.
    """
    since = request.awaits_user_since
    if since is None or request.state not in AWAITING or terms.silence is None:
        return None
    appointment = request.appointment
    if appointment is not None and appointment.stands and since <= appointment.at:
        return None
    planned = closing(since, terms.silence, hours, zone)
    reminded = request.reminded_at
    closes_at = planned.closes_at
    if reminded is not None and reminded - planned.reminds_at > PROMPT:
        closes_at = max(closes_at, reminded + (planned.closes_at - planned.reminds_at))
    return SilenceClock(since, planned.reminds_at, closes_at, request.reminder_written, reminded is not None)
