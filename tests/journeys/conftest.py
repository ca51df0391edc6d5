"""An office, its screens and a browser for each journey. What a page complains about fails the journey."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.journeys.browser import MAY_SOUND, launch
from tests.journeys.hired import Hired, hire_for_many, hire_for_one
from tests.journeys.office import THURSDAY_MORNING, Office, close, own_house, shared_house
from tests.journeys.screens import Screens
from tests.printing.emulator import Emulator

PATIENCE = 10_000  # milliseconds; two cores may be busy with other tests

OpenOffice = Callable[..., Screens]


@pytest.fixture(scope="session")
def browser_with_sound(playwright: Playwright) -> Iterator[Browser]:
    """A browser that is started as the boards' browsers are."""
    browser = launch(playwright, MAY_SOUND)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def browser_without_sound(playwright: Playwright) -> Iterator[Browser]:
    """A browser that wants a touch before it makes a sound."""
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def hired(tmp_path_factory: pytest.TempPathFactory) -> Hired:
    """The staff of an office."""
    return hire_for_one(tmp_path_factory.mktemp("hired"))


@pytest.fixture(scope="session")
def empty_offices(
    request: pytest.FixtureRequest, hired: Hired, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Iterator[Office]]:
    """An office in which nothing has happened for each journey that asks for one; they share a server."""
    wanted = sum("office" in getattr(item, "fixturenames", ()) for item in request.session.items)
    codes = [f"kantor-{number}" for number in range(1, wanted + 1)]
    many = hire_for_many(tmp_path_factory.mktemp("many"), hired, codes)
    house = shared_house(many)
    house.start()
    yield (Office(house, code, many.tokens[code]) for code in codes)
    close(house)


@pytest.fixture
def watched(browser_with_sound: Browser, tmp_path: Path) -> Iterator[Callable[[Office], Screens]]:
    """Opens screens of an office, and fails the journey if one of them complained."""
    expect.set_options(timeout=PATIENCE)
    every: list[Screens] = []

    def watch(office: Office) -> Screens:
        every.append(Screens(office, browser_with_sound, tmp_path))
        return every[-1]

    yield watch
    for screens in every:
        screens.close()
    assert [fault for screens in every for fault in screens.faults] == [], "a page complained"


@pytest.fixture
def office(empty_offices: Iterator[Office], watched: Callable[[Office], Screens]) -> Screens:
    """A Thursday morning without a printer."""
    return watched(next(empty_offices))


@pytest.fixture
def open_office(hired: Hired, watched: Callable[[Office], Screens]) -> Iterator[OpenOffice]:
    """Opens offices with a server of their own: at another hour, with another profile or settings, or to be killed."""
    with ExitStack() as opened:

        def open_one(at: str = THURSDAY_MORNING, changes: dict[str, str] | None = None, **settings: str) -> Screens:
            office = own_house(hired, at, changes or {}, **settings)
            opened.callback(close, office.house)
            office.house.start()
            screens = watched(office)
            opened.callback(screens.close)  # before the server: a page that loses it would complain
            return screens

        yield open_one


@pytest.fixture
def mortal_office(open_office: OpenOffice) -> Screens:
    """A Thursday morning without a printer, with a server that may be killed."""
    return open_office()


@pytest.fixture
def printer() -> Iterator[Emulator]:
    """A slip printer on the network."""
    with Emulator() as printer:
        yield printer


@pytest.fixture
def office_with_paper(open_office: OpenOffice, printer: Emulator) -> Screens:
    """A Thursday morning with a slip printer."""
    return open_office(PST_PRINTER_URL=printer.address)
