"""The inbox of requests: pasted in seconds, worked on, answered and closed; calls returned; orange and red in time."""

from __future__ import annotations

import re
from time import monotonic
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.journeys.screens import UNANSWERED, Screens, wind
from tests.journeys.test_accessibility import axe, passes

__all__ = ["axe"]
from tests.journeys.the_inbox import COPIED, SAID, TAP, inbox, paste, row, take


def test_a_whatsapp_message_is_kept_within_twenty_seconds(office: Screens, axe: str) -> None:
    page = inbox(office)
    expect(page.get_by_role("heading", name="Tidak ada yang menunggu")).to_be_visible()
    office.picture(page, "inbox-none")
    passes(page, axe)
    began, taps = monotonic(), 2
    paste(page, COPIED)
    expect(page.locator(".quick-text")).to_have_value(SAID)
    expect(page.get_by_label("Nomor HP")).to_have_value("+62 812-0000-0013")
    office.picture(page, "inbox-pasted")
    page.keyboard.press("Control+Enter")
    expect(row(page, "WA-2026-0001")).to_be_visible()
    assert monotonic() - began + taps * TAP < 20
    expect(page.locator(".thread .said-text")).to_have_text(SAID)
    expect(page.locator(".thread__who")).to_contain_text("+6281200000013")
    expect(page.locator(".quick-text")).to_have_value("")
    expect(row(page, "WA-2026-0001").locator(".standing")).to_contain_text(re.compile("sisa 3 hari kerja [56] jam"))
    office.picture(page, "inbox-taken")
    passes(page, axe)


def test_ticked_asked_replied_answered_and_closed(office: Screens, axe: str) -> None:
    taken = take(office)
    page = inbox(office)
    row(page, taken["number"]).get_by_role("button").click()
    thread = page.locator(".thread")
    thread.locator(".asked-of summary").click()
    for tick in thread.locator(".asked-of input").all():
        tick.check()
    thread.get_by_role("button", name="Jelas dan lengkap").click()
    expect(thread.locator("h1")).to_contain_text("Jelas dan lengkap")
    thread.get_by_role("button", name="Tanya", exact=True).click()
    thread.locator(".write textarea").fill("Tingkat kota atau kecamatan?")
    office.picture(page, "inbox-ask")
    passes(page, axe)
    thread.get_by_role("button", name="Tanyakan").click()
    unsent = page.get_by_role("region", name="Kirim sekarang")
    expect(unsent.locator(".row .standing")).to_contain_text("belum dikirim")
    by_hand = thread.locator(".said-line--waits")
    expect(by_hand).to_be_in_viewport()
    link = by_hand.get_by_role("link", name="Buka WhatsApp").get_attribute("href") or ""
    assert urlsplit(link).path == "/6281200000013"
    assert parse_qs(urlsplit(link).query)["text"] == ["Tingkat kota atau kecamatan?"]
    office.picture(page, "inbox-by-hand")
    passes(page, axe)
    by_hand.get_by_role("button", name="Sudah saya kirim").click()
    expect(thread.locator(".said-line--waits")).to_have_count(0)
    expect(unsent).to_have_count(0)
    expect(row(page, taken["number"]).locator(".standing")).to_contain_text("menunggu pengguna")
    thread.locator(".write textarea").fill("Kota saja, Bu.")
    thread.get_by_role("button", name="Catat balasan").click()
    expect(thread.locator(".said-line--user")).to_have_count(2)
    thread.locator(".write textarea").fill("Berikut tabel IPM 2010–2025.")
    page.keyboard.press("Control+Enter")
    expect(thread.locator("h1")).to_contain_text("Dijawab")
    thread.get_by_role("button", name="Sudah saya kirim").click()
    expect(thread.locator(".said-line--waits")).to_have_count(0)
    office.picture(page, "inbox-answered")
    passes(page, axe)
    thread.get_by_role("button", name="Selesai").click()
    expect(page.locator(".inbox")).to_contain_text("Ditutup, 30 hari terakhir")
    expect(thread.get_by_role("button", name="Buka kembali")).to_be_visible()
    office.picture(page, "inbox-closed")
    thread.get_by_role("button", name="Buka kembali").click()
    expect(thread.locator("h1")).to_contain_text("Dibuka kembali")


