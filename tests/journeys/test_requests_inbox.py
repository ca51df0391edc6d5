"""The inbox of requests: pasted in seconds, worked on, answered and closed; calls returned; orange and red in time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from shared.app import build_parts
from shared.settings import settings_from
from tests.journeys.hired import Hired, staffed
from tests.journeys.office import THURSDAY_MORNING, Office, close, own_house
from tests.journeys.screens import BOARD, DESK, UNANSWERED, Screens, wind
from tests.journeys.test_accessibility import axe, passes
from tests.running import OFFICE

__all__ = ["axe"]
SAID = "Selamat pagi, mohon data IPM Kota Pekanbaru 2010–2025 untuk skripsi. Terima kasih ✓"
COPIED = f"[09.10, 19/11/2026] +62 812-0000-0013: {SAID}"
TAP = 0.4  # seconds for each press and each move of the hand
PASTE = """
(field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text", text);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  if (field.dispatchEvent(event)) document.execCommand("insertText", false, text);
}
"""
SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll("main, .inbox, .thread, .thread__scroll")]
  .every((one) => one.scrollWidth <= one.clientWidth)
"""


def inbox(office: Screens, language: str = "", login: str = "rina") -> Page:
    """The inbox of somebody of the staff."""
    page = office.staff(login)
    page.goto(f"{office.root}/counter/requests{language}")
    expect(page.locator(".inbox")).to_be_visible()
    return page


def paste(page: Page, text: str) -> None:
    """Ctrl+V into the bar above the inbox."""
    field = page.locator(".quick-text")
    field.focus()
    field.evaluate(PASTE, text)


def take(office: Screens, **said: Any) -> dict[str, Any]:
    """Dewi takes a request elsewhere."""
    body = {"channel": "whatsapp", "text": SAID, "phone": "0812-0000-0013", **said}
    answer = office.at.ask("POST", "/counter/requests", "dewi", body)
    assert answer.status == 201, answer.data
    taken: dict[str, Any] = answer.data
    return taken


def do(office: Screens, request: dict[str, Any], verb: str, **body: Any) -> dict[str, Any]:
    """Dewi does something about it."""
    answer = office.at.ask("POST", f"/counter/requests/{request['id']}/{verb}", "dewi", body)
    assert answer.status == 200, answer.data
    done: dict[str, Any] = answer.data
    return done


def row(page: Page, number: str) -> Locator:
    return page.locator(".row", has_text=number)


def test_a_whatsapp_message_is_kept_within_twenty_seconds(office: Screens, axe: str) -> None:
    page = inbox(office)
    expect(page.get_by_role("heading", name="Tidak ada yang menunggu")).to_be_visible()
    office.picture(page, "inbox-none")
    passes(page, axe)
    began, taps = monotonic(), 2
    paste(page, COPIED)
    expect(page.locator(".quick-text")).to_have_value(SAID)
    expect(page.get_by_label("Nomor HP")).to_have_value("+62 812-0000-0013")
    office.picture(page, "inbox-pasted")
    page.keyboard.press("Control+Enter")
    expect(row(page, "WA-2026-0001")).to_be_visible()
    assert monotonic() - began + taps * TAP < 20
    expect(page.locator(".thread .said-text")).to_have_text(SAID)
    expect(page.locator(".thread__who")).to_contain_text("+6281200000013")
    expect(page.locator(".quick-text")).to_have_value("")
    expect(row(page, "WA-2026-0001").locator(".standing")).to_contain_text("sisa 3 hari kerja 6 jam")
    office.picture(page, "inbox-taken")
    passes(page, axe)


