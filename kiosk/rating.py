"""The visitor's rating after the service: by the link alone, resumable, anonymous if wanted."""

from __future__ import annotations

from typing import Annotated, Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from pydantic import Field

from kiosk.my_ticket import held
from shared.domain.refusal import Refusal
from shared.domain.satisfaction import Questionnaire, Wording
from shared.front_desk.ratings import COMMENT_LENGTH, Instrument, Rating, questionnaire
from shared.web import asking, desk, holder
from shared.web.bodies import Body
from shared.web.views import both
from shared.web.words import Words

Code = Annotated[str, Field(max_length=8)]
Score = Annotated[int, Field(ge=1, le=10)]
INSTRUMENTS: tuple[Instrument, ...] = ("skm", "skd")


class Rate(Body):
    """Some answers by code; what was answered before stands."""

    instrument: Instrument
    answers: dict[Code, Score] = Field(default_factory=dict)
    importance: dict[Code, Score] = Field(default_factory=dict)
    overall: Score | None = None
    comment: Annotated[Words, Field(max_length=COMMENT_LENGTH)] | None = None
    anonymous: bool = False


def add_routes(blueprint: APIBlueprint) -> None:
    """The questionnaires of the visit's day, and their answers."""

    @blueprint.get("/tickets/<token>/rating")
    @blueprint.doc(summary="The questionnaires that this visitor is asked")
    @holder
    def questionnaires(token: str) -> Response:
        ticket = held(token, asking().office.code)
        return jsonify({name: _questionnaire(questionnaire(name, ticket.day)) for name in INSTRUMENTS})

    @blueprint.post("/tickets/<token>/rating")
    @blueprint.input(Rate, location="json")
    @blueprint.doc(summary="Answer some questions; the codes that are answered come back, never the answers")
    @holder
    def rate(token: str, json_data: Rate) -> Response:
        ticket = held(token, asking().office.code)
        rating = Rating(**json_data.model_dump())
        return jsonify({"answered": desk(caller=f"ticket:{ticket.id}").rate(ticket.id, rating)})

    @blueprint.post("/tickets/<token>/rating/<instrument>/take-back")
    @blueprint.doc(summary="Take a rating back")
    @holder
    def take_back(token: str, instrument: str) -> Response:
        ticket = held(token, asking().office.code)
        wanted = next((name for name in INSTRUMENTS if name == instrument), None)
        if wanted is None:
            raise Refusal("not_found")
        desk(caller=f"ticket:{ticket.id}").take_rating_back(ticket.id, wanted)
        return jsonify({"answered": []})


def _questionnaire(asked: Questionnaire) -> dict[str, Any]:
    return {
        "version": asked.version,
        "lowest": asked.lowest,
        "highest": asked.highest,
        "importance": asked.importance,
        "questions": [_wording(wording) for wording in asked.wordings],
        "overall": asked.overall and _wording(asked.overall),
    }


def _wording(wording: Wording) -> dict[str, Any]:
    return {
        "code": wording.code,
        "question": both(wording.question),
        "note": wording.note and both(wording.note),
        "options": [both(option) for option in wording.options],
    }
