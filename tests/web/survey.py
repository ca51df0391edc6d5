"""Visitors who answer surveys through the desk, and what page and files then say."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from pypdf import PdfReader

from shared.front_desk import FrontDesk, person_of
from shared.front_desk.guest_book import Said
from shared.front_desk.ratings import Rating
from shared.keys import hashed
from tests.cast import PAGES
from tests.web.front import OFFICE, Front
from tests.web.log_files import read

QUARTER = "from=2026-10-01&to=2026-12-31"


def officer_desk(front: Front) -> FrontDesk:
    """The desk of an officer who serves everybody in these tests."""
    token = front.token("officer:Rina")
    known = front.house.parts.database.house(lambda house: house.known(hashed(token)))
    assert known is not None
    return FrontDesk(front.house.parts, front.house.parts.offices[OFFICE], person_of(known))


def answer(
    front: Front,
    surveys: Iterable[Mapping[str, int]],
    *,
    service: str = "K",
    instrument: str = "skm",
    who: Mapping[str, object] | None = None,
    **more: Any,
) -> list[int]:
    """As many visitors come, are served and answer; whose answers are empty keeps silent. Returns their tickets."""
    owner, rina = front.owner(), officer_desk(front)
    tickets = []
    for given in surveys:
        ticket = owner.take(service, "id", False, PAGES)
        if who:
            owner.write_guest_book(ticket.id, Said(answers=who))
        rina.call_next(1)
        rina.start(1)
        rina.finish(1)
        tickets.append(ticket.id)
        if given or more:
            owner.rate(ticket.id, Rating(instrument=instrument, answers=given, **more))  # type: ignore[arg-type] # skm or skd
    return tickets


def told(front: Front, query: str = QUARTER, **headers: str) -> Any:
    """The page's own data."""
    reply = front.get(f"/counter/satisfaction?{query}", "manager", **headers)
    assert reply.status_code == 200, reply.json
    return reply.json


def file(front: Front, kind: str, query: str = QUARTER, **headers: str) -> bytes:
    """One of the files."""
    reply = front.get(f"/counter/satisfaction?{query}&format={kind}", "manager", **headers)
    assert reply.status_code == 200, reply.get_data(as_text=True)[:300]
    return bytes(reply.data)


def paper(front: Front, kind: str = "pdf", query: str = QUARTER, **headers: str) -> str:
    """What a PDF says."""
    return read(PdfReader(io.BytesIO(file(front, kind, query, **headers))))


def workbook(front: Front, query: str = QUARTER, **headers: str) -> Workbook:
    """The XLSX."""
    book: Workbook = load_workbook(io.BytesIO(file(front, "xlsx", query, **headers)))
    return book
