"""The tables of the report: thin lines, headings that come again on each page, numbers to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import LongTable

from counter.manager.files.paper.pages import BLUE, BLUE_TINT, INK, LINE
from shared.printing.paper.typeface import BOLD, REGULAR


def table(titles: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[float], numbers: Sequence[int]) -> Any:
    """A table; the columns in `numbers` are set to the right."""
    look: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, 0), BOLD, 8, 10.5),
        ("FONT", (0, 1), (-1, -1), REGULAR, 8, 10.5),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
        ("BACKGROUND", (0, 0), (-1, 0), BLUE_TINT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, BLUE),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        *(("ALIGN", (column, 0), (column, -1), "RIGHT") for column in numbers),
    ]
    return LongTable([list(titles), *map(list, rows)], widths, repeatRows=1, style=look, hAlign="LEFT")
