"""PDF: the report that the head of the office signs."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask_babel import get_locale, gettext
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from counter.manager.wait_log.exports.report import counts, missed, pages, pictures, signature, title
from counter.manager.wait_log.exports.words import days, words_of
from counter.manager.wait_log.found import Found

TOP, BOTTOM = 16 * mm, 20 * mm
NO_PADDING = (0, 0, 0, 0)


def report(found: Found) -> bytes:
    """The report, from the office's head to the place for the signature. Raises TypefaceMissingError."""
    out, words = BytesIO(), words_of(found.office)
    heading = gettext("Laporan waktu tunggu")
    period = days(found.choice.first, found.choice.last)
    paper = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{heading}, {found.office.name}, {period}",
        author=found.office.name,
        subject=heading,
        lang=str(get_locale()),
        displayDocTitle=True,
    )
    story: list[Any] = [
        *title.story(found, words),
        counts.definition(found),
        *counts.remarks_of(found, words),
        *counts.figures(found, words),
        *pictures.story(found, words),
        *counts.explanations(found, words),
        *missed.story(found, words),
        *signature.story(found),
        pages.last_page(),
    ]
    frame = Frame(pages.SIDE, BOTTOM, pages.WIDTH, A4[1] - TOP - BOTTOM, *NO_PADDING)
    foot = pages.foot(f"{found.office.name} · {heading}, {period}")
    paper.addPageTemplates(PageTemplate(frames=[frame], onPage=foot))
    paper.build(story)
    return out.getvalue()
