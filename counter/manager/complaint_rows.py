"""A complaint as the register shows it: everything but what was said."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from shared.database import OfficeRecords
from shared.domain.complaint import FOLLOWS
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.working_days import working_days_left
from shared.front_desk.complaints import Registered
from shared.web import at_office
from shared.web.views import complaint_json


def complaint_row(records: OfficeRecords, office: Office, now: datetime, found: Registered) -> dict[str, Any]:
    """How it came, who did what, what may come next, the working days left; None for a clock that stopped."""
    stored, names = found.stored, records.names()
    written = complaint_json(found, office)
    for step, done in zip(written["steps"], found.steps, strict=True):
        step |= {"position": done.position, "by": names.get(done.actor or 0)}
    return {
        **written,
        "id": stored.id,
        "day": stored.day.isoformat(),
        "channel": stored.channel,
        "anonymous": stored.anonymous,
        "ticket": stored.ticket,
        "number": records.ticket(stored.ticket).label if stored.ticket else None,
        "answered_at": at_office(found.answered_at, office),
        "ended_at": at_office(found.ended_at, office),
        **_left(found, office, now),
        "next": list(FOLLOWS[found.state]),
    }


def _left(found: Registered, office: Office, now: datetime) -> dict[str, int | None]:
    today, limits = office_day(now, office.time_zone), found.deadlines
    clocks = {
        "first_answer_left": (found.answered_at, limits.first_answer),
        "settled_left": (found.ended_at, limits.settled),
    }
    return {
        name: None if stopped else working_days_left(today, last, office.hours)
        for name, (stopped, last) in clocks.items()
    }
