"""Whatever happens between kiosk and server, one wish gives one number (F35 to F38, F49)."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.journeys.screens import TICKET_SETTLED, UNANSWERED, Screens, tap

TICKETS = "**/kiosk/tickets"
Answer = Callable[[Route], None]


def first_wish(kiosk: Page, answer: Answer) -> list[str]:
    """Meddle with the first request for a number; returns the idempotency keys of all that were sent."""
    keys: list[str] = []

    def meddle(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        (answer if len(keys) == 1 else Route.continue_)(route)

    kiosk.route(TICKETS, meddle)
    return keys


def lose_the_answer(route: Route) -> None:
    """The server did the work, and nobody hears of it."""
    assert route.fetch().status == 201
    route.abort("connectionreset")


def wish(kiosk: Page) -> None:
    tap(kiosk.get_by_role("button", name="Konsultasi Statistik"))


def test_a_double_tap_makes_one_ticket(office: Screens) -> None:
    kiosk = office.kiosk()
    held: list[Route] = []
    keys = first_wish(kiosk, held.append)
    tile = kiosk.get_by_role("button", name="Konsultasi Statistik")
    wish(kiosk)
    tile.dispatch_event("click")
    box = tile.bounding_box()
    assert box is not None
    kiosk.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(tile).to_be_disabled()
    held[0].continue_()
    expect(kiosk.locator(".ticket-number")).to_contain_text("K 001")
    assert len(keys) == 1
    assert office.at.waiting() == ["K-001"]


def test_the_second_tap_of_a_double_tap_does_not_close_the_ticket(office: Screens) -> None:
    kiosk = office.kiosk()
    wish(kiosk)
    done = kiosk.get_by_role("button", name="Sudah saya foto")
    done.tap()
    expect(kiosk.locator(".ticket-number")).to_be_visible()
    tap(done, TICKET_SETTLED)
    expect(kiosk.get_by_role("heading", name="Silakan pilih layanan").last).to_be_visible()


def test_a_lost_answer_gives_the_same_number_again(office: Screens) -> None:
    kiosk = office.kiosk()
    with office.pardoning(UNANSWERED):
        keys = first_wish(kiosk, lose_the_answer)
        wish(kiosk)
        expect(kiosk.get_by_text("Nomor Anda tidak hilang dan tidak terbit dua kali.")).to_be_visible()
        office.picture(kiosk, "kiosk-lost-answer")
        expect(kiosk.locator(".ticket-number")).to_contain_text("K 001")
    assert len(keys) == 2
    assert len(set(keys)) == 1
    assert office.at.waiting() == ["K-001"]


def test_a_wish_that_never_arrived_gives_one_number(office: Screens) -> None:
    kiosk = office.kiosk()
    with office.pardoning(UNANSWERED):
        keys = first_wish(kiosk, lambda route: route.abort("connectionrefused"))
        wish(kiosk)
        expect(kiosk.locator(".ticket-number")).to_contain_text("K 001")
    assert len(set(keys)) == 1
    assert office.at.waiting() == ["K-001"]


def test_a_page_that_is_loaded_again_in_the_middle_shows_the_same_number(office: Screens) -> None:
    kiosk = office.kiosk()
    with office.pardoning(UNANSWERED):
        keys = first_wish(kiosk, lose_the_answer)
        wish(kiosk)
        expect(kiosk.get_by_role("heading", name="Mohon tunggu sebentar")).to_be_visible()
        kiosk.reload()
        expect(kiosk.locator(".ticket-number")).to_contain_text("K 001")
    assert len(set(keys)) == 1
    assert office.at.waiting() == ["K-001"]


def test_a_server_that_dies_under_a_wish_comes_back_with_the_same_number(mortal_office: Screens) -> None:
    office = mortal_office
    kiosk = office.kiosk()

    def die(route: Route) -> None:
        assert route.fetch().status == 201
        office.server.kill()
        route.abort("connectionreset")

    with office.pardoning(UNANSWERED):
        first_wish(kiosk, die)
        wish(kiosk)
        expect(kiosk.get_by_text("Pilihan Anda tersimpan.")).to_be_visible()
        expect(kiosk.get_by_text("Server terputus sejak")).to_be_visible()
        office.picture(kiosk, "kiosk-server-lost")
        office.server.start()
        expect(kiosk.locator(".ticket-number")).to_contain_text("K 001")
    assert office.at.waiting() == ["K-001"]


def test_a_kiosk_without_its_server_says_so_and_comes_back_by_itself(mortal_office: Screens) -> None:
    office = mortal_office
    kiosk = office.kiosk()
    office.at.take("P")
    expect(kiosk.get_by_role("button", name="Perpustakaan")).to_contain_text("1 menunggu")
    with office.pardoning(UNANSWERED):
        office.server.kill()
        expect(kiosk.get_by_role("heading", name="Mohon tunggu sebentar")).to_be_visible()
        office.server.start()
        expect(kiosk.get_by_role("button", name="Konsultasi Statistik")).to_be_enabled()
    expect(kiosk.get_by_text("Server tersambung")).to_be_visible()
    assert office.at.waiting() == ["P-001"]


def test_a_visitor_who_gives_up_while_the_server_is_away_leaves_no_number_behind(office: Screens) -> None:
    kiosk = office.kiosk()
    held: list[Route] = []  # the next try comes within two seconds: too soon for somebody who reads first
    with office.pardoning(UNANSWERED):
        kiosk.route(TICKETS, lambda route: held.append(route))  # noqa: PLW0108 # the browser wants a function of its own
        kiosk.route(TICKETS, lose_the_answer, times=1)
        office.at.take("P")
        wish(kiosk)
        tap(kiosk.get_by_role("button", name="Saya tidak jadi"))
        for route in held:
            route.continue_()
        kiosk.unroute(TICKETS)
        expect(kiosk.get_by_role("button", name="Konsultasi Statistik")).to_contain_text("0 menunggu")
    assert office.at.waiting() == ["P-001"]
