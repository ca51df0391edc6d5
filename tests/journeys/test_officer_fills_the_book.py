"""The officer fills in the guest book with the visitor: nothing guessed, nothing lost, nothing read twice."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.console import call, primary
from tests.journeys.screens import BOARD, REFUSED, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.test_visit_record import SIDEWAYS
from tests.journeys.the_record import RAHMI, choose, need, opened, part, record, visit

__all__ = ["axe"]

FILLED_IN = """
form => [...form.querySelectorAll("input, textarea")]
  .some((field) => (field.type === "checkbox" ? field.checked : field.value))
  || Boolean(form.querySelector("[aria-pressed=true]"))
"""
COMPANY = "Datang sendiri atau rombongan?"
GROUP = {"group": 32, "group_men": 14, "group_women": 18}


def filling(officer: Page, number: str = "K 001") -> Locator:
    """The form of the visitor who is called next."""
    panel = opened(officer, number)
    panel.get_by_role("button", name="Isi bersama pengguna").click()
    expect(panel.locator(".book-form")).to_be_visible()
    return panel


def saves(panel: Locator) -> None:
    panel.get_by_role("button", name="Simpan isian").click()
    expect(panel.locator(".book-form")).to_have_count(0)


def stored(office: Screens, ticket: dict[str, Any]) -> Any:
    """What the visit's record holds now."""
    return office.at.ask("POST", f"/counter/tickets/{ticket['id']}/open", "dewi", {"reason": "serving"}).data


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


def test_what_was_saved_is_shown_without_another_look(office: Screens) -> None:
    officer = office.console()
    ticket = visit(office, {"name": "Rahmi", "means": [1], "phone": "0812-0000-1234"})
    panel = opened(officer)
    looks: list[str] = []
    officer.on("request", lambda request: looks.append(request.url) if request.url.endswith("/open") else None)
    panel.get_by_role("button", name="Ubah isian").click()
    panel.get_by_label("Nama atau nama panggilan").fill("Rahmi Yulianti")
    choose(panel, "Sarana yang digunakan", "Website BPS / AllStats BPS")
    saves(panel)
    expect(panel.locator(".record__name")).to_have_text("Rahmi Yulianti")
    expect(panel).to_contain_text("PST (datang langsung), Website BPS / AllStats BPS")
    expect(panel).to_contain_text("08••••1234")
    expect(officer.locator(".guest-book")).to_contain_text("Buku tamu: 3 isian")
    expect(panel.get_by_role("button", name="Ada isian baru. Baca lagi")).to_have_count(0)
    part(panel, "Lembar salin")
    assert looks == []
    panel.get_by_role("button", name="Buat lembar salin").click()
    expect(panel.locator(".sheet")).to_contain_text("Rahmi Yulianti")
    assert len(looks) == 1
    known = stored(office, ticket)["answers"]
    assert known["means"] == [1, 4]
    assert known["phone"] == "+6281200001234", "a contact that stayed masked stays as it was"


def test_only_what_was_changed_is_sent(office: Screens) -> None:
    officer = office.console()
    ticket = visit(office, {"name": "Rahmi", "institution": "Universitas Riau"})
    panel = opened(officer)
    panel.get_by_role("button", name="Ubah isian").click()
    panel.get_by_label("Provinsi").fill("Riau")
    panel.get_by_label("Nama instansi").fill("")
    said = {"ticket": ticket["token"], "answers": {"name": "Rahmi Yulianti"}}
    assert office.at.ask("POST", "/kiosk/guestbook", "kiosk", said).status == 201
    saves(panel)
    assert stored(office, ticket)["answers"] == {"name": "Rahmi Yulianti", "province": "Riau"}


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


def test_sixteen_digits_are_refused_at_their_field_and_nothing_else_is_lost(office: Screens) -> None:
    officer = office.console()
    ticket = office.at.take()
    panel = filling(officer)
    panel.get_by_label("Nama atau nama panggilan").fill("Rahmi")
    panel.get_by_label("Yang dibutuhkan").fill("NIK saya 1471 0123 4567 8901")
    with office.pardoning(REFUSED):
        panel.get_by_role("button", name="Simpan isian").click()
        expect(panel.get_by_label("Yang dibutuhkan")).to_have_attribute("aria-invalid", "true")
    expect(panel.get_by_text("Mohon jangan menulis NIK")).to_be_in_viewport()
    expect(panel.get_by_label("Yang dibutuhkan")).to_be_focused()
    office.picture(officer, "book-refused-1366")
    panel.get_by_label("Yang dibutuhkan").fill("Garis kemiskinan")
    panel.get_by_label("Tahun lahir").fill("1800")
    with office.pardoning(REFUSED):
        panel.get_by_role("button", name="Simpan isian").click()
        expect(panel.get_by_label("Tahun lahir")).to_have_attribute("aria-invalid", "true")
    panel.get_by_label("Tahun lahir").fill("2003")
    saves(panel)
    assert stored(office, ticket)["answers"] == {"name": "Rahmi", "purpose": "Garis kemiskinan", "birth_year": 2003}