def test_ticked_asked_replied_answered_and_closed(office: Screens, axe: str) -> None:
    taken = take(office)
    page = inbox(office)
    row(page, taken["number"]).get_by_role("button").click()
    thread = page.locator(".thread")
    thread.locator(".asked-of summary").click()
    for tick in thread.locator(".asked-of input").all():
        tick.check()
    thread.get_by_role("button", name="Jelas dan lengkap").click()
    expect(thread.locator("h1")).to_contain_text("Jelas dan lengkap")
    thread.get_by_role("button", name="Tanya", exact=True).click()
    thread.locator(".write textarea").fill("Tingkat kota atau kecamatan?")
    office.picture(page, "inbox-ask")
    passes(page, axe)
    thread.get_by_role("button", name="Tanyakan").click()
    unsent = page.get_by_role("region", name="Kirim sekarang")
    expect(unsent.locator(".row .standing")).to_contain_text("belum dikirim")
    by_hand = thread.locator(".said-line--waits")
    expect(by_hand).to_be_in_viewport()
    link = by_hand.get_by_role("link", name="Buka WhatsApp").get_attribute("href") or ""
    assert urlsplit(link).path == "/6281200000013"
    assert parse_qs(urlsplit(link).query)["text"] == ["Tingkat kota atau kecamatan?"]
    office.picture(page, "inbox-by-hand")
    passes(page, axe)
    by_hand.get_by_role("button", name="Sudah saya kirim").click()
    expect(thread.locator(".said-line--waits")).to_have_count(0)
    expect(unsent).to_have_count(0)
    expect(row(page, taken["number"]).locator(".standing")).to_contain_text("menunggu pengguna")
    thread.locator(".write textarea").fill("Kota saja, Bu.")
    thread.get_by_role("button", name="Catat balasan").click()
    expect(thread.locator(".said-line--user")).to_have_count(2)
    thread.locator(".write textarea").fill("Berikut tabel IPM 2010–2025.")
    page.keyboard.press("Control+Enter")
    expect(thread.locator("h1")).to_contain_text("Dijawab")
    thread.get_by_role("button", name="Sudah saya kirim").click()
    expect(thread.locator(".said-line--waits")).to_have_count(0)
    office.picture(page, "inbox-answered")
    passes(page, axe)
    thread.get_by_role("button", name="Selesai").click()
    expect(page.locator(".inbox")).to_contain_text("Ditutup, 30 hari terakhir")
    expect(thread.get_by_role("button", name="Buka kembali")).to_be_visible()
    office.picture(page, "inbox-closed")
    thread.get_by_role("button", name="Buka kembali").click()
    expect(thread.locator("h1")).to_contain_text("Dibuka kembali")


def test_a_missed_call_is_written_down_in_one_press_and_returned(office: Screens, axe: str) -> None:
    page = inbox(office)
    page.get_by_role("button", name="Tak terjawab").click()
    calls = page.get_by_role("region", name="Telepon balik")
    expect(calls.locator(".row")).to_contain_text("TL-2026-0001")
    office.picture(page, "inbox-missed-call")
    passes(page, axe)
    calls.get_by_role("button", name="Tidak diangkat").click()
    expect(calls.locator(".row")).to_contain_text("1 kali dicoba")
    calls.get_by_role("button", name="Tersambung").click()
    expect(calls).to_have_count(0)
    page.get_by_role("button", name="Dilayani").click()
    page.locator("summary", has_text="Ditutup, 30 hari terakhir").click()
    expect(row(page, "TL-2026-0002")).to_be_visible()
    page.get_by_role("button", name="Dijanjikan").click()
    expect(page.get_by_role("region", name="Giliran kantor").locator(".row")).to_contain_text("TL-2026-0003")


