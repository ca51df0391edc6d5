"""The office in which the canary visitor spends a day, what goes wrong there, and what is left of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from shared.domain.opening_hours import ServiceDay
from tests.cast import JAKARTA, busy_pekanbaru
from tests.journeys.guests import RECEPTION
from tests.journeys.office import House
from tests.journeys.test_left_alone import at_home_in_indonesian
from tests.printing.emulator import Emulator
from tests.proof import canary_day as canary
from tests.proof.canary import EMAIL, KEPT_BY_BROWSER, NAME, PHONE, WORDS, TappedScreens

WITH_RECEPTION = {"\n[[counters]]\nnumber = 1\n": RECEPTION}
BROKEN = r"status of 5\d\d"
DEFAULT_FILES = [
    *(f"wait-log?format={kind}" for kind in ("json", "csv", "xlsx", "pdf")),
    *(f"recap?format={kind}" for kind in ("json", "csv", "xlsx")),
    *(f"recap/respondents?format={kind}" for kind in ("xlsx", "csv", "csv&part=needs")),
    *(f"satisfaction?format={kind}" for kind in ("json", "csv", "xlsx", "pdf")),
    *(f"complaints?format={kind}" for kind in ("json", "csv", "xlsx")),
    *(f"request-log?format={kind}" for kind in ("json", "csv", "xlsx")),
    "evidence?format=zip",
    "requests",
    "queue",
    "live",
    "entries",
]


@dataclass
class Day:
    """What is left of the day on which the canary came."""

    screens: TappedScreens
    printer: Emulator
    temporary: Path
    backups: Path
    tickets: dict[str, dict[str, Any]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    personal: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    refused: list[int] = field(default_factory=list)
    request: int = 0

    @property
    def house(self) -> House:
        return self.screens.at.house

    @property
    def folders(self) -> tuple[Path, ...]:
        """Wherever the server may write."""
        return self.house.folder, self.temporary, self.backups

    def reprint(self, ticket: dict[str, Any]) -> None:
        """The officer prints the number again."""
        before = len(self.printer.slips)
        answer = self.screens.at.ask("POST", f"/counter/tickets/{ticket['id']}/print", "dewi", {})
        assert answer.status in (200, 202, 204), answer.data
        self.printer.wait_for(before + 1, 20)[before].save(self.screens.pictures / f"slip-{before}.png")


def next_working_day() -> str:
    """Ahead of this machine's clock, so that what the server does is later than what commands beside it did."""
    today = datetime.now(JAKARTA).date()
    days = (today + timedelta(days=ahead) for ahead in range(1, 30))
    return f"{next(day for day in days if isinstance(busy_pekanbaru().hours.on(day), ServiceDay))} 09:15"


def live_through(day: Day) -> None:
    office = day.screens
    board, officer, manager = office.board(), office.console(), office.staff("sari")
    other = office.at.take()
    office.at.press("call-next")
    day.reprint(other)
    first = day.tickets["kiosk"] = canary.writes_at_the_kiosk(office)
    phone, second = canary.writes_on_the_phone(office)
    day.tickets["phone"], day.tickets["again"] = second, canary.comes_again(office)
    day.reprint(first)
    day.reprint(other)
    office.listen()
    canary.is_served(officer, "K 002")
    for number in ("K 003", "K 004"):
        canary.is_served_in_short(officer, number)
    canary.telephones(officer)
    canary.visits_the_house(office, officer)
    day.codes["kiosk"] = canary.complains_at_the_kiosk(office)
    day.codes["phone"] = canary.complains_on_the_phone(phone)
    canary.is_answered(manager, office.root, day.codes["phone"])
    canary.rates_on_the_phone(phone)
    day.codes["slip"] = canary.rates_at_the_kiosk(office, first)
    canary.is_remarked_on(manager, office.root)
    day.request = writes_from_afar(day)
    day.personal["thread"] = opened_thread(day)
    day.personal["copy"] = canary.uses_rights(office, manager, second)
    day.personal["respondents"] = canary.is_counted(manager, office.root)
    with office.pardoning(BROKEN):
        goes_wrong(day, second)
        day.files = {path: fetched(manager, f"{office.root}/counter/{path}") for path in DEFAULT_FILES}
        leaves_public_pages(day, board)


