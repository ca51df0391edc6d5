"""The whole privacy text: over the form without losing a letter of it, and as a page of its own on screen and paper."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.at_the_book import at_the_kiosk, on_the_phone
from tests.journeys.screens import BOARD, DESK, KIOSK, PHONE, Screens, wind
from tests.journeys.test_accessibility import axe, passes

__all__ = ["axe"]

TOUCHABLE = """
(least) => [...document.querySelectorAll("button, a[href]")].filter((one) => one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < least).map((one) => one.innerText)
"""
NARROW = "() => document.documentElement.scrollWidth <= innerWidth"


def test_the_phone_keeps_its_answers_while_the_text_is_read(office: Screens, axe: str) -> None:
    visitor, _ = on_the_phone(office)
    phone = visitor.page
    phone.locator(".field").fill("Garis kemiskinan")
    phone.get_by_role("button", name="Baca selengkapnya").click()
    sheet = phone.get_by_role("dialog", name="Data pribadi Anda")
    expect(sheet.get_by_role("heading", level=3)).to_have_count(7)
    passes(phone, axe)
    office.picture(phone, "privacy-phone-sheet")
    sheet.get_by_role("button", name="Kembali ke isian").click()
    expect(sheet).to_have_count(0)
    expect(phone.locator(".field")).to_have_value("Garis kemiskinan")
    expect(phone.get_by_role("button", name="Baca selengkapnya")).to_be_focused()


def test_the_kiosk_keeps_its_answers_while_the_text_is_read(office: Screens, axe: str) -> None:
    visitor, _ = at_the_kiosk(office)
    kiosk = visitor.page
    visitor.is_asked("Yang dibutuhkan")
    visitor.types("inflasi")
    office.picture(kiosk, "privacy-kiosk-notice")
    visitor.press("Baca selengkapnya")
    sheet = kiosk.get_by_role("dialog", name="Data pribadi Anda")
    expect(sheet.get_by_role("heading", level=3)).to_have_count(7)
    assert kiosk.evaluate(TOUCHABLE, 72) == []
    passes(kiosk, axe)
    office.picture(kiosk, "privacy-kiosk-sheet")
    kiosk.set_viewport_size(BOARD)  # type: ignore[arg-type] # the same two numbers
    office.picture(kiosk, "privacy-kiosk-sheet-wide")
    visitor.press("Kembali ke isian")
    expect(kiosk.locator(".field")).to_have_value(re.compile("inflasi", re.IGNORECASE))
    office.picture(kiosk, "privacy-kiosk-notice-wide")


def opened(office: Screens, query: str = "", **wishes: Any) -> Page:
    page = office.blank(**wishes)
    page.goto(f"{office.root}/kiosk/privacy{query}")
    expect(page.locator(".privacy__part")).to_have_count(7)
    return page


def test_the_page_is_for_every_screen_in_both_languages(office: Screens, axe: str) -> None:
    for name, size in (("phone", PHONE), ("desk", DESK)):
        page = opened(office, viewport=size)
        assert page.evaluate(NARROW)
        passes(page, axe)
        office.picture(page, f"privacy-{name}")
        page.get_by_role("link", name="English").click()
        expect(page.get_by_role("heading", name="Your rights")).to_be_visible()
        expect(page.get_by_role("button", name="Print this page")).to_be_visible()
        passes(page, axe)
    office.picture(page, "privacy-english")


def test_the_page_prints_its_text_alone(office: Screens) -> None:
    page = opened(office, viewport=DESK)
    page.emulate_media(media="print")
    for name in ("Cetak halaman ini", "English"):
        expect(page.get_by_text(name)).to_be_hidden()
    expect(page.get_by_role("heading", name="Hak Anda")).to_be_visible()
    office.picture(page, "privacy-print")
    assert page.pdf().startswith(b"%PDF")


def test_a_kiosk_finds_its_way_back_by_touch_and_by_itself(office: Screens, axe: str) -> None:
    kiosk = office.paired("kiosk", viewport=KIOSK, has_touch=True)
    kiosk.clock.install()
    kiosk.goto(f"{office.root}/kiosk/privacy#kiosk")
    kiosk.get_by_role("link", name="English").tap()
    expect(kiosk.get_by_role("heading", name="Your rights")).to_be_visible()
    assert kiosk.evaluate(TOUCHABLE, 72) == []
    passes(kiosk, axe)
    office.picture(kiosk, "privacy-kiosk")
    expect(kiosk.get_by_role("button", name="Print this page")).to_be_hidden()
    wind(kiosk, 46_000)
    expect(kiosk.get_by_role("alertdialog", name="Still here?")).to_be_visible()
    wind(kiosk, 21_000)
    expect(kiosk.get_by_role("heading", name="Silakan pilih layanan").first).to_be_visible()


def test_the_service_standard_leads_to_it(office: Screens) -> None:
    kiosk = office.kiosk()
    kiosk.get_by_role("link", name="Standar pelayanan").tap()
    kiosk.get_by_role("link", name="Data pribadi Anda").tap()
    expect(kiosk.locator(".privacy__part")).to_have_count(7)
    kiosk.get_by_role("link", name="Kembali ke layar awal").tap()
    expect(kiosk.get_by_role("heading", name="Silakan pilih layanan").first).to_be_visible()
