"""The visitor's rating after the service: by the link, or at a kiosk by the code on the slip.

Resumable, anonymous if wanted. The code opens the rating of that visit on that day, and nothing else of it: no place in
line and no guest book, as the link does. So six signs are enough, and a kiosk may try only a few.
"""

from __future__ import annotations

from typing import Annotated, Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from pydantic import Field

from kiosk.my_ticket import held
from kiosk.requests import held_request
from shared.domain.refusal import Refusal
from shared.domain.satisfaction import Questionnaire, Wording
from shared.domain.staff import Role
from shared.domain.ticket import Ticket
from shared.front_desk.ratings import COMMENT_LENGTH, Asked, Instrument, Rating
from shared.web import allow, asking, desk, holder, limits
from shared.web.bodies import Body
from shared.web.views import both
from shared.web.words import Words

Code = Annotated[str, Field(max_length=8)]
SlipCode = Annotated[str, Field(min_length=1, max_length=12)]
Score = Annotated[int, Field(ge=1, le=10)]
INSTRUMENTS: tuple[Instrument, ...] = ("skm", "skd")


class Rate(Body):
    """Some answers by code; what was answered before stands, and so does whether it is anonymous."""

    instrument: Instrument
    answers: dict[Code, Score] = Field(default_factory=dict)
    importance: dict[Code, Score] = Field(default_factory=dict)
    overall: Score | None = None
    comment: Annotated[Words, Field(max_length=COMMENT_LENGTH)] | None = None
    anonymous: bool | None = None


class Coded(Body):
    """The code on the slip. It stands in the body: addresses are kept by browsers and in logs."""

    slip_code: SlipCode


class RateByCode(Rate):
    """The same answers, at a kiosk."""

    slip_code: SlipCode


class TakeBack(Coded):
    """Which questionnaire is taken back."""

    instrument: Instrument


def add_routes(blueprint: APIBlueprint) -> None:
    """The questionnaires of the visit's day, and their answers: by the link, and by the slip's code."""
    _by_link(blueprint)
    _by_code(blueprint)
    _of_request(blueprint)


def _by_link(blueprint: APIBlueprint) -> None:
    @blueprint.get("/tickets/<token>/rating")
    @blueprint.doc(summary="The questionnaires that this visitor is asked, and which codes are answered")
    @holder
    def questionnaires(token: str) -> Response:
        return _asked(held(token, asking().office.code))

    @blueprint.post("/tickets/<token>/rating")
    @blueprint.input(Rate, location="json")
    @blueprint.doc(summary="Answer some questions; the codes that are answered come back, never the answers")
    @holder
    def rate(token: str, json_data: Rate) -> Response:
        return _rate(held(token, asking().office.code), json_data)

    @blueprint.post("/tickets/<token>/rating/<instrument>/take-back")
    @blueprint.doc(summary="Take a rating back")
    @holder
    def take_back(token: str, instrument: str) -> Response:
        ticket = held(token, asking().office.code)
        return _take_back(ticket, _instrument(instrument))


def _by_code(blueprint: APIBlueprint) -> None:
    """Only kiosks: a slip that lies on a desk lets no officer rate themselves."""

    @blueprint.post("/rating/questions")
    @allow(Role.KIOSK)
    @blueprint.input(Coded, location="json")
    @blueprint.doc(summary="The questionnaires of the visit on whose slip this code stands")
    def questions_by_code(json_data: Coded) -> Response:
        return _asked(_coded(json_data.slip_code))

    @blueprint.post("/rating")
    @allow(Role.KIOSK)
    @blueprint.input(RateByCode, location="json")
    @blueprint.doc(summary="Answer some questions of the visit on whose slip this code stands")
    def rate_by_code(json_data: RateByCode) -> Response:
        return _rate(_coded(json_data.slip_code), json_data)

    @blueprint.post("/rating/take-back")
    @allow(Role.KIOSK)
    @blueprint.input(TakeBack, location="json")
    @blueprint.doc(summary="Take a rating back by the code on the slip")
    def take_back_by_code(json_data: TakeBack) -> Response:
        return _take_back(_coded(json_data.slip_code), json_data.instrument)


def _of_request(blueprint: APIBlueprint) -> None:
    """Whoever asked from afar rates by the link of their request."""

    @blueprint.get("/requests/<token>/rating")
    @blueprint.doc(summary="The questionnaires that whoever asked is given, and which codes are answered")
    @holder
    def questionnaires_of_request(token: str) -> Response:
        return _told(desk().asked_of_request(held_request(token, asking().office.code)))

    @blueprint.post("/requests/<token>/rating")
    @blueprint.input(Rate, location="json")
    @blueprint.doc(summary="Answer some questions about a request; the answered codes come back, never the answers")
    @holder
    def rate_request(token: str, json_data: Rate) -> Response:
        mine = held_request(token, asking().office.code)
        rating = Rating(**json_data.model_dump())
        return jsonify({"answered": desk(caller=f"request:{mine}").rate_request(mine, rating)})

    @blueprint.post("/requests/<token>/rating/<instrument>/take-back")
    @blueprint.doc(summary="Take the rating of a request back")
    @holder
    def take_back_of_request(token: str, instrument: str) -> Response:
        mine = held_request(token, asking().office.code)
        desk(caller=f"request:{mine}").take_request_rating_back(mine, _instrument(instrument))
        return jsonify({"answered": []})


def _instrument(named: str) -> Instrument:
    wanted = next((name for name in INSTRUMENTS if name == named), None)
    if wanted is None:
        raise Refusal("not_found")
    return wanted


def _coded(code: str) -> Ticket:
    guesser = str(asking().known.id)
    limits.refuse_beyond(limits.RATING_CODES, "rating", asking().office.code, guesser)
    try:
        return desk().ticket_coded(code)
    except Refusal:
        limits.count(limits.RATING_CODES, "rating", asking().office.code, guesser)
        raise


def _asked(ticket: Ticket) -> Response:
    visit = {"number": ticket.label, "service": ticket.service}
    return _told(desk().asked(ticket), visit=visit)


def _told(asked: Asked, **more: Any) -> Response:
    told = {
        name: {**_questionnaire(questions), "answered": asked.answered[name]}
        for name, questions in asked.questionnaires.items()
    }
    return jsonify({**told, **more, "traits": asked.traits, "anonymous": asked.anonymous})


def _rate(ticket: Ticket, said: Rate) -> Response:
    rating = Rating(**said.model_dump(exclude={"slip_code"}))
    return jsonify({"answered": desk(caller=f"ticket:{ticket.id}").rate(ticket.id, rating)})


def _take_back(ticket: Ticket, instrument: Instrument) -> Response:
    desk(caller=f"ticket:{ticket.id}").take_rating_back(ticket.id, instrument)
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
