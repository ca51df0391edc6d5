"""A visitor who comes again is believed on their own phone or by an officer who asks, and nowhere else."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.at_the_book import Visitor, at_the_kiosk, stored
from tests.journeys.screens import Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.the_record import RAHMI, opened, visit, write

__all__ = ["axe"]

OFFER = "Gunakan jawaban kunjungan lalu?"


def again(office: Screens, name: str, contact: str, year: str = "2003") -> tuple[Page, dict[str, Any]]:
    """A phone on which somebody says that they have been here before."""
    ticket = office.at.take()
    phone = office.phone(ticket)
    phone.get_by_role("button", name="Pernah mengisi di sini?").click()
    phone.get_by_label("Nama atau nama panggilan").fill(name)
    phone.get_by_label("Tahun lahir").fill(year)
    phone.get_by_label("Nomor HP atau e-mail").fill(contact)
    return phone, ticket


def find(phone: Page) -> None:
    phone.get_by_role("button", name="Cari jawaban saya").click()


def test_three_answers_bring_back_the_others_and_none_is_shown(office: Screens, axe: str) -> None:
    visit(office, RAHMI)
    phone, ticket = again(office, "rahmi yulianti", "0812 0000 1234")
    passes(phone, axe)
    office.picture(phone, "again")
    find(phone)
    expect(phone.get_by_role("heading", name=OFFER)).to_be_visible()
    passes(phone, axe)
    office.picture(phone, "again-offer")
    phone.get_by_role("button", name="Ya, gunakan").click()
    expect(phone.get_by_text("Jawaban kunjungan lalu dipakai.")).to_be_visible()
    phone.get_by_role("button", name="Kembali", exact=True).click()
    expect(phone.get_by_text("9 isian tersimpan")).to_be_visible()
    assert not any(word in phone.content() for word in ("Universitas", "tamu01"))
    assert stored(office, ticket)["institution"] == RAHMI["institution"]
    assert "purpose" not in stored(office, ticket), "what a visit is about is asked anew"


def test_another_name_and_an_unknown_number_read_the_same_sentence(office: Screens) -> None:
    visit(office, RAHMI)
    said = []
    for contact in ("tamu01@example.com", "nobody@example.com"):
        phone, ticket = again(office, "Budi", contact)
        find(phone)
        expect(phone.get_by_role("status").filter(has_text="Tidak ada jawaban")).to_be_visible()
        said.append(phone.locator(".page__main").inner_html())
        assert stored(office, ticket) == {"name": "Budi", "birth_year": 2003, "email": contact}
    office.picture(phone, "again-nothing")
    assert said[0] == said[1]


def test_a_pupil_is_told_that_no_contact_is_kept(office: Screens) -> None:
    phone, ticket = again(office, "Salsabila", "0812 0000 9999", "2012")
    find(phone)
    expect(phone.get_by_role("alert")).to_contain_text("belum berusia 18 tahun")
    assert stored(office, ticket) == {}


def test_after_the_guest_book_the_phone_offers_it_and_no_means_no(office: Screens, axe: str) -> None:
    visit(office, RAHMI)
    ticket = office.at.take()
    write(office, ticket, {"name": "Rahmi Yulianti", "email": "tamu01@example.com"})
    phone = office.phone(ticket)
    expect(phone.get_by_role("heading", name=OFFER)).to_be_visible()
    passes(phone, axe)
    office.picture(phone, "earlier-offer")
    phone.get_by_role("button", name="Tidak", exact=True).click()
    expect(phone.get_by_role("heading", name=OFFER)).to_have_count(0)
    assert stored(office, ticket).keys() == {"name", "email"}


def test_the_kiosk_uses_nothing_of_whoever_types_a_number(office: Screens) -> None:
    visit(office, RAHMI, "D")
    visitor, ticket = at_the_kiosk(office, "Layanan DTSEN")
    visitor.skips("Jenis konsultasi DTSEN", "Yang dibutuhkan")
    visitor.writes("Nama atau nama panggilan", "Rahmi Yulianti")
    visitor.skips("Jenis kelamin", "Tahun lahir", "Provinsi", "Kabupaten/Kota")
    visitor.touch(visitor.page.get_by_label("Nomor HP"))
    visitor.types("081200001234")
    visitor.press("Simpan")
    expect(visitor.page.get_by_text("Terima kasih.")).to_be_visible()
    kiosk_says(visitor)
    assert stored(office, ticket).keys() == {"name", "phone"}


def kiosk_says(visitor: Visitor) -> None:
    """Nothing of an earlier visit."""
    assert not any(word in visitor.page.content() for word in ("kunjungan lalu", "Universitas", "tamu01"))


def test_the_officer_asks_opens_the_name_and_joins(office: Screens, axe: str) -> None:
    visit(office, RAHMI)
    office.at.press("call-next")
    office.at.press("start")
    office.at.press("finish")
    ticket = visit(office, {"name": "Bu Rahmi", "phone": RAHMI["phone"]})
    officer = office.console("rina")
    panel = opened(officer, "K 002")
    ask = panel.get_by_role("region", name="Mungkin pernah ke sini")
    expect(ask).to_contain_text("Kamis, 19 November 2026")
    assert "Yulianti" not in officer.content()
    expect(ask.get_by_role("button", name="Benar, orang yang sama")).to_have_count(0)
    office.picture(officer, "returning")
    ask.get_by_role("button", name="Tampilkan nama").click()
    expect(ask).to_contain_text("Rahmi Yulianti")
    passes(officer, axe)
    office.picture(officer, "returning-name")
    ask.get_by_role("button", name="Benar, orang yang sama").click()
    expect(panel.get_by_text("Kunjungan digabungkan.")).to_be_visible()
    expect(panel.locator(".answers")).to_contain_text("Universitas Riau (contoh)")
    office.picture(officer, "returning-joined")
    told = office.at.ask("POST", f"/counter/tickets/{ticket['id']}/rights/export", "manager", {}).data
    assert [visit["number"] for visit in told["visits"]] == ["K-001", "K-002"]
    assert "returning" in [read["what"] for read in told["reads"]]
