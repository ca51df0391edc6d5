"""The index from period to period, with its chart."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext

from counter.manager.files.workbook.block import Block
from counter.manager.files.workbook.charts import place, titled
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.files.workbook.styles import BLUE
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import periods, sample_words

WIDE = 720


def write(sheet: Sheet, book: Any, found: Found) -> None:
    """A row for each period; one without an index is a gap of the line."""
    sheet.widths(14, 14, 12, 12, 8, 28)
    titles = [
        gettext("Dari"),
        gettext("Sampai"),
        gettext("Responden"),
        "IKM",
        gettext("Mutu"),
        gettext("Sampel"),
    ]
    sheet.headings(0, titles, [2, 3])
    every = periods(found)
    for row, one in enumerate(every, 1):
        skm = one.skm
        sheet.moment(row, 0, one.first, "day")
        sheet.moment(row, 1, one.last, "day")
        sheet.number(row, 2, skm.respondents)
        sheet.number(row, 3, float(skm.index.value) if skm.index else None, "figure")
        sheet.text(row, 4, skm.index.grade.letter if skm.index else "", "row")
        sheet.text(row, 5, sample_words(one.sample), "row")
    block = Block(sheet.name, 0, len(every))
    chart = book.add_chart({"type": "line"})
    series = {"name": block.heading(3), "categories": block.column(0), "values": block.column(3)}
    look = {"line": {"color": BLUE, "width": 2}, "marker": {"type": "circle", "size": 6}}
    chart.add_series({**series, **look, "data_labels": {"value": True, "position": "above", "num_format": "0.00"}})
    chart.set_legend({"none": True})
    chart.show_blanks_as("gap")
    chart.set_x_axis({"num_format": "mmm yyyy", "text_axis": True})
    chart.set_y_axis({"min": 25, "max": 100, "num_format": "0"})
    titled(chart, gettext("Indeks Kepuasan Masyarakat antarperiode"))
    place(sheet, len(every) + 3, 0, chart, WIDE)
    sheet.paper.freeze_panes(1, 0)
