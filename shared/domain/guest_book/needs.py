"""The visit record: one row for each need of data (SKD Blok III), or the outcome of a DTSEN visit.

Nothing is filled in by anybody but the officer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from shared.domain.guest_book import lists
from shared.domain.guest_book.checked import Answer, checked
from shared.domain.guest_book.items import Item, Kind
from shared.domain.refusal import Refusal
from shared.domain.text import Text

OBTAINED_SOME = (1, 2)

NEED_ITEMS: tuple[Item, ...] = (
    Item("detail", Kind.WORDS, Text("Data yang dibutuhkan", "Data that were needed"), most=500),
    Item("region", Kind.WORDS, Text("Wilayah data", "Region of the data"), most=160),
    Item("year_from", Kind.YEAR, Text("Tahun awal", "First year")),
    Item("year_to", Kind.YEAR, Text("Tahun akhir", "Last year")),
    Item("level", Kind.CODE, Text("Level data", "Level of the data"), lists.LEVEL),
    Item("level_other", Kind.WORDS, Text("Level lainnya", "Other level")),
    Item("period", Kind.CODE, Text("Periode data", "Period of the data"), lists.PERIOD),
    Item("period_other", Kind.WORDS, Text("Periode lainnya", "Other period")),
    Item("obtained", Kind.CODE, Text("Apakah data sudah diperoleh?", "Were the data obtained?"), lists.OBTAINED),
    Item("sources", Kind.CODES, Text("Jenis sumber data", "Kind of source"), lists.SOURCE),
    Item("publication", Kind.WORDS, Text("Judul publikasi", "Title of the publication"), most=300),
    Item("publication_year", Kind.YEAR, Text("Tahun publikasi", "Year of the publication")),
    Item("planning", Kind.CODE, Text("Untuk perencanaan pembangunan?", "For development planning?"), lists.PLANNING),
    Item("dtsen_result", Kind.CODE, Text("Hasil", "Outcome"), lists.DTSEN_RESULT),
    Item("result", Kind.WORDS, Text("Hasil konsultasi", "Outcome of the consultation"), most=500),
)
NEEDS_BY_NAME = {item.name: item for item in NEED_ITEMS}
NEED_FOLLOWS = {"level_other": ("level", 7), "period_other": ("period", 10)}
OF_DTSEN = ("dtsen_result", "result")
RecordKind = Literal["needs", "dtsen"]
RECORDS: dict[RecordKind, tuple[Item, ...]] = {
    "needs": tuple(item for item in NEED_ITEMS if item.name != "dtsen_result"),
    "dtsen": tuple(item for item in NEED_ITEMS if item.name in OF_DTSEN),
}
"""What is written down of a visit. An identity number is no part of either: it is referred to, never kept."""
OF_WHAT_WAS_OBTAINED = ("sources", "publication", "publication_year")


@dataclass(frozen=True, slots=True)
class Need:
    """One need of data as the officer wrote it down: words sealed under the visitor's key, codes open."""

    answers: Mapping[str, Answer]

    @property
    def sealed(self) -> dict[str, Answer]:
        """Words: people write names into them."""
        return {name: answer for name, answer in self.answers.items() if NEEDS_BY_NAME[name].kind is Kind.WORDS}

    @property
    def open(self) -> dict[str, Answer]:
        """Codes and years, for the recapitulation."""
        return {name: answer for name, answer in self.answers.items() if name not in self.sealed}


def need_of(given: Mapping[str, object], day: date, kind: RecordKind = "needs") -> Need:
    """One row of the record. Refuses what `checked` refuses, and `years_back` for years in the wrong order.

    Where nothing was obtained, there is no source and no publication to name.
    """
    answers = checked(given, {item.name: item for item in RECORDS[kind]}, NEED_FOLLOWS, day)
    first, last = answers.get("year_from"), answers.get("year_to")
    if isinstance(first, int) and isinstance(last, int) and last < first:
        raise Refusal("years_back")
    if answers.get("obtained") not in OBTAINED_SOME:
        answers = {name: answer for name, answer in answers.items() if name not in OF_WHAT_WAS_OBTAINED}
    return Need(answers)
