"""The manager answers what visitors ask of their data: a copy, a restriction, an erasure, each within three days."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import BOARD, DESK, REFUSED, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.the_record import RAHMI, visit

__all__ = ["axe"]

SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll("main, .request, .find")]
  .every((one) => one.scrollWidth <= one.clientWidth)
"""


def rights(office: Screens) -> Page:
    """Sari's page of personal data, by the menu at the side."""
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/live")
    manager.get_by_role("link", name="Data pribadi").click()
    expect(manager.get_by_role("heading", name="Data pribadi")).to_be_visible()
    return manager


def asks(office: Screens, ticket: dict[str, Any], kind: str) -> None:
    """The visitor asks on the page behind their number."""
    answer = office.at.ask("POST", f"/kiosk/tickets/{ticket['token']}/rights", "kiosk", {"kind": kind})
    assert answer.status == 201, answer.data


def request(manager: Page, words: str) -> Locator:
    return manager.locator(".request", has_text=words)


def test_no_request_is_a_calm_page(office: Screens) -> None:
    manager = rights(office)
    expect(manager.get_by_role("heading", name="Tidak ada permintaan terbuka")).to_be_visible()
    office.picture(manager, "rights-none")


def test_an_erasure_asks_once_more_and_then_the_record_is_gone(office: Screens) -> None:
    ticket = visit(office, RAHMI)
    asks(office, ticket, "erase")
    manager = rights(office)
    asked = request(manager, "Minta data dihapus")
    expect(asked).to_contain_text("K 001")
    assert "Rahmi" not in manager.content()
    asked.get_by_role("button", name="Hapus data").click()
    dialog = manager.get_by_role("dialog")
    expect(dialog).to_contain_text("Tidak dapat dibatalkan")
    expect(dialog).to_contain_text("semua waktu, dan hasil penilaian janji layanan")
    office.picture(manager, "rights-erase")
    dialog.get_by_role("button", name="Batal").click()
    expect(asked).to_be_visible()
    asked.get_by_role("button", name="Hapus data").click()
    dialog.get_by_role("button", name="Hapus selamanya").click()
    expect(manager.get_by_text("Data pribadi K-001 sudah dihapus")).to_be_visible()
    expect(asked).to_have_count(0)
    told = office.at.ask("POST", f"/counter/tickets/{ticket['id']}/open", "dewi", {"reason": "serving"}).data
    assert "name" not in told["answers"]
    assert told["answers"]["occupation"] == RAHMI["occupation"], "what names nobody stays for statistics"


def test_a_copy_is_read_on_the_page_and_taken_along_as_a_file(office: Screens, tmp_path: Path) -> None:
    ticket = visit(office, RAHMI)
    asks(office, ticket, "export")
    manager = rights(office)
    request(manager, "Minta salinan data").get_by_role("button", name="Buka salinan").click()
    dialog = manager.get_by_role("dialog")
    for said in ("Rahmi Yulianti", "Pelajar/Mahasiswa", "081200001234", "Sari membuka salinan data"):
        expect(dialog).to_contain_text(said)
    office.picture(manager, "rights-copy")
    with manager.expect_download() as downloaded:
        dialog.get_by_role("button", name="Unduh JSON").click()
    assert downloaded.value.suggested_filename == "data-K-001-2026-11-19.json"
    file = tmp_path / "copy.json"
    downloaded.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["visits"][0]["answers"]["name"] == "Rahmi Yulianti"
    manager.keyboard.press("Escape")
    expect(manager.locator("dialog")).to_have_count(0)
    assert "Rahmi" not in manager.content()
    expect(request(manager, "Minta salinan data")).to_have_count(0)


def test_the_copy_tells_which_data_were_needed(office: Screens) -> None:
    skd, dtsen = visit(office, RAHMI), visit(office, RAHMI, "D")
    for ticket, need, words in (
        (skd, {"detail": "Garis kemiskinan", "level": 3}, ("Garis kemiskinan", "Kabupaten/Kota")),
        (dtsen, {"dtsen_result": 1, "result": "Desil 3 disampaikan"}, ("Desil 3 disampaikan",)),
    ):
        body = {"position": 1, "answers": need}
        answer = office.at.ask("POST", f"/counter/tickets/{ticket['id']}/needs", "dewi", body)
        assert answer.status == 201, answer.data
        manager = rights(office)
        find(manager, ticket["number"])
        manager.locator(".found").get_by_role("button", name="Buka salinan").click()
        for said in words:
            expect(manager.get_by_role("dialog")).to_contain_text(said)
    office.picture(manager, "rights-copy-needs")


