"""Whoever has no phone rates at the kiosk, by the code on the slip; nothing of it stays there."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.at_the_book import Visitor
from tests.journeys.at_the_rating import COMMENT, QUESTIONS, SKM, answers_all, code_of, ratings, report, served
from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import KIOSK, REFUSED, SETTLED, UNANSWERED, Screens, tap, wind
from tests.journeys.test_accessibility import COVERED, axe, passes
from tests.journeys.test_guest_book_accessible import SMALL, WIDE
from tests.journeys.test_guest_book_private import CANARY, FORM_IDLE, IN_THE_PAGE
from tests.journeys.test_left_alone import KEPT, TO_ANSWER, at_home_in_indonesian

__all__ = ["axe"]

ASKS_CODE = "Ketik kode di kertas nomor Anda"
FULL_HD = {"width": 1920, "height": 1080}


def types_code(visitor: Visitor, code: str) -> None:
    """Touch the signs of the code, and go on."""
    expect(visitor.page.get_by_role("heading", name=ASKS_CODE)).to_be_visible()
    for sign in code:
        visitor.page.get_by_role("button", name=sign, exact=True).tap()
    visitor.touch(visitor.page.get_by_role("button", name="Lanjut", exact=True), SETTLED)


def at_the_code(office: Screens, **wishes: Any) -> Visitor:
    """Somebody who touched the entry at the foot of the home screen."""
    visitor = Visitor(office.kiosk(**wishes))
    visitor.touch(visitor.page.get_by_role("button", name="Beri penilaian"), SETTLED)
    return visitor


def at_the_opening(office: Screens, ticket: dict[str, Any], **wishes: Any) -> Visitor:
    visitor = at_the_code(office, **wishes)
    types_code(visitor, code_of(office, ticket))
    visitor.is_asked("Bagaimana pelayanan kami?")
    return visitor


def test_a_visitor_without_a_phone_rates_by_the_code_on_the_slip(office: Screens) -> None:
    visitor = at_the_opening(office, served(office))
    expect(visitor.page.locator(".rate__visit")).to_contain_text("Konsultasi Statistik")
    visitor.press("Mulai")
    answers_all(visitor)
    visitor.types("ramah")
    visitor.press("Kirim")
    expect(visitor.page.get_by_text("Penilaian Anda tersimpan")).to_be_visible()
    visitor.press("Selesai")
    at_home_in_indonesian(visitor.page)
    assert report(office)["skm"]["respondents"] == 1
    assert [row["comment"] is not None for row in ratings(office)] == [True]


def test_a_wrong_code_is_told_and_stays_to_be_mended(office: Screens) -> None:
    ticket = served(office)
    visitor = at_the_code(office)
    with office.pardoning(REFUSED):
        types_code(visitor, "222222")
        expect(visitor.page.get_by_role("alert")).to_contain_text("Kode ini tidak dikenal")
    office.picture(visitor.page, "kiosk-rating-wrong-code")
    for _ in range(6):
        visitor.page.get_by_role("button", name="Hapus satu huruf").tap()
    visitor.page.keyboard.type(code_of(office, ticket).lower())
    visitor.touch(visitor.page.get_by_role("button", name="Lanjut", exact=True))
    visitor.is_asked("Bagaimana pelayanan kami?")


def test_whoever_was_not_served_yet_is_told_when(office: Screens) -> None:
    visitor = at_the_code(office)
    with office.pardoning(REFUSED):
        types_code(visitor, code_of(office, office.at.take()))
        expect(visitor.page.get_by_role("alert")).to_contain_text("Penilaian diberikan sesudah dilayani.")


def test_a_visitor_who_walks_away_leaves_nothing_at_the_kiosk(office: Screens) -> None:
    ticket = served(office, sex=2)
    code = code_of(office, ticket)
    visitor = at_the_opening(office, ticket, hand_clock=True)
    kiosk = visitor.page
    visitor.press("Mulai")
    visitor.answers(QUESTIONS[0], "Kurang sesuai")
    visitor.skips(*QUESTIONS[1:])
    visitor.is_asked(COMMENT)
    visitor.types(CANARY)
    assert CANARY in kiosk.evaluate(IN_THE_PAGE)
    wind(kiosk, FORM_IDLE - 1_000)
    expect(kiosk.get_by_role("alertdialog")).to_have_count(0)
    wind(kiosk, 1_000)
    expect(kiosk.get_by_role("alertdialog")).to_contain_text("Masih di sini?")
    wind(kiosk, TO_ANSWER)
    at_home_in_indonesian(kiosk)
    for trace in (CANARY, code.lower(), ticket["number"].lower(), "kurang sesuai"):
        assert trace not in kiosk.evaluate(IN_THE_PAGE)
        assert trace not in kiosk.evaluate(KEPT).lower()
    kiosk.go_back()
    expect(kiosk).to_have_url(f"{office.root}/kiosk/")
    at_home_in_indonesian(kiosk)
    assert [row["answers"] for row in ratings(office)] == ['{"U1": 2}'], "what was given before is kept"


def test_a_code_that_was_typed_in_part_is_gone_too(office: Screens) -> None:
    visitor = at_the_code(office, hand_clock=True)
    kiosk = visitor.page
    for sign in "K7M":
        kiosk.get_by_role("button", name=sign, exact=True).tap()
    wind(kiosk, FORM_IDLE)
    expect(kiosk.get_by_role("alertdialog")).to_contain_text("Masih di sini?")
    wind(kiosk, TO_ANSWER)
    at_home_in_indonesian(kiosk)
    tap(kiosk.get_by_role("button", name="Beri penilaian"))
    expect(kiosk.get_by_text("Kode: ", exact=False)).to_have_text("Kode:")


def test_the_code_stands_in_no_address(office: Screens) -> None:
    ticket = served(office)
    visitor = at_the_code(office)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    types_code(visitor, code_of(office, ticket))
    visitor.press("Mulai")
    visitor.answers(QUESTIONS[0], "Sesuai")
    visitor.is_asked(QUESTIONS[1])
    assert any(url.endswith("/kiosk/rating") for url in asked)
    assert [url for url in asked if code_of(office, ticket) in url or ticket["token"] in url.upper()] == []


def test_answers_at_a_kiosk_without_a_server_wait_for_it(office: Screens) -> None:
    visitor = at_the_opening(office, served(office))
    visitor.press("Mulai")
    with office.pardoning(UNANSWERED):
        visitor.page.route("**/kiosk/rating", lambda route: route.abort("connectionrefused"))
        visitor.answers(QUESTIONS[0], "Sesuai")
        expect(visitor.page.get_by_text("Isian Anda disimpan begitu tersambung lagi.")).to_be_visible()
        visitor.page.unroute("**/kiosk/rating")
        expect(visitor.page.get_by_text("Isian Anda disimpan begitu tersambung lagi.")).to_have_count(0)
    assert [row["answers"] for row in ratings(office)] == ['{"U1": 3}']


def test_a_rating_is_taken_back_at_the_kiosk(office: Screens) -> None:
    visitor = at_the_opening(office, served(office))
    visitor.press("Mulai")
    visitor.answers(QUESTIONS[0], "Sesuai")
    visitor.is_asked(QUESTIONS[1])
    visitor.press("Cukup")
    visitor.press("Tarik kembali penilaian")
    visitor.press("Ya, tarik kembali")
    expect(visitor.page.get_by_role("heading", name="Penilaian ditarik kembali")).to_be_visible()
    assert ratings(office) == []


def test_an_english_visitor_rates_in_english_at_the_kiosk(office: Screens) -> None:
    ticket = served(office, language="en")
    visitor = Visitor(office.kiosk())
    visitor.touch(visitor.page.get_by_role("button", name="English"))
    visitor.touch(visitor.page.get_by_role("button", name="Rate our service"), SETTLED)
    expect(visitor.page.get_by_role("heading", name="Type the code on your paper slip")).to_be_visible()
    for sign in code_of(office, ticket):
        visitor.page.get_by_role("button", name=sign, exact=True).tap()
    visitor.touch(visitor.page.get_by_role("button", name="Continue", exact=True), SETTLED)
    visitor.is_asked("How was our service?")
    visitor.press("Start")
    visitor.answers("What do you think of how well the requirements suit the kind of service?", "Suitable")
    office.picture(visitor.page, "kiosk-rating-english")
    visitor.press("Enough")
    expect(visitor.page.get_by_text("Your rating is saved")).to_be_visible()


def test_whoever_leaves_after_closing_time_still_rates(open_office: OpenOffice) -> None:
    office = open_office("2026-11-19 16:30")
    kiosk = office.kiosk()
    expect(kiosk.get_by_text("Sudah tutup")).to_be_visible()
    office.picture(kiosk, "kiosk-closed-rating")
    assert kiosk.evaluate(COVERED) == []
    tap(kiosk.get_by_role("button", name="Beri penilaian"))
    expect(kiosk.get_by_role("heading", name=ASKS_CODE)).to_be_visible()


@pytest.mark.parametrize("size", [KIOSK, FULL_HD, WIDE, SMALL], ids=["upright", "full-hd", "wide", "small"])
def test_every_step_at_the_kiosk_is_accessible_and_large(office: Screens, axe: str, size: dict[str, int]) -> None:
    ticket = served(office, sex=2)
    visitor = Visitor(office.kiosk())
    kiosk = visitor.page
    kiosk.set_viewport_size(size)  # type: ignore[arg-type] # the same two numbers

    def looks(name: str) -> None:
        passes(kiosk, axe)
        office.picture(kiosk, f"kiosk-{size['width']}-{name}")
        assert (name, kiosk.evaluate(COVERED)) == (name, [])
        low = [box["height"] for one in kiosk.get_by_role("button").all() if (box := one.bounding_box())]
        assert (name, min(low) >= 71.5) == (name, True) or name == "comment", low

    expect(kiosk.get_by_role("button", name="Beri penilaian")).to_be_enabled()
    looks("home")
    visitor.touch(kiosk.get_by_role("button", name="Beri penilaian"), SETTLED)
    looks("code")
    types_code(visitor, code_of(office, ticket))
    visitor.is_asked("Bagaimana pelayanan kami?")
    looks("opening")
    visitor.press("Mulai")
    for question in QUESTIONS:
        visitor.is_asked(question)
        looks(f"question-{QUESTIONS.index(question)}")
        visitor.touch(kiosk.get_by_role("radio", name=SKM[question], exact=True))
    visitor.is_asked(COMMENT)
    looks("comment")
    visitor.press("Lewati")
    expect(kiosk.get_by_role("button", name="Isi survei")).to_be_visible()
    looks("end")
    visitor.press("Isi survei")
    expect(kiosk.get_by_text("Pertanyaan 1 dari 17")).to_be_visible()
    looks("statement")
