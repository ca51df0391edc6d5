"""Every verb of the officer's console, from its button or its key to the screens that follow it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import UNANSWERED, Screens, settled, wind

STAYS, SILENCE = 8_000, 10_000  # milliseconds: a call on the stage; the beats that may fail
# Counts the tones that the page really starts.
COUNT_TONES = """
window.tones = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when); };
"""


def primary(officer: Page, words: str) -> Locator:
    return settled(officer.locator(".primary"), words)


def act(officer: Page, words: str) -> Locator:
    return officer.locator(".act", has_text=words)


def strike(officer: Page, key: str) -> None:
    """Press a key once the last press has been answered."""
    expect(officer.locator("[aria-disabled=true]")).to_have_count(0)
    officer.keyboard.press(key)


def call(officer: Page, number: str) -> None:
    primary(officer, "Panggil berikutnya").click()
    expect(officer.locator(".visitor")).to_contain_text(number)
    primary(officer, "Mulai layani")


def place(officer: Page, number: str) -> Locator:
    return officer.locator(".wait", has_text=number)


def unfold(officer: Page, words: str) -> Locator:
    fold = officer.locator(".fold", has_text=words)
    fold.locator("summary").click()
    return fold


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
    wind(board, STAYS)
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
    expect(absent).to_contain_text(re.compile(r"bisa 09\.18\.\d\d"))
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
