"""The board never looks alive when it is not, and calls nobody twice or too late (F50, F53)."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.journeys.screens import LISTEN, SPOKEN_WITHIN, UNANSWERED, Screens, has_its_voice, wind
from tests.running import until

SILENCE = 15_000  # milliseconds; the banner comes after ten seconds without a beat
STAYS = 8_000  # milliseconds on the stage, for a call that is not spoken


def answer_of(office: Screens, ticket: dict[str, Any]) -> dict[str, Any]:
    """Whether a board showed and spoke the ticket's newest call."""
    call: dict[str, Any] = office.at.queue()["calls"][str(ticket["id"])]
    return call


def spoken(office: Screens, ticket: dict[str, Any]) -> bool:
    return bool(answer_of(office, ticket)["sounded_at"])


def stage(board: Page) -> Any:
    return board.locator(".stage__number")


def connected(office: Screens, boards: int = 1) -> None:
    until(lambda: office.at.queue()["boards"]["sounding"] == boards, 20, "the board did not say that it can sound")


def test_a_board_without_its_server_says_so_and_the_banner_goes_by_itself(mortal_office: Screens) -> None:
    office = mortal_office
    board = office.board()
    office.at.take()
    office.at.press("call-next")
    expect(stage(board)).to_contain_text("K 001")
    with office.pardoning(UNANSWERED):
        office.server.kill()
        expect(board.get_by_role("alert")).to_contain_text("Sambungan terputus, diperbarui pukul 09.", timeout=SILENCE)
        expect(board.locator(".wall-clock")).to_have_count(0)
        expect(board.locator(".waiting")).to_have_count(0)
        expect(board.get_by_text("Jumlah yang menunggu tidak diketahui.")).to_be_visible()
        office.picture(board, "board-lost")
        office.server.start()
        expect(board.get_by_role("alert")).to_have_count(0)
    expect(board.locator(".wall-clock")).to_be_visible()
    expect(stage(board)).to_contain_text("K 001")


def test_a_board_that_was_cut_off_shows_and_speaks_the_call_that_it_missed(office: Screens) -> None:
    board = office.board()
    connected(office)
    has_its_voice(board)
    with office.pardoning(UNANSWERED):
        board.context.set_offline(True)
        ticket = office.at.take()
        office.at.press("call-next")
        board.context.set_offline(False)
        expect(board.locator(".stage--now .stage__number")).to_contain_text("K 001")
    until(lambda: spoken(office, ticket), SPOKEN_WITHIN, "the call was not spoken")


def test_a_call_older_than_thirty_seconds_is_shown_and_not_spoken_even_by_a_board_that_slept(
    mortal_office: Screens,
) -> None:
    office = mortal_office
    board = office.board()
    connected(office)
    has_its_voice(board)
    with office.pardoning(UNANSWERED):
        board.context.set_offline(True)
        old = office.at.take()
        office.at.press("call-next")
        office.server.restart_later(seconds=40)  # the steady clock of the board does not know of them
        board.context.set_offline(False)
        expect(stage(board)).to_contain_text("K 001", timeout=SILENCE)
    until(lambda: answer_of(office, old)["shown_at"], 10, "nobody learnt that the call was shown")
    expect(board.locator(".stage--now")).to_have_count(0)
    connected(office)
    has_its_voice(board)
    new = office.at.take("P")
    office.at.press("call-next", 1, officer="tono")
    until(lambda: spoken(office, new), SPOKEN_WITHIN, "the new call was not spoken")
    assert not spoken(office, old), "the old call stands before the new one, so it would have been spoken by now"


def test_a_board_that_may_not_sound_says_so_to_the_room_and_to_the_officer(
    office: Screens, browser_without_sound: Browser
) -> None:
    officer = office.console()
    expect(officer.get_by_text("Papan tidak tersambung")).to_be_visible()
    board = office.board(browser_without_sound)
    expect(officer.get_by_text("Papan tanpa suara")).to_be_visible()
    office.at.take()
    officer.get_by_role("button", name="Panggil berikutnya").click()
    expect(officer.get_by_text("Suara papan mati, panggil langsung")).to_be_visible()
    office.picture(officer, "console-board-muted")
    # From here on the browser takes our own looking for a touch, which would let it sound.
    expect(board.get_by_text("Panggilan di layar ini belum bersuara")).to_be_visible()
    office.picture(board, "board-muted")
    board.get_by_role("button", name="Aktifkan suara").click()
    expect(board.get_by_text("Panggilan di layar ini belum bersuara")).to_have_count(0)
    expect(officer.get_by_text("Papan: tampil dan terdengar")).to_be_visible()


def test_without_a_board_the_officer_reads_to_call_aloud(office: Screens) -> None:
    officer = office.console()
    office.at.take()
    officer.get_by_role("button", name="Panggil berikutnya").click()
    expect(officer.get_by_text("Layar tidak menjawab, panggil langsung")).to_be_visible()


def test_two_boards_show_and_speak_the_same_call_in_the_language_of_the_ticket(office: Screens) -> None:
    boards = [office.board(script=LISTEN), office.board(script=LISTEN)]
    connected(office, 2)
    for board in boards:
        has_its_voice(board)
    ticket = office.at.take()
    office.at.press("call-next")
    for board in boards:
        expect(board.locator(".stage--now .stage__number")).to_contain_text("K 001")
    until(lambda: spoken(office, ticket), SPOKEN_WITHIN, "the call was not spoken")
    clips = office.at.calls()[0]["clips"]
    for board in boards:
        board.wait_for_function("() => Number(document.documentElement.dataset.peak) > 0.1")
        # Every word, of one language: an Indonesian is called in Indonesian.
        board.wait_for_function("(words) => window.played.length === words", arg=len(clips["id"]))


def test_calls_are_shown_one_after_the_other_and_then_stand_among_the_earlier_ones(office: Screens) -> None:
    board = office.mute_board()
    for service in ("K", "P"):
        office.at.take(service)
    office.at.press("call-next", 1, officer="tono")
    office.at.press("call-next", 2)
    expect(board.locator(".stage--now .stage__number")).to_contain_text("K 001")
    expect(board.locator(".stage__next")).to_contain_text("P 001")
    office.picture(board, "board-two-calls")
    wind(board, STAYS)
    expect(board.locator(".stage--now .stage__number")).to_contain_text("P 001")
    wind(board, STAYS)
    expect(board.locator(".stage--now")).to_have_count(0)
    expect(stage(board)).to_contain_text("P 001")
    expect(board.get_by_role("region", name="Panggilan sebelumnya")).to_contain_text("K 001")
    expect(board.locator(".waiting li").first).to_contain_text("0")
    office.picture(board, "board-earlier")
