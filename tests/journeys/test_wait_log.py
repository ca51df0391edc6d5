"""A manager asks the log, and has the answer within three clicks; every mark leads to the visits behind it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.screens import DESK, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.the_log import last_month_of, log, october, office, rows

__all__ = ["axe", "log", "october", "office"]

WIDE = {"width": 1920, "height": 1080}


def test_how_many_were_not_served_within_ten_minutes_last_month_and_why(office: Screens, log: Page) -> None:
    log.get_by_role("button", name="Bulan lalu").click()  # one click
    expect(log.locator(".behind--verdict", has_text="Lewat")).to_contain_text("2")
    reasons = log.locator(".figure--reasons")
    expect(reasons).to_contain_text("Alasan lewat, 1 dari 2 terisi")
    expect(reasons.get_by_role("link", name="Konsultasi panjang")).to_contain_text("1")
    reasons.get_by_role("link", name="Belum diisi").click()  # two, to see who they were
    expect(log.locator(".list-head h2")).to_have_text("1 dari 6 kunjungan")
    expect(log.locator(".log tbody tr")).to_contain_text(["13 Okt"])
    office.picture(log, "log-missed-why")


def test_which_hour_is_worst(office: Screens, log: Page) -> None:
    log.get_by_role("button", name="Bulan lalu").click()  # one click
    worst = log.get_by_role("link", name="Terbanyak lewat: Selasa 08.00–09.00, 2 dari 5")
    worst.click()  # two, to see who they were
    expect(log.locator(".list-head h2")).to_have_text("2 dari 6 kunjungan")
    assert rows(log) == ["K 002", "K 002"]
    log.get_by_role("button", name="Hapus saringan: Lewat").click()
    expect(log.locator(".list-head h2")).to_have_text("5 dari 6 kunjungan")
    log.get_by_role("button", name="Semua kunjungan").click()
    expect(log.locator(".list-head h2")).to_have_text("6 kunjungan")


def test_which_single_visit_was_longest_and_what_happened_minute_by_minute(office: Screens, log: Page) -> None:
    log.get_by_role("button", name="Bulan lalu").click()  # one click
    log.locator(".figure", has_text="Terpanjang").get_by_role("link").click()  # two
    panel = log.get_by_role("dialog")
    expect(panel.locator(".visit__top")).to_contain_text("Lewat 08:00")
    expect(panel.locator(".visit__why")).to_contain_text("Giliran tiba dan Meja 1 bebas, K-001 selesai")
    assert panel.locator(".event time").all_inner_texts() == [
        *("08.10.00", "08.40.00", "08.50.00", "08.52.00", "08.58.00", "09.00.00")
    ]
    assert panel.locator(".event__what").all_inner_texts() == [
        *("Nomor terbit", "Jam mulai berjalan", "Batas waktu terlewati"),
        *("Dipanggil, panggilan pertama", "Mulai dilayani", "Selesai dilayani"),
    ]
    office.picture(log, "log-longest-visit")


def test_a_visit_has_an_address_and_esc_and_back_close_it(log: Page) -> None:
    last_month_of(log)
    log.locator(".log__number").first.click()
    expect(log.get_by_role("dialog")).to_be_visible()
    address = log.url
    log.keyboard.press("Escape")
    expect(log.get_by_role("dialog")).to_have_count(0)
    log.goto(address)
    expect(log.get_by_role("dialog").locator(".visit__top")).to_contain_text("Tepat")
    log.get_by_role("button", name="Tutup").click()
    expect(log.get_by_role("dialog")).to_have_count(0)
    log.go_back()
    expect(log.get_by_role("dialog")).to_be_visible()
    log.go_back()
    expect(log.get_by_role("dialog")).to_have_count(0)


def test_back_returns_to_the_question_before(log: Page) -> None:
    last_month_of(log)
    log.get_by_role("link", name="Lewat 2").click()
    expect(log.locator(".list-head h2")).to_have_text("2 dari 6 kunjungan")
    log.go_back()
    expect(log.locator(".list-head h2")).to_have_text("6 kunjungan")
    log.go_back()
    expect(log.get_by_role("button", name="Hari ini")).to_have_attribute("aria-pressed", "true")


def test_the_server_sorts_the_list(log: Page) -> None:
    last_month_of(log)
    log.get_by_role("button", name="Jam, batas 10 menit").click()
    expect(log.get_by_role("columnheader", name="Jam, batas 10 menit")).to_have_attribute("aria-sort", "descending")
    expect(log.locator(".log tbody tr").first).to_contain_text("18:00")
    log.get_by_role("button", name="Jam, batas 10 menit").click()
    expect(log.get_by_role("columnheader", name="Jam, batas 10 menit")).to_have_attribute("aria-sort", "ascending")
    expect(log.locator(".log tbody tr").last).to_contain_text("18:00")


def test_the_charts_are_used_with_the_keyboard(log: Page) -> None:
    last_month_of(log)
    days = log.locator(".chart", has_text="Bagian tepat per hari")
    days.locator(".mark").first.focus()
    log.keyboard.press("ArrowRight")
    expect(days.locator(".mark").nth(1)).to_be_focused()
    expect(days.locator(".mark").nth(1)).to_have_attribute(
        "aria-label", "Selasa, 13 Oktober 2026, 66,7 persen tepat, 2 dari 3 dinilai, 1 lewat"
    )
    log.keyboard.press("Enter")
    expect(log.locator(".list-head h2")).to_have_text("3 dari 6 kunjungan")
    expect(log.locator("#daftar")).to_be_focused()


def test_the_manager_gives_the_missing_reason_and_writes_a_comment(office: Screens, log: Page) -> None:
    last_month_of(log)
    log.locator(".figure", has_text="Terpanjang").get_by_role("link").click()
    panel = log.get_by_role("dialog")
    panel.get_by_role("button", name="Isi alasan").click()
    panel.get_by_text("Petugas tunggal").click()
    panel.get_by_role("button", name="Simpan alasan").click()
    expect(panel.locator(".event__what").last).to_have_text("Alasan lewat: Petugas tunggal")
    panel.get_by_role("button", name="Tulis komentar").click()
    panel.get_by_role("textbox", name="Komentar").fill("Dewi sedang cuti.")
    panel.get_by_role("button", name="Simpan komentar").click()
    expect(panel.locator(".event__text")).to_have_text("Dewi sedang cuti.")
    log.keyboard.press("Escape")
    expect(log.locator(".figure--reasons")).to_contain_text("2 dari 2 terisi")


def test_the_definition_stands_beside_the_other_readings(log: Page) -> None:
    last_month_of(log)
    log.get_by_role("button", name="Bagaimana dihitung").click()
    dialog = log.get_by_role("dialog")
    expect(dialog).to_contain_text("600 detik")
    expect(dialog).to_contain_text("66,7 persen tepat, 4 dari 6")
    expect(dialog).to_contain_text("Sejak nomor terbit")


def test_a_day_without_visitors_says_so(log: Page) -> None:
    expect(log.get_by_text("Tidak ada kunjungan")).to_be_visible()
    expect(log.get_by_text("Belum ada kunjungan yang dinilai.")).to_be_visible()


def test_without_the_server_the_last_figures_stay_and_the_page_says_so(office: Screens, log: Page) -> None:
    last_month_of(log)
    with office.pardoning(UNANSWERED):
        log.context.set_offline(True)
        log.get_by_role("button", name="Bulan ini").click()
        expect(log.get_by_role("alert")).to_contain_text("Server tidak menjawab")
        expect(log.locator(".list-head h2")).to_have_text("6 kunjungan")
        log.context.set_offline(False)
    log.get_by_role("button", name="Coba lagi").click()
    expect(log.get_by_role("alert")).to_have_count(0)
    expect(log.get_by_text("Tidak ada kunjungan")).to_be_visible()


@pytest.mark.parametrize("size", [DESK, WIDE], ids=["1366", "1920"])
def test_log_and_panel_are_accessible(office: Screens, log: Page, axe: str, size: dict[str, int]) -> None:
    log.set_viewport_size({"width": size["width"], "height": size["height"]})
    passes(log, axe)
    last_month_of(log)
    log.get_by_role("link", name="Lewat 2").click()
    expect(log.locator(".list-head h2")).to_have_text("2 dari 6 kunjungan")
    passes(log, axe)
    office.picture(log, f"log-{size['width']}")
    log.locator(".log__number").first.click()
    expect(log.locator(".events")).to_be_visible()
    passes(log, axe)
    office.picture(log, f"visit-{size['width']}")
    log.get_by_role("button", name="Catat koreksi").click()
    passes(log, axe)
    log.keyboard.press("Escape")
    log.get_by_role("button", name="Bagaimana dihitung").click()
    passes(log, axe)
    assert log.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
