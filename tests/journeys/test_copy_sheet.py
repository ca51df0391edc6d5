"""The entry is copied into the national registration line by line, with a clipboard and without one."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.screens import Screens
from tests.journeys.the_record import RAHMI, opened, part, visit

SELECTED = "() => getSelection().toString()"
# An office LAN is plain HTTP, where browsers have no clipboard; 127.0.0.1 counts as secure.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


def test_the_copy_sheet_is_copied_line_by_line_and_whole(office: Screens) -> None:
    officer = office.console()
    officer.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(office, RAHMI)
    panel = opened(officer)
    part(panel, "Lembar salin")
    panel.get_by_role("button", name="Salin Nomor HP").click()
    expect(panel.get_by_role("button", name="Tersalin Nomor HP")).to_be_visible()
    assert officer.evaluate("() => navigator.clipboard.readText()") == "+6281200001234"
    assert "81200001234" not in officer.content(), "copied, and still not shown"
    panel.get_by_role("button", name="Salin semua").click()
    expect(panel.get_by_role("button", name="Tersalin", exact=True)).to_be_visible()
    lines = officer.evaluate("() => navigator.clipboard.readText()").split("\n")
    assert lines[0] == "Nama lengkap\tRahmi Yulianti"
    assert lines[-1] == "Keperluan\tKonsultasi Statistik"
    office.picture(officer, "record-sheet")


def test_without_a_clipboard_the_text_is_selected_for_the_officers_own_hands(office: Screens) -> None:
    officer = office.console()
    officer.add_init_script(NO_CLIPBOARD)
    officer.reload()
    visit(office, RAHMI)
    panel = opened(officer)
    part(panel, "Lembar salin")
    panel.get_by_role("button", name="Salin Nomor HP").click()
    expect(panel.locator(".sheet li", has_text="Nomor HP")).to_contain_text("Tekan Ctrl+C")
    officer.wait_for_function("() => getSelection().toString().trim() === '+6281200001234'")
    panel.get_by_role("button", name="Salin semua").click()
    expect(panel.get_by_label("Tekan Ctrl+C")).to_be_focused()
    assert officer.evaluate(SELECTED).startswith("Nama lengkap\tRahmi Yulianti")
