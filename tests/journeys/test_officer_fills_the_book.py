"""The officer fills in the guest book with the visitor: the form of the service, by hand alone, nothing guessed."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from tests.journeys.console import call, primary
from tests.journeys.screens import BOARD, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.test_visit_record import SIDEWAYS
from tests.journeys.the_book_at_the_desk import filling, saves, stored
from tests.journeys.the_record import RAHMI, choose, opened, part, record, visit

__all__ = ["axe"]

FILLED_IN = """
form => [...form.querySelectorAll("input, textarea")]
  .some((field) => (field.type === "checkbox" ? field.checked : field.value))
  || Boolean(form.querySelector("[aria-pressed=true]"))
"""
COMPANY = "Datang sendiri atau rombongan?"
GROUP = {"group": 32, "group_men": 14, "group_women": 18}


def test_the_form_of_the_service_stands_there_with_nothing_filled_in(office: Screens) -> None:
    officer = office.console()
    office.at.take()
    panel = filling(officer)
    form = panel.locator(".book-form")
    assert not form.evaluate(FILLED_IN)
    expect(panel.get_by_role("button", name="Simpan isian")).to_be_disabled()
    asked = form.locator(".need-field").evaluate_all("all => all.map((one) => one.innerText.split('\\n')[0])")
    assert asked[:6] == [
        "Yang dibutuhkan",
        "Nama atau nama panggilan",
        COMPANY,
        "Jenis kelamin",
        "Tahun lahir",
        "Pendidikan tertinggi yang ditamatkan",
    ]
    expect(panel.get_by_label("Pekerjaan lainnya")).to_have_count(0)
    choose(panel, "Pekerjaan utama", "Lainnya")
    expect(panel.get_by_label("Pekerjaan lainnya")).to_be_visible()


def test_a_whole_entry_is_written_with_the_keyboard_alone(office: Screens) -> None:
    officer = office.console()
    ticket = office.at.take()
    panel = filling(officer)
    expect(panel.get_by_label("Yang dibutuhkan")).to_be_focused()
    keys = officer.keyboard
    keys.type("Garis kemiskinan")
    keys.press("Enter")
    keys.type("Rahmi")
    keys.press("Enter")
    keys.press("1")  # alone
    keys.press("Tab")
    keys.press("ArrowRight")
    keys.press("Space")  # female
    keys.press("Tab")
    keys.type("2003")
    keys.press("Enter")
    keys.press("4")
    keys.press("Control+Enter")
    expect(panel.locator(".book-form")).to_have_count(0)
    assert stored(office, ticket)["answers"] == {
        "purpose": "Garis kemiskinan",
        "name": "Rahmi",
        "group": 1,
        "sex": 2,
        "birth_year": 2003,
        "schooling": 4,
    }
    assert len(office.at.calls()) == 1, "no key of the console was pressed"


def test_somebody_who_may_be_a_minor_is_asked_no_contact_and_told_why(office: Screens) -> None:
    officer = office.console()
    ticket = visit(office, {"phone": "0812-0000-1234", "name": "Salsa"})
    panel = opened(officer)
    panel.get_by_role("button", name="Ubah isian").click()
    expect(panel.get_by_label("Alamat e-mail")).to_be_visible()
    panel.get_by_label("Tahun lahir").fill("2010")
    for contact in ("Alamat e-mail", "Nomor HP", "Saya setuju dihubungi tentang permintaan data saya ini."):
        expect(panel.get_by_label(contact)).to_have_count(0)
    told = panel.get_by_text("nomor HP dan e-mail tidak ditanyakan dan tidak disimpan")
    told.scroll_into_view_if_needed()
    office.picture(officer, "book-minor-1366")
    saves(panel)
    assert stored(office, ticket)["answers"] == {"name": "Salsa", "birth_year": 2010}


def test_a_group_is_counted_by_its_men_and_women(office: Screens) -> None:
    officer = office.console()
    ticket = office.at.take("P")
    panel = filling(officer, "P 001")
    choose(panel, COMPANY, "Rombongan")
    panel.get_by_label("Laki-laki").fill("14")
    panel.get_by_label("Perempuan").fill("18")
    expect(panel.get_by_role("status").filter(has_text="Rombongan 32 orang")).to_be_visible()
    office.picture(officer, "book-group-1366")
    saves(panel)
    expect(officer.locator(".guest-book")).to_contain_text("Rombongan 32 orang")
    assert stored(office, ticket)["answers"] == GROUP
    panel.get_by_role("button", name="Ubah isian").click()
    choose(panel, COMPANY, "Sendiri")
    saves(panel)
    assert stored(office, ticket)["answers"] == {"group": 1}


def test_what_the_office_must_ask_is_marked_and_never_forced(open_office: Any) -> None:
    office = open_office(changes={"[standard]\n": '[guest_book]\nrequired = ["institution", "sex"]\n\n[standard]\n'})
    officer = office.console()
    office.at.take()
    panel = filling(officer)
    marked = panel.locator(".need-field", has_text="diminta kantor")
    expect(marked).to_have_count(2)
    expect(marked.first).to_contain_text("Jenis kelamin")
    office.picture(officer, "book-required-1366")
    choose(panel, "Jenis kelamin", "Perempuan")
    saves(panel)
    expect(panel).to_contain_text("Masih diminta kantor: Nama instansi.")


def test_each_service_has_the_form_of_its_own(office: Screens) -> None:
    officer = office.console()
    office.at.take("D")
    panel = filling(officer, "D 001")
    expect(panel.get_by_role("group", name="Jenis konsultasi DTSEN")).to_be_visible()
    expect(panel.get_by_label("Nama instansi")).to_have_count(0)
    choose(panel, "Jenis konsultasi DTSEN", "Pengecekan desil")
    saves(panel)
    expect(panel.locator(".answers")).to_contain_text("Pengecekan desil")


def test_the_form_is_accessible_and_fits_the_screens_of_an_office(office: Screens, axe: str) -> None:
    officer = office.console()
    visit(office, RAHMI)
    call(officer, "K 001")
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai")
    officer.get_by_role("button", name="Buka catatan kunjungan").click()
    panel = record(officer)
    panel.get_by_role("button", name="Ubah isian").click()
    choose(panel, COMPANY, "Rombongan")
    choose(panel, "Pekerjaan utama", "Lainnya")
    for width, height in ((1366, 768), (BOARD["width"], BOARD["height"])):
        officer.set_viewport_size({"width": width, "height": height})
        passes(officer, axe)
        assert officer.evaluate(SIDEWAYS)
        office.picture(officer, f"book-form-{width}")
        panel.locator(".record__body").evaluate("body => body.scrollTo(0, body.scrollHeight)")
        office.picture(officer, f"book-form-end-{width}")
        panel.locator(".record__body").evaluate("body => body.scrollTo(0, 0)")
    part(panel, "Lembar salin")
    passes(officer, axe)