def test_a_missed_call_that_is_found_later_keeps_the_moment_at_which_it_rang(office: Screens, axe: str) -> None:
    page = inbox(office)
    page.get_by_role("button", name="Rincian").click()
    page.get_by_label("Telepon berdering pukul").fill("8")
    page.get_by_role("button", name="Tak terjawab").click()
    expect(page.locator(".row")).to_have_count(0)
    page.get_by_label("Telepon berdering pukul").fill("08.40")
    page.get_by_label("Nomor HP").fill("0761 23001")
    office.picture(page, "inbox-call-details")
    passes(page, axe)
    page.get_by_role("button", name="Tak terjawab").click()
    calls = page.get_by_role("region", name="Telepon balik")
    expect(calls.locator(".row")).to_contain_text("tak terjawab 08.40")
    expect(page.locator(".thread__who")).to_contain_text("+6276123001")


def test_whoever_writes_a_long_answer_stays_signed_in(office: Screens) -> None:
    taken = take(office)
    page = office.staff("rina")
    page.clock.install()
    page.goto(f"{office.root}/counter/requests")
    row(page, taken["number"]).get_by_role("button").click()
    page.locator(".write textarea").fill("Berikut tabelnya")
    with page.expect_request(lambda request: request.url.endswith("/counter/requests")):
        wind(page, 11 * 60_000)
    expect(page.locator(".write textarea")).to_have_value("Berikut tabelnya")


def test_it_turns_orange_and_red_here_and_at_the_counter(mortal_office: Screens) -> None:
    """Taken on Thursday at 09.15 with three working days: orange in the last three tenths, red after Tuesday 15.30."""
    office = mortal_office
    number = take(office)["number"]
    for days, hours, level, words, count in (
        (0, 0, "calm", "sisa 3 hari kerja 6 jam", "Permintaan 1"),
        (5, 0, "soon", "sisa 6 jam", "Permintaan 1 · 1 segera"),
        (1, 1, "late", "lewat 2 jam", "Permintaan 1 · 1 lewat"),
    ):
        if days:
            with office.pardoning(UNANSWERED):
                office.server.restart_later(days=days, hours=hours)
        page = inbox(office)
        standing = row(page, number).locator(".standing")
        expect(standing).to_have_attribute("data-level", level)
        expect(standing).to_contain_text(words)
        office.picture(page, f"inbox-{level}")
        page.close()
        console = office.console()
        expect(console.locator(".due")).to_have_text(count)
        office.picture(console, f"console-requests-{level}")
        console.locator(".due").click()
        expect(console.locator(".inbox")).to_be_visible()
        console.close()


def test_what_another_officer_takes_appears_by_itself_and_turns_orange_and_red_without_a_word(
    mortal_office: Screens,
) -> None:
    office = mortal_office
    page = office.staff("rina")
    page.clock.install()
    page.goto(f"{office.root}/counter/requests")
    expect(page.get_by_role("heading", name="Tidak ada yang menunggu")).to_be_visible()
    standing = row(page, take(office)["number"]).locator(".standing")
    expect(standing).to_contain_text("sisa 3 hari kerja")
    with office.pardoning(UNANSWERED):
        office.server.kill()
        for days, level in ((5, "soon"), (1, "late")):
            wind(page, days * 24 * 3600 * 1000)
            expect(standing).to_have_attribute("data-level", level)
        office.picture(page, "inbox-lost")
        page.close()


@pytest.fixture
def riau_islands(hired: Hired, watched: Callable[[Office], Screens], tmp_path: Path) -> Iterator[Screens]:
    """Kepulauan Riau as it is shipped: WhatsApp alone, no counters, and a form that begins the clock."""
    shutil.copytree(hired.data, tmp_path / "data")
    parts = build_parts(settings_from({"PST_DATA_DIR": str(tmp_path / "data")}))
    tokens = staffed(parts, "kepulauan-riau")
    parts.database.close()
    hired_there = Hired(tmp_path / "data", None, {OFFICE: tokens})
    office = replace(own_house(hired_there, THURSDAY_MORNING, {}), code="kepulauan-riau")
    office.house.start()
    screens = watched(office)
    yield screens
    screens.close()
    close(office.house)


