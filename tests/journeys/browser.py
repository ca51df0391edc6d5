"""Finds a Chromium: the one that is named, playwright's own, or the system's."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
MAY_SOUND = "--autoplay-policy=no-user-gesture-required"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable")
NO_BROWSER = (
    "These tests need Chromium and found none. Install one (Debian, Ubuntu: apt-get install chromium; elsewhere: "
    "python -m playwright install chromium), or name one in PST_CHROMIUM."
)


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Start a browser. Without one the test is skipped with a sentence, or fails where PST_REQUIRE_BROWSER=1."""
    every = [*FLAGS, *flags]
    if found := _installed(playwright):
        return playwright.chromium.launch(executable_path=found, args=every)
    if sys.platform in ("win32", "darwin"):
        channel = "msedge" if sys.platform == "win32" else "chrome"
        return playwright.chromium.launch(channel=channel, args=every)
    if os.environ.get("PST_REQUIRE_BROWSER") == "1":
        pytest.fail(NO_BROWSER, pytrace=False)
    pytest.skip(NO_BROWSER)


def _installed(playwright: Playwright) -> str | None:
    if named := os.environ.get("PST_CHROMIUM"):
        return named
    own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    return next((path for name in NAMES if (path := shutil.which(name))), None)
