"""The recapitulation of a period as page data, CSV and XLSX: counts alone."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO
from typing import Literal

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import get_locale, gettext

from counter.manager.files.comma_separated import BYTE_ORDER_MARK
from counter.manager.files.harmless import harmless
from counter.manager.period import Period
from counter.manager.saved_file import saved_file
from shared.domain.staff import Role
from shared.front_desk.recap import Counted, recap
from shared.web import allow, asking, desk, parts
from shared.web.views import both

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Asked(Period):
    """The days, and as what."""

    format: Literal["json", "csv", "xlsx"] = "json"


def add_routes(blueprint: APIBlueprint) -> None:
    """One address for the three forms."""

    @blueprint.get("/recap")
    @blueprint.input(Asked, location="query", arg_name="asked")
    @blueprint.doc(summary="Visits by service, channel, institution, occupation and found or not: counts alone")
    @allow(Role.MANAGER)
    def recapitulation(asked: Asked) -> Response:
        office, vault = asking().office, parts().vault
        first, last = asked.days(office, desk().now())
        rows = desk().reading(lambda records: recap(records, office, vault, first, last))
        if asked.format == "json":
            told = [{"table": row.table, "label": both(row.label), "count": row.count} for row in rows]
            return jsonify({"from": first.isoformat(), "to": last.isoformat(), "rows": told})
        name = f"{gettext('rekapitulasi')}-{office.code}-{first}-{last}.{asked.format}"
        mimetype, write = WRITERS[asked.format]
        return saved_file(name, mimetype, lambda: write(rows))


def tables() -> dict[str, str]:
    """What is counted, in the reader's language."""
    return {
        "service": gettext("Layanan"),
        "channel": gettext("Saluran buku tamu"),
        "sex": gettext("Jenis kelamin"),
        "schooling": gettext("Pendidikan"),
        "occupation": gettext("Pekerjaan"),
        "institution_kind": gettext("Kategori instansi"),
        "use": gettext("Pemanfaatan"),
        "age_band": gettext("Umur"),
        "obtained": gettext("Data diperoleh"),
        "institution": gettext("Instansi"),
    }


def _lines(rows: Sequence[Counted]) -> list[tuple[str, str, int]]:
    named, language = tables(), str(get_locale() or "id")
    return [(named[row.table], row.label.in_language(language), row.count) for row in rows]


def _headings() -> tuple[str, str, str]:
    return gettext("Tabel"), gettext("Rincian"), gettext("Jumlah")


def _comma_separated(rows: Sequence[Counted]) -> bytes:
    out = StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(_headings())
    table.writerows([harmless(cell) for cell in line] for line in _lines(rows))
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _spreadsheet(rows: Sequence[Counted]) -> bytes:
    """Every text is written as text, and no cell is a formula (faults.md R1)."""
    from xlsxwriter import Workbook  # noqa: PLC0415 # 8 MB that most days need not

    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(gettext("Rekapitulasi"))
    bold = book.add_format({"bold": True})
    for column, title in enumerate(_headings()):
        sheet.write_string(0, column, title, bold)
    for place, (table, label, count) in enumerate(_lines(rows), 1):
        sheet.write_string(place, 0, table)
        sheet.write_string(place, 1, label)
        sheet.write_number(place, 2, count)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), 2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 48)
    book.close()
    return out.getvalue()


WRITERS: dict[str, tuple[str, Callable[[Sequence[Counted]], bytes]]] = {
    "csv": ("text/csv", _comma_separated),
    "xlsx": (XLSX, _spreadsheet),
}
