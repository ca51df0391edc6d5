"""The published standard as a poster: one page in every office, nothing cut, word for word, and the way to the page."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise

import pytest
import zxingcpp
from PIL import Image, ImageDraw
from pypdf import PdfReader

from kiosk.poster.code import code as code_of
from kiosk.poster.columns import fitted
from tests.cast import pekanbaru
from tests.domain.test_office_profile import CODES, published
from tests.web.front import Front

A3_WIDE = 762.0


def poster(front: Front, code: str, query: str = "") -> PdfReader:
    answer = front.client.get(f"/{code}/kiosk/standards/poster.pdf{query}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf"), answer.get_data(as_text=True)[:200]
    return PdfReader(io.BytesIO(answer.data))


def words(paper: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


@pytest.mark.parametrize("code", CODES)
def test_the_poster_is_one_page_that_says_the_whole_document_in_its_order(front: Front, code: str) -> None:
    paper = poster(front, code)
    assert len(paper.pages) == 1
    said = words(paper)
    places: list[int] = []
    for line in published(code):
        quoted = re.sub(r"^\d+\. ", "", line)
        # A line that counts inside itself has a mark after each of its steps.
        for piece in re.split(r"(?<=[;:.\w]) (?=\d[).] )", quoted):
            start = places[-1] if places else 0
            assert piece in said[start:], piece
            places.append(said.index(piece, start))
    assert all(earlier <= later for earlier, later in pairwise(places))


def test_the_poster_says_decree_validity_and_where_the_page_is(front: Front) -> None:
    said = words(poster(front, "kota-pekanbaru"))
    assert "No. SK 0102067/1471 TAHUN 2023 · Berlaku sejak 1 Januari 2023" in said
    assert "Baca di ponsel Anda" in said
    assert "localhost/kota-pekanbaru/kiosk/standards" in said.replace(" ", "")
    assert "[Di situs lain: pst.bps.go.id]" in said.replace("\xa0", " ")
    assert "Nomor SK kosong dalam dokumen" in words(poster(front, "maluku-utara"))


@pytest.mark.parametrize("code", CODES)
def test_an_address_that_is_too_long_for_a_line_is_broken_after_a_slash_only(front: Front, code: str) -> None:
    host = "192.168.100.110:8080"
    answer = front.client.get(f"/{code}/kiosk/standards/poster.pdf", base_url=f"http://{host}")
    said = words(PdfReader(io.BytesIO(answer.data)))
    assert f"{host}/{code}/kiosk/standards" in said.replace("/ ", "/")


def test_the_frame_is_english_for_who_reads_english_and_the_text_stays(front: Front) -> None:
    said = words(poster(front, "kota-pekanbaru", "?lang=en"))
    assert "In force since 1 January 2023" in said
    assert "Requirements. What you need to have and to do" in said
    assert "Pengguna layanan mengisi buku tamu" in said


@pytest.mark.parametrize(("paper", "millimetres"), [("a4", (210, 297)), ("a3", (297, 420)), ("a2", (420, 594))])
def test_the_same_poster_comes_on_three_papers(front: Front, paper: str, millimetres: tuple[int, int]) -> None:
    [page] = poster(front, "jambi", f"?paper={paper}").pages
    size = (float(page.mediabox.width), float(page.mediabox.height))
    assert tuple(round(side / 72 * 25.4) for side in size) == millimetres


def test_another_paper_is_refused(front: Front) -> None:
    assert front.client.get("/jambi/kiosk/standards/poster.pdf?paper=a0").status_code == 422


def test_a_text_that_is_too_long_for_a_poster_goes_on_and_loses_nothing() -> None:
    standard = pekanbaru().standard
    long = replace(
        standard,
        components=tuple(replace(one, lines=one.lines * 6) for one in standard.components),
        requirements=(),
    )
    columns = fitted(long, "http://pst.lan", A3_WIDE, 800, "id")
    assert columns.right is None
    said = " ".join(flowable.text for flowable in columns.left if hasattr(flowable, "text"))
    assert said.count("Pengguna layanan mengisi buku tamu") == 6
    assert fitted(standard, "http://pst.lan", A3_WIDE, 800, "id").right is not None


def test_the_code_on_the_poster_is_the_address_of_the_page() -> None:
    address = "http://pst.bps1471.lan:8000/kota-pekanbaru/kiosk/standards"
    drawing = code_of(address, 410)
    picture = Image.new("L", (410, 410), 255)
    pen = ImageDraw.Draw(picture)
    for box in drawing.contents:
        pen.rectangle((box.x, 410 - box.y - box.height, box.x + box.width, 410 - box.y), fill=0)
    assert [read.text for read in zxingcpp.read_barcodes(picture)] == [address]
