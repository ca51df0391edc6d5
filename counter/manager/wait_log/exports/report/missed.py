"""Every visitor to whom the promise was broken, with how long they waited and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import format_date, gettext
from reportlab.platypus import Spacer

from counter.manager.files.paper.pages import WIDTH, section, words
from counter.manager.files.paper.tables import table
from counter.manager.files.words import NONE
from counter.manager.wait_log.exports.words import Words, duration
from counter.manager.wait_log.found import Found
from shared.domain.judged_day import LoggedVisit

MOST = 300
"""So many visits are printed; nobody reads more on paper."""
UNKNOWN = "unexplained"


def story(found: Found, named: Words) -> list[Any]:
    """The table, or that there was nobody."""
    if not found.summary["visits"]:
        return []
    late = [visit for visit in found.visits if visit.visit.verdict == "missed"]
    heading = gettext("Kunjungan yang lewat")
    if not late:
        return [section(heading, words(gettext("Tidak ada kunjungan yang lewat dalam daftar ini.")))]
    return [section(heading, words(_how_many(len(late)), "soft")), Spacer(0, 4), _table(late[:MOST], named)]


def _how_many(count: int) -> str:
    if count <= MOST:
        return str(gettext("%(count)s kunjungan, yang tertua dahulu.", count=count))
    return str(
        gettext(
            "%(most)s dari %(count)s kunjungan, yang tertua dahulu; semuanya ada dalam berkas XLSX.",
            most=MOST,
            count=count,
        )
    )


def _table(late: Sequence[LoggedVisit], named: Words) -> Any:
    titles = [
        gettext("Tanggal"),
        gettext("Nomor"),
        gettext("Layanan"),
        gettext("Meja"),
        gettext("Jam"),
        gettext("Tunggu total"),
        gettext("Alasan"),
    ]
    widths = [56, 38, 128, 44, 44, 62]
    return table(titles, [_row(visit, named) for visit in late], [*widths, WIDTH - sum(widths)], [4, 5])


def _row(logged: LoggedVisit, named: Words) -> list[Any]:
    visit = logged.visit
    return [
        format_date(logged.day, "dd/MM/yyyy"),
        logged.number,
        words(named.service(visit.service), "cell"),
        named.counter(visit.counter) or NONE,
        duration(visit.clock_seconds),
        duration(visit.wait_seconds),
        words(named.reason(logged.cause or UNKNOWN), "cell"),
    ]
