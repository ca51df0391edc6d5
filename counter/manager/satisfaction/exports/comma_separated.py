"""CSV: the answers as `pst skm` reads them, a respondent a line; nobody's traits, day or service beside them."""

from __future__ import annotations

import csv
from io import StringIO

from counter.manager.files.comma_separated import BYTE_ORDER_MARK
from counter.manager.satisfaction.asked import Found
from shared.domain.satisfaction import UNSUR


def comma_separated(found: Found) -> bytes:
    """The respondents of the SKM; an empty cell was not answered. Of fewer than five people only the heading."""
    out = StringIO()
    table = csv.DictWriter(out, [unsur.code for unsur in UNSUR], lineterminator="\r\n")
    table.writeheader()
    table.writerows(found.report.figures.answers)
    return (BYTE_ORDER_MARK + out.getvalue()).encode()
