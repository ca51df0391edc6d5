"""The office of the board's browser tests: a real server, asked as visitors and staff would ask it."""

from __future__ import annotations

from typing import Any

from tests.running import Server

EVERYBODY = ("kiosk", "officer", "manager")


class Served:
    """One office that is served; what it answers must be good."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = f"{server.url}/{server.office}"
        self._token = server.token(*EVERYBODY)

    def take(self, service: str = "K", language: str = "id") -> dict[str, Any]:
        """A visitor takes a number."""
        return self.post("/kiosk/tickets", {"service": service, "language": language})

    def verb(self, name: str, counter: int = 1) -> dict[str, Any]:
        """An officer presses a button."""
        return self.post(f"/counter/{counter}/{name}", {})

    def post(self, path: str, body: Any) -> dict[str, Any]:
        answer = self.server.post(path, body, self._token)
        assert answer.status in (200, 201), answer.data
        said: dict[str, Any] = answer.data
        return said

    def call_of(self, ticket: dict[str, Any]) -> dict[str, Any]:
        """What the officer sees of a call: whether a board showed and sounded it."""
        call: dict[str, Any] = self.server.get("/counter/queue", self._token).data["calls"][str(ticket["id"])]
        return call
