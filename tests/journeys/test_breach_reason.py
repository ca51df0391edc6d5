"""The console asks why, passes a reminder on, and notices a forgotten Finish; none of it stops the work."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.screens import UNANSWERED, Screens, settled
from tests.journeys.test_console import COUNT_TONES, call, primary, strike


def start_late(office: Screens) -> Page:
    """Rina sits free at desk 1 for eleven minutes and a half while K-001 waits, then starts."""
    officer = office.console()
    office.at.take()
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=11, seconds=26)
        expect(officer.locator(".clock--missed")).to_be_visible()
    call(officer, "K 001")
    primary(officer, "Mulai layani").click()
    expect(officer.locator(".breach")).to_contain_text(
        re.compile(r"K-001 mulai dilayani setelah 11:\d\d\. Apa sebabnya\?")
    )
    return officer


def reason_in_the_log(office: Screens) -> object:
    return next(row["reason"] for row in office.at.rows() if row["number"] == "K-001")


def test_a_breach_is_explained_in_one_tap_and_the_log_has_it(mortal_office: Screens) -> None:
    officer = start_late(mortal_office)
    mortal_office.picture(officer, "console-breach")
    officer.get_by_role("button", name="Konsultasi panjang").click()
    expect(officer.locator(".breach")).to_have_count(0)
    expect(officer.locator(".trail")).to_contain_text("Alasan K-001 tercatat: Konsultasi panjang")
    assert reason_in_the_log(mortal_office) == "long_consultation"


def test_a_reason_put_aside_is_not_lost_and_the_work_goes_on(mortal_office: Screens) -> None:
    office = mortal_office
    officer = start_late(office)
    settled(officer.locator(".primary"), "Selesai")
    officer.get_by_role("button", name="Nanti").click()
    expect(officer.locator(".breach")).to_have_count(0)
    chip = officer.get_by_role("button", name="1 alasan belum diisi")
    expect(chip).to_be_visible()
    office.picture(officer, "console-breach-aside")
    before = office.at.queue()["seq"]
    strike(officer, "4")
    primary(officer, "Selesai").click()
    expect(officer.get_by_role("heading", name="Tidak ada yang menunggu", exact=True)).to_be_visible()
    assert office.at.queue()["seq"] == before + 1, "a key for a reason that is not asked says nothing"
    chip.click()
    expect(officer.locator(".breach")).to_be_visible()
    strike(officer, "4")
    expect(officer.locator(".trail")).to_contain_text("Alasan K-001 tercatat: Petugas tunggal")
    expect(chip).to_have_count(0)
    assert reason_in_the_log(office) == "single_officer"


def test_space_finishes_while_the_reason_is_asked(mortal_office: Screens) -> None:
    officer = start_late(mortal_office)
    primary(officer, "Selesai")
    officer.keyboard.press("Space")
    expect(officer.locator(".breach")).to_be_visible()
    expect(officer.get_by_role("heading", name="Tidak ada yang menunggu", exact=True)).to_be_visible()


def test_a_reminder_reaches_the_other_console_with_a_sound_until_somebody_is_called(office: Screens) -> None:
    rina, bagus = office.console("rina", 1), office.console("bagus", 2)
    office.at.take()
    call(rina, "K 001")
    primary(rina, "Mulai layani").click()
    primary(rina, "Selesai")
    office.at.take()
    expect(bagus.locator(".visitor--next")).to_contain_text("K 002")
    bagus.evaluate(f"() => {{ {COUNT_TONES} }}")
    rina.get_by_role("button", name="Ingatkan Meja 2").click()
    expect(bagus.locator(".banner")).to_contain_text("Rina mengingatkan: K-002 menunggu.")
    expect(bagus).to_have_title("K-002 menunggu, Meja 2")
    bagus.wait_for_function("() => window.tones > 0")
    expect(rina.locator(".remind")).to_contain_text(re.compile(r"sudah diingatkan 09\.1\d\.\d\d"))
    expect(rina.get_by_role("button", name="Ingatkan Meja 2")).to_have_count(0)
    office.picture(bagus, "console-reminded")
    office.picture(rina, "console-reminder-sent")
    primary(bagus, "Panggil berikutnya").click()
    expect(bagus.locator(".banner")).to_have_count(0)
    expect(bagus).to_have_title("Meja 2")


def test_a_long_silence_asks_once_whether_finish_was_forgotten(mortal_office: Screens) -> None:
    office = mortal_office
    officer = office.console()
    office.at.take()
    call(officer, "K 001")
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai")
    banner = officer.locator(".banner", has_text="Lupa menekan Selesai?")
    expect(banner).to_have_count(0)
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=16)
        expect(officer.locator(".stopwatch")).to_contain_text("16:")
        office.server.restart_later(minutes=15)
        expect(banner).to_contain_text("K-001 sudah dilayani 31 menit.")
    office.picture(officer, "console-forgotten-finish")
    banner.get_by_role("button", name="Masih melayani").click()
    expect(banner).to_have_count(0)
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=16)
        expect(officer.locator(".stopwatch")).to_contain_text("47:")
        office.server.restart_later(minutes=15)
        expect(banner).to_contain_text("K-001 sudah dilayani 62 menit.")
    banner.get_by_role("button", name="Selesai").click()
    expect(banner).to_have_count(0)
    assert office.at.rows()[0]["finished_at"] is not None
