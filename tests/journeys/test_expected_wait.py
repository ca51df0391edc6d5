"""The visitor is told how long it may take, from what others waited, or that too little is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from shared.app import build_parts
from shared.settings import settings_from
from tests.cast import Company, HandClock
from tests.desk.quiet_day import FRIDAY, next_morning, quiet_day
from tests.journeys.hired import Hired
from tests.journeys.office import Office, close, own_house
from tests.journeys.screens import Screens, tap
from tests.running import OFFICE


def play_a_quiet_day(data: Path) -> None:
    """Thursday, after which four to five minutes are expected where nobody is in front; on Friday Rina sits down."""
    clock = HandClock()
    parts = build_parts(settings_from({"PST_DATA_DIR": str(data)}), clock=clock)
    crew = Company(parts, parts.offices[OFFICE], clock)
    quiet_day(crew)
    next_morning(crew)
    parts.database.close()


@pytest.fixture
def experienced_office(hired: Hired, watched: Callable[[Office], Screens]) -> Iterator[Screens]:
    """A Friday morning after a day of which enough is known."""
    at = own_house(hired, f"{FRIDAY} 09:15", {})
    play_a_quiet_day(at.house.folder / "data")
    at.house.start()
    screens = watched(at)
    yield screens
    screens.close()  # before the server: a page that loses it would complain
    close(at.house)


def fits(page: Page) -> bool:
    """Whether nothing sticks out to the side."""
    wide: bool = page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
    return not wide


def test_kiosk_and_phone_show_the_expected_wait_as_a_range(experienced_office: Screens) -> None:
    office = experienced_office
    kiosk = office.kiosk()
    tile = kiosk.get_by_role("button", name="Konsultasi Statistik")
    expect(tile).to_contain_text("Tidak ada antrean")
    expect(tile).to_contain_text("4–5 menit")
    office.picture(kiosk, "kiosk-home-range")
    phone = office.phone(office.at.take("P"))
    expect(phone.get_by_text("4–5 menit")).to_be_visible()
    expect(phone.get_by_text(re.compile(r"sekitar 09\.\d\d–09\.\d\d WIB"))).to_be_visible()
    expect(phone.get_by_role("img", name="Perkiraan 4 sampai 5 menit")).to_be_visible()
    assert fits(phone)
    office.picture(phone, "phone-range")
    expect(tile).to_contain_text("0 menunggu")
    expect(tile).to_contain_text("Belum cukup data")


def test_a_ticket_shows_the_range_on_an_axis(experienced_office: Screens) -> None:
    kiosk = experienced_office.kiosk()
    tap(kiosk.get_by_role("button", name="Konsultasi Statistik"))
    paper = kiosk.locator(".paper")
    expect(paper).to_contain_text("4–5 menit")
    expect(paper).to_contain_text(re.compile(r"sekitar 09\.\d\d–09\.\d\d WIB"))
    expect(paper.get_by_role("img", name="Perkiraan 4 sampai 5 menit")).to_be_visible()
    assert fits(kiosk)
    experienced_office.picture(kiosk, "kiosk-ticket-range")


def test_an_office_without_history_says_so_where_somebody_would_wait(office: Screens) -> None:
    kiosk = office.kiosk()
    tile = kiosk.get_by_role("button", name="Konsultasi Statistik")
    expect(tile).to_contain_text("Tidak ada antrean")
    expect(tile).not_to_contain_text("Belum cukup data")
    phone = office.phone(office.at.take("P"))
    expect(phone.get_by_text("Belum cukup data")).to_be_visible()
    expect(tile).to_contain_text("0 menunggu")
    expect(tile).to_contain_text("Belum cukup data")
    office.picture(kiosk, "kiosk-home-no-data")
    tap(tile)
    expect(kiosk.locator(".paper")).to_contain_text("Belum cukup data")
    office.picture(kiosk, "kiosk-ticket-no-data")
