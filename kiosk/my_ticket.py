"""The page behind the slip's QR code: the visitor's place in line, on their own phone."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import qrcode
from apiflask import APIBlueprint
from flask import Response, g, jsonify, request
from qrcode.image.svg import SvgPathImage

from shared.database import OfficeRecords
from shared.domain import calling_order
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.ticket import State, Ticket
from shared.events import Snapshot
from shared.front_desk import Parts
from shared.front_desk.book import Book
from shared.front_desk.expected_wait import expected_wait
from shared.front_desk.promise import day_so_far
from shared.web import Asking, asking, at_office, desk, holder, limits, page, parts, shown, ticket_json
from shared.web.errors import prefers_html
from shared.web.follow import ticket_of
from shared.web.views import link

LINK_LASTS = timedelta(days=7)
"""A place in line for the day, and for a week where the rating is given and the proof is read (screens.md 7)."""


def add_routes(blueprint: APIBlueprint) -> None:
    """A ticket by its link."""

    @blueprint.get("/tickets/<token>")
    @blueprint.doc(summary="The ticket as its holder may see it: page, or JSON when asked")
    @holder
    def my_ticket(token: str) -> Response:
        return _answer(held(token, asking().office.code))

    @blueprint.get("/tickets/<token>/qr.svg")
    @blueprint.doc(hide=True)
    @holder
    def qr_code(token: str) -> Response:
        held(token, asking().office.code)
        address = link().address(token)
        return qr_picture(address)

    @blueprint.post("/tickets/<token>/leave")
    @blueprint.doc(summary="Leave the line")
    @holder
    def leave(token: str) -> Response:
        ticket = held(token, asking().office.code)
        left = desk(caller=f"ticket:{ticket.id}").leave(ticket.id)
        return jsonify(_snapshot(left.id))


def add_short_link(blueprint: APIBlueprint) -> None:
    """The short address that fits a small QR code; it names no office."""

    @blueprint.get("/T/<token>")
    @blueprint.get("/t/<token>")
    @blueprint.doc(summary="The ticket by its short link")
    @holder
    def my_ticket(token: str) -> Response:
        return _answer(held(token, None))


def snapshot_for(parts: Parts) -> Snapshot:
    """The phone's screen as a function of the rows; the subject is the ticket's id."""

    def place_in_line(records: OfficeRecords, office: Office, now: datetime, subject: str) -> dict[str, Any]:
        ticket = records.ticket(int(subject))
        ahead = calling_order.ahead(ticket, records.waiting(), office.counters)
        return {
            **ticket_json(ticket, office, ahead, expected=expected_wait(records, office, ticket, now)),
            "token": parts.keys.ticket_token(office.code, ticket.id, ticket.issued_at),
            "seq": records.seq(),
            "leg": ticket.leg,
            "called": ticket.state is State.CALLED,
            "called_at": at_office(ticket.called_at, office),
            "ended_at": at_office(ticket.ended_at, office),
            "counter_name": office.name_of_counter(ticket.counter).id if ticket.counter else None,
            "clock": _clock(records, office, ticket, now),
            "answered": sorted(Book(records, parts.vault).answered(records.entry_of_ticket(ticket.id))),
        }

    return place_in_line


def _clock(records: OfficeRecords, office: Office, ticket: Ticket, now: datetime) -> dict[str, Any] | None:
    """The visitor's own proof, once the service is over."""
    if ticket.state is not State.SERVED or office.standard.walk_in is None:
        return None
    visits = day_so_far(records, office, ticket.day, now).visits
    mine = next((v for v in visits if v.ticket == ticket.id and v.leg == ticket.leg), None)
    if mine is None:
        return None
    return {
        "started_at": at_office(mine.clock_started_at, office),
        "seconds": mine.clock_seconds,
        "verdict": mine.verdict,
    }


def qr_picture(address: str) -> Response:
    """The address as a QR code to be scanned from a screen."""
    return Response(parts().codes.call(lambda: _qr_code(address)), mimetype="image/svg+xml")


def _qr_code(address: str) -> bytes:
    picture = BytesIO()
    qrcode.make(address, image_factory=SvgPathImage, border=4).save(picture)
    return picture.getvalue()


def held(token: str, office: str | None) -> Ticket:
    """The ticket whose link this is, or `unknown_ticket`: the answer is the same for every wrong link."""
    found = ticket_of(parts(), token)
    if found is not None:
        code, ticket = found
        if office in (None, code):
            g.asking = Asking(parts().office(code), None)
            if office_day(parts().clock.now(), asking().office.time_zone) - ticket.day > LINK_LASTS:
                raise Refusal("unknown_ticket")
            g.language = request.args.get("lang") if request.args.get("lang") in ("id", "en") else ticket.language
            return ticket
    limits.count(limits.LINKS, "link", request.remote_addr or "")
    raise Refusal("unknown_ticket")


def _answer(ticket: Ticket) -> Response:
    if not prefers_html():
        return jsonify(_snapshot(ticket.id))
    office = asking().office
    title = ticket.label if office.numbered else office.name
    return page("kiosk-my_ticket", title, "phone", _snapshot(ticket.id))


def _snapshot(ticket: int) -> dict[str, Any]:
    found: dict[str, Any] = shown(snapshot_for(parts()), str(ticket))
    return found | {"url": link().address(found["token"])}
