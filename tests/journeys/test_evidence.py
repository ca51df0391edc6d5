"""A manager saves the evidence of a period for an inspector, and the inspector checks it with the real command."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.screens import BOARD, DESK, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.the_record import RAHMI, write

__all__ = ["axe"]

SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll("main, .card, .rail")]
  .every((one) => one.scrollWidth <= one.clientWidth)
"""


def evidence(office: Screens) -> Page:
    """Sari's page of evidence, by the menu at the side."""
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/live")
    manager.get_by_role("link", name="Berkas bukti").click()
    expect(manager.get_by_role("heading", name="Berkas bukti", exact=True)).to_be_visible()
    return manager


def looked_at(office: Screens, page: Page, axe: str, name: str) -> None:
    """Accessible, not wider than the screen, and kept as a picture at both sizes."""
    for screen in (BOARD, DESK):
        page.set_viewport_size({"width": screen["width"], "height": screen["height"]})
        assert page.evaluate(SIDEWAYS), f"{name} is wider than {screen}"
        office.picture(page, f"{name}-{screen['width']}")
    passes(page, axe)


def test_a_manager_reads_what_the_pack_holds_and_saves_it(office: Screens, axe: str, tmp_path: Path) -> None:
    rahmi = office.at.take("K")
    write(office, rahmi, RAHMI)
    office.at.take("P")
    manager = evidence(office)
    expect(manager.get_by_text("Tidak ada kejadian yang dicatat dalam periode ini.")).to_be_visible()
    looked_at(office, manager, axe, "evidence-empty")
    manager.get_by_role("button", name="Bulan ini").click()
    expect(manager.get_by_text("2 kunjungan, 1 hari")).to_be_visible()
    expect(manager.get_by_text("Hari ini belum selesai")).to_be_visible()
    expect(manager.locator("main")).not_to_contain_text("Rahmi")
    looked_at(office, manager, axe, "evidence")
    with manager.expect_download() as downloaded:
        manager.get_by_role("link", name="Simpan berkas bukti").click()
    assert downloaded.value.suggested_filename.startswith(f"bukti-{office.at.code}-2026-11-01")
    file = tmp_path / "bukti.zip"
    downloaded.value.save_as(file)
    checked = office.server.pst("fsck", "--evidence", str(file))
    assert (checked.returncode, "2 visits, 0 violations" in checked.stdout) == (0, True), checked
    assert "both ends of the chain are those of the live journal" in checked.stdout


def test_the_page_in_english_and_a_period_that_is_too_long(office: Screens, axe: str) -> None:
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/evidence?lang=en")
    expect(manager.get_by_role("heading", name="What is not in it")).to_be_visible()
    looked_at(office, manager, axe, "evidence-en")
    with office.pardoning(r"status of 422"):
        manager.get_by_label("From").fill("2020-01-01")
        expect(manager.get_by_role("alert")).to_contain_text("366")
        expect(manager.get_by_role("link", name="Save the evidence pack")).to_have_count(0)
    manager.get_by_role("button", name="This month").click()
    expect(manager.get_by_role("link", name="Save the evidence pack")).to_be_visible()
