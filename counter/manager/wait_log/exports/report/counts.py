"""The figures of the report, each with what it counts and leaves out, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from reportlab.platypus import Spacer, Table

from counter.manager.files.paper.pages import WIDTH, section, words
from counter.manager.files.paper.tables import table
from counter.manager.wait_log.exports.figures import (
    Count,
    Figure,
    exclusion_counts,
    missed_counts,
    not_judged_counts,
    reading_figures,
    shares,
    spans,
    verdict_counts,
)
from counter.manager.wait_log.exports.heading import remarks
from counter.manager.wait_log.exports.report.cards import cards
from counter.manager.wait_log.exports.report.tables import counts_table
from counter.manager.wait_log.exports.words import Words
from counter.manager.wait_log.found import Found

GAP = 14


def figures(found: Found, named: Words) -> list[Any]:
    """The four figures of the screen, the verdicts, and why visitors were missed; or that nobody came."""
    if not found.summary["visits"]:
        return [section(gettext("Angka"), words(gettext("Tidak ada kunjungan dalam periode ini.")))]
    verdicts = [*verdict_counts(found.summary, named), Count(gettext("Jumlah"), found.summary["visits"])]
    reasons = missed_counts(found.summary, named) or [Count(gettext("Tidak ada yang lewat"), 0)]
    return [
        section(gettext("Angka"), cards(found.summary)),
        Spacer(0, GAP),
        _side_by_side(gettext("Semua kunjungan"), verdicts, gettext("Alasan lewat"), reasons),
    ]


def definition(found: Found) -> Any:
    """What the clock measures."""
    return section(gettext("Yang diukur"), words(" ".join(found.definition)))


def remarks_of(found: Found, named: Words) -> list[Any]:
    """Rehearsals that were left out and emergencies that suspended the clocks; nothing where there were none."""
    said = [words(sentence) for sentence in remarks(found, named)]
    return [section(gettext("Catatan"), *said)] if said else []


def explanations(found: Found, named: Words) -> list[Any]:
    """Every figure with its counts, what is left out and why, and the other readings."""
    if not found.summary["visits"]:
        return []
    excluded = exclusion_counts(found.summary, named)
    not_judged = not_judged_counts(found.summary, named) or [Count(gettext("Semua dinilai"), 0)]
    readings = words(
        gettext(
            "Bagian tepat bila kata-kata janji dibaca dengan cara lain. Dihitung dari semua layanan pada hari yang "
            "sudah ditutup."
        ),
        "soft",
    )
    left_out = _side_by_side(gettext("Alasan tidak dinilai"), not_judged, gettext("Waktu yang dikecualikan"), excluded)
    return [
        section(gettext("Semua angka"), _figures([*shares(found.summary), *spans(found.summary)])),
        section(gettext("Yang tidak dihitung"), left_out),
        section(gettext("Bacaan lain atas janji"), readings, Spacer(0, 4), _readings(reading_figures(found, named))),
    ]


def _side_by_side(left: str, of_left: Sequence[Count], right: str, of_right: Sequence[Count]) -> Any:
    half, visits = (WIDTH - GAP) / 2, gettext("Kunjungan")
    pair = [[counts_table(left, visits, of_left, half), "", counts_table(right, visits, of_right, half)]]
    flat = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return Table(pair, [half, GAP, half], style=[*flat, ("VALIGN", (0, 0), (-1, -1), "TOP")])


def _figures(every: Sequence[Figure]) -> Any:
    titles = [
        gettext("Angka"),
        gettext("Nilai"),
        gettext("Dihitung"),
        gettext("Tidak dihitung"),
        gettext("Yang tidak dihitung"),
    ]
    rows = [
        [words(one.name, "cell"), one.written, str(one.counted), str(one.left_out), words(one.why, "cell")]
        for one in every
    ]
    return table(titles, rows, [148, 46, 46, 64, WIDTH - 304], [1, 2, 3])


def _readings(readings: Sequence[Figure]) -> Any:
    titles = [gettext("Bacaan"), gettext("Tepat"), gettext("Dihitung"), gettext("Tidak dihitung")]
    rows = [[words(one.name, "cell"), one.written, str(one.counted), str(one.left_out)] for one in readings]
    return table(titles, rows, [WIDTH - 186, 60, 60, 66], [1, 2, 3])
