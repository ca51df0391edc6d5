"""A closed kiosk says why, and when it opens again, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import UNANSWERED, tap

CLOSURE = {
    "[[hours.week]]": '[hours.closures]\n"2026-11-19" = "Pelatihan petugas"\n\n[[hours.week]]',
}
ONE_LIBRARY_NUMBER = {'name = { id = "Perpustakaan"': 'quota = 1\nname = { id = "Perpustakaan"'}


@pytest.mark.parametrize(
    ("at", "profile", "indonesian", "english"),
    [
        (
            "2026-11-19 06:10",
            {},
            ("Belum buka", "buka pukul", "07.30 WIB", "Masih 1 jam 20 menit lagi."),
            ("Not open yet", "opens at", "07.30 WIB"),
        ),
        (
            "2026-11-19 16:10",
            {},
            ("Sudah tutup", "Jumat, 20 November 2026", "08.00 WIB"),
            ("Closed for today", "Friday, 20 November 2026", "08.00 WIB"),
        ),
        (
            "2026-11-21 09:15",
            {},
            ("Tutup akhir pekan", "Senin, 23 November 2026", "08.00 WIB"),
            ("Closed at weekends", "Monday, 23 November 2026", "08.00 WIB"),
        ),
        (
            "2026-12-25 09:15",
            {},
            ("Hari Raya Natal", "Senin, 28 Desember 2026", "08.00 WIB"),
            ("Monday, 28 December 2026", "08.00 WIB"),
        ),
        (
            "2026-11-19 09:15",
            CLOSURE,
            ("Pelatihan petugas", "Jumat, 20 November 2026", "08.00 WIB"),
            ("Friday, 20 November 2026", "08.00 WIB"),
        ),
    ],
    ids=["before-opening", "after-closing", "weekend", "holiday", "closure"],
)
def test_a_closed_kiosk_says_why_and_when_it_opens(
    open_office: OpenOffice,
    at: str,
    profile: dict[str, str],
    indonesian: tuple[str, ...],
    english: tuple[str, ...],
    request: pytest.FixtureRequest,
) -> None:
    office = open_office(at, profile)
    kiosk = office.kiosk()
    screen = kiosk.get_by_role("main")
    for words in indonesian:
        expect(screen).to_contain_text(words)
    office.picture(kiosk, "kiosk-closed")
    kiosk.get_by_role("button", name="English").tap()
    for words in english:
        expect(screen).to_contain_text(words)
    expect(kiosk.locator(".tile")).to_have_count(0)
    office.picture(kiosk, "kiosk-closed-english")


def test_a_kiosk_opens_by_itself_at_its_hour(open_office: OpenOffice) -> None:
    office = open_office("2026-11-19 07:20")
    kiosk = office.kiosk()
    expect(kiosk.get_by_text("Belum buka")).to_be_visible()
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=9, seconds=30)
        expect(kiosk.get_by_role("button", name="Konsultasi Statistik")).to_be_visible(timeout=60_000)
    expect(kiosk.get_by_text("Dilayani mulai 08.00.")).to_be_visible()


def test_numbers_are_given_in_the_break_and_the_visitor_is_told_when_serving_goes_on(open_office: OpenOffice) -> None:
    office = open_office("2026-11-20 12:10")
    kiosk = office.kiosk()
    expect(kiosk.locator(".lead")).to_have_text(
        "Istirahat salat Jumat. Dilayani mulai 13.00. Nomor sudah bisa diambil."
    )
    office.picture(kiosk, "kiosk-break")
    kiosk.get_by_role("button", name="English").tap()
    expect(kiosk.locator(".lead")).to_contain_text("Friday prayer break. Served from 13.00.")
    kiosk.get_by_role("button", name="Indonesia").tap()
    tap(kiosk.get_by_role("button", name="Konsultasi Statistik"))
    expect(kiosk.locator(".paper")).to_contain_text("Dilayani mulai 13.00.")
    office.picture(kiosk, "kiosk-break-ticket")


def test_a_service_without_numbers_left_cannot_be_chosen(open_office: OpenOffice) -> None:
    office = open_office(changes=ONE_LIBRARY_NUMBER)
    kiosk = office.kiosk()
    library = kiosk.get_by_role("button", name="Perpustakaan")
    expect(library).to_contain_text("Tidak ada antrean")
    office.at.take("P")
    expect(library).to_contain_text("Nomor hari ini habis")
    expect(library).to_be_disabled()
    expect(kiosk.get_by_role("button", name="Konsultasi Statistik")).to_be_enabled()
    office.picture(kiosk, "kiosk-quota")
