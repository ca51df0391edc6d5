"""The satisfaction of visitors as files: answers for programs, a workbook, the report, and a poster for the wall."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from flask import Response
from flask_babel import gettext

from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.comma_separated import comma_separated
from counter.manager.saved_file import saved_file

PDF = "application/pdf"


class Kind(NamedTuple):
    """A kind of file: how its name ends, what it is called on the net, and who writes it."""

    ending: str
    mimetype: str
    write: Callable[[Found], bytes]


def _spreadsheet(found: Found) -> bytes:
    from counter.manager.satisfaction.exports.spreadsheet import spreadsheet  # noqa: PLC0415 # 8 MB, needed seldom

    return spreadsheet(found)


def _report(found: Found) -> bytes:
    from counter.manager.satisfaction.exports.report import report  # noqa: PLC0415 # 15 MB that most days need not

    return report(found)


def _poster(found: Found) -> bytes:
    from counter.manager.satisfaction.exports.poster import poster  # noqa: PLC0415 # likewise

    return poster(found)


KINDS: Mapping[str, Kind] = {
    "csv": Kind("csv", "text/csv", comma_separated),
    "xlsx": Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _spreadsheet),
    "pdf": Kind("pdf", PDF, _report),
    "poster": Kind("pdf", PDF, _poster),
}


def export(wanted: str, found: Found) -> Response:
    """The file, named after office, service and days, to be saved and not shown."""
    kind = KINDS[wanted]
    what = gettext("poster-kepuasan") if wanted == "poster" else gettext("kepuasan")
    parts = [what, found.office.code, found.service, f"{found.first}", f"{found.last}.{kind.ending}"]
    return saved_file("-".join(part for part in parts if part), kind.mimetype, lambda: kind.write(found))
