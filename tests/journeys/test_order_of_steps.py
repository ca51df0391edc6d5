"""The order of steps is the office's own: the guest book before the number, without a number, or as a guest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.journeys.at_the_book import Visitor, stored
from tests.journeys.conftest import OpenOffice
from tests.journeys.screens import UNANSWERED, Screens, tap, wind
from tests.printing.emulator import Emulator

GUESTS = """[[services]]
code = "T"
form = "reception"
records_needs = false
name = { id = "Tamu dan keperluan lain", en = "Guests and other matters" }
what = { id = "Bertemu pimpinan atau staf", en = "Meeting the head or the staff" }

[[counters]]"""


def ordered(order: str, rules: str = "", more: str = "") -> dict[str, str]:
    """The shipped profile in this order, and with guests of the house."""
    return {
        'wifi = "PST-Pekanbaru"': f'wifi = "PST-Pekanbaru"\n{more}',
        "[standard]\n": f'[guest_book]\norder = "{order}"\n{rules}\n[standard]\n',
        "[[counters]]": GUESTS,
    }


def touches(page: Page, service: str) -> Visitor:
    visitor = Visitor(page)
    visitor.touch(page.get_by_role("button", name=service), 900)
    return visitor


def skip_to_the_end(visitor: Visitor) -> None:
    visitor.press("Cukup")


def taken(page: Page) -> Any:
    return page.expect_response(lambda answer: answer.url.endswith("/kiosk/tickets") and answer.ok)


def test_the_book_then_the_number(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("book_first"))
    page = office.kiosk()
    visitor = touches(page, "Konsultasi Statistik")
    expect(page.locator(".strip--first")).to_contain_text("Lalu nomor antrean Anda terbit.")
    visitor.writes("Yang dibutuhkan", "inflasi")
    visitor.writes("Nama atau nama panggilan", "karim")
    office.picture(page, "book-first")
    with taken(page) as answered:
        skip_to_the_end(visitor)
    expect(page.locator(".paper .ticket-number")).to_contain_text("K")
    expect(page.get_by_role("button", name="Isi buku tamu sambil menunggu")).to_have_count(0)
    office.picture(page, "book-first-number")
    assert stored(office, answered.value.json()) == {"purpose": "Inflasi", "name": "Karim"}


def test_what_the_decree_demands_is_asked_before_the_number(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("book_first", 'required = ["name"]'))
    page = office.kiosk()
    visitor = touches(page, "Konsultasi Statistik")
    visitor.is_asked("Yang dibutuhkan")
    expect(page.get_by_role("button", name="Cukup", exact=True)).to_have_count(0)
    visitor.press("Lewati")
    visitor.is_asked("Nama atau nama panggilan")
    expect(page.get_by_role("button", name="Lewati", exact=True)).to_have_count(0)
    visitor.types("karim")
    visitor.press("Lanjut")
    with taken(page):
        skip_to_the_end(visitor)


def test_without_a_number_the_visitor_has_a_place_and_a_clock(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("no_number", more="board_calls = true"))
    board, page = office.mute_board(), office.kiosk()
    expect(board.get_by_text("Di sini tidak perlu nomor.")).to_be_visible()
    office.picture(page, "no-number-home")
    visitor = touches(page, "Konsultasi Statistik")
    visitor.writes("Yang dibutuhkan", "inflasi")
    office.picture(page, "no-number-book")
    with taken(page) as answered:
        skip_to_the_end(visitor)
    ticket = answered.value.json()
    expect(page.get_by_role("heading", name="Anda urutan")).to_be_visible()
    expect(page.locator(".ticket-number")).to_have_text("ke-1")
    assert ticket["number"] not in page.locator("body").inner_text()
    office.picture(page, "no-number-registered")
    phone = office.phone(ticket)
    expect(phone.locator(".ticket-number")).to_have_text("ke-1")
    assert ticket["number"] not in phone.locator("body").inner_text()
    office.picture(phone, "no-number-phone")
    called = office.at.press("call-next")
    assert called["id"] == ticket["id"]
    expect(phone.get_by_role("heading", name="Giliran Anda")).to_be_visible()
    expect(board.locator(".stage--now")).to_contain_text("Dipanggil sekarang: pengguna berikutnya")
    expect(board.locator(".stage__number")).to_have_text("Konsultasi Statistik")
    assert ticket["number"] not in board.locator("body").inner_text()
    office.picture(board, "no-number-board")
    said = office.at.calls()[-1]
    assert said["speak"]["id"] == "Pengguna berikutnya untuk Konsultasi Statistik. Silakan menuju Meja Dua."
    assert said["clips"]["id"][0] == "pengguna_berikutnya_untuk"
    office.at.press("start")
    office.at.press("finish")
    row = next(row for row in office.at.rows() if row["number"] == ticket["number"])
    assert row["verdict"] == "kept"
    assert row["clock_started_at"] is not None


def test_unless_the_profile_says_otherwise_an_officer_fetches_who_has_no_number(
    open_office: OpenOffice, printer: Emulator, tmp_path: Path
) -> None:
    office = open_office(changes=ordered("no_number"), PST_PRINTER_URL=printer.address)
    board, page, console = office.mute_board(), office.kiosk(), office.console("rina")
    with taken(page):
        skip_to_the_end(touches(page, "Konsultasi Statistik"))
    expect(page.get_by_text("Ambil kertas Anda di bawah layar")).to_be_visible()
    office.picture(page, "no-number-paper")
    [slip] = printer.wait_for(1)
    slip.save(tmp_path / "no-number-slip.png")
    console.keyboard.press("Space")
    expect(console.get_by_text("Jemput pengguna di ruang tunggu")).to_be_visible()
    office.picture(console, "no-number-console")
    expect(board.locator(".stage--calm")).to_be_visible()
    assert office.at.calls() == []


def test_where_nobody_has_a_number_an_officer_gives_a_place_in_line_and_no_number(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("no_number"))
    console = office.console("rina")
    console.get_by_role("button", name="Masukkan ke antrean").click()
    dialog = console.get_by_role("dialog", name="Masukkan ke antrean")
    dialog.get_by_text("Konsultasi Statistik").click()
    office.picture(console, "no-number-place")
    dialog.get_by_role("button", name="Masukkan ke antrean").click()
    taken = console.get_by_role("dialog", name="Sudah masuk antrean")
    expect(taken.get_by_role("status")).to_contain_text("Tidak ada orang di depannya.")
    office.picture(console, "no-number-place-taken")
    [waiting] = office.at.waiting()
    assert waiting not in taken.inner_text()


def test_a_guest_of_the_house_is_announced_and_needs_no_number(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("number_first"))
    page = office.kiosk()
    expect(page.get_by_role("button", name="Tamu dan keperluan lain")).to_contain_text("Tanpa nomor, langsung ditemui")
    office.picture(page, "guest-home")
    visitor = touches(page, "Tamu dan keperluan lain")
    visitor.writes("Nama atau nama panggilan", "karim")
    visitor.skips("Nama instansi")
    visitor.writes("Ingin bertemu", "kepala")
    visitor.skips("Yang dibutuhkan")
    visitor.answers("Datang sendiri atau rombongan?", "Sendiri")
    expect(page.get_by_text("Petugas sudah tahu Anda datang dan akan menemui Anda.")).to_be_visible()
    office.picture(page, "guest-thanks")
    [guest] = office.at.queue()["without_number"]
    assert (guest["service"], guest["form"], guest["met_at"]) == ("T", "reception", None)
    assert office.at.waiting() == []


def test_a_guest_who_writes_nothing_is_announced_all_the_same(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("number_first"))
    page = office.kiosk()
    skip_to_the_end(touches(page, "Tamu dan keperluan lain"))
    expect(page.get_by_text("Petugas sudah tahu Anda datang dan akan menemui Anda.")).to_be_visible()
    assert len(office.at.queue()["without_number"]) == 1


def test_while_the_last_answer_of_a_guest_is_on_the_way_nothing_is_claimed(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("number_first"))
    page = office.kiosk()
    visitor = touches(page, "Tamu dan keperluan lain")
    visitor.writes("Nama atau nama panggilan", "karim")
    on_the_way: list[Route] = []
    page.route("**/kiosk/guestbook", lambda route: on_the_way.append(route))  # noqa: PLW0108 # the browser wants a function of its own
    with page.expect_request("**/kiosk/guestbook"):
        skip_to_the_end(visitor)
    expect(page.locator(".book")).to_have_count(0)
    for claim in ("Sambungan terputus", "Petugas sudah tahu Anda datang"):
        expect(page.get_by_text(claim)).to_have_count(0)
    on_the_way.pop().continue_()
    expect(page.get_by_text("Petugas sudah tahu Anda datang dan akan menemui Anda.")).to_be_visible()
    assert len(office.at.queue()["without_number"]) == 1


def test_a_line_that_is_cut_at_the_last_answer_is_said_and_the_place_comes_after(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("book_first"))
    page = office.kiosk()
    visitor = touches(page, "Konsultasi Statistik")
    visitor.writes("Yang dibutuhkan", "inflasi")
    visitor.skips("Nama atau nama panggilan")
    on_the_way: list[Route] = []
    page.route("**/kiosk/guestbook", lambda route: on_the_way.append(route))  # noqa: PLW0108 # the browser wants a function of its own
    with page.expect_request("**/kiosk/guestbook"):
        visitor.answers("Datang sendiri atau rombongan?", "Sendiri")
    skip_to_the_end(visitor)
    expect(page.locator(".book")).to_have_count(0)
    expect(page.get_by_text("Sambungan terputus")).to_have_count(0)
    with office.pardoning(UNANSWERED):
        on_the_way.pop().abort()
        expect(page.get_by_text("Sambungan terputus. Isian Anda disimpan")).to_be_visible()
    office.picture(page, "book-first-cut")
    page.unroute("**/kiosk/guestbook")
    with taken(page) as answered:
        expect(page.locator(".paper .ticket-number")).to_contain_text("K")
    assert stored(office, answered.value.json()) == {"purpose": "Inflasi", "group": 1}


def test_enough_is_enough_also_while_the_last_answer_is_being_saved(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("book_first"))
    page = office.kiosk()
    visitor = touches(page, "Konsultasi Statistik")
    visitor.is_asked("Yang dibutuhkan")
    visitor.types("inflasi")
    on_the_way: list[Route] = []
    page.route("**/kiosk/guestbook", lambda route: on_the_way.append(route))  # noqa: PLW0108 # the browser wants a function of its own
    with page.expect_request("**/kiosk/guestbook"):
        visitor.press("Lanjut")
    skip_to_the_end(visitor)
    expect(page.locator(".book")).to_have_count(0)
    with taken(page):
        on_the_way.pop().continue_()


def test_whoever_walks_away_leaves_nothing_behind(open_office: OpenOffice) -> None:
    office = open_office(changes=ordered("book_first"))
    page = office.kiosk(hand_clock=True)
    tap(page.get_by_role("button", name="Konsultasi Statistik"))
    page.locator(".field").fill("zzkanari mencari data")
    with page.expect_response("**/kiosk/guestbook"):
        tap(page.get_by_role("button", name="Lanjut", exact=True))
    expect(page.locator("#question")).to_have_text("Nama atau nama panggilan")
    wind(page, 121_000)
    expect(page.get_by_role("alertdialog")).to_be_visible()
    with page.expect_response("**/kiosk/guestbook/drop") as dropped:
        wind(page, 21_000)
    assert dropped.value.status == 204
    expect(page.locator(".home")).to_be_visible()
    assert "kanari" not in page.content().lower()
    assert "kanari" not in page.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])").lower()
    assert _entries(office) == 0


def _entries(office: Screens) -> int:
    """The entries of the guest book, by what the month's recapitulation counts."""
    recap = office.at.ask("GET", "/counter/recap?from=2026-11-01&to=2026-11-30&format=json", "manager").data
    return int(recap["entries"])