def test_a_missed_call_is_written_down_in_one_press_and_returned(office: Screens, axe: str) -> None:
    page = inbox(office)
    page.get_by_role("button", name="Tak terjawab").click()
    calls = page.get_by_role("region", name="Telepon balik")
    expect(calls.locator(".row")).to_contain_text("TL-2026-0001")
    office.picture(page, "inbox-missed-call")
    passes(page, axe)
    calls.get_by_role("button", name="Tidak diangkat").click()
    expect(calls.locator(".row")).to_contain_text("1 kali dicoba")
    calls.get_by_role("button", name="Tersambung").click()
    expect(calls).to_have_count(0)
    page.get_by_role("button", name="Dilayani").click()
    page.locator("summary", has_text="Ditutup, 30 hari terakhir").click()
    expect(row(page, "TL-2026-0002")).to_be_visible()
    page.get_by_role("button", name="Dijanjikan").click()
    expect(page.get_by_role("region", name="Giliran kantor").locator(".row")).to_contain_text("TL-2026-0003")


def test_a_missed_call_that_is_found_later_keeps_the_moment_at_which_it_rang(office: Screens, axe: str) -> None:
    page = inbox(office)
    page.get_by_role("button", name="Rincian").click()
    page.get_by_label("Telepon berdering pukul").fill("8")
    page.get_by_role("button", name="Tak terjawab").click()
    expect(page.locator(".row")).to_have_count(0)
    page.get_by_label("Telepon berdering pukul").fill("08.40")
    page.get_by_label("Nomor HP").fill("0761 23001")
    office.picture(page, "inbox-call-details")
    passes(page, axe)
    page.get_by_role("button", name="Tak terjawab").click()
    calls = page.get_by_role("region", name="Telepon balik")
    expect(calls.locator(".row")).to_contain_text("tak terjawab 08.40")
    expect(page.locator(".thread__who")).to_contain_text("+6276123001")


def test_whoever_writes_a_long_answer_stays_signed_in(office: Screens) -> None:
    taken = take(office)
    page = office.staff("rina")
    page.clock.install()
    page.goto(f"{office.root}/counter/requests")
    row(page, taken["number"]).get_by_role("button").click()
    page.locator(".write textarea").fill("Berikut tabelnya")
    with page.expect_request(lambda request: request.url.endswith("/counter/requests")):
        wind(page, 11 * 60_000)
    expect(page.locator(".write textarea")).to_have_value("Berikut tabelnya")


def test_it_turns_orange_and_red_here_and_at_the_counter(mortal_office: Screens) -> None:
    """Taken on Thursday at 09.15 with three working days: orange in the last three tenths, red after Tuesday 15.30."""
    office = mortal_office
    number = take(office)["number"]
    for days, hours, level, words, count in (
        (0, 0, "calm", "sisa 3 hari kerja 6 jam", "Permintaan 1"),
        (5, 0, "soon", "sisa 6 jam", "Permintaan 1 · 1 segera"),
        (1, 1, "late", "lewat 2 jam", "Permintaan 1 · 1 lewat"),
    ):
        if days:
            with office.pardoning(UNANSWERED):
                office.server.restart_later(days=days, hours=hours)
        page = inbox(office)
        standing = row(page, number).locator(".standing")
        expect(standing).to_have_attribute("data-level", level)
        expect(standing).to_contain_text(words)
        office.picture(page, f"inbox-{level}")
        page.close()
        console = office.console()
        expect(console.locator(".due")).to_have_text(count)
        office.picture(console, f"console-requests-{level}")
        console.locator(".due").click()
        expect(console.locator(".inbox")).to_be_visible()
        console.close()


def test_what_another_officer_takes_appears_by_itself_and_turns_orange_and_red_without_a_word(
    mortal_office: Screens,
) -> None:
    office = mortal_office
    page = office.staff("rina")
    page.clock.install()
    page.goto(f"{office.root}/counter/requests")
    expect(page.get_by_role("heading", name="Tidak ada yang menunggu")).to_be_visible()
    standing = row(page, take(office)["number"]).locator(".standing")
    expect(standing).to_contain_text("sisa 3 hari kerja")
    with office.pardoning(UNANSWERED):
        office.server.kill()
        for days, level in ((5, "soon"), (1, "late")):
            wind(page, days * 24 * 3600 * 1000)
            expect(standing).to_have_attribute("data-level", level)
        office.picture(page, "inbox-lost")
        page.close()
