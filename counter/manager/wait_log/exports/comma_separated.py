"""CSV: the contract's columns, one visit a line."""

from __future__ import annotations

import csv
from io import StringIO

from counter.manager.files.comma_separated import BYTE_ORDER_MARK
from counter.manager.files.harmless import harmless
from counter.manager.wait_log.found import Found
from counter.manager.wait_log.rows import log_row

COLUMNS = (
    "number",
    "service",
    "leg",
    "counter",
    "officer",
    "issued_at",
    "clock_started_at",
    "first_called_at",
    "started_at",
    "finished_at",
    "clock_seconds",
    "wait_seconds",
    "service_seconds",
    "verdict",
    "reason",
)


def comma_separated(found: Found) -> bytes:
    """The listed visits, oldest first."""
    out = StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for visit in found.visits:
        row = log_row(visit, found.office, found.names)
        table.writerow({column: harmless(row[column]) for column in COLUMNS})
    return (BYTE_ORDER_MARK + out.getvalue()).encode()
