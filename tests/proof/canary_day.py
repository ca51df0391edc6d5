"""A day on which the canary visitor goes through every page that takes or shows what people say of themselves."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.at_the_book import Visitor, at_the_kiosk, on_the_phone
from tests.journeys.at_the_rating import COMMENT, QUESTIONS, code_of
from tests.journeys.console import call, primary
from tests.journeys.guests import begins_to_write, comes, visit_record, without_number
from tests.journeys.screens import TICKET_SETTLED
from tests.journeys.test_coming_again import again, find
from tests.journeys.test_complaint_kiosk import at_the_complaint, chooses, code_on
from tests.journeys.test_complaint_kiosk import writes as complains
from tests.journeys.test_complaint_phone import at_the_words, press
from tests.journeys.test_complaints_at_the_desk import open_row
from tests.journeys.test_left_alone import at_home_in_indonesian
from tests.journeys.test_my_data import my_data, right
from tests.journeys.test_rating_at_the_kiosk import at_the_opening
from tests.journeys.test_rights import find as find_visit
from tests.journeys.test_rights import request
from tests.journeys.the_book_at_the_desk import saves
from tests.journeys.the_record import choose, need, opened, part, record
from tests.proof.canary import EMAIL, NAME, PHONE, STORED_PHONE, WORDS, TappedScreens

Ticket = dict[str, Any]
INSTITUTION = f"Universitas {NAME}"
GUEST = {"name": f"Tamu {NAME}", "institution": INSTITUTION, "host": f"Bapak {NAME}", "purpose": WORDS}


def shows(place: Page | Locator, words: str = NAME) -> None:
    """Here staff may read it: a test that could not see it there would see it nowhere."""
    shown = place.locator("body") if isinstance(place, Page) else place
    expect(shown).to_contain_text(words, ignore_case=True)


def writes_at_the_kiosk(office: TappedScreens) -> Ticket:
    visitor, ticket = at_the_kiosk(office)
    typed = NAME.lower()
    visitor.writes("Yang dibutuhkan", typed)
    visitor.writes("Nama atau nama panggilan", typed)
    visitor.answers("Datang sendiri atau rombongan?", "Sendiri")
    visitor.answers("Jenis kelamin", "Perempuan")
    visitor.writes("Tahun lahir", "2003")
    visitor.answers("Pendidikan tertinggi yang ditamatkan", "D4/S1")
    visitor.answers("Pekerjaan utama", "Lainnya")
    visitor.writes("Pekerjaan lainnya", typed)
    visitor.answers("Kategori instansi", "Swasta")
    visitor.writes("Nama instansi", typed)
    visitor.answers("Pemanfaatan utama hasil kunjungan", "Komersial")
    visitor.answers("Sarana yang digunakan", "PST (datang langsung)", "checkbox")
    visitor.press("Lanjut")
    visitor.answers("Penyandang atau pendamping disabilitas?", "Tidak")
    visitor.answers("Apakah ada pengaduan?", "Tidak")
    visitor.skips("Negara", "Provinsi", "Kabupaten/Kota")
    for label, contact in (("Nomor HP", PHONE.replace("-", "")), ("Alamat e-mail", EMAIL)):
        visitor.touch(visitor.page.get_by_label(label))
        visitor.page.keyboard.type(contact)
    visitor.press("Simpan")
    expect(visitor.page.get_by_text("Buku tamu Anda tersimpan.")).to_be_visible()
    visitor.touch(visitor.page.get_by_role("button", name="Selesai"), TICKET_SETTLED)
    at_home_in_indonesian(visitor.page)
    return ticket


def writes_on_the_phone(office: TappedScreens) -> tuple[Page, Ticket]:
    """With both contacts and both consents."""
    visitor, ticket = on_the_phone(office)
    visitor.fills("Yang dibutuhkan", WORDS)
    visitor.fills("Nama atau nama panggilan", NAME)
    visitor.answers("Datang sendiri atau rombongan?", "Sendiri")
    visitor.answers("Jenis kelamin", "Perempuan")
    visitor.fills("Tahun lahir", "2003")
    visitor.answers("Pendidikan tertinggi yang ditamatkan", "D4/S1")
    visitor.answers("Pekerjaan utama", "Lainnya")
    visitor.fills("Pekerjaan lainnya", f"Peneliti {NAME}")
    visitor.answers("Kategori instansi", "Lembaga Penelitian & Pendidikan")
    visitor.fills("Nama instansi", INSTITUTION)
    visitor.answers("Pemanfaatan utama hasil kunjungan", "Tugas Sekolah/Kuliah")
    visitor.answers("Sarana yang digunakan", "PST (datang langsung)", "checkbox")
    visitor.press("Lanjut")
    visitor.answers("Penyandang atau pendamping disabilitas?", "Tidak")
    visitor.answers("Apakah ada pengaduan?", "Tidak")
    visitor.skips("Negara", "Provinsi", "Kabupaten/Kota")
    phone = visitor.page
    phone.get_by_label("Nomor HP").fill(PHONE)
    phone.get_by_label("Alamat e-mail").fill(EMAIL)
    for consent in phone.get_by_role("checkbox").all():
        visitor.touch(consent)
    visitor.press("Simpan")
    expect(phone.get_by_text("isian tersimpan")).to_be_visible()
    return phone, ticket


def comes_again(office: TappedScreens) -> Ticket:
    phone, ticket = again(office, NAME, PHONE)
    find(phone)
    phone.get_by_role("button", name="Ya, gunakan").click()
    expect(phone.get_by_text("Jawaban kunjungan lalu dipakai.")).to_be_visible()
    return ticket


def is_served(officer: Page, number: str) -> None:
    """The officer reads the entry, writes down a need, changes the entry, copies it, and finishes."""
    panel = opened(officer, number)
    shows(panel)
    part(panel, "Kebutuhan data")
    need(panel, WORDS)
    part(panel, "Isian pengguna")
    panel.get_by_role("button", name="Ubah isian").click()
    panel.get_by_label("Nama instansi").fill(INSTITUTION)
    saves(panel)
    part(panel, "Lembar salin")
    panel.get_by_role("button", name="Buat lembar salin").click()
    shows(panel.locator(".sheet"), INSTITUTION)
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai").click()
    primary(officer, "Panggil berikutnya")
    expect(record(officer)).to_have_count(0)


def is_served_in_short(officer: Page, number: str) -> None:
    call(officer, number)
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai").click()


def telephones(officer: Page) -> None:
    panel = begins_to_write(officer, "Konsultasi Statistik")
    panel.get_by_label("Yang dibutuhkan").fill(WORDS)
    panel.get_by_label("Nama atau nama panggilan").fill(f"Penelepon {NAME}")
    panel.get_by_label("Nomor HP").fill(PHONE)
    choose(panel, "Sarana yang digunakan", "Lainnya")
    panel.get_by_label("Sarana lainnya").fill(f"Telepon {NAME}")
    panel.get_by_role("button", name="Catat kunjungan").click()
    expect(panel.locator(".record__name")).to_have_text(f"Penelepon {NAME}")
    part(panel, "Kebutuhan data")
    need(panel, WORDS)
    panel.get_by_role("button", name="Tutup").click()


def visits_the_house(office: TappedScreens, officer: Page) -> None:
    comes(office, GUEST)
    without_number(officer).get_by_role("button", name="Buka Tamu Pimpinan").click()
    panel = visit_record(officer)
    shows(panel, f"Bapak {NAME}")
    panel.get_by_role("button", name="Sudah ditemui").click()
    expect(panel).to_contain_text("Sudah ditemui pukul")
    officer.keyboard.press("Escape")
    expect(visit_record(officer)).to_have_count(0)


def complains_at_the_kiosk(office: TappedScreens) -> str:
    visitor = at_the_complaint(office)
    chooses(visitor)
    complains(visitor, NAME.lower())
    visitor.press("Sebutkan nama")
    visitor.is_asked("Ke mana kami menjawab?")
    visitor.types(NAME.lower())
    visitor.touch(visitor.page.get_by_label("Nomor HP atau e-mail"))
    visitor.page.keyboard.type(EMAIL)
    visitor.press("Kirim")
    code = code_on(visitor.page)
    visitor.touch(visitor.page.get_by_role("button", name="Sudah saya foto"), TICKET_SETTLED)
    at_home_in_indonesian(visitor.page)
    return code


def complains_on_the_phone(phone: Page) -> str:
    """Linked to the visit."""
    at_the_words(phone)
    phone.locator(".field").fill(WORDS)
    press(phone, "Lanjut")
    press(phone, "Terkait kunjungan saya", "checkbox")
    press(phone, "Sebutkan nama")
    phone.get_by_label("Nama atau nama panggilan").fill(NAME)
    phone.get_by_label("Nomor HP atau e-mail").fill(PHONE)
    press(phone, "Kirim")
    code = code_on(phone)
    press(phone, "Sudah saya simpan")
    return code


def is_answered(manager: Page, root: str, code: str) -> None:
    manager.goto(f"{root}/counter/complaints")
    dialog = open_row(manager, code)
    dialog.get_by_role("button", name="Buka isi").click()
    shows(dialog.locator("blockquote"))
    dialog.get_by_role("radio", name="Jawab").check()
    dialog.get_by_label("Yang disampaikan kepada pengadu").fill(f"Mohon maaf, {NAME}.")
    dialog.get_by_role("button", name="Simpan langkah").click()
    shows(dialog.locator(".steps"), f"Mohon maaf, {NAME}.")


def rates_on_the_phone(phone: Page) -> None:
    visitor = Visitor(phone)
    visitor.press("Mulai")
    visitor.press("Mulai")
    visitor.answers(QUESTIONS[0], "Sesuai")
    visitor.skips(*QUESTIONS[1:])
    visitor.is_asked(COMMENT)
    phone.locator(".field").fill(WORDS)
    visitor.press("Kirim")
    expect(phone.get_by_text("Penilaian Anda tersimpan")).to_be_visible()


def rates_at_the_kiosk(office: TappedScreens, ticket: Ticket) -> str:
    """By the code on the slip, which is returned."""
    visitor = at_the_opening(office, ticket)
    visitor.press("Mulai")
    visitor.answers(QUESTIONS[0], "Sesuai")
    visitor.skips(*QUESTIONS[1:])
    visitor.is_asked(COMMENT)
    visitor.types(NAME.lower())
    visitor.press("Kirim")
    expect(visitor.page.get_by_text("Penilaian Anda tersimpan")).to_be_visible()
    visitor.press("Selesai")
    at_home_in_indonesian(visitor.page)
    return code_of(office, ticket)


def is_remarked_on(manager: Page, root: str) -> None:
    """A manager who does not heed "jangan menulis nama": a comment and a correction."""
    manager.goto(f"{root}/counter/wait-log")
    manager.locator(".log__number", has_text="K 002").click()
    panel = manager.get_by_role("dialog")
    panel.get_by_role("button", name="Tulis komentar").click()
    panel.get_by_role("textbox", name="Komentar").fill(f"{NAME} menelepon lagi.")
    panel.get_by_role("button", name="Simpan komentar").click()
    shows(panel.locator(".event__text").last)
    panel.get_by_role("button", name="Catat koreksi").click()
    panel.get_by_text("Salah nomor").click()
    panel.get_by_label("Keterangan, boleh kosong").fill(f"Nomor {NAME}.")
    panel.get_by_role("button", name="Catat koreksi").click()
    shows(panel.locator(".event__text").last, f"Nomor {NAME}.")
    manager.keyboard.press("Escape")


def uses_rights(office: TappedScreens, manager: Page, ticket: Ticket) -> bytes:
    """Asks for a copy and a correction on the phone; the copy as the manager's file."""
    phone = my_data(office, ticket)
    for asked in ("Salinan data saya", "Perbaikan data"):
        right(phone, asked).get_by_role("button").click()
        expect(right(phone, asked)).to_contain_text("Dijawab paling lambat")
    manager.goto(f"{office.root}/counter/rights")
    request(manager, "Minta salinan data").get_by_role("button", name="Buka salinan").click()
    dialog = manager.get_by_role("dialog")
    for said in (NAME, EMAIL, STORED_PHONE[3:], INSTITUTION, WORDS, "membuka"):
        shows(dialog, said)
    with manager.expect_download() as downloaded:
        dialog.get_by_role("button", name="Unduh JSON").click()
    manager.keyboard.press("Escape")
    find_visit(manager, ticket["number"])
    manager.locator(".found").get_by_role("button", name="Perbaiki data").click()
    form = manager.get_by_role("dialog")
    form.get_by_label("Nama atau nama panggilan").fill(f"{NAME} Putri")
    form.get_by_role("button", name="Simpan perbaikan").click()
    expect(form).to_have_count(0)
    return downloaded.value.path().read_bytes()


def is_counted(manager: Page, root: str) -> bytes:
    """In institutions and in the file with names, which is returned."""
    manager.goto(f"{root}/counter/institutions")
    shows(manager.locator("main"), INSTITUTION)
    manager.goto(f"{root}/counter/recap")
    manager.get_by_role("button", name="Berkas dengan nama").click()
    dialog = manager.get_by_role("dialog")
    dialog.get_by_label("Alasan lain").check()
    dialog.get_by_label("Alasannya").fill(f"Ditanya {NAME}")
    with manager.expect_download() as downloaded:
        dialog.get_by_role("button", name="Buka dan unduh").click()
    expect(dialog).to_have_count(0)
    return downloaded.value.path().read_bytes()
