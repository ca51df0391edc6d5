"""The respondent file written down: codes as numbers, days as days, and words as words that nothing runs."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO

from flask_babel import gettext

from counter.manager.files.comma_separated import BYTE_ORDER_MARK
from counter.manager.files.harmless import harmless
from counter.manager.files.words import days
from counter.manager.files.workbook import PLAIN
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.files.workbook.styles import styles_of
from counter.manager.recap.words import said
from shared.domain.guest_book.respondent import Column, Value
from shared.domain.office import Office
from shared.front_desk.respondents import RespondentFile

Row = Sequence[Value]


def comma_separated(found: RespondentFile, part: str) -> bytes:
    """One of the two blocks."""
    columns, rows = (found.block_one, found.respondents) if part == "respondents" else (found.block_three, found.needs)
    out = StringIO()
    paper = csv.writer(out, lineterminator="\r\n")
    paper.writerow([said(column.title) for column in columns])
    paper.writerows([_written(value) for value in row] for row in rows)
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def spreadsheet(found: RespondentFile, office: Office, period: tuple[date, date]) -> bytes:
    """Both blocks, and what their codes mean."""
    from xlsxwriter import Workbook  # noqa: PLC0415 # 8 MB that most days need not

    out = BytesIO()
    book = Workbook(out, PLAIN)
    styles = styles_of(book)
    names = (gettext("Blok I"), gettext("Blok III"), gettext("Kode"))
    one, three, codes = (Sheet(book.add_worksheet(name), styles) for name in names)
    _write(one, found.block_one, found.respondents)
    _write(three, found.block_three, found.needs)
    _write_codes(codes, found, office, period)
    book.set_properties({"title": gettext("Responden SKD"), "author": office.name})
    book.close()
    return out.getvalue()


def _written(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else "" if value is None else harmless(value)


def _write(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    sheet.headings(0, [said(column.title) for column in columns])
    for place, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            _cell(sheet, place, column, columns[column], value)
    sheet.widths(*(_width(column) for column in columns))
    sheet.paper.freeze_panes(1, 1)
    sheet.paper.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _cell(sheet: Sheet, place: int, at: int, column: Column, value: Value) -> None:
    if isinstance(value, date):
        sheet.moment(place, at, value, "month" if column.name == "month" else "day")
    elif isinstance(value, int):
        sheet.number(place, at, value, "plain")
    elif value is not None:
        sheet.text(place, at, value, "plain")


def _width(column: Column) -> float:
    wide = column.name in ("name", "email", "institution", "services", "detail", "publication")
    return 32 if wide else 16


def _write_codes(sheet: Sheet, found: RespondentFile, office: Office, period: tuple[date, date]) -> None:
    sheet.widths(32, 10, 60)
    sheet.text(0, 0, gettext("Responden SKD"), "title")
    sheet.text(1, 0, f"{office.name}, {days(*period)}", "plain")
    held = gettext("Memuat data pribadi: hanya yang menyetujui survei, dan pembukaannya tercatat.")
    sheet.text(2, 0, held if found.personal else gettext("Tanpa nama, kontak, dan kata-kata."), "plain")
    sheet.headings(4, [gettext("Kolom"), gettext("Kode"), gettext("Arti")])
    row = 4
    for column in (*found.block_one, *found.block_three):
        for option in column.codes.of if column.codes else ():
            row += 1
            sheet.text(row, 0, said(column.title), "row")
            sheet.number(row, 1, option.code)
            sheet.text(row, 2, said(option.text), "row")
