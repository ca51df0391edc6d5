"""The published standard as everybody may read it: whole, in the order of the law, word for word, and who does what."""

from __future__ import annotations

import re
from html import unescape

import pytest

from shared.domain.standard_text import sites
from tests.domain.test_office_profile import CODES, published, shipped
from tests.web.front import Front

FRAME = r'<small class="doer.*?</small>|<p class="part__plain">.*?</p>|<b aria-hidden="true">\d+</b>'


def read(front: Front, code: str, query: str = "") -> str:
    """The page as a browser gets it."""
    answer = front.client.get(f"/{code}/kiosk/standards{query}", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    return answer.get_data(as_text=True)


def words(html: str) -> str:
    """What is left when the tags are taken away."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def quoted(html: str) -> str:
    """The components without our frame around them."""
    return words(re.sub(FRAME, "", "".join(re.findall(r'<section class="part".*?</section>', html, re.DOTALL))))


@pytest.mark.parametrize("code", CODES)
def test_the_page_says_the_whole_document_word_for_word_in_its_order(front: Front, code: str) -> None:
    without_numbers = [re.sub(r"^\d+\. ", "", line) for line in published(code)]
    assert quoted(read(front, code)) == " ".join(without_numbers)


@pytest.mark.parametrize("code", CODES)
def test_the_text_itself_is_indonesian_whatever_the_reader_speaks(front: Front, code: str) -> None:
    english, indonesian = read(front, code, "?lang=en"), read(front, code)
    assert quoted(english) == quoted(indonesian)
    assert english.count('<div class="part__text" lang="id">') == 6
    assert "Requirements. What you need to have and to do" in english
    assert "Yang perlu Anda miliki dan lakukan" in indonesian
    assert '<html lang="en"' in english


@pytest.mark.parametrize("code", CODES)
def test_every_step_says_who_does_it(front: Front, code: str) -> None:
    [procedure] = re.findall(r'<section class="part" id="part-2".*?</section>', read(front, code), re.DOTALL)
    steps = shipped(code).standard.steps
    doers = re.findall(r'<small class="doer doer--(\w+)', procedure)
    assert doers == [step.doer for step in steps]
    assert procedure.count("Di situs lain: ") == [step.doer for step in steps].count("elsewhere")


def marks(front: Front, code: str, query: str = "") -> list[str]:
    """What stands beside the requirements."""
    [asked] = re.findall(r'<section class="part" id="part-1".*?</section>', read(front, code, query), re.DOTALL)
    return [words(mark) for mark in re.findall(r'<small class="doer.*?</small>', asked, re.DOTALL)]


def test_every_requirement_says_of_whom_it_is_asked_unless_of_all(front: Front) -> None:
    came, afar = "Bila datang langsung", "Bila meminta dari jauh"
    assert marks(front, "kota-pekanbaru") == [*[came] * 5, afar, *["Bila lewat pst.bps.go.id"] * 2]
    assert marks(front, "maluku-utara") == [*[came] * 3, afar, afar]
    assert marks(front, "kota-kediri", "?lang=en") == ["If you come in person", "If by HaloPST/WhatsApp/web form"]
    assert marks(front, "kepulauan-riau") == []


def test_a_decree_without_a_number_is_said_openly(front: Front) -> None:
    assert "Nomor SK kosong dalam dokumen" in read(front, "maluku-utara")
    assert "The document leaves the decree" in read(front, "maluku-utara", "?lang=en")
    html = read(front, "kota-pekanbaru")
    assert "Nomor SK kosong" not in html
    assert "No. SK 0102067/1471 TAHUN 2023" in html
    assert "Berlaku sejak 1 Januari 2023" in html


def test_an_office_that_promises_nothing_at_the_desk_shows_what_it_promises_from_afar(front: Front) -> None:
    told = words(read(front, "kepulauan-riau"))
    assert "5 hari kerja paling lama Lewat WhatsApp, formulir web 5 Hari kerja" in told
    assert "menit paling lama" not in told


def test_no_address_in_the_page_leads_away_and_codes_carry_them_to_a_phone(front: Front) -> None:
    html = read(front, "kota-kediri")
    assert re.findall(r'(?:href|src)="(?:https?:)?//', html) == []
    assert sites(shipped("kota-kediri").standard) == ("https://halopst.web.bps.go.id/",)
    for name, there in (("qr", 200), ("sites/1", 200), ("sites/2", 404), ("sites/0", 404)):
        answer = front.client.get(f"/kota-kediri/kiosk/standards/{name}.svg")
        assert answer.status_code == there
    assert front.client.get("/kota-kediri/kiosk/standards/qr.svg").mimetype == "image/svg+xml"
