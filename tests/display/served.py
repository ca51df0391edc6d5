"""A real server for the board's browser tests, as an office would start it, in a process of its own."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

PST = [sys.executable, "-c", "from shared.cli import main; main()"]
OFFICE = "kota-pekanbaru"
STARTS_WITHIN = 30.0


def until(deadline: float, what: str, question: Callable[[], Any]) -> Any:
    """The first true answer; fails with `what` when there is none within `deadline` seconds."""
    ends = time.monotonic() + deadline
    while time.monotonic() < ends:
        if answer := question():
            return answer
        time.sleep(0.05)
    raise AssertionError(what)


class Served:
    """One office on a free port; `stop` and `start` again keep its data."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/{OFFICE}"
        self._folder = folder
        self._environment = {
            **os.environ,
            "PST_DATA_DIR": str(folder / "data"),
            "PST_ALWAYS_OPEN": "1",
            "PST_PRINTER_URL": "virtual:",
        }
        self._process: subprocess.Popen[bytes] | None = None
        self._tokens = {role: self._token(role) for role in ("kiosk", "officer", "manager")}

    def start(self) -> None:
        with (self._folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*PST, "run", "--office", OFFICE, "--port", str(self.port)],
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        until(STARTS_WITHIN, "the server did not start", self._answers)

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait(10)

    def take(self, service: str = "K", language: str = "id") -> dict[str, Any]:
        wish = {"service": service, "language": language}
        ticket: dict[str, Any] = self.ask("POST", "/kiosk/tickets", wish, "kiosk")
        return ticket

    def verb(self, name: str, counter: int = 1) -> dict[str, Any]:
        ticket: dict[str, Any] = self.ask("POST", f"/counter/{counter}/{name}", {}, "officer")
        return ticket

    def ask(self, method: str, path: str, body: Any, role: str) -> Any:
        request = urllib.request.Request(  # noqa: S310 # our own server's address
            self.url + path,
            None if body is None else json.dumps(body).encode(),
            {
                "Authorization": f"Bearer {self._tokens[role]}",
                "Content-Type": "application/json",
                "Idempotency-Key": uuid.uuid4().hex,
            },
            method=method,
        )
        with urllib.request.urlopen(request, timeout=15) as answer:  # noqa: S310 # our own server's address
            return json.load(answer)

    def call_of(self, ticket: dict[str, Any]) -> dict[str, Any]:
        """What the officer sees of a call: whether a board showed and sounded it."""
        call: dict[str, Any] = self.ask("GET", "/counter/queue", None, "officer")["calls"][str(ticket["id"])]
        return call

    def _token(self, role: str) -> str:
        command = [*PST, "token", "create", "--office", OFFICE, "--role", role]
        made = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=True)
        return made.stdout.strip()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=1) as answer:
                return bool(answer.status == 200)
        except (OSError, urllib.error.URLError):
            return False
