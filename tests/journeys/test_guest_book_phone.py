"""The same guest book on the visitor's phone: one thumb, nothing shown again, and a small page."""

from __future__ import annotations

import gzip
from pathlib import Path

from playwright.sync_api import expect

import shared
from tests.journeys.at_the_book import Visitor, on_the_phone, stored
from tests.journeys.screens import REFUSED, Screens

A_TAP = 0.4  # seconds
SMALL = 60_000  # bytes of the page's script and style, packed (screens.md, section 6)
BUILT = Path(shared.__file__).parent / "static" / "dist"
SEEN = "() => document.documentElement.outerHTML + [...document.querySelectorAll('input')].map(({ value }) => value)"


def blok_one(visitor: Visitor) -> None:
    visitor.fills("Yang dibutuhkan", "Garis kemiskinan untuk skripsi")
    visitor.fills("Nama atau nama panggilan", "Rahmi Yulianti")
    visitor.answers("Datang sendiri atau rombongan?", "Sendiri")
    visitor.answers("Jenis kelamin", "Perempuan")
    visitor.fills("Tahun lahir", "2003")
    visitor.answers("Pendidikan tertinggi yang ditamatkan", "SMA/sederajat")
    visitor.answers("Pekerjaan utama", "Pelajar/Mahasiswa")
    visitor.answers("Kategori instansi", "Lembaga Penelitian & Pendidikan")
    visitor.fills("Nama instansi", "Universitas Riau (contoh)")
    visitor.answers("Pemanfaatan utama hasil kunjungan", "Tugas Sekolah/Kuliah")
    for means in ("PST (datang langsung)", "Website BPS / AllStats BPS"):
        visitor.answers("Sarana yang digunakan", means, "checkbox")
    visitor.press("Lanjut")
    visitor.answers("Penyandang atau pendamping disabilitas?", "Tidak")
    visitor.answers("Apakah ada pengaduan?", "Tidak")
    visitor.skips("Negara")
    visitor.fills("Provinsi", "Riau")
    visitor.fills("Kabupaten/Kota", "Pekanbaru")


def test_all_of_blok_one_takes_less_than_two_minutes(office: Screens) -> None:
    visitor, ticket = on_the_phone(office)
    phone = visitor.page
    blok_one(visitor)
    visitor.is_asked("Kontak, kalau Anda mau")
    assert [box.is_checked() for box in phone.get_by_role("checkbox").all()] == [False, False]
    no, yes = (phone.get_by_role("button", name=name).bounding_box() for name in ("Lewati", "Simpan"))
    assert no
    assert yes
    assert (no["width"], no["height"]) == (yes["width"], yes["height"])
    phone.get_by_label("Nomor HP").fill("0812-0000-0001")
    visitor.touch(phone.get_by_role("checkbox").first)
    office.picture(phone, "phone-book-contact")
    visitor.press("Simpan")
    expect(phone.get_by_text("16 isian tersimpan")).to_be_visible()
    office.picture(phone, "phone-book-saved")
    assert (visitor.taps + len("0812-0000-0001")) * A_TAP < 120
    answers = stored(office, ticket)
    assert (answers["name"], answers["birth_year"], answers["means"]) == ("Rahmi Yulianti", 2003, [1, 4])
    assert answers["phone"] == "+6281200000001"


def test_the_phone_says_how_much_is_answered_and_never_with_what(office: Screens) -> None:
    visitor, _ = on_the_phone(office)
    visitor.fills("Yang dibutuhkan", "Garis kemiskinan")
    visitor.is_asked("Nama atau nama panggilan")
    visitor.press("Cukup")
    expect(visitor.page.get_by_text("1 isian tersimpan")).to_be_visible()
    visitor.press("Lanjutkan")
    visitor.is_asked("Nama atau nama panggilan")
    visitor.press("Kembali")
    expect(visitor.page.get_by_text("Sudah Anda jawab.")).to_be_visible()
    expect(visitor.page.locator(".field")).to_have_value("")
    assert "kemiskinan" not in visitor.page.evaluate(SEEN)


def test_a_wrong_number_is_told_beside_it_and_stays_to_be_mended(office: Screens) -> None:
    visitor, ticket = on_the_phone(office, "D")
    visitor.answers("Jenis konsultasi DTSEN", "Pengecekan desil")
    visitor.skips("Yang dibutuhkan", "Nama atau nama panggilan", "Jenis kelamin", "Tahun lahir", "Provinsi")
    visitor.skips("Kabupaten/Kota")
    number = visitor.page.get_by_label("Nomor HP")
    number.fill("12")
    with office.pardoning(REFUSED):
        visitor.press("Simpan")
        expect(visitor.page.get_by_role("alert")).to_contain_text("Contoh: 0812 3456 7890")
    office.picture(visitor.page, "phone-book-refused")
    expect(number).to_have_value("12")
    expect(number).to_have_attribute("aria-invalid", "true")
    number.fill("+60 12-345 6789")
    visitor.press("Simpan")
    expect(visitor.page.get_by_text("2 isian tersimpan")).to_be_visible()
    assert stored(office, ticket) == {"dtsen_kind": 6, "phone": "+60123456789"}


def test_a_call_comes_before_every_question(office: Screens) -> None:
    visitor, _ = on_the_phone(office)
    visitor.is_asked("Yang dibutuhkan")
    office.at.press("call-next")
    expect(visitor.page.get_by_role("heading", name="Giliran Anda")).to_be_visible()
    expect(visitor.page.locator("#question")).to_have_count(0)


def test_an_english_visitor_is_asked_in_english(office: Screens) -> None:
    visitor, ticket = on_the_phone(office, language="en")
    visitor.is_asked("What you need")
    office.picture(visitor.page, "phone-book-english")
    visitor.press("Skip")
    visitor.fills("Name, or what we may call you", "Dr. Tanaka")
    visitor.answers("Are you alone or in a group?", "Alone")
    visitor.answers("Sex", "Male")
    visitor.is_asked("Year of birth")
    visitor.page.locator(".field").fill("1850")
    with office.pardoning(REFUSED):
        visitor.press("Continue")
        expect(visitor.page.get_by_role("alert")).to_contain_text("cannot be saved")
    visitor.press("Enough")
    expect(visitor.page.get_by_text("3 answers saved")).to_be_visible()
    assert stored(office, ticket)["name"] == "Dr. Tanaka"


def test_the_phone_page_stays_under_sixty_kilobytes_and_without_a_keyboard() -> None:
    parts = [(BUILT / f"kiosk-my_ticket.{kind}").read_bytes() for kind in ("js", "css")]
    assert sum(len(gzip.compress(part)) for part in parts) < SMALL
    assert b"simple-keyboard" not in b"".join(parts)
