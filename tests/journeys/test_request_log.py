"""The manager looks at the requests of a month: which channel keeps its promise, and which request did not."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import BOARD, DESK
from tests.journeys.test_accessibility import axe, passes

__all__ = ["axe"]
SIDEWAYS = "() => document.documentElement.scrollWidth <= innerWidth"


def test_the_log_says_what_became_of_each_request(open_office: OpenOffice, axe: str) -> None:
    office = open_office()
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/request-log")
    expect(manager.get_by_role("heading", name="Tidak ada permintaan")).to_be_visible()
    office.picture(manager, "request-log-empty")
    for channel, text in (("whatsapp", "Data inflasi"), ("email", "Data IPM"), ("whatsapp", "PDRB")):
        body = {"channel": channel, "text": text, "email": "faiz@example.com"}
        assert office.at.ask("POST", "/counter/requests", "tono", body).status == 201
    manager.reload()
    expect(manager.get_by_role("row", name="WA-2026-0002")).to_contain_text("Berjalan")
    expect(manager.get_by_role("region", name="WhatsApp")).to_contain_text("Janji: 3 hari kerja")
    manager.get_by_label("Saluran").select_option("email")
    expect(manager.get_by_role("row", name="WA-2026-0002")).to_have_count(0)
    expect(manager.get_by_role("row", name="EM-2026-0001")).to_be_visible()
    manager.get_by_label("Saluran").select_option("")
    expect(manager.get_by_role("row", name="WA-2026-0002")).to_be_visible()
    for size in (DESK, BOARD):
        manager.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert manager.evaluate(SIDEWAYS)
        office.picture(manager, f"request-log-{size['width']}")
    passes(manager, axe)
    manager.goto(f"{office.root}/counter/request-log?lang=en")
    expect(manager.get_by_role("heading", name="Request log")).to_be_visible()
    office.picture(manager, "request-log-english")
