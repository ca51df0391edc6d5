"""What visitors ask of their data, and the manager's answers, each within 3 x 24 hours (UU 27/2022)."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify

from shared.database import OfficeRecords
from shared.database.records.rights import RightRequest
from shared.domain.staff import Role
from shared.web import allow, asking, at_office, desk
from shared.web.bodies import Body


class Restrict(Body):
    """Whether every use but keeping stops, or goes on."""

    restricted: bool


def add_routes(blueprint: APIBlueprint) -> None:
    """The open requests, and one route for each answer."""

    @blueprint.get("/rights")
    @blueprint.doc(summary="Open requests of visitors about their data, the most urgent first")
    @allow(Role.MANAGER)
    def requests() -> Response:
        return jsonify({"requests": desk().reading(_open_requests)})

    @blueprint.post("/tickets/<int:ticket>/rights/export")
    @blueprint.doc(summary="Everything that stands here of one visitor, and who looked at it")
    @allow(Role.MANAGER)
    def export_visitor(ticket: int) -> Response:
        return jsonify(_times(desk().export_visitor(ticket)))

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


def _open_requests(records: OfficeRecords) -> list[dict[str, Any]]:
    return [
        {**request_json(request), "tickets": records.tickets_of_visitor(request.visitor)}
        for request in records.right_requests()
    ]


def request_json(request: RightRequest) -> dict[str, Any]:
    """One request with its deadline."""
    office = asking().office
    return {
        "kind": request.kind,
        "asked_at": at_office(request.asked_at, office),
        "due_at": at_office(request.due_at, office),
        "done_at": at_office(request.done_at, office),
    }


def _times(told: Any) -> Any:
    """Moments as the office writes them, wherever they stand."""
    if isinstance(told, dict):
        return {name: _times(value) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return [_times(value) for value in told]
    return at_office(told, asking().office) if hasattr(told, "astimezone") else told
