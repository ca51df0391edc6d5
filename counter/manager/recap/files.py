"""The recapitulation as files; every text is text, every count a number, and no cell is a formula (faults.md R1)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO, StringIO

from flask_babel import gettext

from counter.manager.files.comma_separated import BYTE_ORDER_MARK
from counter.manager.files.harmless import harmless
from counter.manager.files.heading import office_facts, program
from counter.manager.files.words import at_clock, days
from counter.manager.files.workbook import PLAIN
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.files.workbook.styles import styles_of
from counter.manager.recap.words import remarks, said, titles, units
from shared.domain.office import Office
from shared.domain.text import Text
from shared.front_desk.recap import Line, Recap, Table

MONTH = "month"


def comma_separated(found: Recap) -> bytes:
    """One line for each count, and two below each table: what it counts and what it leaves out."""
    out = StringIO()
    paper = csv.writer(out, lineterminator="\r\n")
    paper.writerow((gettext("Tabel"), gettext("Bagian dari"), gettext("Rincian"), gettext("Jumlah")))
    named = titles()
    for table in found.tables:
        title = named[table.name]
        for line in table.lines:
            paper.writerow([harmless(cell) for cell in (title, _below(line), said(line.label), line.count)])
        paper.writerow([title, "", gettext("Dihitung"), table.counted])
        paper.writerow([title, "", gettext("Tidak dijawab"), table.left_out])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def spreadsheet(found: Recap, office: Office, period: tuple[date, date], now: datetime) -> bytes:
    """A sheet to read first, and one with every table below the other."""
    from xlsxwriter import Workbook  # noqa: PLC0415 # 8 MB that most days need not

    out = BytesIO()
    book = Workbook(out, PLAIN)
    styles = styles_of(book)
    first, tables = (Sheet(book.add_worksheet(name), styles) for name in (gettext("Keterangan"), gettext("Tabel")))
    _write_first(first, found, office, period, now)
    _write_tables(tables, found)
    book.set_properties({"title": gettext("Rekapitulasi"), "author": office.name})
    book.close()
    return out.getvalue()


def _write_first(sheet: Sheet, found: Recap, office: Office, period: tuple[date, date], now: datetime) -> None:
    sheet.widths(28, 100)
    sheet.text(0, 0, gettext("Rekapitulasi"), "title")
    facts = [
        *office_facts(office),
        (gettext("Periode"), days(*period)),
        (gettext("Dibuat"), at_clock(now, office)),
        (gettext("Program"), program()),
    ]
    for row, (name, text) in enumerate(facts, 2):
        sheet.text(row, 0, name, "name")
        sheet.text(row, 1, text)
    last = len(facts) + 3
    counts = (gettext("Kunjungan"), found.visits), (gettext("Rombongan"), found.groups)
    for row, (name, count) in enumerate((*counts, (gettext("Tamu kantor"), found.receptions)), last):
        sheet.text(row, 0, name, "name")
        sheet.number(row, 1, count)
    for row, remark in enumerate(remarks(found), last + 4):
        sheet.wide(row, 0, 1, remark, "soft")


def _write_tables(sheet: Sheet, found: Recap) -> None:
    sheet.widths(28, 34, 48, 12)
    named, counted = titles(), units()
    sheet.headings(0, [gettext("Tabel"), gettext("Bagian dari"), gettext("Rincian"), gettext("Jumlah")], [3])
    row = 0
    for table in found.tables:
        for line in _with_foot(table, counted[table.unit]):
            row += 1
            sheet.text(row, 0, named[table.name], "row")
            sheet.text(row, 1, _below(line), "row")
            _label(sheet, row, table, line)
            sheet.number(row, 3, line.count)
    sheet.paper.freeze_panes(1, 0)
    sheet.paper.autofilter(0, 0, max(row, 1), 3)


def _label(sheet: Sheet, row: int, table: Table, line: Line) -> None:
    """A month is a day that the spreadsheet can reckon with."""
    if table.name == MONTH and line.label.id[:4].isdigit():
        sheet.moment(row, 2, date.fromisoformat(f"{line.label.id}-01"), "month")
    else:
        sheet.text(row, 2, said(line.label), "row")


def _with_foot(table: Table, unit: str) -> Iterator[Line]:
    yield from table.lines
    counted, unsaid = gettext("Dihitung, %(unit)s", unit=unit), gettext("Tidak dijawab")
    yield Line(label=Text(counted, counted), count=table.counted)
    yield Line(label=Text(unsaid, unsaid), count=table.left_out)


def _below(line: Line) -> str:
    """The category of an institution; for a sum the answers that it holds together."""
    return said(line.below) if line.below else "; ".join(said(text) for text in line.pooled)
