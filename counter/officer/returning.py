"""Somebody who may have been here before: the officer asks the person, and only then are two visits made one."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify

from shared.domain.staff import STAFF_ROLES
from shared.web import allow, desk
from shared.web.bodies import Body


class Settle(Body):
    """What the person said."""

    same: bool


def add_routes(blueprint: APIBlueprint) -> None:
    """A day is shown to whoever opens the record; the name is a look that is written down."""

    @blueprint.get("/tickets/<int:ticket>/returning")
    @blueprint.doc(summary="The day of an earlier visit with the same phone or e-mail, or null")
    @allow(*STAFF_ROLES)
    def returning(ticket: int) -> Response:
        day = desk().may_have_been_here(ticket)
        return jsonify({"before": day and day.isoformat()})

    @blueprint.post("/tickets/<int:ticket>/returning/open")
    @blueprint.doc(summary="The name that the earlier visitor gave; the look is written down")
    @allow(*STAFF_ROLES)
    def open_name(ticket: int) -> Response:
        return jsonify({"name": desk().open_earlier_name(ticket)})

    @blueprint.post("/tickets/<int:ticket>/returning")
    @blueprint.input(Settle, location="json")
    @blueprint.doc(summary="It is the same person, whose earlier answers are used now; or it is another")
    @allow(*STAFF_ROLES)
    def settle(ticket: int, json_data: Settle) -> Response:
        return jsonify({"answered": desk().settle_returning(ticket, json_data.same)})
