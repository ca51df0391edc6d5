"""The appendices: the questionnaires word for word, the processed answers, and room for what only the office has."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext
from reportlab.platypus import Spacer

from counter.manager.files.paper.pages import WIDTH, chapter, section, words
from counter.manager.files.paper.tables import table
from counter.manager.files.words import NONE
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import decimals, few, said
from shared.domain.satisfaction import SKD_VERSIONS, SKM_VERSIONS, UNSUR, Questionnaire, in_force, of_version
from shared.domain.satisfaction.skm import EXACT_WEIGHT

MOST = 500
"""So many respondents are printed; the CSV has them all."""


def story(found: Found) -> list[Any]:
    """Everything after the conclusion."""
    return [
        *chapter(gettext("Lampiran")),
        *_questionnaire(in_force(SKM_VERSIONS, found.last)),
        *[part for version in found.report.figures.skd for part in _statements(of_version(SKD_VERSIONS, version))],
        *chapter(gettext("Tabel olah data")),
        *_answers(found),
        *chapter(gettext("Dokumentasi dan bukti publikasi")),
        words(gettext("Ditempel kantor: foto pelaksanaan, poster hasil yang dipasang, dan alamat pengumuman."), "body"),
    ]


def _questionnaire(asked: Questionnaire) -> list[Any]:
    rows = []
    for number, one in enumerate(asked.wordings, 1):
        options = "; ".join(f"{value} {said(option)}" for value, option in enumerate(one.options, 1))
        rows.append([str(number), one.code, words(said(one.question), "cell"), words(options, "cell")])
    titles = ["", gettext("Unsur"), gettext("Pertanyaan"), gettext("Jawaban")]
    return [section(gettext("Kuesioner SKM"), table(titles, rows, [20, 36, 235, WIDTH - 291], [])), Spacer(0, 6)]


def _statements(asked: Questionnaire) -> list[Any]:
    rows = [[one.code[1:], words(said(one.question), "cell")] for one in asked.wordings]
    heading = gettext("Kuesioner SKD %(year)s, skala 1 sampai 10", year=asked.version.split("-")[1])
    return [section(heading, table(["", gettext("Rincian")], rows, [24, WIDTH - 24], []))]


def _answers(found: Found) -> list[Any]:
    figures = found.report.figures
    if not figures.told:
        return [words(few(), "body")]
    codes = [unsur.code for unsur in UNSUR]
    rows = [
        [str(number), *[str(given.get(code, NONE)) for code in codes]]
        for number, given in enumerate(figures.answers[:MOST], 1)
    ]
    nrr = [one.nrr for one in figures.skm.unsur]
    sums = [sum(value * count for value, count in enumerate(one.counts, 1)) for one in figures.skm.unsur]
    rows += [
        [gettext("Jumlah nilai"), *map(str, sums)],
        [gettext("Menjawab"), *[str(one.answers) for one in figures.skm.unsur]],
        ["NRR", *[decimals(one) for one in nrr]],
        [gettext("NRR × 1/9"), *[decimals(None if one is None else one * EXACT_WEIGHT, 4) for one in nrr]],
    ]
    note = gettext(
        "%(shown)s dari %(count)s responden, dalam urutan acak; semuanya ada dalam berkas CSV.",
        shown=min(MOST, len(figures.answers)),
        count=len(figures.answers),
    )
    narrow = (WIDTH - 90) / len(codes)
    titles = [gettext("Responden"), *codes]
    return [words(note, "soft"), Spacer(0, 4), table(titles, rows, [90, *[narrow] * len(codes)], range(1, 10))]
