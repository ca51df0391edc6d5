"""The board turns the pages of the published standard while nobody is called, and a call ends it at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.domain.test_office_profile import CODES, published
from tests.journeys.conftest import OpenOffice
from tests.journeys.hired import Hired, hire_for_every_shipped
from tests.journeys.office import Office, close, shared_house
from tests.journeys.screens import BOARD, UNANSWERED, Screens, wind
from tests.journeys.test_accessibility import axe, passes

__all__ = ["axe"]
PORTRAIT: ViewportSize = {"width": 1080, "height": 1920}
PAGE_STAYS = 30_000  # milliseconds, for who asked for less motion as these browsers do
STAYS = 8_000  # on the stage, for a call that is not spoken
LOST = 15_000
DOUBTED = 8_000  # after six seconds without a beat a board asks over HTTP; after ten it says that it is lost
HEADINGS = {"Persyaratan", "Sistem, Mekanisme dan Prosedur", "Waktu Penyelesaian"} | {
    "Biaya / Tarif",
    "Produk Pelayanan",
    "Pengaduan Layanan",
}
CUT = """
() => ["", " .slide__text", " .slide__promises"].map((part) => document.querySelector(`.stage--standard${part}`))
  .filter((box) => box && (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth))
  .map((box) => box.className)
"""


@pytest.fixture(scope="module")
def every_shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Office]]:
    """The shipped offices, each as its profile is."""
    hired: Hired = hire_for_every_shipped(tmp_path_factory.mktemp("every") / "data")
    house = shared_house(hired)
    house.environment["PST_ALWAYS_OPEN"] = "1"
    house.environment.pop("PST_OFFICES_DIR", None)
    house.start()
    yield lambda code: Office(house, code, hired.tokens[code])
    close(house)


def standard(board: Page) -> Page:
    expect(board.locator(".stage--standard")).to_be_visible()
    return board


def wait(board: Page, milliseconds: int) -> None:
    """Let time go by on the board in steps so small that its line is doubted, asked, and never lost."""
    for _ in range(0, milliseconds, DOUBTED):
        with board.expect_response("**/display/board"):
            wind(board, DOUBTED)


def pages(board: Page) -> Iterator[str]:
    """Turns every page once, by key; what stands at the foot of each."""
    foot = board.locator(".slide__foot .num")
    count = int(foot.inner_text().split("/")[1])
    for number in range(1, count + 1):
        expect(foot).to_have_text(f"{number} / {count}")
        yield foot.inner_text()
        board.keyboard.press("ArrowRight")


@pytest.mark.parametrize("code", CODES)
def test_its_pages_say_the_whole_document_in_its_order_and_cut_nothing(
    every_shipped: Callable[[str], Office], watched: Callable[[Office], Screens], code: str, axe: str
) -> None:
    office = watched(every_shipped(code))
    board = office.paired("display", viewport=BOARD)
    board.add_init_script("delete window.AudioContext;")  # so that the strip about the sound takes its room too
    board.goto(f"{office.root}/display/standard")
    said: list[str] = []
    for page in pages(standard(board)):
        assert board.evaluate(CUT) == [], page
        said += board.locator(".slide__words").all_inner_texts()
        if page.startswith(("1 /", "4 /")):
            office.picture(board, f"board-standard-{code}-{page[0]}")
            passes(board, axe)
    expected = [re.sub(r"^\d+\. ", "", line) for line in published(code) if line not in HEADINGS]
    assert " ".join(" ".join(said).split()) == " ".join(expected)
    board.set_viewport_size(PORTRAIT)
    for page in pages(board):
        assert board.evaluate(CUT) == [], page
    office.picture(board, f"board-standard-{code}-portrait")


def test_an_office_without_a_desk_asks_nobody_to_take_a_number(
    every_shipped: Callable[[str], Office], watched: Callable[[Office], Screens]
) -> None:
    office = watched(every_shipped("kepulauan-riau"))
    board = standard(office.mute_board())
    expect(board.get_by_text("Konsultasi Statistik (melalui wa)")).to_be_visible()
    for words in ("Silakan ambil nomor antrean", "Panggilan sebelumnya", "Sedang menunggu", "belum bersuara"):
        expect(board.get_by_text(words)).to_have_count(0)


def test_the_welcome_comes_before_the_standard_and_a_call_ends_it_at_once(office: Screens) -> None:
    board = office.mute_board()
    expect(board.get_by_text("Silakan ambil nomor antrean")).to_be_visible()
    wait(board, PAGE_STAYS)
    expect(standard(board).get_by_text("No. SK 0102067/1471 TAHUN 2023")).to_be_visible()
    office.at.take()
    office.at.press("call-next")
    expect(board.locator(".stage--now .stage__number")).to_contain_text("K 001")
    expect(board.locator(".stage--standard")).to_have_count(0)
    wind(board, STAYS)
    expect(board.get_by_role("region", name="Panggilan terakhir")).to_contain_text("K 001")
    expect(board.locator(".stage--standard")).to_have_count(0)


def test_after_two_quiet_minutes_the_standard_comes_back_beside_the_number_that_was_called_last(
    mortal_office: Screens,
) -> None:
    office = mortal_office
    board = office.mute_board()
    office.at.take()
    office.at.press("call-next")
    expect(board.locator(".stage--now .stage__number")).to_contain_text("K 001")
    wind(board, STAYS)
    expect(board.locator(".stage--standard")).to_have_count(0)
    with office.pardoning(UNANSWERED):
        office.server.restart_later(minutes=3)  # the board takes its time from the server
        expect(standard(board).locator(".latest")).to_contain_text("K 001")
    expect(board.locator(".latest")).to_contain_text("Meja 2")
    office.picture(board, "board-standard-after-a-call")
    office.at.press("recall")
    expect(board.locator(".stage--now .stage__number")).to_contain_text("K 001")
    expect(board.locator(".stage--standard")).to_have_count(0)


def test_a_second_screen_shows_the_standard_soon_after_a_call_and_never_instead_of_one(office: Screens) -> None:
    board = office.mute_board()
    board.goto(f"{office.root}/display/standard")
    standard(board)
    office.at.take()
    office.at.press("call-next")
    expect(board.locator(".stage--now .stage__number")).to_contain_text("K 001")
    expect(board.locator(".stage--standard")).to_have_count(0)
    wind(board, STAYS)
    expect(standard(board).locator(".latest")).to_contain_text("K 001")


def test_a_board_without_its_server_shows_no_standard(office: Screens) -> None:
    board = office.board()
    board.goto(f"{office.root}/display/standard")
    standard(board)
    with office.pardoning(UNANSWERED):
        board.context.set_offline(True)
        expect(board.get_by_role("alert")).to_contain_text("Sambungan terputus", timeout=LOST)
        expect(board.locator(".stage--standard")).to_have_count(0)
        board.context.set_offline(False)
        standard(board)


def test_a_line_that_is_longer_than_a_page_goes_on_over_the_next(open_office: OpenOffice) -> None:
    long = " ".join(f"kata{number}" for number in range(150))
    line = "Pengguna layanan mengisi buku tamu"
    asked = f'way = "walk_in"\ntext = "{line}"'  # what is quoted of the text has to stand in it
    office = open_office(changes={f'"{line}",': f'"{long}",', asked: asked.replace(line, long)})
    board = office.mute_board()
    board.goto(f"{office.root}/display/standard")
    said: list[str] = []
    for page in pages(standard(board)):
        assert board.evaluate(CUT) == [], page
        said += board.locator(".slide__words").all_inner_texts()
    assert long in " ".join(said)
