"""An appointment with whoever asked: by Zoom, or a visit to the office. It is what its request's events tell.

A visit is agreed within the published hours of service, for nobody may be sent to a closed door.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Any, Literal

from shared.domain.opening_hours import ClosedDay, OpeningHours
from shared.domain.refusal import Refusal
from shared.domain.request.events import Event
from shared.domain.service_time import open_stretches

Meeting = Literal["zoom", "visit"]
DAYS_AHEAD = 90
"""How far ahead one is agreed; a later one is likelier a slip of the hand in the year."""
SEARCH_DAYS = 60

State = Literal["stands", "kept", "missed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """The newest appointment of a request. `at` is when it is, and `settled_at` when it was written down what became of
    it (aware); `ticket` is the place in line of whoever came, and `number` how people read it.
    """

    meeting: Meeting
    at: datetime
    state: State = "stands"
    settled_at: datetime | None = None
    ticket: int | None = None
    number: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it is agreed, and nobody has written down yet what became of it."""
        return self.state == "stands"


SETTLES: dict[str, State] = {
    "keep_meeting": "kept",
    "miss_meeting": "missed",
    "cancel_meeting": "cancelled",
    "close": "cancelled",
    "fall_silent": "cancelled",
    "erase_words": "cancelled",
}
"""What ends an appointment; with a request that is over, or whose words are gone, it falls away."""
OF_A_MEETING = frozenset({"move_meeting", "cancel_meeting", "keep_meeting", "miss_meeting"})


def after_event(appointment: Appointment | None, event: Event) -> Appointment | None:
    """The appointment of a request after one more of its events. Refuses `no_appointment` where there is none to move,
    to cancel or to settle; whoever was written down as absent may still come.
    """
    if event.move in ("appoint", "move_meeting"):
        if event.move == "move_meeting":
            _refuse_unless(appointment, "stands")
        return Appointment(meeting=event.facts["meeting"], at=datetime.fromisoformat(event.facts["at"]))
    if event.move not in SETTLES:
        return appointment
    if event.move in OF_A_MEETING:
        appointment = _refuse_unless(
            appointment, *(("stands", "missed") if event.move == "keep_meeting" else ["stands"])
        )
    if appointment is None or not (appointment.stands or event.move in OF_A_MEETING):
        return appointment
    came: dict[str, Any] = {name: event.facts.get(name) for name in ("ticket", "number")}
    return replace(appointment, state=SETTLES[event.move], settled_at=event.at, **came)


def refuse_unless_possible(
    meeting: Meeting, at: datetime, now: datetime, hours: OpeningHours | None, zone: tzinfo
) -> None:
    """Refuse a moment (aware) that cannot be agreed on. Without `hours` the office is always open (a rehearsal).

    Refuses `appointment_past`, `appointment_far`, and for a visit `appointment_closed` with the reason (weekend,
    holiday, closure, break, before_opening, after_closing) and `opens_at`, the next moment at which the office serves.
    """
    if at <= now:
        raise Refusal("appointment_past")
    if (at.astimezone(zone).date() - now.astimezone(zone).date()).days > DAYS_AHEAD:
        raise Refusal("appointment_far", days=DAYS_AHEAD)
    if meeting == "visit" and hours is not None:
        opens_at = next_service(at, hours, zone)
        if opens_at != at:
            reason, name = _why_closed(at.astimezone(zone), hours)
            raise Refusal("appointment_closed", reason=reason, name=name, opens_at=opens_at)


def next_service(at: datetime, hours: OpeningHours, zone: tzinfo) -> datetime | None:
    """The first moment from `at` (aware) on at which the office serves; None where two months hold none."""
    first = at.astimezone(zone).date()
    for passed in range(SEARCH_DAYS):
        for opens, closes in open_stretches(first + timedelta(days=passed), hours, zone):
            if at < closes:
                return max(at, opens)
    return None


def _refuse_unless(appointment: Appointment | None, *states: State) -> Appointment:
    if appointment is None or appointment.state not in states:
        raise Refusal("no_appointment")
    return appointment


def _why_closed(local: datetime, hours: OpeningHours) -> tuple[str, str | None]:
    found = hours.on(local.date())
    if isinstance(found, ClosedDay):
        return found.reason, found.name
    if local.time() < found.opens:
        return "before_opening", None
    return ("after_closing", None) if local.time() >= found.closes else ("break", None)
