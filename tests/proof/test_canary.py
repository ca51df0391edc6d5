"""A visitor who leaves name, phone, e-mail and words on every page is found in no sink, and after erasure nowhere."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.backup.test_commands import code_in
from tests.journeys.conftest import PATIENCE, browser_with_sound, hired
from tests.journeys.hired import Hired
from tests.journeys.office import Office, close, own_house
from tests.journeys.test_rights import find as find_visit
from tests.printing.emulator import Emulator
from tests.proof.canary import TappedScreens, files_with_traces, traces_in
from tests.proof.canary_office import WITH_RECEPTION, Day, live_through, next_working_day

__all__ = ["browser_with_sound", "hired"]


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


def test_staff_who_may_read_it_do(day: Day) -> None:
    """And so does this test: what can be seen there would be seen elsewhere."""
    for file in day.personal.values():
        assert b"zzkanari" in traces_in(file)
    for name in ("thread", "copy"):
        assert set(traces_in(day.personal[name])) >= {b"zzkanari", b"kanari@", b"89900000001"}
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
    for request in all_requests(at):
        assert at.ask("POST", f"/counter/requests/{request}/erase", "manager", {}).status == 200
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


def all_requests(at: Office) -> list[int]:
    """Also those of which a damaged database took half."""
    told = at.ask("GET", "/counter/request-log?format=json", "manager").data
    return [row["id"] for row in told["rows"]]


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
    for request in all_requests(at):
        assert traces_in(json.dumps(at.ask("GET", f"/counter/requests/{request}", "tono").data)) == []
    linked = at.ask("POST", f"/counter/complaints/{day.codes['phone']}/open", "manager", {})
    assert traces_in(json.dumps(linked.data)) == []
