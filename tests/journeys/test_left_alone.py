"""A kiosk that was left alone goes home and keeps nothing of the visitor."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.screens import Screens, tap, wind

MENU_IDLE, TO_ANSWER = 45_000, 20_000  # milliseconds (screens.md, section 7)
KEPT = (
    """() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href, history.state])"""
)


def at_home_in_indonesian(kiosk: Page) -> None:
    expect(kiosk.get_by_role("button", name="Konsultasi Statistik")).to_be_enabled()
    expect(kiosk.locator("html")).to_have_attribute("lang", "id")
    expect(kiosk.get_by_role("dialog")).to_have_count(0)


def test_after_45_seconds_the_kiosk_asks_and_after_20_more_it_goes_home(office: Screens) -> None:
    kiosk = office.kiosk(hand_clock=True)
    tap(kiosk.get_by_role("button", name="Butuh bantuan khusus?"))
    tap(kiosk.get_by_role("checkbox", name="Perbesar tulisan"))
    wind(kiosk, MENU_IDLE - 10_000)
    expect(kiosk.get_by_role("alertdialog")).to_have_count(0)
    wind(kiosk, 10_000)
    expect(kiosk.get_by_role("alertdialog")).to_contain_text("Masih di sini?")
    office.picture(kiosk, "kiosk-idle")
    wind(kiosk, TO_ANSWER)
    expect(kiosk.get_by_role("alertdialog")).to_have_count(0)
    at_home_in_indonesian(kiosk)
    expect(kiosk.locator(".home--larger")).to_have_count(0)


def test_an_english_visitor_may_stay_and_the_next_one_reads_indonesian(office: Screens) -> None:
    kiosk = office.kiosk(hand_clock=True)
    kiosk.get_by_role("button", name="English").tap()
    expect(kiosk.get_by_role("button", name="Statistics Consultation")).to_be_visible()
    wind(kiosk, MENU_IDLE)
    expect(kiosk.get_by_role("alertdialog")).to_contain_text("Still here?")
    tap(kiosk.get_by_role("alertdialog").get_by_role("button").first)
    expect(kiosk.get_by_role("alertdialog")).to_have_count(0)
    expect(kiosk.get_by_role("button", name="Statistics Consultation")).to_be_enabled()
    wind(kiosk, MENU_IDLE)
    expect(kiosk.get_by_role("alertdialog")).to_be_visible()
    wind(kiosk, TO_ANSWER)
    at_home_in_indonesian(kiosk)


def test_nothing_of_the_visitor_stays_in_the_kiosk(office: Screens) -> None:
    kiosk = office.kiosk(hand_clock=True)
    with kiosk.expect_response("**/kiosk/tickets") as answered:
        tap(kiosk.locator(".tile", has_text="Pengaduan"))
    ticket = answered.value.json()
    expect(kiosk.locator(".ticket-number")).to_contain_text("G 001")
    wind(kiosk, 60_000)
    at_home_in_indonesian(kiosk)
    kept = kiosk.evaluate(KEPT)
    assert ticket["number"] not in kept
    assert ticket["token"] not in kept
    assert "kiosk-take" not in kept
    kiosk.go_back()
    expect(kiosk).to_have_url(f"{office.root}/kiosk/")
    at_home_in_indonesian(kiosk)
    expect(kiosk.locator(".ticket-number")).to_have_count(0)


def test_a_ticket_leaves_the_screen_after_20_seconds_where_there_is_paper(office_with_paper: Screens) -> None:
    kiosk = office_with_paper.kiosk(hand_clock=True)
    tap(kiosk.locator(".tile", has_text="Pengaduan"))
    expect(kiosk.get_by_text("Ambil kertas nomor Anda")).to_be_visible()
    wind(kiosk, 20_000)
    at_home_in_indonesian(kiosk)


def test_a_reader_of_the_standard_who_walks_away_leaves_the_first_screen_behind(office: Screens) -> None:
    kiosk = office.kiosk(hand_clock=True)
    kiosk.get_by_role("link", name="Standar pelayanan").tap()
    expect(kiosk.get_by_text("sejak pengguna layanan pada antrian sebelumnya selesai").first).to_be_visible()
    office.picture(kiosk, "kiosk-standards")
    wind(kiosk, MENU_IDLE)
    expect(kiosk.get_by_role("alertdialog")).to_contain_text("Masih di sini?")
    wind(kiosk, TO_ANSWER)
    at_home_in_indonesian(kiosk)
