"""Asking the log again and again: marks, dates, addresses, Back; and the focus returns to where it was."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import Screens
from tests.journeys.the_log import last_month_of, log, october, office

__all__ = ["log", "october", "office"]

OCTOBER = "from=2026-10-01&to=2026-10-31"
SEPTEMBER = "from=2026-09-15&to=2026-09-15"


def ask(office: Screens, log: Page, question: str) -> None:
    log.goto(f"{office.root}/counter/wait-log?{question}")


def behind_each_mark(log: Page, chart: Locator) -> list[int]:
    """How many visits each mark of a chart tells of, once its list has shown just as many."""
    told = []
    for place in range(chart.locator(".mark").count()):
        mark = chart.locator(".mark").nth(place)
        told.append(int(re.findall(r": (\d+) ", mark.get_attribute("aria-label") or "")[0]))
        mark.focus()
        log.keyboard.press("Enter")
        expect(log.locator(".chip-off").first).to_be_visible()
        expect(log.locator(".list-head h2")).to_have_text(re.compile(rf"^{told[-1]} (dari \d+ )?kunjungan$"))
        log.go_back()
        expect(log.locator(".chip-off")).to_have_count(0)
    return told


def test_an_hour_opens_the_numbers_issued_in_it_and_a_service_the_clocks_it_counts(office: Screens, log: Page) -> None:
    ask(office, log, SEPTEMBER)
    expect(log.locator(".list-head h2")).to_have_text("4 kunjungan")
    hours = log.locator(".chart", has_text="Menurut hari dan jam")
    services = log.locator(".chart", has_text="Lama jam per layanan")
    assert behind_each_mark(log, hours) == [2, 1]
    assert behind_each_mark(log, services) == [1, 2]
    office.picture(log, "log-transfer-and-no-show")
    hours.locator(".mark").first.click()
    expect(log.get_by_role("button", name="Hapus saringan: Hanya nomor terbit")).to_be_visible()
    log.go_back()
    services.locator(".mark").first.click()
    expect(log.get_by_role("button", name="Hapus saringan: Jam terhitung")).to_be_visible()


def test_an_hour_with_missed_visits_opens_those_and_no_others(log: Page) -> None:
    last_month_of(log)
    hours = log.locator(".chart", has_text="Menurut hari dan jam")
    hours.get_by_role("button", name="Lewat").click()
    expect(hours.locator(".mark")).to_have_count(1)
    hours.locator(".mark").click()
    expect(log.locator(".list-head h2")).to_have_text("2 dari 6 kunjungan")
    expect(log.locator(".chip-off")).to_have_count(3)


def test_the_longest_clock_stands_beside_the_wait_of_the_same_visit(log: Page) -> None:
    last_month_of(log)
    longest = log.locator(".figure", has_text="Terpanjang")
    expect(longest).to_contain_text("18:00")
    expect(longest).to_contain_text("Sejak nomor terbit 48:00.")


def test_back_fills_up_what_the_first_address_left_out(office: Screens, log: Page) -> None:
    ask(office, log, "since=2026-11-01")
    chip = log.get_by_role("button", name="Hapus saringan: 1 Nov – 19 Nov 2026")
    expect(chip).to_be_visible()
    last_month_of(log)
    log.go_back()
    expect(chip).to_be_visible()
    expect(log.get_by_role("button", name="Hari ini")).to_have_attribute("aria-pressed", "true")
    expect(log.locator(".list-head h2")).to_have_text("0 dari 0 kunjungan")


def test_a_typed_day_is_asked_for_once_when_it_is_left_and_a_picked_one_at_once(log: Page) -> None:
    last_month_of(log)
    asked: list[str] = []
    log.on("request", lambda request: asked.append(request.url) if "format=json" in request.url else None)
    first, last = log.get_by_label("Dari", exact=True), log.get_by_label("Sampai", exact=True)
    first.press_sequentially("10132026")
    first.press("Enter")
    expect(log.locator(".list-head h2")).to_have_text("4 kunjungan")
    assert len(asked) == 1, "a date that is still being typed is no question"
    last.fill("2026-10-13")  # as the calendar does it
    expect(log.locator(".list-head h2")).to_have_text("3 kunjungan")
    last.press_sequentially("10140002")
    last.blur()
    expect(last).to_have_value("2026-10-13")
    first.press_sequentially("1006")
    last.focus()
    expect(log.locator(".list-head h2")).to_have_text("5 kunjungan")
    assert len(asked) == 3
    expect(log.get_by_role("alert")).to_have_count(0)
    log.get_by_role("button", name="Bulan lalu").click()
    expect(log.locator(".list-head h2")).to_have_text("6 kunjungan")


def test_whoever_opened_a_panel_or_a_dialog_has_the_focus_again(log: Page) -> None:
    last_month_of(log)
    number, explain = log.locator(".log__number").first, log.get_by_role("button", name="Bagaimana dihitung")
    number.focus()
    log.keyboard.press("Enter")
    expect(log.locator(".events")).to_be_visible()
    log.keyboard.press("Escape")
    expect(number).to_be_focused()
    explain.click()
    log.get_by_role("dialog").get_by_role("button", name="Tutup").first.click()
    expect(explain).to_be_focused()
    menu = log.locator(".menu summary")
    menu.click()
    log.get_by_role("button", name="Terima perangkat").click()
    log.get_by_role("dialog").get_by_role("button", name="Batal").click()
    expect(menu).to_be_focused()


def test_english_stays_after_a_question_and_in_the_files(office: Screens, log: Page) -> None:
    ask(office, log, "lang=en")
    log.get_by_role("button", name="Last month").click()
    expect(log.locator(".list-head h2")).to_contain_text("6 visits")
    expect(log.get_by_role("link", name="CSV")).to_have_attribute("href", re.compile("lang=en"))
    log.reload()
    expect(log.locator("html")).to_have_attribute("lang", "en")
    expect(log.locator(".list-head h2")).to_contain_text("6 visits")


def test_an_address_of_a_page_that_is_not_there_leads_to_the_last_one(office: Screens, log: Page) -> None:
    ask(office, log, f"{OCTOBER}&page=9")
    expect(log.locator(".log__foot")).to_contain_text("1 sampai 6 dari 6 kunjungan")
    expect(log.locator(".log tbody tr")).to_have_count(6)


def test_a_rare_reason_stands_in_its_filter(office: Screens, log: Page) -> None:
    ask(office, log, f"{OCTOBER}&reason=still_waiting")
    expect(log.get_by_label("Alasan").locator("option:checked")).to_have_text("Masih menunggu")


def test_a_comment_of_two_lines_is_kept_as_one(log: Page) -> None:
    last_month_of(log)
    log.locator(".log__number").first.click()
    panel = log.get_by_role("dialog")
    panel.get_by_role("button", name="Tulis komentar").click()
    panel.get_by_role("textbox", name="Komentar").fill("Dewi sedang cuti.\nBagus sendirian.")
    panel.get_by_role("button", name="Simpan komentar").click()
    expect(panel.locator(".event__text")).to_have_text("Dewi sedang cuti. Bagus sendirian.")
    expect(panel.locator(".event__note").last).to_have_text("Sari")


def test_emergencies_are_told_above_the_list_and_in_the_visits_of_their_day(office: Screens, log: Page) -> None:
    ask(office, log, SEPTEMBER)
    log.get_by_text("Keadaan darurat pada rentang ini: 1").click()
    line = log.locator(".emergencies-line")
    expect(line).to_contain_text("15 Sep, 08.40–08.50")
    expect(line).to_contain_text("Listrik padam")
    expect(line).to_contain_text("dicatat Sari, 09.05")
    expect(line).to_contain_text("Gardu padam")
    office.picture(log, "log-emergency")
    log.locator(".log__number").first.click()
    expect(log.get_by_role("dialog").locator(".visit__line")).to_contain_text("08.40–08.50")
    office.picture(log, "visit-emergency")
    log.keyboard.press("Escape")
    last_month_of(log)
    expect(line).to_have_count(0)
