"""A visitor who leaves name, phone, e-mail and words on every page is found in no sink, and after erasure nowhere."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from shared.domain.opening_hours import ServiceDay
from tests.backup.test_commands import code_in
from tests.cast import JAKARTA, busy_pekanbaru
from tests.journeys.conftest import PATIENCE, browser_with_sound, hired
from tests.journeys.guests import RECEPTION
from tests.journeys.hired import Hired
from tests.journeys.office import House, Office, close, own_house
from tests.journeys.test_left_alone import at_home_in_indonesian
from tests.journeys.test_rights import find as find_visit
from tests.printing.emulator import Emulator
from tests.proof import canary_day as canary
from tests.proof.canary import (
    EMAIL,
    KEPT_BY_BROWSER,
    NAME,
    PHONE,
    WORDS,
    TappedScreens,
    files_with_traces,
    traces_in,
)

__all__ = ["browser_with_sound", "hired"]

WITH_RECEPTION = {"\n[[counters]]\nnumber = 1\n": RECEPTION}
BROKEN = r"status of 5\d\d"
DEFAULT_FILES = [
    *(f"wait-log?format={kind}" for kind in ("json", "csv", "xlsx", "pdf")),
    *(f"recap?format={kind}" for kind in ("json", "csv", "xlsx")),
    *(f"recap/respondents?format={kind}" for kind in ("xlsx", "csv", "csv&part=needs")),
    *(f"satisfaction?format={kind}" for kind in ("json", "csv", "xlsx", "pdf")),
    *(f"complaints?format={kind}" for kind in ("json", "csv", "xlsx")),
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


@pytest.fixture(scope="module")
def day(hired: Hired, browser_with_sound: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """The canary's day in an office with everything: kiosk, phones, board, console, manager and paper."""
    expect.set_options(timeout=PATIENCE)
    temporary, backups = (tmp_path_factory.mktemp(name) for name in ("temporary", "backups"))
    with Emulator() as printer:
        wishes = {"PST_LOG_LEVEL": "DEBUG", "TMPDIR": str(temporary), "PST_BACKUP_DIR": str(backups)}
        office = own_house(hired, next_working_day(), WITH_RECEPTION, PST_PRINTER_URL=printer.address, **wishes)
        try:
            office.house.start()
            screens = TappedScreens(office, browser_with_sound, tmp_path_factory.mktemp("pictures"))
            lived = Day(screens, printer, temporary, backups)
            live_through(lived)
            yield lived
            screens.close()
            assert screens.faults == [], "a page complained"
        finally:
            close(office.house)


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
    day.personal["copy"] = canary.uses_rights(office, manager, second)
    day.personal["respondents"] = canary.is_counted(manager, office.root)
    with office.pardoning(BROKEN):
        goes_wrong(day, second)
        day.files = {path: fetched(manager, f"{office.root}/counter/{path}") for path in DEFAULT_FILES}
        leaves_public_pages(day, board)


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
    for table in ("note", "entry", "complaint", "visitor"):
        with without_table(day, table):
            for path, who, body in (
                (comment, "manager", {"text": WORDS}),
                ("/kiosk/guestbook", "kiosk", {"ticket": ticket["token"], "answers": {"name": NAME, "phone": PHONE}}),
                ("/kiosk/complaints", "kiosk", {"text": WORDS, "name": NAME, "contact": EMAIL}),
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


def test_staff_who_may_read_it_do(day: Day) -> None:
    """And so does this test: what can be seen there would be seen elsewhere."""
    for file in day.personal.values():
        assert b"zzkanari" in traces_in(file)
    assert set(traces_in(day.personal["copy"])) >= {b"zzkanari", b"kanari@", b"89900000001"}
    told = day.screens.at.ask("POST", f"/counter/complaints/{day.codes['kiosk']}/open", "manager", {}).data
    assert traces_in(told["text"])


def test_the_log_of_the_server_tells_of_faults_and_of_no_words(day: Day) -> None:
    """Its output is the app log, the access log, what journald keeps and every crash report."""
    log = day.house.log()
    assert traces_in(log) == []
    assert {404, 422, 503} <= set(day.refused)
    for told in ("storage failed", "a screen could not be drawn", "sqlalchemy.exc.OperationalError", "slip_ended"):
        assert told in log


def test_no_socket_frame_and_no_answer_to_a_public_page_tells_of_the_visitor(day: Day) -> None:
    screens = day.screens
    frames = [frame.encode() if isinstance(frame, str) else frame for frame in screens.frames]
    assert b"K-002" in b"".join(frames)
    assert traces_in(b"\n".join(frames)) == []
    assert screens.told_in_public.keys() >= {"kiosk", "board", "phone"}
    found = {kind: traces_in(b"\n".join(told)) for kind, told in screens.told_in_public.items()}
    assert not any(found.values()), found


def test_no_public_page_shows_or_keeps_the_visitor_when_the_day_is_done(day: Day) -> None:
    kinds = {name.split()[0] for name in day.kept}
    assert kinds == {"kiosk", "board", "phone"}
    assert {name: traces_in(kept) for name, kept in day.kept.items() if traces_in(kept)} == {}
    kiosks = [kept for name, kept in day.kept.items() if name.startswith("kiosk")]
    assert [code for code in day.codes.values() for kept in kiosks if code in kept] == []


def test_no_address_names_the_visitor(day: Day) -> None:
    assert any("/tickets/by-number?" in address for address in day.screens.addresses)
    assert [address for address in day.screens.addresses if traces_in(address)] == []


def test_no_byte_that_a_printer_gets_names_the_visitor(day: Day) -> None:
    """The pictures of slips carry a number, a service, a time and a code, whoever takes them."""
    assert len(day.printer.slips) >= len(day.tickets) + 2
    assert traces_in(day.printer.received) == []
    assert day.printer.unknown == []


def test_no_default_file_tells_of_the_visitor(day: Day) -> None:
    assert b"K-002" in day.files["wait-log?format=csv"]
    assert {path: traces_in(file) for path, file in day.files.items() if traces_in(file)} == {}


def test_no_diagnosis_tells_of_the_visitor(day: Day) -> None:
    for asked in (("doctor", "--json"), ("fsck", "--json")):
        told = day.house.pst(*asked)
        assert json.loads(told.stdout)
        assert traces_in(told.stdout + told.stderr) == []


def test_after_an_erasure_not_even_an_older_backup_brings_the_visitor_back(day: Day) -> None:
    manager, house, at = day.screens.staff("sari"), day.house, day.screens.at
    assert files_with_traces(*day.folders) == {}, "no file in the clear"
    made = house.pst("backup")
    assert made.returncode == 0, made.stderr
    [backup] = day.backups.glob("pst-*.age")
    erased = [ticket for ticket in day.tickets.values() if opens(at, ticket).get("name")]
    assert erased == list(day.tickets.values())
    for name in day.tickets:
        manager.goto(f"{at.root}/counter/rights")
        find_visit(manager, day.tickets[name]["number"])
        expect(manager.locator(".found")).to_contain_text(day.tickets[name]["number"])
        if "sudah dihapus" in manager.locator(".found").inner_text():
            continue  # with another visit of the same visitor
        manager.locator(".found").get_by_role("button", name="Hapus data").click()
        manager.get_by_role("button", name="Hapus selamanya").click()
        expect(manager.locator(".found")).to_contain_text("Data pribadi kunjungan ini sudah dihapus.")
    nothing_left(at, day)
    assert files_with_traces(*day.folders) == {}, "nor in a freed page, a backup or a copy of the keys"
    day.screens.close()
    house.stop()
    shutil.rmtree(house.data_dir)
    house.data_dir.mkdir()
    put_back = house.pst("restore", str(backup), "--code", code_in(made.stdout))
    assert put_back.returncode == 0, put_back.stderr
    clean = house.pst("fsck", "--json")
    assert clean.returncode == 0, clean.stdout
    house.start()
    nothing_left(at, day)
    told = at.ask("POST", f"/counter/complaints/{day.codes['kiosk']}/open", "manager", {}).data
    assert traces_in(json.dumps(told)), "whoever was not erased is still there"
    assert files_with_traces(*day.folders) == {}
    assert traces_in(house.log() + put_back.stdout + made.stdout) == []


def opens(at: Office, ticket: dict[str, Any]) -> dict[str, Any]:
    """What an officer reads who opens the record."""
    told = at.ask("POST", f"/counter/tickets/{ticket['id']}/open", "dewi", {"reason": "serving"})
    assert told.status == 200, told.data
    answers: dict[str, Any] = told.data["answers"]
    return answers


def nothing_left(at: Office, day: Day) -> None:
    """No record, no linked complaint, no remark and no search tells of whoever was erased."""
    for ticket in day.tickets.values():
        assert traces_in(json.dumps(opens(at, ticket))) == []
        journal = at.ask("GET", f"/counter/visits/{ticket['id']}/1", "manager")
        assert journal.status == 200
        assert traces_in(json.dumps(journal.data)) == []
        assert at.ask("POST", f"/counter/tickets/{ticket['id']}/rights/export", "manager", {}).status >= 400
    linked = at.ask("POST", f"/counter/complaints/{day.codes['phone']}/open", "manager", {})
    assert traces_in(json.dumps(linked.data)) == []
