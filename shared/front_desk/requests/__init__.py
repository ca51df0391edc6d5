"""The verbs of requests: received, asked about, answered, closed, and opened again."""

from __future__ import annotations

from shared.front_desk.requests.answering import Answering
from shared.front_desk.requests.appointing import Appointing
from shared.front_desk.requests.case import Case, case_of, cases, inbox_of
from shared.front_desk.requests.greeting import Greets
from shared.front_desk.requests.reading import Thread, ThreadMessage
from shared.front_desk.requests.receiving import Received
from shared.front_desk.requests.said import Asked, FileNamed, FileSent, Said
from shared.front_desk.requests.silences import Silences
from shared.front_desk.requests.telephone import Telephone
from shared.front_desk.requests.web_form import Filled, WebForm

__all__ = [
    "Asked",
    "Case",
    "FileNamed",
    "FileSent",
    "Filled",
    "Received",
    "Requests",
    "Said",
    "Thread",
    "ThreadMessage",
    "case_of",
    "cases",
    "inbox_of",
]


class Requests(Answering, Telephone, Silences, WebForm, Greets, Appointing):
    """Every verb about a request."""
