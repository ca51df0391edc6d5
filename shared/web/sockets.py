"""Who may listen: screens show the same secrets as over HTTP, and the server chooses the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import SocketIO, disconnect, emit, join_room

from shared.database import StorageError
from shared.database.records.house import Known
from shared.domain.refusal import Refusal
from shared.domain.staff import Person, Role
from shared.events import Events, room
from shared.front_desk import FrontDesk, Parts, operator, person_of
from shared.keys import hashed
from shared.web import limits
from shared.web.asking import NOTED_EVERY, cookie_name, is_over, whose
from shared.web.follow import request_of, ticket_of

LISTENERS: Mapping[str, tuple[Role, ...]] = {
    "/display": (Role.DISPLAY, Role.OFFICER, Role.MANAGER),
    "/kiosk": (Role.KIOSK, Role.OFFICER, Role.MANAGER),
    "/counter": (Role.OFFICER, Role.MANAGER),
    "/requests": (Role.OFFICER, Role.MANAGER),
    "/manager": (Role.MANAGER,),
}

HOLDERS = ("/visitor", "/request")
"""Screens of whoever holds a link: the one who waits in line, and the one who asked from afar."""

WATCH_SECONDS = 2


class Doorkeeper:
    """Remembers by which secret each screen was let in, and shows it out when that is worth nothing any more.

    A session that is only idle stays: the officer in the back room waits for the sound of a new visitor.
    """

    def __init__(self, socket: SocketIO, parts: Parts) -> None:
        self._socket = socket
        self._parts = parts
        self._secrets: dict[tuple[str, str], str] = {}

    def let_in(self, namespace: str, sid: str, secret: str) -> None:
        """A screen came in by the secret with this hash."""
        self._secrets[(namespace, sid)] = secret

    def forget(self, namespace: str, sid: str) -> None:
        """The screen is gone."""
        self._secrets.pop((namespace, sid), None)

    def watch_forever(self) -> None:
        """Every two seconds, look for screens whose key was revoked or has run out."""
        while True:
            self._socket.sleep(WATCH_SECONDS)
            try:
                self.show_out()
            except StorageError:
                continue  # nobody is shown out while the database cannot say who may stay

    def show_out(self) -> None:
        """Disconnect whoever may no longer listen; note which devices still do."""
        secrets = set(self._secrets.values())
        if not secrets:
            return
        known = self._parts.database.house(lambda house: {secret: house.known(secret) for secret in secrets})
        now = self._parts.clock.now()
        for (namespace, sid), secret in list(self._secrets.items()):
            key = known.get(secret, None)
            if secret in known and (key is None or (key.expires_at is not None and key.expires_at <= now)):
                self.forget(namespace, sid)
                self._socket.server.disconnect(sid, namespace=namespace)
        for device in known.values():
            if device is not None and device.kind == "device" and now - device.seen_at > NOTED_EVERY:
                self._note_presence(device)

    def _note_presence(self, device: Known) -> None:
        """A kiosk or board that listens is there, although it asks for nothing; the manager sees it a minute later."""
        FrontDesk(self._parts, self._parts.offices[device.office], operator(device.office)).seen(device)
        self._parts.tell(device.office)


def open_sockets(socket: SocketIO, events: Events, parts: Parts) -> Doorkeeper:
    """Accept screens on every namespace, and boards' answers on theirs."""
    door = Doorkeeper(socket, parts)
    for namespace in (*LISTENERS, *HOLDERS):
        socket.on_event("connect", _greeter(namespace, events, parts, door), namespace=namespace)
        socket.on_event("disconnect", _parter(namespace, events, door), namespace=namespace)
    for word in ("shown", "sounded"):
        socket.on_event(word, _listener(word, events, parts), namespace="/display")
    socket.on_event("sound", _sound(events), namespace="/display")
    return door


def _greeter(namespace: str, events: Events, parts: Parts, door: Doorkeeper) -> Any:
    def connect(auth: Any = None) -> None:
        said = auth if isinstance(auth, dict) else {}
        try:
            if namespace in HOLDERS:
                office, subject = _ticket(said, parts) if namespace == "/visitor" else _request(said, parts)
            else:
                (office, secret), subject = _office(said, namespace, parts), ""
                door.let_in(namespace, _sid(), secret)
        except Refusal as refusal:  # an office that another process serves
            raise Refused(refusal.key) from refusal
        join_room(room(office))
        if subject:
            join_room(room(office, subject))
        events.arrive(namespace, _sid(), office, subject, is_bell=said.get("screen") == "bell")
        emit("beat", events.beat(office))  # the time first: a board that slept must not take old calls for new ones
        emit(events.event(namespace), events.snapshot(namespace, office, subject))
        if namespace == "/display":
            events.changed(office)

    return connect


def _parter(namespace: str, events: Events, door: Doorkeeper) -> Any:
    def disconnect(*_: Any) -> None:
        door.forget(namespace, _sid())
        office = events.depart(namespace, _sid())
        if office and namespace == "/display":
            events.changed(office)

    return disconnect


def _listener(word: str, events: Events, parts: Parts) -> Any:
    def answered(seq: Any = None) -> None:
        office = events.office_of("/display", _sid())
        if office is None or not isinstance(seq, int) or isinstance(seq, bool) or _floods():
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
        if office is None or not isinstance(state, dict) or _floods():
            return
        if events.sounds(_sid(), on=state.get("on") is True):
            events.changed(office)

    return sound


def _office(said: Mapping[str, Any], namespace: str, parts: Parts) -> tuple[str, str]:
    office = str(said.get("office", ""))
    token = said.get("token")
    secrets = [token] if isinstance(token, str) else _cookies(namespace, office)
    for secret in secrets:
        known = whose(parts, secret)
        if (
            known
            and not is_over(known, parts.clock.now())
            and known.office == office
            and person_of(known).may(*LISTENERS[namespace])
        ):
            return parts.office(office).code, hashed(secret)
    raise Refused("unauthenticated")


def _ticket(said: Mapping[str, Any], parts: Parts) -> tuple[str, str]:
    found = ticket_of(parts, str(said.get("ticket", "")))
    if found is None:
        raise Refused("unknown_ticket")
    office, ticket = found
    return parts.office(office).code, str(ticket.id)


def _request(said: Mapping[str, Any], parts: Parts) -> tuple[str, str]:
    found = request_of(parts, str(said.get("request", "")), parts.offices)
    if found is None:
        raise Refused("unknown_request")
    office, stored = found
    return parts.office(office).code, str(stored.id)


def _floods() -> bool:
    """Whether this board says far more than a board has to say; then it is disconnected."""
    try:
        limits.count(limits.MESSAGES, _sid())
    except Refusal:
        disconnect()
        return True
    return False


def _cookies(namespace: str, office: str) -> list[str]:
    names = (cookie_name(namespace.strip("/"), office), cookie_name("session", office))
    return [request.cookies[name] for name in names if name in request.cookies]


def _sid() -> str:
    return str(request.sid)  # type: ignore[attr-defined] # Flask-SocketIO adds it