def test_a_restriction_is_set_at_the_request_and_lifted_at_the_desk(office: Screens) -> None:
    ticket = visit(office, RAHMI)
    asks(office, ticket, "restrict")
    manager = rights(office)
    request(manager, "dibatasi").get_by_role("button", name="Batasi pemakaian").click()
    expect(manager.get_by_text("Pemakaian data K-001 dibatasi")).to_be_visible()
    expect(manager.locator(".request")).to_have_count(0)
    find(manager, "k-001")
    expect(manager.locator(".found")).to_contain_text("Pemakaian data sedang dibatasi.")
    manager.get_by_role("button", name="Izinkan lagi").click()
    expect(manager.locator(".found")).to_contain_text("tersimpan dan dipakai")


def find(manager: Page, number: str, day: str | None = None) -> None:
    manager.get_by_label("Nomor", exact=True).fill(number)
    if day:
        manager.get_by_label("Hari", exact=True).fill(day)
    with manager.expect_response("**/tickets/by-number?*"):
        manager.get_by_role("button", name="Cari").click()


def test_whoever_asks_at_the_desk_is_found_by_number_and_day(office: Screens) -> None:
    visit(office, RAHMI)
    office.at.take()
    manager = rights(office)
    find(manager, "K-002")
    expect(manager.locator(".found")).to_contain_text("Tidak ada data pribadi untuk nomor ini.")
    with office.pardoning(REFUSED):
        find(manager, "K-009")
        expect(manager.get_by_role("alert")).to_contain_text("Nomor ini tidak ditemukan.")
        find(manager, "K-001", "2026-11-18")
        expect(manager.get_by_role("alert")).to_contain_text("Nomor ini tidak ditemukan.")
    find(manager, "K-001", "2026-11-19")
    manager.get_by_role("button", name="Hapus data K-001").click()
    manager.get_by_role("button", name="Hapus selamanya").click()
    expect(manager.locator(".found")).to_contain_text("Data pribadi kunjungan ini sudah dihapus.")


def test_the_three_days_run_turn_orange_and_then_red(mortal_office: Screens) -> None:
    office = mortal_office
    asks(office, visit(office, RAHMI), "export")
    calm = rights(office)
    asked = request(calm, "Minta salinan data")
    expect(asked).to_have_attribute("data-clock", "calm")
    figure = asked.locator(".countdown__figure b")
    expect(figure).to_contain_text(re.compile("71:5[0-9]:"))
    shown = figure.inner_text()
    expect(figure).not_to_have_text(shown)
    calm.close()
    for hours, tone, word in ((51, "soon", "segera"), (22, "missed", "lewat")):
        with office.pardoning(UNANSWERED):
            office.server.restart_later(hours=hours)
        manager = rights(office)
        asked = request(manager, "Minta salinan data")
        expect(asked).to_have_attribute("data-clock", tone)
        expect(asked.locator(".countdown")).to_contain_text(word)
        office.picture(manager, f"rights-{tone}")
        manager.close()


def test_a_correction_days_later_finishes_the_request(mortal_office: Screens) -> None:
    office = mortal_office
    ticket = visit(office, RAHMI)
    asks(office, ticket, "correct")
    with office.pardoning(UNANSWERED):
        office.server.restart_later(hours=48)
    manager = rights(office)
    asked = request(manager, "Minta perbaikan data")
    asked.get_by_role("button", name="Perbaiki data").click()
    form = manager.get_by_role("dialog", name="Perbaiki data K-001")
    form.get_by_label("Nama atau nama panggilan").fill("Rahmi Yulianti Putri")
    expect(form).to_contain_text("1 isian berubah")
    office.picture(manager, "rights-correct")
    form.get_by_role("button", name="Simpan perbaikan").click()
    expect(manager.get_by_text("Data K-001 sudah diperbaiki, permintaannya selesai")).to_be_visible()
    expect(manager.locator(".request")).to_have_count(0)
    told = office.at.ask("POST", f"/counter/tickets/{ticket['id']}/open", "manager", {"reason": "request"}).data
    assert told["answers"]["name"] == "Rahmi Yulianti Putri"


def test_the_page_is_accessible_and_fits_the_screens_of_an_office(office: Screens, axe: str) -> None:
    ticket = visit(office, RAHMI)
    for kind in ("export", "correct", "restrict", "erase"):
        asks(office, ticket, kind)
    manager = rights(office)
    find(manager, "K-001")
    expect(manager.locator(".found .slip")).to_be_visible()
    passes(manager, axe)
    for size in (DESK, BOARD):
        manager.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert manager.evaluate(SIDEWAYS)
        office.picture(manager, f"rights-{size['width']}")
    for button in ("Hapus data", "Buka salinan", "Perbaiki data"):
        request(manager, "Minta data dihapus").get_by_role("button", name=button).click()
        expect(manager.get_by_role("dialog").locator(".erase, .copy, .correct")).to_be_visible()
        passes(manager, axe)
        office.picture(manager, f"rights-{button.split()[0]}-1920")
        manager.keyboard.press("Escape")
        expect(manager.locator("dialog")).to_have_count(0)
