"""An officer whose channel is not connected says in one press that the answer has left; thanks end a request again."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.screens import Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.the_inbox import do, inbox, row, take

__all__ = ["axe"]


def test_an_answer_that_was_sent_already_counts_with_the_press_that_writes_it(office: Screens, axe: str) -> None:
    taken = take(office)
    page = inbox(office)
    row(page, taken["number"]).get_by_role("button").click()
    thread = page.locator(".thread")
    thread.locator(".write textarea").fill("Berikut tabel IPM 2010–2025.")
    thread.get_by_role("checkbox", name="Sudah saya kirim sendiri").check()
    office.picture(page, "inbox-sent-already")
    passes(page, axe)
    thread.get_by_role("button", name=re.compile("^Jawab Ctrl")).click()
    expect(thread.locator("h1")).to_contain_text("Dijawab")
    expect(thread.locator(".said-line--waits")).to_have_count(0)
    thread.get_by_role("button", name="Selesai").click()
    expect(thread.locator("h1")).to_contain_text("Selesai")


def test_thanks_after_the_end_are_closed_as_nothing_more(office: Screens, axe: str) -> None:
    taken = take(office)
    do(office, taken, "answer", text="Terlampir.", sent=True)
    do(office, taken, "close", reason="answered")
    thanked = office.at.ask("POST", f"/counter/requests/{taken['id']}/hear", "dewi", {"text": "Terima kasih banyak!"})
    assert thanked.status == 201, thanked.data
    page = inbox(office)
    row(page, taken["number"]).get_by_role("button").click()
    thread = page.locator(".thread")
    expect(thread.locator("h1")).to_contain_text("Dibuka kembali")
    thread.get_by_text("Tutup permintaan").click()
    office.picture(page, "inbox-nothing-more")
    passes(page, axe)
    thread.get_by_role("button", name="Tidak ada yang ditanyakan lagi").click()
    expect(thread.locator("h1")).to_contain_text("Selesai")
