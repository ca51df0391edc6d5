"""A morning in the wait log, and what its files say."""

from __future__ import annotations

import io
import re
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from counter.manager.wait_log.exports.report import report
from counter.manager.wait_log.found import Found
from tests.cast import HandClock
from tests.web.front import Front


def visit(front: Front, clock: HandClock, called: str, started: str, finished: str, officer: str) -> None:
    """Somebody is called, served and finished at these times."""
    for at, verb in ((called, "call-next"), (started, "start"), (finished, "finish")):
        clock.at(at)
        front.verb(verb, who=officer)


def played(front: Front, clock: HandClock, officer: str = "officer:Rina") -> Front:
    """Two visitors: one served within ten minutes, one after twenty-five."""
    clock.at("08:00")
    front.take("K")
    front.take("P")
    visit(front, clock, "08:04", "08:05", "08:10", officer)
    visit(front, clock, "08:24", "08:25", "08:40", officer)
    return front


def fetched(front: Front, kind: str, query: str = "", **headers: str) -> bytes:
    answer = front.get(f"/counter/wait-log?format={kind}{query}", "manager", **headers)
    assert answer.status_code == 200, answer.get_data(as_text=True)[:300]
    return bytes(answer.data)


def book_of(front: Front, query: str = "", **headers: str) -> Workbook:
    book: Workbook = load_workbook(io.BytesIO(fetched(front, "xlsx", query, **headers)))
    return book


def cells(book: Workbook) -> list[Any]:
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]


def beside(sheet: Worksheet, name: str) -> Any:
    """What stands beside a name in the summary."""
    return next(row[1].value for row in sheet.iter_rows() if row[0].value == name)


def paper_of(front: Front, query: str = "", **headers: str) -> PdfReader:
    return PdfReader(io.BytesIO(fetched(front, "pdf", query, **headers)))


def printed(front: Front, found: Found) -> str:
    """What the report of a find says."""
    with front.house.app.test_request_context():
        return read(PdfReader(io.BytesIO(report(found))))


def read(paper: PdfReader) -> str:
    """Everything that the report says, in one line."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in paper.pages))
