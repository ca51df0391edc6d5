"""Sign in, choose a counter, accept devices; who may see which staff page."""

from __future__ import annotations

from typing import Annotated

from apiflask import APIBlueprint
from flask import Response, jsonify, redirect, request
from flask_babel import gettext
from pydantic import Field

from counter.officer.queue import snapshot_for
from shared.domain.staff import STAFF_ROLES, Person, Role
from shared.web import allow, anyone, asking, desk, limits, page, parts, shown
from shared.web.asking import cookie_name
from shared.web.bodies import Body
from shared.web.words import Words


class SignIn(Body):
    """A name and a password."""

    login: Annotated[Words, Field(min_length=1, max_length=64)]
    password: Annotated[str, Field(min_length=1, max_length=200)]


class AcceptDevice(Body):
    """The code that a new kiosk or board shows, and what to call it."""

    code: Annotated[str, Field(pattern=r"^\d{6}$")]
    name: Annotated[Words, Field(max_length=60)] = ""


def add_routes(blueprint: APIBlueprint) -> None:
    """The staff's door."""
    _add_pages(blueprint)
    _add_session(blueprint)
    _add_devices(blueprint)


def _add_pages(blueprint: APIBlueprint) -> None:

    @blueprint.get("/")
    @blueprint.doc(hide=True)
    @anyone
    def counter() -> Response:
        person = asking().person_who(*STAFF_ROLES)
        if person is None:
            return page("counter-sign_in", gettext("Masuk"), "staff", None)
        if not person.may(Role.OFFICER):
            return redirect(f"/{asking().office.code}/counter/live")  # type: ignore[return-value] # Werkzeug's response is Flask's
        has_counters = asking().office.takes_walk_ins
        module, title = ("choose_counter", gettext("Pilih meja")) if has_counters else ("visits", gettext("Kunjungan"))
        return page(f"counter-{module}", title, "staff", shown(snapshot_for(parts())), me=me(person))

    @blueprint.get("/<int:counter>/")
    @blueprint.doc(hide=True)
    @anyone
    def console(counter: int) -> Response:
        person = asking().person_who(Role.OFFICER)
        asking().office.counter(counter)
        if person is None:
            return redirect(f"/{asking().office.code}/counter/")  # type: ignore[return-value] # Werkzeug's response is Flask's
        title = asking().office.counter(counter).name.id
        return page("counter-console", title, "staff", shown(snapshot_for(parts())), me=me(person), counter=counter)


def _add_session(blueprint: APIBlueprint) -> None:
    @blueprint.post("/sign-in")
    @blueprint.input(SignIn, location="json")
    @blueprint.doc(summary="Sign in with name and password; sets the session cookie")
    @anyone
    def sign_in(json_data: SignIn) -> Response:
        who = (json_data.login.strip().lower(), request.remote_addr or "")
        # Counted before it is checked: many guesses at once must not all be tried.
        limits.count(limits.ADDRESS_SIGN_INS, "sign-in", who[1])
        limits.count(limits.SIGN_INS, *who)
        session = desk().sign_in(json_data.login, json_data.password)
        limits.forgive(limits.SIGN_INS, *who)
        answer = jsonify({"next": f"/{asking().office.code}/counter/"})
        answer.set_cookie(
            cookie_name("session", asking().office.code),
            session.token,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure,
            path="/",
        )
        return answer

    @blueprint.post("/sign-out")
    @blueprint.doc(summary="End the session")
    @allow(*STAFF_ROLES)
    def sign_out() -> Response:
        name = cookie_name("session", asking().office.code)
        if asking().known.may(Role.OFFICER):
            desk().leave_free_counters()
        desk().sign_out(request.cookies.get(name, ""))
        answer = jsonify({"next": f"/{asking().office.code}/counter/"})
        answer.delete_cookie(name, path="/", secure=request.is_secure, httponly=True, samesite="Lax")
        return answer


def _add_devices(blueprint: APIBlueprint) -> None:
    @blueprint.post("/devices")
    @blueprint.input(AcceptDevice, location="json")
    @blueprint.doc(summary="Accept the kiosk or board that shows this code")
    @allow(*STAFF_ROLES)
    def accept_device(json_data: AcceptDevice) -> Response:
        guesser = ("code", asking().office.code, str(asking().known.id))
        limits.count(limits.CODES, *guesser)
        room = desk().accept_device(json_data.code, json_data.name)
        limits.forgive(limits.CODES, *guesser)
        return jsonify({"room": room})


def me(person: Person) -> dict[str, object]:
    """What a staff page knows of who uses it."""
    return {"id": person.id, "name": person.name, "roles": sorted(role.value for role in person.roles)}
