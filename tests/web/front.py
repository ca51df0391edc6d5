"""A whole house in this process, asked over HTTP; the clock is set by hand."""

from __future__ import annotations

import json
import re
import uuid
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from shared.app import House, create_app
from shared.domain.staff import Role
from shared.front_desk import FrontDesk, operator
from shared.settings import Settings
from tests.cast import SECRET, HandClock, write_ternate

OFFICE = "kota-pekanbaru"
PASSWORD = "kucing-di-atas-atap"
Headers = dict[str, str]


class Reply(TestResponse):
    """An answer whose JSON the tests look into without asking whether there is any."""

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return self.get_json()


class Front:
    """Two offices on one address: Kota Pekanbaru, and Ternate for those who have no business here."""

    def __init__(self, folder: Path, url: str, clock: HandClock, **settings: Any) -> None:
        write_ternate(folder / "offices")
        self.clock = clock
        self.house: House = create_app(
            Settings(data_dir=folder, database_url=url, secret_key=SECRET, offices_dir=folder / "offices", **settings),
            clock=clock,
        )
        self.client = self.browser_of_its_own(use_cookies=False)
        self.browser = self.browser_of_its_own()
        self._tokens: dict[tuple[str, str], str] = {}

    def browser_of_its_own(self, *, use_cookies: bool = True) -> FlaskClient:
        """Another browser, that knows nobody yet."""
        return FlaskClient(self.house.app, Reply, use_cookies=use_cookies)

    def owner(self, office: str = OFFICE) -> FrontDesk:
        """Whoever runs `pst` on the machine."""
        return FrontDesk(self.house.parts, self.house.parts.offices[office], operator(office))

    def token(self, who: str, office: str = OFFICE) -> str:
        """The bearer token of `who`: roles joined by `+`, and a name after a colon if there are several."""
        if (who, office) not in self._tokens:
            roles, _, name = who.partition(":")
            held = frozenset(Role(role) for role in roles.split("+"))
            self._tokens[(who, office)] = self.owner(office).create_token(held, name or None)
        return self._tokens[(who, office)]

    def ask(
        self, method: str, path: str, body: Any = None, who: str | None = None, *, office: str = OFFICE, **headers: str
    ) -> Reply:
        """One request by a program; a path within the office, or of the house when it begins with `//`."""
        sent = {"Accept": "application/json", **{name.replace("_", "-"): text for name, text in headers.items()}}
        if who is not None:
            sent["Authorization"] = f"Bearer {self.token(who, office)}"
        address = path[1:] if path.startswith("//") else f"/{OFFICE}{path}"
        given: dict[str, Any] = {"data": body} if isinstance(body, str | bytes) else {"json": body}
        answer = self.client.open(address, method=method, headers=sent, **({} if body is None else given))
        assert isinstance(answer, Reply)
        return answer

    def get(self, path: str, who: str | None = None, **headers: str) -> Reply:
        """GET."""
        return self.ask("GET", path, None, who, **headers)

    def post(self, path: str, body: Any = None, who: str | None = None, **headers: str) -> Reply:
        """POST; without a body the verbs that need none."""
        return self.ask("POST", path, body, who, **headers)

    def take(self, service: str = "K", who: str = "kiosk", key: str | None = None, **wish: Any) -> dict[str, Any]:
        """A visitor takes a number."""
        answer = self.post("/kiosk/tickets", {"service": service, **wish}, who, Idempotency_Key=key or uuid.uuid4().hex)
        assert answer.status_code in (200, 201), answer.json
        taken: dict[str, Any] = answer.json
        return taken

    def verb(self, name: str, counter: int = 1, body: Any = None, who: str = "officer") -> dict[str, Any]:
        """An officer's button that must work."""
        answer = self.post(f"/counter/{counter}/{name}", body, who)
        assert answer.status_code == 200, answer.json
        moved: dict[str, Any] = answer.json
        return moved

    def csrf(self, path: str) -> str:
        """The CSRF token in a page of the browser that is signed in or paired."""
        return str(page_of(self.browser, path)["csrf"])

    def paired(self, room: str) -> str:
        """Pair the browser as a kiosk or a board; its page's CSRF token."""
        shown = page_of(self.browser, f"/{room}/")["snapshot"]
        self.post("/counter/devices", {"code": shown["code"], "name": "Lobi"}, "officer")
        self.browser.post(f"/{OFFICE}/{room}/pairing")
        return self.csrf(f"/{room}/")

    def seq(self, office: str = OFFICE) -> int:
        """The journal's newest number."""
        return self.house.parts.database.reading(office, lambda records: records.seq())

    def close(self) -> None:
        """Shut the house."""
        self.house.close()


def page_of(browser: FlaskClient, path: str) -> dict[str, Any]:
    """What a page of the office knows when it opens."""
    page = browser.get(f"/{OFFICE}{path}", headers={"Accept": "text/html"})
    data = re.search(r'<script type="application/json" id="page">(.*?)</script>', page.text, re.DOTALL)
    assert data is not None, page.text[:500]
    written: dict[str, Any] = json.loads(data[1])
    return written


def is_problem(answer: TestResponse, status: int, code: str) -> bool:
    """Whether this is the contract's problem+json with this status and stable code, and says something."""
    said = answer.get_json(force=True)
    assert answer.content_type == "application/problem+json", answer.content_type
    assert (answer.status_code, said["status"], said["code"]) == (status, status, code), said
    assert {"type", "title", "status", "detail", "code"} <= said.keys()
    assert said["detail"]
    return True
