"""The log of requests as a file: numbers and times, nothing that anybody wrote."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

from flask_babel import gettext

from counter.manager.files.comma_separated import BYTE_ORDER_MARK
from counter.manager.files.harmless import harmless
from counter.manager.files.workbook import XLSX
from counter.manager.request_log.words import channel_words, reason_words, state_words, verdict_words

Row = Mapping[str, Any]
Cell = str | int | datetime | None


def _headings() -> list[str]:
    return [
        gettext("Nomor"),
        gettext("Saluran"),
        gettext("Layanan"),
        gettext("Keadaan"),
        gettext("Petugas"),
        gettext("Diterima"),
        gettext("Jam mulai"),
        gettext("Paling lambat"),
        gettext("Jawaban pertama"),
        gettext("Informasi diberikan"),
        gettext("Ditutup"),
        gettext("Janji (hari kerja)"),
        gettext("Lama (hari kerja)"),
        gettext("Putusan"),
        gettext("Alasan"),
    ]


def _cells(row: Row) -> list[Cell]:
    return [
        row["number"],
        channel_words()[row["channel"]],
        row["service"],
        state_words()[row["state"]],
        row["officer"],
        *(_moment(row[name]) for name in ("received_at", "clock_started_at", "due_at")),
        *(_moment(row[name]) for name in ("first_answer_at", "information_at", "ended_at")),
        row["promised_days"],
        row["days"],
        verdict_words()[row["verdict"]],
        reason_words().get(row["reason"] or "", row["reason"]),
    ]


def _moment(written: str | None) -> datetime | None:
    """The office's own time, as a spreadsheet keeps it: without a zone, to the second."""
    return datetime.fromisoformat(written).replace(tzinfo=None, microsecond=0) if written else None


def _comma_separated(rows: Sequence[Row]) -> bytes:
    out = StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(_headings())
    table.writerows([harmless(cell) for cell in _cells(row)] for row in rows)
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _spreadsheet(rows: Sequence[Row]) -> bytes:
    """Real dates, a frozen head, and no cell that is a formula (faults.md R1)."""
    from xlsxwriter import Workbook  # noqa: PLC0415 # 8 MB that most days need not

    from counter.manager.files.workbook import PLAIN  # noqa: PLC0415 # which needs it too
    from counter.manager.files.workbook.sheet import Sheet  # noqa: PLC0415
    from counter.manager.files.workbook.styles import styles_of  # noqa: PLC0415

    out = BytesIO()
    book = Workbook(out, PLAIN)
    sheet = Sheet(book.add_worksheet(gettext("Permintaan")), styles_of(book))
    sheet.headings(0, _headings())
    sheet.widths(16, *[18] * (len(_headings()) - 1))
    for place, row in enumerate(rows, 1):
        for column, cell in enumerate(_cells(row)):
            if isinstance(cell, datetime):
                sheet.moment(place, column, cell, "day_and_hour")
            elif isinstance(cell, int):
                sheet.number(place, column, cell, "plain")
            elif cell:
                sheet.text(place, column, cell, "plain")
    sheet.paper.freeze_panes(1, 0)
    sheet.paper.autofilter(0, 0, max(len(rows), 1), len(_headings()) - 1)
    book.close()
    return out.getvalue()


WRITERS: dict[str | None, tuple[str, Callable[[Sequence[Row]], bytes]]] = {
    "csv": ("text/csv", _comma_separated),
    "xlsx": (XLSX, _spreadsheet),
}
