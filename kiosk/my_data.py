"""What the holder of a ticket's link may do with their data: ask for it, have it erased, take a consent back."""

from __future__ import annotations

from typing import Literal

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import get_locale

from kiosk.my_ticket import held
from shared.web import asking, at_office, desk, holder
from shared.web.bodies import Body


class AskRight(Body):
    """Which right is used; each is answered within 3 x 24 hours."""

    kind: Literal["export", "correct", "restrict", "erase"]


def add_routes(blueprint: APIBlueprint) -> None:
    """Requests by the link alone: whoever holds the slip is the visitor."""

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
