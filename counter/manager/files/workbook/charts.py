"""What the charts that a spreadsheet draws by itself have in common."""

from __future__ import annotations

from typing import Any

from counter.manager.files.workbook.sheet import Sheet
from counter.manager.files.workbook.styles import INK, LINE, SOFT

TALL = 330
"""Pixels."""


def place(sheet: Sheet, row: int, column: int, chart: Any, width: int) -> None:
    """Put a chart of so many pixels into its cell."""
    chart.set_size({"width": width, "height": TALL})
    chart.set_chartarea({"border": {"color": LINE}})
    sheet.paper.insert_chart(row, column, chart)


def titled(chart: Any, title: str) -> None:
    """Name a chart."""
    chart.set_title({"name": title, "name_font": {"size": 13, "color": INK}, "overlay": False})


def lying(chart: Any, across: str, **more: Any) -> Any:
    """The first bar on top, the figures below the last one."""
    small = {"color": SOFT, "size": 9}
    chart.set_y_axis({"reverse": True, "num_font": small})
    lines = {"visible": True, "line": {"color": LINE}}
    name = {"name": across, "name_font": {**small, "bold": False}}
    chart.set_x_axis({**name, "num_font": small, "label_position": "high", "major_gridlines": lines, **more})
    return chart
