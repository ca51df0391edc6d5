"""One visit as the log writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.domain.judged_day import LoggedVisit
from shared.domain.office import Office
from shared.web import at_office

Names = Mapping[int, str]


def log_row(logged: LoggedVisit, office: Office, names: Names) -> dict[str, Any]:
    """The contract's row."""
    visit = logged.visit
    return {
        "number": logged.number,
        "service": visit.service,
        "leg": visit.leg,
        "counter": visit.counter,
        "officer": names.get(logged.officer or 0),
        "issued_at": at_office(visit.issued_at, office),
        "clock_started_at": at_office(visit.clock_started_at, office),
        "first_called_at": at_office(visit.first_called_at, office),
        "started_at": at_office(visit.started_at, office),
        "finished_at": at_office(visit.finished_at, office),
        "clock_seconds": visit.clock_seconds,
        "wait_seconds": visit.wait_seconds,
        "service_seconds": visit.service_seconds,
        "verdict": visit.verdict,
        "reason": logged.cause,
    }


def page_row(logged: LoggedVisit, office: Office, names: Names) -> dict[str, Any]:
    """The row with what the page needs besides: which visit it is, and what was said about it."""
    return {
        **log_row(logged, office, names),
        "ticket": logged.visit.ticket,
        "day": logged.day.isoformat(),
        "explained": logged.explained,
        "seen": logged.visit.reason,
        "exclusion": logged.visit.exclusion,
        "priority": logged.visit.priority,
        "told": logged.told,
    }
