"""The manager's page of the standard, in an office whose text is complete and in one that leaves its decree empty."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import BOARD, DESK
from tests.journeys.test_accessibility import axe, passes

__all__ = ["axe"]
NO_DECREE = {'decree = "0102067/1471 TAHUN 2023"': 'decree = ""'}
SIDEWAYS = "() => document.documentElement.scrollWidth <= innerWidth"


def test_what_is_missing_is_said_openly(open_office: OpenOffice, axe: str) -> None:
    office = open_office(changes=NO_DECREE)
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/live")
    manager.get_by_role("navigation", name="Menu").get_by_role("link", name="Standar").click()
    expect(manager.get_by_text("Nomor SK kosong dalam dokumen")).to_be_visible()
    expect(manager.get_by_text("8 dari 14 tidak ada dalam teks yang diterbitkan.")).to_be_visible()
    expect(manager.get_by_text("Yang wajib diterbitkan semuanya ada.")).to_be_visible()
    poster = manager.get_by_role("navigation", name="Poster standar (PDF)").get_by_role("link", name="A3")
    answer = manager.context.request.get(f"{office.server.url}{poster.get_attribute('href')}")
    assert answer.headers["content-type"] == "application/pdf"
    expect(manager.get_by_text("paling lama 10 menit menunggu")).to_be_visible()
    expect(manager.get_by_text("3 hari kerja, sejak jelas dan lengkap, sampai jawaban pertama")).to_be_visible()
    for size in (DESK, BOARD):
        manager.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert manager.evaluate(SIDEWAYS)
        office.picture(manager, f"standard-{size['width']}")
    passes(manager, axe)
    manager.goto(f"{office.root}/counter/standard?lang=en")
    expect(manager.get_by_text("8 of 14 are not in the published text.")).to_be_visible()
