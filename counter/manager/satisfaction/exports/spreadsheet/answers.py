"""Comments, the plan, and the answers of each respondent: what people wrote is text, whatever it begins with."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext

from counter.manager.files.harmless import harmless
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import few, state_words
from shared.domain.satisfaction import UNSUR


def write_comments(sheet: Sheet, book: Any, found: Found) -> None:  # noqa: ARG001 # as every sheet
    """Without a name, a day or a visit."""
    sheet.widths(110)
    sheet.headings(0, [gettext("Saran dan masukan")])
    figures = found.report.figures
    for row, comment in enumerate(figures.comments if figures.comments_told else [few()], 1):
        sheet.text(row, 0, str(harmless(comment)), "row")
    sheet.paper.freeze_panes(1, 0)


def write_plan(sheet: Sheet, book: Any, found: Found) -> None:  # noqa: ARG001 # as every sheet
    """The plan of the period, and that of the period before."""
    sheet.widths(16, 8, 60, 14, 30, 12)
    titles = [
        gettext("Periode"),
        gettext("Unsur"),
        gettext("Program"),
        gettext("Waktu"),
        gettext("Penanggung jawab"),
        gettext("Keadaan"),
    ]
    sheet.headings(0, titles)
    plan = found.report.plan
    lines = [(gettext("Periode ini"), line) for line in plan.now] + [
        (gettext("Periode lalu"), line) for line in plan.before
    ]
    for row, (period, line) in enumerate(lines, 1):
        sheet.text(row, 0, period, "row")
        sheet.text(row, 1, line.said.unsur, "row")
        sheet.text(row, 2, str(harmless(line.said.programme)), "row")
        sheet.moment(row, 3, line.said.due, "day")
        sheet.text(row, 4, str(harmless(line.said.in_charge)), "row")
        sheet.text(row, 5, state_words(line.said.state), "row")
    sheet.paper.freeze_panes(1, 0)


def write(sheet: Sheet, book: Any, found: Found) -> None:  # noqa: ARG001 # as every sheet
    """The table of processed data; an empty cell was not answered."""
    codes = [unsur.code for unsur in UNSUR]
    sheet.widths(12, *[7] * len(codes))
    sheet.headings(0, [gettext("Responden"), *codes], range(10))
    for row, given in enumerate(found.report.figures.answers, 1):
        sheet.number(row, 0, row)
        for column, code in enumerate(codes, 1):
            sheet.number(row, column, given.get(code))
    sheet.paper.freeze_panes(1, 0)
