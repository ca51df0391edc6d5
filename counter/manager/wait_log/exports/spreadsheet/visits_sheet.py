"""A row for each visit: the contract's columns in the reader's words, with real times and durations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from flask_babel import gettext

from counter.manager.files.workbook.sheet import Sheet
from counter.manager.wait_log.exports.words import Words
from counter.manager.wait_log.found import Found
from shared.domain.judged_day import LoggedVisit
from shared.domain.office import Office

NUMBERS = ("moment", "clock", "wait")
Value = Callable[[LoggedVisit], object]


class Column(NamedTuple):
    """A column: its heading, its width in letters, and how it is written."""

    title: str
    width: float
    style: str
    value: Value


def write(sheet: Sheet, found: Found, words: Words) -> None:
    """The listed visits, oldest first."""
    columns = [*_what(found, words), *_when(found.office), *_how_long(), *_verdict(words)]
    sheet.widths(*(column.width for column in columns))
    sheet.headings(0, [column.title for column in columns], {at for at, c in enumerate(columns) if c.style in NUMBERS})
    sheet.paper.set_row(0, 34)
    sheet.paper.freeze_panes(1, 2)
    sheet.paper.autofilter(0, 0, max(len(found.visits), 1), len(columns) - 1)
    for row, visit in enumerate(found.visits, 1):
        _row(sheet, row, columns, visit)
    if not found.visits:
        sheet.text(1, 0, gettext("Tidak ada kunjungan dalam periode ini."), "plain")
    sheet.paper.set_landscape()
    sheet.paper.set_paper(9)  # A4
    sheet.paper.fit_to_pages(1, 0)
    sheet.paper.repeat_rows(0)


def _row(sheet: Sheet, row: int, columns: Sequence[Column], visit: LoggedVisit) -> None:
    for column, (_, _, style, value) in enumerate(columns):
        given = value(visit)
        if style in ("day", "moment"):
            sheet.moment(row, column, given, style)  # type: ignore[arg-type] # its column gives a day or a moment
        elif style in ("clock", "wait"):
            sheet.span(row, column, given, style)  # type: ignore[arg-type] # its column gives seconds
        elif isinstance(given, int):
            sheet.number(row, column, given, style)
        elif given:
            sheet.text(row, column, str(given), style)


def _what(found: Found, words: Words) -> list[Column]:
    return [
        Column(gettext("Tanggal"), 12, "day", lambda v: v.day),
        Column(gettext("Nomor"), 9, "plain", lambda v: v.number),
        Column(gettext("Bagian"), 8, "middle", lambda v: v.visit.leg),
        Column(gettext("Layanan"), 28, "plain", lambda v: words.service(v.visit.service)),
        Column(gettext("Meja"), 10, "plain", lambda v: words.counter(v.visit.counter)),
        Column(gettext("Petugas"), 22, "plain", lambda v: found.names.get(v.officer or 0)),
    ]


def _when(office: Office) -> list[Column]:
    def local(moment: datetime | None) -> datetime | None:
        return moment and moment.astimezone(office.time_zone)

    def column(title: str, value: Callable[[LoggedVisit], datetime | None]) -> Column:
        in_zone = gettext("%(title)s (%(zone)s)", title=title, zone=office.zone_letters)
        return Column(in_zone, 13, "moment", lambda visit: local(value(visit)))

    return [
        column(gettext("Terbit"), lambda v: v.visit.issued_at),
        column(gettext("Jam mulai"), lambda v: v.visit.clock_started_at),
        column(gettext("Panggilan 1"), lambda v: v.visit.first_called_at),
        column(gettext("Mulai layani"), lambda v: v.visit.started_at),
        column(gettext("Selesai"), lambda v: v.visit.finished_at),
    ]


def _how_long() -> list[Column]:
    return [
        Column(gettext("Jam (menit:detik)"), 12, "clock", lambda v: v.visit.clock_seconds),
        Column(gettext("Tunggu total"), 12, "wait", lambda v: v.visit.wait_seconds),
        Column(gettext("Lama layanan"), 12, "wait", lambda v: v.visit.service_seconds),
    ]


def _verdict(words: Words) -> list[Column]:
    return [
        Column(gettext("Hasil"), 16, "middle", lambda v: words.verdicts[v.visit.verdict]),
        Column(gettext("Alasan"), 30, "plain", lambda v: words.reason(v.cause)),
        Column(gettext("Menurut jurnal"), 24, "plain", lambda v: words.reason(v.visit.reason)),
        Column(gettext("Waktu dikecualikan"), 32, "plain", lambda v: words.exclusions.get(v.visit.exclusion or "")),
    ]
