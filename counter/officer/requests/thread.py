"""One request opened: its words, the person as far as they said who they are, and what the standard asks of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from counter.officer.requests.rows import not_gone, request_row
from shared.channels.whatsapp.link import wa_links
from shared.database import OfficeRecords
from shared.domain.office import Office
from shared.front_desk.requests import Case, Thread, ThreadMessage
from shared.front_desk.requests.saying import SPOKEN
from shared.web import asking, at_office, desk

CHATS = ("whatsapp", "web_form")
"""Where a telephone number was given to be answered at."""


def thread_json(thread: Thread) -> dict[str, Any]:
    """The request with its words; after an erasure they are empty."""
    office = asking().office
    names = desk().reading(lambda records: records.names())
    return {
        **row_json(thread.case),
        "person": thread.person,
        "by_hand": thread.by_hand and thread.case.stored.channel not in SPOKEN,
        "requirements_list": _requirements(thread.case, office),
        "form": _form(thread.case),
        "steps": [
            {"move": event.move, "at": at_office(event.at, office), "by": names.get(event.by or 0)}
            for event in thread.case.events
        ],
        "messages": [
            _message(message, office, names) | {"links": _links(thread, message)} for message in thread.messages
        ],
    }


def row_json(case: Case) -> dict[str, Any]:
    """The request as the inbox shows it."""
    office = asking().office

    def look(records: OfficeRecords) -> dict[str, Any]:
        return request_row(case, office, not_gone(records), records.names())

    return desk().reading(look)


def _requirements(case: Case, office: Office) -> list[dict[str, Any]]:
    """Line by line, as they were when the request came."""
    lines = case.terms.requirement_lines(office.standard.published_requirements)
    return [{"text": line, "met": place in case.told.ticked} for place, line in enumerate(lines)]


def _form(case: Case) -> dict[str, bool] | None:
    """Whether the form that begins the clock was sent and filled in; None where the standard has none."""
    if case.terms.start != "form_filled":
        return None
    moves = {event.move for event in case.events}
    return {"sent": "send_form" in moves, "filled": "fill_form" in moves}


def _links(thread: Thread, message: ThreadMessage) -> list[str]:
    """What opens WhatsApp on the officer's own telephone or PC with the words prepared, part by part."""
    phone, text = thread.person.get("phone"), message.words.get("text")
    by_hand = message.stored.delivery in ("by_hand", "failed") and thread.case.stored.channel in CHATS
    return wa_links(phone, text) if by_hand and phone and text else []


def _message(message: ThreadMessage, office: Office, names: Mapping[int, str]) -> dict[str, Any]:
    stored = message.stored
    return {
        "position": stored.position,
        "at": at_office(message.at, office),
        "side": stored.side,
        "kind": stored.kind,
        "by": names.get(stored.actor or 0),
        "delivery": stored.delivery,
        "problem": stored.problem,
        "by_letter": stored.carrier == "email",
        "text": message.words.get("text"),
        "subject": message.words.get("subject"),
        "cut": bool(message.words.get("cut")),
        "files_left_out": message.words.get("files_left_out", 0),
        "files": [
            {"position": place, "name": name, "size": size, "missing": message.missing.get(place)}
            for place, name, size in message.files
        ],
    }
