"""The end of the report: by which program and when, and the place where the head of the office signs."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext
from reportlab.platypus import KeepTogether, Spacer, Table

from counter.manager.files.paper.pages import INK, WIDTH, words

PLACE = 190
ROOM_TO_SIGN = 58


def signature(made: str) -> list[Any]:
    """Kept together, so that nobody signs an empty page; `made` says by which program and from what."""
    right = [
        words(gettext("Mengetahui,")),
        words(gettext("Kepala kantor")),
        Spacer(0, ROOM_TO_SIGN),
        words(gettext("Nama:")),
        words(gettext("NIP:")),
    ]
    look = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("LINEABOVE", (1, 1), (1, 1), 0.6, INK),
    ]
    rows = [[words(made, "soft"), right[:3]], ["", right[3:]]]
    return [KeepTogether([Spacer(0, 26), Table(rows, [WIDTH - PLACE, PLACE], style=look)])]
