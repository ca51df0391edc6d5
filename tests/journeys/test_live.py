"""The manager sees the office as it is, every second, and can do something about it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import BOARD, DESK, UNANSWERED, Screens, wind

LONG_NAMES = {
    '"Meja 1"': '"Meja Pelayanan Konsultasi Statistik dan Publikasi"',
    '"Meja 2"': '"MejaPelayananKonsultasiStatistikDanPerpustakaanAAA"',
}
SILENCE = 10_000  # milliseconds: the beats that may fail
SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll("main, .desks, .line, .line__count")]
  .every((one) => one.scrollWidth <= one.clientWidth)
"""
ON_ONE_LINE = """
() => new Set([...document.querySelectorAll(".line__count")].map((count) => count.clientHeight)).size === 1
"""


def live(office: Screens, *, hand_clock: bool = False) -> Page:
    """Sari's page, opened as she signs in."""
    manager = office.staff("sari")
    if hand_clock:
        manager.clock.install()
    manager.goto(f"{office.root}/counter/")
    expect(manager).to_have_url(f"{office.root}/counter/live")
    expect(manager.locator(".live")).to_be_visible()
    return manager


def desk(manager: Page, name: str) -> str:
    return manager.locator(".desks tbody tr", has_text=name).inner_text()


def test_the_nearest_limit_turns_orange_and_red_by_itself(mortal_office: Screens) -> None:
    office = mortal_office
    manager = live(office)
    office.at.press("take", 2)
    office.at.take()
    limit = manager.locator(".limit")
    expect(limit).to_have_attribute("data-clock", "calm")
    expect(limit).to_contain_text("Batas terdekat: K-001, Meja 2 bebas")
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=7, seconds=30)
        expect(limit).to_have_attribute("data-clock", "soon", timeout=30_000)
        expect(manager).to_have_title("K-001 segera, Langsung, PST BPS Kota Pekanbaru")
        office.picture(manager, "live-soon")
        office.server.restart_later(minutes=2, seconds=10)
        expect(limit).to_have_attribute("data-clock", "missed", timeout=60_000)
    expect(limit.locator(".clock__figure")).to_contain_text("lewat")
    expect(manager.locator(".desks__row--missed")).to_contain_text("Bebas, belum memanggil")
    office.picture(manager, "live-missed")


def test_a_manager_reminds_a_counter_and_its_console_says_so(office: Screens) -> None:
    manager, bagus = live(office), office.console("bagus", 2)
    office.at.take()
    manager.get_by_role("button", name="Ingatkan Meja 2").click()
    expect(bagus.locator(".banner")).to_contain_text("Sari mengingatkan: K-001 menunggu.")
    expect(manager.locator(".limit")).to_contain_text(re.compile(r"Bagus sudah diingatkan 09\.\d\d\.\d\d\."))
    expect(manager.locator(".events li").first).to_contain_text("Sari mengingatkan Meja 2: K-001")


def test_every_press_of_an_officer_is_seen_at_once(office: Screens) -> None:
    manager = live(office)
    expect(manager.get_by_role("heading", name="Belum ada petugas di meja mana pun")).to_be_visible()
    office.picture(manager, "live-nobody")
    office.at.take()
    office.at.press("call-next")
    expect(manager.locator(".doing", has_text="Memanggil")).to_be_visible()
    expect(manager.locator(".limit")).to_contain_text("K-001, dipanggil ke Meja 2")
    office.at.press("start")
    expect(manager.locator(".doing", has_text="Melayani")).to_be_visible()
    expect(manager.locator(".desks .verdict--kept")).to_be_visible()
    expect(manager.locator(".today-card")).to_contain_text("100,0 % tepat")
    expect(manager.locator(".strip .seal--kept")).to_have_count(1)
    office.at.press("finish")
    expect(manager.locator(".doing", has_text="Bebas")).to_be_visible()
    expect(manager.locator(".events li").first).to_contain_text("K-001 selesai, Meja 2 bebas")
    assert "dewi" in desk(manager, "Meja 2")


