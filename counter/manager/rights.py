"""What visitors ask of their data, and the manager's answers, each within 3 x 24 hours (UU 27/2022)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext
from pydantic import BaseModel, Field

from counter.login import me
from shared.database import OfficeRecords
from shared.database.records.rights import RightRequest
from shared.domain.office import Office
from shared.domain.staff import STAFF_ROLES, Role
from shared.domain.ticket import Ticket
from shared.front_desk.rights import visitor_of
from shared.web import allow, asking, at_office, desk, page
from shared.web.bodies import Answers, Body
from shared.web.errors import prefers_html
from shared.web.views import right_json, stored_of


class Restrict(Body):
    """Whether every use but keeping stops, or goes on."""

    restricted: bool


class Correct(Body):
    """What a visitor asks to have put right; an empty answer takes one away."""

    answers: Answers


class Numbered(BaseModel):
    """A visit as its visitor knows it: the number on the slip and its day."""

    day: date
    number: Annotated[str, Field(min_length=1, max_length=16)]


def add_routes(blueprint: APIBlueprint) -> None:
    """The page, and one route for each answer."""
    _add_questions(blueprint)

    @blueprint.post("/tickets/<int:ticket>/rights/export")
    @blueprint.doc(summary="Everything that stands here of one visitor, and who looked at it")
    @allow(Role.MANAGER)
    def export_visitor(ticket: int) -> Response:
        return jsonify(_times(desk().export_visitor(ticket)))

    @blueprint.post("/tickets/<int:ticket>/rights/correct")
    @blueprint.input(Correct, location="json")
    @blueprint.doc(summary="Write down what a visitor asks to have put right; an officer on the day of the visit only")
    @allow(*STAFF_ROLES)
    def correct_entry(ticket: int, json_data: Correct) -> Response:
        return jsonify({"changed": desk().correct_entry(ticket, json_data.answers)})

    @blueprint.post("/tickets/<int:ticket>/rights/restrict")
    @blueprint.input(Restrict, location="json")
    @blueprint.doc(summary="Stop the use of a visitor's data, or allow it again")
    @allow(Role.MANAGER)
    def restrict_visitor(ticket: int, json_data: Restrict) -> Response:
        desk().restrict_visitor(ticket, json_data.restricted)
        return jsonify({"restricted": json_data.restricted})

    @blueprint.post("/tickets/<int:ticket>/rights/erase")
    @blueprint.doc(summary="Destroy a visitor's key: nothing that names them can be read any more")
    @allow(Role.MANAGER)
    def erase_visitor(ticket: int) -> Response:
        desk().erase_visitor(ticket)
        return jsonify({"erased": True})


def _add_questions(blueprint: APIBlueprint) -> None:
    @blueprint.get("/rights")
    @blueprint.doc(summary="Open requests of visitors about their data, the most urgent first")
    @allow(Role.MANAGER)
    def requests() -> Response:
        office = asking().office
        found = {"requests": desk().reading(lambda records: _open_requests(records, office))}
        if not prefers_html():
            return jsonify(found)
        return page("counter-rights", gettext("Data pribadi"), "staff", found, me=me(asking().known))

    @blueprint.get("/tickets/by-number")
    @blueprint.input(Numbered, location="query")
    @blueprint.doc(summary="The visit with this number on that day, and whether personal data stand here of it")
    @allow(Role.MANAGER)
    def by_number(query_data: Numbered) -> Response:
        office = asking().office
        return jsonify(desk().reading(lambda records: _visit(records, query_data, office)))


def _open_requests(records: OfficeRecords, office: Office) -> list[dict[str, Any]]:
    """Whoever was erased meanwhile cannot be answered any more, whatever else they had asked for."""
    told = [_request(records, request, office) for request in records.right_requests()]
    return [request for request in told if request["stored"] != "erased"]


def _request(records: OfficeRecords, request: RightRequest, office: Office) -> dict[str, Any]:
    """An open request and the visits of whoever asks."""
    tickets = records.tickets_of_visitor(request.visitor)
    return {
        "id": request.id,
        **right_json(request, office),
        "tickets": tickets,
        "visits": [_slip(records.ticket(ticket)) for ticket in tickets],
        "stored": stored_of(records.visitor(request.visitor)),
    }


def _visit(records: OfficeRecords, asked: Numbered, office: Office) -> dict[str, Any]:
    """A visit that somebody names at the desk, with what its visitor asked for already."""
    ticket = records.numbered(asked.day, asked.number)
    visitor = visitor_of(records, ticket.id)
    requests: Iterable[RightRequest] = records.right_requests(visitor.id) if visitor else ()
    return {
        **_slip(ticket),
        "stored": stored_of(visitor),
        "requests": [right_json(request, office) for request in requests],
    }


def _slip(ticket: Ticket) -> dict[str, Any]:
    """What the slip says."""
    return {"ticket": ticket.id, "number": ticket.label, "day": ticket.day.isoformat(), "service": ticket.service}


def _times(told: Any) -> Any:
    """Moments as the office writes them, wherever they stand."""
    if isinstance(told, dict):
        return {name: _times(value) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return [_times(value) for value in told]
    return at_office(told, asking().office) if hasattr(told, "astimezone") else told
