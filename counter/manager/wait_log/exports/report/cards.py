"""The four figures that are read first, as large as on the screen."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table

from counter.manager.files.paper.pages import BLUE_LINE, GREEN, INK, LINE, WIDTH, words
from counter.manager.files.words import percent
from counter.manager.wait_log.exports.words import duration
from shared.domain.wait_figures import Summary
from shared.printing.paper.typeface import BOLD

LARGE = ParagraphStyle("large", fontName=BOLD, fontSize=20, leading=25, textColor=INK)


def cards(summary: Summary) -> Any:
    """Share kept, and the clock's median, nine of ten and longest, each with how many visits it is taken from."""
    judged = gettext("%(kept)s dari %(judged)s dihitung", kept=summary["kept"], judged=summary["judged"])
    timed = gettext("%(timed)s dari %(visits)s kunjungan", timed=summary["timed"], visits=summary["visits"])
    each = [
        (gettext("Bagian tepat"), percent(summary["kept_share"]), judged),
        (gettext("Jam, median"), duration(summary["clock_median"]), timed),
        (gettext("Jam, sembilan dari sepuluh"), duration(summary["clock_p90"]), timed),
        (gettext("Jam, terpanjang"), duration(summary["clock_max"]), timed),
    ]
    look: list[tuple[Any, ...]] = [
        ("BOX", (0, 0), (-1, -1), 0.6, LINE),
        ("INNERGRID", (0, 0), (-1, -1), 0.6, LINE),
        ("LINEBEFORE", (0, 0), (0, -1), 3, GREEN),
        ("LINEBELOW", (0, -1), (-1, -1), 0.6, BLUE_LINE),
        ("LEFTPADDING", (0, 0), (-1, -1), 9),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    row = [[words(name, "name"), Paragraph(value, LARGE), words(note, "name")] for name, value, note in each]
    return Table([row], [WIDTH / 4] * 4, style=look)
