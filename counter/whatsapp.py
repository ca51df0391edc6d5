"""Where the WhatsApp Cloud API calls an office that has connected it. Nobody else is answered with a word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import structlog
from apiflask import APIBlueprint
from flask import Response, request

from shared.channels import CloudAccount
from shared.channels.whatsapp.hook import Heard, NumberChanged, Told, heard_in
from shared.channels.whatsapp.signature import SIGNATURE_HEADER, is_signed, same_secret
from shared.database import StorageError
from shared.domain.refusal import Refusal
from shared.front_desk import FrontDesk
from shared.front_desk.requests import Asked, FileNamed, Said
from shared.front_desk.requests.post import Post
from shared.web import anyone, asking, parts

LARGEST_CALL = 3 * 1024 * 1024
"""Bytes; the provider says that it sends no larger ones."""
LONGEST_CHALLENGE = 200
AT_HOME = "+62"
"""What the program itself writes to other numbers is in English."""

log = structlog.get_logger()


def add_routes(blueprint: APIBlueprint) -> None:
    """The one address that is entered at the provider as the webhook."""

    @blueprint.get("/whatsapp")
    @blueprint.doc(summary="The WhatsApp Cloud API asks whether this address is ours; off until an office connects it")
    @anyone
    def prove_address() -> Response:
        account, asked = _account(), request.args
        is_ours = same_secret(asked.get("hub.verify_token"), account.verify_token)
        challenge = asked.get("hub.challenge", "")
        if asked.get("hub.mode") != "subscribe" or not is_ours or not 0 < len(challenge) <= LONGEST_CHALLENGE:
            return Response(status=403)
        return Response(challenge, mimetype="text/plain")

    @blueprint.post("/whatsapp")
    @blueprint.doc(summary="The WhatsApp Cloud API brings messages, and tells what became of ours; only when signed")
    @anyone
    def hear_call() -> Response:
        account = _account()
        request.max_content_length = LARGEST_CALL
        body = request.get_data()
        if not is_signed(body, request.headers.get(SIGNATURE_HEADER), account.app_secret):
            return Response(status=403)
        _take(heard_in(body, account.phone_number_id))
        return Response(status=200)  # everything is committed; whatever failed was raised, and the provider calls again


def _account() -> CloudAccount:
    connected = parts().connections.get(asking().office.code)
    if connected is None or connected.whatsapp is None:
        raise Refusal("not_found")
    return connected.whatsapp


def _take(heard: Heard) -> None:
    """Every part in a transaction of its own, so that one that fails keeps none of the others out."""
    office = asking().office
    post = Post(parts(), office, "whatsapp")
    if heard.left_out:
        log.info("whatsapp_left_out", office=office.code, parts=heard.left_out)
    steps: list[Callable[[], object]] = [partial(_change, change) for change in heard.changes]
    steps += [partial(_hear, told) for told in heard.messages]
    steps += [partial(post.reported, report) for report in heard.reports]
    failures = []
    for step in steps:
        try:
            step()
        except Refusal as refusal:  # of a gesture that belongs to nothing: calling again would not help
            log.info("whatsapp_refused", office=office.code, key=refusal.key)
        except StorageError:
            raise
        except Exception as failure:  # noqa: BLE001 # raised again when the others are in
            failures.append(failure)
    if failures:
        raise failures[0]


def _hear(told: Told) -> None:
    """Keep what came, and greet whoever opened a request by it; both are safe to repeat when the provider is."""
    try:
        received = _desk().hear(_asked(told, told.phone))
    except Refusal as refusal:
        if refusal.key != "bad_phone":
            raise
        received = _desk().hear(_asked(told, None))  # a number that nobody can dial; no words are lost for that
    _desk().greet_request(received.case.stored.id)


def _change(change: NumberChanged) -> None:
    if _desk().change_number(change.old, change.new):
        note = Said(text="[nomor WhatsApp pengguna berganti]", mark=change.mark, gesture=True)
        _desk().hear(Asked(channel="whatsapp", said=note, phone=change.new))


def _asked(told: Told, phone: str | None) -> Asked:
    said = Said(
        text=told.text,
        mark=told.mark,
        answers_to=told.answers_to,
        named_files=[FileNamed(**told.file._asdict())] if told.file else (),
        gesture=told.gesture,
        written_at=told.at,
    )
    language = "id" if phone is None or phone.startswith(AT_HOME) else "en"
    return Asked(channel="whatsapp", said=said, phone=phone, name=told.name, language=language)


def _desk() -> FrontDesk:
    """Nobody of the office: whoever calls is the provider."""
    return FrontDesk(parts(), asking().office, None)
