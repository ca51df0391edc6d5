"""Appointments with whoever asked: made, moved, cancelled, kept or missed, and the place in line of whoever came."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify

from counter.officer.calling import answer
from counter.officer.requests.bodies import Appointment, Arrived, Cancelled
from counter.officer.requests.repeats import safe_to_repeat
from counter.officer.requests.thread import row_json
from shared.domain.staff import Role
from shared.front_desk.requests import Case
from shared.web import allow, desk
from shared.web.views import link


def add_routes(blueprint: APIBlueprint) -> None:
    """One route for each verb."""
    _add_words(blueprint)
    _add_outcomes(blueprint)


def _add_words(blueprint: APIBlueprint) -> None:
    @blueprint.post("/requests/<int:request_id>/appoint")
    @blueprint.input(Appointment, location="json")
    @blueprint.doc(summary="Go on by Zoom or at the desk at an agreed moment; needs an Idempotency-Key")
    @allow(Role.OFFICER)
    def appoint_request(request_id: int, json_data: Appointment) -> Response:
        wanted = (json_data.meeting, json_data.at, json_data.text, json_data.sent)
        return _row(safe_to_repeat().appoint(request_id, *wanted))

    @blueprint.post("/requests/<int:request_id>/appointment/move")
    @blueprint.input(Appointment, location="json")
    @blueprint.doc(summary="Move an appointment, and tell the user; needs an Idempotency-Key")
    @allow(Role.OFFICER)
    def move_appointment(request_id: int, json_data: Appointment) -> Response:
        wanted = (json_data.meeting, json_data.at, json_data.text, json_data.sent)
        return _row(safe_to_repeat().move_appointment(request_id, *wanted))

    @blueprint.post("/requests/<int:request_id>/appointment/cancel")
    @blueprint.input(Cancelled, location="json")
    @blueprint.doc(summary="Cancel an appointment, and tell the user; needs an Idempotency-Key")
    @allow(Role.OFFICER)
    def cancel_appointment(request_id: int, json_data: Cancelled) -> Response:
        return _row(safe_to_repeat().cancel_appointment(request_id, json_data.text))


def _add_outcomes(blueprint: APIBlueprint) -> None:
    @blueprint.post("/requests/<int:request_id>/appointment/keep")
    @blueprint.doc(summary="The user was met, by Zoom or without a new place in line")
    @allow(Role.OFFICER)
    def keep_appointment(request_id: int) -> Response:
        return _row(desk().keep_appointment(request_id))

    @blueprint.post("/requests/<int:request_id>/appointment/miss")
    @blueprint.doc(summary="The user did not come to the appointment")
    @allow(Role.OFFICER)
    def miss_appointment(request_id: int) -> Response:
        return _row(desk().miss_appointment(request_id))

    @blueprint.post("/requests/<int:request_id>/arrive")
    @blueprint.input(Arrived, location="json")
    @blueprint.doc(
        summary="Whoever has an appointment today came: take their number; needs an Idempotency-Key",
        responses={200: "The ticket, the same however often it is asked"},
    )
    @allow(Role.OFFICER)
    def arrive(request_id: int, json_data: Arrived) -> Response:
        front_desk = safe_to_repeat()
        ticket = front_desk.arrive(request_id, json_data.service, json_data.priority, link().tickets)
        return answer(front_desk, ticket)


def _row(case: Case) -> Response:
    return jsonify(row_json(case))
