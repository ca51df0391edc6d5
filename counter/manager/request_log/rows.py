"""A request, a channel's figures and a promise as the log shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.domain.office import Office
from shared.domain.request.figures import Judged, RequestFigures, working_days_taken
from shared.domain.standard import RequestPromise
from shared.front_desk.requests import Case
from shared.web import at_office


def row_json(case: Case, office: Office, names: Mapping[int, str]) -> dict[str, Any]:
    """Times, verdict and working days of one request; who dealt with it, and nothing of what was said."""
    clock, stored = case.clock, case.stored
    judged = Judged(channel=stored.channel, terms=case.terms, clock=clock)
    return {
        "id": stored.id,
        "number": case.label,
        "channel": stored.channel,
        "service": stored.service,
        "state": stored.state.value,
        "officer": names.get(stored.officer or 0),
        "received_at": at_office(stored.received_at, office),
        "clock_started_at": at_office(clock.started_at, office),
        "due_at": at_office(clock.due_at, office),
        "first_answer_at": at_office(clock.first_answer_at, office),
        "information_at": at_office(clock.information_at, office),
        "ended_at": at_office(case.told.ended_at, office),
        "promised_days": case.terms.working_days,
        "days": working_days_taken(judged, office.hours, office.time_zone),
        "verdict": clock.verdict,
        "reason": clock.reason,
        "unsure_years": list(clock.unsure_years),
    }


def line_json(line: RequestFigures) -> dict[str, Any]:
    """The figures of one channel."""
    return {
        "channel": line.channel,
        "at_once": line.at_once,
        "received": line.received,
        "judged": line.judged,
        "kept": line.kept,
        "missed": line.missed,
        "runs": line.runs,
        "not_judged": dict(line.not_judged),
        "kept_share": line.kept_share,
        "days_median": line.days_median,
        "days_p90": line.days_p90,
        "days_max": line.days_max,
    }


def promise_json(promise: RequestPromise) -> dict[str, Any]:
    """What the standard in force promises, in its own words."""
    return {
        "channels": list(promise.channels),
        "sentence": promise.sentence,
        "working_days": promise.working_days,
        "start": promise.start,
        "end": promise.end,
    }
