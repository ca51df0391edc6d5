"""The register as a file: rows and times, without a word of what was said and without the codes.

Whoever holds a code may have the complaint erased, so a file that is passed around names each by its register number.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from flask_babel import get_locale, gettext

from counter.manager.files.comma_separated import BYTE_ORDER_MARK
from counter.manager.files.harmless import harmless
from counter.manager.files.workbook import XLSX
from shared.domain.complaint import LIMITS

Row = Mapping[str, Any]
Cell = str | int | date | datetime | None


def state_words() -> dict[str, str]:
    """Where a complaint stands, in the reader's language."""
    return {
        "received": gettext("Diterima"),
        "answered": gettext("Dijawab"),
        "forwarded": gettext("Diteruskan"),
        "settled": gettext("Selesai"),
        "withdrawn": gettext("Dicabut"),
    }


def channel_words() -> dict[str, str]:
    """How it came."""
    return {
        "kiosk": gettext("Kios"),
        "phone": gettext("Ponsel pengguna"),
        "officer": gettext("Lisan di meja"),
        "telephone": gettext("Telepon"),
        "email": gettext("E-mail"),
        "letter": gettext("Surat"),
    }


def _headings() -> list[str]:
    return [
        gettext("No."),
        gettext("Jenis"),
        gettext("Saluran"),
        gettext("Anonim"),
        gettext("Diterima"),
        gettext("Jawaban pertama paling lambat"),
        gettext("Dijawab"),
        gettext("Selesai paling lambat"),
        gettext("Selesai"),
        gettext("Keadaan"),
        gettext("Lewat batas"),
        gettext("Isi dihapus"),
    ]


def _cells(row: Row) -> list[Cell]:
    language, yes, no = str(get_locale() or "id"), gettext("ya"), gettext("tidak")
    late = {"first_answer": gettext("jawaban pertama"), "settled": gettext("penyelesaian")}
    return [
        row["id"],
        LIMITS[row["kind"]].name.in_language(language),
        channel_words()[row["channel"]],
        yes if row["anonymous"] else no,
        _moment(row["received_at"]),
        date.fromisoformat(row["first_answer_due"]),
        _moment(row["answered_at"]),
        date.fromisoformat(row["settled_due"]),
        _moment(row["ended_at"]),
        state_words()[row["state"]],
        ", ".join(late[name] for name in row["late"]),
        yes if row["erased"] else no,
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
    sheet = Sheet(book.add_worksheet(gettext("Pengaduan")), styles_of(book))
    sheet.headings(0, _headings())
    sheet.widths(6, *[20] * (len(_headings()) - 1))
    for place, row in enumerate(rows, 1):
        for column, cell in enumerate(_cells(row)):
            if isinstance(cell, date):
                sheet.moment(place, column, cell, "day_and_hour" if isinstance(cell, datetime) else "day")
            elif isinstance(cell, int):
                sheet.number(place, column, cell, "plain")
            elif cell:
                sheet.text(place, column, cell, "plain")
    sheet.paper.freeze_panes(1, 0)
    sheet.paper.autofilter(0, 0, max(len(rows), 1), len(_headings()) - 1)
    book.close()
    return out.getvalue()


WRITERS: dict[str, tuple[str, Callable[[Sequence[Row]], bytes]]] = {
    "csv": ("text/csv", _comma_separated),
    "xlsx": (XLSX, _spreadsheet),
}
