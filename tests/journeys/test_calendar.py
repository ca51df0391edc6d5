"""The head of PST keeps the calendar, and the kiosk goes by it: tomorrow closed, Ramadan hours, a year confirmed."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import BOARD, DESK, REFUSED, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes

__all__ = ["axe"]
FITS = """() => document.documentElement.scrollWidth <= innerWidth
  && document.documentElement.scrollHeight <= innerHeight"""
SKB = "SKB 3 Menteri No. 933/1/3 Tahun 2026"


def calendar(office: Screens, query: str = "") -> Page:
    page = office.staff("sari")
    page.goto(f"{office.root}/counter/calendar{query}")
    expect(page.get_by_role("heading", name="Kalender kantor")).to_be_visible()
    return page


def opened(page: Page, button: str) -> Locator:
    page.get_by_role("banner").or_(page.get_by_role("main")).get_by_role(
        "button", name=button, exact=True
    ).first.click()
    return page.get_by_role("dialog")


def close_on(page: Page, day: str, name: str) -> None:
    window = opened(page, "Tutup kantor")
    window.get_by_label("Hari pertama").fill(day)
    window.get_by_label("Sebab, seperti dibaca pengguna").fill(name)
    window.get_by_role("button", name="Tutup kantor").click()


def at_every_size(office: Screens, page: Page, name: str) -> None:
    for size in (DESK, BOARD):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert page.evaluate(FITS), "the page itself scrolls"
        page.locator("main").evaluate("main => main.scrollTo(0, 0)")
        office.picture(page, f"calendar-{name}-{size['width']}")
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})


def test_the_manager_closes_tomorrow_and_tomorrow_the_kiosk_says_so(open_office: OpenOffice, axe: str) -> None:
    office = open_office()
    kiosk = office.kiosk()
    expect(kiosk.get_by_role("button", name="Konsultasi Statistik")).to_be_visible()
    page = calendar(office)
    at_every_size(office, page, "empty")
    passes(page, axe)
    expect(page.get_by_text("Selasa, 24 November 2026")).to_be_visible()
    close_on(page, "2026-11-20", "Rapat kerja daerah")
    row = page.get_by_role("listitem").filter(has_text="Rapat kerja daerah")
    expect(row).to_contain_text("dimasukkan oleh Sari, 19 Nov 2026")
    expect(page.get_by_text("Rabu, 25 November 2026")).to_be_visible()
    expect(kiosk.get_by_role("button", name="Konsultasi Statistik")).to_be_visible()
    with office.pardoning(UNANSWERED):
        office.server.restart_later(days=1)
        expect(kiosk.get_by_role("main")).to_contain_text("Rapat kerja daerah", timeout=40_000)
    expect(kiosk.get_by_role("main")).to_contain_text("Senin, 23 November 2026")
    office.picture(kiosk, "calendar-kiosk-closed")


def test_ramadan_hours_move_the_kiosk_and_are_taken_back(open_office: OpenOffice, axe: str) -> None:
    office = open_office("2026-11-19 15:10")
    page = calendar(office)
    window = opened(page, "Jam Ramadan")
    window.get_by_label("Hari pertama").fill("2026-11-19")
    window.get_by_label("Hari terakhir").fill("2026-12-18")
    passes(page, axe)
    office.picture(page, "calendar-ramadan-window")
    kiosk = office.kiosk()
    expect(kiosk.get_by_role("button", name="Konsultasi Statistik")).to_be_visible()
    window.get_by_role("button", name="Simpan").click()
    row = page.locator(".entry").filter(has_text="Ramadan")
    expect(row).to_contain_text("08.00–15.00")
    expect(kiosk.get_by_text("Sudah tutup")).to_be_visible()
    window = opened(page, "Jam Ramadan")
    window.get_by_label("Hari pertama").fill("2026-12-10")
    window.get_by_label("Hari terakhir").fill("2026-12-20")
    with office.pardoning(REFUSED):
        window.get_by_role("button", name="Simpan").click()
        expect(window.get_by_role("alert")).to_contain_text("Pada tanggal itu sudah ada jam Ramadan")
    expect(window.get_by_label("Hari pertama")).to_have_value("2026-12-10")
    page.keyboard.press("Escape")
    row.get_by_role("button", name="Cabut").click()
    page.get_by_role("dialog").get_by_role("button", name="Cabut").click()
    expect(kiosk.get_by_role("button", name="Konsultasi Statistik")).to_be_visible()
    expect(page.get_by_text("Pernah dimasukkan, lalu dicabut: 1")).to_be_visible()


def test_a_year_with_everything_in_it_is_read_struck_and_confirmed(open_office: OpenOffice, axe: str) -> None:
    office = open_office()
    page = calendar(office)
    close_on(page, "2026-11-26", "Pelatihan petugas")
    window = opened(page, "Tambah hari libur")
    window.get_by_label("Tanggal").fill("2026-12-09")
    window.get_by_label("Nama, seperti dibaca pengguna").fill("Pemilihan kepala daerah")
    window.get_by_text("Libur nasional").click()
    window.get_by_label("Nomor keputusan").fill("Keppres No. 33 Tahun 2026")
    passes(page, axe)
    window.get_by_role("button", name="Tambahkan").click()
    leave = page.get_by_role("listitem").filter(has_text="Cuti Bersama Hari Raya Natal")
    leave.get_by_role("button", name="Coret").click()
    page.get_by_role("dialog").get_by_label("Nomor keputusan").fill("SE Menpan RB No. 9 Tahun 2026")
    office.picture(page, "calendar-strike-window")
    page.get_by_role("dialog").get_by_role("button", name="Coret").click()
    expect(leave).to_contain_text("Dicoret, dihitung hari kerja.")
    at_every_size(office, page, "full")
    passes(page, axe)
    page.get_by_role("group", name="Tahun").get_by_role("button", name="2028").click()
    expect(page.get_by_text("Daftar cuti bersama 2028 belum ada.")).to_be_visible()
    page.get_by_label("Diterima tanggal").fill("2028-01-04")
    expect(page.get_by_text("Cuti bersama 2028 belum pasti, jadi tanggal ini masih dapat bergeser.")).to_be_visible()
    at_every_size(office, page, "unsure")
    passes(page, axe)
    page.get_by_role("main").get_by_role("button", name="Nyatakan lengkap").click()
    page.get_by_role("dialog").get_by_label("Nomor keputusan").fill(SKB)
    page.get_by_role("dialog").get_by_role("button", name="Nyatakan lengkap").click()
    expect(
        page.get_by_text(f"Daftar 2028 dinyatakan lengkap oleh Sari, Kamis, 19 November 2026: {SKB}.")
    ).to_be_visible()
    expect(page.get_by_text("Cuti bersama 2028 belum pasti")).to_have_count(0)
    page.goto(f"{office.root}/counter/calendar?lang=en")
    expect(page.get_by_role("heading", name="Office calendar")).to_be_visible()
    expect(page.get_by_text("Struck, counts as a working day.")).to_be_visible()
    at_every_size(office, page, "english")
