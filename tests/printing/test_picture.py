from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from shared.printing import Slip, TypefaceMissingError, picture, typeface
from shared.printing.sheet import TALLEST
from tests.printing.conftest import URL

WIDTHS = [576, 384]
SLIPS = {
    "plain": {},
    "in English": {"language": "en", "service": "Statistical consultation", "wifi": None, "ahead": 0},
    "without an estimate": {"estimate": None},
    "a copy": {"copy": True, "ahead": None, "estimate": None},
    "without numbers": {"numbered": False},
    "without numbers, printed late": {"numbered": False, "ahead": None, "estimate": None},
    "the thousandth": {"number": "K-1000"},
    "the widest": {"number": "W-9999", "ahead": 1000, "estimate": (1000, 2000)},
    "in a long-named office": {
        "office_name": "Pelayanan Statistik Terpadu Badan Pusat Statistik Provinsi Kepulauan Riau",
        "service": "Perpustakaan, Penjualan Data Mikro dan Rekomendasi Kegiatan Statistik Sektoral",
    },
    "in words without a break": {"office_name": "W" * 200, "service": "M" * 200, "cost": "W" * 200},
}


def read(image: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(image.convert("L"))]


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box that holds everything black."""
    box = image.convert("L").point(lambda dot: 255 - dot).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("dots", WIDTHS)
@pytest.mark.parametrize("changes", SLIPS.values(), ids=SLIPS.keys())
def test_every_slip_keeps_its_margins_and_its_readable_code(slip: Slip, dots: int, changes: dict[str, object]) -> None:
    drawn = picture(replace(slip, **changes), dots)  # type: ignore[arg-type] # the table above holds fields
    left, top, right, bottom = ink(drawn)
    assert drawn.width == dots
    assert left >= 8
    assert right <= dots - 8
    assert top >= 8
    assert bottom <= drawn.height - 8
    assert drawn.height < TALLEST
    assert read(drawn) == [URL]


@pytest.mark.parametrize("dots", WIDTHS)
@pytest.mark.parametrize("number", ["K-005", "K-1000", "P-111"])
def test_the_number_fills_the_paper(slip: Slip, dots: int, number: str) -> None:
    drawn = picture(replace(slip, number=number), dots)
    dark = drawn.convert("L").point(lambda dot: 255 - dot)
    inked = [dark.crop((0, row, dots, row + 1)).getbbox() is not None for row in range(dark.height)]
    runs = [(row, inked.index(False, row)) for row in range(1, drawn.height) if inked[row] and not inked[row - 1]]
    top, bottom = next((top, bottom) for top, bottom in runs if bottom - top > 0.12 * dots)
    left, _, right, _ = ink(drawn.crop((0, top, dots, bottom)))
    assert right - left > 0.85 * dots
    assert bottom < drawn.height / 2


@pytest.mark.parametrize("dots", WIDTHS)
def test_a_code_without_one_of_its_corners_cannot_be_read(slip: Slip, dots: int) -> None:
    drawn = picture(slip, dots).convert("L")
    (code,) = zxingcpp.read_barcodes(drawn)
    corner, side = code.position.top_left, (code.position.top_right.x - code.position.top_left.x) // 4
    wipe = (corner.x - 2, corner.y - 2, corner.x + side, corner.y + side)
    ImageDraw.Draw(drawn).rectangle(wipe, fill=255)
    assert read(drawn) == []


def test_an_address_that_is_too_long_for_a_code_leaves_the_code_out(slip: Slip) -> None:
    for url in ("", "HTTP://HOST/" + "A" * 9000, "http://host/\x1b@", "http://hôst/"):
        assert read(picture(replace(slip, url=url), 384)) == []


def test_a_copy_differs_from_the_first_slip(slip: Slip) -> None:
    assert picture(replace(slip, copy=True), 576).height > picture(slip, 576).height


def test_a_slip_is_set_where_the_text_shaping_library_is_missing(slip: Slip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeface, "TABULAR", None)  # as on Windows, where FriBiDi is not at hand
    drawn = picture(slip, 384)
    left, _, right, _ = ink(drawn)
    assert left >= 8
    assert right <= 384 - 8
    assert read(drawn) == [URL]


def test_a_missing_typeface_is_said_in_a_sentence(slip: Slip, monkeypatch: pytest.MonkeyPatch) -> None:
    typeface.font.cache_clear()
    monkeypatch.setattr(typeface, "FILE", typeface.FILE.with_name("gone.woff2"))
    with pytest.raises(TypefaceMissingError, match="build the pages"):
        picture(slip, 576)
