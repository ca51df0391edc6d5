"""The strokes of the charts. Kept is full, called in time dotted, missed hatched: no colour stands alone."""

from __future__ import annotations

from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Hatching, Line, Polygon, Rect, String
from reportlab.lib.colors import HexColor

from counter.manager.files.paper.pages import BLUE, GREEN, INK, LINE, RED, SOFT
from shared.printing.paper import typeface
from shared.printing.paper.typeface import BOLD, REGULAR

SMALL = 7
DOTS_APART = 3.0
HATCH_APART = 2.4
PAPER = HexColor("#ffffff")


def canvas(width: float, height: float) -> Any:
    """An empty drawing."""
    typeface.load()
    return Drawing(width, height)


def line(drawing: Any, x1: float, y1: float, x2: float, y2: float, colour: Any = LINE, thick: float = 0.6) -> None:
    """A straight line."""
    drawing.add(Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=thick))


def text(
    drawing: Any,
    x: float,
    y: float,
    written: str,
    *,
    to: str = "start",
    colour: Any = SOFT,
    bold: bool = False,
    size: float = SMALL,
) -> None:
    """A small text that starts at, ends at or is centred on `x`."""
    font = BOLD if bold else REGULAR
    drawing.add(String(x, y, written, fontName=font, fontSize=size, fillColor=colour, textAnchor=to))


def shortened(written: str, room: float, size: float = SMALL) -> str:
    """A name that is cut with an ellipsis where it would be wider than its room."""
    if typeface.width(written, REGULAR, size) <= room:
        return written
    while written and typeface.width(f"{written}…", REGULAR, size) > room:
        written = written[:-1]
    return f"{written.rstrip()}…"


def block(drawing: Any, x: float, y: float, width: float, height: float, colour: Any = BLUE) -> None:
    """A full bar."""
    drawing.add(Rect(x, y, width, height, fillColor=colour, strokeColor=None))


def dotted(drawing: Any, x: float, y: float, width: float, height: float) -> None:
    """The bar of visitors who were called in time."""
    _framed(drawing, x, y, width, height, GREEN)
    across, up = int(width // DOTS_APART), int(height // DOTS_APART)
    for column in range(across):
        for row in range(up):
            at = (x + (column + 0.5) * width / across, y + (row + 0.5) * height / up)
            drawing.add(Circle(*at, 0.6, fillColor=GREEN, strokeColor=None))


def hatched(drawing: Any, x: float, y: float, width: float, height: float) -> None:
    """The bar of visitors who were missed."""
    _framed(drawing, x, y, width, height, RED)
    corners = [x, y, x + width, y, x + width, y + height, x, y + height]
    drawing.add(Hatching(HATCH_APART, 45, corners, strokeColor=RED, strokeWidth=0.8))


def ring(drawing: Any, x: float, y: float, radius: float = 2.2) -> None:
    """A day on which everybody was served in time."""
    drawing.add(Circle(x, y, radius, fillColor=PAPER, strokeColor=BLUE, strokeWidth=1))


def dot(drawing: Any, x: float, y: float, radius: float = 2.6) -> None:
    """A full point."""
    drawing.add(Circle(x, y, radius, fillColor=BLUE, strokeColor=None))


def cross(drawing: Any, x: float, y: float, size: float = 2.2) -> None:
    """A point beyond the promise."""
    line(drawing, x - size, y - size, x + size, y + size, RED, 1.4)
    line(drawing, x - size, y + size, x + size, y - size, RED, 1.4)


def pointer(drawing: Any, x: float, y: float) -> None:
    """A small triangle that points up to `x` on an axis."""
    drawing.add(Polygon([x - 3, y - 5, x + 3, y - 5, x, y], fillColor=INK, strokeColor=None))


def _framed(drawing: Any, x: float, y: float, width: float, height: float, colour: Any) -> None:
    drawing.add(Rect(x, y, width, height, fillColor=PAPER, strokeColor=colour, strokeWidth=0.7))