def test_an_office_without_counters_has_the_inbox_one_press_away(riau_islands: Screens, axe: str) -> None:
    office = riau_islands
    page = office.staff("rina")
    page.goto(f"{office.root}/counter/")
    page.get_by_role("link", name="Buka permintaan").click()
    paste(page, SAID)
    expect(page.get_by_role("radio")).to_have_count(1)
    expect(page.get_by_role("radio", name="WhatsApp")).to_be_checked()
    page.keyboard.press("Control+Enter")
    thread = page.locator(".thread")
    thread.get_by_role("button", name="Formulir dikirim").click()
    expect(thread).to_contain_text("Formulir sudah dikirim, belum diisi.")
    office.picture(page, "inbox-riau")
    passes(page, axe)
    page.get_by_role("link", name="Kunjungan").click()
    expect(page.locator(".due")).to_have_text("Permintaan 1")
    office.picture(page, "visits-riau")
    passes(page, axe)


def a_full_morning(office: Screens) -> dict[str, Any]:
    """Requests of every kind; the one that is worth a look."""
    take(office, channel="email", phone=None, email="siti@example.com", service="K")
    waits = take(office)
    do(office, waits, "ask", text="Tahun berapa saja?", sent=True)
    answered = take(office, channel="pst_online", phone=None)
    do(office, answered, "answer", text="Sudah kami unggah.", sent=True)
    do(office, answered, "sent", message=2)
    closed = take(office)
    do(office, closed, "close", reason="withdrawn")
    office.at.ask("POST", "/counter/requests/calls", "dewi", {"outcome": "missed", "phone": "0761-23001"})
    open_one = take(office, name="Mohammad Faiz", service="K", language="en")
    do(office, open_one, "ask", text="Apakah tabel per kecamatan juga diperlukan? Mohon sebutkan tahunnya.", sent=True)
    office.at.ask("POST", f"/counter/requests/{open_one['id']}/hear", "dewi", {"text": "Ya, 2020 sampai 2025."})
    do(office, open_one, "tick", requirement=0, met=True)
    do(
        office,
        open_one,
        "appoint",
        meeting="zoom",
        at="2026-11-23T14:00:00+07:00",
        text="Senin pukul 14.00 lewat Zoom.",
    )
    return open_one


def test_a_full_inbox_fits_the_screens_of_an_office(office: Screens, axe: str) -> None:
    open_one = a_full_morning(office)
    page = inbox(office)
    row(page, open_one["number"]).locator("> button").click()
    expect(page.locator(".thread .said-line")).to_have_count(4)
    for size in (DESK, BOARD):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        office.picture(page, f"inbox-full-{size['width']}")
        assert page.evaluate(SIDEWAYS)
        passes(page, axe)
    page.get_by_role("button", name="Janji temu").click()
    office.picture(page, "inbox-appoint")
    passes(page, axe)


def test_the_inbox_in_english(office: Screens) -> None:
    open_one = a_full_morning(office)
    page = inbox(office, "?lang=en")
    row(page, open_one["number"]).locator("> button").click()
    expect(page.get_by_role("heading", name="The office's turn")).to_be_visible()
    expect(row(page, open_one["number"]).locator(".standing")).to_contain_text("3 working days 6 hours left")
    office.picture(page, "inbox-english")


def test_a_manager_reads_and_erases_and_sends_nothing(office: Screens, axe: str) -> None:
    taken = take(office)
    page = inbox(office, login="sari")
    expect(page.locator(".quick-bar")).to_have_count(0)
    row(page, taken["number"]).get_by_role("button").click()
    expect(page.locator(".said-text")).to_have_text(SAID)
    expect(page.locator(".write")).to_have_count(0)
    page.get_by_role("button", name="Hapus isi atas permintaan pengguna").click()
    page.get_by_role("button", name="Hapus selamanya").click()
    expect(page.locator(".thread")).to_contain_text("Isi sudah dihapus.")
    office.picture(page, "inbox-manager")
    passes(page, axe)
