"""A slip as a picture, and that picture as the bytes that an ESC/POS printer understands."""

import os
import shutil
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Literal, cast

from PIL import Image

from shared.printing import typeface
from shared.printing.sheet import Sheet
from shared.printing.slip import Fact, Slip, SlipWords, in_words

Paper = Literal[80, 58]
"""The width of the roll in millimetres."""
BAND = 240  # rows of dots in one raster command: cheap heads hold no more


@dataclass(frozen=True)
class Measures:
    """The sizes of a slip, in dots (8 to the millimetre)."""

    margin: int
    name: int
    text: int
    small: int
    service: int
    figure: int
    number: int
    tumpal: int
    rule: int
    qr: int
    air: int


MEASURES = {
    576: Measures(28, 34, 26, 24, 38, 39, 190, 32, 4, 300, 18),
    384: Measures(12, 27, 23, 21, 30, 30, 140, 24, 3, 270, 14),
}
PAPERS: dict[Paper, tuple[str, int]] = {80: ("TM-T20II", 576), 58: ("POS-5890", 384)}
"""The profile of python-escpos and the width in dots for each roll; the small printer has no knife."""


def render(slip: Slip, paper: Paper) -> bytes:
    """Return the bytes of a slip: initialise, raster bands, feed and, on wide paper, cut. Nothing else."""
    profile, dots = PAPERS[paper]
    printer = _escpos().Dummy(profile=profile)
    printer.hw("INIT")
    printer.image(picture(slip, dots), impl="bitImageRaster", fragment_height=BAND)
    printer.cut()
    return cast("bytes", printer.output)


def picture(slip: Slip, dots: int) -> Image.Image:
    """Return the slip as it will lie in the hand, black on white (mode "1"), 576 or 384 dots wide.

    Raises TypefaceMissingError when the pages were not built.
    """
    measures, words = MEASURES[dots], in_words(slip)
    sheet = Sheet(dots, measures.margin)
    _head(sheet, words, measures)
    _number(sheet, words, measures)
    if words.facts:
        _facts(sheet, words.facts, measures)
    for sentence in words.where:
        sheet.words(sentence, measures.text, 700, most=2)
    _phone(sheet, words, slip.url, measures)
    _foot(sheet, words, measures)
    return sheet.picture()


def _head(sheet: Sheet, words: SlipWords, measures: Measures) -> None:
    sheet.skip(measures.air + 6)
    sheet.words(words.office_name, measures.name, 800, most=3, leading=1.2)
    sheet.skip(measures.air // 3)
    sheet.words(words.office_place, measures.small, 600, most=2)
    sheet.skip(measures.air - 2)
    sheet.tumpal(measures.tumpal)
    sheet.skip(measures.air)


def _number(sheet: Sheet, words: SlipWords, measures: Measures) -> None:
    if words.copy:
        sheet.mark(words.copy, measures.text)
        sheet.skip(measures.air // 2)
    sheet.words(words.heading, measures.text, 700)
    sheet.skip(measures.air + 4)
    if words.number:
        sheet.number(words.number, measures.number)
        sheet.skip(measures.air + 10)
    sheet.words(words.service, measures.service, 800, most=3, leading=1.16)
    sheet.skip(measures.air + 2)


def _facts(sheet: Sheet, facts: tuple[Fact, ...], measures: Measures) -> None:
    """Set one or two figures over their labels, side by side, between two rules."""
    wide = sheet.room // len(facts)
    room = wide - 6 * measures.rule
    figures = [_figure(fact.figure, measures.figure, room) for fact in facts]
    small = min(typeface.fitting(fact.label, measures.small, 700, room) for fact in facts)
    tall = measures.air // 3 + max(len(lines) * size for lines, size in figures)
    top = sheet.y
    sheet.rule(measures.rule)
    sheet.skip(measures.air - 4)
    for place, (fact, (lines, size)) in enumerate(zip(facts, figures, strict=True)):
        middle = sheet.margin + wide * (place + 0.5)
        above = (tall - measures.air // 3 - len(lines) * size) // 2
        for nth, line in enumerate(lines):
            sheet.line(line, size, 800, middle, below=above + nth * size, leading=1.1)
        sheet.line(fact.label, small, 700, middle, below=tall)
    sheet.skip(tall + round(measures.small * 1.3) + measures.air - 4)
    if len(facts) > 1:
        sheet.upright(top, sheet.y, measures.rule)
    sheet.rule(measures.rule)
    sheet.skip(measures.air + 4)


def _figure(text: str, size: int, room: int) -> tuple[list[str], int]:
    """Return a figure's lines and size: one line, smaller if need be, or two where one would be tiny."""
    smaller = typeface.fitting(text, size, 800, room, least=0.62)
    if typeface.width(text, smaller, 800) > room:
        smaller = typeface.fitting(text, round(size * 0.8), 800, room, most=2)
    return typeface.lines(text, smaller, 800, room, 2), smaller


def _phone(sheet: Sheet, words: SlipWords, url: str, measures: Measures) -> None:
    """Set the QR code and what it is for; without a code that phones can read, leave both out."""
    sheet.skip(measures.air // 3)
    if not sheet.qr(url, measures.qr):
        sheet.skip(measures.air)
        return
    sheet.words(words.follow, measures.text, 800)
    for sentence in words.how:
        sheet.words(sentence, measures.text, 700, most=2)


def _foot(sheet: Sheet, words: SlipWords, measures: Measures) -> None:
    sheet.skip(measures.air + 2)
    sheet.dashes(measures.rule)
    sheet.skip(measures.air - 2)
    moment = f"{words.date}, {words.time}"
    if typeface.width(moment, measures.small, 700) <= sheet.room:
        sheet.words(moment, measures.small, 700, leading=1.32)
    else:
        sheet.words(words.date, measures.small, 700, leading=1.32)
        sheet.words(words.time, measures.small, 700, leading=1.32)
    if words.rating:
        sheet.words(words.rating, measures.small, 800, most=2, leading=1.32)
    sheet.words(words.cost, measures.small, 700, most=3, leading=1.32)
    sheet.skip(measures.air * 2)


@cache
def _escpos() -> ModuleType:
    """Import python-escpos when the first slip is rendered: it is slow to load and leaves a folder behind."""
    from escpos import capabilities, printer  # noqa: PLC0415 - see above

    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return cast("ModuleType", printer)
