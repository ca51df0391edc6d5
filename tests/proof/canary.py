"""What would give the canary visitor away, and the places where it is looked for: wires, pages, files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Response, WebSocket
from pypdf import PdfReader

from tests.journeys.office import Office
from tests.journeys.screens import Screens

NAME = "ZZKANARI"
PHONE = "0899-0000-0001"
STORED_PHONE = "+6289900000001"
EMAIL = "kanari@example.com"
WORDS = f"Kata {NAME}"
"""Whatever is typed into a free field carries the name."""
TRACES = (b"zzkanari", b"kanari@", b"kanari%40", b"89900000001", b"899-0000", b"899 0000", b"899%200000")
NO_BODY = range(300, 400)
# What a browser keeps of a page beside what it shows.
KEPT_BY_BROWSER = """
async () => JSON.stringify([
  { ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state, document.title,
  window.name,  await indexedDB.databases(), "caches" in window ? await caches.keys() : [],
  performance.getEntriesByType("resource").map(({ name }) => name),
])
"""


PLACES_IN_PDF = re.compile(rb"\b\d{10} \d{5} [nf]\b")
"""Where the pieces of a PDF lie: numbers that look like any number now and then."""


def traces_in(data: bytes | str) -> list[bytes]:
    """The traces of the canary in this, whatever the case and in one byte or two for a letter; files are unpacked."""
    raw = data.encode() if isinstance(data, str) else data
    looked_at = b"\n".join(part.lower() for part in _unpacked(raw))
    narrow = looked_at.replace(b"\0", b"")
    return [trace for trace in TRACES if trace in looked_at or trace in narrow]


def _unpacked(data: bytes) -> Iterator[bytes]:
    yield PLACES_IN_PDF.sub(b"", data) if data.startswith(b"%PDF") else data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield from (packed.read(part) for part in packed.namelist())
    elif data.startswith(b"%PDF"):
        paper = PdfReader(io.BytesIO(data))
        yield from (page.extract_text().encode() for page in paper.pages)
        yield from (drawn.get_data() for page in paper.pages if (drawn := page.get_contents()) is not None)
        yield repr(paper.metadata).encode()


def files_with_traces(*folders: Path) -> dict[str, list[bytes]]:
    """Every file below these folders that tells of the canary, by its own bytes or by its name; also one that gets its
    name while we look.
    """
    told: dict[Path, list[bytes]] = {}
    while fresh := {file for folder in folders for file in folder.rglob("*") if file.is_file()} - told.keys():
        told |= {file: _traces_of(file) for file in fresh}
    assert told, "there is something to look at"
    return {str(file): traces for file, traces in told.items() if traces}


def _traces_of(file: Path) -> list[bytes]:
    """A draft that was renamed meanwhile, such as a recording of the voice, is looked at under its name."""
    try:
        written = file.read_bytes()
    except FileNotFoundError:
        written = b""
    return traces_in(written + str(file).encode())


class TappedScreens(Screens):
    """Screens whose wires are listened to: every address, every socket frame, every answer to a public page."""

    def __init__(self, office: Office, browser: Browser, pictures: Path) -> None:
        super().__init__(office, browser, pictures)
        self.pictures = pictures
        self.addresses: list[str] = []
        self.frames: list[str | bytes] = []
        self.polls: list[bytes] = []
        self.told_in_public: dict[str, list[bytes]] = {}
        self._public: dict[BrowserContext, str] = {}
        self._answers: list[tuple[str, Response]] = []

    def blank(self, browser: Browser | None = None, **wishes: Any) -> Page:
        page = super().blank(browser, **wishes)
        page.on("websocket", self._tap)
        page.context.on("request", lambda request: self.addresses.append(request.url))
        page.context.on("response", lambda answer: self._note(page.context, answer))
        return page

    def kiosk(self, *, hand_clock: bool = False) -> Page:
        return self._in_public("kiosk", super().kiosk(hand_clock=hand_clock))

    def board(self, browser: Browser | None = None, script: str = "") -> Page:
        return self._in_public("board", super().board(browser, script))

    def phone(self, ticket: dict[str, Any]) -> Page:
        return self._in_public("phone", super().phone(ticket))

    def pages(self, kind: str) -> list[Page]:
        """The public pages of a kind that are open."""
        return [page for context, named in self._public.items() if named == kind for page in context.pages]

    def listen(self) -> None:
        """Read what was answered since; a page forgets its answers when it is left."""
        while self._answers:
            kind, answer = self._answers.pop()
            if answer.status == 204 or answer.status in NO_BODY:
                continue
            said = answer.body()
            self.told_in_public.setdefault(kind, []).append(said)
            if "/socket.io/" in answer.url:
                self.polls.append(said)

    def _in_public(self, kind: str, page: Page) -> Page:
        self._public[page.context] = kind
        return page

    def _tap(self, socket: WebSocket) -> None:
        self.addresses.append(socket.url)
        for way in ("framereceived", "framesent"):
            socket.on(way, lambda frame: self.frames.append(frame))  # noqa: PLW0108 # playwright marks what it is given

    def _note(self, context: BrowserContext, answer: Response) -> None:
        if answer.request.resource_type in ("fetch", "xhr", "document"):
            kind = self._public.get(context, "")
            if kind or "/socket.io/" in answer.url:
                self._answers.append((kind or "staff", answer))
