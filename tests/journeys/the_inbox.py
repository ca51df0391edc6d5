"""The hands of an officer at the inbox of requests."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import Screens
from tests.journeys.test_accessibility import axe

__all__ = ["axe"]

SAID = "Selamat pagi, mohon data IPM Kota Pekanbaru 2010–2025 untuk skripsi. Terima kasih ✓"
COPIED = f"[09.10, 19/11/2026] +62 812-0000-0013: {SAID}"
TAP = 0.4  # seconds for each press and each move of the hand
PASTE = """
(field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text", text);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  if (field.dispatchEvent(event)) document.execCommand("insertText", false, text);
}
"""
SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll("main, .inbox, .thread, .thread__scroll")]
  .every((one) => one.scrollWidth <= one.clientWidth)
"""


def inbox(office: Screens, language: str = "", login: str = "rina") -> Page:
    """The inbox of somebody of the staff."""
    page = office.staff(login)
    page.goto(f"{office.root}/counter/requests{language}")
    expect(page.locator(".inbox")).to_be_visible()
    return page


def paste(page: Page, text: str) -> None:
    """Ctrl+V into the bar above the inbox."""
    field = page.locator(".quick-text")
    field.focus()
    field.evaluate(PASTE, text)


def take(office: Screens, **said: Any) -> dict[str, Any]:
    """Dewi takes a request elsewhere."""
    body = {"channel": "whatsapp", "text": SAID, "phone": "0812-0000-0013", **said}
    answer = office.at.ask("POST", "/counter/requests", "dewi", body)
    assert answer.status == 201, answer.data
    taken: dict[str, Any] = answer.data
    return taken


def do(office: Screens, request: dict[str, Any], verb: str, **body: Any) -> dict[str, Any]:
    """Dewi does something about it."""
    answer = office.at.ask("POST", f"/counter/requests/{request['id']}/{verb}", "dewi", body)
    assert answer.status == 200, answer.data
    done: dict[str, Any] = answer.data
    return done


def row(page: Page, number: str) -> Locator:
    return page.locator(".row", has_text=number)
