"""The wait log as a manager opens it, over the months that last_month.py plays."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hired import Hired
from tests.journeys.last_month import last_month
from tests.journeys.office import Office, close
from tests.journeys.screens import Screens


@pytest.fixture(scope="module")
def october(hired: Hired) -> Iterator[Office]:
    """An office with a month behind it."""
    office = last_month(hired)
    office.house.start()
    yield office
    close(office.house)


@pytest.fixture
def office(october: Office, watched: Callable[[Office], Screens]) -> Screens:
    """Its screens."""
    return watched(october)


@pytest.fixture
def log(office: Screens) -> Page:
    """The log, freshly opened by the manager."""
    page = office.staff("sari")
    page.goto(f"{office.root}/counter/wait-log")
    expect(page.get_by_role("button", name="Hari ini")).to_have_attribute("aria-pressed", "true")
    return page


def rows(page: Page) -> list[str]:
    return page.locator(".log tbody th .sr-only").all_inner_texts()


def last_month_of(page: Page) -> None:
    page.get_by_role("button", name="Bulan lalu").click()
    expect(page.locator(".list-head h2")).to_have_text("6 kunjungan")
