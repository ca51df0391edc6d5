"""The visitor's own page for their data: what can be asked, until when it is answered, and what was agreed to."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.the_record import RAHMI, visit

__all__ = ["axe"]

NARROW = "() => document.documentElement.scrollWidth <= innerWidth"


def my_data(office: Screens, ticket: dict[str, Any]) -> Page:
    phone = office.phone(ticket)
    phone.get_by_role("button", name="Data pribadi saya").click()
    expect(phone.get_by_role("heading", name="Data pribadi saya")).to_be_visible()
    return phone


def right(phone: Page, words: str) -> Locator:
    return phone.locator(".my-data__right", has_text=words)


def consented(office: Screens) -> dict[str, Any]:
    ticket = visit(office, RAHMI)
    said = {"ticket": ticket["token"], "answers": {}, "consents": {"survey": True}}
    assert office.at.ask("POST", "/kiosk/guestbook", "kiosk", said).status == 201
    return ticket


def test_each_request_shows_until_when_it_is_answered(office: Screens, axe: str) -> None:
    phone = my_data(office, consented(office))
    expect(phone.get_by_text("Isian buku tamu Anda tersimpan")).to_be_visible()
    office.picture(phone, "my-data")
    passes(phone, axe)
    right(phone, "Salinan data saya").get_by_role("button").click()
    expect(right(phone, "Salinan data saya")).to_contain_text("Dijawab paling lambat Minggu, 22 November 2026")
    expect(right(phone, "Salinan data saya").get_by_role("button")).to_have_count(0)
    assert phone.evaluate(NARROW)
    assert "Rahmi" not in phone.content()
    passes(phone, axe)
    office.picture(phone, "my-data-asked")


def test_an_erasure_asks_once_more_and_the_place_in_line_stays(office: Screens, axe: str) -> None:
    ticket = consented(office)
    phone = my_data(office, ticket)
    right(phone, "Hapus data saya").get_by_role("button").click()
    sheet = phone.get_by_role("alertdialog")
    expect(sheet.get_by_role("button", name="Batal, simpan data saya")).to_be_focused()
    passes(phone, axe)
    office.picture(phone, "my-data-erase")
    phone.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    assert office.at.ask("GET", "/counter/rights", "manager").data["requests"] == []
    right(phone, "Hapus data saya").get_by_role("button").click()
    sheet.get_by_role("button", name="Ya, minta dihapus").click()
    expect(right(phone, "Hapus data saya")).to_contain_text("3 × 24 jam")
    erased = office.at.ask("POST", f"/counter/tickets/{ticket['id']}/rights/erase", "manager", {})
    assert erased.status == 200, erased.data
    phone.get_by_role("button", name="Kembali", exact=True).click()
    expect(phone.get_by_text("Anda berikutnya")).to_be_visible()
    phone.get_by_role("button", name="Data pribadi saya").click()
    expect(phone.get_by_text("Data pribadi Anda sudah dihapus. Tempat Anda di antrean tetap.")).to_be_visible()
    expect(right(phone, "Hapus data saya")).to_contain_text("Selesai Kamis, 19 November 2026")
    office.picture(phone, "my-data-erased")
    assert office.at.waiting() == [ticket["number"]]


def test_a_consent_is_taken_back_at_once(office: Screens) -> None:
    phone = my_data(office, consented(office))
    phone.get_by_role("button", name="Tarik persetujuan ini").click()
    expect(phone.get_by_text("Persetujuan ditarik, berlaku seketika.")).to_be_visible()
    expect(phone.get_by_text("sudah ditarik")).to_be_visible()
    expect(phone.get_by_role("button", name="Tarik persetujuan ini")).to_have_count(0)


def test_whoever_wrote_nothing_reads_so(office: Screens, axe: str) -> None:
    phone = my_data(office, office.at.take())
    expect(phone.get_by_text("Tidak ada data pribadi yang tersimpan")).to_be_visible()
    expect(phone.locator(".my-data__right")).to_have_count(0)
    passes(phone, axe)


def test_an_english_visitor_reads_it_in_english(office: Screens) -> None:
    ticket = office.at.take(language="en")
    said = {"ticket": ticket["token"], "answers": {"name": "Dr. Tanaka"}}
    assert office.at.ask("POST", "/kiosk/guestbook", "kiosk", said).status == 201
    phone = office.phone(ticket)
    phone.get_by_role("button", name="My personal data").click()
    right(phone, "Have my data corrected").get_by_role("button").click()
    expect(right(phone, "Have my data corrected")).to_contain_text("at the latest (3 × 24 hours)")
    office.picture(phone, "my-data-english")
    phone.get_by_role("button", name="Read how we protect your data").click()
    expect(phone.get_by_role("heading", name="Your rights")).to_be_visible()


def test_a_call_comes_before_the_data(office: Screens) -> None:
    phone = my_data(office, consented(office))
    office.at.press("call-next")
    expect(phone.get_by_role("heading", name="Giliran Anda")).to_be_visible()
