"""Every kind of question is accessible, on the kiosk and on the phone: axe is content, and nothing is covered."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.at_the_book import Visitor, at_the_kiosk, on_the_phone
from tests.journeys.screens import KIOSK, REFUSED, Screens
from tests.journeys.test_accessibility import COVERED, axe, passes

__all__ = ["axe"]

WIDE = {"width": 1366, "height": 768}
SMALL = {"width": 720, "height": 1280}
FURTHER = ("Rombongan", "Lainnya", "Ya")  # answers that bring another question with them


def walk(visitor: Visitor, axe: str, office: Screens, room: str) -> list[str]:
    """Look at every question that there can be, with its branches; returns their kinds."""
    page, kinds = visitor.page, []
    while page.locator("#question").count():
        question = page.locator("#question").inner_text()
        kinds.append(re.sub("ask--noticed|ask--|ask|\\s", "", page.locator(".ask").get_attribute("class") or ""))
        passes(page, axe)
        lying_on_each_other = page.evaluate(COVERED) if room == "kiosk" else []
        assert (question, lying_on_each_other) == (question, [])
        office.picture(page, f"{room}-{len(kinds):02}-{kinds[-1]}")
        go_on(visitor, kinds[-1])
        expect(page.locator("#question").filter(has_text=re.compile(f"^{re.escape(question)}$"))).to_have_count(0)
    return kinds


def go_on(visitor: Visitor, kind: str) -> None:
    further = visitor.page.get_by_role("radio", name=re.compile(f"^({'|'.join(FURTHER)})$"))
    if kind in ("group", "code") and further.count():
        visitor.touch(further)
    elif kind == "codes":
        visitor.touch(visitor.page.get_by_role("checkbox", name="Lainnya"))
        visitor.press("Lanjut")
    else:
        visitor.press("Lewati")


@pytest.mark.parametrize("size", [KIOSK, WIDE, SMALL], ids=["upright", "wide", "small"])
def test_every_question_of_the_kiosk_is_accessible(office: Screens, axe: str, size: dict[str, int]) -> None:
    visitor, _ = at_the_kiosk(office)
    visitor.page.set_viewport_size(size)  # type: ignore[arg-type] # the same two numbers
    visitor.is_asked("Yang dibutuhkan")
    kinds = walk(visitor, axe, office, "kiosk")
    assert {"words", "group", "heads", "code", "codes", "birth_year", "contact"} <= set(kinds)
    expect(visitor.page.get_by_text("Terima kasih.")).to_be_visible()
    passes(visitor.page, axe)
    assert visitor.page.evaluate(COVERED) == []


def test_the_contact_is_accessible_with_its_keys_and_a_refusal(office: Screens, axe: str) -> None:
    visitor, _ = at_the_kiosk(office, "Layanan DTSEN")
    kiosk = visitor.page
    visitor.skips("Jenis konsultasi DTSEN", "Yang dibutuhkan", "Nama atau nama panggilan", "Jenis kelamin")
    visitor.skips("Tahun lahir", "Provinsi", "Kabupaten/Kota")
    visitor.touch(kiosk.get_by_label("Nomor HP"))
    visitor.types("12")
    with office.pardoning(REFUSED):
        visitor.press("Simpan")
        expect(kiosk.get_by_role("alert")).to_be_visible()
    passes(kiosk, axe)
    assert kiosk.evaluate(COVERED) == []
    office.picture(kiosk, "kiosk-contact-refused")
    visitor.press("Isi di ponsel saya")
    expect(kiosk.get_by_role("dialog")).to_be_visible()
    passes(kiosk, axe)


def test_every_question_of_the_phone_is_accessible(office: Screens, axe: str) -> None:
    visitor, _ = on_the_phone(office)
    visitor.is_asked("Yang dibutuhkan")
    kinds = walk(visitor, axe, office, "phone")
    assert {"words", "group", "heads", "code", "codes", "birth_year", "contact"} <= set(kinds)
    expect(visitor.page.get_by_role("heading", name="Buku tamu")).to_be_visible()
    passes(visitor.page, axe)
