"""Paper that does not come costs nobody their number, and the staff know (issue, item 5)."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.screens import TICKET_SETTLED, Screens, tap
from tests.printing.emulator import Emulator

NEXT_ATTEMPT = 15_000  # milliseconds; the printer is tried every five seconds


def test_a_kiosk_without_paper_asks_for_a_photograph_and_the_officer_knows(
    office_with_paper: Screens, printer: Emulator
) -> None:
    office = office_with_paper
    kiosk, officer = office.kiosk(), office.console()
    printer.state = "out"
    tap(kiosk.get_by_role("button", name="Perpustakaan"))
    expect(kiosk.locator(".ticket-number")).to_contain_text("P 001")
    expect(kiosk.get_by_text("Kertas tidak keluar. Foto layar ini.")).to_be_visible()
    expect(kiosk.get_by_text("Kembali ke awal dalam 5")).to_be_visible()
    expect(kiosk.get_by_text("Pencetak bermasalah")).to_be_visible()
    office.picture(kiosk, "kiosk-no-paper")
    expect(officer.locator(".banner")).to_contain_text("Kertas pencetak habis. Kertas yang belum keluar: 1.")
    office.picture(officer, "console-no-paper")

    printer.state = "ok"
    printer.wait_for(1)
    expect(officer.locator(".banner")).to_have_count(0, timeout=NEXT_ATTEMPT)
    expect(kiosk.get_by_text("Pencetak siap")).to_be_visible()
    expect(kiosk.get_by_text("Kertas tidak keluar. Foto layar ini.")).to_be_visible()
    tap(kiosk.get_by_role("button", name="Sudah saya foto"), TICKET_SETTLED)
    expect(kiosk.get_by_role("button", name="Perpustakaan")).to_contain_text("1 menunggu")


def test_a_kiosk_without_a_printer_asks_for_a_photograph(office: Screens) -> None:
    kiosk = office.kiosk()
    tap(kiosk.get_by_role("button", name="Layanan DTSEN"))
    expect(kiosk.get_by_text("Di sini nomor tidak dicetak. Foto Anda cukup.")).to_be_visible()
    expect(kiosk.get_by_text("Tanpa pencetak")).to_be_visible()
