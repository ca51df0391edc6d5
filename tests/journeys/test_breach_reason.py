"""The console asks why, passes a reminder on, and notices a forgotten Finish; none of it stops the work."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.console import COUNT_TONES, call, primary, strike
from tests.journeys.screens import UNANSWERED, Screens, settled


def start_late(office: Screens) -> Page:
    """Rina sits free at desk 1 for more than eleven minutes while K-001 waits, then starts."""
    officer = office.console()
    office.at.take()
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=11, seconds=26)
        expect(officer.locator(".clock--missed")).to_be_visible()
    call(officer, "K 001")
    primary(officer, "Mulai layani").click()
    expect(officer.locator(".breach")).to_contain_text(
        re.compile(r"K-001 mulai dilayani setelah 1[1-9]:\d\d\. Apa sebabnya\?")
    )
    return officer


def leave_too_late(office: Screens) -> Page:
    """Two visitors leave the line after more than ten minutes in which desks 1 and 2 were free for them."""
    officer = office.console(hand_clock=True)
    office.at.press("take", 2)
    tokens = [office.at.take()["token"] for _ in range(2)]
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=11)
        expect(officer.locator(".clock--missed")).to_be_visible()
    for token in tokens:
        assert office.at.ask("POST", f"/kiosk/tickets/{token}/leave", "kiosk", {}).status == 200
    return officer


def reason_in_the_log(office: Screens, number: str = "K-001") -> object:
    return next(row["reason"] for row in office.at.rows() if row["number"] == number)


def test_a_double_press_explains_one_visitor_and_not_the_next(mortal_office: Screens) -> None:
    office = mortal_office
    officer = leave_too_late(office)
    card = officer.locator(".breach")
    expect(card).to_contain_text("1 dari 2")
    office.picture(officer, "console-breach-one-of-two")
    asked = "K-001" if "K-001" in card.locator("h1").inner_text() else "K-002"
    other = {"K-001": "K-002", "K-002": "K-001"}[asked]
    expect(officer.locator("[aria-disabled=true]")).to_have_count(0)
    officer.clock.pause_at(officer.evaluate("() => Date.now() + 100"))
    officer.keyboard.press("1")
    expect(officer.locator(".trail")).to_contain_text(f"Alasan {asked} tercatat: Konsultasi panjang")
    expect(card.locator("h1")).to_contain_text(other)
    before = office.at.queue()["seq"]
    officer.keyboard.press("1")  # in the very moment in which the next visitor is asked about
    officer.clock.resume()
    strike(officer, "2")
    expect(officer.locator(".trail")).to_contain_text(f"Alasan {other} tercatat: Gangguan sistem")
    expect(card).to_have_count(0)
    assert office.at.queue()["seq"] == before + 1
    assert reason_in_the_log(office, asked) == "long_consultation"
    assert reason_in_the_log(office, other) == "system_down"


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
    expect(rina.locator(".remind")).to_contain_text(re.compile(r"sudah diingatkan 09\.\d\d\.\d\d"))
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
    with office.pardoning(UNANSWERED):  # the minutes that the machine takes are on the clock too
        office.server.restart_later(minutes=16)
        expect(officer.locator(".stopwatch")).to_contain_text(re.compile("1[6-9]:"))
        office.server.restart_later(minutes=15)
        expect(banner).to_contain_text(re.compile(r"K-001 sudah dilayani 3[1-4] menit\."))
    office.picture(officer, "console-forgotten-finish")
    banner.get_by_role("button", name="Masih melayani").click()
    expect(banner).to_have_count(0)
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=16)
        expect(officer.locator(".stopwatch")).to_contain_text(re.compile("4[7-9]:"))
        office.server.restart_later(minutes=15)
        expect(banner).to_contain_text(re.compile(r"K-001 sudah dilayani 6[2-5] menit\."))
    banner.get_by_role("button", name="Selesai").click()
    expect(banner).to_have_count(0)
    assert office.at.rows()[0]["finished_at"] is not None
