"""The screens of an office in a browser, opened as their people open them, and watched while they are used."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Locator, Page, Request, expect

from tests.journeys.hired import PASSWORD
from tests.journeys.office import Office

KIOSK = {"width": 1080, "height": 1920}
BOARD = {"width": 1920, "height": 1080}
DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
# Milliseconds in which a screen that has just appeared ignores the second tap of a double tap.
SETTLED, TICKET_SETTLED = 900, 1600
SPOKEN_WITHIN = 40  # seconds
DRAWN_ANEW = 5  # times, at most, while a person looks for it
READY_TO_SPEAK_WITHIN = 120  # seconds; one server looks through the voices of every journey first
# What a browser writes by itself when a request was refused, or when nobody answered.
REFUSED = r"Failed to load resource: the server responded with a status of 4\d\d"
UNANSWERED = r"net::ERR_|WebSocket connection to"
# A CSP violation is an error in the console too, but its words differ between browsers.
TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  console.error(`CSP: ${violatedDirective} ${blockedURI}`);
});
"""
# Two frames and what was put off until after them.
DRAWN = """
async () => {
  for (const _ of [1, 2]) await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
}
"""
# "seen" once a thing has stayed on the screen for so many milliseconds, "gone" when it has not.
SEEN = """
([thing, since, rest]) => thing.isConnected ? performance.now() - since > rest && "seen" : "gone"
"""
# Notes the lengths of the recordings that a page plays.
LISTEN = """
window.played = [];
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (...when) {
  window.played.push(this.buffer.duration);
  return start.apply(this, when);
};
"""


class Screens:
    """Opens the screens of one office. `faults` collects whatever a page complained about."""

    def __init__(self, office: Office, browser: Browser, pictures: Path) -> None:
        self.at = office
        self.server = office.house
        self.browser = browser
        self.root = office.root
        self.faults: list[str] = []
        self._pictures = pictures
        self._pardoned: list[str] = []
        self._contexts: list[BrowserContext] = []

    def kiosk(self, *, hand_clock: bool = False) -> Page:
        """A paired kiosk that is touched; with `hand_clock` its time can be wound forward."""
        page = self.paired("kiosk", viewport=KIOSK, has_touch=True)
        if hand_clock:
            page.clock.install()
        page.goto(f"{self.root}/kiosk/")
        return page

    def board(self, browser: Browser | None = None, script: str = "") -> Page:
        """A paired board, with a script of the test's own in it if wanted."""
        page = self.paired("display", browser, viewport=BOARD)
        page.add_init_script(script)
        page.goto(f"{self.root}/display/")
        return page

    def mute_board(self) -> Page:
        """A paired board of which only the picture matters; its time can be wound forward."""
        page = self.paired("display", viewport=BOARD)
        page.add_init_script("delete window.AudioContext;")
        page.clock.install()
        page.goto(f"{self.root}/display/")
        return page

    def console(self, login: str = "rina", counter: int = 1, *, hand_clock: bool = False) -> Page:
        """An officer who has signed in and taken a counter; with `hand_clock` time can be wound forward."""
        page = self.staff(login)
        self._post(page, f"counter/{counter}/take", {})
        if hand_clock:
            page.clock.install()
        page.goto(f"{self.root}/counter/{counter}/")
        expect(page.locator(".console")).to_be_visible()
        return page

    def staff(self, login: str) -> Page:
        """A browser in which somebody of the staff has signed in; nothing is opened yet."""
        page = self.blank(viewport=DESK)
        self._post(page, "counter/sign-in", {"login": login, "password": PASSWORD})
        return page

    def phone(self, ticket: dict[str, Any]) -> Page:
        """The visitor's phone on the page behind the QR code."""
        page = self.blank(viewport=PHONE, has_touch=True)
        page.goto(ticket["url"])
        return page

    def blank(self, browser: Browser | None = None, **wishes: Any) -> Page:
        """An empty page in a browser of its own, watched."""
        context = (browser or self.browser).new_context(reduced_motion="reduce", **wishes)
        context.set_default_timeout(10_000)
        context.add_init_script(TELL_VIOLATIONS)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self._blame(f"error: {error.error}"))
        context.on("request", self._see)
        self._contexts.append(context)
        return context.new_page()

    def picture(self, page: Page, name: str) -> None:
        """Keep what the page looks like now, for people to look at."""
        page.screenshot(path=self._pictures / f"{name}.png", animations="disabled")

    @contextmanager
    def pardoning(self, *words: str) -> Iterator[None]:
        """What may be complained about meanwhile: the test itself made it happen."""
        before = self._pardoned
        self._pardoned = [*before, *words]
        try:
            yield
        finally:
            self._pardoned = before

    def close(self) -> None:
        """Close every browser that was opened here."""
        while self._contexts:
            self._contexts.pop().close()

    def paired(self, room: str, browser: Browser | None = None, **wishes: Any) -> Page:
        """A browser that staff have accepted as a kiosk or a board; nothing is opened yet."""
        page = self.blank(browser, **wishes)
        opened = page.context.request.get(f"{self.root}/{room}/").text()
        code = _written(opened)["snapshot"]["code"]
        self.at.accept(code, room)
        self._post(page, f"{room}/pairing", {})
        return page

    def _post(self, page: Page, path: str, body: Any) -> None:
        headers = {}
        if "sign-in" not in path and "pairing" not in path:
            opened = page.context.request.get(f"{self.root}/counter/").text()
            headers["X-CSRF-Token"] = _written(opened)["csrf"]
        answer = page.context.request.post(f"{self.root}/{path}", data=body, headers=headers)
        assert answer.ok, answer.text()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._blame(message.text)

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self.server.url, "data:", "blob:")):
            self._blame(f"asked for {request.url}")

    def _blame(self, words: str) -> None:
        if not any(re.search(pardoned, words) for pardoned in self._pardoned):
            self.faults.append(words)


def tap(target: Locator, seen_for: int = SETTLED) -> None:
    """Touch something as a person does, who has seen this very thing for some milliseconds (F35).

    What was drawn anew meanwhile has to be seen again: the finger would meet a screen that has just appeared.
    """
    page = target.page
    for _ in range(DRAWN_ANEW):
        expect(target).to_be_enabled()
        thing = target.element_handle()
        since = page.evaluate("() => performance.now()")
        if page.wait_for_function(SEEN, arg=[thing, since, seen_for]).json_value() == "gone":
            continue
        try:
            return thing.tap()
        except Error:
            if thing.evaluate("(thing) => thing.isConnected"):
                raise
    raise AssertionError(f"{target} is drawn anew all the time")


def wind(page: Page, milliseconds: int) -> None:
    """Let time go by on a page with a hand clock, once what is drawn has also begun to count."""
    page.evaluate(DRAWN)
    page.clock.fast_forward(milliseconds)


def settled(primary: Locator, words: str) -> Locator:
    """The primary button, once it says `words` and takes a press."""
    expect(primary).to_contain_text(words)
    expect(primary).to_be_enabled()
    expect(primary).not_to_have_attribute("aria-disabled", "true")
    return primary


def has_its_voice(board: Page) -> None:
    """A new server builds its recordings first; the board asks until it has all of them."""
    expect(board.locator("html")).to_have_attribute("data-voice", "whole", timeout=READY_TO_SPEAK_WITHIN * 1000)


def _written(html: str) -> dict[str, Any]:
    """What the server wrote into a page for its script."""
    data: dict[str, Any] = json.loads(re.findall(r'id="page">(.*?)</script>', html)[0])
    return data
