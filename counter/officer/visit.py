"""What was asked and given: the visitor's entry, opened with a trace, and the needs that the officer writes down."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from pydantic import Field

from shared.domain.guest_book.needs import NEED_FOLLOWS, RECORDS
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import STAFF_ROLES
from shared.front_desk.visits import Visit, VisitRecord, WithoutNumber
from shared.web import allow, asking, desk
from shared.web.bodies import Answers, Body
from shared.web.views import item_json


class Open(Body):
    """Why somebody's entry is opened; it stands in the read log."""

    reason: Literal["serving", "copying", "request"] = "serving"


class RecordNeed(Body):
    """One need of data at its position (from 1); `leg` where it is not about the present one."""

    position: Annotated[int, Field(ge=1, le=20)]
    answers: Answers
    leg: Annotated[int, Field(ge=1, le=99)] | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """Opening is a POST, because it writes: every look at personal data leaves a trace."""

    @blueprint.post("/tickets/<int:ticket>/open")
    @blueprint.input(Open, location="json")
    @blueprint.doc(summary="Open the entry and the needs of a visit; the look is written down")
    @allow(*STAFF_ROLES)
    def open_visit(ticket: int, json_data: Open) -> Response:
        return jsonify(_record(desk().read_visit(ticket, json_data.reason)))

    @blueprint.post("/entries/<int:entry>/open")
    @blueprint.input(Open, location="json")
    @blueprint.doc(summary="Open the entry and the needs of a visit without a number; the look is written down")
    @allow(*STAFF_ROLES)
    def open_without_number(entry: int, json_data: Open) -> Response:
        return jsonify(_record(desk().read_visit(WithoutNumber(entry), json_data.reason)))

    _add_needs(blueprint)


def _add_needs(blueprint: APIBlueprint) -> None:
    @blueprint.get("/needs-form")
    @blueprint.doc(summary="What the record of a visit asks (SKD Blok III); with `record=dtsen` that of a DTSEN visit")
    @allow(*STAFF_ROLES)
    def needs_form() -> Response:
        return jsonify({"items": _record_items(request.args.get("record", "needs"))})

    @blueprint.post("/tickets/<int:ticket>/needs")
    @blueprint.input(RecordNeed, location="json")
    @blueprint.doc(summary="Write down what data a visitor needed, or write it anew")
    @allow(*STAFF_ROLES)
    def record_need(ticket: int, json_data: RecordNeed) -> tuple[Response, int]:
        return _record_need(ticket, json_data)

    @blueprint.post("/entries/<int:entry>/needs")
    @blueprint.input(RecordNeed, location="json")
    @blueprint.doc(summary="Write down what data a visitor without a number needed, or write it anew")
    @allow(*STAFF_ROLES)
    def record_need_without_number(entry: int, json_data: RecordNeed) -> tuple[Response, int]:
        return _record_need(WithoutNumber(entry), json_data)

    @blueprint.post("/tickets/<int:ticket>/needs/<int:position>/drop")
    @blueprint.doc(summary="Take a need back that was written down by mistake")
    @allow(*STAFF_ROLES)
    def drop_need(ticket: int, position: int) -> Response:
        return _drop_need(ticket, position)

    @blueprint.post("/entries/<int:entry>/needs/<int:position>/drop")
    @blueprint.doc(summary="Take such a need back")
    @allow(*STAFF_ROLES)
    def drop_need_without_number(entry: int, position: int) -> Response:
        return _drop_need(WithoutNumber(entry), position)


def _record_items(kind: str) -> list[dict[str, Any]]:
    if kind not in RECORDS:
        raise Refusal("not_found")
    today = office_day(desk().now(), asking().office.time_zone)
    return [item_json(item, today, NEED_FOLLOWS.get(item.name)) for item in RECORDS[kind]]


def _record_need(visit: Visit, asked: RecordNeed) -> tuple[Response, int]:
    desk().record_need(visit, asked.position, asked.answers, leg=asked.leg)
    return jsonify({"position": asked.position}), 201


def _drop_need(visit: Visit, position: int) -> Response:
    desk().drop_need(visit, position)
    return jsonify({"position": position})


def _record(record: VisitRecord) -> dict[str, Any]:
    lines = [{"label": asdict(line.label), "value": line.value} for line in record.copy_sheet]
    said = {"answers": record.answers, "consents": record.consents, "needs": record.needs}
    return {**said, "copy_sheet": lines, "legs": record.legs}
