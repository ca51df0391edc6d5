"""The manager asks what visitors thought, plans what is done about it, and takes the report along."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.domain.satisfaction.surveys import TEN_RESPONDENTS, written
from tests.journeys.screens import BOARD, DESK, Screens
from tests.journeys.test_accessibility import axe, passes

__all__ = ["axe"]

QUARTER = "from=2026-10-01&to=2026-12-31"
SIXTEEN = {f"S{number}": 8 for number in range(1, 17)}
SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll("main, main > *, .satisfaction__told .card")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.tagName}.${one.className}`)
"""


def rates(office: Screens, answers: Mapping[str, int] | None, **more: Any) -> None:
    """A visitor comes, is served and answers; None keeps silent."""
    ticket = office.at.take()
    for verb in ("call-next", "start", "finish"):
        office.at.press(verb)
    if answers is not None:
        body = {"instrument": "skm", "answers": answers, **more}
        answer = office.at.ask("POST", f"/kiosk/tickets/{ticket['token']}/rating", "kiosk", body)
        assert answer.status == 200, answer.data


def satisfaction(office: Screens, query: str = QUARTER) -> Page:
    """Sari's page of a period."""
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/satisfaction?{query}")
    expect(manager.get_by_role("heading", name="Kepuasan masyarakat")).to_be_visible()
    return manager


def card(manager: Page, name: str | re.Pattern[str]) -> Locator:
    return manager.get_by_role("region", name=name)


@pytest.fixture
def rated(office: Screens) -> Screens:
    """Ten respondents, and two who kept silent."""
    for number, answers in enumerate(written(TEN_RESPONDENTS)):
        rates(office, answers, **({"comment": "Kursi tunggu kurang"} if number == 0 else {}))
    rates(office, None)
    rates(office, None)
    return office


def test_the_page_is_in_the_menu_and_an_empty_quarter_is_calm(office: Screens, axe: str) -> None:
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/live")
    manager.get_by_role("link", name="Kepuasan").click()
    expect(manager.get_by_role("heading", name="Belum ada penilaian pada periode ini")).to_be_visible()
    expect(card(manager, re.compile("Ukuran sampel"))).to_contain_text("Belum ada pengunjung yang dilayani")
    passes(manager, axe)
    office.picture(manager, "satisfaction-none")


def test_index_grade_and_the_rounded_weight_stand_beside_each_other_and_say_that_they_are_provisional(
    rated: Screens,
) -> None:
    manager = satisfaction(rated)
    index = card(manager, "Indeks kepuasan (IKM), sementara")
    for said in (
        "82,50",
        "Baik",
        "10 dihitung, tidak ada yang ditinggalkan",
        "Pembobot dibulatkan 0,11: 81,68, mutu B",
    ):
        expect(index).to_contain_text(said)
    sample = card(manager, re.compile("Ukuran sampel"))
    expect(sample).to_contain_text("10 dari 12, N = 12")
    expect(sample).to_contain_text("Kurang 2 jawaban sampai 31 Des. Indeks masih sementara.")
    unsur = card(manager, "Nilai rata-rata per unsur")
    expect(unsur.get_by_role("row", name=re.compile("U1 .*terendah"))).to_contain_text("3,10")
    expect(unsur.get_by_role("row", name=re.compile("U6 .*tertinggi"))).to_contain_text("3,60")
    expect(card(manager, "Saran dan masukan")).to_contain_text("Kursi tunggu kurang")


def test_the_sample_that_is_reached_takes_the_word_away(office: Screens) -> None:
    for answers in written(TEN_RESPONDENTS):
        rates(office, answers)
    manager = satisfaction(office)
    expect(card(manager, "Indeks kepuasan (IKM)")).to_contain_text("82,50")
    expect(card(manager, re.compile("Ukuran sampel"))).to_contain_text("Sampel tercukupi.")
    expect(manager.get_by_text("sementara", exact=False).filter(has_text="Indeks")).to_have_count(0)
    office.picture(manager, "satisfaction-reached")


def test_of_fewer_than_five_nothing_is_told(office: Screens, axe: str) -> None:
    for answers in written(TEN_RESPONDENTS[:4]):
        rates(office, answers, comment="Tentang saya")
    manager = satisfaction(office)
    expect(manager.get_by_role("heading", name="Nilai per unsur muncul mulai lima jawaban")).to_be_visible()
    expect(card(manager, re.compile("Indeks kepuasan"))).to_contain_text("mulai lima jawaban")
    assert "Tentang saya" not in manager.content()
    passes(manager, axe)
    office.picture(manager, "satisfaction-few")


