"""An office that receives guests of the house too, and visitors who have no number there."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import Screens

RECEPTION = """
[[services]]
code = "T"
form = "reception"
name = { id = "Tamu Pimpinan", en = "Guests of the head" }
what = { id = "Menemui pimpinan atau pegawai", en = "To meet somebody of the house" }

[[counters]]
number = 1
"""
GUEST = {
    "name": "Kepala Bappelitbang contoh",
    "institution": "Bappelitbang contoh",
    "host": "Kepala BPS",
    "purpose": "Audiensi mengenai Sensus Ekonomi 2026",
}


def with_reception(open_office: OpenOffice, **settings: str) -> Screens:
    """A Thursday morning in an office with a reception."""
    return open_office(changes={"\n[[counters]]\nnumber = 1\n": RECEPTION}, **settings)


def comes(office: Screens, answers: dict[str, Any] = GUEST) -> int:
    """A guest of the house fills in the guest book at the kiosk; the number of the entry."""
    answer = office.at.ask("POST", "/kiosk/guestbook", "kiosk", {"service": "T", "answers": answers})
    assert answer.status == 201, answer.data
    entry: int = answer.data["entry"]
    return entry


def without_number(officer: Page) -> Locator:
    """The part of the console about visits without a number."""
    return officer.get_by_role("region", name="Tanpa nomor hari ini")


def visit_record(officer: Page) -> Locator:
    """The record of such a visit."""
    return officer.get_by_role("dialog", name="Kunjungan tanpa nomor")


def begins_to_write(officer: Page, service: str) -> Locator:
    """The officer begins to write down a visit without a number."""
    without_number(officer).get_by_role("button", name="Catat kunjungan").click()
    officer.get_by_role("dialog").get_by_label(service).check()
    officer.get_by_role("button", name="Lanjut ke isian").click()
    panel = visit_record(officer)
    expect(panel.locator(".book-form")).to_be_visible()
    return panel
