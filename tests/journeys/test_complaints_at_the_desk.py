"""The register of complaints: two clocks in working days, words behind a trace, and a complaint told to an officer."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import BOARD, DESK, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.test_complaint_followed import SAID, complain, opened
from tests.journeys.test_complaint_kiosk import register as rows

__all__ = ["axe"]
SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll("main, .register__scroll")]
  .every((one) => one.scrollWidth <= one.clientWidth)
"""


def register(office: Screens, language: str = "") -> Page:
    """Sari's register, by the menu at the side."""
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/live{language}")
    manager.get_by_role("link", name="Complaints" if language else "Pengaduan").click()
    expect(manager.locator(".register h1")).to_be_visible()
    return manager


def row(manager: Page, code: str) -> Locator:
    return manager.locator("tr", has_text=code)


def open_row(manager: Page, code: str) -> Locator:
    manager.get_by_role("button", name=code).click()
    dialog = manager.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name=code)).to_be_visible()
    return dialog


def test_no_complaint_is_a_calm_page(office: Screens, axe: str) -> None:
    manager = register(office)
    expect(manager.get_by_role("heading", name="Tidak ada pengaduan")).to_be_visible()
    office.picture(manager, "register-none")
    passes(manager, axe)


def test_the_words_are_opened_answered_and_settled_step_by_step(office: Screens, axe: str) -> None:
    ticket = office.at.take()
    code = complain(office, ticket=ticket["token"], name="Sugeng")
    manager = register(office)
    expect(row(manager, code)).to_contain_text("kunjungan K-001")
    assert SAID not in manager.content()
    dialog = open_row(manager, code)
    expect(dialog).to_contain_text("Isi tersegel")
    office.picture(manager, "register-sealed")
    passes(manager, axe)
    dialog.get_by_role("button", name="Buka isi").click()
    expect(dialog.locator("blockquote")).to_have_text(SAID)
    expect(dialog).to_contain_text("Sugeng")
    told = office.at.ask("POST", f"/counter/tickets/{ticket['id']}/rights/export", "manager", {}).data
    assert [(read["actor"], read["what"]) for read in told["reads"]][:1] == [("Sari", "complaint")]
    dialog.get_by_role("radio", name="Jawab").check()
    expect(dialog.get_by_role("button", name="Simpan langkah")).to_be_disabled()
    dialog.get_by_label("Yang disampaikan kepada pengadu").fill("Mohon maaf, meja kedua kini dibuka.")
    office.picture(manager, "register-answer")
    passes(manager, axe)
    dialog.get_by_role("button", name="Simpan langkah").click()
    expect(dialog.locator(".steps")).to_contain_text("Mohon maaf, meja kedua kini dibuka.")
    expect(dialog.locator(".opened__clocks [data-clock=kept]")).to_have_count(1)
    dialog.get_by_role("radio", name="Selesaikan").check()
    dialog.get_by_role("button", name="Simpan langkah").click()
    expect(dialog.locator(".opened__clocks [data-clock=kept]")).to_have_count(2)
    office.picture(manager, "register-settled")
    manager.keyboard.press("Escape")
    expect(manager.locator("dialog")).to_have_count(0)
    expect(row(manager, code).locator(".chip")).to_have_text("Selesai")
    assert SAID not in manager.content()
    assert [step["state"] for step in rows(office)[0]["steps"]] == ["received", "answered", "settled"]


def test_both_clocks_turn_orange_and_then_red(mortal_office: Screens) -> None:
    office = mortal_office
    code = complain(office)
    for days, tone, words in (
        (0, "calm", "3 hari kerja lagi"),
        (4, "soon", "1 hari kerja lagi"),
        (2, "missed", "lewat 1 hari kerja"),
    ):
        if days:
            with office.pardoning(UNANSWERED):
                office.server.restart_later(days=days)
        manager = register(office)
        clock = row(manager, code).locator("[data-clock]").first
        expect(clock).to_have_attribute("data-clock", tone)
        expect(clock).to_contain_text(words)
        office.picture(manager, f"register-{tone}")
        manager.close()


