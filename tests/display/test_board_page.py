"""The board in a real browser against the real server: seen, heard, lost and found again."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.display.served import Served
from tests.running import running, until


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with running() as server:
        yield Served(server)


@pytest.fixture(scope="module")
def board(served: Served, sounding: Browser) -> Iterator[Page]:
    """A paired board that may sound."""
    context = sounding.new_context(viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    page.goto(served.url + "/display/")
    code = page.evaluate("() => JSON.parse(document.getElementById('page').textContent).snapshot.code")
    served.post("/counter/devices", {"code": code, "name": "Papan"})
    expect(page.locator(".wall")).to_be_visible(timeout=15_000)
    yield page
    context.close()


def finished(board: Page) -> None:
    expect(board.locator(".stage--now")).to_have_count(0, timeout=30_000)


def heard(served: Served, ticket: dict[str, Any]) -> dict[str, Any]:
    seen: dict[str, Any] = until(
        lambda: (c := served.call_of(ticket))["sounded_at"] and c, 30, "no board said that it was heard"
    )
    return seen


def test_a_call_is_shown_and_spoken_and_the_officer_sees_both(served: Served, board: Page) -> None:
    taken = served.take("K", language="en")
    called = served.verb("call-next")
    expect(board.locator(".stage--now .stage__number")).to_contain_text(taken["number"].replace("-", " "))
    expect(board.locator(".stage--now .stage__where")).to_contain_text("Meja 1")
    expect(board.locator(".stage--now .stage__say")).to_contain_text("Now calling")
    until(lambda: served.call_of(called)["shown_at"], 10, "no board said that it was shown")
    call = heard(served, called)
    assert call["shown_at"] < call["sounded_at"]
    assert 0.1 < float(board.evaluate("() => document.documentElement.dataset.peak")) <= 1
    finished(board)
    served.verb("start")
    served.verb("finish")


def test_a_recall_takes_the_stage_and_is_spoken_again(served: Served, board: Page) -> None:
    served.take("P")
    called = served.verb("call-next")
    first = heard(served, called)
    finished(board)
    served.verb("recall")
    expect(board.locator(".stage__say")).to_contain_text("Panggilan ke-2")
    assert heard(served, called)["seq"] > first["seq"]
    finished(board)
    served.verb("start")
    served.verb("finish")


def test_the_bell_rings_when_a_number_is_taken(served: Served, board: Page) -> None:
    bell = board.context.new_page()
    bell.goto(served.url + "/display/bell")
    before = int(bell.locator(".bell__count").inner_text())
    expect(bell.locator(".bell__last")).not_to_contain_text("pukul")
    served.take("D")
    expect(bell.locator(".bell__count")).to_have_text(str(before + 1))
    expect(bell.locator(".bell__last")).to_contain_text("Bel terakhir pukul")
    bell.wait_for_function("() => Number(document.documentElement.dataset.peak) > 0.1")
    bell.close()


def test_a_board_without_its_server_says_so_and_comes_back_by_itself(served: Served, board: Page) -> None:
    board.evaluate("() => { document.documentElement.dataset.peak = 'untouched'; }")
    served.server.stop()
    expect(board.locator(".head--lost")).to_contain_text("diperbarui pukul", timeout=15_000)
    expect(board.locator(".waiting")).to_have_count(0)
    served.server.start()
    expect(board.locator(".head--lost")).to_have_count(0, timeout=10_000)
    expect(board.locator(".waiting")).to_be_visible()
    assert board.evaluate("() => document.documentElement.dataset.peak") == "untouched"


def test_a_stranger_sees_a_code_and_no_call(served: Served, board: Page, sounding: Browser) -> None:
    stranger = sounding.new_page()
    stranger.goto(served.url + "/display/")
    told = stranger.evaluate("() => JSON.parse(document.getElementById('page').textContent).snapshot")
    assert len(told["code"]) == 6
    assert "calls" not in told
    assert stranger.request.get(served.url + "/display/board").status == 401
    stranger.close()
