"""Ask from afar: the public form, its receipt, and the page on which whoever asked follows their request.

The link is the key: the words of a request are shown to whoever holds it and to nobody else, never on a shared screen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, Literal, ParamSpec, TypeVar

from apiflask import APIBlueprint
from flask import Response, g, jsonify, request
from flask_babel import gettext
from pydantic import Field

from kiosk.my_ticket import qr_picture
from kiosk.request_views import form_json, snapshot_for, thread_json
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.requests import Filled
from shared.front_desk.requests.web_form import FORM_LENGTH
from shared.web import Asking, anyone, asking, desk, holder, limits, page, parts, shown
from shared.web.asking import visitor_or_person
from shared.web.bodies import Body
from shared.web.errors import prefers_html
from shared.web.files import Files, files_of, limits_of_files, saved, takes_files
from shared.web.follow import request_of
from shared.web.views import link
from shared.web.words import Letter, Words

Text = Annotated[Letter, Field(max_length=FORM_LENGTH)]
P = ParamSpec("P")
T = TypeVar("T")


class AskByForm(Body):
    """What the form sends. `website` is a field that no person sees; only machines fill it in."""

    text: Text
    service: Annotated[str, Field(max_length=8)] | None = None
    name: Annotated[Words, Field(max_length=120)] | None = None
    email: Annotated[Words, Field(max_length=254)] | None = None
    phone: Annotated[Words, Field(max_length=40)] | None = None
    minor: bool = False
    language: Literal["id", "en"] = "id"
    website: Annotated[str, Field(max_length=200)] = ""


class WriteMore(Body):
    """What whoever asked writes once more."""

    text: Text
    files: Files = Field(default_factory=list)


def add_routes(blueprint: APIBlueprint) -> None:
    """The form, and a request by its link."""
    _add_form(blueprint)
    _add_page(blueprint)


def add_short_link(blueprint: APIBlueprint) -> None:
    """The short address that fits a small QR code; it names no office."""

    @blueprint.get("/R/<token>")
    @blueprint.get("/r/<token>")
    @blueprint.doc(summary="A request by its short link")
    @holder
    def my_request(token: str) -> Response:
        return _answer(held_request(token, None))


def _add_form(blueprint: APIBlueprint) -> None:
    @blueprint.get("/requests")
    @blueprint.doc(summary="The form for a request from afar, with what is promised: page, or JSON when asked")
    @anyone
    def request_form() -> Response:
        _refuse_shared_screen()
        asked = form_json(asking().office)
        if not prefers_html():
            return jsonify(asked)
        return page("kiosk-requests", gettext("Ajukan permintaan"), "phone", None, form=asked, files=limits_of_files())

    @blueprint.get("/requests/qr.svg")
    @blueprint.doc(hide=True)
    @anyone
    def qr_of_request_form() -> Response:
        return qr_picture(link().page(f"/{asking().office.code}/kiosk/requests"))

    @blueprint.post("/requests")
    @blueprint.input(AskByForm, location="json")
    @blueprint.doc(summary="Ask; needs an Idempotency-Key", responses={201: "The request with its link"})
    @holder
    def ask_by_form(json_data: AskByForm) -> tuple[Response, int]:
        if "Idempotency-Key" not in request.headers:
            raise Refusal("idempotency_key_missing")
        if json_data.website:
            raise Refusal("hidden_field_filled", item="website")
        asking().person = None  # whoever is signed in at this browser: the one who asks is the public
        limits.count(limits.REQUESTS, "requests", asking().office.code, request.remote_addr or "")
        received = desk().ask_by_form(Filled(**json_data.model_dump(exclude={"website"})))
        return _written(received.case.stored.id), 200 if received.known else 201


def _add_page(blueprint: APIBlueprint) -> None:
    @blueprint.get("/requests/<token>")
    @blueprint.doc(summary="The request as its holder may see it: page, or JSON when asked")
    @holder
    def my_request(token: str) -> Response:
        return _answer(held_request(token, asking().office.code))

    @blueprint.get("/requests/<token>/qr.svg")
    @blueprint.doc(hide=True)
    @holder
    def qr_of_request(token: str) -> Response:
        held_request(token, asking().office.code)
        return qr_picture(link().request(token))

    @blueprint.get("/requests/<token>/messages/<int:message>/files/<int:position>")
    @blueprint.doc(summary="Save a file of the request, the office's or one's own")
    @holder
    def file_of_request(token: str, message: int, position: int) -> Response:
        mine = held_request(token, asking().office.code)
        name, _, content = desk().own_file(mine, message, position)
        return saved(name, content)

    @blueprint.post("/requests/<token>/messages")
    @for_its_holder
    @takes_files
    @blueprint.input(WriteMore, location="json")
    @blueprint.doc(
        summary="Write once more, with files in base64: answer a question, or take a closed request up again"
    )
    @holder
    def write_more(token: str, json_data: WriteMore) -> tuple[Response, int]:
        mine = held_request(token, asking().office.code)
        limits.count(limits.REPLIES, "request", asking().office.code, str(mine))
        files = files_of(json_data.files)
        for _ in files:
            limits.count(limits.FILES, "file", asking().office.code, str(mine))
        received = desk(caller=f"request:{mine}").write_on_page(mine, json_data.text, files)
        return _written(mine), 200 if received.known else 201

    @blueprint.post("/requests/<token>/erase")
    @blueprint.doc(summary="Destroy every word and the contact: whoever holds the link may; number and times stay")
    @holder
    def erase_request(token: str) -> Response:
        mine = held_request(token, asking().office.code)
        desk(caller=f"request:{mine}").erase_own_request(mine)
        return _written(mine)


def for_its_holder(view: Callable[P, T]) -> Callable[P, T]:
    """Refuse a wrong link before a body is read that may be large."""

    @wraps(view)
    def held(*args: P.args, **kwargs: P.kwargs) -> T:
        held_request(str(kwargs["token"]), asking().office.code)
        return view(*args, **kwargs)

    return held


def held_request(token: str, office: str | None) -> int:
    """The request whose link this is, or `unknown_request`: the answer is the same for every wrong link."""
    found = request_of(parts(), token, [office] if office else parts().offices)
    if found is None:
        limits.count(limits.LINKS, "link", request.remote_addr or "")
        raise Refusal("unknown_request")
    code, stored = found
    g.asking = Asking(parts().office(code), visitor_or_person(parts().office(code), "kiosk"))
    wished = request.args.get("lang")
    g.language = wished if wished in ("id", "en") else stored.language
    _refuse_shared_screen()
    asking().person = None
    return stored.id


def on_shared_screen() -> bool:
    """Whether a kiosk is asking: it stands in a room full of people, and the next of them would find what was written
    (faults.md 4.2).
    """
    person = asking().person
    return person is not None and person.kind == "device" and person.may(Role.KIOSK)


def _refuse_shared_screen() -> None:
    if on_shared_screen():
        raise Refusal("own_phone_needed")


def _answer(mine: int) -> Response:
    if not prefers_html():
        return _written(mine)
    told = _told(mine)
    form = form_json(asking().office)
    return page("kiosk-requests", told["number"], "phone", told, form=form, files=limits_of_files())


def _written(mine: int) -> Response:
    return jsonify(_told(mine))


def _told(mine: int) -> dict[str, Any]:
    found: dict[str, Any] = shown(snapshot_for(parts()), str(mine))
    thread = thread_json(desk().own_thread(mine), asking().office)
    return {**found, "url": link().request(found["token"]), "thread": thread}
