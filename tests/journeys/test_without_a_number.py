"""Visits without a number at the console: a guest of the house is heard and met, a telephone call is written down."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import OpenOffice
from tests.journeys.console import COUNT_TONES, call, primary, unfold
from tests.journeys.guests import GUEST, begins_to_write, comes, visit_record, with_reception, without_number
from tests.journeys.screens import BOARD, DESK, REFUSED, UNANSWERED, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.test_visit_record import SIDEWAYS
from tests.journeys.the_record import choose, need, part

__all__ = ["axe"]

NOTIFIED = """
window.told = [];
window.Notification = class { constructor(title, { body }) { window.told.push(`${title}: ${body}`); } };
Notification.permission = "granted";
"""
FITS = """
() => [...document.querySelectorAll(".queue, .queue__foot, .without, .without__guests, .fold")]
  .every((one) => one.scrollWidth <= one.clientWidth && one.getBoundingClientRect().bottom <= innerHeight)
"""


@pytest.fixture
def house(open_office: OpenOffice) -> Screens:
    """An office with a reception, on a Thursday morning."""
    return with_reception(open_office)


def kept(office: Screens) -> list[dict[str, Any]]:
    """What the consoles show of visits without a number."""
    visits: list[dict[str, Any]] = office.at.queue()["without_number"]
    return visits


def told(office: Screens, entry: int) -> Any:
    return office.at.ask("POST", f"/counter/entries/{entry}/open", "dewi", {"reason": "serving"}).data


def calls_up(officer: Page, service: str = "Konsultasi Statistik") -> Any:
    """Sugeng telephones, and the officer writes what he says."""
    panel = begins_to_write(officer, service)
    panel.get_by_label("Yang dibutuhkan").fill("Kode wilayah kelurahan")
    panel.get_by_label("Nama atau nama panggilan").fill("Sugeng")
    choose(panel, "Sarana yang digunakan", "Lainnya")
    panel.get_by_label("Sarana lainnya").fill("Telepon")
    return panel


def writes_down(panel: Any) -> None:
    panel.get_by_role("button", name="Catat kunjungan").click()
    expect(panel.locator(".book-form")).to_have_count(0)


def test_a_guest_of_the_house_rings_and_stands_in_the_title(house: Screens) -> None:
    officer = house.console()
    expect(officer).to_have_title("Meja 1")
    officer.evaluate(f"() => {{ {COUNT_TONES} {NOTIFIED} }}")
    house.at.take()
    expect(officer).to_have_title("(1) Meja 1")
    officer.wait_for_function("() => window.tones > 0")
    rung = officer.evaluate("() => window.tones")
    comes(house)
    expect(officer).to_have_title("(2) Meja 1")
    officer.wait_for_function("(rung) => window.tones > rung", arg=rung)
    assert officer.evaluate("() => window.told") == [
        "Pengunjung baru: K-001: Konsultasi Statistik",
        "Tamu baru, tanpa nomor: Tamu Pimpinan",
    ]
    assert "Bappelitbang" not in officer.content()


def test_a_guest_is_opened_with_a_trace_and_met(house: Screens) -> None:
    officer = house.console()
    entry = comes(house)
    expect(officer.get_by_role("heading", name="Tidak ada nomor yang menunggu")).to_be_visible()
    expect(officer.get_by_text("Tamu yang menunggu ditemui: 1.")).to_be_visible()
    house.picture(officer, "guest-waits-1366")
    without_number(officer).get_by_role("button", name="Buka Tamu Pimpinan").click()
    panel = visit_record(officer)
    for words in (*GUEST.values(), "Pembukaan ini tercatat.", "Baru datang"):
        expect(panel).to_contain_text(words)
    expect(panel.locator(".record__tabs")).to_have_count(0)
    house.picture(officer, "guest-opened-1366")
    panel.get_by_role("button", name="Sudah ditemui").click()
    expect(panel).to_contain_text(re.compile(r"Sudah ditemui pukul 09\.1\d WIB"))
    expect(officer).to_have_title("Meja 1")
    officer.keyboard.press("Escape")
    expect(visit_record(officer)).to_have_count(0)
    assert "Bappelitbang" not in officer.content(), "a closed record leaves no name"
    expect(without_number(officer).locator(".without__guests")).to_have_count(0)
    expect(unfold(officer, "Tercatat tanpa nomor")).to_contain_text("Ditemui 09.1")
    [visit] = kept(house)
    assert (visit["entry"], bool(visit["met_at"])) == (entry, True)


def test_minutes_go_by_beside_a_guest_who_waits(house: Screens) -> None:
    officer = house.console(hand_clock=True)
    comes(house, GUEST | {"group": 3})
    row = without_number(officer).locator(".without__guests li")
    expect(row).to_contain_text("Rombongan 3 orang")
    officer.clock.fast_forward(7 * 60_000)
    expect(row).to_contain_text(re.compile("Menunggu [67] menit"))


def test_a_telephone_call_is_written_down_with_its_needs(house: Screens) -> None:
    officer = house.console()
    panel = calls_up(officer)
    assert officer.locator(".primary").evaluate("one => one.scrollWidth <= one.clientWidth"), "its words fit"
    house.picture(officer, "call-form-1366")
    writes_down(panel)
    expect(panel.locator(".record__name")).to_have_text("Sugeng")
    part(panel, "Kebutuhan data")
    need(panel, "Kode wilayah kelurahan")
    house.picture(officer, "call-needs-1366")
    panel.get_by_role("button", name="Tutup").click()
    expect(unfold(officer, "Tercatat tanpa nomor")).to_contain_text("Konsultasi Statistik")
    expect(officer).to_have_title("Meja 1")
    [visit] = kept(house)
    assert (visit["service"], visit["channel"], visit["form"]) == ("K", "officer", "skd")
    record = told(house, visit["entry"])
    assert record["answers"] == {
        "purpose": "Kode wilayah kelurahan",
        "name": "Sugeng",
        "means": [32],
        "means_other": "Telepon",
    }
    assert [one["detail"] for one in record["needs"]] == ["Kode wilayah kelurahan"]
    assert house.at.waiting() == []


def test_a_call_is_opened_again_and_written_on(house: Screens) -> None:
    officer = house.console()
    panel = calls_up(officer, "Rekomendasi Kegiatan Statistik")
    writes_down(panel)
    expect(panel.locator(".record__tabs").get_by_role("button")).to_have_text(["Isian pengguna", "Lembar salin"])
    panel.get_by_role("button", name="Tutup").click()
    unfold(officer, "Tercatat tanpa nomor").get_by_role("button", name="Buka").click()
    panel.get_by_role("button", name="Ubah isian").click()
    choose(panel, "Jenis kelamin", "Laki-laki")
    panel.get_by_role("button", name="Simpan isian").click()
    expect(panel.locator(".answers")).to_contain_text("Laki-laki")
    [visit] = kept(house)
    assert told(house, visit["entry"])["answers"]["sex"] == 1


def test_an_answer_that_was_lost_on_its_way_makes_one_visit_whatever_is_changed_meanwhile(house: Screens) -> None:
    officer = house.console()
    panel = calls_up(officer)

    def arrives_and_is_not_answered(route: Route) -> None:
        route.fetch()
        route.abort()

    officer.route("**/counter/entries", arrives_and_is_not_answered)
    with house.pardoning(UNANSWERED):
        panel.get_by_role("button", name="Catat kunjungan").click()
        expect(panel.get_by_text("Server tidak menjawab. Tekan sekali lagi")).to_be_visible()
    officer.unroute("**/counter/entries")
    expect(panel.get_by_label("Nama atau nama panggilan")).to_have_value("Sugeng")
    panel.get_by_label("Nama atau nama panggilan").fill("Sugeng Riyadi")
    panel.get_by_label("Yang dibutuhkan").fill("")
    writes_down(panel)
    [visit] = kept(house)
    answers = told(house, visit["entry"])["answers"]
    assert answers == {"name": "Sugeng Riyadi", "means": [32], "means_other": "Telepon"}


def test_a_refused_visit_keeps_what_was_typed_and_nothing_is_kept_of_a_cancelled_one(house: Screens) -> None:
    officer = house.console()
    panel = calls_up(officer)
    panel.get_by_label("Nomor HP").fill("12")
    with house.pardoning(REFUSED):
        panel.get_by_role("button", name="Catat kunjungan").click()
        expect(panel.get_by_label("Nomor HP")).to_have_attribute("aria-invalid", "true")
    expect(panel.get_by_label("Nama atau nama panggilan")).to_have_value("Sugeng")
    officer.keyboard.press("Escape")
    expect(panel.get_by_role("alert").first).to_contain_text("Isian belum disimpan.")
    panel.get_by_role("button", name="Batal").click()
    expect(visit_record(officer)).to_have_count(0)
    assert kept(house) == []


def test_an_officer_writes_a_guest_down_and_no_bell_tells_them(house: Screens) -> None:
    officer = house.console()
    officer.evaluate(f"() => {{ {COUNT_TONES} }}")
    panel = begins_to_write(officer, "Tamu Pimpinan")
    panel.get_by_label("Ingin bertemu").fill("Kepala BPS")
    writes_down(panel)
    expect(panel.get_by_role("button", name="Sudah ditemui")).to_be_visible()
    expect(officer).to_have_title("(1) Meja 1")
    assert officer.evaluate("() => window.tones") == 0
    assert [visit["form"] for visit in kept(house)] == ["reception"]


def test_a_record_gives_way_to_the_visitor_at_the_desk_only_when_nothing_is_lost(house: Screens) -> None:
    officer = house.console()
    panel = calls_up(officer)
    house.at.take()
    call(officer, "K 001")
    officer.get_by_role("button", name="Buka catatan kunjungan").click()
    expect(panel.get_by_role("alert").first).to_contain_text("Isian belum disimpan.")
    expect(panel.get_by_label("Nama atau nama panggilan")).to_have_value("Sugeng")
    writes_down(panel)
    officer.get_by_role("button", name="Buka catatan kunjungan").click()
    expect(officer.get_by_role("dialog", name="Catatan kunjungan")).to_contain_text("K 001")


def test_a_guest_needs_no_number_and_none_is_offered(house: Screens) -> None:
    officer = house.console()
    officer.get_by_role("button", name="Ambilkan nomor").click()
    dialog = officer.get_by_role("dialog")
    expect(dialog.get_by_label("Layanan DTSEN")).to_be_visible()
    expect(dialog.get_by_label("Tamu Pimpinan")).to_have_count(0)


def test_the_console_speaks_english_of_visits_without_a_number(house: Screens) -> None:
    officer = house.console()
    officer.goto(f"{officer.url}?lang=en")
    comes(house)
    indonesian = re.compile(r"\b(Tanpa|tamu|Catat|Menunggu|Isian|Ubah|Simpan|Kunjungan|Rombongan|pengguna|Pengguna)\b")
    region = officer.get_by_role("region", name="Without a number today")
    region.get_by_role("button", name=re.compile("^Open")).click()
    panel = officer.get_by_role("dialog", name="Visit without a number")
    panel.get_by_role("button", name="Change the answers").click()
    expect(panel.get_by_label("Whom you want to meet")).to_be_visible()
    assert not indonesian.search(panel.inner_text().replace("Kepala BPS", ""))
    panel.get_by_role("button", name="Cancel").click()
    officer.keyboard.press("Escape")
    assert not indonesian.search(officer.locator(".queue").inner_text())


def test_the_list_and_the_forms_are_accessible_and_fit(house: Screens, axe: str) -> None:
    officer = house.console()
    for number in range(4):
        comes(house, GUEST | {"group": number + 1})
    writes_down(calls_up(officer))
    officer.keyboard.press("Escape")
    for _ in range(6):
        house.at.take()
    call(officer, "K 001")
    primary(officer, "Mulai layani")
    for size in (DESK, BOARD):
        officer.set_viewport_size({"width": size["width"], "height": size["height"]})
        passes(officer, axe)
        assert officer.evaluate(FITS)
        house.picture(officer, f"without-number-{size['width']}")
    unfold(officer, "Tercatat tanpa nomor")
    passes(officer, axe)
    house.picture(officer, "without-number-unfolded-1920")
    without_number(officer).get_by_role("button", name="Catat kunjungan").click()
    passes(officer, axe)
    house.picture(officer, "new-visit-1920")
    officer.keyboard.press("Escape")
    officer.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
    begins_to_write(officer, "Tamu Pimpinan")
    passes(officer, axe)
    assert officer.evaluate(SIDEWAYS)
    house.picture(officer, "new-guest-1366")
