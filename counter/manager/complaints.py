"""The register of complaints, their words opened with a trace, and what was done about them."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from pydantic import Field

from shared.domain.complaint import State
from shared.domain.opening_hours import office_day
from shared.domain.staff import STAFF_ROLES, Role
from shared.front_desk.complaints import TEXT_LENGTH, Registered, register
from shared.web import allow, asking, desk
from shared.web.bodies import Body
from shared.web.views import complaint_json
from shared.web.words import Words

LOOKS_BACK = timedelta(days=366)


class Answer(Body):
    """The next step, and what was said to whoever complained."""

    state: State
    text: Annotated[Words, Field(max_length=TEXT_LENGTH)] | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """Reading the register opens nothing; reading one complaint does, and leaves a trace."""

    @blueprint.get("/complaints")
    @blueprint.doc(summary="The register of complaints of the last year, with their deadlines")
    @allow(Role.MANAGER)
    def complaints() -> Response:
        office, now = asking().office, desk().now()
        today = office_day(now, office.time_zone)
        found = desk().reading(lambda records: register(records, office, today - LOOKS_BACK, today, now))
        return jsonify({"complaints": [_row(one) for one in found]})

    @blueprint.post("/complaints/<code>/open")
    @blueprint.doc(summary="Open a complaint's words; the look is written down")
    @allow(*STAFF_ROLES)
    def open_complaint(code: str) -> Response:
        return jsonify(desk().read_complaint(code))

    @blueprint.post("/complaints/<code>/answer")
    @blueprint.input(Answer, location="json")
    @blueprint.doc(summary="Write down what was done about a complaint")
    @allow(*STAFF_ROLES)
    def answer(code: str, json_data: Answer) -> Response:
        return jsonify(_row(desk().answer_complaint(code, json_data.state, json_data.text)))


def _row(found: Registered) -> dict[str, Any]:
    """What the register knows besides: how it came, and from which visit where that was wanted."""
    stored = found.stored
    return {
        **complaint_json(found, asking().office),
        "day": stored.day.isoformat(),
        "channel": stored.channel,
        "anonymous": stored.anonymous,
        "ticket": stored.ticket,
    }
