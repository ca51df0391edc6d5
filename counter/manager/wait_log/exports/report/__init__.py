"""PDF: the report that the head of the office signs."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext

from counter.manager.files.heading import program
from counter.manager.files.paper.document import printed
from counter.manager.files.paper.signature import signature
from counter.manager.files.words import at_clock, days
from counter.manager.wait_log.exports.report import counts, missed, pictures, title
from counter.manager.wait_log.exports.words import words_of
from counter.manager.wait_log.found import Found


def report(found: Found) -> bytes:
    """The report, from the office's head to the place for the signature. Raises TypefaceMissingError."""
    words, made = words_of(found.office), at_clock(found.made_at, found.office)
    story: list[Any] = [
        *title.story(found, words),
        counts.definition(found),
        *counts.remarks_of(found, words),
        *counts.figures(found, words),
        *pictures.story(found, words),
        *counts.explanations(found, words),
        *missed.story(found, words),
        *signature(gettext("Dibuat %(when)s oleh %(program)s dari jurnal antrean.", when=made, program=program())),
    ]
    period = days(found.choice.first, found.choice.last)
    return printed(story, found.office, gettext("Laporan waktu tunggu"), period)
