"""What an officer sees of a connected WhatsApp: answers that arrived or did not and why, and files that come later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.channels.cloud import PlayedCloud, call, from_faiz, message, played_cloud, signed, status
from tests.journeys.screens import DESK, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.running import OFFICE, until

__all__ = ["axe"]
SLOW = 20_000
SIDEWAYS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture
def cloud() -> Iterator[PlayedCloud]:
    with played_cloud() as played:
        yield played


@pytest.fixture
def office(open_office: Callable[..., Screens], cloud: PlayedCloud, tmp_path: Path) -> Screens:
    return open_office(PST_CHANNELS_FILE=str(cloud.file_of_accounts(tmp_path, OFFICE)))


def writes(office: Screens, value: dict[str, Any]) -> None:
    """The provider brings something."""
    body = call(value)
    asked = Request(f"{office.root}/counter/whatsapp", body, signed(body))  # noqa: S310 # this test's server
    with urlopen(asked, timeout=20) as answer:  # noqa: S310 # the same
        assert answer.status == 200


def answers(page: Page, text: str) -> None:
    page.get_by_role("button", name="Jawab", exact=True).click()
    page.locator(".write textarea").fill(text)
    page.locator(".write button[type=submit]").click()
    expect(page.locator(".said-text", has_text=text)).to_be_visible()


def test_what_arrived_what_did_not_and_what_to_do_about_it(office: Screens, cloud: PlayedCloud, axe: str) -> None:
    cloud.files["9000"] = b"%PDF-1.7"
    paper = message(None, "wamid.D", type="document", document={"id": "9000", "filename": "surat izin.pdf"})
    picture = message(None, "wamid.E", type="image", image={"id": "404", "mime_type": "image/jpeg"})
    writes(office, from_faiz(message("Mohon data IPM 2010–2025"), paper, picture))
    page = office.staff("rina")
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
    page.goto(f"{office.root}/counter/requests")
    page.locator(".row", has_text="WA-2026-0001").get_by_role("button").click()
    expect(page.get_by_role("link", name="surat izin.pdf")).to_be_visible(timeout=SLOW)
    expect(page.locator(".said-missing")).to_contain_text("Minta pengguna mengirimnya lagi", timeout=SLOW)
    office.picture(page, "whatsapp-files")
    passes(page, axe)
    answers(page, "Terlampir tautannya.")
    expect(page.locator(".sent--sent")).to_have_text(["Terkirim"] * 2, timeout=SLOW)  # the greeting, and this
    writes(office, status("wamid.OUT2", "delivered", cloud.messages[1]["biz_opaque_callback_data"]))
    cloud.refuses(400, 131047)
    answers(page, "Masih ada yang perlu kami bantu?")
    expect(page.locator(".said-problem")).to_contain_text("lebih dari 24 jam", timeout=SLOW)
    expect(page.locator(".sent--delivered")).to_have_text("Sampai di ponsel pengguna", timeout=SLOW)
    link = page.get_by_role("link", name="Buka WhatsApp").get_attribute("href")
    assert link == "https://wa.me/6281200000013?text=Masih%20ada%20yang%20perlu%20kami%20bantu%3F"
    office.picture(page, "whatsapp-thread")
    assert page.evaluate(SIDEWAYS)
    passes(page, axe)
    cloud.files["404"] = b"JPEG"
    page.get_by_role("button", name="Coba ambil lagi").click()
    expect(page.get_by_role("link", name="foto.jpg")).to_be_visible(timeout=SLOW)
    expect(page.locator(".said-missing")).to_have_count(0)


def test_an_office_whose_account_is_refused_reads_it_under_the_message(office: Screens, cloud: PlayedCloud) -> None:
    writes(office, from_faiz(message("Halo")))
    until(lambda: cloud.texts, SLOW / 1000)  # the greeting is out
    cloud.refuses(401, 190)
    page = office.staff("rina")
    page.goto(f"{office.root}/counter/requests?lang=en")
    page.locator(".row", has_text="WA-2026-0001").get_by_role("button").click()
    page.locator(".write textarea").fill("Here it is.")
    page.locator(".write button[type=submit]").click()
    expect(page.locator(".said-problem")).to_contain_text("refused the office's account", timeout=SLOW)
    office.picture(page, "whatsapp-refused-english")
