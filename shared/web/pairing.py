"""An unknown kiosk or board shows a code; staff accept it; then a cookie lets the device in."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify, make_response, redirect, request
from flask_babel import gettext

from shared.front_desk import FrontDesk, operator
from shared.web import limits
from shared.web.asking import asking, cookie_name, desk, parts
from shared.web.pages import page
from shared.web.policy import anyone
from shared.web.views import at_office

LOOPBACK = frozenset({"127.0.0.1", "::1"})
DEVICE_COOKIE_DAYS = 400


def welcome_device(room: str) -> Response:
    """What a device without a key sees: the code; or, in a demonstration on its own machine, it is let in at once."""
    if parts().settings.pair_loopback and request.remote_addr in LOOPBACK:
        answer = make_response(redirect(request.path, 303))
        own = FrontDesk(parts(), asking().office, operator(asking().office.code))
        return _with_cookie(answer, room, own.pair_own_machine(room, gettext("Komputer ini")))
    secret = request.cookies.get(cookie_name(f"pairing-{room}", asking().office.code), "")
    shown = desk().code_shown(secret) if secret else None
    if shown is None:
        limits.count(limits.LINKS, "code", request.remote_addr or "")
        shown = desk().show_code(room)
    expires = at_office(shown.expires_at, asking().office)
    snapshot = {"code": shown.code, "expires_at": expires, "room": room}
    answer = page("shared-pairing", gettext("Sambungkan perangkat"), "staff", snapshot)
    return _with_cookie(answer, f"pairing-{room}", shown.secret)


def add_pairing(blueprint: APIBlueprint, room: str) -> None:
    """The route by which a device asks whether it was accepted."""

    @blueprint.post("/pairing")
    @blueprint.doc(hide=True)
    @anyone
    def pairing() -> Response:
        secret = request.cookies.get(cookie_name(f"pairing-{room}", asking().office.code), "")
        key = desk().collect_pairing(secret) if secret else None
        answer = jsonify({"paired": key is not None})
        return _with_cookie(answer, room, key) if key else answer


def _with_cookie(answer: Response, kind: str, value: str) -> Response:
    answer.set_cookie(
        cookie_name(kind, asking().office.code),
        value,
        max_age=DEVICE_COOKIE_DAYS * 24 * 3600,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
        path="/",
    )
    return answer
