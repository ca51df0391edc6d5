"""A screen as a real one listens: a Socket.IO client that remembers what it heard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import socketio
from socketio.exceptions import ConnectionError as Refused

from tests.running import OFFICE, Server, until

__all__ = ["Refused", "Screen", "call_somebody", "display", "screen"]
EVENTS = ("board", "queue", "services", "ticket", "beat")


class Screen:
    """One connection on one namespace, websocket only, as the boards do it."""

    def __init__(self, server: Server, namespace: str, auth: dict[str, Any] | None, **headers: str) -> None:
        self.namespace = namespace
        self.heard: list[tuple[str, Any]] = []
        self._line = socketio.Client(reconnection=False)
        for event in EVENTS:
            self._line.on(event, self._hear(event), namespace=namespace)
        self._line.connect(
            server.url,
            headers=headers,
            auth=auth,
            namespaces=[namespace],
            transports=["websocket"],
            wait_timeout=10,
        )

    def said(self, event: str) -> list[Any]:
        """Everything heard under this name."""
        return [data for name, data in list(self.heard) if name == event]

    def waits_for(self, event: str, wanted: Any = lambda _: True, within: float = 10) -> Any:
        """The first message of this name for which `wanted` is true."""
        found = until(lambda: [data for data in self.said(event) if wanted(data)], within, f"{event} never came")
        return found[0]

    def tells(self, event: str, data: Any) -> None:
        """What a board answers."""
        self._line.emit(event, data, namespace=self.namespace)

    @property
    def connected(self) -> bool:
        """Whether the server still listens."""
        return self.namespace in self._line.namespaces

    def close(self) -> None:
        """Hang up, without waiting three seconds for the other side's farewell."""
        Thread(target=self._line.disconnect, daemon=True).start()

    def _hear(self, event: str) -> Any:
        def hear(data: Any) -> None:
            self.heard.append((event, data))

        return hear


@contextmanager
def screen(server: Server, namespace: str, auth: dict[str, Any] | None = None, **headers: str) -> Iterator[Screen]:
    """A screen that hangs up when the block ends."""
    shown = Screen(server, namespace, auth, **headers)
    try:
        yield shown
    finally:
        shown.close()


def display(tokens: dict[str, str], office: str = OFFICE) -> dict[str, Any]:
    """How a board introduces itself."""
    return {"office": office, "token": tokens["display"]}


def call_somebody(server: Server, tokens: dict[str, str]) -> dict[str, Any]:
    """A visitor takes a number and is called at counter 1; whoever was there is finished first."""
    officer = tokens["officer"]
    for verb in ("start", "finish"):
        server.post(f"/counter/1/{verb}", None, officer)
    server.post("/kiosk/tickets", {"service": "K"}, tokens["kiosk"])
    answer = server.post("/counter/1/call-next", None, officer)
    assert answer.status == 200, answer.data
    ticket: dict[str, Any] = answer.data
    return ticket
