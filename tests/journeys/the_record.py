"""A visitor who wrote in the guest book, and the hands of the officer who opens the record of the visit."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.console import call
from tests.journeys.screens import Screens

RAHMI = {
    "purpose": "Jumlah penduduk miskin dan garis kemiskinan Kota Pekanbaru, seri sepuluh tahun.",
    "name": "Rahmi Yulianti",
    "sex": 2,
    "birth_year": 2003,
    "schooling": 4,
    "occupation": 1,
    "institution_kind": 6,
    "institution": "Universitas Riau (contoh)",
    "use": 1,
    "means": [1, 4],
    "phone": "0812-0000-1234",
    "email": "tamu01@example.com",
}


def visit(office: Screens, answers: dict[str, Any], service: str = "K") -> dict[str, Any]:
    """A visitor takes a number and writes in the guest book while waiting."""
    ticket = office.at.take(service)
    write(office, ticket, answers)
    return ticket


def write(office: Screens, ticket: dict[str, Any], answers: dict[str, Any]) -> None:
    said = {"ticket": ticket["token"], "answers": answers}
    answer = office.at.ask("POST", "/kiosk/guestbook", "kiosk", said)
    assert answer.status == 201, answer.data


def record(officer: Page) -> Locator:
    return officer.get_by_role("dialog", name="Catatan kunjungan")


def opened(officer: Page, number: str = "K 001") -> Locator:
    """The record of the visitor who is called next."""
    call(officer, number)
    officer.get_by_role("button", name="Buka catatan kunjungan").click()
    expect(record(officer)).to_contain_text(number)
    expect(officer.locator(".record__tabs")).to_be_visible()
    return record(officer)


def part(panel: Locator, words: str) -> None:
    panel.locator(".record__tabs").get_by_role("button", name=words).click()


def choose(panel: Locator, question: str, words: str) -> None:
    panel.get_by_role("group", name=question).get_by_role("button", name=words, exact=True).click()


def need(panel: Locator, detail: str) -> None:
    """Write one need down, as far as an officer in a hurry does."""
    panel.get_by_role("button", name="Tambah kebutuhan data").click()
    panel.get_by_label("Data yang dibutuhkan").fill(detail)
    choose(panel, "Level data", "Kabupaten/Kota")
    panel.get_by_role("button", name="Simpan kebutuhan").click()
    expect(panel.locator(".need", has_text=detail)).to_be_visible()