def test_a_line_of_the_plan_is_written_changed_and_deleted(rated: Screens, axe: str) -> None:
    manager = satisfaction(rated)
    plan = card(manager, "Rencana tindak lanjut")
    expect(plan).to_contain_text("Mulailah dari unsur terendah")
    plan.get_by_role("button", name="Tambah").click()
    dialog = manager.get_by_role("dialog")
    expect(dialog.get_by_label("Unsur")).to_have_value("U1")
    dialog.get_by_label("Tindakan atau program").fill("Hubungi 1471012345678901")
    dialog.get_by_label("Batas waktu").fill("2026-12-15")
    dialog.get_by_label("Penanggung jawab").fill("Andri Saputra")
    passes(manager, axe)
    rated.picture(manager, "satisfaction-plan")
    with rated.pardoning(r"Failed to load resource: the server responded with a status of 422"):
        dialog.get_by_role("button", name="Simpan").click()
        expect(dialog.get_by_role("alert")).to_contain_text("jangan menulis NIK")
    expect(dialog.get_by_label("Penanggung jawab")).to_have_value("Andri Saputra")
    dialog.get_by_label("Tindakan atau program").fill("Daftar syarat di kios")
    dialog.get_by_role("button", name="Simpan").click()
    row = plan.get_by_role("row", name=re.compile("Daftar syarat di kios"))
    expect(row).to_contain_text("Belum")
    row.get_by_role("button", name=re.compile("Ubah")).click()
    dialog.get_by_label("Keadaan").select_option("done")
    dialog.get_by_role("button", name="Simpan").click()
    expect(row).to_contain_text("Selesai")
    row.get_by_role("button", name=re.compile("Ubah")).click()
    dialog.get_by_role("button", name="Hapus", exact=True).click()
    dialog.get_by_role("button", name="Hapus baris ini selamanya").click()
    expect(row).to_have_count(0)


def test_another_period_and_service_are_asked_by_the_address_and_back_leads_back(rated: Screens) -> None:
    manager = satisfaction(rated)
    manager.get_by_role("button", name="Triwulan lalu").click()
    expect(manager.get_by_role("heading", name="Belum ada penilaian pada periode ini")).to_be_visible()
    assert "from=2026-07-01&to=2026-09-30" in manager.url
    manager.go_back()
    expect(card(manager, re.compile("Indeks kepuasan"))).to_contain_text("82,50")
    manager.get_by_role("combobox", name="Layanan").select_option("P")
    expect(manager.get_by_role("heading", name="Belum ada penilaian pada periode ini")).to_be_visible()
    manager.reload()
    expect(manager.get_by_role("combobox", name="Layanan")).to_have_value("P")


def test_skd_stands_apart_and_is_not_converted(rated: Screens, axe: str) -> None:
    for _ in range(5):
        rates(rated, SIXTEEN, instrument="skd", overall=9)
    manager = satisfaction(rated)
    manager.get_by_role("button", name="SKD, 16 rincian").click()
    expect(manager.get_by_text("Nilainya tidak pernah diubah")).to_be_visible()
    expect(manager.locator(".skd-figure").first).to_contain_text("80,00")
    rows = manager.get_by_role("region", name="Enam belas rincian").locator("tbody tr")
    expect(rows).to_have_count(16)
    expect(rows.nth(1)).to_contain_text("2 Persyaratan pelayanan")
    passes(manager, axe)
    rated.picture(manager, "satisfaction-skd")


def test_the_files_are_saved(rated: Screens, tmp_path: Path) -> None:
    manager = satisfaction(rated)
    for link, ending, begins in (("Laporan PDF", "pdf", b"%PDF"), ("Poster", "pdf", b"%PDF"), ("XLSX", "xlsx", b"PK")):
        with manager.expect_download() as downloaded:
            manager.get_by_role("link", name=link).click()
        assert downloaded.value.suggested_filename.endswith(f"2026-10-01-2026-12-31.{ending}")
        file = tmp_path / link
        downloaded.value.save_as(file)
        assert file.read_bytes().startswith(begins)


def test_the_page_is_accessible_and_fits_the_screens_of_an_office(rated: Screens, axe: str) -> None:
    manager = satisfaction(rated)
    for size in (DESK, BOARD):
        manager.set_viewport_size({"width": size["width"], "height": size["height"]})
        expect(card(manager, "Nilai rata-rata per unsur")).to_be_visible()
        assert manager.evaluate(SIDEWAYS) == []
        passes(manager, axe)
        rated.picture(manager, f"satisfaction-{size['width']}")
    manager.get_by_role("button", name="Bagaimana dihitung").click()
    expect(manager.get_by_role("dialog")).to_contain_text("1/9")
    passes(manager, axe)
    rated.picture(manager, "satisfaction-how-counted")


def test_the_page_speaks_english(rated: Screens) -> None:
    manager = satisfaction(rated)
    manager.goto(f"{rated.root}/counter/satisfaction?{QUARTER}&lang=en")
    expect(manager.get_by_role("heading", name="Public satisfaction")).to_be_visible()
    index = card(manager, "Satisfaction index (IKM), provisional")
    for said in ("82.50", "Good", "With the rounded weight 0.11: 81.68, grade B", "Requirements"):
        expect(index).to_contain_text(said)
    expect(card(manager, "Follow-up plan")).to_be_visible()
    assert manager.get_by_text(re.compile("tindak lanjut|Terendah|dihitung")).count() == 0
    rated.picture(manager, "satisfaction-english")
