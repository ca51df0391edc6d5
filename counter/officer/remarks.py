"""What is said at the desks while the work goes on: a reminder, "still serving"."""

from __future__ import annotations

from typing import Annotated

from apiflask import APIBlueprint
from flask import Response, jsonify
from pydantic import Field

from shared.domain.staff import STAFF_ROLES, Role
from shared.web import allow, desk
from shared.web.bodies import Body

NUMBER = Field(ge=1, le=2**31 - 1)


class Reminder(Body):
    """The visitor who waits."""

    ticket: Annotated[int, NUMBER]


def add_routes(blueprint: APIBlueprint) -> None:
    """One route for each remark; none of them moves a ticket."""

    @blueprint.post("/<int:counter>/remind")
    @blueprint.input(Reminder, location="json")
    @blueprint.doc(summary="Remind the officer of a counter that somebody waits whose clock runs")
    @allow(*STAFF_ROLES)
    def remind(counter: int, json_data: Reminder) -> Response:
        desk().remind(counter, json_data.ticket)
        return jsonify({"counter": counter, "ticket": json_data.ticket})

    @blueprint.post("/<int:counter>/still-serving")
    @blueprint.doc(summary="Answer that the visitor at the counter is still being served")
    @allow(Role.OFFICER)
    def still_serving(counter: int) -> Response:
        desk().still_serving(counter)
        return jsonify({"counter": counter})
