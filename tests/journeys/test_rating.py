"""The visitor rates the visit on their own phone: by touch, in parts, without a name, and may take it back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.at_the_book import Visitor
from tests.journeys.at_the_rating import COMMENT, QUESTIONS, STORED, answers_all, rating_on, ratings, report, served
from tests.journeys.screens import REFUSED, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.test_guest_book_phone import SEEN
from tests.running import until

__all__ = ["axe"]


def test_a_visitor_rates_by_touch_in_the_official_order_and_words(office: Screens) -> None:
    ticket = served(office)
    visitor = Visitor(office.phone(ticket))
    expect(visitor.page.get_by_text("9 pertanyaan singkat")).to_be_visible()
    office.picture(visitor.page, "phone-rating-card")
    visitor.press("Mulai")
    visitor.is_asked("Bagaimana pelayanan kami?")
    office.picture(visitor.page, "phone-rating-opening")
    visitor.press("Mulai")
    visitor.is_asked(QUESTIONS[0])
    expect(visitor.page.get_by_text("Pertanyaan 1 dari 9")).to_be_visible()
    office.picture(visitor.page, "phone-rating-question")
    answers_all(visitor)
    office.picture(visitor.page, "phone-rating-comment")
    visitor.page.locator(".field").fill("Ramah sekali")
    visitor.press("Kirim")
    expect(visitor.page.get_by_text("Penilaian Anda tersimpan")).to_be_visible()
    office.picture(visitor.page, "phone-rating-end")
    assert visitor.taps <= 14
    visitor.press("Selesai")
    expect(visitor.page.get_by_text("sudah Anda berikan")).to_be_visible()
    assert report(office)["skm"]["respondents"] == 1
    [row] = ratings(office)
    assert row["comment"], "sealed"
    assert b"Ramah" not in row["comment"]
    assert row["answers"] == str(STORED).replace("'", '"')


def test_whoever_closes_the_page_goes_on_where_they_stopped_and_sees_no_answer(office: Screens) -> None:
    ticket = served(office)
    visitor = rating_on(office, ticket)
    visitor.press("Mulai")
    visitor.answers(QUESTIONS[0], "Sangat sesuai")
    visitor.is_asked(QUESTIONS[1])
    visitor.press("Lewati")
    with visitor.page.expect_response("**/rating"):
        visitor.answers(QUESTIONS[2], "Cepat")
    visitor.page.close()
    again = Visitor(office.phone(ticket))
    expect(again.page.get_by_text("2 dari 9 terjawab")).to_be_visible()
    again.press("Lanjutkan")
    again.press("Lanjutkan")
    again.is_asked(QUESTIONS[1])
    again.press("Kembali")
    again.is_asked(QUESTIONS[0])
    expect(again.page.get_by_text("Sudah Anda jawab.")).to_be_visible()
    assert 'aria-checked="true"' not in again.page.evaluate(SEEN)
    office.picture(again.page, "phone-rating-known")


def test_back_loses_nothing_and_every_question_may_be_skipped(office: Screens) -> None:
    visitor = rating_on(office, served(office))
    visitor.press("Mulai")
    visitor.answers(QUESTIONS[0], "Kurang sesuai")
    visitor.is_asked(QUESTIONS[1])
    visitor.press("Kembali")
    visitor.is_asked(QUESTIONS[0])
    expect(visitor.page.get_by_role("radio", name="Kurang sesuai", exact=True)).to_be_checked()
    visitor.answers(QUESTIONS[0], "Sesuai")
    visitor.skips(*QUESTIONS[1:], COMMENT)
    expect(visitor.page.get_by_text("Penilaian Anda tersimpan")).to_be_visible()
    assert [row["answers"] for row in ratings(office)] == ['{"U1": 3}']


def test_answers_without_a_connection_wait_and_are_told_again(office: Screens) -> None:
    visitor = rating_on(office, served(office))
    visitor.press("Mulai")
    with office.pardoning(UNANSWERED):
        visitor.page.route("**/rating", lambda route: route.abort("connectionrefused"))
        visitor.answers(QUESTIONS[0], "Sesuai")
        visitor.is_asked(QUESTIONS[1])
        expect(visitor.page.get_by_text("Isian Anda disimpan begitu tersambung lagi.")).to_be_visible()
        visitor.page.unroute("**/rating")
        expect(visitor.page.get_by_text("Isian Anda disimpan begitu tersambung lagi.")).to_have_count(0)
    assert [row["answers"] for row in ratings(office)] == ['{"U1": 3}']


def test_an_anonymous_rating_leaves_no_path_back_in_the_database(office: Screens) -> None:
    ticket = served(office, name="Rahmi", sex=2, birth_year=2003, occupation=1)
    visitor = rating_on(office, ticket)
    tick = visitor.page.get_by_role("checkbox", name="Anonim")
    expect(tick).not_to_be_checked()
    visitor.touch(tick)
    office.picture(visitor.page, "phone-rating-anonymous")
    visitor.press("Mulai")
    answers_all(visitor)
    visitor.press("Lewati")
    [row] = ratings(office)
    leads = {str(ticket["id"]), ticket["number"], ticket["token"], "Rahmi"}
    assert row["traits"] == "{}"
    assert leads.isdisjoint({str(value) for column, value in row.items() if column != "id"})
    visitor.page.close()
    again = rating_on(office, ticket, "Buka")
    again.press("Isi survei")
    again.touch(again.page.get_by_role("radio", name="8", exact=True))
    expect(again.page.get_by_text("Pertanyaan 2 dari 17")).to_be_visible()
    again.press("Cukup")
    until(lambda: len(ratings(office)) == 2, 10, "the second answer was not kept")
    assert [row["traits"] for row in ratings(office)] == ["{}", "{}"], "whoever comes back stays anonymous"


def test_without_the_tick_the_traits_are_counted_but_never_the_name(office: Screens) -> None:
    visitor = rating_on(office, served(office, name="Rahmi", sex=2, birth_year=2003))
    visitor.press("Mulai")
    answers_all(visitor)
    [row] = ratings(office)
    assert '"sex": 2' in row["traits"]
    assert "Rahmi" not in str(row)


def test_the_long_survey_is_an_offer_and_has_its_overall_score(office: Screens) -> None:
    visitor = rating_on(office, served(office))
    visitor.press("Mulai")
    answers_all(visitor)
    visitor.press("Lewati")
    office.picture(visitor.page, "phone-rating-offer")
    visitor.press("Isi survei")
    expect(visitor.page.get_by_text("Pertanyaan 1 dari 17")).to_be_visible()
    office.picture(visitor.page, "phone-rating-statement")
    for place in range(1, 18):
        expect(visitor.page.get_by_text(f"Pertanyaan {place} dari 17")).to_be_visible()
        visitor.touch(visitor.page.get_by_role("radio", name="9", exact=True))
    expect(visitor.page.get_by_text("Penilaian Anda tersimpan")).to_be_visible()
    expect(visitor.page.get_by_role("button", name="Isi survei")).to_have_count(0)
    [stored] = [row for row in ratings(office) if row["instrument"] == "skd"]
    assert stored["overall"] == 9


def test_dtsen_and_complaints_are_offered_no_long_survey(office: Screens) -> None:
    for service in ("D", "G"):
        visitor = rating_on(office, served(office, service))
        visitor.press("Mulai")
        answers_all(visitor)
        visitor.press("Lewati")
        expect(visitor.page.get_by_text("Penilaian Anda tersimpan")).to_be_visible()
        expect(visitor.page.get_by_role("button", name="Isi survei")).to_have_count(0)


def test_a_rating_is_taken_back_and_may_be_given_again(office: Screens) -> None:
    visitor = rating_on(office, served(office))
    visitor.press("Mulai")
    answers_all(visitor)
    visitor.press("Lewati")
    visitor.press("Tarik kembali penilaian")
    visitor.press("Ya, tarik kembali")
    expect(visitor.page.get_by_role("heading", name="Penilaian ditarik kembali")).to_be_visible()
    office.picture(visitor.page, "phone-rating-taken-back")
    assert ratings(office) == []
    visitor.press("Nilai lagi")
    visitor.is_asked(QUESTIONS[0])


def test_an_identity_number_is_refused_kindly_and_stays_to_be_mended(office: Screens) -> None:
    visitor = rating_on(office, served(office))
    visitor.press("Mulai")
    answers_all(visitor)
    visitor.page.locator(".field").fill("NIK saya 1471012345678901")
    with office.pardoning(REFUSED):
        visitor.press("Kirim")
        expect(visitor.page.get_by_role("alert")).to_contain_text("Mohon jangan menulis NIK")
    office.picture(visitor.page, "phone-rating-refused")
    expect(visitor.page.locator(".field")).to_have_value("NIK saya 1471012345678901")
    visitor.page.locator(".field").fill("Ramah")
    visitor.press("Kirim")
    expect(visitor.page.get_by_text("Penilaian Anda tersimpan")).to_be_visible()


def test_the_card_stands_from_the_consultation_on_and_never_before(office: Screens) -> None:
    ticket = office.at.take()
    phone: Page = office.phone(ticket)
    for verb in ("call-next", "start"):
        expect(phone.get_by_role("heading", name="Beri penilaian")).to_have_count(0)
        office.at.press(verb)
    expect(phone.get_by_role("heading", name="Beri penilaian")).to_be_visible()
    expect(phone.get_by_role("button", name="Mulai")).to_be_enabled()
    office.picture(phone, "phone-serving")
    office.at.press("finish")
    expect(phone.get_by_role("heading", name="Terima kasih")).to_be_visible()


def test_an_english_visitor_rates_in_english(office: Screens) -> None:
    visitor = Visitor(office.phone(served(office, language="en", sex=1)))
    visitor.press("Start")
    visitor.is_asked("How was our service?")
    office.picture(visitor.page, "phone-rating-opening-english")
    visitor.press("Start")
    visitor.answers("What do you think of how well the requirements suit the kind of service?", "Very suitable")
    visitor.is_asked("How easy do you find the procedure of service in this unit?")
    visitor.press("Enough")
    expect(visitor.page.get_by_text("Your rating is saved")).to_be_visible()
    visitor.press("Take the survey")
    expect(visitor.page.get_by_text("From 1 (very dissatisfied) to 10 (very satisfied).")).to_be_visible()
    office.picture(visitor.page, "phone-rating-statement-english")


def test_every_step_on_the_phone_is_accessible(office: Screens, axe: str) -> None:
    visitor = Visitor(office.phone(served(office, sex=2)))
    expect(visitor.page.get_by_role("button", name="Mulai")).to_be_enabled()
    passes(visitor.page, axe)
    visitor.press("Mulai")
    for words in ("Mulai", "Lewati", "Cukup"):
        passes(visitor.page, axe)
        visitor.press(words)
    passes(visitor.page, axe)
    visitor.press("Isi survei")
    expect(visitor.page.get_by_text("Pertanyaan 1 dari 17")).to_be_visible()
    passes(visitor.page, axe)
