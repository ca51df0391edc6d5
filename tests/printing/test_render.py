import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from shared.printing import Slip, VirtualPrinter, picture, render
from shared.printing.sheet import defused
from shared.printing.virtual import UnknownCommandError, read_slip
from tests.printing.emulator import Paper

REALTIME = re.compile(rb"\x10[\x04\x05\x14]")
MOMENT = datetime(2026, 11, 19, 2, 15, tzinfo=UTC)
RAW = st.binary(max_size=60).map(lambda raw: raw.decode("latin-1"))
PAPERS: list[Literal[80, 58]] = [80, 58]
HOSTILE = [
    "\x1b@\x1bp\x00\x19\xfa",  # opens the cash drawer
    "\x10\x14\x01\x00\x01\x10\x04\x01",
    "\x1d(A\x02\x00\x00\x02\x1dV\x00",
    "\x1c.\x00\xff",
    "😀👨‍👩‍👧 عربي \u202e中文\u200b",
    "x" * 10_000,
    "\ud800",
]


def drawn(data: bytes, dots: int) -> Paper:
    paper = Paper(dots)
    assert paper.feed(data) == 0
    return paper


@pytest.mark.parametrize(("paper", "dots"), [(80, 576), (58, 384)])
def test_a_printer_draws_exactly_our_picture(slip: Slip, paper: Literal[80, 58], dots: int) -> None:
    tray = drawn(render(slip, paper), dots)
    ours = picture(slip, dots).convert("L")
    (printed,) = tray.slips
    assert tray.unknown == []
    assert printed.crop((0, 0, dots, ours.height)) == ours
    assert printed.crop((0, ours.height, dots, printed.height)).getextrema() == (255, 255)


def test_wide_paper_is_cut_and_narrow_paper_is_fed_for_tearing(slip: Slip) -> None:
    assert render(slip, 80).endswith(b"\x1bd\x06\x1dV\x00")
    assert render(slip, 58).endswith(b"\x1bd\x06")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_reach_no_printer_as_commands(slip: Slip, text: str) -> None:
    check(slip, text, 80)
    check(slip, text, 58)


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(), max_size=60) | RAW, paper=st.sampled_from(PAPERS))
def test_no_words_at_all_reach_a_printer_as_commands(text: str, paper: Literal[80, 58]) -> None:
    check(Slip(text, "", "", "", None, None, MOMENT, "", ""), text, paper)


def check(slip: Slip, text: str, paper: Literal[80, 58]) -> None:
    hostile = replace(
        slip,
        office_name=text,
        office_place=text,
        number=text,
        service=text,
        zone_letters=text,
        url=text,
        wifi=text,
        cost=text,
    )
    data = render(hostile, paper)
    dots = 576 if paper == 80 else 384
    tray = drawn(data, dots)
    assert tray.unknown == []
    assert len(tray.slips) == 1
    assert read_slip(data) == picture(hostile, dots)
    assert REALTIME.search(data) is None
    assert len(data) < 200_000


@pytest.mark.parametrize("hidden", [b"\x10\x04\x01", b"\x10\x05\x02", b"\x10\x14\x01", b"\x10\x10\x04\x04"])
@pytest.mark.parametrize("place", [0, 71, 143])
def test_dots_that_look_like_a_real_time_command_are_changed_by_one_dot(hidden: bytes, place: int) -> None:
    ink = bytes(place) + hidden + bytes(3 * 72 - place - len(hidden))
    before = ImageChops.invert(Image.frombytes("1", (576, 3), ink))
    after = defused(before)
    assert REALTIME.search(ImageChops.invert(after).tobytes()) is None
    assert ImageChops.logical_xor(before, after).histogram()[255] == 1


def test_the_virtual_printer_keeps_its_last_slip_as_our_picture(slip: Slip, tmp_path: Path) -> None:
    printer = VirtualPrinter(tmp_path / "slips")
    printer.print(render(replace(slip, number="K-001"), 80))
    printer.print(render(slip, 80))
    with Image.open(printer.last_slip) as last:
        assert last.convert("1") == picture(slip, 576)
    assert [file.name for file in printer.folder.iterdir()] == ["last-slip.png"]


@pytest.mark.parametrize(
    "data", [b"", b"K-005\n", b"\x1bp\x00\x19\xfa", b"\x1dv0\x00\x48\x00\x10\x00\x00", b"\x1b@\x1dV\x00"]
)
def test_the_virtual_printer_refuses_what_is_no_slip_of_ours(data: bytes) -> None:
    with pytest.raises(UnknownCommandError):
        read_slip(data)
