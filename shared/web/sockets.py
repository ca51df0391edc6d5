"""Who may listen: screens show the same secrets as over HTTP, and the server chooses the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import SocketIO, emit, join_room

from shared.database import StorageError
from shared.domain.refusal import Refusal
from shared.domain.staff import Person, Role
from shared.events import Events, room
from shared.front_desk import FrontDesk, Parts, person_of
from shared.keys import hashed
from shared.web.asking import cookie_name, is_over

LISTENERS: Mapping[str, tuple[Role, ...]] = {
    "/display": (Role.DISPLAY, Role.OFFICER, Role.MANAGER),
    "/kiosk": (Role.KIOSK, Role.OFFICER, Role.MANAGER),
    "/counter": (Role.OFFICER, Role.MANAGER),
}


def open_sockets(socket: SocketIO, events: Events, parts: Parts) -> None:
    """Accept screens on every namespace, and boards' answers on theirs."""
    for namespace in (*LISTENERS, "/visitor"):
        socket.on_event("connect", _greeter(namespace, events, parts), namespace=namespace)
        socket.on_event("disconnect", _parter(namespace, events), namespace=namespace)
    for word in ("shown", "sounded"):
        socket.on_event(word, _listener(word, events, parts), namespace="/display")
    socket.on_event("sound", _sound(events), namespace="/display")


def _greeter(namespace: str, events: Events, parts: Parts) -> Any:
    def connect(auth: Any = None) -> None:
        said = auth if isinstance(auth, dict) else {}
        office, subject = _ticket(said, parts) if namespace == "/visitor" else (_office(said, namespace, parts), "")
        join_room(room(office))
        if subject:
            join_room(room(office, subject))
        events.arrive(namespace, _sid(), office, subject, is_bell=said.get("screen") == "bell")
        emit(events.event(namespace), events.snapshot(namespace, office, subject))
        if namespace == "/display":
            events.changed(office)

    return connect


def _parter(namespace: str, events: Events) -> Any:
    def disconnect(*_: Any) -> None:
        office = events.depart(namespace, _sid())
        if office and namespace == "/display":
            events.changed(office)

    return disconnect


def _listener(word: str, events: Events, parts: Parts) -> Any:
    def answered(seq: Any = None) -> None:
        office = events.office_of("/display", _sid())
        if office is None or not isinstance(seq, int) or isinstance(seq, bool):
            return
        board = Person(id=0, office=office, name="board", roles=frozenset({Role.DISPLAY}), kind="operator")
        try:
            FrontDesk(parts, parts.offices[office], board).call_was(word, seq)
        except (Refusal, StorageError):
            return  # a board cannot mend it; the officer sees that no answer came

    return answered


def _sound(events: Events) -> Any:
    def sound(state: Any = None) -> None:
        office = events.office_of("/display", _sid())
        if office is None or not isinstance(state, dict):
            return
        if events.sounds(_sid(), on=state.get("on") is True):
            events.changed(office)

    return sound


def _office(said: Mapping[str, Any], namespace: str, parts: Parts) -> str:
    office = str(said.get("office", ""))
    token = said.get("token")
    secrets = [token] if isinstance(token, str) else _cookies(namespace, office)
    for secret in secrets:
        known = parts.database.house(lambda house, secret=secret: house.known(hashed(secret)))  # type: ignore[misc] # mypy cannot infer a lambda's default
        if known and not is_over(known) and known.office == office and person_of(known).may(*LISTENERS[namespace]):
            return office
    raise Refused("unauthenticated")


def _ticket(said: Mapping[str, Any], parts: Parts) -> tuple[str, str]:
    claimed = parts.keys.ticket_of(str(said.get("ticket", "")))
    if claimed is not None:
        ticket, proof = claimed
        office = parts.database.house(lambda house: house.office_of_ticket(ticket))
        if office is not None and parts.keys.proves(office, ticket, proof):
            return office, str(ticket)
    raise Refused("unknown_ticket")


def _cookies(namespace: str, office: str) -> list[str]:
    names = (cookie_name(namespace.strip("/"), office), cookie_name("session", office))
    return [request.cookies[name] for name in names if name in request.cookies]


def _sid() -> str:
    return str(request.sid)  # type: ignore[attr-defined] # Flask-SocketIO adds it
