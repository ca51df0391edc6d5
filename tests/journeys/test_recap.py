"""The manager recapitulates a period, takes the SKD's file along, and brings spellings of one institution together."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import BOARD, DESK, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.the_record import RAHMI, write

__all__ = ["axe"]

SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll("main, .card")]
  .every((one) => one.scrollWidth <= one.clientWidth)
"""
WORKER = {"sex": 1, "birth_year": 1984, "schooling": 6, "occupation": 3, "institution_kind": 4, "use": 2}


def came(office: Screens, answers: dict[str, Any] | None = None, service: str = "K", **more: Any) -> dict[str, Any]:
    """A visitor takes a number, and writes what they are asked."""
    ticket = office.at.take(service)
    if more:
        said = {"ticket": ticket["token"], "answers": answers, **more}
        assert office.at.ask("POST", "/kiosk/guestbook", "kiosk", said).status == 201
    elif answers is not None:
        write(office, ticket, answers)
    return ticket


def a_quarter(office: Screens) -> None:
    """Fifteen visitors: six of one office by two spellings, five of another, two alone, a group, one silent."""
    for name in ("Bappeda Kota Pekanbaru",) * 4 + ("Bapeda Kota Pekanbaru",) * 2:
        came(office, {**WORKER, "institution": name})
    rahmi = came(office, RAHMI, consents={"survey": True})
    for _ in range(5):
        came(office, {**WORKER, "institution": "PDAM", "institution_kind": 7})
    came(office, {"sex": 2, "schooling": 4, "occupation": 1, "use": 1}, "P")
    came(office, {"group": 32, "group_men": 14, "group_women": 18}, "P")
    came(office, None, "P")
    needs = f"/counter/tickets/{rahmi['id']}/needs"
    for position, obtained in ((1, 1), (2, 3)):
        need = {"detail": "Garis kemiskinan", "level": 3, "period": 4, "obtained": obtained}
        answer = office.at.ask("POST", needs, "dewi", {"position": position, "answers": need})
        assert answer.status == 201, answer.data


def recap(office: Screens) -> Page:
    """Sari's recapitulation, by the menu at the side."""
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/live")
    manager.get_by_role("link", name="Rekapitulasi").click()
    expect(manager.get_by_role("heading", name="Rekapitulasi", exact=True)).to_be_visible()
    return manager


def table(manager: Page, title: str) -> Locator:
    return manager.locator(".counts").filter(has=manager.get_by_role("heading", name=title, exact=True))


def looked_at(office: Screens, page: Page, axe: str, name: str) -> None:
    """Accessible, not wider than the screen, and kept as a picture at both sizes."""
    for screen in (DESK, BOARD):
        page.set_viewport_size({"width": screen["width"], "height": screen["height"]})
        assert page.evaluate(SIDEWAYS), f"{name} is wider than {screen}"
        office.picture(page, f"{name}-{screen['width']}")
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
    passes(page, axe)


def test_a_quarter_without_visitors_is_calm(office: Screens, axe: str) -> None:
    manager = recap(office)
    expect(manager.get_by_role("heading", name="Tidak ada kunjungan dalam periode ini")).to_be_visible()
    looked_at(office, manager, axe, "recap-empty")
    manager.get_by_role("link", name="Daftar instansi").click()
    expect(manager.get_by_role("heading", name="Belum ada instansi")).to_be_visible()
    looked_at(office, manager, axe, "institutions-empty")


def test_a_quarter_is_counted_and_nobody_is_told_apart(office: Screens, axe: str) -> None:
    a_quarter(office)
    manager = recap(office)
    expect(manager.locator(".totals")).to_contain_text("15")
    expect(table(manager, "Layanan")).to_contain_text("Konsultasi Statistik")
    expect(table(manager, "Data diperoleh")).to_contain_text("Tidak diperoleh")
    schooling = table(manager, "Pendidikan")
    expect(schooling).to_contain_text("Lainnya (kurang dari lima)")
    expect(schooling).to_contain_text("Tanpa jawaban: 1")
    expect(table(manager, "Instansi")).not_to_contain_text("Bappeda")
    looked_at(office, manager, axe, "recap")
    manager.get_by_role("button", name="Bulan lalu").click()
    expect(manager.get_by_role("heading", name="Tidak ada kunjungan dalam periode ini")).to_be_visible()
    manager.go_back()
    expect(manager.locator(".totals")).to_contain_text("15")
    manager.get_by_label("Dari").fill("2026-11-02")
    expect(manager.get_by_text("Angka tentang orang hanya untuk bulan")).to_be_visible()
    expect(table(manager, "Pendidikan")).to_have_count(0)


