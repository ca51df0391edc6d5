"""The SKD beside the SKM: another survey on another scale."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext
from reportlab.platypus import Spacer

from counter.manager.files.paper.pages import WIDTH, section, words
from counter.manager.files.paper.tables import table
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import decimals, few, quadrants, said
from shared.domain.satisfaction import FEWEST, SKD_VERSIONS, Priorities, Questionnaire, Skd, of_version
from shared.domain.satisfaction import priorities as priorities_of


def story(found: Found) -> list[Any]:
    """A section for each version of the questionnaire that was answered."""
    return [part for figures in found.report.figures.skd.values() for part in _version(figures)]


def _version(figures: Skd) -> list[Any]:
    asked = of_version(SKD_VERSIONS, figures.version)
    heading = gettext("Survei Kebutuhan Data %(year)s", year=figures.version.split("-")[1])
    apart = gettext(
        "SKD adalah survei lain dengan skala 1 sampai 10; nilainya tidak diubah menjadi SKM. %(count)s responden.",
        count=figures.respondents,
    )
    if figures.respondents < FEWEST:
        return [section(heading, words(apart, "body"), words(few(), "body"))]
    return [
        section(heading, words(apart, "body"), words(_indices(figures), "body")),
        _statements(figures, asked, priorities_of(figures)),
        Spacer(0, 6),
    ]


def _indices(figures: Skd) -> str:
    ipak = decimals(figures.corruption_perception)
    said_of = [
        gettext("Kepuasan, dengan cara IKK: %(index)s.", index=decimals(figures.index)),
        gettext("Persepsi anti korupsi (IPAK), rincian 12 sampai 16: %(mean)s.", mean=ipak),
        gettext("Penilaian keseluruhan: %(mean)s.", mean=decimals(figures.overall)),
    ]
    if figures.index_by_importance is not None:
        said_of.insert(
            1, gettext("Kepuasan tertimbang kepentingan: %(index)s.", index=decimals(figures.index_by_importance))
        )
    return " ".join(map(str, said_of))


def _statements(figures: Skd, asked: Questionnaire, lines: Priorities | None) -> Any:
    titles = ["", gettext("Rincian"), "n", gettext("Kepuasan")]
    widths = [22.0, 0.0, 28.0, 52.0]
    if asked.importance:
        titles += [gettext("Kepentingan"), gettext("Kesenjangan"), gettext("Kuadran")]
        widths += [58.0, 60.0, 74.0]
    widths[1] = WIDTH - sum(widths)
    named = quadrants()
    rows = []
    for one in figures.statements:
        row = [
            one.code[1:],
            words(said(asked.wording(one.code).question), "cell"),
            str(one.answers),
            decimals(one.satisfaction),
        ]
        if asked.importance:
            quadrant = lines.of.get(one.code) if lines else None
            row += [decimals(one.importance), decimals(one.gap), named[quadrant] if quadrant else ""]
        rows.append(row)
    return table(titles, rows, widths, [2, 3, 4, 5] if asked.importance else [2, 3])
