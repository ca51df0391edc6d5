"""An appointment from the inbox to the line: agreed, shown on its day without a name, moved, and kept by a number."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.screens import BOARD, DESK, REFUSED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.the_inbox import SIDEWAYS, do, inbox, row, take

__all__ = ["axe"]
TODAY, FRIDAY = "2026-11-19", "2026-11-20"
NAME = "Mohammad Faiz"


def agreed(office: Screens, clock: str, meeting: str = "visit", **said: Any) -> dict[str, Any]:
    """A request with an appointment of today."""
    request = take(office, name=NAME, service="K", **said)
    words = "https://zoom.example/j/42" if meeting == "zoom" else ""
    do(office, request, "appoint", meeting=meeting, at=f"{TODAY}T{clock}:00+07:00", text=words)
    return request


def says_when(page: Page, form: str, day: str, clock: str, way: str | None = None) -> None:
    """Fill in way, day and time of an appointment."""
    if way is not None:
        page.locator(f"{form} .meeting select").select_option(way)
    page.locator(f"{form} .meeting input[type=date]").fill(day)
    page.locator(f"{form} .meeting input[inputmode=decimal]").fill(clock)


def looks(office: Screens, page: Page, name: str, axe: str) -> None:
    """A picture at each size of the staff's screens, judged by axe."""
    for size, viewport in (("1366", DESK), ("1920", BOARD)):
        page.set_viewport_size(viewport)  # type: ignore[arg-type] # width and height
        office.picture(page, f"{name}-{size}")
        assert page.evaluate(SIDEWAYS)
        passes(page, axe)
    page.set_viewport_size(DESK)  # type: ignore[arg-type] # width and height


def test_whoever_comes_to_an_appointment_gets_a_number_like_everybody(office: Screens, axe: str) -> None:
    request = take(office, name=NAME, service="K")
    agreed(office, "13:00", "zoom")
    page = inbox(office)
    row(page, request["number"]).locator("> button").click()
    page.get_by_role("button", name="Janji temu", exact=True).click()
    says_when(page, ".write", TODAY, "10.00", "visit")
    looks(office, page, "appointment-make", axe)
    expect(page.locator(".write-foot")).to_contain_text("ditulis program di atas pesan Anda")
    page.get_by_label("Sudah saya kirim sendiri").check()
    expect(page.locator(".write-foot")).to_contain_text("Tempel pesan yang sudah Anda kirim")
    expect(page.get_by_role("button", name="Buat janji")).to_be_disabled()
    page.get_by_label("Sudah saya kirim sendiri").uncheck()
    page.get_by_role("button", name="Buat janji").click()
    today = page.get_by_role("region", name="Janji temu hari ini")
    expect(today.locator(".meet")).to_have_count(2)
    expect(today.locator(".meet").first).to_contain_text(f"10.00Datang ke kantor{request['number']}")
    expect(today).not_to_contain_text("Faiz")
    thread = page.locator(".thread")
    expect(thread.locator(".said-text").last).to_contain_text("Kamis, 19-11-2026 pukul 10.00 WIB, di PST BPS")
    looks(office, page, "appointment-today", axe)
    thread.get_by_role("button", name="Sudah datang").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("radio", name="Konsultasi Statistik")).to_be_checked()
    looks(office, page, "appointment-arrives", axe)
    dialog.get_by_role("button", name="Terbitkan nomor").click()
    expect(dialog.get_by_role("status")).to_contain_text("K-001")
    looks(office, page, "appointment-number", axe)
    dialog.get_by_role("button", name="Tutup").last.click()
    expect(today.locator(".meet").first).to_contain_text("sudah datang, nomor K-001")
    expect(thread.locator(".thread__meeting")).to_contain_text("sudah datang, nomor K-001")
    looks(office, page, "appointment-kept", axe)
    console = office.console("bagus", counter=2)
    expect(console.locator(".wait").first).to_contain_text(request["number"])
    office.picture(console, "appointment-console-waits")
    passes(console, axe)
    console.get_by_role("button", name="Panggil berikutnya").click()
    link = console.get_by_role("link", name=f"Permintaan {request['number']}")
    office.picture(console, "appointment-console-called")
    passes(console, axe)
    link.click()
    expect(console.locator(".thread h1")).to_contain_text(request["number"])


def test_an_appointment_is_moved_only_to_when_somebody_is_there_and_called_off_in_writing(
    office: Screens, axe: str
) -> None:
    request = agreed(office, "10:00", "zoom")
    page = inbox(office)
    row(page, request["number"]).locator("> button").click()
    meeting = page.locator(".thread__meeting")
    meeting.get_by_role("button", name="Pindahkan").click()
    says_when(page, ".meeting-change", FRIDAY, "12.00", "visit")
    with office.pardoning(REFUSED):
        meeting.get_by_role("button", name="Pindahkan janji").click()
        told = "Pada waktu itu kantor istirahat. Terdekat: Jumat, 20 November 2026, 13.00 WIB."
        expect(page.get_by_role("alert").filter(has_text=told)).to_be_visible()
    looks(office, page, "appointment-refused", axe)
    says_when(page, ".meeting-change", FRIDAY, "13.00")
    meeting.get_by_role("button", name="Pindahkan janji").click()
    expect(meeting).to_contain_text("20 Nov, 13.00 WIB")
    expect(page.get_by_role("region", name="Janji temu hari ini")).to_have_count(0)
    expect(meeting.get_by_role("button", name="Sudah datang")).to_have_count(0)
    meeting.get_by_role("button", name="Batalkan").click()
    looks(office, page, "appointment-cancel", axe)
    meeting.get_by_role("textbox").fill("Petugas berhalangan, mohon maaf.")
    meeting.get_by_role("button", name="Batalkan janji").click()
    expect(meeting).to_contain_text("dibatalkan")
    expect(page.locator(".thread .said-text").last).to_contain_text("kami batalkan.")


def test_an_appointment_that_is_over_asks_what_became_of_it(office: Screens, axe: str) -> None:
    request = take(office, name=NAME, service="K")
    soon = datetime.fromisoformat(request["received_at"]) + timedelta(seconds=4)
    do(office, request, "appoint", meeting="zoom", at=soon.isoformat(), text="https://zoom.example/j/42")
    page = inbox(office)
    row(page, request["number"]).locator("> button").click()
    today = page.get_by_role("region", name="Janji temu hari ini")
    expect(today.locator(".meet")).to_contain_text("belum dicatat hasilnya")
    looks(office, page, "appointment-over", axe)
    page.get_by_role("button", name="Tidak hadir").click()
    expect(today.locator(".meet")).to_contain_text("tidak hadir")
    page.get_by_role("button", name="Sudah bertemu").click()
    expect(today.locator(".meet")).to_contain_text("sudah bertemu")


def test_appointments_in_english(office: Screens) -> None:
    request = agreed(office, "10:00")
    page = inbox(office, "?lang=en")
    row(page, request["number"]).locator("> button").click()
    expect(page.get_by_role("region", name="Appointments today")).to_contain_text("Visit to the office")
    page.get_by_role("button", name="Has arrived").click()
    expect(page.get_by_role("dialog")).to_contain_text("an appointment passes nobody")
    office.picture(page, "appointment-english")
