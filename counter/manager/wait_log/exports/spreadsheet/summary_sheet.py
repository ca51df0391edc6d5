"""The sheet to read first: whose figures, of which days, and every figure with what it counts and leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext

from counter.manager.files.heading import office_facts
from counter.manager.files.workbook.sheet import Sheet
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
from counter.manager.wait_log.exports.heading import file_facts, promises, remarks
from counter.manager.wait_log.exports.words import Words
from counter.manager.wait_log.found import Found

LAST_COLUMN = 4
LETTERS_PER_LINE = 150
POINTS_PER_LINE = 15.5


def write(sheet: Sheet, found: Found, words: Words) -> None:
    """Everything that the head of the office may ask about."""
    sheet.widths(64, 14, 14, 16, 60)
    sheet.text(0, 0, gettext("Laporan waktu tunggu"), "title")
    row = _facts(sheet, 2, found, words)
    row = _sentences(sheet, row, gettext("Janji layanan"), promises(found) or [gettext("Tidak ada janji layanan.")])
    row = _sentences(sheet, row, gettext("Yang diukur"), found.definition)
    row = _sentences(sheet, row, gettext("Catatan"), remarks(found, words)) if remarks(found, words) else row
    if not found.summary["visits"]:
        row = _sentences(
            sheet, row, gettext("Tidak ada kunjungan"), [gettext("Tidak ada kunjungan dalam periode ini.")]
        )
    row = _figures(sheet, row, gettext("Angka"), [*shares(found.summary), *spans(found.summary)])
    row = _counts(sheet, row, gettext("Semua kunjungan"), [*verdict_counts(found.summary, words), _all(found)])
    row = _counts(sheet, row, gettext("Alasan lewat"), missed_counts(found.summary, words))
    row = _counts(sheet, row, gettext("Alasan tidak dinilai"), not_judged_counts(found.summary, words))
    row = _counts(sheet, row, gettext("Waktu yang dikecualikan"), exclusion_counts(found.summary, words))
    other = gettext("Bagian tepat menurut bacaan lain atas janji (semua layanan, hari yang sudah ditutup)")
    _figures(sheet, row, other, reading_figures(found, words))
    sheet.paper.set_landscape()
    sheet.paper.set_paper(9)  # A4
    sheet.paper.fit_to_pages(1, 0)


def _all(found: Found) -> Count:
    return Count(gettext("Jumlah"), found.summary["visits"])


def _facts(sheet: Sheet, row: int, found: Found, words: Words) -> int:
    for fact in (*office_facts(found.office), *file_facts(found, words)):
        sheet.text(row, 0, fact.name, "name")
        sheet.wide(row, 1, LAST_COLUMN, fact.text)
        row += 1
    return row + 1


def _sentences(sheet: Sheet, row: int, title: str, sentences: Sequence[str]) -> int:
    sheet.text(row, 0, title, "section")
    for sentence in sentences:
        row += 1
        sheet.wide(row, 0, LAST_COLUMN, sentence)
        sheet.paper.set_row(row, POINTS_PER_LINE * (1 + len(sentence) // LETTERS_PER_LINE))
    return row + 2


def _figures(sheet: Sheet, row: int, title: str, figures: Sequence[Figure]) -> int:
    sheet.text(row, 0, title, "section")
    counted, left_out = gettext("Dihitung"), gettext("Tidak dihitung")
    sheet.headings(row + 1, [gettext("Angka"), gettext("Nilai"), counted, left_out], range(1, 4))
    sheet.text(row + 1, 4, gettext("Yang tidak dihitung"), "beside_heading")
    for figure in figures:
        row += 1
        sheet.text(row + 1, 0, figure.name, "row")
        write_value = sheet.number if figure.kind == "share" else sheet.span
        write_value(row + 1, 1, figure.value, figure.kind)
        sheet.number(row + 1, 2, figure.counted)
        sheet.number(row + 1, 3, figure.left_out)
        sheet.text(row + 1, 4, figure.why, "beside")
    return row + 3


def _counts(sheet: Sheet, row: int, title: str, counts: Sequence[Count]) -> int:
    """A table of kinds and visits; nothing where there is nothing to count."""
    if not counts:
        return row
    sheet.text(row, 0, title, "section")
    for count in counts:
        row += 1
        sheet.text(row, 0, count.name, "row")
        sheet.number(row, 1, count.visits)
    return row + 2