def test_consents_are_ticked_by_hand_alone_and_taken_back(office: Screens) -> None:
    officer = office.console()
    ticket = office.at.take()
    panel = filling(officer)
    expect(panel.get_by_text("Centang hanya bila pengguna sendiri menyatakan setuju.")).to_be_visible()
    panel.get_by_label("Saya setuju dihubungi tentang permintaan data saya ini.").check()
    saves(panel)
    assert stored(office, ticket)["consents"] == {"follow_up": True}
    expect(panel.locator(".agreed-to")).to_contain_text("Saya setuju dihubungi tentang permintaan")
    panel.get_by_role("button", name="Isi bersama pengguna").click()
    agreed = panel.get_by_label("Saya setuju dihubungi tentang permintaan data saya ini.")
    expect(agreed).to_be_checked()
    agreed.uncheck()
    saves(panel)
    assert stored(office, ticket)["consents"] == {"follow_up": False}
    expect(panel.locator(".agreed-to")).to_have_count(0)


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


def test_unsaved_answers_are_warned_about_and_outlive_the_visit(office: Screens) -> None:
    officer = office.console()
    ticket = office.at.take()
    panel = filling(officer)
    panel.get_by_label("Nama atau nama panggilan").fill("Rahmi")
    officer.keyboard.press("Escape")
    expect(panel.get_by_role("alert").first).to_contain_text("Isian belum disimpan.")
    part(panel, "Kebutuhan data")
    expect(panel.get_by_label("Nama atau nama panggilan")).to_be_hidden()
    part(panel, "Isian pengguna")
    expect(panel.get_by_label("Nama atau nama panggilan")).to_have_value("Rahmi")
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai").click()
    expect(panel).to_contain_text("K-001 tidak lagi di meja ini.")
    panel.get_by_role("button", name="Simpan isian").click()
    expect(record(officer)).to_have_count(0)
    assert stored(office, ticket)["answers"] == {"name": "Rahmi"}


def test_a_send_that_the_server_missed_loses_nothing(mortal_office: Screens) -> None:
    office = mortal_office
    officer = office.console()
    ticket = office.at.take()
    panel = filling(officer)
    panel.get_by_label("Nama atau nama panggilan").fill("Rahmi")
    with office.pardoning(UNANSWERED):
        office.server.kill()
        panel.get_by_role("button", name="Simpan isian").click()
        expect(panel.get_by_text("Server tidak menjawab. Tekan sekali lagi")).to_be_visible()
        expect(panel.get_by_label("Nama atau nama panggilan")).to_have_value("Rahmi")
        office.server.start()
        expect(officer.get_by_text("Sambungan ke server terputus.")).to_have_count(0)
    saves(panel)
    assert stored(office, ticket)["answers"] == {"name": "Rahmi"}


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


def test_a_follow_on_service_keeps_the_needs_of_both_legs(office: Screens) -> None:
    officer = office.console()
    ticket = visit(office, RAHMI)
    panel = opened(officer)
    part(panel, "Kebutuhan data")
    need(panel, "PDRB Kota Pekanbaru")
    panel.get_by_role("button", name="Tutup").click()
    officer.get_by_role("button", name="Alihkan").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("Perpustakaan").check()
    dialog.locator(".dialog__foot .button--primary").click()
    panel = opened(officer)
    part(panel, "Kebutuhan data")
    expect(panel.locator(".needs__leg")).to_have_text(["Layanan ke-1: Konsultasi Statistik"])
    need(panel, "Kota Pekanbaru Dalam Angka")
    expect(panel.locator(".needs__leg")).to_have_text(
        ["Layanan ke-1: Konsultasi Statistik", "Layanan ke-2: Perpustakaan"]
    )
    office.picture(officer, "needs-by-leg-1366")
    panel.get_by_role("button", name="Ubah kebutuhan 1").click()
    panel.get_by_label("Tahun awal").fill("2020")
    panel.get_by_role("button", name="Simpan kebutuhan").click()
    expect(panel.locator(".needs").first).to_contain_text("2020")
    told = [(one["leg"], one["detail"]) for one in stored(office, ticket)["needs"]]
    assert told == [(1, "PDRB Kota Pekanbaru"), (2, "Kota Pekanbaru Dalam Angka")]


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