def test_an_emergency_that_is_over_is_documented_by_name(office: Screens) -> None:
    manager = live(office)
    office.at.press("take", 2)
    office.at.take()
    manager.get_by_role("button", name="Catat keadaan darurat").click()
    dialog = manager.get_by_role("dialog")
    expect(dialog).to_contain_text("atas nama Anda")
    expect(dialog).to_contain_text("paling akhir sampai sekarang")
    expect(dialog.get_by_label("Sampai pukul")).to_have_value(re.compile(r"09\.\d\d"))
    dialog.get_by_label("Dari pukul").fill("09.00")
    dialog.get_by_label("Sampai pukul").fill("09.10")
    dialog.get_by_label("Listrik padam").check()
    dialog.get_by_label("Keterangan, bila perlu").fill("Gardu padam")
    office.picture(manager, "live-emergency-form")
    dialog.get_by_role("button", name="Catat", exact=True).click()
    expect(dialog).to_have_count(0)
    expect(manager.locator(".emergencies")).to_contain_text("09.00–09.10")
    expect(manager.locator(".emergencies")).to_contain_text("dicatat Sari")
    expect(manager.locator(".limit")).to_contain_text("Batas terdekat: K-001")
    expect(manager.locator(".banner")).to_have_count(0)
    office.picture(manager, "live-emergency")


def test_devices_stand_there_and_a_board_without_a_server_does_not_look_well(office: Screens) -> None:
    manager = live(office)
    expect(manager.locator(".devices")).to_contain_text("Belum ada kios atau papan yang diterima.")
    office.kiosk()
    office.board()
    expect(manager.locator(".devices li", has_text="display")).to_contain_text("Baik")
    expect(manager.locator(".devices li", has_text="Suara papan")).to_contain_text("Baik")
    expect(manager.locator(".devices li", has_text="kiosk")).to_contain_text("terlihat baru saja")


def test_a_closed_office_is_calm_and_says_when_it_opens(open_office: OpenOffice) -> None:
    office = open_office("2026-11-21 09:15")
    manager = live(office)
    expect(manager.get_by_role("heading", name="Kantor tutup")).to_be_visible()
    expect(manager.locator(".limit")).to_contain_text("Tutup akhir pekan. Buka kembali Senin, 23 November 2026")
    office.picture(manager, "live-closed")


def test_a_rehearsal_on_a_closed_day_says_why_the_office_is_busy(open_office: OpenOffice) -> None:
    office = open_office("2026-11-21 09:15", PST_ALWAYS_OPEN="1")
    hours = live(office).locator(".live__hours")
    expect(hours).to_contain_text("Hari ini tidak ada layanan: akhir pekan.")
    expect(hours).to_contain_text("Latihan: jam buka diabaikan")


def test_a_live_page_without_its_server_says_so(mortal_office: Screens) -> None:
    office = mortal_office
    manager = live(office, hand_clock=True)
    with office.pardoning(UNANSWERED):
        office.server.kill()
        wind(manager, SILENCE)
        expect(manager.get_by_text("Sambungan ke server terputus.")).to_be_visible()
        expect(manager.locator(".devices li", has_text="terputus sejak")).to_contain_text("Perhatian")
        office.picture(manager, "live-lost")
        office.server.start()
        expect(manager.get_by_text("Sambungan ke server terputus.")).to_have_count(0)


def test_nothing_stands_outside_the_page_at_the_sizes_of_an_office(office: Screens) -> None:
    manager = live(office)
    office.at.press("take", 2)
    for service in "KKKKKKKKKKKKPJ":
        office.at.take(service)
    expect(manager.locator(".line", has_text="Konsultasi Statistik").locator(".line__count")).to_contain_text("12")
    expect(manager.locator(".limit")).to_contain_text("K-001")
    for size in (DESK, BOARD):
        manager.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert manager.evaluate(SIDEWAYS)
        assert manager.evaluate(ON_ONE_LINE)
        office.picture(manager, f"live-{size['width']}")


def test_names_of_fifty_letters_leave_every_column_in_sight(open_office: OpenOffice) -> None:
    office = open_office(changes=LONG_NAMES)
    manager = live(office)
    office.at.press("take", 1)
    office.at.press("take", 2, "tono")
    for _ in range(2):
        office.at.take()
    expect(manager.locator(".strip__name--running")).to_have_count(2)
    assert manager.evaluate(SIDEWAYS)
    office.picture(manager, "live-long-names")


def test_the_reasons_that_are_asked_for_lead_to_exactly_those_visits(mortal_office: Screens) -> None:
    office = mortal_office
    office.at.press("take", 2)
    office.at.take()
    office.server.restart_later(minutes=11)
    office.at.press("call-next")
    office.at.press("start")
    manager = live(office)
    manager.get_by_role("link", name="1 alasan belum diisi").click()
    expect(manager.locator(".list-head h2")).to_have_text("1 dari 1 kunjungan")
    expect(manager.get_by_role("button", name="Hapus saringan: Alasan: Belum diisi")).to_be_visible()
