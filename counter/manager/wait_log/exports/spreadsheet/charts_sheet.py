"""The charts, drawn by the spreadsheet itself, and the hours of the week as a coloured table."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext
from xlsxwriter import Workbook

from counter.manager.files.words import NONE
from counter.manager.files.workbook.block import Block
from counter.manager.files.workbook.charts import lying, place, titled
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.files.workbook.styles import BLUE, BLUE_LINE, BLUE_TINT, GREEN, INK, LINE, RED, SOFT
from counter.manager.wait_log.exports.spreadsheet.data_sheet import Places
from counter.manager.wait_log.exports.week import week_of
from counter.manager.wait_log.exports.words import Words
from counter.manager.wait_log.found import Found

WIDE, HALF = 1120, 556
"""Pixels."""
LOOKS: tuple[dict[str, Any], ...] = (
    {"fill": {"color": BLUE}, "border": {"color": BLUE}},
    {"pattern": {"pattern": "percent_20", "fg_color": GREEN, "bg_color": "#FFFFFF"}, "border": {"color": GREEN}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": RED, "bg_color": "#FFFFFF"}, "border": {"color": RED}},
)
"""Kept, called in time, missed: told apart by pattern too, for those who see no colours."""
DARKEST = "#6FA5DC"
"""Light enough for dark figures to be read on it."""


def draw(sheet: Sheet, book: Workbook, places: Places, found: Found, words: Words) -> None:
    """Charts from top to bottom; those without a number are left out."""
    sheet.widths(14, *([6.5] * 24))
    sheet.text(0, 0, gettext("Grafik waktu tunggu"), "title")
    if not found.summary["visits"]:
        sheet.text(2, 0, gettext("Tidak ada kunjungan dalam periode ini."), "plain")
        return
    row = _hours(sheet, 2, found, words)
    place(sheet, row, 0, _days(book, places.days), WIDE)
    if not places.minutes.empty:
        place(sheet, row + 18, 0, _minutes(book, places.minutes), WIDE)
        place(sheet, row + 36, 0, _services(book, places.services), HALF)
    if not places.reasons.empty:
        place(sheet, row + 36, 11, _reasons(book, places.reasons), HALF)
    sheet.paper.set_landscape()
    sheet.paper.set_paper(9)  # A4
    sheet.paper.fit_to_pages(1, 1)


def _standing(chart: Any, across: str, **more: Any) -> Any:
    """Columns: how many visits upwards, `across` along the axis."""
    small = {"color": SOFT, "size": 9}
    named = {"name_font": {**small, "bold": False}, "num_font": small}
    chart.set_x_axis({"name": across, **named, "line": {"color": SOFT}, **more})
    lines = {"visible": True, "line": {"color": LINE}}
    chart.set_y_axis({"name": gettext("Kunjungan"), **named, "major_gridlines": lines})
    return chart


def _stacked(book: Workbook, block: Block, gap: int) -> Any:
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    for column, look in enumerate(LOOKS, 1):
        named = {"name": block.heading(column), "categories": block.column(0), "values": block.column(column)}
        chart.add_series({**named, **look, "gap": gap})
    chart.set_legend({"position": "bottom"})
    return chart


def _days(book: Workbook, days: Block) -> Any:
    """Visits as columns, the share kept as a line on an axis of its own; a day on which nobody was judged is a gap."""
    chart = _stacked(book, days, 60)
    share = book.add_chart({"type": "line"})
    line = {"line": {"color": INK, "width": 2}, "marker": {"type": "circle", "size": 5, "fill": {"color": "#FFFFFF"}}}
    named = {"name": days.heading(5), "categories": days.column(0), "values": days.column(5)}
    share.add_series({**named, **line, "y2_axis": True})
    small = {"color": SOFT, "size": 9, "bold": False}
    axis = {"name": gettext("Bagian tepat"), "name_font": small, "num_font": small, "min": 0, "max": 1}
    share.set_y2_axis({**axis, "num_format": "0%"})
    chart.combine(share)
    chart.show_blanks_as("gap")
    titled(chart, gettext("Bagian tepat dan kunjungan per hari"))
    return _standing(chart, "", text_axis=True, num_format="d/m")


def _minutes(book: Workbook, minutes: Block) -> Any:
    """The distribution; the limit is a line that hangs from one point to the axis."""
    chart = _stacked(book, minutes, 15)
    limit = book.add_chart({"type": "line"})
    hangs = {
        "type": "percentage",
        "value": 100,
        "direction": "minus",
        "end_style": 0,
        "line": {"color": INK, "width": 2},
    }
    named = {"name": minutes.heading(4), "categories": minutes.column(0), "values": minutes.column(4)}
    limit.add_series({**named, "line": {"color": INK, "width": 2}, "marker": {"type": "none"}, "y_error_bars": hangs})
    chart.combine(limit)
    titled(chart, gettext("Lama jam sampai mulai dilayani"))
    return _standing(chart, gettext("Menit"))


def _services(book: Workbook, services: Block) -> Any:
    chart = book.add_chart({"type": "bar"})
    looks: tuple[dict[str, Any], ...] = (
        {"fill": {"color": BLUE}},
        {"fill": {"color": BLUE_LINE}, "border": {"color": BLUE}},
        {
            "pattern": {"pattern": "wide_upward_diagonal", "fg_color": INK, "bg_color": "#FFFFFF"},
            "border": {"color": INK},
        },
    )
    for column, look in enumerate(looks, 1):
        named = {"name": services.heading(column), "categories": services.column(0), "values": services.column(column)}
        chart.add_series({**named, **look, "gap": 60})
    chart.set_legend({"position": "bottom"})
    titled(chart, gettext("Lama jam per layanan"))
    return lying(chart, gettext("Menit"))


def _reasons(book: Workbook, reasons: Block) -> Any:
    chart = book.add_chart({"type": "bar"})
    named = {"name": reasons.heading(1), "categories": reasons.column(0), "values": reasons.column(1)}
    chart.add_series({**named, **LOOKS[2], "gap": 60, "data_labels": {"value": True}})
    chart.set_legend({"none": True})
    titled(chart, gettext("Alasan lewat"))
    return lying(chart, gettext("Kunjungan"))


def _hours(sheet: Sheet, row: int, found: Found, words: Words) -> int:
    """Numbers issued by weekday and office hour; the number stands in each cell, so the colour says nothing alone."""
    week = week_of(found.charts["hours"])
    if week is None:
        return row
    sheet.text(row, 0, gettext("Kedatangan menurut hari dan jam (%(zone)s)", zone=found.office.zone_letters), "section")
    for column, hour in enumerate(week.hours, 1):
        sheet.text(row + 1, column, f"{hour:02d}", "hour")
    for down, weekday in enumerate(week.weekdays, row + 2):
        sheet.text(down, 0, words.weekdays[weekday], "plain")
        for column, hour in enumerate(week.hours, 1):
            if (weekday, hour) in week.arrivals:
                sheet.number(down, column, week.arrivals[weekday, hour], "arrivals")
            else:
                sheet.text(down, column, NONE, "silent")
    sheet.colour_scale((row + 2, 1), (row + 1 + len(week.weekdays), len(week.hours)), BLUE_TINT, DARKEST)
    return row + 4 + len(week.weekdays)
