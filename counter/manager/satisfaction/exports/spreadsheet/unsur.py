"""The nine unsur: how often each answer was given, the NRR, and its chart."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext

from counter.manager.files.workbook.block import Block
from counter.manager.files.workbook.charts import lying, place, titled
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.files.workbook.styles import BLUE
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import few, said
from shared.domain.satisfaction import UnsurFigure

WIDE = 720


def write(sheet: Sheet, book: Any, found: Found) -> None:
    """The table and the chart; only the reason where too few answered."""
    figures = found.report.figures
    sheet.widths(6, 44, 9, 9, 9, 9, 12, 16, 12, 14)
    if not figures.told:
        sheet.text(0, 0, few(), "plain")
        return
    titles = ["", gettext("Unsur"), "1", "2", "3", "4", gettext("Dihitung"), gettext("Tidak menjawab"), "NRR", ""]
    sheet.headings(0, titles, range(2, 9))
    lowest, highest = ({unsur.code for unsur in some} for some in (figures.skm.lowest, figures.skm.highest))
    for row, one in enumerate(figures.skm.unsur, 1):
        code = one.unsur.code
        mark = gettext("terendah") if code in lowest else gettext("tertinggi") if code in highest else ""
        _row(sheet, row, one, figures.skm.respondents, str(mark))
    block = Block(sheet.name, 0, len(figures.skm.unsur))
    chart = book.add_chart({"type": "bar"})
    label = {"value": True, "num_format": "0.00"}
    series = {"name": block.heading(8), "categories": block.column(1), "values": block.column(8)}
    chart.add_series({**series, "fill": {"color": BLUE}, "gap": 60, "data_labels": label})
    chart.set_legend({"none": True})
    titled(chart, gettext("Nilai rata-rata per unsur"))
    lying(chart, gettext("Skala 1 sampai 4"), min=1, max=4)
    place(sheet, len(figures.skm.unsur) + 3, 0, chart, WIDE)
    sheet.paper.freeze_panes(1, 0)


def _row(sheet: Sheet, row: int, one: UnsurFigure, respondents: int, mark: str) -> None:
    sheet.text(row, 0, one.unsur.code, "row")
    sheet.text(row, 1, said(one.unsur.name), "row")
    for column, count in enumerate(one.counts, 2):
        sheet.number(row, column, count)
    sheet.number(row, 6, one.answers)
    sheet.number(row, 7, respondents - one.answers)
    sheet.number(row, 8, None if one.nrr is None else float(one.nrr), "mean")
    sheet.text(row, 9, mark, "row")
