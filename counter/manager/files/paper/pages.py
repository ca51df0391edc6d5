"""What every page of the report shares: its margins, its styles, the foot with its number, and the bookmarks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from flask_babel import gettext
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CallerMacro, KeepTogether, PageBreak, Paragraph

from shared.printing.paper import colours, typeface
from shared.printing.paper.typeface import BOLD, REGULAR

SIDE = 18 * mm
WIDTH = A4[0] - 2 * SIDE
INK, SOFT, LINE = colours.INK, colours.SOFT, colours.LINE
BLUE, BLUE_DEEP, BLUE_TINT, BLUE_LINE = colours.BLUE, colours.BLUE_DEEP, colours.BLUE_TINT, colours.BLUE_LINE
GREEN, RED = colours.GREEN, colours.RED

TOTAL = "total"
"""The drawing that holds the number of pages: each foot shows it, and the last page, which knows it, draws it."""
FOOT_AT, FOOT_SIZE, TOTAL_WIDTH = 11 * mm, 7.5, 14


def _style(size: float, leading: float, colour: Any = INK, font: str = REGULAR, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(font, fontName=font, fontSize=size, leading=leading, textColor=colour, **more)


STYLES = {
    "office": _style(15, 19, BLUE_DEEP, BOLD),
    "title": _style(21, 26, font=BOLD, spaceBefore=14),
    "period": _style(11.5, 16, spaceAfter=6),
    "cover": _style(28, 35, BLUE_DEEP, BOLD, spaceBefore=120, spaceAfter=10),
    "chapter": _style(17, 22, BLUE_DEEP, BOLD, spaceAfter=8),
    "section": _style(12.5, 17, BLUE, BOLD, spaceBefore=14, spaceAfter=5),
    "text": _style(9, 13.5),
    "soft": _style(8, 11.5, SOFT),
    "body": _style(9.5, 14.5, spaceAfter=5),
    "promise": _style(10.5, 15.5),
    "cell": _style(8, 10.5),
    "name": _style(8, 10.5, SOFT),
    "small_bold": _style(8, 10.5, font=BOLD),
    "picture": _style(9.5, 13, font=BOLD, spaceBefore=8, spaceAfter=2),
}


def words(text: str, style: str = "text") -> Any:
    """A paragraph; whatever people wrote stays what they wrote."""
    typeface.load()
    return Paragraph(escape(text), STYLES[style])


def section(title: str, *first: Any) -> Any:
    """A heading with a bookmark, kept on one page with what comes first below it."""
    return KeepTogether([_bookmark(title), words(title, "section"), *first])


def chapter(title: str) -> list[Any]:
    """A heading with a bookmark at the top of a page of its own."""
    return [PageBreak(), _bookmark(title), words(title, "chapter")]


def foot(text: str) -> Callable[[Any, Any], None]:
    """Draws the foot of each page: what the report is, and page n of m."""

    def draw(canvas: Any, _: Any) -> None:
        right = SIDE + WIDTH - TOTAL_WIDTH
        canvas.saveState()
        canvas.setStrokeColor(LINE)
        canvas.line(SIDE, FOOT_AT + 11, SIDE + WIDTH, FOOT_AT + 11)
        canvas.setFont(REGULAR, FOOT_SIZE)
        canvas.setFillColor(SOFT)
        canvas.drawString(SIDE, FOOT_AT, text)
        canvas.drawRightString(right, FOOT_AT, gettext("Halaman %(page)s dari", page=canvas.getPageNumber()))
        canvas.translate(right + 2, FOOT_AT)
        canvas.doForm(TOTAL)
        canvas.restoreState()

    return draw


def last_page() -> Any:
    """Stands at the end of the story, where the number of pages is known."""

    def draw(macro: Any) -> None:
        canvas = macro.canv
        total = str(canvas.getPageNumber())
        canvas.beginForm(TOTAL, 0, -2, TOTAL_WIDTH, FOOT_SIZE + 2)
        canvas.setFont(REGULAR, FOOT_SIZE)
        canvas.setFillColor(SOFT)
        canvas.drawString(0, 0, total)
        canvas.endForm()

    return CallerMacro(drawCallable=draw)


def _bookmark(title: str) -> Any:
    def draw(macro: Any) -> None:
        macro.canv.bookmarkHorizontal(title, 0, 24)
        macro.canv.addOutlineEntry(title, title)

    return CallerMacro(drawCallable=draw)
