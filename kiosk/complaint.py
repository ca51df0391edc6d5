"""A complaint from kiosk or phone: anonymous unless the visitor says who they are, followed by its code."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from pydantic import Field

from kiosk.my_ticket import held
from shared.domain.complaint import LIMITS, Kind
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.complaints import TEXT_LENGTH, Complaint, Registered, registered
from shared.web import anyone, asking, desk, holder, limits
from shared.web.bodies import Body
from shared.web.views import both, complaint_json
from shared.web.words import Words


class Complain(Body):
    """What is not right. `ticket` is the token of the visit's link, only where the visitor wants it linked."""

    kind: Kind = "complaint"
    text: Annotated[Words, Field(min_length=1, max_length=TEXT_LENGTH)]
    name: Annotated[Words, Field(max_length=120)] | None = None
    contact: Annotated[Words, Field(max_length=254)] | None = None
    ticket: Annotated[str, Field(max_length=64)] | None = None
    channel: Literal["kiosk", "phone", "officer", "email", "letter"] = "kiosk"


def add_routes(blueprint: APIBlueprint) -> None:
    """The kinds with their limits, the complaint, and how far it is."""

    @blueprint.get("/complaints")
    @blueprint.doc(summary="The kinds of complaint, each with its limits in working days, and the published channels")
    @anyone
    def kinds() -> Response:
        told = [
            {
                "kind": kind,
                "name": both(limit.name),
                "first_answer_days": limit.first_answer,
                "settled_days": limit.settled,
            }
            for kind, limit in LIMITS.items()
        ]
        return jsonify({"kinds": told, "channels": list(asking().office.complaints)})

    @blueprint.post("/complaints")
    @blueprint.input(Complain, location="json")
    @blueprint.doc(summary="Complain; the code that comes back follows the complaint", responses={201: "The code"})
    @holder
    def complain(json_data: Complain) -> tuple[Response, int]:
        if asking().person_who(Role.KIOSK, Role.OFFICER, Role.MANAGER) is None:
            limits.count(limits.COMPLAINTS, request.remote_addr or "")
        ticket = held(json_data.ticket, asking().office.code) if json_data.ticket else None
        said = json_data.model_dump(exclude={"ticket"})
        found = desk().complain(Complaint(**said, ticket=ticket.id if ticket else None))
        return jsonify(complaint_json(found, asking().office)), 201

    @blueprint.get("/complaints/<code>")
    @blueprint.doc(summary="How far a complaint is, by its code; never what was said")
    @anyone
    def follow(code: str) -> Response:
        limits.count(limits.LINKS, "complaint", request.remote_addr or "")
        return jsonify(complaint_json(_found(code), asking().office))


def _found(code: str) -> Registered:
    office, now = asking().office, desk().now()

    def look(records: Any) -> Registered | None:
        stored = records.complaint_coded(code.upper())
        return registered(records, office, stored, now) if stored else None

    found = desk().reading(look)
    if found is None:
        raise Refusal("unknown_complaint")
    return found
