"""The hands of an officer who fills in the guest book with the visitor, and what the record then holds."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import Screens
from tests.journeys.the_record import opened


def filling(officer: Page, number: str = "K 001") -> Locator:
    """The form of the visitor who is called next."""
    panel = opened(officer, number)
    panel.get_by_role("button", name="Isi bersama pengguna").click()
    expect(panel.locator(".book-form")).to_be_visible()
    return panel


def saves(panel: Locator) -> None:
    panel.get_by_role("button", name="Simpan isian").click()
    expect(panel.locator(".book-form")).to_have_count(0)


def stored(office: Screens, ticket: dict[str, Any]) -> Any:
    """What the visit's record holds now."""
    return office.at.ask("POST", f"/counter/tickets/{ticket['id']}/open", "dewi", {"reason": "serving"}).data
