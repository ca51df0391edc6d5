"""One visit, minute by minute: what happened to it, why its clock started when it did, and what people said."""

from __future__ import annotations

from typing import Annotated

from apiflask import APIBlueprint
from flask import Response, jsonify
from pydantic import Field

from counter.manager.wait_log.journal.telling import tell
from shared.domain.staff import Role
from shared.front_desk.remarks import TEXT_LENGTH
from shared.web import allow, asking, desk, parts
from shared.web.bodies import Body
from shared.web.words import Words

Text = Annotated[Words, Field(min_length=1, max_length=TEXT_LENGTH)]
Code = Annotated[str, Field(min_length=1, max_length=32)]
NOTHING_TO_SAY = ("", 204)


class Reason(Body):
    """Why the limit passed, as one of the codes of `front_desk.remarks`."""

    reason: Code


class Comment(Body):
    """What a code cannot say."""

    text: Text


class Correction(Body):
    """Why a visit's times are not to be trusted."""

    reason: Code
    text: Text | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """A visit's journal, and what may be said about it."""

    @blueprint.get("/visits/<int:ticket>/<int:leg>")
    @blueprint.doc(summary="What happened to one visit, and why it was judged so")
    @allow(Role.MANAGER)
    def visit(ticket: int, leg: int) -> Response:
        office, vault, now = asking().office, parts().vault, desk().now()
        return jsonify(desk().reading(lambda records: tell(records, vault, office, (ticket, leg), now)))

    @blueprint.post("/visits/<int:ticket>/<int:leg>/reason")
    @blueprint.input(Reason, location="json")
    @blueprint.doc(summary="Say why the limit passed")
    @allow(Role.OFFICER, Role.MANAGER)
    def explain(ticket: int, leg: int, json_data: Reason) -> tuple[str, int]:
        desk().explain_breach(ticket, leg, json_data.reason)
        return NOTHING_TO_SAY

    @blueprint.post("/visits/<int:ticket>/<int:leg>/comment")
    @blueprint.input(Comment, location="json")
    @blueprint.doc(summary="Write a comment on a visit")
    @allow(Role.MANAGER)
    def comment(ticket: int, leg: int, json_data: Comment) -> tuple[str, int]:
        desk().comment(ticket, leg, json_data.text)
        return NOTHING_TO_SAY

    @blueprint.post("/visits/<int:ticket>/<int:leg>/correction")
    @blueprint.input(Correction, location="json")
    @blueprint.doc(summary="Mark a visit's times as wrong")
    @allow(Role.MANAGER)
    def correct(ticket: int, leg: int, json_data: Correction) -> tuple[str, int]:
        desk().correct(ticket, leg, json_data.reason, json_data.text)
        return NOTHING_TO_SAY
