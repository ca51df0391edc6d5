"""The guest book at the kiosk: one question at a time, a few touches, and nothing left behind."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.at_the_book import Visitor, at_the_kiosk, stored
from tests.journeys.screens import REFUSED, Screens

A_TAP = 0.4  # seconds
NIK = "1471012345678901"


def as_far_as_the_year(visitor: Visitor, year: str = "1990") -> None:
    visitor.skips("Yang dibutuhkan")
    visitor.writes("Nama atau nama panggilan", "budi")
    visitor.answers("Datang sendiri atau rombongan?", "Sendiri")
    visitor.answers("Jenis kelamin", "Laki-laki")
    visitor.writes("Tahun lahir", year)


def as_far_as_the_contact(visitor: Visitor) -> None:
    visitor.answers("Pendidikan tertinggi yang ditamatkan", "D4/S1")
    visitor.answers("Pekerjaan utama", "Pegawai swasta")
    visitor.answers("Kategori instansi", "Swasta")
    visitor.skips("Nama instansi")
    visitor.answers("Pemanfaatan utama hasil kunjungan", "Komersial")
    visitor.answers("Sarana yang digunakan", "PST (datang langsung)", "checkbox")
    visitor.press("Lanjut")
    visitor.answers("Penyandang atau pendamping disabilitas?", "Tidak")
    visitor.answers("Apakah ada pengaduan?", "Tidak")
    visitor.skips("Negara", "Provinsi", "Kabupaten/Kota")


def test_a_visitor_who_needs_nothing_special_is_through_in_under_twenty_seconds(office: Screens) -> None:
    visitor, ticket = at_the_kiosk(office)
    as_far_as_the_year(visitor)
    as_far_as_the_contact(visitor)
    visitor.skips("Kontak, kalau Anda mau")
    expect(visitor.page.get_by_text("Buku tamu Anda tersimpan.")).to_be_visible()
    expect(visitor.page.locator(".ticket-number")).to_contain_text("K 001")
    office.picture(visitor.page, "book-thanks")
    assert visitor.taps * A_TAP < 20
    who = {"name": "Budi", "group": 1, "sex": 1, "birth_year": 1990, "schooling": 6, "occupation": 5}
    what_for = {"institution_kind": 8, "use": 3, "means": [1], "disability": 2, "complained": 2}
    assert stored(office, ticket) == who | what_for


def test_a_step_back_loses_nothing_and_a_mind_may_be_changed(office: Screens) -> None:
    visitor, ticket = at_the_kiosk(office)
    as_far_as_the_year(visitor)
    visitor.answers("Pendidikan tertinggi yang ditamatkan", "S2")
    visitor.answers("Pekerjaan utama", "Lainnya")
    visitor.is_asked("Pekerjaan lainnya")
    visitor.types("pensiun")
    visitor.press("Kembali")
    expect(visitor.page.get_by_role("radio", name="Lainnya")).to_be_checked()
    visitor.press("Lanjut")
    expect(visitor.page.locator(".field")).to_have_value("Pensiun")
    visitor.press("Lanjut")
    visitor.is_asked("Kategori instansi")
    for question in ("Pekerjaan lainnya", "Pekerjaan utama", "Pendidikan tertinggi yang ditamatkan"):
        visitor.press("Kembali")
        visitor.is_asked(question)
    visitor.skips("Pendidikan tertinggi yang ditamatkan")
    visitor.answers("Pekerjaan utama", "Wiraswasta")
    visitor.is_asked("Kategori instansi")
    visitor.press("Cukup")
    expect(visitor.page.get_by_text("Buku tamu Anda tersimpan.")).to_be_visible()
    answers = stored(office, ticket)
    assert answers["occupation"] == 6
    assert not {"schooling", "occupation_other"} & answers.keys()


def test_a_visitor_who_may_be_a_minor_reads_why_nobody_asks_for_a_phone(office: Screens) -> None:
    visitor, ticket = at_the_kiosk(office)
    as_far_as_the_year(visitor, "2010")
    as_far_as_the_contact(visitor)
    visitor.is_asked("Sampai di sini sudah cukup")
    expect(visitor.page.get_by_text("Karena Anda mungkin belum berusia 18 tahun")).to_be_visible()
    expect(visitor.page.get_by_label("Nomor HP")).to_have_count(0)
    office.picture(visitor.page, "book-minor")
    visitor.press("Selesai")
    expect(visitor.page.get_by_text("Buku tamu Anda tersimpan.")).to_be_visible()
    assert not {"phone", "email"} & stored(office, ticket).keys()


def test_a_group_of_thirty_two_is_counted_by_its_heads(office: Screens) -> None:
    visitor, ticket = at_the_kiosk(office)
    visitor.skips("Yang dibutuhkan", "Nama atau nama panggilan")
    visitor.answers("Datang sendiri atau rombongan?", "Rombongan")
    visitor.is_asked("Berapa orang dalam rombongan?")
    visitor.types("13")
    visitor.press("Laki-laki: tambah satu")
    visitor.touch(visitor.page.get_by_label("Perempuan", exact=True))
    visitor.types("18")
    expect(visitor.page.get_by_text("Seluruhnya 32 orang")).to_be_visible()
    office.picture(visitor.page, "book-group")
    visitor.press("Lanjut")
    visitor.is_asked("Jenis kelamin")
    visitor.press("Cukup")
    expect(visitor.page.get_by_text("Buku tamu Anda tersimpan.")).to_be_visible()
    assert stored(office, ticket) == {"group": 32, "group_men": 14, "group_women": 18}


def test_sixteen_digits_are_refused_in_place_and_nothing_typed_is_lost(office: Screens) -> None:
    visitor, ticket = at_the_kiosk(office)
    visitor.is_asked("Yang dibutuhkan")
    visitor.page.keyboard.type(f"Data desil, NIK {NIK}")
    with office.pardoning(REFUSED):
        visitor.press("Lanjut")
        expect(visitor.page.get_by_role("alert")).to_contain_text("Mohon jangan menulis NIK")
    expect(visitor.page.locator(".field")).to_have_value(f"Data desil, NIK {NIK}")
    office.picture(visitor.page, "book-identity-number")
    for _ in f", NIK {NIK}":
        visitor.press("Hapus satu huruf")
    visitor.press("Lanjut")
    visitor.is_asked("Nama atau nama panggilan")
    assert stored(office, ticket) == {"purpose": "Data desil"}