def test_the_files_are_taken_along_and_names_only_for_a_reason(office: Screens, axe: str, tmp_path: Path) -> None:
    a_quarter(office)
    manager = recap(office)
    with manager.expect_download() as downloaded:
        manager.get_by_role("link", name="XLSX", exact=True).click()
    assert downloaded.value.suggested_filename.startswith("rekapitulasi-")
    with manager.expect_download() as downloaded:
        manager.get_by_role("link", name="XLSX, kedua blok").click()
    assert downloaded.value.suggested_filename.endswith("-tanpa-identitas.xlsx")
    manager.get_by_role("button", name="Berkas dengan nama").click()
    dialog = manager.get_by_role("dialog")
    expect(dialog).to_contain_text("Hanya 1 kunjungan yang menyetujui survei")
    take = dialog.get_by_role("button", name="Buka dan unduh")
    expect(take).to_be_disabled()
    dialog.get_by_label("Alasan lain").check()
    expect(take).to_be_disabled()
    dialog.get_by_label("Alasannya").fill("Pemeriksaan BPS RI")
    looked_at(office, manager, axe, "recap-names")
    with manager.expect_download() as downloaded:
        take.click()
    assert downloaded.value.suggested_filename.endswith("-DATA-PRIBADI.xlsx")
    file = tmp_path / "names.xlsx"
    downloaded.value.save_as(file)
    rows = load_workbook(io.BytesIO(file.read_bytes()))["Blok I"].iter_rows(values_only=True)
    assert [row[2] for row in rows][1:] == ["Rahmi Yulianti"]
    expect(manager.get_by_text("pembukaannya tercatat.")).to_be_visible()
    assert "Rahmi" not in manager.content()


def test_two_spellings_are_brought_together_and_taken_apart_again(office: Screens, axe: str) -> None:
    a_quarter(office)
    manager = recap(office)
    manager.get_by_role("link", name="Daftar instansi").click()
    pair = manager.locator(".pair")
    expect(pair).to_have_count(1)
    expect(pair).to_contain_text("Bapeda Kota Pekanbaru")
    looked_at(office, manager, axe, "institutions")
    pair.get_by_role("button", name="Gabungkan Bapeda").click()
    expect(manager.get_by_role("status")).to_contain_text("Bapeda Kota Pekanbaru digabungkan ke Bappeda Kota Pekanbaru")
    expect(pair).to_have_count(0)
    row = manager.get_by_role("row", name="Bappeda Kota Pekanbaru")
    expect(row).to_contain_text("6")
    looked_at(office, manager, axe, "institutions-merged")
    manager.get_by_role("link", name="Rekapitulasi").last.click()
    expect(table(manager, "Instansi")).to_contain_text("Bappeda Kota Pekanbaru")
    manager.get_by_role("link", name="Daftar instansi").click()
    manager.get_by_role("button", name="Pisahkan Bapeda").click()
    expect(pair).to_have_count(1)


def test_any_institution_is_merged_into_one_that_is_looked_for(office: Screens, axe: str) -> None:
    a_quarter(office)
    manager = recap(office)
    manager.get_by_role("link", name="Daftar instansi").click()
    manager.get_by_role("button", name="Gabungkan ke… PDAM").click()
    dialog = manager.get_by_role("dialog")
    dialog.get_by_label("Cari instansi").fill("univ")
    dialog.get_by_label("Universitas Riau").check()
    looked_at(office, manager, axe, "institutions-choose")
    dialog.get_by_role("button", name="Gabungkan", exact=True).click()
    expect(manager.get_by_role("status")).to_contain_text("PDAM digabungkan ke Universitas Riau")
    expect(manager.get_by_role("dialog")).to_have_count(0)


def test_in_english_every_word_is_english(office: Screens, axe: str) -> None:
    a_quarter(office)
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/recap?lang=en")
    expect(manager.get_by_role("heading", name="SKD respondent file")).to_be_visible()
    expect(table(manager, "Education")).to_contain_text("Others (fewer than five)")
    expect(manager.get_by_text("14 of 15 visits filled in the guest book.")).to_be_visible()
    looked_at(office, manager, axe, "recap-english")
    manager.goto(f"{office.root}/counter/institutions?lang=en")
    expect(manager.get_by_role("heading", name="Possibly the same institution")).to_be_visible()
    looked_at(office, manager, axe, "institutions-english")
