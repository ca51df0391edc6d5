"""A browser that may make sound, and one that may not, with the board's own modules served to them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route

from display import clips
from display.voice import vocabulary
from tests.journeys.browser import MAY_SOUND, launch

ASSETS = Path(clips.__file__).parent / "assets"
ORIGIN = "http://board.test"

OpenBoard = Callable[..., Page]


@pytest.fixture(scope="session")
def voice_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    clips.build(folder, vocabulary({"id": {"K": "Konsultasi"}, "en": {"K": "Consultation"}}))
    return folder


@pytest.fixture(scope="module")
def sounding(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright, MAY_SOUND)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def silenced(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright)
    yield browser
    browser.close()


def serve(route: Route, pack: Path) -> None:
    """Answers as the server would: the room's modules, its voice pack, else an empty page."""
    path = route.request.url.removeprefix(ORIGIN)
    if path.startswith("/assets/"):
        route.fulfill(path=ASSETS / path.removeprefix("/assets/"), content_type="text/javascript")
    elif path.endswith("/manifest.json"):
        route.fulfill(json=clips.manifest(pack, path.split("/")[-2]))
    elif path.endswith(".wav"):
        *_, language, name = path.removesuffix(".wav").split("/")
        file = clips.locate(pack, language, name)
        route.fulfill(path=file, status=200) if file else route.fulfill(status=404)
    else:
        route.fulfill(body="<!doctype html><title>board</title>", content_type="text/html")


@pytest.fixture
def open_board(voice_pack: Path) -> Iterator[OpenBoard]:
    """Opens an empty page that can import the board's modules and reach the voice pack."""
    opened: list[Page] = []

    def open_page(browser: Browser, script: str = "") -> Page:
        page = browser.new_page()
        opened.append(page)
        page.route("**/*", lambda route: serve(route, voice_pack))
        if script:
            page.add_init_script(script)
        page.goto(ORIGIN + "/")
        return page

    yield open_page
    for page in opened:
        page.close()
