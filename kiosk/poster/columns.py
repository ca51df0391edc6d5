"""The components of the standard as two columns of paragraphs, in the largest letters that fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from flask_babel import gettext
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, Spacer, Table

from kiosk.poster.code import code
from shared.domain.standard import Standard
from shared.domain.standard_text import Part, Piece, parts_of
from shared.printing.paper.colours import BLUE, BLUE_DEEP, GREEN, INK, SOFT
from shared.printing.paper.typeface import BOLD, REGULAR

LARGEST, SMALLEST, STEP = 21.0, 10.5, 0.25
"""Points on A3. Under the smallest nobody reads a wall: the text goes on over further pages instead."""
WORTH = 1.0
LEFT_SHARES = (0.57, 0.62)
"""Requirements and steps stand at the left; they are longer than all the rest."""
CODE = 100.0
TEN = 10
"""From here on a number has two digits and needs more room, so that every line begins at one edge."""
MARKS = {"ours": GREEN, "elsewhere": BLUE, "people": SOFT}


class Columns(NamedTuple):
    """What stands at the left and at the right; no right: all flows through both columns, page by page."""

    left: list[Any]
    right: list[Any] | None
    widths: tuple[float, float]


def fitted(standard: Standard, address: str, wide: float, room: float, language: str) -> Columns:
    """The largest letters in which everything stands on one page.

    A break between two components is preferred to larger letters with a break inside one, within `WORTH` points.
    """
    parts, picture = parts_of(standard), code(address, CODE)

    def laid(size: float, left: float, *, whole: bool) -> Columns | None:
        widths = (wide * left, wide * (1 - left))
        blocks = [_block(number, part, size, language) for number, part in enumerate(parts, 1)]
        blocks.append(_online(picture, address, size, widths[1]))
        flowables = _joined(blocks)
        cut = _cut(blocks if whole else [[one] for one in flowables], widths, room)
        if cut is None:
            return None
        place = sum(map(len, blocks[:cut])) if whole else cut
        columns = Columns(flowables[:place], _from_the_top(flowables[place:]), widths)
        return None if _breaks_a_word(columns) else columns

    unbroken = [_largest(partial(laid, left=left, whole=True)) for left in LEFT_SHARES]
    found = [(size + WORTH, columns) for size, columns in unbroken]
    found += [_largest(partial(laid, left=left, whole=False)) for left in (0.5, LEFT_SHARES[0])]
    size, columns = max(found, key=lambda one: one[0])
    return columns if columns and size >= SMALLEST else _over_pages(parts, picture, address, wide, language)


def _largest(laid: Callable[[float], Columns | None]) -> tuple[float, Columns | None]:
    """The largest size between smallest and largest at which it fits, by halving; 0 if it never does."""
    found: tuple[float, Columns | None] = (0.0, None)
    low, high = 0, round((LARGEST - SMALLEST) / STEP)
    while low <= high:
        middle = (low + high) // 2
        size = SMALLEST + middle * STEP
        if columns := laid(size):
            found, low = (size, columns), middle + 1
        else:
            high = middle - 1
    return found


def _over_pages(parts: Sequence[Part], picture: Any, address: str, wide: float, language: str) -> Columns:
    half = (wide / 2, wide / 2)
    blocks = [_block(number, part, SMALLEST, language) for number, part in enumerate(parts, 1)]
    return Columns([*_joined(blocks), *_online(picture, address, SMALLEST, half[1])], None, half)


def _breaks_a_word(columns: Columns) -> bool:
    """Whether an address in the text is wider than its column: broken in two, nobody types it."""
    both = ((columns.left, columns.widths[0]), (columns.right or [], columns.widths[1]))
    return any(one.minWidth() > wide for flowables, wide in both for one in flowables if isinstance(one, Paragraph))


def _from_the_top(flowables: list[Any]) -> list[Any]:
    """Without the white that would stand at the head of a column."""
    first = next(place for place, one in enumerate(flowables) if not isinstance(one, Spacer))
    return flowables[first:]


def _cut(blocks: Sequence[list[Any]], widths: tuple[float, float], room: float) -> int | None:
    """After how many blocks the right column begins, so that both fit and end at about the same height."""
    left = [_height(block, widths[0]) for block in blocks]
    right = [_height(block, widths[1]) for block in blocks]
    found = [
        (abs(sum(left[:cut]) - sum(right[cut:])), cut)
        for cut in range(1, len(blocks))
        if sum(left[:cut]) <= room and sum(right[cut:]) <= room and not _leads(blocks[cut - 1][-1])
    ]
    return min(found)[1] if found else None


def _leads(flowable: Any) -> bool:
    """Whether it must not stand at the foot of a column, without what it leads to."""
    return bool(getattr(flowable, "keepWithNext", 0))


def _joined(blocks: Sequence[list[Any]]) -> list[Any]:
    return [flowable for block in blocks for flowable in block]


def _height(block: list[Any], width: float) -> float:
    """Points from top to bottom; every flowable carries its own space as a Spacer, so that heights add up."""
    return float(sum(flowable.wrap(width, 10_000)[1] for flowable in block))


def _block(number: int, part: Part, size: float, language: str) -> list[Any]:
    """One component: its number and published heading, what it is in plain words, and its lines as published."""
    heading = f'<font color="{BLUE.hexval()}">{number}</font>&nbsp;&nbsp;{escape(part.component.heading)}'
    block = [_kept(_words(heading, size * 1.3, BOLD, BLUE_DEEP))]
    if part.required and part.required.plain:
        name = f"{part.required.name.en}. " if language == "en" else ""
        block.append(_kept(_words(escape(name + part.required.plain.in_language(language)), size * 0.85, colour=SOFT)))
    block.append(_kept(Spacer(0, size * 0.3)))
    if part.component.summary:
        block += [_words(escape(part.component.summary), size * 1.6, BOLD, BLUE), Spacer(0, size * 0.2)]
    indent = size * (2 if len(part.lines) < TEN else 2.3) if part.component.numbered else 0
    for place, line in enumerate(part.lines, 1):
        bullet = f"{place}." if part.component.numbered else None
        for piece, mark in zip(line, [bullet, *[None] * (len(line) - 1)], strict=True):
            block += [_line(piece, mark, indent, size, language), Spacer(0, size * 0.26)]
    return [*block, Spacer(0, size * 0.9)]


def _line(piece: Piece, bullet: str | None, indent: float, size: float, language: str) -> Any:
    text = escape(piece.text)
    if piece.where and piece.sign:
        colour = MARKS[piece.sign].hexval()
        said = escape(piece.where.in_language(language).split(",")[0])  # short, for a narrow column
        said = said.replace(" ", "&nbsp;")
        text += f' <font name="{BOLD}" size="{size * 0.78:.1f}" color="{colour}">[{said}]</font>'
    style = _style(size, indent=indent)
    return Paragraph(text, style, bulletText=bullet)


def _online(picture: Any, address: str, size: float, width: float) -> list[Any]:
    """Where the same text stands on the net, for a phone and for people who type."""
    beside = width - CODE - 14
    steps = re.findall("[^/]+/?", address.rsplit("://", maxsplit=1)[-1])
    small = min(size * 0.8, (beside - 1) / max(stringWidth(step, REGULAR, 1) for step in steps))
    lines = _to_type(steps, small, beside)
    words = [
        _words(escape(gettext("Baca di ponsel Anda")), size, BOLD, BLUE_DEEP),
        _words("<br/>".join(map(escape, lines)), small, colour=SOFT),
    ]
    flat = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_flat()]
    return [Table([[picture, words]], [CODE + 14, beside], style=flat, hAlign="LEFT")]


def _to_type(steps: Iterable[str], size: float, width: float) -> list[str]:
    """The steps of an address in lines that end after a slash: broken inside a word, nobody types it."""
    lines = [""]
    for step in steps:
        if lines[-1] and stringWidth(lines[-1] + step, REGULAR, size) > width:
            lines.append("")
        lines[-1] += step
    return lines


def _flat() -> Iterator[tuple[Any, ...]]:
    for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"):
        yield (f"{side}PADDING", (0, 0), (-1, -1), 0)


def _kept(paragraph: Any) -> Any:
    paragraph.keepWithNext = 1
    return paragraph


def _words(text: str, size: float, font: str = REGULAR, colour: Any = INK) -> Any:
    return Paragraph(text, _style(size, font, colour))


def _style(size: float, font: str = REGULAR, colour: Any = INK, indent: float = 0) -> ParagraphStyle:
    return ParagraphStyle(
        "poster",
        fontName=font,
        fontSize=size,
        leading=size * 1.27,
        textColor=colour,
        leftIndent=indent,
        bulletFontName=BOLD,
        bulletFontSize=size,
        bulletColor=SOFT,
    )
