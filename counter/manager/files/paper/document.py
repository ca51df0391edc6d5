"""A story printed on A4, with the foot and the number on every page."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from flask_babel import get_locale
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from counter.manager.files.paper import pages
from shared.domain.office import Office

TOP, BOTTOM = 16 * mm, 20 * mm
NO_PADDING = (0, 0, 0, 0)


def printed(story: Sequence[Any], office: Office, heading: str, period: str) -> bytes:
    """The PDF. Raises TypefaceMissingError when the pages were not built."""
    out = BytesIO()
    paper = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{heading}, {office.name}, {period}",
        author=office.name,
        subject=heading,
        lang=str(get_locale()),
        displayDocTitle=True,
    )
    frame = Frame(pages.SIDE, BOTTOM, pages.WIDTH, A4[1] - TOP - BOTTOM, *NO_PADDING)
    foot = pages.foot(f"{office.name} · {heading}, {period}")
    paper.addPageTemplates(PageTemplate(frames=[frame], onPage=foot))
    paper.build([*story, pages.last_page()])
    return out.getvalue()
