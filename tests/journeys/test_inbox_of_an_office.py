"""The inbox of an office without counters, a full one, one in English and one that only a manager looks at."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from shared.app import build_parts
from shared.settings import settings_from
from tests.journeys.hired import Hired, staffed
from tests.journeys.office import THURSDAY_MORNING, Office, close, own_house
from tests.journeys.screens import BOARD, DESK, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.running import OFFICE

__all__ = ["axe"]
from tests.journeys.the_inbox import SAID, SIDEWAYS, do, inbox, paste, row, take


@pytest.fixture
def riau_islands(hired: Hired, watched: Callable[[Office], Screens], tmp_path: Path) -> Iterator[Screens]:
    """Kepulauan Riau as it is shipped: WhatsApp alone, no counters, and a form that begins the clock."""
    shutil.copytree(hired.data, tmp_path / "data")
    parts = build_parts(settings_from({"PST_DATA_DIR": str(tmp_path / "data")}))
    tokens = staffed(parts, "kepulauan-riau")
    parts.database.close()
    hired_there = Hired(tmp_path / "data", None, {OFFICE: tokens})
    office = replace(own_house(hired_there, THURSDAY_MORNING, {}), code="kepulauan-riau")
    office.house.start()
    screens = watched(office)
    yield screens
    screens.close()
    close(office.house)


def test_an_office_without_counters_has_the_inbox_one_press_away(riau_islands: Screens, axe: str) -> None:
    office = riau_islands
    page = office.staff("rina")
    page.goto(f"{office.root}/counter/")
    page.get_by_role("link", name="Buka permintaan").click()
    paste(page, SAID)
    expect(page.get_by_role("radio")).to_have_count(1)
    expect(page.get_by_role("radio", name="WhatsApp")).to_be_checked()
    page.keyboard.press("Control+Enter")
    thread = page.locator(".thread")
    thread.get_by_role("button", name="Formulir dikirim").click()
    expect(thread).to_contain_text("Formulir sudah dikirim, belum diisi.")
    office.picture(page, "inbox-riau")
    passes(page, axe)
    page.get_by_role("link", name="Kunjungan").click()
    expect(page.locator(".due")).to_have_text("Permintaan 1")
    office.picture(page, "visits-riau")
    passes(page, axe)


def a_full_morning(office: Screens) -> dict[str, Any]:
    """Requests of every kind; the one that is worth a look."""
    take(office, channel="email", phone=None, email="siti@example.com", service="K")
    waits = take(office)
    do(office, waits, "ask", text="Tahun berapa saja?", sent=True)
    answered = take(office, channel="pst_online", phone=None)
    do(office, answered, "answer", text="Sudah kami unggah.", sent=True)
    do(office, answered, "sent", message=2)
    closed = take(office)
    do(office, closed, "close", reason="withdrawn")
    office.at.ask("POST", "/counter/requests/calls", "dewi", {"outcome": "missed", "phone": "0761-23001"})
    open_one = take(office, name="Mohammad Faiz", service="K", language="en")
    do(office, open_one, "ask", text="Apakah tabel per kecamatan juga diperlukan? Mohon sebutkan tahunnya.", sent=True)
    office.at.ask("POST", f"/counter/requests/{open_one['id']}/hear", "dewi", {"text": "Ya, 2020 sampai 2025."})
    do(office, open_one, "tick", requirement=0, met=True)
    do(
        office,
        open_one,
        "appoint",
        meeting="zoom",
        at="2026-11-23T14:00:00+07:00",
        text="Senin pukul 14.00 lewat Zoom.",
    )
    return open_one


def test_a_full_inbox_fits_the_screens_of_an_office(office: Screens, axe: str) -> None:
    open_one = a_full_morning(office)
    page = inbox(office)
    row(page, open_one["number"]).locator("> button").click()
    expect(page.locator(".thread .said-line")).to_have_count(4)
    for size in (DESK, BOARD):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        office.picture(page, f"inbox-full-{size['width']}")
        assert page.evaluate(SIDEWAYS)
        passes(page, axe)
    page.get_by_role("button", name="Pindahkan").click()
    office.picture(page, "inbox-appoint")
    passes(page, axe)


def test_the_inbox_in_english(office: Screens) -> None:
    open_one = a_full_morning(office)
    page = inbox(office, "?lang=en")
    row(page, open_one["number"]).locator("> button").click()
    expect(page.get_by_role("heading", name="The office's turn")).to_be_visible()
    expect(row(page, open_one["number"]).locator(".standing")).to_contain_text(
        re.compile("3 working days [56] hours left")
    )
    office.picture(page, "inbox-english")


def test_a_manager_reads_and_erases_and_sends_nothing(office: Screens, axe: str) -> None:
    taken = take(office)
    page = inbox(office, login="sari")
    expect(page.locator(".quick-bar")).to_have_count(0)
    row(page, taken["number"]).get_by_role("button").click()
    expect(page.locator(".said-text")).to_have_text(SAID)
    expect(page.locator(".write")).to_have_count(0)
    page.get_by_role("button", name="Hapus isi atas permintaan pengguna").click()
    page.get_by_role("button", name="Hapus selamanya").click()
    expect(page.locator(".thread")).to_contain_text("Isi sudah dihapus.")
    office.picture(page, "inbox-manager")
    passes(page, axe)
