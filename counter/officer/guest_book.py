"""The guest book at the desk: an officer writes for a visitor, also for one who has no number."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from pydantic import Field

from shared.database import OfficeRecords
from shared.database.records.visitors import StoredEntry
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.staff import STAFF_ROLES
from shared.front_desk.guest_book import Said, Written, came_to_nothing
from shared.web import allow, asking, at_office, desk
from shared.web.bodies import Answers, Body, Consents


class WriteFor(Body):
    """Some answers of a visitor, by item; an empty one takes an earlier one back."""

    answers: Answers = Field(default_factory=dict)
    consents: Consents = Field(default_factory=dict)
    language: Literal["id", "en"] = "id"

    def said(self, service: str | None = None) -> Said:
        """The same as the desk takes it."""
        return Said(
            answers=self.answers, consents=self.consents, language=self.language, service=service, channel="officer"
        )


class NewVisit(WriteFor):
    """A visit without a number: somebody who telephones or writes, or a guest of the house."""

    service: Annotated[str, Field(min_length=1, max_length=8)]


def add_routes(blueprint: APIBlueprint) -> None:
    """Writing for a visitor with a number and for one without."""
    _add_writing(blueprint)

    @blueprint.get("/entries")
    @blueprint.doc(summary="Today's visits without a number, never with what was written")
    @allow(*STAFF_ROLES)
    def entries() -> Response:
        office = asking().office
        return jsonify({"entries": desk().reading(lambda records: _today(records, office))})

    @blueprint.post("/entries/<int:entry>/met")
    @blueprint.doc(summary="A guest without a number has been met")
    @allow(*STAFF_ROLES)
    def met(entry: int) -> Response:
        desk().meet_guest(entry)
        return jsonify({"entry": entry})


def _add_writing(blueprint: APIBlueprint) -> None:
    @blueprint.post("/tickets/<int:ticket>/guestbook")
    @blueprint.input(WriteFor, location="json")
    @blueprint.doc(summary="Write in the guest book for a visitor with a number", responses={201: "What is answered"})
    @allow(*STAFF_ROLES)
    def write_for(ticket: int, json_data: WriteFor) -> tuple[Response, int]:
        return _answer(desk().write_guest_book(ticket, json_data.said()))

    @blueprint.post("/entries")
    @blueprint.input(NewVisit, location="json")
    @blueprint.doc(
        summary="Write down a visit without a number; needs an Idempotency-Key", responses={201: "Its entry"}
    )
    @allow(*STAFF_ROLES)
    def new_visit(json_data: NewVisit) -> tuple[Response, int]:
        if "Idempotency-Key" not in request.headers:
            raise Refusal("idempotency_key_missing")
        return _answer(desk().write_guest_book(None, json_data.said(json_data.service)))

    @blueprint.post("/entries/<int:entry>/guestbook")
    @blueprint.input(WriteFor, location="json")
    @blueprint.doc(summary="Go on writing for a visitor without a number", responses={201: "What is answered"})
    @allow(*STAFF_ROLES)
    def write_on(entry: int, json_data: WriteFor) -> tuple[Response, int]:
        return _answer(desk().write_guest_book(None, json_data.said(), entry_id=entry))


def visits_without_number(records: OfficeRecords, office: Office, day: date) -> list[dict[str, Any]]:
    """The visits of a day that have no number, as screens may show them: when, for what, how many, met or not.

    Whoever is still writing at the kiosk, before they take a place in line, is not yet among them.
    """
    entries = records.entries_without_ticket(day)
    return [_visit(entry, office) for entry in entries if not came_to_nothing(office, entry)]


def _today(records: OfficeRecords, office: Office) -> list[dict[str, Any]]:
    day = records.open_day()
    return visits_without_number(records, office, day.day) if day else []


def _visit(entry: StoredEntry, office: Office) -> dict[str, Any]:
    return {
        "entry": entry.id,
        "form": entry.form,
        "service": entry.service,
        "channel": entry.channel,
        "at": at_office(entry.written_at, office),
        "group": entry.answers.get("group"),
        "met_at": at_office(entry.met_at, office),
    }


def _answer(written: Written) -> tuple[Response, int]:
    return jsonify({"entry": written.id, "answered": written.answered, "missing": written.missing}), 201
