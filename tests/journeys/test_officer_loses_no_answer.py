"""What an officer wrote in the guest book is kept: saved as it is meant, refused without loss, sent again."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.console import primary
from tests.journeys.screens import REFUSED, UNANSWERED, Screens
from tests.journeys.the_book_at_the_desk import filling, saves, stored
from tests.journeys.the_record import RAHMI, choose, need, opened, part, record, visit


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
