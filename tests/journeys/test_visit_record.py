"""The officer's visit record: opened beside the work, written without anything filled in, copied, and wiped."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.console import call, primary, strike
from tests.journeys.screens import BOARD, REFUSED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.the_record import RAHMI, choose, need, opened, part, record, visit, write

__all__ = ["axe"]

SALSABILA = {"name": "Salsa", "birth_year": 2010, "institution": "SMP Negeri contoh 4", "purpose": "Tugas IPS"}
FILLED_IN = """
form => [...form.querySelectorAll("input, textarea")].some((field) => field.value)
  || Boolean(form.querySelector("[aria-pressed=true]"))
"""
SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll(".console__work, .record, .record__body, .act")]
  .every((one) => one.scrollWidth <= one.clientWidth)
"""


def test_the_card_counts_what_was_written_and_names_nobody(office: Screens) -> None:
    officer = office.console()
    ticket = office.at.take()
    call(officer, "K 001")
    card = officer.locator(".guest-book")
    expect(card).to_contain_text("Buku tamu: belum diisi")
    write(office, ticket, RAHMI | {"group": 32, "group_men": 14, "group_women": 18})
    expect(card).to_contain_text("Buku tamu: 15 isian")
    expect(card).to_contain_text("Rombongan 32 orang")
    assert "Rahmi" not in officer.content()
    office.picture(officer, "record-card-called")


def test_an_officer_reads_the_entry_in_words_and_asks_for_the_contact(office: Screens) -> None:
    officer = office.console()
    visit(office, RAHMI)
    panel = opened(officer)
    for said in ("Rahmi Yulianti", "Pelajar/Mahasiswa", "SMA/sederajat", "PST (datang langsung), Website BPS"):
        expect(panel).to_contain_text(said)
    expect(panel).to_contain_text("08••••1234")
    assert "081200001234" not in officer.content()
    assert "tamu01" not in officer.content()
    panel.get_by_role("button", name="Tampilkan Nomor HP").click()
    expect(panel).to_contain_text("081200001234")
    expect(panel).to_contain_text("tamu01@example.com")


def test_two_needs_are_written_one_is_changed_and_one_taken_back(office: Screens) -> None:
    officer = office.console()
    ticket = visit(office, RAHMI)
    panel = opened(officer)
    part(panel, "Kebutuhan data")
    need(panel, "Garis kemiskinan")
    need(panel, "Jumlah penduduk miskin")
    panel.get_by_role("button", name="Ubah kebutuhan 1").click()
    panel.get_by_label("Tahun awal").fill("2015")
    choose(panel, "Apakah data sudah diperoleh?", "Ya, sesuai")
    panel.get_by_label("Judul publikasi").fill("Kota Pekanbaru Dalam Angka")
    panel.get_by_role("button", name="Simpan kebutuhan").click()
    expect(panel.locator(".need").first).to_contain_text("2015")
    office.picture(officer, "record-needs-1366")
    panel.get_by_role("button", name="Tarik kebutuhan 2").click()
    panel.get_by_role("button", name="Ya, tarik").click()
    expect(panel.locator(".need")).to_have_count(1)
    told = office.at.ask("POST", f"/counter/tickets/{ticket['id']}/open", "dewi", {"reason": "serving"}).data
    assert [(one["detail"], one.get("obtained"), one.get("year_from")) for one in told["needs"]] == [
        ("Garis kemiskinan", 1, 2015)
    ]


def test_nothing_is_filled_in_and_what_follows_is_asked_only_then(office: Screens) -> None:
    officer = office.console()
    visit(office, RAHMI)
    panel = opened(officer)
    part(panel, "Kebutuhan data")
    panel.get_by_role("button", name="Tambah kebutuhan data").click()
    form = panel.locator(".need-form")
    assert not form.evaluate(FILLED_IN)
    expect(panel.get_by_role("button", name="Simpan kebutuhan")).to_be_disabled()
    for later in ("Level lainnya", "Judul publikasi"):
        expect(panel.get_by_label(later)).to_have_count(0)
    expect(panel.get_by_role("group", name="Untuk perencanaan pembangunan?")).to_have_count(0)
    choose(panel, "Level data", "Lainnya")
    expect(panel.get_by_label("Level lainnya")).to_be_visible()
    choose(panel, "Apakah data sudah diperoleh?", "Ya, tidak sesuai")
    expect(panel.get_by_label("Judul publikasi")).to_be_visible()
    choose(panel, "Level data", "Lainnya")
    expect(panel.get_by_label("Level lainnya")).to_have_count(0)


def test_only_agencies_are_asked_whether_it_is_for_planning(office: Screens) -> None:
    officer = office.console()
    visit(office, {"institution_kind": 4})
    panel = opened(officer)
    part(panel, "Kebutuhan data")
    panel.get_by_role("button", name="Tambah kebutuhan data").click()
    expect(panel.get_by_role("group", name="Untuk perencanaan pembangunan?")).to_be_visible()


def test_what_the_server_refuses_stands_at_its_field(office: Screens) -> None:
    officer = office.console()
    visit(office, RAHMI)
    panel = opened(officer)
    part(panel, "Kebutuhan data")
    panel.get_by_role("button", name="Tambah kebutuhan data").click()
    panel.get_by_label("Tahun awal").fill("2020")
    panel.get_by_label("Tahun akhir").fill("2015")
    with office.pardoning(REFUSED):
        panel.get_by_role("button", name="Simpan kebutuhan").click()
        expect(panel.get_by_label("Tahun akhir")).to_have_attribute("aria-invalid", "true")
        expect(panel.get_by_text("Tahun akhir mendahului tahun awal.")).to_be_in_viewport()
        expect(panel.get_by_label("Tahun akhir")).to_be_focused()
        panel.get_by_label("Tahun akhir").fill("2024")
        panel.get_by_label("Hasil konsultasi").fill("NIK 1471 0123 4567 8901")
        panel.get_by_role("button", name="Simpan kebutuhan").click()
        expect(panel.get_by_label("Hasil konsultasi")).to_have_attribute("aria-invalid", "true")
    office.picture(officer, "record-refused")


