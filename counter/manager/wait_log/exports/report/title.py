"""The beginning of the report: the office's head, of which days it tells, and the promise word for word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from reportlab.platypus import Spacer, Table

from counter.manager.files.heading import Fact
from counter.manager.files.paper.head import head
from counter.manager.files.paper.pages import BLUE, BLUE_TINT, WIDTH, words
from counter.manager.files.words import days
from counter.manager.wait_log.exports.heading import file_facts, promises
from counter.manager.wait_log.exports.words import Words
from counter.manager.wait_log.found import Found

NAMES = 38 * 72 / 25.4
"""The width of the names of facts: 38 mm."""


def story(found: Found, named: Words) -> list[Any]:
    """Everything above the figures."""
    return [
        *head(found.office),
        words(gettext("Laporan waktu tunggu"), "title"),
        words(days(found.choice.first, found.choice.last), "period"),
        _facts(file_facts(found, named)[1:]),
        Spacer(0, 9),
        _promise(promises(found)),
    ]


def _facts(facts: Sequence[Fact]) -> Any:
    rows = [[words(fact.name, "name"), words(fact.text, "cell")] for fact in facts]
    flat = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return Table(rows, [NAMES, WIDTH - NAMES], style=[*flat, ("BOTTOMPADDING", (0, 0), (-1, -1), 1)])


def _promise(sentences: Sequence[str]) -> Any:
    """The sentences of the published standard, never translated: a promise is what was published."""
    said = [words(f"“{sentence}”", "promise") for sentence in sentences]
    none = words(gettext("Standar pelayanan tidak menjanjikan batas waktu bagi kunjungan langsung."), "promise")
    box = [
        ("BACKGROUND", (0, 0), (-1, -1), BLUE_TINT),
        ("LINEBEFORE", (0, 0), (0, -1), 3, BLUE),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 9),
        ("TOPPADDING", (0, 0), (-1, 0), 8),
    ]
    rows = [[words(gettext("Janji layanan"), "small_bold")], *([sentence] for sentence in said or [none])]
    return Table(rows, [WIDTH], style=box)
