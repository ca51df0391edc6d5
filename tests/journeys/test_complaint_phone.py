"""A complaint on the visitor's own phone: linked to the visit by a tick alone, and never in the way of a call."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.at_the_book import SECOND_TAP
from tests.journeys.screens import REFUSED, Screens, tap
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.test_complaint_followed import SAID, SIDEWAYS, opened
from tests.journeys.test_complaint_kiosk import code_on, register
from tests.journeys.test_left_alone import KEPT

__all__ = ["axe"]


def press(page: Page, name: str, role: Any = "button") -> None:
    tap(page.get_by_role(role, name=name), SECOND_TAP)


def at_the_words(page: Page, kind: str = "Pengaduan") -> None:
    press(page, "Tulis pengaduan atau saran")
    expect(page.locator("#question")).to_have_text("Apa yang ingin Anda sampaikan?")
    press(page, kind, "radio")
    expect(page.locator("#question")).to_have_text("Ceritakan apa yang terjadi")


def test_a_complaint_is_linked_to_the_visit_by_a_tick(office: Screens, axe: str) -> None:
    phone = office.phone(office.at.take())
    office.picture(phone, "phone-complaint-link")
    press(phone, "Tulis pengaduan atau saran")
    expect(phone.get_by_role("radio")).to_have_count(5)
    office.picture(phone, "phone-complaint-kind")
    passes(phone, axe)
    press(phone, "Pengaduan", "radio")
    phone.locator(".field").fill(SAID)
    office.picture(phone, "phone-complaint-text")
    passes(phone, axe)
    press(phone, "Lanjut")
    tick = phone.get_by_role("checkbox", name="Terkait kunjungan saya, K-001")
    expect(tick).not_to_be_checked()
    press(phone, "Terkait kunjungan saya", "checkbox")
    office.picture(phone, "phone-complaint-send")
    passes(phone, axe)
    press(phone, "Kirim tanpa nama")
    code = code_on(phone)
    expect(phone.locator(".made")).to_contain_text("Kamis, 26 November 2026")
    office.picture(phone, "phone-complaint-code")
    passes(phone, axe)
    assert phone.evaluate(SIDEWAYS)
    [row] = register(office)
    assert (row["code"], row["channel"], row["anonymous"], row["number"]) == (code, "phone", True, "K-001")
    assert opened(office, code) == {"text": SAID, "answers": []}
    press(phone, "Sudah saya simpan")
    expect(phone.get_by_role("heading", name="Konsultasi Statistik")).to_be_visible()
    assert code not in phone.evaluate(KEPT)
    assert code not in phone.content()


def test_a_call_comes_before_the_complaint_and_its_words_wait(office: Screens) -> None:
    phone = office.phone(office.at.take())
    at_the_words(phone)
    phone.locator(".field").fill(SAID)
    office.at.press("take")
    office.at.press("call-next")
    expect(phone.get_by_role("heading", name="Giliran Anda")).to_be_visible()
    office.at.press("start")
    expect(phone.get_by_text("Sedang dilayani")).to_be_visible()
    office.at.press("finish")
    expect(phone.locator(".field")).to_have_value(SAID)
    press(phone, "Lanjut")
    press(phone, "Kirim tanpa nama")
    assert opened(office, code_on(phone))["text"] == SAID


def test_a_name_may_be_given_and_sixteen_digits_may_not(office: Screens) -> None:
    phone = office.phone(office.at.take())
    at_the_words(phone, "Saran")
    phone.locator(".field").fill("Tambah kursi")
    press(phone, "Lanjut")
    press(phone, "Sebutkan nama")
    phone.get_by_label("Nama atau nama panggilan").fill("Sugeng 1471012345678901")
    with office.pardoning(REFUSED):
        press(phone, "Kirim")
        expect(phone.get_by_role("alert")).to_contain_text("Mohon jangan menulis NIK")
    office.picture(phone, "phone-complaint-contact")
    phone.get_by_label("Nama atau nama panggilan").fill("Sugeng")
    press(phone, "Kirim")
    assert opened(office, code_on(phone))["name"] == "Sugeng"
