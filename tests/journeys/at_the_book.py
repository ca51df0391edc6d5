"""A visitor at the guest book: touches and types as a person does, and every tap is counted."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import TICKET_SETTLED, Screens, tap

SECOND_TAP = 350  # milliseconds in which a question that has just appeared ignores the second tap of a double tap


class Visitor:
    """Somebody at a kiosk or with a phone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def touch(self, target: Locator, seen_for: int = SECOND_TAP) -> None:
        """One tap, by somebody who has seen what is under the finger."""
        tap(target, seen_for)
        self.taps += 1

    def press(self, name: str) -> None:
        """Touch the button with this name."""
        self.touch(self.page.get_by_role("button", name=name, exact=True))

    def is_asked(self, question: str) -> None:
        """Wait for a question."""
        expect(self.page.locator("#question")).to_have_text(question)

    def answers(self, question: str, answer: str, role: Any = "radio") -> None:
        """One touch."""
        self.is_asked(question)
        self.touch(self.page.get_by_role(role, name=answer, exact=True))

    def types(self, text: str) -> None:
        """On the kiosk's own keyboard, which shows capitals where a sentence begins."""
        board = self.page.locator(".board")
        for sign in text:
            key = "spasi" if sign == " " else sign
            board.get_by_role("button", name=re.compile(f"^{re.escape(key)}$", re.IGNORECASE)).tap()
            self.taps += 1

    def writes(self, question: str, text: str) -> None:
        """Type on the kiosk, and go on."""
        self.is_asked(question)
        self.types(text)
        self.press("Lanjut")

    def fills(self, question: str, text: str) -> None:
        """Type with the phone's own keyboard, and go on with its Enter. Each letter is a tap."""
        self.is_asked(question)
        self.page.locator(".field").fill(text)
        self.page.locator(".field").press("Enter")
        self.taps += len(text) + 1

    def skips(self, *questions: str) -> None:
        """Pass by what one does not want to say."""
        for question in questions:
            self.is_asked(question)
            self.press("Lewati")


def at_the_kiosk(
    office: Screens, service: str = "Konsultasi Statistik", **wishes: Any
) -> tuple[Visitor, dict[str, Any]]:
    """A visitor who has taken a number and opens the guest book; and the ticket."""
    visitor = Visitor(office.kiosk(**wishes))
    with visitor.page.expect_response("**/kiosk/tickets") as answered:
        visitor.touch(visitor.page.get_by_role("button", name=service), 900)
    visitor.touch(visitor.page.get_by_role("button", name="Isi buku tamu sambil menunggu"), TICKET_SETTLED)
    ticket: dict[str, Any] = answered.value.json()
    return visitor, ticket


def on_the_phone(office: Screens, service: str = "K", language: str = "id") -> tuple[Visitor, dict[str, Any]]:
    """A visitor who opens the guest book on their phone; and the ticket."""
    ticket = office.at.take(service, language)
    visitor = Visitor(office.phone(ticket))
    visitor.press("Fill in now" if language == "en" else "Isi sekarang")
    return visitor, ticket


def stored(office: Screens, ticket: dict[str, Any]) -> dict[str, Any]:
    """What an officer reads in the entry."""
    opened = office.at.ask("POST", f"/counter/tickets/{ticket['id']}/open", "dewi", {"reason": "serving"})
    assert opened.status == 200, opened.data
    answers: dict[str, Any] = opened.data["answers"]
    return answers
