"""Kepulauan Riau and Jambi promise nothing to those who come: whoever writes is written down without a number."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.guests import without_number
from tests.journeys.screens import DESK, Screens
from tests.journeys.test_complaint_kiosk import opened, register
from tests.visitors.cases import At, comes_to, fills_in, notes, stands_in_the_book, writes_down
from tests.visitors.people import Guest, guest

KEPRI, JAMBI = "kepulauan-riau", "jambi"
FOREIGNER = {"country": "Singapore", "group": 1}


def front_office(office: Screens) -> Page:
    """The page of an officer where there are no counters."""
    page = office.staff("rina")
    page.goto(f"{office.root}/counter/")
    expect(page.get_by_role("heading", name="Pilih kunjungan, atau catat yang baru")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("code", "number", "obtained"),
    [(KEPRI, 7, 1), (JAMBI, 17, 4), (JAMBI, 18, 1), (JAMBI, 19, 1), (JAMBI, 20, 2)],
    ids=["7 Siti", "17 Fauzan", "18 Nurlaila", "19 Hendra", "20 Putri"],
)
def test_a_consultation_that_came_in_writing_is_kept_with_what_it_asked_for(
    at: At, code: str, number: int, obtained: int
) -> None:
    office, who = at(code), guest(number)
    panel, entry = writes_down(front_office(office), code, who)
    need = {**who.need, "obtained": obtained}
    notes(panel, need)
    told = stands_in_the_book(office, f"entries/{entry}", who.answers)
    assert told["needs"] == [{"position": 1, "leg": 1, **need}]


def test_8_bambang_asks_for_a_recommendation_and_no_data_are_written_down(at: At) -> None:
    office, who = at(KEPRI), guest(8)
    officer = front_office(office)
    panel, entry = writes_down(officer, KEPRI, who)
    expect(panel.get_by_role("button", name="Lembar salin")).to_be_visible()
    expect(panel.get_by_role("button", name="Kebutuhan data")).to_have_count(0)
    stands_in_the_book(office, f"entries/{entry}", who.answers)
    office.picture(officer, "visits-1366")


def test_9_michael_reads_and_answers_in_english(at: At) -> None:
    office, who = at(KEPRI), guest(9)
    kiosk = office.kiosk()
    kiosk.get_by_role("button", name="English").tap()
    expect(kiosk.get_by_text("This office serves through other channels.")).to_be_visible()
    office.picture(kiosk, "kiosk-without-a-line")
    visitor = comes_to(kiosk, KEPRI, "K", "en")
    asked = fills_in(visitor, {**who.answers, **FOREIGNER}, "en")
    assert "What you need" in asked
    expect(kiosk.get_by_text("The officers know that you are here")).to_be_visible()
    [visit] = [one for one in office.at.queue()["without_number"] if one["channel"] == "kiosk"]
    told = stands_in_the_book(office, f"entries/{visit['entry']}", {**who.answers, **FOREIGNER})
    assert told["answers"]["country"] == "Singapore"


def test_10_yuni_of_the_press_is_no_respondent_of_the_survey(at: At) -> None:
    office, who = at(KEPRI), guest(10)
    said = Guest({**who.told, "hp": None, "email": None})
    officer = front_office(office)
    _, entry = writes_down(officer, KEPRI, said)
    expect(without_number(officer)).to_contain_text("Informasi publik (PPID)")
    asked = {name: who.answers[name] for name in ("name", "institution", "purpose")}
    stands_in_the_book(office, f"entries/{entry}", asked)
    [visit] = [one for one in office.at.queue()["without_number"] if one["entry"] == entry]
    assert visit["form"] == "reception"


def test_21_rizals_complaint_by_e_mail_runs_its_own_clock(at: At) -> None:
    office, who = at(JAMBI), guest(21)
    officer = front_office(office)
    officer.locator(".menu summary").click()
    officer.get_by_role("button", name="Catat pengaduan").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_role("radio", name="E-mail").check()
    dialog.get_by_label("Isi, dengan kata-katanya sendiri").fill(who.wish)
    dialog.get_by_role("button", name="Simpan pengaduan").click()
    expect(dialog.locator(".complaint-code")).to_contain_text("PGD-")
    expect(dialog).to_contain_text("Kamis, 26 November 2026")
    code = dialog.locator(".complaint-code").inner_text()
    [kept] = [row for row in register(office) if row["code"] == code]
    assert (kept["channel"], kept["state"]) == ("email", "received")
    assert opened(office, code)["text"] == who.wish


def test_the_front_office_fits_its_screen_in_both_languages(at: At) -> None:
    office = at(JAMBI)
    page = front_office(office)
    assert page.viewport_size == DESK
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(f"{office.root}/counter/?lang=en")
    expect(page.get_by_role("heading", name="Choose a visit, or write down a new one")).to_be_visible()
    office.picture(page, "front-office-en")
