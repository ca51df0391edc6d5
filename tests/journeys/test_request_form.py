"""A request from afar in the browser: the form, its receipt, the page that follows it, and nothing of it elsewhere."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.screens import DESK, PHONE, REFUSED, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.test_complaint_followed import SIDEWAYS
from tests.journeys.test_left_alone import KEPT

__all__ = ["axe"]
SAID = "Data IPM Kota Pekanbaru 2015–2025.\n\nBila ada, per kecamatan."


def opened(office: Screens, size: Any = PHONE, language: str = "id") -> Page:
    page = office.blank(viewport=size, locale="en-GB" if language == "en" else "id-ID")
    page.goto(f"{office.root}/kiosk/requests?lang={language}")
    return page


def fill(page: Page, text: str = SAID, email: str = "faiz@example.com") -> None:
    page.get_by_label("Apa yang Anda butuhkan?").fill(text)
    page.get_by_label("Alamat e-mail").fill(email)


def send(page: Page) -> None:
    page.get_by_role("button", name="Kirim permintaan").click()


def asked(office: Screens, size: Any = PHONE) -> Page:
    page = opened(office, size)
    fill(page)
    send(page)
    expect(page.get_by_text("Permintaan Anda diterima.")).to_be_visible()
    return page


def test_a_request_is_sent_and_its_receipt_is_the_page_that_follows_it(office: Screens, axe: str) -> None:
    page = opened(office)
    expect(page.locator("blockquote")).to_contain_text("maksimal 3 (tiga) hari kerja")
    office.picture(page, "request-form-empty")
    page.screenshot(path=office._pictures / "request-form-empty-whole.png", full_page=True)
    passes(page, axe)
    assert page.evaluate(SIDEWAYS)
    page.get_by_text("Persyaratan menurut standar").click()
    expect(page.get_by_role("listitem")).to_have_count(1)
    fill(page)
    send(page)
    expect(page.locator(".request-standing__number")).to_have_text("WF-2026-0001")
    expect(page.locator(".due__day")).to_have_text("Selasa, 24 November 2026")
    page.get_by_text("2 hari tidak dihitung").click()
    expect(page.get_by_text("Sabtu, 21 November 2026: akhir pekan")).to_be_visible()
    office.picture(page, "request-receipt")
    page.screenshot(path=office._pictures / "request-receipt-whole.png", full_page=True)
    passes(page, axe)
    assert page.evaluate(SIDEWAYS)
    page.reload()
    expect(page.locator(".request-standing__number")).to_have_text("WF-2026-0001")
    expect(page.locator(".said-by__text")).to_have_text(SAID)
    assert "Pekanbaru 2015" not in page.evaluate(KEPT)


def test_a_refusal_says_what_is_wrong_and_loses_nothing(office: Screens, axe: str) -> None:
    page = opened(office)
    fill(page, "NIK saya 1471012345678901", "")
    with office.pardoning(REFUSED):
        send(page)
        expect(page.get_by_role("alert")).to_contain_text("Mohon jangan menulis NIK")
        expect(page.get_by_label("Apa yang Anda butuhkan?")).to_be_focused()
        page.screenshot(path=office._pictures / "request-form-error-whole.png", full_page=True)
        passes(page, axe)
        page.get_by_label("Apa yang Anda butuhkan?").fill(SAID)
        send(page)
        expect(page.get_by_role("alert")).to_contain_text("Tulis alamat e-mail yang aktif")
        expect(page.get_by_label("Alamat e-mail")).to_be_focused()
    expect(page.get_by_label("Apa yang Anda butuhkan?")).to_have_value(SAID)
    page.get_by_role("checkbox", name="Saya belum 18 tahun").click()
    expect(page.get_by_label("Alamat e-mail")).to_have_count(0)
    send(page)
    expect(page.get_by_text("Permintaan Anda diterima.")).to_be_visible()


def test_a_lost_line_loses_no_word_and_makes_no_second_request(office: Screens) -> None:
    page = opened(office)
    fill(page)
    with office.pardoning(UNANSWERED):
        page.context.set_offline(True)
        send(page)
        expect(page.get_by_text("Permintaan Anda dikirim begitu tersambung lagi")).to_be_visible()
        expect(page.get_by_label("Apa yang Anda butuhkan?")).to_have_value(SAID)
        office.picture(page, "request-form-cut")
        page.context.set_offline(False)
        expect(page.locator(".request-standing__number")).to_have_text("WF-2026-0001")
    asked(office)
    expect(asked(office).locator(".request-standing__number")).to_have_text("WF-2026-0003")


def test_on_a_desk_the_page_carries_a_code_for_the_phone(office: Screens, axe: str) -> None:
    page = opened(office, DESK)
    office.picture(page, "request-form-desk")
    page.screenshot(path=office._pictures / "request-form-desk-whole.png", full_page=True)
    passes(page, axe)
    fill(page)
    send(page)
    expect(page.get_by_role("img", name="Kode QR halaman permintaan ini")).to_be_visible()
    page.screenshot(path=office._pictures / "request-receipt-desk.png", full_page=True)
    passes(page, axe)
    assert page.evaluate(SIDEWAYS)


def test_the_page_is_in_english_for_who_reads_english(office: Screens, axe: str) -> None:
    page = opened(office, language="en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Make a request")
    expect(page.locator(".promised")).to_contain_text("3 working days.")
    page.screenshot(path=office._pictures / "request-form-english.png", full_page=True)
    page.get_by_label("What do you need?").fill("HDI of Pekanbaru, 2015 to 2025")
    page.get_by_label("E-mail address").fill("faiz@example.com")
    page.get_by_role("button", name="Send the request").click()
    expect(page.locator(".due__day")).to_have_text("Tuesday, 24 November 2026")
    page.screenshot(path=office._pictures / "request-receipt-english.png", full_page=True)
    passes(page, axe)


def test_the_words_are_destroyed_only_after_a_second_question(office: Screens, axe: str) -> None:
    page = asked(office)
    page.get_by_role("button", name="Hapus data saya").click()
    sheet = page.get_by_role("alertdialog")
    expect(sheet.get_by_role("button", name="Jangan dihapus")).to_be_focused()
    office.picture(page, "request-erase")
    passes(page, axe)
    sheet.get_by_role("button", name="Ya, hapus data saya").click()
    expect(page.get_by_text("Isi permintaan ini sudah dihapus.")).to_be_visible()
    expect(page.get_by_text("per kecamatan")).to_have_count(0)
    office.picture(page, "request-erased")
    passes(page, axe)


def test_a_kiosk_shows_neither_the_form_nor_a_request(office: Screens) -> None:
    address = asked(office).url
    kiosk = office.kiosk()
    with office.pardoning(REFUSED):
        for where in (f"{office.root}/kiosk/requests", address):
            kiosk.goto(where)
            expect(kiosk.get_by_text("di ponsel atau komputer Anda sendiri")).to_be_visible()
            expect(kiosk.get_by_text("per kecamatan")).to_have_count(0)


def by_officer(office: Screens, page: Page, verb: str, body: Any) -> None:
    """An officer deals with the first request of the inbox."""
    rows = office.at.ask("GET", "/counter/requests", "dewi").data["requests"]
    done = office.at.ask("POST", f"/counter/requests/{rows[0]['id']}/{verb}", "dewi", body)
    assert done.status == 200, done.data


def test_the_page_follows_question_answer_and_rating(office: Screens, axe: str) -> None:
    page = asked(office)
    by_officer(office, page, "ask", {"text": "Tahun berapa?", "sent": True})
    expect(page.get_by_role("heading", level=1)).to_have_text("Kami menunggu jawaban Anda")
    expect(page.get_by_text("Tahun berapa?")).to_be_visible()
    page.screenshot(path=office._pictures / "request-asked.png", full_page=True)
    passes(page, axe)
    page.get_by_label("Jawaban Anda").fill("2015 sampai 2025")
    page.get_by_role("button", name="Kirim pesan").click()
    expect(page.get_by_text("2015 sampai 2025", exact=True)).to_be_visible()
    expect(page.locator(".due__day")).to_have_text("Selasa, 24 November 2026")
    by_officer(office, page, "answer", {"text": "IPM 2025: 83,79.", "sent": True})
    expect(page.get_by_role("heading", level=1)).to_have_text("Sudah dijawab")
    expect(page.get_by_role("heading", name="Beri penilaian")).to_be_visible()
    page.screenshot(path=office._pictures / "request-answered.png", full_page=True)
    passes(page, axe)
    page.get_by_role("button", name="Mulai").click()
    expect(page.get_by_text("Bagaimana pelayanan kami?")).to_be_visible()
    number = page.locator(".kicker").inner_text()
    expect(page.get_by_text(f"tanpa nama dan tanpa nomor permintaan {number}.")).to_be_visible()
    expect(page.get_by_text("nomor antrean")).to_have_count(0)
    office.picture(page, "request-rating")
    passes(page, axe)
    by_officer(office, page, "close", {"reason": "answered"})
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Selesai")
    expect(page.get_by_text("Balas untuk membuka kembali")).to_be_visible()
    page.screenshot(path=office._pictures / "request-closed.png", full_page=True)
    passes(page, axe)
