"""Whoever holds the code of a complaint reads how far it is, never what was said, and may have the words destroyed."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.screens import BOARD, PHONE, REFUSED, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes

__all__ = ["axe"]
SAID = "Petugas tadi kurang ramah dan saya menunggu lama, padahal meja kosong."
SIDEWAYS = "() => document.documentElement.scrollWidth <= innerWidth"


def complain(office: Screens, who: str = "kiosk", **more: Any) -> str:
    answer = office.at.ask("POST", "/kiosk/complaints", who, {"text": SAID, **more})
    assert answer.status == 201, answer.data
    code: str = answer.data["code"]
    return code


def answer(office: Screens, code: str, state: str, text: str = "Mohon maaf, meja kedua kini dibuka.") -> None:
    done = office.at.ask("POST", f"/counter/complaints/{code}/answer", "manager", {"state": state, "text": text})
    assert done.status == 200, done.data


def follows(office: Screens, code: str | None = None, size: Any = PHONE) -> Page:
    page = office.blank(viewport=size)
    page.goto(f"{office.root}/kiosk/complaints/follow")
    if code:
        looks_up(page, code)
    return page


def looks_up(page: Page, code: str) -> None:
    page.get_by_label("Kode pengaduan").fill(code)
    page.get_by_role("button", name="Lihat keadaannya").click()


def test_the_code_shows_the_state_with_its_dates_and_never_the_words(office: Screens, axe: str) -> None:
    code = complain(office, name="Sugeng")
    page = follows(office)
    expect(page.get_by_text("Telepon : (0761) 7874567")).to_be_visible()
    office.picture(page, "follow-empty")
    passes(page, axe)
    looks_up(page, code.lower().replace("-", " "))
    shown = page.locator(".standing")
    for words in (code, "Diterima, menunggu jawaban pertama", "Selasa, 24 November 2026", "Kamis, 26 November 2026"):
        expect(shown).to_contain_text(words)
    office.picture(page, "follow-received")
    answer(office, code, "answered")
    answer(office, code, "settled", "Terima kasih.")
    looks_up(page, code)
    expect(shown.get_by_role("heading")).to_have_text("Selesai")
    expect(shown.get_by_role("listitem")).to_have_count(3)
    office.picture(page, "follow-settled")
    passes(page, axe)
    assert page.evaluate(SIDEWAYS)
    assert "Sugeng" not in page.content()
    assert "kurang ramah" not in page.content()
    assert "maaf, meja" not in page.content()
    assert code not in page.url


def test_a_wrong_code_says_so_and_nothing_typed_is_lost(office: Screens) -> None:
    with office.pardoning(REFUSED):
        page = follows(office, "PGD-22222222")
        expect(page.get_by_role("alert")).to_contain_text("Pengaduan dengan kode ini tidak ditemukan.")
    expect(page.get_by_label("Kode pengaduan")).to_have_value("PGD-22222222")
    office.picture(page, "follow-unknown")


def test_the_words_are_destroyed_only_after_a_second_question(office: Screens, axe: str) -> None:
    code = complain(office)
    page = follows(office, code)
    page.get_by_role("button", name="Hapus isi pengaduan").click()
    expect(page.get_by_role("alertdialog")).to_contain_text("dihapus selamanya")
    office.picture(page, "follow-erase")
    passes(page, axe)
    page.get_by_role("button", name="Jangan dihapus").click()
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    assert opened(office, code)["text"] == SAID
    page.get_by_role("button", name="Hapus isi pengaduan").click()
    page.get_by_role("button", name="Ya, hapus isinya").click()
    expect(page.get_by_text("Isi pengaduan ini sudah dihapus.")).to_be_visible()
    expect(page.get_by_role("button", name="Hapus isi pengaduan")).to_have_count(0)
    office.picture(page, "follow-erased")
    assert opened(office, code) == {"answers": []}


def opened(office: Screens, code: str) -> Any:
    return office.at.ask("POST", f"/counter/complaints/{code}/open", "manager", {}).data


def test_a_late_answer_is_admitted(mortal_office: Screens) -> None:
    office = mortal_office
    code = complain(office)
    with office.pardoning(UNANSWERED):
        office.server.restart_later(days=6)
    page = follows(office, code)
    expect(page.locator(".standing")).to_contain_text("Kami terlambat. Mohon maaf.")
    office.picture(page, "follow-late")


def test_the_page_is_whole_in_english_and_on_a_wide_screen(office: Screens) -> None:
    code = complain(office)
    page = follows(office, size=BOARD)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Follow a complaint")).to_be_visible()
    page.get_by_label("Complaint code").fill(code)
    page.get_by_role("button", name="Show how far it is").click()
    expect(page.locator(".standing")).to_contain_text("Received, waiting for a first answer")
    expect(page.locator(".standing")).to_contain_text("Tuesday, 24 November 2026")
    office.picture(page, "follow-english")
