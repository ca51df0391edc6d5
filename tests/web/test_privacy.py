"""The whole privacy text says what the program does: it is written from the same rules, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from shared.domain.guest_book import BY_NAME, FORMS
from shared.domain.guest_book.consent import TEXTS
from shared.domain.guest_book.privacy import NEVER
from tests.web.front import OFFICE, Front

HTML = "text/html"


def parts(front: Front) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = front.get("/kiosk/privacy").json["parts"]
    return told


def text(front: Front, letter: str, language: str = "id") -> str:
    part = next(part for part in parts(front) if part["letter"] == letter)
    return " ".join(line[language] for line in part["lines"])


def test_anybody_reads_the_seven_parts_of_the_law_in_either_language(front: Front) -> None:
    assert [part["letter"] for part in parts(front)] == list("abcdefg")
    for language, heading in (("id", "Hak Anda"), ("en", "Your rights")):
        page = front.get(f"/kiosk/privacy?lang={language}", Accept=HTML)
        assert page.status_code == 200
        assert f'<html lang="{language}"' in page.text
        assert len(re.findall(r"<section", page.text)) == 7
        assert heading in page.text
        for part in parts(front):
            assert part["heading"][language] in page.text
            assert all(line[language] for line in part["lines"])


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_names_every_item_that_the_offices_forms_ask(front: Front, language: str) -> None:
    office = front.house.parts.offices[OFFICE]
    said = text(front, "e", language).lower()
    for form in {service.form for service in office.services}:
        for item in office.guest_book.items(form):
            assert item.ask.in_language(language).rstrip("?").lower() in said
    assert BY_NAME["disability_kind"].ask.in_language(language).lower() not in said, "skipped here, so not asked"


def test_every_consent_stands_in_it_with_its_version(front: Front) -> None:
    for consent in TEXTS:
        for language in ("id", "en"):
            assert consent.text.in_language(language) in text(front, "b", language)
    assert "versi 1" in text(front, "b")


def test_another_period_contact_and_decree_change_the_text_with_them(front: Front) -> None:
    assert "90 hari" in text(front, "d")
    assert "boleh dilewati" in text(front, "a")
    office = front.house.parts.offices[OFFICE]
    rules = replace(office.guest_book, keeps_days=45, required=("name", "institution"))
    front.house.parts.offices[OFFICE] = replace(office, guest_book=rules, privacy="pdp@example.com")  # type: ignore[index] # the same dictionary for everybody
    assert "45 hari" in text(front, "d")
    assert "90 hari" not in text(front, "d")
    assert "nama atau nama panggilan, nama instansi" in text(front, "a")
    assert "pdp@example.com" in text(front, "g")


def test_it_says_what_becomes_of_a_request_from_afar(front: Front) -> None:
    assert "kontak Anda dipakai hanya untuk menjawabnya" in text(front, "a")
    assert "90 hari setelah permintaan selesai" in text(front, "d")
    assert "90 days after the request has ended" in text(front, "d", "en")


def test_it_says_what_is_never_stored_and_when_requests_are_answered(front: Front) -> None:
    for never in NEVER:
        assert never.id[1:] in text(front, "c")
        assert never.en in text(front, "c", "en")
    assert "3 × 24 jam" in text(front, "g")
    assert "7 hari" in text(front, "g")
    assert "(0761) 7874567" in text(front, "g")


def test_no_item_of_any_form_is_among_what_is_never_stored() -> None:
    asked = {name for form in FORMS.values() for name in form}
    assert not asked & {"nik", "photo", "face", "signature", "address", "birth_date", "priority_reason"}
