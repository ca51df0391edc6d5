"""Who answered, five tables of counts."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext

from counter.manager.files.workbook.sheet import Sheet
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import few, said
from counter.manager.satisfaction.traits import characteristics


def write(sheet: Sheet, book: Any, found: Found) -> None:  # noqa: ARG001 # as every sheet
    """The tables, one below the other."""
    sheet.widths(46, 14)
    if not found.report.figures.told:
        sheet.text(0, 0, few(), "plain")
        return
    row = 0
    for one in characteristics(found):
        sheet.headings(row, [said(one.title), gettext("Responden")], [1])
        for label, count in one.groups:
            row += 1
            sheet.text(row, 0, said(label), "row")
            sheet.number(row, 1, count)
        if one.together:
            row += 1
            sheet.text(row, 0, gettext("Tidak diisi atau tidak dibedakan"), "row")
            sheet.number(row, 1, one.together)
        row += 3
