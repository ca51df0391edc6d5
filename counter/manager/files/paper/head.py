"""The head of an office's paper."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext
from reportlab.platypus import HRFlowable, Spacer

from counter.manager.files.paper.pages import BLUE_DEEP, WIDTH, words
from shared.domain.office import Office


def head(office: Office) -> list[Any]:
    """Whose report it is: unit, address and published standard, above a double line."""
    standard = office.standard
    reached = [office.place, gettext("Telepon %(phone)s", phone=office.phone), office.website or ""]
    published = gettext("Standar pelayanan %(title)s, %(decree)s", title=standard.title, decree=standard.decree)
    return [
        words(standard.unit, "office"),
        words(" · ".join(part for part in reached if part), "soft"),
        words(published, "soft"),
        Spacer(0, 6),
        HRFlowable(WIDTH, 1.6, color=BLUE_DEEP, spaceAfter=1.5, lineCap="butt"),
        HRFlowable(WIDTH, 0.5, color=BLUE_DEEP, lineCap="butt"),
    ]
