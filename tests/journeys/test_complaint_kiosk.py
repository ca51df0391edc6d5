"""A complaint by touch: without a number, without a name, with a code to photograph, and nothing left behind."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.at_the_book import Visitor
from tests.journeys.screens import BOARD, KIOSK, REFUSED, TICKET_SETTLED, UNANSWERED, Screens, tap, wind
from tests.journeys.test_accessibility import COVERED, axe, passes
from tests.journeys.test_guest_book_private import FORM_IDLE, IN_THE_PAGE
from tests.journeys.test_left_alone import KEPT, TO_ANSWER, at_home_in_indonesian

__all__ = ["axe"]
SAID = "Petugas tadi kurang ramah dan saya menunggu lama, padahal meja kosong."
"""Visitor 30 of the demonstration data."""
CANARY = "zzkanari"
SMALL_KIOSK = {"width": 720, "height": 1280}


def at_the_complaint(office: Screens, size: Any = KIOSK, **wishes: Any) -> Visitor:
    kiosk = office.kiosk(**wishes)
    kiosk.set_viewport_size(size)
    tap(kiosk.get_by_role("button", name="Tulis pengaduan"))
    return Visitor(kiosk)


def chooses(visitor: Visitor, kind: str = "Pengaduan") -> None:
    visitor.is_asked("Apa yang ingin Anda sampaikan?")
    visitor.touch(visitor.page.get_by_role("radio", name=kind))


def writes(visitor: Visitor, text: str) -> None:
    visitor.is_asked("Ceritakan apa yang terjadi")
    visitor.types(text)
    visitor.press("Lanjut")
    visitor.is_asked("Kirim tanpa nama?")


def register(office: Screens) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = office.at.ask("GET", "/counter/complaints", "manager").data["complaints"]
    return rows


def opened(office: Screens, code: str) -> Any:
    return office.at.ask("POST", f"/counter/complaints/{code}/open", "manager", {}).data


def code_on(page: Page) -> str:
    expect(page.locator(".code strong")).to_be_visible()
    return page.locator(".code strong").inner_text().replace("\n", "").replace(" ", "")


def test_an_anonymous_complaint_by_touch_ends_in_a_code_dates_and_the_offices_own_channels(
    office: Screens, axe: str
) -> None:
    visitor = at_the_complaint(office)
    visitor.is_asked("Apa yang ingin Anda sampaikan?")
    expect(visitor.page.get_by_role("radio")).to_have_count(5)
    office.picture(visitor.page, "complaint-kind")
    passes(visitor.page, axe)
    chooses(visitor)
    visitor.is_asked("Ceritakan apa yang terjadi")
    office.picture(visitor.page, "complaint-text")
    writes(visitor, SAID)
    office.picture(visitor.page, "complaint-send")
    passes(visitor.page, axe)
    visitor.press("Kirim tanpa nama")
    code = code_on(visitor.page)
    for words in ("Foto layar ini.", "Selasa, 24 November 2026", "Kamis, 26 November 2026", "IG : @bpskotapekanbaru"):
        expect(visitor.page.locator("main")).to_contain_text(words)
    expect(visitor.page.get_by_alt_text("Kode QR halaman untuk mengikuti pengaduan")).to_be_visible()
    office.picture(visitor.page, "complaint-code")
    passes(visitor.page, axe)
    visitor.touch(visitor.page.get_by_role("button", name="Sudah saya foto"), TICKET_SETTLED)
    at_home_in_indonesian(visitor.page)
    [row] = register(office)
    assert (row["code"], row["channel"], row["anonymous"], row["ticket"]) == (code, "kiosk", True, None)
    assert opened(office, code) == {"text": SAID, "answers": []}


def test_a_name_and_a_contact_only_for_whoever_wants_an_answer(office: Screens, axe: str) -> None:
    visitor = at_the_complaint(office)
    chooses(visitor, "Saran")
    writes(visitor, "kursi")
    visitor.press("Sebutkan nama")
    visitor.is_asked("Ke mana kami menjawab?")
    visitor.types("sugeng")
    visitor.touch(visitor.page.get_by_label("Nomor HP atau e-mail"))
    visitor.page.locator(".board").get_by_role("button", name="123").tap()
    visitor.types("0812")
    office.picture(visitor.page, "complaint-contact")
    passes(visitor.page, axe)
    visitor.press("Kirim")
    code = code_on(visitor.page)
    assert opened(office, code) == {"text": "Kursi", "name": "Sugeng", "contact": "0812", "answers": []}
    assert register(office)[0]["anonymous"] is False


def test_whoever_goes_back_finds_their_words(office: Screens) -> None:
    visitor = at_the_complaint(office)
    chooses(visitor)
    writes(visitor, "antre lama")
    visitor.press("Kembali")
    expect(visitor.page.locator(".field")).to_have_value("Antre lama")
    visitor.press("Kembali")
    expect(visitor.page.get_by_role("radio", name="Pengaduan")).to_be_checked()
    visitor.press("Lanjut")
    expect(visitor.page.locator(".field")).to_have_value("Antre lama")
    visitor.press("Kembali")
    visitor.press("Kembali")
    at_home_in_indonesian(visitor.page)
    assert register(office) == []


def test_with_a_number_for_complaints_it_is_linked_only_by_a_tick(office: Screens, axe: str) -> None:
    kiosk = office.kiosk()
    for is_linked in (True, False):
        tap(kiosk.locator(".tile", has_text="Pengaduan"))
        expect(kiosk.locator(".done .ticket-number")).to_be_visible()
        tap(kiosk.get_by_role("button", name="Tulis pengaduan"), TICKET_SETTLED)
        visitor = Visitor(kiosk)
        chooses(visitor)
        writes(visitor, "antre lama")
        tick = kiosk.get_by_role("checkbox", name="Terkait kunjungan saya")
        expect(tick).not_to_be_checked()
        if is_linked:
            visitor.touch(tick)
            office.picture(kiosk, "complaint-linked")
            passes(kiosk, axe)
        visitor.press("Kirim tanpa nama")
        code_on(kiosk)
        visitor.touch(kiosk.get_by_role("button", name="Sudah saya foto"), TICKET_SETTLED)
    assert [row["number"] for row in register(office)] == ["G-001", None]


def test_the_ticket_for_complaints_offers_to_write_one(office: Screens, axe: str) -> None:
    kiosk = office.kiosk()
    tap(kiosk.locator(".tile", has_text="Pengaduan"))
    expect(kiosk.locator(".ticket-number")).to_contain_text("G 001")
    expect(kiosk.get_by_role("button", name="Tulis pengaduan")).to_be_visible()
    for size in (KIOSK, BOARD, SMALL_KIOSK):
        kiosk.set_viewport_size({"width": size["width"], "height": size["height"]})
        office.picture(kiosk, f"complaint-ticket-{size['width']}")
        assert kiosk.evaluate(COVERED) == []
    passes(kiosk, axe)


def test_sixteen_digits_lead_back_to_the_words_and_nothing_typed_is_lost(office: Screens) -> None:
    visitor = at_the_complaint(office)
    chooses(visitor)
    visitor.is_asked("Ceritakan apa yang terjadi")
    visitor.page.keyboard.type("NIK 1471012345678901")
    visitor.press("Lanjut")
    with office.pardoning(REFUSED):
        visitor.press("Kirim tanpa nama")
        expect(visitor.page.get_by_role("alert")).to_contain_text("Mohon jangan menulis NIK")
    visitor.is_asked("Ceritakan apa yang terjadi")
    expect(visitor.page.locator(".field")).to_have_value("NIK 1471012345678901")
    office.picture(visitor.page, "complaint-identity-number")
    for _ in range(16):
        visitor.press("Hapus satu huruf")
    visitor.press("Lanjut")
    visitor.press("Kirim tanpa nama")
    assert opened(office, code_on(visitor.page))["text"] == "NIK"


def test_a_server_that_goes_away_gets_one_complaint_when_it_is_back(mortal_office: Screens) -> None:
    office = mortal_office
    visitor = at_the_complaint(office)
    chooses(visitor)
    writes(visitor, "antre lama")
    with office.pardoning(UNANSWERED):
        office.server.kill()
        visitor.press("Kirim tanpa nama")
        expect(visitor.page.get_by_text("Pengaduan Anda dikirim begitu tersambung lagi.")).to_be_visible()
        office.picture(visitor.page, "complaint-cut")
        office.server.start()
        code = code_on(visitor.page)
    assert [row["code"] for row in register(office)] == [code]


def test_a_visitor_who_walks_away_leaves_nothing_behind(office: Screens) -> None:
    visitor = at_the_complaint(office, hand_clock=True)
    kiosk = visitor.page
    chooses(visitor)
    visitor.is_asked("Ceritakan apa yang terjadi")
    visitor.types(CANARY)
    assert CANARY in kiosk.evaluate(IN_THE_PAGE)
    wind(kiosk, FORM_IDLE)
    expect(kiosk.get_by_role("alertdialog")).to_contain_text("Masih di sini?")
    wind(kiosk, TO_ANSWER)
    at_home_in_indonesian(kiosk)
    assert CANARY not in kiosk.evaluate(IN_THE_PAGE)
    assert CANARY not in kiosk.evaluate(KEPT).lower()
    kiosk.go_back()
    expect(kiosk).to_have_url(f"{office.root}/kiosk/")
    at_home_in_indonesian(kiosk)
    assert CANARY not in kiosk.evaluate(IN_THE_PAGE)
    assert register(office) == []


def test_the_code_goes_from_the_screen_after_a_minute_and_stands_nowhere(office: Screens) -> None:
    visitor = at_the_complaint(office, hand_clock=True)
    chooses(visitor)
    writes(visitor, CANARY)
    visitor.press("Kirim tanpa nama")
    code = code_on(visitor.page)
    wind(visitor.page, 60_000)
    at_home_in_indonesian(visitor.page)
    for trace in (code.removeprefix("PGD-").lower(), CANARY):
        assert trace not in visitor.page.evaluate(IN_THE_PAGE)
        assert trace not in visitor.page.evaluate(KEPT).lower()


@pytest.mark.parametrize("size", [KIOSK, BOARD, SMALL_KIOSK], ids=lambda size: f"{size['width']}")
def test_every_screen_has_its_buttons_apart_and_whole(office: Screens, size: Any) -> None:
    visitor = at_the_complaint(office, size)
    kiosk = visitor.page
    width = size["width"]
    visitor.is_asked("Apa yang ingin Anda sampaikan?")
    office.picture(kiosk, f"complaint-kind-{width}")
    assert kiosk.evaluate(COVERED) == []
    chooses(visitor)
    visitor.is_asked("Ceritakan apa yang terjadi")
    kiosk.keyboard.insert_text(SAID * 4)
    office.picture(kiosk, f"complaint-text-{width}")
    assert kiosk.evaluate(COVERED) == []
    visitor.press("Lanjut")
    visitor.is_asked("Kirim tanpa nama?")
    office.picture(kiosk, f"complaint-send-{width}")
    assert kiosk.evaluate(COVERED) == []
    visitor.press("Sebutkan nama")
    visitor.is_asked("Ke mana kami menjawab?")
    office.picture(kiosk, f"complaint-contact-{width}")
    assert kiosk.evaluate(COVERED) == []
    visitor.press("Kirim tanpa nama")
    code_on(kiosk)
    office.picture(kiosk, f"complaint-code-{width}")
    assert kiosk.evaluate(COVERED) == []
    tap(kiosk.get_by_role("button", name="Sudah saya foto"), TICKET_SETTLED)
    office.picture(kiosk, f"complaint-home-{width}")
    assert kiosk.evaluate(COVERED) == []
    tap(kiosk.get_by_role("button", name="Turunkan tombol"))
    office.picture(kiosk, f"complaint-home-low-{width}")
    assert kiosk.evaluate(COVERED) == []


def test_a_complaint_in_english(office: Screens, axe: str) -> None:
    kiosk = office.kiosk()
    kiosk.get_by_role("button", name="English").tap()
    tap(kiosk.get_by_role("button", name="Write a complaint"))
    visitor = Visitor(kiosk)
    visitor.is_asked("What would you like to tell us?")
    visitor.touch(kiosk.get_by_role("radio", name="Suggestion"))
    visitor.is_asked("Tell us what happened")
    visitor.page.keyboard.type("More chairs, please.")
    visitor.press("Continue")
    visitor.press("Send without a name")
    code_on(kiosk)
    expect(kiosk.locator("main")).to_contain_text("Tuesday, 24 November 2026")
    office.picture(kiosk, "complaint-code-english")
    passes(kiosk, axe)
