"""What the holder of a ticket's link may do with their data: ask for it, have it erased, take a consent back."""

from __future__ import annotations

from typing import Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import get_locale

from kiosk.my_ticket import held
from shared.database import OfficeRecords
from shared.domain.guest_book.consent import PURPOSES, in_force
from shared.domain.office import Office
from shared.domain.ticket import Ticket
from shared.front_desk.rights import visitor_of
from shared.web import asking, at_office, desk, holder
from shared.web.bodies import Body
from shared.web.views import both, right_json, stored_of


class AskRight(Body):
    """Which right is used; each is answered within 3 x 24 hours."""

    kind: Literal["export", "correct", "restrict", "erase"]


def add_routes(blueprint: APIBlueprint) -> None:
    """Requests by the link alone: whoever holds the slip is the visitor."""

    @blueprint.get("/tickets/<token>/my-data")
    @blueprint.doc(summary="Whether personal data stand here, what was agreed to, and what was asked; never the data")
    @holder
    def my_data(token: str) -> Response:
        ticket, office = held(token, asking().office.code), asking().office
        return jsonify(desk(caller=f"ticket:{ticket.id}").reading(lambda records: _mine(records, office, ticket)))

    @blueprint.post("/tickets/<token>/rights")
    @blueprint.input(AskRight, location="json")
    @blueprint.doc(summary="Ask for one's data, for a correction, a restriction or the erasure")
    @holder
    def ask_right(token: str, json_data: AskRight) -> tuple[Response, int]:
        ticket = held(token, asking().office.code)
        asked = desk(caller=f"ticket:{ticket.id}").ask_right(ticket.id, json_data.kind)
        return jsonify({"kind": asked.kind, "due_at": at_office(asked.due_at, asking().office)}), 201

    @blueprint.post("/tickets/<token>/consents/<purpose>/withdraw")
    @blueprint.doc(summary="Take a consent back, at once")
    @holder
    def withdraw(token: str, purpose: str) -> Response:
        ticket = held(token, asking().office.code)
        desk(caller=f"ticket:{ticket.id}").withdraw_consent(ticket.id, purpose, str(get_locale() or "id"))
        return jsonify({"purpose": purpose, "given": False})


def _mine(records: OfficeRecords, office: Office, ticket: Ticket) -> dict[str, Any]:
    """What the page of this visit may tell: what was said since its number was taken, and requests still open."""
    visitor = visitor_of(records, ticket.id)
    requests = records.right_requests(visitor.id) if visitor else []
    consents = records.consents_of(visitor.id) if visitor else []
    given = {one.purpose: one.given for one in consents if one.at >= ticket.issued_at}
    return {
        "stored": stored_of(visitor),
        "requests": [
            right_json(one, office) for one in requests if one.done_at is None or one.asked_at >= ticket.issued_at
        ],
        "consents": [
            {"purpose": purpose, "text": both(in_force(purpose, ticket.day).text), "given": given.get(purpose)}
            for purpose in PURPOSES
        ],
    }