def test_a_minor_has_no_contact_and_the_record_says_why(office: Screens) -> None:
    officer = office.console()
    visit(office, SALSABILA, "P")
    panel = opened(officer, "P 001")
    expect(panel).to_contain_text("Mungkin di bawah 18 tahun: kontak tidak ditanyakan")
    expect(panel.get_by_role("button", name="Tampilkan")).to_have_count(0)
    office.picture(officer, "record-minor")


def test_serving_goes_on_beside_the_record_and_space_is_a_space_in_a_field(office: Screens) -> None:
    officer = office.console()
    visit(office, RAHMI)
    panel = opened(officer)
    part(panel, "Kebutuhan data")
    panel.get_by_role("button", name="Tambah kebutuhan data").click()
    panel.get_by_label("Wilayah data").press_sequentially("kota r n")
    choose(panel, "Level data", "Provinsi")
    officer.keyboard.press("r")
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai")
    expect(panel.get_by_label("Wilayah data")).to_have_value("kota r n")
    assert len(office.at.calls()) == 1, "no key of the console was pressed"
    panel.get_by_role("button", name="Batal").click()
    officer.locator(".record__name").click()
    strike(officer, "Space")
    expect(officer.get_by_role("heading", name="Tidak ada yang menunggu", exact=True)).to_be_visible()
    expect(record(officer)).to_have_count(0)
    assert "Rahmi" not in officer.content(), "the record goes with its visitor"


def test_a_need_that_is_being_written_outlives_the_visit_and_nothing_else_does(office: Screens) -> None:
    officer = office.console()
    visit(office, RAHMI)
    panel = opened(officer)
    part(panel, "Kebutuhan data")
    panel.get_by_role("button", name="Tambah kebutuhan data").click()
    panel.get_by_label("Data yang dibutuhkan").fill("Garis kemiskinan")
    officer.keyboard.press("Escape")
    expect(panel.get_by_role("alert").first).to_contain_text("belum disimpan")
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai").click()
    expect(panel).to_contain_text("K-001 tidak lagi di meja ini.")
    assert "Rahmi" not in officer.content()
    panel.get_by_role("button", name="Simpan kebutuhan").click()
    expect(record(officer)).to_have_count(0)


def test_a_closed_record_leaves_no_name_and_gives_the_focus_back(office: Screens) -> None:
    officer = office.console()
    visit(office, RAHMI)
    call(officer, "K 001")
    opener = officer.get_by_role("button", name="Buka catatan kunjungan")
    opener.focus()
    officer.keyboard.press("Enter")
    expect(record(officer)).to_contain_text("Rahmi Yulianti")
    expect(record(officer).get_by_role("heading", name="Catatan kunjungan")).to_be_focused()
    officer.keyboard.press("Escape")
    expect(record(officer)).to_have_count(0)
    expect(opener).to_be_focused()
    for trace in ("Rahmi", "Universitas Riau", "1234", "tamu01"):
        assert trace not in officer.content()


def test_answers_that_come_later_are_read_when_the_officer_wants_to(office: Screens) -> None:
    officer = office.console()
    ticket = visit(office, {"name": "Rahmi Yulianti"})
    panel = opened(officer)
    write(office, ticket, {"institution": "Universitas Riau (contoh)"})
    panel.get_by_role("button", name="Ada isian baru. Baca lagi").click()
    expect(panel).to_contain_text("Universitas Riau (contoh)")


def test_a_service_without_needs_has_no_place_for_them(office: Screens) -> None:
    officer = office.console()
    visit(office, {"name": "Dinas contoh"}, "R")
    panel = opened(officer, "R 001")
    expect(panel.locator(".record__tabs").get_by_role("button")).to_have_count(2)


def test_a_dtsen_visit_ends_with_an_outcome(office: Screens) -> None:
    visit(office, {"name": "Fitriani", "purpose": "Sanggahan desil"}, service="D")
    panel = opened(office.console(), "D 001")
    part(panel, "Hasil DTSEN")
    panel.get_by_role("button", name="Catat hasil DTSEN").click()
    choose(panel, "Hasil", "Perlu tindak lanjut")
    panel.get_by_label("Hasil konsultasi").fill("Diteruskan ke dinas sosial")
    panel.get_by_role("button", name="Simpan hasil").click()
    expect(panel.locator(".need")).to_contain_text("Perlu tindak lanjut")
    expect(panel.locator(".need")).to_contain_text("Diteruskan ke dinas sosial")


def test_the_record_is_accessible_and_fits_the_screens_of_an_office(office: Screens, axe: str) -> None:
    officer = office.console()
    visit(office, RAHMI)
    panel = opened(officer)
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai")
    for tab in ("Isian pengguna", "Lembar salin", "Kebutuhan data"):
        part(panel, tab)
        passes(officer, axe)
        office.picture(officer, f"record-{tab.split()[0]}-1366")
    panel.get_by_role("button", name="Tambah kebutuhan data").click()
    passes(officer, axe)
    office.picture(officer, "record-form-1366")
    assert officer.evaluate(SIDEWAYS)
    officer.set_viewport_size({"width": BOARD["width"], "height": BOARD["height"]})
    assert officer.evaluate(SIDEWAYS)
    office.picture(officer, "record-form-1920")
    panel.get_by_role("button", name="Batal").click()
    part(panel, "Isian pengguna")
    office.picture(officer, "record-Isian-1920")
