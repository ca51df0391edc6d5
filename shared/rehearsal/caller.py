"""How a rehearsal reaches a running office: over HTTP, as kiosks, phones and consoles do."""

from __future__ import annotations

import json
import re
import uuid
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from shared.domain.refusal import Refusal

PATIENCE_SECONDS = 20.0
TRIES = 3
PAGE_DATA = re.compile(r'<script type="application/json" id="page">(.*?)</script>', re.DOTALL)


class Caller:
    """One client of one office, with one kept connection.

    OSError when nobody answers or the token opens nothing, Refusal when the office says no.
    """

    def __init__(self, url: str, office: str, token: str | None = None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"--url: {url!r} is not the address of an office; write http://localhost:8080")
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._line = kind(parts.hostname, parts.port, timeout=PATIENCE_SECONDS)
        self._url = url
        self._root = f"{parts.path.rstrip('/')}/{office}"
        self._rights = {"Authorization": f"Bearer {token}"} if token else {}

    def press(self, path: str, **body: Any) -> Any:
        """Do a verb; the same key at every try, so that it is done once."""
        headers = {"Idempotency-Key": uuid.uuid4().hex, "Content-Type": "application/json"}
        return self._ask("POST", path, headers, json.dumps(body))

    def look(self, path: str) -> Any:
        """Read what a screen shows."""
        return self._ask("GET", path, {})

    def page_data(self, path: str) -> Any:
        """What a page knows when it opens."""
        # Pages are HTML whatever was asked for; a refusal is then JSON, and says what is wrong.
        status, text = self._answer("GET", path, {"Accept": "application/json"}, None)
        if status == HTTPStatus.OK and (page := PAGE_DATA.search(text)):
            return json.loads(page[1])
        self._read(status, text)
        raise self._stranger(status)

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def _ask(self, method: str, path: str, headers: dict[str, str], body: str | None = None) -> Any:
        return self._read(*self._answer(method, path, {**headers, "Accept": "application/json"}, body))

    def _read(self, status: int, text: str) -> Any:
        try:
            answer = json.loads(text)
        except ValueError:
            raise self._stranger(status) from None
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            raise PermissionError(f"{self._url} does not accept the token: it is another office's or another role's")
        if status < HTTPStatus.BAD_REQUEST:
            return answer
        if isinstance(answer, dict) and "code" in answer:
            raise Refusal(str(answer["code"]))
        raise self._stranger(status)

    def _stranger(self, status: int) -> OSError:
        return OSError(f"{self._url} does not answer like a front office ({status})")

    def _answer(self, method: str, path: str, headers: dict[str, str], body: str | None) -> tuple[int, str]:
        for nth in range(TRIES):
            try:
                self._line.request(method, self._root + path, body, {**self._rights, **headers})
                reply = self._line.getresponse()
                return reply.status, reply.read().decode()
            except (OSError, HTTPException) as error:
                self._line.close()  # a server that was restarted has forgotten the connection; the next try dials anew
                if nth == TRIES - 1:
                    raise OSError(f"{self._url} does not answer: {error}") from error
            except BaseException:
                self._line.close()  # stopped half-way: the next answer would be to this question
                raise
        raise AssertionError("the last try answers or raises")
