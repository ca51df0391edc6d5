"""The published standard read at the kiosk, standing, and on a phone, in every shipped office."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.domain.test_office_profile import CODES
from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import BOARD, KIOSK, PHONE, Screens
from tests.journeys.test_accessibility import axe, passes

__all__ = ["axe"]
SIDEWAYS = "() => document.documentElement.scrollWidth <= innerWidth"
TOO_SMALL = """
() => [...document.querySelectorAll("button,a[href]")].filter((one) => one.checkVisibility())
  .map((one) => ({ words: one.innerText, ...one.getBoundingClientRect().toJSON() }))
  .filter(({ width, height }) => Math.min(width, height) < 72).map(({ words }) => words)
"""
SCROLLED = "() => document.documentElement.scrollTop"


def opened(office: Screens, code: str, size: dict[str, int], query: str = "") -> Page:
    page = office.blank(viewport=size, has_touch=True)
    page.goto(f"{office.server.url}/{code}/kiosk/standards{query}")
    expect(page.locator(".part")).to_have_count(6)
    return page


def test_a_kiosk_shows_every_component_with_large_targets_and_never_sideways(open_office: OpenOffice, axe: str) -> None:
    office = open_office()
    for code in CODES:
        for size in (KIOSK, BOARD):
            kiosk = opened(office, code, size, "#kiosk")
            expect(kiosk.get_by_role("link", name="Kembali ke layar awal")).to_be_visible()
            assert kiosk.evaluate(SIDEWAYS)
            assert kiosk.evaluate(TOO_SMALL) == []
            office.picture(kiosk, f"standards-{code}-{size['width']}")
            kiosk.close()
    kiosk = opened(office, "maluku-utara", KIOSK, "?lang=en#kiosk")
    passes(kiosk, axe)


def test_a_phone_shows_every_component_and_links_what_is_elsewhere(open_office: OpenOffice, axe: str) -> None:
    office = open_office()
    for code in CODES:
        phone = opened(office, code, PHONE)
        assert phone.evaluate(SIDEWAYS)
        office.picture(phone, f"standards-{code}-phone")
        phone.close()
    phone = opened(office, "kota-kediri", PHONE, "?lang=en")
    expect(phone.get_by_text("Requirements. What you need to have and to do")).to_be_visible()
    link = phone.get_by_role("link", name="On another site: halopst.web.bps.go.id").first
    expect(link).to_have_attribute("href", "https://halopst.web.bps.go.id/")
    expect(phone.locator(".codes")).to_be_hidden()
    passes(phone, axe)


def test_a_reader_at_the_kiosk_turns_pages_jumps_and_is_never_led_to_another_site(office: Screens) -> None:
    kiosk = office.kiosk()
    kiosk.get_by_role("link", name="Standar pelayanan").tap()
    down, up = kiosk.get_by_role("button", name="Turun satu layar"), kiosk.get_by_role("button", name="Naik satu layar")
    expect(up).to_be_disabled()
    down.tap()
    expect(up).to_be_enabled()
    assert kiosk.evaluate(SCROLLED) > KIOSK["height"] / 2
    kiosk.get_by_role("navigation", name="Isi standar").get_by_role("link", name="Pengaduan Layanan").tap()
    expect(kiosk.get_by_role("heading", name="Pengaduan Layanan")).to_be_in_viewport()
    assert kiosk.url.endswith("/kiosk/standards#kiosk")
    expect(kiosk.get_by_role("img", name="Kode QR https://pst.bps.go.id")).to_be_visible()
    assert kiosk.locator("a[href^='http']:not([href*='127.0.0.1'])").count() == 0
    kiosk.get_by_role("link", name="English").tap()
    expect(kiosk.get_by_text("Service standard", exact=True)).to_be_visible()
    kiosk.get_by_role("link", name="Back to the start screen").tap()
    expect(kiosk).to_have_url(f"{office.root}/kiosk/")
