"""Visitors who do not simply come when called: held, put back, transferred, missed, gone, or called out of turn."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.console import act, call, place, strike, unfold
from tests.journeys.screens import UNANSWERED, Screens, wind

STAYS = 8_000  # milliseconds: a call on the stage


def test_a_visitor_on_hold_is_called_back(office: Screens) -> None:
    officer = office.console()
    phone = office.phone(office.at.take())
    call(officer, "K 001")
    strike(officer, "h")
    held = unfold(officer, "Ditunda")
    expect(phone.get_by_text("Ditunda sebentar")).to_be_visible()
    office.picture(officer, "console-hold")
    held.get_by_role("button", name="Panggil").click()
    expect(officer.locator(".visitor")).to_contain_text("K 001")
    expect(phone.get_by_role("heading", name="Giliran Anda")).to_be_visible()


def test_a_call_that_is_put_back_keeps_its_place(office: Screens) -> None:
    officer = office.console()
    office.at.take("K")
    office.at.take("P")
    call(officer, "K 001")
    strike(officer, "b")
    expect(officer.locator(".visitor--next")).to_contain_text("K 001")
    expect(officer.locator(".wait").first).to_contain_text("K 001")


def test_a_transferred_visitor_keeps_the_number_and_every_screen_follows(office: Screens) -> None:
    officer, board = office.console(), office.mute_board()
    phone = office.phone(office.at.take())
    call(officer, "K 001")
    expect(board.locator(".stage--now .stage__for")).to_have_text("Konsultasi Statistik")
    wind(board, STAYS)
    strike(officer, "t")
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("Perpustakaan").check()
    office.picture(officer, "console-transfer")
    dialog.get_by_role("button", name="Alihkan ke Perpustakaan").click()
    expect(dialog).to_have_count(0)
    expect(place(officer, "K 001")).to_contain_text("Perpustakaan")
    expect(place(officer, "K 001")).to_contain_text("Dialihkan")
    expect(phone.get_by_role("heading", name="Perpustakaan")).to_be_visible()
    expect(phone.locator(".ticket-number")).to_contain_text("K 001")
    library = board.locator(".waiting li", has_text="Perpustakaan")
    expect(library.locator("b")).to_have_text("1")
    call(officer, "K 001")
    expect(board.locator(".stage--now .stage__for")).to_have_text("Perpustakaan")
    expect(phone.locator(".go")).to_contain_text("Perpustakaan")


def test_a_visitor_is_missed_only_after_three_calls_and_three_minutes_and_may_come_back(mortal_office: Screens) -> None:
    office = mortal_office
    officer, board = office.console(), office.mute_board()
    phone = office.phone(office.at.take())
    call(officer, "K 001")
    absent = act(officer, "Tidak hadir")
    for count in (2, 3):
        strike(officer, "r")
        expect(act(officer, "Panggil ulang")).to_contain_text(f"{count} dari 3")
    expect(absent).to_contain_text(re.compile(r"bisa 09\.\d\d\.\d\d"))
    expect(absent).to_be_disabled()
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=3)
        expect(absent).to_be_enabled()
    office.picture(officer, "console-may-miss")
    strike(officer, "n")
    expect(board.locator(".missed")).to_contain_text("K 001")
    expect(phone.get_by_role("heading", name="Nomor Anda terlewat")).to_be_visible()
    office.picture(board, "board-missed")
    office.picture(phone, "phone-missed")
    unfold(officer, "Tidak hadir, dapat dikembalikan").get_by_role("button", name="Antrekan lagi").click()
    expect(place(officer, "K 001")).to_contain_text("Kembali antre")
    expect(board.locator(".missed")).to_have_count(0)
    expect(phone.get_by_text("Anda berikutnya")).to_be_visible()


def test_a_visitor_who_left_by_phone_is_reinstated(office: Screens) -> None:
    officer = office.console()
    phone = office.phone(office.at.take())
    phone.get_by_role("button", name="Keluar dari antrean").tap()
    phone.get_by_role("button", name="Ya, keluar").tap()
    expect(phone.get_by_role("heading", name="Anda sudah keluar dari antrean")).to_be_visible()
    office.picture(phone, "phone-left")
    unfold(officer, "Pergi, dapat dikembalikan").get_by_role("button", name="Antrekan lagi").click()
    expect(phone.get_by_text("Anda berikutnya")).to_be_visible()


def test_a_visitor_out_of_turn_is_called_with_a_reason(office: Screens) -> None:
    officer = office.console()
    office.at.take("K")
    office.at.take("P")
    place(officer, "P 001").get_by_role("button").click()
    dialog = officer.get_by_role("dialog")
    button = dialog.get_by_role("button", name="Panggil P-001")
    expect(button).to_be_disabled()
    dialog.get_by_label("Mendesak").check()
    office.picture(officer, "console-special-call")
    button.click()
    expect(officer.locator(".visitor")).to_contain_text("P 001")
    expect(officer.locator(".wait")).to_have_count(1)
