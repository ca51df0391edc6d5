"""Files in the browser, both ways: an officer attaches them to an answer, the user saves them and attaches others."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.screens import BOARD, DESK, REFUSED, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.test_request_form import asked, by_officer
from tests.journeys.the_inbox import SIDEWAYS, inbox, row, take

__all__ = ["axe"]
PDF = b"%PDF-1.7 tabel \x00\xff"
MEGABYTE = 1024 * 1024
DROP = """
(kind, sizes) => {
  const dataTransfer = new DataTransfer();
  for (const [name, size] of Object.entries(sizes)) dataTransfer.items.add(new File([new Uint8Array(size)], name));
  document.querySelector("main").dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
}
"""
PASTE_FILE = """
(field, withText) => {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File(["isi"], "image.png", { type: "image/png" }));
  if (withText) clipboardData.setData("text/plain", "tabel dari Excel");
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}
"""


def file(name: str, content: bytes = PDF, kind: str = "application/pdf") -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}


def drag(page: Page, kind: str, sizes: dict[str, int]) -> None:
    """Files by name and size come with the mouse; large ones are made in the browser."""
    page.evaluate(f"([kind, sizes]) => ({DROP})(kind, sizes)", [kind, sizes])


def opened(office: Screens, number: str) -> Page:
    page = inbox(office)
    row(page, number).get_by_role("button").click()
    expect(page.locator(".write")).to_be_visible()
    return page


def attach(page: Page, *files: FilePayload) -> None:
    page.locator("input[type=file]").set_input_files(list(files))


def saved(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    assert download.value.suggested_filename == name
    return Path(download.value.path()).read_bytes()


def test_an_officer_attaches_files_sees_them_takes_one_off_and_sends(office: Screens, axe: str) -> None:
    page = opened(office, take(office)["number"])
    page.locator(".write textarea").fill("Berikut tabelnya.")
    attach(page, file("Tabel IPM Kota Pekanbaru 2010–2025.pdf"), file("keliru.pdf"))
    drag(page, "dragover", {"data.xlsx": 900})
    expect(page.locator(".write.drops")).to_be_visible()
    office.picture(page, "files-over")
    drag(page, "drop", {"data.xlsx": 4 * MEGABYTE})
    expect(page.locator(".drops")).to_have_count(0)
    page.locator(".write textarea").evaluate(PASTE_FILE, False)
    listed = page.locator(".attached__one")
    expect(listed).to_have_count(4)
    page.locator(".write textarea").evaluate(PASTE_FILE, True)
    expect(listed).to_have_count(4)
    page.get_by_role("button", name="Hapus lampiran keliru.pdf").click()
    expect(listed).to_have_count(3)
    for size in (DESK, BOARD):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        office.picture(page, f"files-attached-{size['width']}")
        assert page.evaluate(SIDEWAYS)
        passes(page, axe)
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
    page.locator(".write textarea").press("Control+Enter")
    sent = page.locator(".said-line--office")
    expect(sent.locator(".said-files a")).to_have_count(3)
    expect(sent.locator(".by-hand__files")).to_contain_text("lampirkan sendiri: Tabel IPM Kota Pekanbaru 2010–2025.pdf")
    expect(sent.get_by_role("link", name="Buka WhatsApp")).to_be_in_viewport()
    expect(listed).to_have_count(0)
    for size in (DESK, BOARD):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        office.picture(page, f"files-by-hand-{size['width']}")
        passes(page, axe)
    assert saved(page, "Tabel IPM Kota Pekanbaru 2010–2025.pdf") == PDF


def test_what_is_too_large_is_said_at_once_and_nothing_is_lost(office: Screens, axe: str) -> None:
    page = opened(office, take(office)["number"])
    page.locator(".write textarea").fill("Berikut tabelnya.")
    drag(page, "drop", {"besar.zip": 10 * MEGABYTE + 1, "kosong.txt": 0})
    attach(page, file("baik.pdf"))
    expect(page.locator(".attached__one--wrong")).to_have_count(2)
    expect(page.locator(".write .attached__wrong")).to_contain_text("bertanda merah")
    office.picture(page, "files-wrong")
    passes(page, axe)
    page.locator(".write textarea").press("Control+Enter")
    page.get_by_role("button", name="Hapus lampiran besar.zip").click()
    page.get_by_role("button", name="Hapus lampiran kosong.txt").click()
    expect(page.locator(".attached__wrong")).to_have_text("")
    drag(page, "drop", {f"{number}.bin": 6 * MEGABYTE for number in range(3)})
    expect(page.locator(".attached__wrong")).to_contain_text("paling besar 15 MB")
    for number in range(3):
        page.get_by_role("button", name=f"Hapus lampiran {number}.bin").click()
    page.locator(".write textarea").fill("NIK 1471010101010001 benar")
    with office.pardoning(REFUSED):
        page.locator(".write textarea").press("Control+Enter")
        expect(page.locator(".write .trouble")).to_contain_text("NIK")
    expect(page.locator(".attached__one")).to_have_count(1)
    page.locator(".write textarea").fill("Berikut tabelnya.")
    with office.pardoning(UNANSWERED):
        page.context.set_offline(True)
        page.locator(".write textarea").press("Control+Enter")
        expect(page.locator(".write .trouble")).to_contain_text("Server tidak menjawab")
        page.context.set_offline(False)
    expect(page.locator(".attached__one")).to_have_count(1)
    page.locator(".write textarea").press("Control+Enter")
    expect(page.locator(".said-line--office .said-files a")).to_have_count(1)


def test_a_draft_keeps_its_files_while_another_request_is_looked_at(office: Screens) -> None:
    first, other = take(office), take(office)
    page = opened(office, first["number"])
    attach(page, file("tabel.pdf"))
    page.get_by_role("button", name="Tanya", exact=True).click()
    expect(page.locator(".attached__one")).to_have_count(0)
    row(page, other["number"]).get_by_role("button").click()
    expect(page.locator(".thread h1")).to_contain_text(other["number"])
    expect(page.locator(".attached__one")).to_have_count(0)
    row(page, first["number"]).get_by_role("button").click()
    expect(page.locator(".attached__one")).to_contain_text("tabel.pdf")


def test_the_user_saves_the_offices_files_and_attaches_their_own(office: Screens, axe: str) -> None:
    page = asked(office)
    by_officer(office, page, "answer", {"text": "Berikut tabelnya.", "files": [sent("Tabel IPM 2015–2025.pdf")]})
    assert saved(page, "Tabel IPM 2015–2025.pdf") == PDF
    attach(page, file("Surat pengantar kampus yang namanya sangat panjang sekali 2026.pdf"), file("kosong.txt", b""))
    expect(page.locator(".attached__wrong")).to_contain_text("bertanda merah")
    page.screenshot(path=office._pictures / "files-phone-wrong.png", full_page=True)
    passes(page, axe)
    page.get_by_role("button", name="Hapus lampiran kosong.txt").click()
    page.screenshot(path=office._pictures / "files-phone-attached.png", full_page=True)
    passes(page, axe)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Kirim pesan").click()
    name = "Surat pengantar kampus yang namanya sangat panjang sekali 2026.pdf"
    expect(page.locator(".said-by--user .said-by__save")).to_contain_text(name)
    expect(page.locator(".attached__one")).to_have_count(0)
    assert saved(page, name) == PDF
    page.screenshot(path=office._pictures / "files-phone-sent.png", full_page=True)
    passes(page, axe)
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
    page.screenshot(path=office._pictures / "files-user-desk.png", full_page=True)


def test_the_pages_say_it_in_english_too(office: Screens) -> None:
    page = asked(office)
    page.goto(f"{page.url}?lang=en")
    attach(page, file("kosong.txt", b""))
    expect(page.locator(".attached__one")).to_contain_text("This file is empty.")
    expect(page.get_by_role("button", name="Attach files")).to_be_visible()
    page.screenshot(path=office._pictures / "files-phone-english.png", full_page=True)


def sent(name: str) -> dict[str, Any]:
    """A file as a program sends it."""
    return {"name": name, "content": b64encode(PDF).decode()}
