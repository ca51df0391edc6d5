"""One person at one office, led through its published procedure over HTTP; the clock is set by hand."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from flask.testing import FlaskClient

from shared.app import House, create_app
from shared.channels import Connections, PostWorker
from shared.channels.whatsapp.sender import CloudSender
from shared.domain.office import Office
from shared.domain.staff import Role
from shared.front_desk import FrontDesk, operator
from shared.front_desk.requests.post import Post
from shared.settings import Settings
from tests.cast import SECRET, HandClock
from tests.channels.cloud import PlayedCloud, call, from_faiz, message, played_cloud, signed
from tests.web.front import Reply

ROLES = {
    "kiosk": {Role.KIOSK},
    "display": {Role.DISPLAY},
    "officer": {Role.OFFICER},
    "manager": {Role.MANAGER},
}


class FiveOffices:
    """The five shipped offices in one house."""

    def __init__(self, folder: Path, url: str, clock: HandClock) -> None:
        self.clock = clock
        settings = Settings(data_dir=folder, database_url=url, secret_key=SECRET, public_url="http://pst.example")
        self.house: House = create_app(settings, clock=clock)
        self.client = FlaskClient(self.house.app, Reply, use_cookies=False)
        self.tokens = {code: self._hired(code) for code in self.offices}

    @property
    def offices(self) -> Mapping[str, Office]:
        """By their code."""
        return self.house.parts.offices

    def desk(self, code: str) -> FrontDesk:
        """The program itself at work, as its worker is."""
        return FrontDesk(self.house.parts, self.offices[code], None)

    def walk(self, code: str) -> Walk:
        """Somebody new comes to this office, or writes to it."""
        return Walk(self, code)

    def ask(self, method: str, address: str, body: Any = None, token: str | None = None, **headers: str) -> Reply:
        """One request; every POST has a key of its own."""
        sent = {"Accept": "application/json", **headers}
        if token is not None:
            sent["Authorization"] = f"Bearer {token}"
        if method == "POST":
            sent.setdefault("Idempotency-Key", uuid.uuid4().hex)
            body = {} if body is None else body
        answer = self.client.open(address, method=method, headers=sent, **({} if body is None else {"json": body}))
        assert isinstance(answer, Reply)
        return answer

    def close(self) -> None:
        """Shut the house."""
        self.house.close()

    def _hired(self, code: str) -> dict[str, str]:
        owner = FrontDesk(self.house.parts, self.offices[code], operator(code))
        return {name: owner.create_token(frozenset(roles), name.capitalize()) for name, roles in ROLES.items()}


@dataclass
class Walk:
    """What one person has in hand on their way: a ticket with its link, or a request with its number."""

    five: FiveOffices
    code: str
    ticket: dict[str, Any] = field(default_factory=dict)
    request: dict[str, Any] = field(default_factory=dict)

    @property
    def office(self) -> Office:
        """The office as its profile describes it."""
        return self.five.offices[self.code]

    @property
    def clock(self) -> HandClock:
        """The hour, in the zone of the tests."""
        return self.five.clock

    def get(self, path: str, who: str | None = None, **headers: str) -> Reply:
        """Read a page or its JSON."""
        return self.five.ask("GET", f"/{self.code}{path}", None, self._token(who), **headers)

    def post(self, path: str, body: Any = None, who: str | None = None) -> Any:
        """Do something that must work; its answer."""
        answer = self.five.ask("POST", f"/{self.code}{path}", body, self._token(who))
        assert answer.status_code in (200, 201), (path, answer.json)
        return answer.json

    def press(self, verb: str, body: Any = None) -> dict[str, Any]:
        """The officer at counter 1."""
        moved: dict[str, Any] = self.post(f"/counter/1/{verb}", body, "officer")
        return moved

    def on_request(self, verb: str, body: Any = None) -> dict[str, Any]:
        """The officer's button on the request in hand."""
        self.request = self.post(f"/counter/requests/{self.request['id']}/{verb}", body, "officer")
        return self.request

    @contextmanager
    def on_whatsapp(self) -> Iterator[PlayedCloud]:
        """The office's WhatsApp number is connected as long as this lasts."""
        parts = self.five.house.parts
        with played_cloud() as cloud:
            parts.connections = {self.code: Connections(whatsapp=cloud.account())}
            yield cloud
            parts.connections = {}

    def writes(self, cloud: PlayedCloud, text: str) -> str:
        """The user writes on WhatsApp; what the program has written to them by then, the newest last."""
        body = call(from_faiz(message(text)))
        wrote = self.five.client.post(f"/{self.code}/counter/whatsapp", data=body, headers=signed(body))
        assert wrote.status_code == 200
        post = Post(self.five.house.parts, self.office, "whatsapp")
        worker = PostWorker(CloudSender(cloud.account()), post, lambda work: work(), Event())
        while worker.run_once():
            pass
        return cloud.texts[-1]

    def published(self) -> str:
        """The page of the standard as anybody reads it."""
        page = self.get("/kiosk/standards", Accept="text/html").text
        for sign, entity in (("&amp;", "&"), ("&#34;", '"'), ("&#39;", "'"), ("&quot;", '"')):
            page = page.replace(sign, entity)
        return page

    def row_of_log(self) -> dict[str, Any]:
        """The line of this visit in the manager's wait log."""
        rows = self.get("/counter/wait-log?format=json", "manager").json["rows"]
        return next(row for row in rows if row["number"] == self.ticket["number"])

    def row_of_request(self) -> dict[str, Any]:
        """The line of this request in the manager's log."""
        rows = self.get("/counter/request-log?format=json", "manager").json["rows"]
        return next(row for row in rows if row["number"] == self.request["number"])

    def _token(self, who: str | None) -> str | None:
        return None if who is None else self.five.tokens[self.code][who]
