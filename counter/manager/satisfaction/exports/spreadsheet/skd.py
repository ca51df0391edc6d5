"""The sixteen statements of each version of the SKD, on their own scale."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flask_babel import gettext

from counter.manager.files.workbook.sheet import Sheet
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import few, quadrants, said
from shared.domain.satisfaction import FEWEST, SKD_VERSIONS, Skd, of_version, priorities


def write(sheet: Sheet, book: Any, found: Found) -> None:  # noqa: ARG001 # as every sheet
    """The versions one below the other."""
    sheet.widths(6, 70, 10, 16, 12, 14, 14, 18)
    row = 0
    for figures in found.report.figures.skd.values():
        row = _version(sheet, row, figures)
    if not row:
        sheet.text(0, 0, gettext("Belum ada jawaban SKD pada periode ini"), "plain")


def _version(sheet: Sheet, row: int, figures: Skd) -> int:
    heading = gettext("Survei Kebutuhan Data %(year)s", year=figures.version.split("-")[1])
    sheet.text(row, 0, f"{heading}, n = {figures.respondents}", "section")
    if figures.respondents < FEWEST:
        sheet.text(row + 1, 0, few(), "plain")
        return row + 3
    sheet.headings(row + 1, _titles(), range(2, 7))
    asked, lines = of_version(SKD_VERSIONS, figures.version), priorities(figures)
    for down, one in enumerate(figures.statements, row + 2):
        sheet.text(down, 0, one.code[1:], "row")
        sheet.text(down, 1, said(asked.wording(one.code).question), "row")
        sheet.number(down, 2, one.answers)
        sheet.number(down, 3, figures.respondents - one.answers)
        for column, mean in enumerate((one.satisfaction, one.importance, one.gap), 4):
            sheet.number(down, column, _float(mean), "mean")
        quadrant = lines.of.get(one.code) if lines else None
        sheet.text(down, 7, quadrants()[quadrant] if quadrant else "", "row")
    return _indices(sheet, row + 3 + len(figures.statements), figures)


def _titles() -> list[str]:
    return [
        "",
        gettext("Rincian"),
        gettext("Dihitung"),
        gettext("Tidak menjawab"),
        gettext("Kepuasan"),
        gettext("Kepentingan"),
        gettext("Kesenjangan"),
        gettext("Kuadran"),
    ]


def _indices(sheet: Sheet, row: int, figures: Skd) -> int:
    for name, figure in (
        (gettext("Kepuasan, dengan cara IKK"), figures.index),
        (gettext("Kepuasan tertimbang kepentingan"), figures.index_by_importance),
        (gettext("Persepsi anti korupsi (IPAK), rincian 12 sampai 16"), figures.corruption_perception),
        (gettext("Penilaian keseluruhan"), figures.overall),
    ):
        if figure is not None:
            sheet.text(row, 1, name, "row")
            sheet.number(row, 4, float(figure), "mean")
            row += 1
    return row + 2


def _float(mean: Fraction | None) -> float | None:
    return None if mean is None else float(mean)
