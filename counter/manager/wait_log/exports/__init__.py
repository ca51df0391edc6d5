"""The log as a file: CSV for programs, XLSX for the desk, PDF for whoever asks for a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from flask import Response
from flask_babel import gettext

from counter.manager.saved_file import saved_file
from counter.manager.wait_log.exports.comma_separated import comma_separated
from counter.manager.wait_log.found import Found


class Kind(NamedTuple):
    """A kind of file: what it is called on the net, and who writes it."""

    mimetype: str
    write: Callable[[Found], bytes]


def _spreadsheet(found: Found) -> bytes:
    from counter.manager.wait_log.exports.spreadsheet import spreadsheet  # noqa: PLC0415 # 8 MB that most days need not

    return spreadsheet(found)


def _report(found: Found) -> bytes:
    from counter.manager.wait_log.exports.report import report  # noqa: PLC0415 # 15 MB that most days need not

    return report(found)


KINDS: Mapping[str, Kind] = {
    "csv": Kind("text/csv", comma_separated),
    "xlsx": Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _spreadsheet),
    "pdf": Kind("application/pdf", _report),
}


def export(wanted: str, found: Found) -> Response:
    """The file, named after office and days, to be saved and not shown."""
    kind = KINDS[wanted]
    name = f"{gettext('waktu-tunggu')}-{found.office.code}-{found.choice.first}-{found.choice.last}.{wanted}"
    return saved_file(name, kind.mimetype, lambda: kind.write(found))
