"""axe finds nothing against WCAG 2.2 AA on any screen, in the states that people meet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import shared
from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import BOARD, DESK, KIOSK, Screens, settled, tap

AXE = Path(shared.__file__).parent / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOK = """
async (rules) => {
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: rules } });
  const where = (nodes) => nodes.map(({ html }) => html.slice(0, 160)).join(" | ");
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${where(nodes)}`);
}
"""

# Pairs of things to touch that lie on each other, or outside the screen.
COVERED = """
() => {
  const boxes = [...document.querySelectorAll("button, a[href]")].filter((one) => one.checkVisibility())
    .map((one) => ({ words: one.innerText.split("\\n")[0], ...one.getBoundingClientRect().toJSON() }));
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const onScreen = (box) => box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
  const pairs = boxes.flatMap((a, place) => boxes.slice(place + 1).filter((b) => !apart(a, b)).map((b) => [a, b]));
  return [...pairs, ...boxes.filter((box) => !onScreen(box)).map((box) => [box])]
    .map((found) => found.map(({ words }) => words).join(" / "));
}
"""


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.is_file():
        pytest.fail(
            f"axe-core is not there: run `npm ci` in {AXE.parents[2]}, or install again with pip", pytrace=False
        )
    return AXE.read_text(encoding="utf-8") + ";0"


def passes(page: Page, axe: str) -> None:
    page.evaluate(axe)
    found: Any = page.evaluate(LOOK, RULES)
    assert found == []


def test_the_kiosk_is_accessible(office: Screens, axe: str) -> None:
    kiosk = office.kiosk()
    passes(kiosk, axe)
    assert kiosk.evaluate(COVERED) == []
    kiosk.get_by_role("button", name="Turunkan tombol").tap()
    passes(kiosk, axe)
    assert kiosk.evaluate(COVERED) == []
    tap(kiosk.get_by_role("button", name="Butuh bantuan khusus?"))
    expect(kiosk.get_by_role("dialog")).to_be_visible()
    office.picture(kiosk, "kiosk-help")
    passes(kiosk, axe)
    tap(kiosk.get_by_role("checkbox", name="Perbesar tulisan"))
    tap(kiosk.get_by_role("checkbox", name="Dahulukan saya"))
    expect(kiosk.get_by_role("dialog")).to_have_count(0)
    office.picture(kiosk, "kiosk-larger-priority")
    passes(kiosk, axe)
    assert kiosk.evaluate(COVERED) == []
    tap(kiosk.get_by_role("button", name="Konsultasi Statistik"))
    expect(kiosk.locator(".ticket-number")).to_be_visible()
    office.picture(kiosk, "kiosk-ticket-larger")
    passes(kiosk, axe)


def test_a_closed_kiosk_is_accessible(open_office: OpenOffice, axe: str) -> None:
    kiosk = open_office("2026-11-21 09:15").kiosk()
    expect(kiosk.get_by_text("Tutup akhir pekan")).to_be_visible()
    passes(kiosk, axe)


def test_the_standard_is_accessible(office: Screens, axe: str) -> None:
    page = office.blank(viewport=KIOSK)
    page.goto(f"{office.root}/kiosk/standards")
    passes(page, axe)


def test_pairing_is_accessible(office: Screens, axe: str) -> None:
    for room, size in (("kiosk", KIOSK), ("display", BOARD)):
        page = office.blank(viewport=size)
        page.goto(f"{office.root}/{room}/")
        expect(page.locator(".pairing__code")).to_be_visible()
        passes(page, axe)


def test_the_phone_is_accessible_in_every_state(office: Screens, axe: str) -> None:
    phone = office.phone(office.at.take())
    expect(phone.get_by_text("Anda berikutnya")).to_be_visible()
    passes(phone, axe)
    for verb, words in (("call-next", "Giliran Anda"), ("start", "Sedang dilayani"), ("finish", "Terima kasih")):
        office.at.press(verb)
        expect(phone.get_by_text(words, exact=True)).to_be_visible()
        passes(phone, axe)


def test_the_board_is_accessible_calm_and_calling(office: Screens, axe: str) -> None:
    board = office.board()
    expect(board.get_by_text("Selamat datang")).to_be_visible()
    passes(board, axe)
    office.at.take()
    office.at.press("call-next")
    expect(board.locator(".stage--now")).to_be_visible()
    passes(board, axe)


def test_signing_in_and_choosing_a_counter_are_accessible(office: Screens, axe: str) -> None:
    page = office.blank(viewport=DESK)
    page.goto(f"{office.root}/counter/")
    expect(page.get_by_label("Nama pengguna")).to_be_visible()
    passes(page, axe)
    office.at.press("take", 2)
    officer = office.staff("rina")
    officer.goto(f"{office.root}/counter/")
    expect(officer.get_by_text("Dipakai")).to_be_visible()
    passes(officer, axe)


def test_the_console_is_accessible_in_every_state(office: Screens, axe: str) -> None:
    officer = office.console()
    passes(officer, axe)
    for service in ("K", "P", "J"):
        office.at.take(service)
    expect(officer.locator(".wait")).to_have_count(3)
    passes(officer, axe)
    primary = officer.locator(".primary")
    for words, afterwards in (("Panggil berikutnya", "Mulai layani"), ("Mulai layani", "Selesai")):
        settled(primary, words).click()
        settled(primary, afterwards)
        passes(officer, axe)
    officer.keyboard.press("t")
    expect(officer.get_by_role("dialog")).to_be_visible()
    passes(officer, axe)


def test_the_wait_log_is_accessible(office: Screens, axe: str) -> None:
    office.at.take()
    for verb in ("call-next", "start", "finish"):
        office.at.press(verb)
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/wait-log")
    expect(manager.locator(".log tbody tr")).to_have_count(1)
    passes(manager, axe)
    manager.get_by_role("button", name="Bagaimana dihitung").click()
    expect(manager.get_by_role("dialog")).to_be_visible()
    office.picture(manager, "wait-log-definition")
    passes(manager, axe)
