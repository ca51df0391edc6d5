"""How the other commands reach a running server: a socket in the data folder that only its owner can open.

A request is one JSON line {"verb", "office", "arguments"}; the answer is one, {"answer"} or {"refused", "facts"}.
Where there are no such sockets (Windows, a very long path) the server listens on loopback instead, and the file
holds port and password.
"""

from __future__ import annotations

import hmac
import json
import os
import socket
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.database import StorageError
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk import FrontDesk, Parts, operator
from shared.keys import new_token
from shared.settings import Settings

LONGEST_REQUEST = 64 * 1024
PATIENCE_SECONDS = 30
LONGEST_SOCKET_PATH = 100  # the kernel takes some 107 letters

VERBS: Mapping[str, Callable[[FrontDesk, Mapping[str, Any]], Any]] = {
    "add_staff": lambda desk, a: desk.add_staff(a["name"], a["login"], a["password"], _roles(a["roles"])),
    "reset_password": lambda desk, a: desk.reset_password(a["login"], a["password"]),
    "disable_staff": lambda desk, a: desk.disable_staff(a["login"]),
    "create_token": lambda desk, a: desk.create_token(_roles(a["roles"]), a["name"]),
    "revoke_token": lambda desk, a: desk.revoke_token(a["access"]),
    "record_backup": lambda desk, a: desk.record_backup(a["file"], a["rows"]),
    "record_restore": lambda desk, a: desk.record_restore(
        a["file"], datetime.fromisoformat(a["made_at"]), a["lost"], a["erased"]
    ),
    "forget_due": lambda desk, a: _forget(desk, dry_run=a["dry_run"]),
}


def perform(parts: Parts, verb: str, office: str, arguments: Mapping[str, Any]) -> Any:
    """Do one of the commands' verbs as the machine's operator."""
    if office not in parts.offices:
        raise Refusal("unknown_office", office=office)
    return VERBS[verb](FrontDesk(parts, parts.offices[office], operator(office)), arguments)


def ask_server(settings: Settings, verb: str, office: str, arguments: Mapping[str, Any]) -> Any:
    """Hand a verb to the running server. OSError when none answers."""
    with _dial(settings) as (line, password):
        request = {"password": password, "verb": verb, "office": office, "arguments": arguments}
        line.sendall(json.dumps(request).encode() + b"\n")
        answer = json.loads(line.makefile("rb").readline(LONGEST_REQUEST))
    if "refused" in answer:
        raise Refusal(answer["refused"], **answer["facts"])
    return answer["answer"]


def _forget(desk: FrontDesk, *, dry_run: bool) -> dict[str, Any]:
    """Turn by turn until nobody is left, so that the kiosk is served in between."""
    done = desk.forget_due(dry_run=dry_run, date_is_right=True)
    visitors = done.visitors
    while done.visitors and not dry_run:
        done = desk.forget_due(date_is_right=True)
        visitors += done.visitors
    return {"visitors": visitors, "before": done.before.isoformat()}


class ControlSocket:
    """The running server's end."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._file = control_file(parts.settings)
        self._password = new_token()
        self._server: Any = None

    def open(self) -> None:
        """Listen beside the requests. Any old file is a dead server's: ours holds the lock."""
        from gevent.server import StreamServer  # noqa: PLC0415 # only the server listens

        self._file.unlink(missing_ok=True)
        self._server = StreamServer(self._listener(), self._answer)
        self._server.start()

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.stop()
        self._file.unlink(missing_ok=True)

    def _listener(self) -> Any:
        from gevent import socket as cooperative  # noqa: PLC0415 # only the server listens

        if has_socket(self._file):
            listener = cooperative.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            mask = os.umask(0o177)
            try:
                listener.bind(str(self._file))
            finally:
                os.umask(mask)
        else:
            listener = cooperative.socket(socket.AF_INET, socket.SOCK_STREAM)
            listener.bind(("127.0.0.1", 0))
            known = json.dumps({"port": listener.getsockname()[1], "password": self._password})
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w") as out:
                out.write(known)
        listener.listen(8)
        return listener

    def _answer(self, line: Any, _: object) -> None:
        line.settimeout(PATIENCE_SECONDS)
        try:
            request = json.loads(line.makefile("rb").readline(LONGEST_REQUEST))
            answer = self._perform(request)
            line.sendall(json.dumps(answer).encode() + b"\n")
        except (OSError, ValueError, KeyError, TypeError):
            return  # whoever wrote this does not speak our language; the line is closed
        finally:
            line.close()

    def _perform(self, request: Mapping[str, Any]) -> dict[str, Any]:
        if not has_socket(self._file) and not hmac.compare_digest(str(request["password"]), self._password):
            raise ValueError("wrong password")
        try:
            return {"answer": perform(self._parts, request["verb"], request["office"], request["arguments"])}
        except Refusal as refusal:
            facts = {name: str(value) for name, value in refusal.facts.items()}
            return {"refused": refusal.key, "facts": facts}
        except StorageError:
            return {"refused": "storage_unavailable", "facts": {}}


def has_socket(file: Path) -> bool:
    """Whether a socket file can stand at this path on this machine."""
    return os.name != "nt" and hasattr(socket, "AF_UNIX") and len(os.fsencode(file)) <= LONGEST_SOCKET_PATH


def control_file(settings: Settings) -> Path:
    """Where the running server listens."""
    return settings.data_dir / "control.sock"


class _dial:  # noqa: N801 # used as a with statement, like a function
    def __init__(self, settings: Settings) -> None:
        self._file = control_file(settings)

    def __enter__(self) -> tuple[socket.socket, str]:
        password = ""
        if has_socket(self._file):
            self._line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self._line.settimeout(PATIENCE_SECONDS)
            self._line.connect(str(self._file))
        else:
            known = json.loads(self._file.read_text())
            password = known["password"]
            self._line = socket.create_connection(("127.0.0.1", known["port"]), PATIENCE_SECONDS)
        return self._line, password

    def __exit__(self, *_: object) -> None:
        self._line.close()


def _roles(names: list[str]) -> frozenset[Role]:
    return frozenset(Role(name) for name in names)
