"""XLSX: the summary, the visits, and the charts drawn by the spreadsheet itself."""

from __future__ import annotations

from io import BytesIO

from flask_babel import gettext
from xlsxwriter import Workbook

from counter.manager.files.workbook import PLAIN
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.files.workbook.styles import styles_of
from counter.manager.wait_log.exports.spreadsheet import charts_sheet, data_sheet, summary_sheet, visits_sheet
from counter.manager.wait_log.exports.words import words_of
from counter.manager.wait_log.found import Found


def spreadsheet(found: Found) -> bytes:
    """The workbook. Every text is written as text, and no cell is a formula (faults.md R1)."""
    out = BytesIO()
    book = Workbook(out, PLAIN)
    words, styles = words_of(found.office), styles_of(book)
    summary, charts, visits, data = (
        Sheet(book.add_worksheet(name), styles)
        for name in (gettext("Ringkasan"), gettext("Grafik"), gettext("Kunjungan"), gettext("Data grafik"))
    )
    summary_sheet.write(summary, found, words)
    visits_sheet.write(visits, found, words)
    places = data_sheet.write(data, found, words)
    charts_sheet.draw(charts, book, places, found, words)
    book.set_properties({"title": gettext("Laporan waktu tunggu"), "author": found.office.name})
    book.close()
    return out.getvalue()
