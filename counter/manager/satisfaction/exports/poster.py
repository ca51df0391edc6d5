"""The poster: what the office publishes on its wall, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Spacer, Table

from counter.manager.files.paper import strokes
from counter.manager.files.paper.document import printed
from counter.manager.files.paper.head import head
from counter.manager.files.paper.pages import BLUE, BLUE_DEEP, BLUE_LINE, INK, SOFT, WIDTH, words
from counter.manager.files.words import days
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import decimals, few, said, sample_words
from counter.manager.satisfaction.traits import Characteristic, characteristics
from shared.printing.paper.typeface import BOLD, REGULAR

PAPER = HexColor("#ffffff")
SHOWN = ("sex", "schooling")
ROW, NAMES, RIGHT, SIZE = 25.0, 128.0, 32.0, 10.5
GAP = 22.0


def poster(found: Found) -> bytes:
    """Unit, period, IKM, grade and respondents. Raises TypefaceMissingError."""
    words("", "text")  # loads the typeface that the styles below name
    story: list[Any] = [
        *head(found.office),
        Spacer(0, 26),
        _line(gettext("Indeks Kepuasan Masyarakat"), 30, 38, BOLD, BLUE_DEEP),
        _line(days(found.first, found.last), 15, 24, REGULAR, INK),
    ]
    if found.service:
        story.append(_line(said(found.office.name_of_service(found.service)), 15, 22, BOLD, INK))
    story += [Spacer(0, 16), *_figures(found), Spacer(0, 20), *_people(found), Spacer(0, 24), *_thanks()]
    return printed(story, found.office, str(gettext("Indeks Kepuasan Masyarakat")), days(found.first, found.last))


def _line(text: str, size: float, leading: float, font: str, colour: Any) -> Any:
    style = ParagraphStyle(f"poster {size}", fontName=font, fontSize=size, leading=leading, textColor=colour)
    style.alignment = TA_CENTER
    return Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), style)


def _figures(found: Found) -> list[Any]:
    figures = found.report.figures
    index = figures.skm.index
    if index is None:
        return [_line(few(), 14, 20, REGULAR, INK)]
    grade = [
        _line(index.grade.letter, 88, 112, BOLD, PAPER),
        _line(gettext("Mutu pelayanan"), 13, 18, REGULAR, PAPER),
        _line(said(index.grade.performance), 16, 22, BOLD, PAPER),
    ]
    value = [
        _line(decimals(index.value), 88, 112, BOLD, BLUE_DEEP),
        _line(gettext("Nilai IKM"), 13, 18, REGULAR, SOFT),
        _line(gettext("dari 25,00 sampai 100,00"), 13, 22, REGULAR, SOFT),
    ]
    look = [
        ("BACKGROUND", (1, 0), (1, 0), BLUE_DEEP),
        ("BOX", (0, 0), (-1, -1), 1.2, BLUE_DEEP),
        ("TOPPADDING", (0, 0), (-1, -1), 12),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 16),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    counted = gettext(
        "%(count)s responden dari %(visitors)s kunjungan; sampel %(sample)s.",
        count=figures.skm.respondents,
        visitors=figures.sample.visitors,
        sample=sample_words(figures.sample),
    )
    return [
        Table([[value, grade]], [WIDTH * 0.58, WIDTH * 0.42], style=look),
        Spacer(0, 10),
        _line(counted, 13, 19, BOLD, INK),
    ]


def _people(found: Found) -> list[Any]:
    if not found.report.figures.told:
        return []
    half = (WIDTH - GAP) / 2
    shown = [one for one in characteristics(found) if one.name in SHOWN]
    cells = [[words(said(one.title), "section"), _bars(one, half)] for one in shown]
    flat = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return [Table([[cells[0], "", cells[1]]], [half, GAP, half], style=[*flat, ("VALIGN", (0, 0), (-1, -1), "TOP")])]


def _bars(one: Characteristic, width: float) -> Any:
    rows: Sequence[tuple[str, int]] = [(said(label), count) for label, count in one.groups]
    if one.together:
        rows = [*rows, (str(gettext("Tidak dibedakan")), one.together)]
    drawing = strokes.canvas(width, ROW * len(rows))
    most = max((count for _, count in rows), default=1) or 1
    for down, (name, count) in enumerate(rows, 1):
        y = ROW * (len(rows) - down) + 6
        strokes.text(drawing, 0, y + 3, strokes.shortened(name, NAMES - 6, SIZE), colour=INK, size=SIZE)
        long = count / most * (width - NAMES - RIGHT)
        strokes.block(drawing, NAMES, y, long, 13, BLUE if down <= len(one.groups) else BLUE_LINE)
        strokes.text(drawing, NAMES + long + 4, y + 3, str(count), colour=INK, bold=True, size=SIZE)
    return drawing


def _thanks() -> list[Any]:
    source = gettext("Survei Kepuasan Masyarakat menurut Permenpan RB 14/2017, sembilan unsur, bobot tepat 1/9.")
    return [
        _line(gettext("Terima kasih atas penilaian Anda."), 15, 22, BOLD, BLUE_DEEP),
        _line(gettext("Masukan Anda kami tindak lanjuti."), 12, 18, REGULAR, INK),
        Spacer(0, 8),
        _line(
            source,
            8,
            12,
            REGULAR,
            SOFT,
        ),
    ]
