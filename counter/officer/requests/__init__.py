"""Requests that came by WhatsApp, e-mail, telephone or online: the inbox, one thread, and a button for each verb."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext

from counter.login import me
from counter.officer.requests import appointments
from counter.officer.requests.bodies import (
    Answer,
    Asks,
    Call,
    CalledBack,
    Close,
    Heard,
    NewRequest,
    SentByHand,
    Tick,
)
from counter.officer.requests.repeats import safe_to_repeat
from counter.officer.requests.rows import snapshot_of
from counter.officer.requests.thread import row_json, thread_json
from shared.domain.request import CHANNEL_LETTERS
from shared.domain.staff import STAFF_ROLES, Role
from shared.front_desk import FrontDesk
from shared.front_desk.requests import Case, Received, Said
from shared.web import allow, asking, desk, page, parts, shown
from shared.web.errors import prefers_html
from shared.web.files import files_of, limits_of_files, saved, takes_files

__all__ = ["add_routes", "snapshot_of"]


def add_routes(blueprint: APIBlueprint) -> None:
    """The inbox opens nothing; a thread does, and that is written down."""
    _add_inbox(blueprint)
    _add_new(blueprint)
    _add_thread(blueprint)
    _add_steps(blueprint)
    _add_words(blueprint)
    _add_ends(blueprint)
    appointments.add_routes(blueprint)


def _add_inbox(blueprint: APIBlueprint) -> None:
    @blueprint.get("/requests")
    @blueprint.doc(
        summary="Open requests, what is due next first, and those closed in the last 30 days; never a word or contact"
    )
    @allow(*STAFF_ROLES)
    def request_inbox() -> Response:
        snapshot = shown(snapshot_of(parts()))
        if not prefers_html():
            return jsonify(snapshot)
        promised = asking().office.standard.channels
        channels = {"promised": promised, "others": [one for one in CHANNEL_LETTERS if one not in promised]}
        told = {"me": me(asking().known), "channels": channels, "files": limits_of_files()}
        return page("counter-requests", gettext("Permintaan"), "staff", snapshot, **told)


def _add_new(blueprint: APIBlueprint) -> None:
    @blueprint.post("/requests")
    @blueprint.input(NewRequest, location="json")
    @blueprint.doc(
        summary="Take a request that came on some channel; needs an Idempotency-Key",
        responses={201: "The request", 200: "The request that was taken before with this key"},
    )
    @allow(Role.OFFICER)
    def receive_request(json_data: NewRequest) -> tuple[Response, int]:
        return _received(safe_to_repeat().receive_request(json_data.asked(json_data.channel, json_data.text)))

    @blueprint.post("/requests/calls")
    @blueprint.input(Call, location="json")
    @blueprint.doc(
        summary="Write a telephone call down: served, missed, or an answer promised; needs an Idempotency-Key",
        responses={201: "The request", 200: "The request that was taken before with this key"},
    )
    @allow(Role.OFFICER)
    def log_call(json_data: Call) -> tuple[Response, int]:
        asked = json_data.asked("telephone", json_data.text)
        return _received(safe_to_repeat().log_call(asked, json_data.outcome, json_data.called_at))

    @blueprint.post("/requests/<int:request_id>/hear")
    @blueprint.input(Heard, location="json")
    @blueprint.doc(
        summary="The user wrote once more; needs an Idempotency-Key", responses={201: "The request", 200: "Known"}
    )
    @allow(Role.OFFICER)
    def hear_request(request_id: int, json_data: Heard) -> tuple[Response, int]:
        return _received(safe_to_repeat().hear_again(request_id, Said(text=json_data.text)))


def _add_thread(blueprint: APIBlueprint) -> None:
    @blueprint.get("/requests/<int:request_id>")
    @blueprint.doc(summary="Open a request's words; the look is written down")
    @allow(*STAFF_ROLES)
    def request_thread(request_id: int) -> Response:
        return jsonify(thread_json(desk().read_request(request_id)))

    @blueprint.get("/requests/<int:request_id>/messages/<int:message>/files/<int:position>")
    @blueprint.doc(summary="Save a file that came with a message; the look is written down")
    @allow(*STAFF_ROLES)
    def request_file(request_id: int, message: int, position: int) -> Response:
        name, _, content = desk().read_file(request_id, message, position)
        return saved(name, content)

    @blueprint.post("/requests/<int:request_id>/messages/<int:message>/files/<int:position>/fetch")
    @blueprint.doc(summary="Ask once more for a file that a channel has only named so far")
    @allow(Role.OFFICER)
    def fetch_file(request_id: int, message: int, position: int) -> Response:
        return _row(desk().fetch_file(request_id, message, position))


def _add_steps(blueprint: APIBlueprint) -> None:
    """The verbs that need nothing but the request."""
    for route, verb, summary in (
        ("take-up", FrontDesk.take_up_request, "Make a request one's own"),
        ("complete", FrontDesk.find_complete, "The request is clear, and every requirement is met"),
        ("send-form", FrontDesk.send_form, "The user was sent the form that the standard asks for"),
        ("form-filled", FrontDesk.find_form_filled, "The user has filled the form in"),
        ("reopen", FrontDesk.reopen_request, "Take a closed request up again within thirty days"),
    ):

        @blueprint.post(f"/requests/<int:request_id>/{route}", endpoint=f"request_{route.replace('-', '_')}")
        @blueprint.doc(summary=summary)
        @allow(Role.OFFICER)
        def step(request_id: int, verb: object = verb) -> Response:
            return _row(verb(desk(), request_id))  # type: ignore[operator] # one of the verbs above

    @blueprint.post("/requests/<int:request_id>/tick")
    @blueprint.input(Tick, location="json")
    @blueprint.doc(summary="A requirement is met, or is not after all")
    @allow(Role.OFFICER)
    def request_tick(request_id: int, json_data: Tick) -> Response:
        return _row(desk().tick_requirement(request_id, json_data.requirement, json_data.met))

    @blueprint.post("/requests/<int:request_id>/called-back")
    @blueprint.input(CalledBack, location="json")
    @blueprint.doc(summary="A missed call was called back")
    @allow(Role.OFFICER)
    def request_called_back(request_id: int, json_data: CalledBack) -> Response:
        return _row(desk().call_back(request_id, json_data.reached))


def _add_words(blueprint: APIBlueprint) -> None:
    @blueprint.post("/requests/<int:request_id>/ask")
    @takes_files
    @blueprint.input(Asks, location="json")
    @blueprint.doc(
        summary="Ask in writing what is missing, with files in base64; the first question stops the clock. "
        "Needs an Idempotency-Key"
    )
    @allow(Role.OFFICER)
    def ask_request(request_id: int, json_data: Asks) -> Response:
        said = (json_data.text, json_data.sent, files_of(json_data.files))
        return _row(safe_to_repeat().ask_user(request_id, *said))

    @blueprint.post("/requests/<int:request_id>/answer")
    @takes_files
    @blueprint.input(Answer, location="json")
    @blueprint.doc(summary="Answer, whole or in part, with files in base64; needs an Idempotency-Key")
    @allow(Role.OFFICER)
    def answer_request(request_id: int, json_data: Answer) -> Response:
        said = (json_data.text, json_data.whole, json_data.sent, files_of(json_data.files))
        return _row(safe_to_repeat().answer_request(request_id, *said))

    @blueprint.post("/requests/<int:request_id>/sent")
    @blueprint.input(SentByHand, location="json")
    @blueprint.doc(summary="A message was sent by hand, where it belongs")
    @allow(Role.OFFICER)
    def request_sent(request_id: int, json_data: SentByHand) -> Response:
        return _row(desk().found_sent(request_id, json_data.message))


def _add_ends(blueprint: APIBlueprint) -> None:
    @blueprint.post("/requests/<int:request_id>/close")
    @blueprint.input(Close, location="json")
    @blueprint.doc(summary="Close a request for a reason")
    @allow(Role.OFFICER)
    def close_request(request_id: int, json_data: Close) -> Response:
        return _row(desk().close_request(request_id, json_data.reason))

    @blueprint.post("/requests/<int:request_id>/erase")
    @blueprint.doc(summary="Destroy a request's words and who asked; its times stay")
    @allow(Role.MANAGER)
    def erase_request(request_id: int) -> Response:
        return _row(desk().erase_request(request_id))


def _received(received: Received) -> tuple[Response, int]:
    return _row(received.case), 200 if received.known else 201


def _row(case: Case) -> Response:
    return jsonify(row_json(case))
