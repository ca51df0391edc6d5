"""The follow-up plan, written line by line."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify
from pydantic import ConfigDict, Field

from shared.domain.staff import Role
from shared.front_desk.follow_ups import IN_CHARGE_LENGTH, PROGRAMME_LENGTH, FollowUp
from shared.web import allow, desk
from shared.web.bodies import Body
from shared.web.words import Words

Day = Annotated[date, Field(strict=False)]


class Line(Body):
    """A line of the plan."""

    unsur: Annotated[str, Field(max_length=4)]
    programme: Annotated[Words, Field(max_length=PROGRAMME_LENGTH)]
    due: Day
    in_charge: Annotated[Words, Field(max_length=IN_CHARGE_LENGTH)]
    state: Literal["planned", "running", "done"] = "planned"

    def said(self) -> FollowUp:
        """What the desk is asked to write."""
        return FollowUp(
            unsur=self.unsur, programme=self.programme, due=self.due, in_charge=self.in_charge, state=self.state
        )


class NewLine(Line):
    """A line, and the last day of the period that it follows from."""

    model_config = ConfigDict(populate_by_name=True)
    period_ends: Day


def add_routes(blueprint: APIBlueprint) -> None:
    """Only managers plan."""

    @blueprint.post("/follow-ups")
    @blueprint.input(NewLine, location="json")
    @blueprint.doc(summary="Write a line into the follow-up plan of a survey")
    @allow(Role.MANAGER)
    def plan(json_data: NewLine) -> tuple[Response, int]:
        return jsonify({"id": desk().plan_follow_up(json_data.period_ends, json_data.said())}), 201

    @blueprint.post("/follow-ups/<int:number>")
    @blueprint.input(Line, location="json")
    @blueprint.doc(summary="Write a line of the follow-up plan anew")
    @allow(Role.MANAGER)
    def change(number: int, json_data: Line) -> Response:
        desk().change_follow_up(number, json_data.said())
        return jsonify({"id": number})

    @blueprint.post("/follow-ups/<int:number>/drop")
    @blueprint.doc(summary="Take a line out of the follow-up plan")
    @allow(Role.MANAGER)
    def drop(number: int) -> Response:
        desk().drop_follow_up(number)
        return jsonify({"id": number})
