"""The sheet to read first: whose figures, of which days, the index and how far the sample is."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext

from counter.manager.files.heading import Fact, office_facts, program
from counter.manager.files.words import at_clock, days
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import asked_about, few, said, sample_words
from shared.domain.satisfaction import Index, Sample, Skm

LAST_COLUMN = 8


def write(sheet: Sheet, book: Any, found: Found) -> None:  # noqa: ARG001 # as every sheet
    """Facts, figures, and a row for each service."""
    sheet.widths(36, 12, 12, 12, 14, 12, 8, 18, 26)
    sheet.text(0, 0, gettext("Survei Kepuasan Masyarakat"), "title")
    row = 2
    for fact in _facts(found):
        sheet.text(row, 0, fact.name, "name")
        sheet.wide(row, 1, LAST_COLUMN, fact.text)
        row += 1
    _table(sheet, row + 1, found)


def _facts(found: Found) -> list[Fact]:
    figures = found.report.figures
    counted = gettext(
        "%(returned)s masuk, %(count)s dihitung, %(left)s tanpa satu jawaban pun, %(complete)s lengkap sembilan unsur",
        returned=figures.returned,
        count=figures.skm.respondents,
        left=figures.returned - figures.skm.respondents,
        complete=figures.complete,
    )
    facts = [
        *office_facts(found.office),
        Fact(gettext("Periode"), days(found.first, found.last)),
        Fact(gettext("Layanan"), asked_about(found)),
        Fact(gettext("Kuesioner"), counted),
        Fact(gettext("Dibuat"), at_clock(found.made_at, found.office)),
        Fact(gettext("Program"), program()),
    ]
    return facts if figures.told else [*facts, Fact(gettext("Catatan"), few())]


def _table(sheet: Sheet, row: int, found: Found) -> None:
    figures = found.report.figures
    titles = [
        gettext("Layanan"),
        gettext("Populasi"),
        gettext("Diperlukan"),
        gettext("Menjawab"),
        gettext("Tidak menjawab"),
        "IKM",
        gettext("Mutu"),
        gettext("Pembobot dibulatkan 0,11"),
        gettext("Sampel"),
    ]
    sheet.headings(row, titles, [1, 2, 3, 4, 5, 7])
    _line(sheet, row + 1, asked_about(found), figures.sample, figures.skm)
    if found.service:
        return
    for down, (code, sample) in enumerate(figures.sample_of_service.items(), row + 2):
        _line(sheet, down, said(found.office.name_of_service(code)), sample, figures.skm_of_service.get(code))


def _line(sheet: Sheet, row: int, name: str, sample: Sample, skm: Skm | None) -> None:
    index: Index | None = skm.index if skm else None
    rounded = skm.index_rounded_weight if skm else None
    sheet.text(row, 0, name, "row")
    silent = max(0, sample.visitors - sample.answers)
    for column, number in enumerate((sample.visitors, sample.needed, sample.answers, silent), 1):
        sheet.number(row, column, number)
    sheet.number(row, 5, float(index.value) if index else None, "figure")
    sheet.text(row, 6, index.grade.letter if index else "", "row")
    sheet.number(row, 7, float(rounded.value) if rounded else None, "figure")
    sheet.text(row, 8, sample_words(sample), "row")
