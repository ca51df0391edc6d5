"""A real server, started as an office starts it: a process of its own, with its own port and data folder.

    with running() as server:
        kiosk = server.token("kiosk")
        answer = server.post("/kiosk/tickets", {"service": "K"}, kiosk)

Only processes that were started here are ever ended, each by its own pid.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
OFFICE = "kota-pekanbaru"
PST = [sys.executable, "-c", "from shared.cli import main; main()"]
ROOT = Path(__file__).parent.parent
STARTS_WITHIN = 120.0
STOPS_WITHIN = 15.0
ANSWERS_WITHIN = 30.0
# Below the range that the system hands out by itself: a client that knocks at a dead server's port in that range
# can be given the very same port and connect to itself.
PORTS = range(20000, 30000)


def until(question: Callable[[], T], within: float = STARTS_WITHIN, what: str = "it did not happen in time") -> T:
    """Ask until the answer is true, and return it; AssertionError with `what` after `within` seconds."""
    ends = time.monotonic() + within
    while True:
        if answer := question():
            return answer
        if time.monotonic() > ends:
            raise AssertionError(what)
        time.sleep(0.02)


def free_port() -> int:
    """A port on loopback where nobody listens."""
    for port in random.sample(PORTS, 50):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no free port")


@dataclass(frozen=True)
class Answer:
    """What came back: the status and the JSON (or the text, when it is no JSON)."""

    status: int
    data: Any


class Caller:
    """One client with one kept connection. OSError or HTTPException when the server is gone; the next call dials anew.

    Not for several threads at once: give each its own.
    """

    def __init__(self, port: int, office: str = OFFICE, token: str | None = None) -> None:
        self._line = HTTPConnection("127.0.0.1", port, timeout=ANSWERS_WITHIN)
        self._office = office
        self._token = token

    def post(self, path: str, body: Any = None, token: str | None = None, *, key: str | None = None) -> Answer:
        """POST to a path of the office; an Idempotency-Key is made unless one is given."""
        return self.ask("POST", path, body if body is not None else {}, token, key=key or uuid.uuid4().hex)

    def get(self, path: str, token: str | None = None) -> Answer:
        """GET a path of the office."""
        return self.ask("GET", path, None, token)

    def ask(self, method: str, path: str, body: Any, token: str | None, *, key: str | None = None) -> Answer:
        """One request. A path of the office starts with "/"; one of the whole house with "//"."""
        headers = {"Accept": "application/json"}
        if secret := token or self._token:
            headers["Authorization"] = f"Bearer {secret}"
        if body is not None:
            headers["Content-Type"] = "application/json"
        if key is not None:
            headers["Idempotency-Key"] = key
        address = path[1:] if path.startswith("//") else f"/{self._office}{path}"
        try:
            self._line.request(method, address, None if body is None else json.dumps(body), headers)
            reply = self._line.getresponse()
            text = reply.read().decode()
        except BaseException:
            self._line.close()
            raise
        return Answer(reply.status, json.loads(text) if "json" in reply.getheader("Content-Type", "") else text)

    def close(self) -> None:
        """Hang up."""
        self._line.close()


class Server:
    """`pst run` on a free port. Its data stay over `kill`, `stop` and `start`."""

    def __init__(self, folder: Path, environment: dict[str, str], office: str = OFFICE) -> None:
        self.folder = folder
        self.data_dir = folder / "data"
        self.office = office
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PST_")}
        given = {"PST_ALWAYS_OPEN": "1", "PST_DATA_DIR": str(self.data_dir), "PST_LOG_LEVEL": "WARNING"}
        self.environment = {**inherited, **given, **environment}
        self.database_url = self.environment.get("PST_DATABASE_URL", f"sqlite:///{self.data_dir / 'pst.db'}")
        self._process: subprocess.Popen[bytes] | None = None
        self._tokens: dict[tuple[tuple[str, ...], str | None], str] = {}

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """The running server's process."""
        assert self._process is not None, "the server is not running"
        return self._process

    @property
    def pid(self) -> int:
        """The running server's process id."""
        return self.process.pid

    def start(self, within: float = STARTS_WITHIN) -> None:
        """Start it and wait until it answers that it is well."""
        with (self.folder / "server.log").open("ab") as log:
            command = [*PST, "run", "--office", self.office, "--port", str(self.port)]
            self._process = subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=log, stderr=log)
        until(self._is_well, within, "the server did not start")

    def kill(self) -> None:
        """kill -9: nothing is tidied up."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop, as an office does; kill -9 if it does not."""
        self._end(signal.SIGTERM)

    def restart(self) -> None:
        """Stop and start again, with the same data on the same port."""
        self.stop()
        self.start()

    def token(self, *roles: str, name: str | None = None) -> str:
        """A bearer token, made by `pst token create`. Asked again for the same roles and name: the same token."""
        if (roles, name) not in self._tokens:
            flags = [part for role in roles for part in ("--role", role)] + (["--name", name] if name else [])
            made = self.pst("token", "create", "--office", self.office, *flags)
            assert made.returncode == 0, made.stderr
            self._tokens[(roles, name)] = made.stdout.strip()
        return self._tokens[(roles, name)]

    def caller(self, token: str | None = None) -> Caller:
        """A client of its own, for a thread that presses often."""
        return Caller(self.port, self.office, token)

    def post(self, path: str, body: Any = None, token: str | None = None, *, key: str | None = None) -> Answer:
        """One POST on a new connection."""
        return self._once(lambda caller: caller.post(path, body, token, key=key))

    def get(self, path: str, token: str | None = None) -> Answer:
        """One GET on a new connection."""
        return self._once(lambda caller: caller.get(path, token))

    def pst(self, *arguments: str, within: float = 60.0) -> subprocess.CompletedProcess[str]:
        """Another `pst` command on the same data."""
        command = [*PST, *arguments]
        return subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, timeout=within, check=False
        )

    def log(self) -> str:
        """Everything that it printed since it was first started."""
        file = self.folder / "server.log"
        return file.read_text(errors="replace") if file.exists() else ""

    def _once(self, question: Callable[[Caller], Answer]) -> Answer:
        caller = self.caller()
        try:
            return question(caller)
        finally:
            caller.close()

    def _is_well(self) -> bool:
        assert self._process is not None
        if self._process.poll() is not None:
            raise AssertionError(f"the server ended with {self._process.returncode}:\n{self.log()[-2000:]}")
        try:
            return self.get("//healthz").status == 200
        except (OSError, HTTPException):
            return False

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOPS_WITHIN)


@contextmanager
def prepared(folder: Path | None = None, *, office: str = OFFICE, **environment: str) -> Iterator[Server]:
    """A server that is not started yet; ended and, if the folder was ours, swept away when the block ends."""
    # Not pytest's tmp_path by default: the path of the server's control socket may have some 100 letters at most.
    place = folder or Path(tempfile.mkdtemp(prefix="pst-"))
    server = Server(place, environment, office)
    try:
        yield server
    finally:
        server.kill()
        if folder is None:
            shutil.rmtree(place, ignore_errors=True)


@contextmanager
def running(folder: Path | None = None, *, office: str = OFFICE, **environment: str) -> Iterator[Server]:
    """A running server. Settings are given by name: running(PST_PRINTER_URL="virtual:")."""
    with prepared(folder, office=office, **environment) as server:
        server.start()
        yield server
