"""The hands of an officer at the console: find a button, press it when it takes a press."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import settled

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
