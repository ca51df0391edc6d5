"""A complaint from kiosk or phone: anonymous unless the visitor says who they are, followed by its code."""

from __future__ import annotations

from typing import Annotated

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from flask_babel import gettext
from pydantic import Field

from kiosk.my_ticket import held, qr_picture
from shared.domain.complaint import LIMITS, Channel, Kind
from shared.domain.staff import Role
from shared.front_desk.complaints import TEXT_LENGTH, Complaint, find
from shared.web import anyone, asking, desk, holder, limits, page
from shared.web.asking import person_or_stranger
from shared.web.bodies import Body
from shared.web.views import both, complaint_json, link
from shared.web.words import Words

SCREENS = (Role.KIOSK, Role.OFFICER, Role.MANAGER)


class Complain(Body):
    """What is not right. `ticket` is the token of the visit's link, only where the visitor wants it linked.

    `channel` counts only when staff write down what somebody told or sent them.
    """

    kind: Kind = "complaint"
    text: Annotated[Words, Field(min_length=1, max_length=TEXT_LENGTH)]
    name: Annotated[Words, Field(max_length=120)] | None = None
    contact: Annotated[Words, Field(max_length=254)] | None = None
    ticket: Annotated[str, Field(max_length=64)] | None = None
    channel: Channel | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """The kinds with their limits, the complaint, how far it is, and the end of its words."""
    _add_writing(blueprint)
    _add_following(blueprint)


def _add_writing(blueprint: APIBlueprint) -> None:
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
        return jsonify({"kinds": told, "most": TEXT_LENGTH, "channels": list(asking().office.complaints)})

    @blueprint.post("/complaints")
    @blueprint.input(Complain, location="json")
    @blueprint.doc(summary="Complain; the code that comes back follows the complaint", responses={201: "The code"})
    @holder
    def complain(json_data: Complain) -> tuple[Response, int]:
        office = asking().office
        person = person_or_stranger(office, SCREENS, "kiosk")
        if person is None:
            limits.count(limits.COMPLAINTS, request.remote_addr or "")
        ticket = held(json_data.ticket, office.code) if json_data.ticket else None
        asking().person = person
        front_desk = desk(caller=f"ticket:{ticket.id}" if ticket and person is None else "")
        said = json_data.model_dump(exclude={"ticket"})
        found = front_desk.complain(Complaint(**said, ticket=ticket.id if ticket else None))
        return jsonify(complaint_json(found, office)), 200 if front_desk.was_repeated else 201


def _add_following(blueprint: APIBlueprint) -> None:
    @blueprint.get("/complaints/follow")
    @blueprint.doc(summary="The page on which a complaint's code is typed")
    @anyone
    def follow_page() -> Response:
        return page("kiosk-follow", gettext("Ikuti pengaduan"), "phone", None)

    @blueprint.get("/complaints/follow/qr.svg")
    @blueprint.doc(hide=True)
    @anyone
    def qr_of_page() -> Response:
        return qr_picture(link().page(f"/{asking().office.code}/kiosk/complaints/follow"))

    @blueprint.get("/complaints/<code>")
    @blueprint.doc(summary="How far a complaint is, by its code; never what was said")
    @anyone
    def follow(code: str) -> Response:
        limits.count(limits.LINKS, "complaint", request.remote_addr or "")
        office, now = asking().office, desk().now()
        found = desk().reading(lambda records: find(records, office, code, now))
        return jsonify(complaint_json(found, office))

    @blueprint.post("/complaints/<code>/erase")
    @blueprint.doc(
        summary="Destroy what was said: whoever holds the code may; the register keeps its row and its times"
    )
    @holder
    def erase(code: str) -> Response:
        limits.count(limits.LINKS, "complaint", request.remote_addr or "")
        office = asking().office
        asking().person = person_or_stranger(office, SCREENS, "kiosk")
        return jsonify(complaint_json(desk().erase_complaint(code), office))
