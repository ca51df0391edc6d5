"""What a pack of the period will hold, counted before it is made."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from counter.manager.evidence.standard_lines import in_force
from shared.database import OfficeRecords
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.recap.floor import whole_months
from shared.domain.wait_figures import Choice
from shared.evidence.layout import pack_name
from shared.front_desk.wait_log import wait_log
from shared.web import at_office


def told_json(records: OfficeRecords, office: Office, first: date, last: date, now: datetime) -> dict[str, Any]:
    """Counts of what the files hold, and the end of the chain as it stands now."""
    span = records.span_of_days(first, last)
    log = wait_log(records, office, Choice(first=first, last=last), now)
    marks = [mark for mark in log.counted if mark.day not in log.rehearsed.days]
    standard = office.standard
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "name": pack_name(office.code, first, last),
        "rows": span[1] - span[0] + 1 if span else 0,
        "last_seq": span[1] if span else None,
        "last_hash": records.hash_of(span[1]) if span else None,
        "visits": len(marks),
        "days": len({mark.day for mark in marks}),
        "complaints": len(records.complaints(first, last)),
        "requests": len(records.requests_of_days(first, last)),
        "tells_satisfaction": whole_months(first, last, office_day(now, office.time_zone)),
        "rehearsals_left_out": [day.isoformat() for day in log.rehearsed.days],
        "standard": {"title": standard.title, "decree": standard.decree},
        "promises": [promise.sentence for promise in in_force(standard, first, last)],
        "read_at": at_office(now, office),
    }