def writes_from_afar(day: Day) -> int:
    """A WhatsApp message that an officer pastes, the answer that quotes it, and a word more; its id."""
    at = day.screens.at
    asked = {"channel": "whatsapp", "text": WORDS, "name": NAME, "phone": PHONE, "email": EMAIL}
    request: int = at.ask("POST", "/counter/requests", "tono", asked).data["id"]
    for verb, said in (("ask", WORDS), ("hear", WORDS), ("answer", f"{NAME}: {WORDS}")):
        answered = at.ask("POST", f"/counter/requests/{request}/{verb}", "tono", {"text": said})
        assert answered.status in (200, 201), answered.data
    return request


def opened_thread(day: Day) -> bytes:
    """The words of the request as an officer reads them."""
    told = day.screens.at.ask("GET", f"/counter/requests/{day.request}", "tono")
    assert told.status == 200, told.data
    return json.dumps(told.data).encode()


def fetched(manager: Page, address: str) -> bytes:
    """A file as the manager's browser gets it."""
    answer = manager.context.request.get(address)
    assert answer.ok, (address, answer.text())
    return answer.body()


def goes_wrong(day: Day, ticket: dict[str, Any]) -> None:
    """What is typed is refused, and met by a server that is broken: neither may end in a log."""
    at = day.screens.at
    said = {"ticket": ticket["token"], "answers": {"purpose": f"{WORDS} 1471012345678901", "name": NAME}}
    comment = f"/counter/visits/{ticket['id']}/1/comment"
    for path, who, body in (
        ("/kiosk/guestbook", "kiosk", said),
        ("/kiosk/guestbook", "kiosk", {"ticket": NAME, "answers": {"name": NAME}}),
        ("/kiosk/guestbook", "kiosk", {"answers": {NAME: {NAME: EMAIL}}}),
        ("/kiosk/guestbook", "kiosk", {"answers": {"name": f"{NAME}\ud800"}}),
        ("/kiosk/complaints", "kiosk", {"text": f"{WORDS} 1471012345678901", "contact": PHONE}),
        ("/kiosk/complaints", "kiosk", {"text": WORDS, "kind": NAME}),
        ("/kiosk/rating", "kiosk", {"code": NAME, "comment": WORDS}),
        (comment, "manager", {"text": NAME * 100}),
    ):
        day.refused.append(at.ask("POST", path, who, body).status)
    for table in ("note", "entry", "complaint", "visitor", "message"):
        with without_table(day, table):
            for path, who, body in (
                (comment, "manager", {"text": WORDS}),
                ("/kiosk/guestbook", "kiosk", {"ticket": ticket["token"], "answers": {"name": NAME, "phone": PHONE}}),
                ("/kiosk/complaints", "kiosk", {"text": WORDS, "name": NAME, "contact": EMAIL}),
                ("/counter/requests", "tono", {"channel": "email", "text": WORDS, "name": NAME, "email": EMAIL}),
            ):
                day.refused.append(at.ask("POST", path, who, body).status)


@contextmanager
def without_table(day: Day, table: str) -> Iterator[None]:
    """Somebody has damaged the database: a statement with the visitor's words in it fails."""
    file = day.house.data_dir / "pst.db"
    with closing(sqlite3.connect(file, timeout=10, isolation_level=None)) as database:
        database.execute("PRAGMA legacy_alter_table=ON")
        database.execute(f"ALTER TABLE {table} RENAME TO away")
        yield
        database.execute(f"ALTER TABLE away RENAME TO {table}")


def leaves_public_pages(day: Day, board: Page) -> None:
    """What is on every public page and in its browser when the day is done."""
    office = day.screens
    office.listen()
    for kind in ("kiosk", "board", "phone"):
        for nth, page in enumerate(office.pages(kind)):
            day.kept[f"{kind} {nth}"] = page.content() + page.evaluate(KEPT_BY_BROWSER)
    for nth, kiosk in enumerate(office.pages("kiosk")):
        at_home_in_indonesian(kiosk)
        kiosk.go_back()
        day.kept[f"kiosk {nth} before"] = kiosk.content() + kiosk.evaluate(KEPT_BY_BROWSER)
