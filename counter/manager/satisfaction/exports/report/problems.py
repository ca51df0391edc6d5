"""The fourth and the fifth chapter: what is wrong, what is done about it, how it went before, and the conclusion."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from flask_babel import format_date, format_percent, gettext
from reportlab.platypus import Spacer

from counter.manager.files.paper.pages import WIDTH, chapter, section, words
from counter.manager.files.paper.tables import table
from counter.manager.files.words import NONE, days
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.report import pictures
from counter.manager.satisfaction.exports.words import (
    decimals,
    few,
    index_words,
    periods,
    said,
    sample_words,
    state_words,
)
from shared.domain.satisfaction import UnsurFigure
from shared.front_desk.follow_ups import Planned

LOOKED_AT = 3
"""So many unsur, the lowest first, are looked at."""
LOW_ANSWERS = 2
"""The answers 1 and 2 say that something is wrong."""


def story(found: Found) -> list[Any]:
    """The two chapters."""
    plan = found.report.plan
    none_before, none = gettext("Tidak ada rencana periode lalu."), gettext("Belum ada rencana untuk periode ini.")
    return [
        *chapter(gettext("Bab IV. Analisis dan tindak lanjut")),
        section(gettext("Analisis masalah"), *_analysis(found)),
        section(gettext("Rencana tindak lanjut"), *_plan(plan.now, none)),
        section(gettext("Tren antarperiode"), *_trend(found)),
        section(gettext("Tindak lanjut periode lalu"), *_plan(plan.before, none_before)),
        *chapter(gettext("Bab V. Kesimpulan")),
        *[words(sentence, "body") for sentence in _conclusion(found)],
    ]


def _lowest(found: Found) -> list[UnsurFigure]:
    answered = [one for one in found.report.figures.skm.unsur if one.nrr is not None]
    return sorted(answered, key=lambda one: one.nrr or Fraction())[:LOOKED_AT]


def _analysis(found: Found) -> list[Any]:
    if not found.report.figures.told:
        return [words(few(), "body")]
    titles = [
        gettext("Unsur"),
        "NRR",
        gettext("Menjawab 1 atau 2"),
        gettext("Dari periode lalu"),
        gettext("Dalam rencana"),
    ]
    planned = {line.said.unsur for line in found.report.plan.now}
    earlier = found.report.before[-1].skm.nrr
    rows = [
        [
            words(f"{one.unsur.code} {said(one.unsur.name)}", "cell"),
            decimals(one.nrr),
            _low(one),
            _change(one.nrr, earlier[one.unsur.code]),
            gettext("ya") if one.unsur.code in planned else gettext("belum"),
        ]
        for one in _lowest(found)
    ]
    lead = gettext("Tiga unsur dengan nilai terendah, yang terendah dahulu. Di sinilah perbaikan dimulai.")
    cause = gettext("Penyebab menurut kantor:")
    return [
        words(lead, "body"),
        table(titles, rows, [WIDTH - 330, 50, 100, 100, 80], [1, 2, 3]),
        Spacer(0, 8),
        words(cause, "body"),
        *[words("_" * 92, "soft") for _ in range(3)],
    ]


def _low(one: UnsurFigure) -> str:
    low = sum(one.counts[:LOW_ANSWERS])
    return f"{low} ({format_percent(low / one.answers, '0%')})"


def _change(now: Fraction | None, before: Fraction | None) -> str:
    if now is None or before is None:
        return NONE
    change = now - before
    return f"+{decimals(change)}" if change > 0 else decimals(change)


def _plan(lines: Sequence[Planned], none: str) -> list[Any]:
    if not lines:
        return [words(none, "body")]
    titles = [gettext("Unsur"), gettext("Program"), gettext("Waktu"), gettext("Penanggung jawab"), gettext("Keadaan")]
    rows = [
        [
            line.said.unsur,
            words(line.said.programme, "cell"),
            format_date(line.said.due, "d MMM yyyy"),
            words(line.said.in_charge, "cell"),
            state_words(line.said.state),
        ]
        for line in lines
    ]
    return [table(titles, rows, [38, WIDTH - 308, 80, 125, 65], [])]


def _trend(found: Found) -> list[Any]:
    titles = [gettext("Periode"), gettext("Responden"), "IKM", gettext("Sampel")]
    rows = [
        [
            words(days(one.first, one.last), "cell"),
            str(one.skm.respondents),
            index_words(one.skm.index),
            words(sample_words(one.sample), "cell"),
        ]
        for one in periods(found)
        if one.skm.respondents
    ]
    if not rows:
        return [words(gettext("Belum ada responden."), "body")]
    return [pictures.trend(found, WIDTH), table(titles, rows, [WIDTH - 300, 60, 120, 120], [1])]


def _conclusion(found: Found) -> list[str]:
    figures, before = found.report.figures, found.report.before[-1]
    if not figures.told or figures.skm.index is None:
        return [few() if not figures.told else str(gettext("Indeks belum dapat dihitung: ada unsur tanpa jawaban."))]
    sentences = [
        gettext(
            "IKM periode ini %(index)s dari %(count)s responden; dengan pembobot dibulatkan 0,11 %(rounded)s. "
            "Sampel %(sample)s.",
            index=index_words(figures.skm.index),
            count=figures.skm.respondents,
            rounded=index_words(figures.skm.index_rounded_weight),
            sample=sample_words(figures.sample),
        ),
        gettext(
            "Unsur terendah %(lowest)s, tertinggi %(highest)s.",
            lowest=", ".join(said(unsur.name) for unsur in figures.skm.lowest),
            highest=", ".join(said(unsur.name) for unsur in figures.skm.highest),
        ),
        gettext("Rencana tindak lanjut memuat %(count)s tindakan.", count=len(found.report.plan.now)),
    ]
    if before.skm.index is not None:
        sentences.insert(1, gettext("Periode lalu %(index)s.", index=index_words(before.skm.index)))
    return [str(sentence) for sentence in sentences]
