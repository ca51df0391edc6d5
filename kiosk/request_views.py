"""A request as whoever asked sees it: its state and dates for the socket, its words only for the page itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from shared.database import OfficeRecords
from shared.domain.office import Office
from shared.domain.request import REOPENS_WITHIN
from shared.domain.request.notice import NOTICE
from shared.events import Snapshot
from shared.front_desk import Parts
from shared.front_desk.requests import Case, Thread, ThreadMessage, case_of
from shared.front_desk.requests.case import left_out_of
from shared.front_desk.requests.web_form import FORM_LENGTH, awaits_form
from shared.web import at_office
from shared.web.follow import token_of
from shared.web.views import both


def snapshot_for(parts: Parts) -> Snapshot:
    """The state of one request as a function of the rows, without a word of it; the subject is the request's id."""

    def standing(records: OfficeRecords, office: Office, now: datetime, subject: str) -> dict[str, Any]:
        case = case_of(records, office, int(subject), now)
        visitor = records.visitor(case.stored.visitor)
        return {
            **standing_json(case, office),
            "token": token_of(parts, office.code, case.stored),
            "seq": records.seq(),
            "messages": len(records.messages_of(case.stored.id)),
            "erased": visitor is None or visitor.erased_at is not None,
        }

    return standing


def standing_json(case: Case, office: Office) -> dict[str, Any]:
    """Where a request stands: its state, its promise and its dates."""
    told, clock, terms = case.told, case.clock, case.terms
    closing = case.silence.closes_at if case.silence else None
    reopens = told.ended_at + REOPENS_WITHIN if told.ended_at else None
    return {
        "number": case.label,
        "channel": case.stored.channel,
        "service": case.stored.service,
        "state": told.state.value,
        "received_at": at_office(told.received_at, office),
        "promise": {"working_days": terms.working_days, "start": terms.start, "end": terms.end}
        if terms.promised
        else None,
        "verdict": clock.verdict,
        "reason": clock.reason,
        "due_at": at_office(clock.due_at, office),
        "due_day": _last_day(clock.due_at, office),
        "left_out": [
            {"day": left.day.isoformat(), "reason": left.reason, "name": left.name}
            for left in left_out_of(case, office)
        ],
        "unsure_years": list(clock.unsure_years),
        "answered_at": at_office(clock.first_answer_at, office),
        "information_at": at_office(clock.information_at, office),
        "appointment_at": at_office(told.appointment_at, office),
        "closes_at": at_office(closing, office),
        "ended_at": at_office(told.ended_at, office),
        "end_reason": _end_reason(case),
        "reopens_until": at_office(reopens, office),
        "awaits_form": awaits_form(case),
        "may_rate": clock.first_answer_at is not None,
    }


def thread_json(thread: Thread, office: Office) -> list[dict[str, Any]]:
    """The words, for whoever holds the link."""
    return [_message(message, office) for message in thread.messages if message.words]


def form_json(office: Office) -> dict[str, Any]:
    """What the form shows: the promise and the requirements as they were published, and what is asked."""
    standard, promise = office.standard, office.standard.request_promise("web_form")
    notice = {"office": office.name, "days": office.guest_book.keeps_days, "contact": office.privacy_contact}
    return {
        "promise": promise
        and {
            "sentence": promise.sentence,
            "working_days": promise.working_days,
            "start": promise.start,
            "end": promise.end,
        },
        "requirements": list(standard.requirements_on("web_form")),
        "contacts": [list(group) for group in standard.contacts],
        "services": [
            {"code": service.code, "name": both(service.name)}
            for service in office.services
            if not service.takes_complaints
        ],
        "notice": {"id": NOTICE.id.format(**notice), "en": NOTICE.en.format(**notice)},
        "most": FORM_LENGTH,
    }


def _message(message: ThreadMessage, office: Office) -> dict[str, Any]:
    return {
        "position": message.stored.position,
        "side": message.stored.side,
        "kind": message.stored.kind,
        "at": at_office(message.stored.at, office),
        "text": message.words.get("text", ""),
        "cut": bool(message.words.get("cut")),
        "files": [
            {"position": place, "name": name, "size": size, "missing": message.missing.get(place)}
            for place, name, size in message.files
        ],
    }


def _last_day(due_at: datetime | None, office: Office) -> str | None:
    """The office's date on which the promise ends, also where it ends at midnight."""
    if due_at is None:
        return None
    return (due_at.astimezone(office.time_zone) - timedelta(microseconds=1)).date().isoformat()


def _end_reason(case: Case) -> str | None:
    ends = [event for event in case.events if event.move in ("close", "fall_silent")]
    return ends[-1].reason if ends and case.told.ended else None
