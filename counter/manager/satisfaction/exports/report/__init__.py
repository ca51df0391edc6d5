"""PDF: the report of the Survei Kepuasan Masyarakat, from the cover to the table of processed data (domain.md 3.5)."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext

from counter.manager.files.paper.document import printed
from counter.manager.files.words import days
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.report import appendices, beginning, method, problems, results


def report(found: Found) -> bytes:
    """The report, in the order that the regulation's reports have. Raises TypefaceMissingError."""
    story: list[Any] = [
        *beginning.story(found),
        *method.story(found),
        *results.story(found),
        *problems.story(found),
        *appendices.story(found),
    ]
    period = days(found.first, found.last)
    return printed(story, found.office, str(gettext("Laporan Survei Kepuasan Masyarakat")), period)
