"""XLSX: summary, unsur, respondents, SKD, trend, comments, plan and answers, the charts drawn by the spreadsheet."""

from __future__ import annotations

from io import BytesIO

from flask_babel import gettext
from xlsxwriter import Workbook

from counter.manager.files.workbook import PLAIN
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.files.workbook.styles import styles_of
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.spreadsheet import answers, people, skd, summary, trend, unsur


def spreadsheet(found: Found) -> bytes:
    """The workbook. Every text is written as text, and no cell is a formula (faults.md R1)."""
    out = BytesIO()
    book = Workbook(out, PLAIN)
    styles = styles_of(book)
    writers = (
        (gettext("Ringkasan"), summary.write),
        (gettext("Unsur"), unsur.write),
        (gettext("Responden"), people.write),
        ("SKD", skd.write),
        (gettext("Tren"), trend.write),
        (gettext("Saran"), answers.write_comments),
        (gettext("Tindak lanjut"), answers.write_plan),
        (gettext("Jawaban"), answers.write),
    )
    for name, write in writers:
        sheet = Sheet(book.add_worksheet(name), styles)
        write(sheet, book, found)
        sheet.paper.set_landscape()
        sheet.paper.set_paper(9)  # A4
        sheet.paper.fit_to_pages(1, 0)
    book.set_properties({"title": gettext("Laporan Survei Kepuasan Masyarakat"), "author": found.office.name})
    book.close()
    return out.getvalue()
