"""A played Cloud API: a real HTTP server that takes messages, hands out files, can be ill, and signs its calls."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from shared.channels import CloudAccount
from shared.channels.whatsapp.signature import SIGNATURE_HEADER

TOKEN, SECRET, VERIFY = "EAAG-token-of-the-tests", "app-secret-of-the-tests", "verify-token-of-the-tests"
NUMBER_ID, FAIZ = "106540352242922", "6281200000013"
REFUSED = {"error": {"message": "(#131047) Re-engagement message to 6281200000013", "type": "OAuthException"}}


@dataclass
class PlayedCloud:
    """What the peer was told, and how it will answer next: `ill` holds answers for the next calls."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    ill: deque[tuple[int, bytes]] = field(default_factory=deque)
    files: dict[str, bytes] = field(default_factory=dict)
    uploads: list[tuple[dict[str, str], str, bytes]] = field(default_factory=list)
    """The files that were uploaded: the fields of the form, the type of the file, and its bytes."""
    sizes: dict[str, int] = field(default_factory=dict)
    holds: threading.Event | None = None
    """Set it to let a call go that is held up."""
    url: str = ""

    def refuses(self, status: int, code: int) -> None:
        """The next call is refused with this number."""
        error = {"error": {**REFUSED["error"], "code": code, "fbtrace_id": "A"}}
        self.ill.append((status, json.dumps(error).encode()))

    def account(self, **more: str) -> CloudAccount:
        """The account that this peer knows."""
        return CloudAccount(**{**self.keys(), **more})

    def keys(self) -> dict[str, str]:
        """The same as an office writes it down."""
        return {
            "phone_number_id": NUMBER_ID,
            "token": TOKEN,
            "app_secret": SECRET,
            "verify_token": VERIFY,
            "api": self.url,
        }

    def file_of_accounts(self, folder: Path, office: str) -> Path:
        """The file of connections of an installation in which one office is connected."""
        lines = [f'{name} = "{text}"' for name, text in self.keys().items()]
        place = folder / "channels.toml"
        place.write_text("\n".join([f"[{office}.whatsapp]", *lines, ""]), encoding="utf-8")
        return place

    @property
    def texts(self) -> list[str]:
        """The texts that were taken, in order."""
        return [message["text"]["body"] for message in self.messages if message["type"] == "text"]

    @property
    def marks(self) -> list[str]:
        """What the peer calls them."""
        return [f"wamid.OUT{number}" for number in range(1, len(self.messages) + 1)]


class _Desk(BaseHTTPRequestHandler):
    cloud: PlayedCloud

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        if self._is_ill():
            return
        if self.path.endswith("/media"):
            self.cloud.uploads.append(_form(self.headers["Content-Type"], sent))
            self._answer(200, json.dumps({"id": f"media-{len(self.cloud.uploads)}"}).encode())
            return
        body = json.loads(sent)
        self.cloud.messages.append(body)
        mark = self.cloud.marks[-1]
        self._answer(200, json.dumps({"messaging_product": "whatsapp", "messages": [{"id": mark}]}).encode())

    def do_GET(self) -> None:
        if self._is_ill():
            return
        name = self.path.partition("?")[0].rsplit("/", 1)[-1]
        content = self.cloud.files.get(name)
        if content is None:
            self._answer(404, b'{"error": {"code": 100}}')
        elif "/bytes/" in self.path:
            self._answer(200, content)
        else:
            told = {"url": f"{self.cloud.url}/bytes/{name}", "file_size": self.cloud.sizes.get(name, len(content))}
            self._answer(200, json.dumps(told).encode())

    def _is_ill(self) -> bool:
        self.cloud.paths.append(self.path)
        self.cloud.tokens.append(self.headers["Authorization"])
        if self.cloud.holds is not None:
            self.cloud.holds.wait(30)
        if not self.cloud.ill:
            return False
        self._answer(*self.cloud.ill.popleft())
        return True

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status in (301, 302):
            self.send_header("Location", f"{self.cloud.url}/elsewhere")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def _form(kind: str, sent: bytes) -> tuple[dict[str, str], str, bytes]:
    """What a form (RFC 7578) says, as any other program reads it."""
    form = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + sent, policy=HTTP)
    fields, found = {}, ("", b"")
    for part in form.iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        name = part.get_param("name", header="content-disposition")
        if name == "file":
            assert part.get_filename()
            found = (part.get_content_type(), content)
        else:
            fields[str(name)] = content.decode()
    return fields, *found


@contextmanager
def played_cloud() -> Iterator[PlayedCloud]:
    """The peer, on a port of its own."""
    cloud = PlayedCloud()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Desk", (_Desk,), {"cloud": cloud}))
    cloud.url = f"http://127.0.0.1:{server.server_port}/v21.0"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield cloud
    finally:
        if cloud.holds is not None:
            cloud.holds.set()
        server.shutdown()
        server.server_close()


def call(*values: dict[str, Any], number_id: str = NUMBER_ID) -> bytes:
    """The body of a call of the provider: each value with its messages, contacts or statuses."""
    changes = [
        {"field": "messages", "value": {"metadata": {"phone_number_id": number_id}, **value}} for value in values
    ]
    return json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": changes}]}).encode()


def message(text: str | None = "Mohon data IPM 2025", mark: str = "wamid.IN1", /, **more: Any) -> dict[str, Any]:
    """A message of Faiz; `more` may be of another kind."""
    written: dict[str, Any] = {"from": FAIZ, "id": mark, "timestamp": "1795050000", "type": "text"}
    if text is not None and "type" not in more:
        written["text"] = {"body": text}
    return {**written, **more}


def from_faiz(*messages: dict[str, Any], name: str | None = "Faiz Rahman") -> dict[str, Any]:
    """A value with messages, and the name that the user gave himself."""
    contact = {"wa_id": FAIZ, **({"profile": {"name": name}} if name else {})}
    return {"contacts": [contact], "messages": list(messages)}


def status(mark: str, news: str, place: str | None = None, code: int | None = None) -> dict[str, Any]:
    """A value with what became of a message."""
    told: dict[str, Any] = {"id": mark, "status": news, "timestamp": "1795050100", "recipient_id": FAIZ}
    told |= {"biz_opaque_callback_data": place} if place else {}
    told |= {"errors": [{"code": code, "title": "no", "message": f"to {FAIZ}"}]} if code else {}
    return {"statuses": [told]}


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    """The headers of a call that the provider signs."""
    mark = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"Content-Type": "application/json", SIGNATURE_HEADER: f"sha256={mark}"}
