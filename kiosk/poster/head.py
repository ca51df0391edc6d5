"""The head of the poster: whose standard it is, by which decree and since when, and the promises as large figures."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from flask_babel import format_date, get_locale, gettext
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from shared.domain.standard import Standard
from shared.domain.standard_text import Promised, promises_of
from shared.printing.paper.colours import (
    BLUE_DEEP,
    BLUE_TINT,
    GREEN,
    INK,
    LINE,
    ON_DEEP_SOFT,
    ORANGE,
    SOFT,
    WHITE,
)
from shared.printing.paper.typeface import BOLD, REGULAR

PAD, BARS = 22.0, 58.0
CLOTH, TOOTH = 15.0, 18.0
FIGURES, NARROW = 104.0, 300.0
DAY = "d MMMM y"


class Head:
    """Measured when it is made, drawn on the first page."""

    def __init__(self, standard: Standard, name: str, width: float, edge: float) -> None:
        self.width, self.edge = width, edge
        self._promises = promises_of(standard)
        beside = width - 2 * edge - BARS - 22
        lines = [
            (gettext("Standar pelayanan"), 19.0, REGULAR, ON_DEEP_SOFT),
            (standard.title, 37.0, BOLD, WHITE),
            (standard.unit or name, 17.0, REGULAR, ON_DEEP_SOFT),
            (_in_force(standard), 17.0, BOLD, WHITE),
        ]
        self._words = [_paragraph(*line) for line in lines]
        self._heights = [paragraph.wrap(beside, 1000)[1] + 5 for paragraph in self._words]
        self._band = sum(self._heights) + 2 * PAD + CLOTH
        self.height = self._band + (FIGURES if self._promises else 0)

    def draw(self, canvas: Any, top: float) -> None:
        """The blue sign with its row of tumpal, and the figures below it."""
        canvas.setFillColor(BLUE_DEEP)
        canvas.rect(0, top - self._band, self.width, self._band, stroke=0, fill=1)
        self._tumpal(canvas, top - self._band)
        self._mark(canvas, self.edge, top - PAD - BARS - 4)
        y = top - PAD
        for paragraph, high in zip(self._words, self._heights, strict=True):
            paragraph.drawOn(canvas, self.edge + BARS + 22, y - high + 5)
            y -= high
        if self._promises:
            self._figures(canvas, top - self._band - FIGURES)

    def _tumpal(self, canvas: Any, bottom: float) -> None:
        canvas.setFillColor(BLUE_TINT if self._promises else WHITE)
        path = canvas.beginPath()
        for place in range(int(self.width // TOOTH) + 1):
            path.moveTo(place * TOOTH, bottom)
            path.lineTo(place * TOOTH + TOOTH / 2, bottom + CLOTH)
            path.lineTo((place + 1) * TOOTH, bottom)
            path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    def _mark(self, canvas: Any, x: float, y: float) -> None:
        """The office's sign: three bars on a line."""
        unit = BARS / 64
        canvas.setFillColor(WHITE)
        canvas.roundRect(x, y, BARS, BARS, 14 * unit, stroke=0, fill=1)
        for left, high, colour in ((13, 16, GREEN), (27.5, 33, "#0b5cad"), (42, 24, ORANGE)):
            canvas.setFillColor(colour)
            canvas.roundRect(x + left * unit, y + 16 * unit, 9 * unit, high * unit, 1.5 * unit, stroke=0, fill=1)
        canvas.setFillColor(INK)
        canvas.rect(x + 10 * unit, y + 10 * unit, 44 * unit, 3 * unit, stroke=0, fill=1)

    def _figures(self, canvas: Any, bottom: float) -> None:
        """A promise beside the other; the sentences stand in their component."""
        canvas.setFillColor(BLUE_TINT)
        canvas.rect(0, bottom, self.width, FIGURES, stroke=0, fill=1)
        wide = (self.width - 2 * self.edge) / len(self._promises)
        for place, promise in enumerate(self._promises):
            x = self.edge + place * wide
            if place:
                canvas.setStrokeColor(LINE)
                canvas.line(x, bottom + 20, x, bottom + FIGURES - 20)
            self._figure(canvas, promise, x + (16 if place else 0), bottom, wide - 24)

    def _figure(self, canvas: Any, promise: Promised, x: float, bottom: float, wide: float) -> None:
        language = str(get_locale())
        taken = 0.0
        if promise.figure is not None:
            size = 72.0 if wide > NARROW else 52.0
            canvas.setFillColor(BLUE_DEEP)
            canvas.setFont(BOLD, size)
            canvas.drawString(x, bottom + FIGURES / 2 - size * 0.35, str(promise.figure))
            taken = canvas.stringWidth(str(promise.figure), BOLD, size) + 14
        words = [
            _paragraph(promise.unit.in_language(language), 17.0 if wide > NARROW else 14.0, BOLD, INK),
            _paragraph(promise.way.in_language(language), 13.5 if wide > NARROW else 11.5, REGULAR, SOFT),
        ]
        heights = [paragraph.wrap(wide - taken, 1000)[1] for paragraph in words]
        y = bottom + (FIGURES + sum(heights)) / 2
        for paragraph, high in zip(words, heights, strict=True):
            paragraph.drawOn(canvas, x + taken, y - high)
            y -= high


def foot(canvas: Any, width: float, edge: float) -> None:
    """What kind of text this is."""
    canvas.saveState()
    canvas.setStrokeColor(LINE)
    canvas.line(edge, 44, width - edge, 44)
    canvas.setFillColor(SOFT)
    canvas.setFont(REGULAR, 12)
    canvas.drawString(edge, 26, gettext("Teks standar ditampilkan persis seperti dalam keputusan."))
    canvas.drawRightString(width - edge, 26, gettext("UU 25/2009 Pasal 21, Permenpan RB 15/2014"))
    canvas.restoreState()


def _in_force(standard: Standard) -> str:
    decree = gettext("No. SK %(decree)s", decree=standard.decree)
    if not standard.decree:
        decree = gettext("Nomor SK kosong dalam dokumen")
    said = f"{decree} · {gettext('Berlaku sejak %(day)s', day=format_date(standard.valid_from, DAY))}"
    if standard.valid_to:
        said += " " + gettext("sampai %(day)s", day=format_date(standard.valid_to, DAY))
    return said


def _paragraph(text: str, size: float, font: str, colour: Any) -> Any:
    style = ParagraphStyle("head", fontName=font, fontSize=size, leading=size * 1.2, textColor=colour)
    return Paragraph(escape(text), style)
