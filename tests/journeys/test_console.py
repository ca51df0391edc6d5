"""The officer's console: its buttons and keys, its bell, and what it says when the server is gone."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.console import COUNT_TONES, act, call, place, primary, strike
from tests.journeys.screens import UNANSWERED, Screens, wind

STAYS, SILENCE = 8_000, 10_000  # milliseconds: a call on the stage; the beats that may fail


def test_a_new_visitor_rings_and_stands_in_the_title(office: Screens) -> None:
    officer = office.console()
    expect(officer).to_have_title("Meja 1")
    officer.evaluate(f"() => {{ {COUNT_TONES} }}")
    office.at.take()
    expect(officer).to_have_title("(1) Meja 1")
    officer.wait_for_function("() => window.tones > 0")
    rung = officer.evaluate("() => window.tones")
    office.at.take()
    expect(officer).to_have_title("(2) Meja 1")
    assert officer.evaluate("() => window.tones") == rung, "only a visitor who finds the line empty rings"


def test_an_empty_line_is_calm_and_pressing_changes_nothing(office: Screens) -> None:
    officer = office.console()
    before = office.at.queue()["seq"]
    expect(officer.get_by_text("Anda boleh meninggalkan meja")).to_be_visible()
    expect(officer.locator(".primary")).to_be_disabled()
    officer.keyboard.press("Space")
    strike(officer, "r")
    assert office.at.queue()["seq"] == before


def test_space_calls_starts_and_finishes(office: Screens) -> None:
    officer = office.console()
    office.at.take()
    for words in ("Panggil berikutnya", "Mulai layani", "Selesai"):
        primary(officer, words)
        officer.keyboard.press("Space")
    expect(officer.get_by_role("heading", name="Tidak ada yang menunggu", exact=True)).to_be_visible()
    row = office.at.rows()[0]
    assert (row["number"], row["verdict"], bool(row["finished_at"])) == ("K-001", "kept", True)


def test_keys_are_silent_while_a_dialog_is_open_and_can_be_switched_off(office: Screens) -> None:
    officer = office.console()
    office.at.take()
    call(officer, "K 001")
    officer.keyboard.press("?")
    dialog = officer.get_by_role("dialog")
    expect(dialog).to_contain_text("Tombol pintas")
    office.picture(officer, "console-keys")
    strike(officer, "r")
    dialog.get_by_label("Pakai tombol pintas di komputer ini").uncheck()
    officer.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    strike(officer, "r")
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai")
    assert len(office.at.calls()) == 1


def test_a_recall_is_counted_and_seen_in_the_waiting_room(office: Screens) -> None:
    officer, board = office.console(), office.mute_board()
    office.at.take()
    call(officer, "K 001")
    expect(act(officer, "Panggil ulang")).to_contain_text("1 dari 3")
    strike(officer, "r")
    expect(act(officer, "Panggil ulang")).to_contain_text("2 dari 3")
    wind(board, STAYS)
    expect(board.locator(".stage__say")).to_contain_text("Panggilan ke-2")


def test_a_call_and_a_finish_are_undone_within_twenty_seconds(mortal_office: Screens) -> None:
    office = mortal_office
    officer = office.console()
    office.at.take()
    call(officer, "K 001")
    officer.get_by_role("button", name="Urungkan").click()
    expect(place(officer, "K 001")).to_be_visible()
    call(officer, "K 001")
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai").click()
    expect(officer.get_by_role("heading", name="Tidak ada yang menunggu", exact=True)).to_be_visible()
    strike(officer, "u")
    primary(officer, "Selesai").click()
    expect(officer.get_by_role("button", name="Urungkan")).to_be_visible()
    office.picture(officer, "console-undo")
    with office.pardoning(UNANSWERED):
        office.server.restart_later(seconds=21)
        expect(officer.get_by_role("button", name="Urungkan")).to_have_count(0)


def test_an_officer_takes_a_number_for_a_visitor_who_cannot(office: Screens) -> None:
    officer = office.console()
    officer.get_by_role("button", name="Ambilkan nomor").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("Layanan DTSEN").check()
    dialog.get_by_label("Didahulukan (prioritas)").check()
    office.picture(officer, "console-take-number")
    dialog.get_by_role("button", name="Terbitkan nomor").click()
    expect(officer.get_by_role("dialog")).to_contain_text("D 001")
    officer.keyboard.press("Escape")
    expect(place(officer, "D 001")).to_contain_text("Prioritas")


def test_a_console_without_its_server_says_so_and_the_same_press_is_not_counted_twice(mortal_office: Screens) -> None:
    office = mortal_office
    officer = office.console(hand_clock=True)
    office.at.take("K")
    office.at.take("P")
    primary(officer, "Panggil berikutnya")
    with office.pardoning(UNANSWERED):
        office.server.kill()
        officer.keyboard.press("Space")
        expect(officer.get_by_text("Server tidak menjawab. Tekan sekali lagi")).to_be_visible()
        wind(officer, SILENCE)
        expect(officer.get_by_text("Sambungan ke server terputus.")).to_be_visible()
        office.picture(officer, "console-lost")
        office.server.start()
        expect(officer.get_by_text("Sambungan ke server terputus.")).to_have_count(0)
    primary(officer, "Panggil berikutnya")
    officer.keyboard.press("Space")
    primary(officer, "Mulai layani")
    expect(officer.locator(".visitor")).to_contain_text("K 001")
    assert office.at.waiting() == ["P-001"]
