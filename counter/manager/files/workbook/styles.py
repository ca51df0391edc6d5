"""How the cells look: the colours of the screens (shared/frontend/tokens.css), times and spans as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # 12 MB that most days need not: whoever makes a workbook loads it
    from xlsxwriter import Workbook

FONT = {"font_name": "Calibri", "font_size": 11}
INK, SOFT, LINE = "#0C1C33", "#46546B", "#D8DFE9"
BLUE, BLUE_TINT, BLUE_LINE = "#0B5CAD", "#E7F0FA", "#B5CFEB"
GREEN, RED = "#2B7A31", "#B3261E"

Styles = Mapping[str, Any]


def styles_of(book: Workbook) -> Styles:
    """The formats of the workbook by name."""
    below = {"bottom": 1, "bottom_color": LINE}
    head = {"bold": True, "bg_color": BLUE_TINT, "bottom": 1, "bottom_color": BLUE, "valign": "top", "text_wrap": True}
    looks: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": 18, "font_color": INK},
        "section": {"bold": True, "font_size": 13, "font_color": BLUE},
        "name": {"font_color": SOFT, "valign": "top"},
        "text": {"font_color": INK, "valign": "top", "text_wrap": True},
        "soft": {"font_color": SOFT, "valign": "top", "text_wrap": True},
        "heading": head,
        "right_heading": {**head, "align": "right"},
        "beside_heading": {**head, "align": "left", "indent": 2},
        "row": {**below, "valign": "top", "text_wrap": True},
        "beside": {**below, "valign": "top", "text_wrap": True, "align": "left", "indent": 2},
        "plain": {"valign": "top"},
        "middle": {"align": "center"},
        "count": {**below, "num_format": "#,##0", "valign": "top"},
        "figure": {**below, "num_format": "0.00", "valign": "top"},
        "mean": {**below, "num_format": "0.0000", "valign": "top"},
        "share": {**below, "num_format": "0.0%", "valign": "top"},
        "span": {**below, "num_format": "[h]:mm:ss", "valign": "top"},
        "clock": {"num_format": "[mm]:ss"},
        "wait": {"num_format": "[h]:mm:ss"},
        "day": {"num_format": "dd/mm/yyyy", "align": "left"},
        "month": {"num_format": "mmm yyyy", "align": "left"},
        "moment": {"num_format": "hh:mm:ss"},
        "day_and_hour": {"num_format": "dd/mm/yyyy hh:mm", "align": "left"},
        "hour": {"bold": True, "align": "center", "font_color": SOFT},
        "arrivals": {"align": "center", "border": 1, "border_color": "#FFFFFF"},
        "silent": {"align": "center", "font_color": SOFT},
    }
    return {name: book.add_format({**FONT, **look}) for name, look in looks.items()}
