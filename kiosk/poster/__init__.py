"""The published standard as a poster for the wall: one page where it can be read, else as many as it takes."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any, Literal

from flask_babel import get_locale, gettext
from reportlab.lib.pagesizes import A2, A3, A4
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate

from kiosk.poster.columns import Columns, fitted
from kiosk.poster.head import Head, foot
from shared.domain.standard import Standard
from shared.printing.paper import typeface

Paper = Literal["a4", "a3", "a2"]
SIZES = {"a4": A4, "a3": A3, "a2": A2}
WIDTH, HEIGHT = A3
EDGE, GAP = 40.0, 24.0
FOOT = 44.0
NO_PADDING = (0, 0, 0, 0)


@lru_cache(maxsize=32)
def poster(standard: Standard, name: str, address: str, paper: Paper, language: str) -> bytes:
    """The PDF, in portrait. `address` is the page of the standard as a phone reaches it; `language` that of the frame.

    Raises TypefaceMissingError when the pages were not built.
    """
    typeface.load()
    head = Head(standard, name, WIDTH, EDGE)
    room = HEIGHT - head.height - FOOT - 2 * GAP
    columns = fitted(standard, address, WIDTH - 2 * EDGE - GAP, room, language)
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=SIZES[paper],
        title=f"{gettext('Standar pelayanan')} {standard.title}, {name}",
        author=name,
        lang=str(get_locale()),
        displayDocTitle=True,
    )
    document.addPageTemplates(_pages(columns, head, SIZES[paper], room))
    document.build(_story(columns))
    return out.getvalue()


def _story(columns: Columns) -> list[Any]:
    if columns.right is None:
        return columns.left
    return [*columns.left, FrameBreak(), *columns.right]


def _pages(columns: Columns, head: Head, size: tuple[float, float], room: float) -> list[Any]:
    """The first page under the head, and further ones for a text that is longer than a poster."""
    scale = size[0] / WIDTH

    def first(canvas: Any, _: Any) -> None:
        canvas.scale(scale, scale)
        head.draw(canvas, HEIGHT)
        foot(canvas, WIDTH, EDGE)

    def later(canvas: Any, _: Any) -> None:
        canvas.scale(scale, scale)
        foot(canvas, WIDTH, EDGE)

    whole = HEIGHT - FOOT - GAP - EDGE
    return [
        PageTemplate("first", frames=_frames(columns, room), onPage=first, pagesize=size, autoNextPageTemplate="later"),
        PageTemplate("later", frames=_frames(columns, whole), onPage=later, pagesize=size),
    ]


def _frames(columns: Columns, high: float) -> list[Any]:
    left, right = columns.widths
    return [
        Frame(EDGE, FOOT + GAP, left, high, *NO_PADDING),
        Frame(EDGE + left + GAP, FOOT + GAP, right, high, *NO_PADDING),
    ]
