"""A visitor who reads English gets English on every screen, and is called in both languages."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.screens import LISTEN, Screens, has_its_voice, settled, tap
from tests.running import until


def take_in_english(office: Screens, kiosk: Page) -> Page:
    kiosk.get_by_role("button", name="English").tap()
    tile = kiosk.get_by_role("button", name="Statistics Consultation")
    expect(kiosk.get_by_role("heading", name="Please choose a service").last).to_be_visible()
    office.picture(kiosk, "kiosk-english")
    with kiosk.expect_response("**/kiosk/tickets") as answered:
        tap(tile)
    expect(kiosk.locator(".paper")).to_contain_text("Your queue number")
    expect(kiosk.locator(".paper")).to_contain_text("You are next")
    office.picture(kiosk, "kiosk-ticket-english")
    return office.phone(answered.value.json())


def test_an_english_visitor_is_led_in_english_from_the_kiosk_to_the_proof(office: Screens) -> None:
    kiosk, board, officer = office.kiosk(), office.board(script=LISTEN), office.console()
    phone = take_in_english(office, kiosk)
    has_its_voice(board)
    expect(phone.locator("html")).to_have_attribute("lang", "en")
    expect(phone.get_by_text("You are next")).to_be_visible()
    expect(officer.locator(".visitor--next")).to_contain_text("Bahasa Inggris")
    officer.get_by_role("button", name="Panggil berikutnya").click()
    expect(board.locator(".stage__say")).to_contain_text("Now calling")
    expect(board.locator(".running")).to_contain_text("Statistics Consultation")
    office.picture(board, "board-english")
    expect(phone.get_by_role("heading", name="It is your turn")).to_be_visible()
    expect(phone.locator(".go")).to_contain_text("Desk 1")
    office.picture(phone, "phone-called-english")
    spoken_in_both(office, board)
    settled(officer.locator(".primary"), "Mulai layani").click()
    settled(officer.locator(".primary"), "Selesai").click()
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    office.picture(phone, "phone-served-english")


def spoken_in_both(office: Screens, board: Page) -> None:
    call = office.at.calls()[0]
    assert call["speak"]["en"].startswith("Queue number")
    clips = len(call["clips"]["id"]) + len(call["clips"]["en"])
    assert call["clips"]["en"]
    until(lambda: board.evaluate("() => window.played.length") == clips, 20, "not every word was played")
    lengths = board.evaluate("() => window.played")
    assert min(lengths) > 0.05, "a word is silent"