def test_the_register_is_narrowed_by_a_press_and_saved_as_files(office: Screens) -> None:
    code, other = complain(office), complain(office, kind="suggestion")
    office.at.ask("POST", f"/counter/complaints/{code}/answer", "manager", {"state": "settled"})
    manager = register(office)
    expect(manager.locator("tbody tr")).to_have_count(2)
    manager.locator(".counts").get_by_role("button", name="Selesai").click()
    expect(manager.locator("tbody tr")).to_have_count(1)
    expect(row(manager, code)).to_be_visible()
    manager.locator(".counts").get_by_role("button", name="Semua").click()
    manager.get_by_label("Jenis").select_option("Saran")
    expect(manager.locator("tbody tr")).to_have_count(1)
    expect(row(manager, other)).to_be_visible()
    for kind in ("XLSX", "CSV"):
        with manager.expect_download() as downloaded:
            manager.get_by_role("link", name=kind).click()
        assert (
            downloaded.value.suggested_filename
            == f"register-pengaduan-{office.at.code}-2025-11-18-2026-11-19.{kind.lower()}"
        )
    manager.reload()
    expect(manager.locator("tbody tr")).to_have_count(1)


def test_the_words_are_erased_for_whoever_shows_the_code(office: Screens, axe: str) -> None:
    code = complain(office)
    manager = register(office)
    dialog = open_row(manager, code)
    dialog.get_by_text("Hapus isi atas permintaan pengadu").click()
    erase = dialog.get_by_role("button", name="Hapus selamanya")
    expect(erase).to_be_disabled()
    dialog.get_by_label("Kode yang ditunjukkan pengadu").fill("PGD-22222222")
    expect(erase).to_be_disabled()
    dialog.get_by_label("Kode yang ditunjukkan pengadu").fill(code.lower().replace("-", " "))
    office.picture(manager, "register-erase")
    passes(manager, axe)
    erase.click()
    expect(dialog).to_contain_text("Isi sudah dihapus atas permintaan.")
    manager.keyboard.press("Escape")
    expect(row(manager, code)).to_contain_text("Isi dihapus")
    assert opened(office, code) == {"answers": []}


def test_an_officer_writes_down_what_somebody_tells_by_telephone(office: Screens, axe: str) -> None:
    officer = office.console()
    officer.locator(".menu summary").click()
    officer.get_by_role("button", name="Catat pengaduan").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_role("radio", name="Telepon").check()
    dialog.get_by_label("Isi, dengan kata-katanya sendiri").fill(SAID)
    office.picture(officer, "console-complaint")
    passes(officer, axe)
    dialog.get_by_role("button", name="Simpan pengaduan").click()
    expect(dialog.locator(".complaint-code")).to_contain_text("PGD-")
    expect(dialog).to_contain_text("Kamis, 26 November 2026")
    office.picture(officer, "console-complaint-code")
    passes(officer, axe)
    code = dialog.locator(".complaint-code").inner_text()
    [written] = rows(office)
    assert (written["code"], written["channel"], written["anonymous"]) == (code, "telephone", True)
    dialog.get_by_role("button", name="Tutup").last.click()
    expect(officer.locator("dialog")).to_have_count(0)
    assert SAID not in officer.content()


def test_the_register_is_accessible_and_fits_the_screens_of_an_office(office: Screens, axe: str) -> None:
    for kind in ("complaint", "suggestion", "objection", "inspection"):
        complain(office, kind=kind)
    complain(office, "dewi", channel="letter", name="Sugeng")
    manager = register(office)
    expect(manager.locator("tbody tr")).to_have_count(5)
    passes(manager, axe)
    for size in (DESK, BOARD):
        manager.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert manager.evaluate(SIDEWAYS)
        office.picture(manager, f"register-{size['width']}")


def test_the_register_in_english(office: Screens) -> None:
    code = complain(office)
    manager = office.staff("sari")
    manager.goto(f"{office.root}/counter/complaints?lang=en")
    expect(manager.get_by_role("heading", name="Complaints")).to_be_visible()
    expect(row(manager, code)).to_contain_text("3 working days left")
    office.picture(manager, "register-english")


def test_a_date_that_may_move_says_so_in_the_list(mortal_office: Screens) -> None:
    """In January 2028, whose joint leave no decree has named yet."""
    office = mortal_office
    with office.pardoning(UNANSWERED):
        office.server.restart_later(days=410)
    code = complain(office)
    manager = register(office)
    expect(row(manager, code)).to_contain_text("dapat bergeser")
    office.picture(manager, "register-unsure")
